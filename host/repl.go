package host

import (
	"bufio"
	"io"
	"strings"

	"github.com/burrowjs/burrow/host/inspect"
	"github.com/burrowjs/burrow/vmapi"
)

// repl is an interactive session: lines come from a goroutine that reads them,
// and are evaluated by the event loop, between timers and everything else.
type repl struct {
	h       *Host
	out     io.Writer
	pending strings.Builder // lines of a program that is not complete yet
	next    chan bool       // asks the reader for a line; false: for none any more
}

// RunREPL reads programs line by line, prints their values, and returns the exit
// code when the input ends or .exit is typed.
func (h *Host) RunREPL(in io.Reader, out io.Writer) int {
	r := &repl{h: h, out: out, next: make(chan bool)}
	h.interactive = r
	defer close(r.next)
	io.WriteString(out, "Welcome to Burrow ("+Version+" of Node's API).\nType \".help\" for more information.\n")
	return h.run(func(c *vmapi.Call) error {
		if err := h.evalGlobals(c, "[eval]"); err != nil {
			return err
		}
		h.vm.Expect(1)
		go r.read(in)
		r.prompt()
		return nil
	})
}

// read posts one line for every request.
func (r *repl) read(in io.Reader) {
	lines := bufio.NewReader(in)
	for <-r.next {
		line, err := lines.ReadString('\n')
		end := err != nil && line == ""
		r.h.vm.Post(func(c *vmapi.Call) error { return r.line(c, line, end) })
		if end {
			return
		}
	}
}

func (r *repl) prompt() {
	text := "> "
	if r.pending.Len() > 0 {
		text = "... "
	}
	r.h.flush()
	io.WriteString(r.out, text)
	r.next <- true
}

// line evaluates what has been typed once it is complete.
func (r *repl) line(c *vmapi.Call, line string, end bool) error {
	r.h.vm.Expect(-1)
	if end {
		io.WriteString(r.out, "\n")
		return nil
	}
	word := strings.TrimSpace(line)
	switch {
	case word == ".exit" && r.pending.Len() == 0:
		return nil
	case word == ".break" || word == ".clear":
		r.pending.Reset()
	case word == ".help" && r.pending.Len() == 0:
		io.WriteString(r.out, ".break    Forget the lines of an unfinished program\n.exit     Exit the session\n.help     Print this text\n")
	case word == "" && r.pending.Len() == 0:
	default:
		r.pending.WriteString(line)
		if err := r.evaluate(c, r.pending.String()); err != nil {
			return err
		}
	}
	r.h.vm.Expect(1)
	r.prompt()
	return nil
}

// evaluate runs a program and prints its value, or keeps it for the next line.
func (r *repl) evaluate(c *vmapi.Call, code string) error {
	h := r.h
	run := func(code string) (vmapi.Value, error) {
		return c.RunScript(h.vm.Main(), code, vmapi.ScriptOptions{Filename: "REPL", Import: h.importFrom(h.abs("REPL"))})
	}
	v, err := vmapi.Value{}, error(nil)
	trimmed := strings.TrimSpace(code)
	literal := strings.HasPrefix(trimmed, "{") && !strings.HasSuffix(trimmed, ";")
	if literal { // an object rather than a block, if it can be one
		v, err = run("(" + trimmed + "\n)")
		literal = !isSyntaxError(c, err)
	}
	if !literal {
		v, err = run(code)
	}
	if err == nil {
		r.pending.Reset()
		if err = c.Set(h.vm.Main().Global(), "_", v); err == nil {
			err = r.show(c, v)
		}
		if err == nil {
			err = h.settle(c)
		}
	}
	if err == nil || r.incomplete(c, err) {
		return nil
	}
	r.pending.Reset()
	return h.uncaught(c, err)
}

// show prints the value of a program.
func (r *repl) show(c *vmapi.Call, v vmapi.Value) error {
	text, err := inspect.Inspect(c, v, inspect.Defaults())
	if err == nil {
		r.h.flush()
		io.WriteString(r.out, text+"\n")
	}
	return err
}

func isSyntaxError(c *vmapi.Call, err error) bool {
	v, ok := c.Catch(err)
	if !ok || !v.IsError() {
		return false
	}
	name, err := c.Get(v, "name")
	return err == nil && name.Text() == "SyntaxError"
}

// incomplete reports whether more lines may mend an error.
func (r *repl) incomplete(c *vmapi.Call, err error) bool {
	if !isSyntaxError(c, err) {
		return false
	}
	v, _ := c.Catch(err)
	message, err := c.Get(v, "message")
	if err != nil {
		return false
	}
	switch message.Text() {
	case "Unexpected end of input", "Unterminated template literal":
		return true
	case "missing ) after argument list":
		return !strings.HasSuffix(strings.TrimSpace(r.pending.String()), ")")
	}
	return false
}

// report prints an exception that nothing has caught.
func (r *repl) report(c *vmapi.Call, v vmapi.Value) {
	text, err := inspect.Inspect(c, v, inspect.Defaults())
	if err != nil {
		text = v.String()
	}
	r.h.flush()
	io.WriteString(r.out, "Uncaught "+text+"\n")
}
