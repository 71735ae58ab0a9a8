package host

import (
	"os"
	"strings"

	"github.com/burrowjs/burrow/host/inspect"
	"github.com/burrowjs/burrow/vmapi"
)

// console is the state behind the console object. Its methods that print are
// Go; the rest is borrowed from the class Console in lib, when it is needed.
type console struct {
	h      *Host
	indent string
	colors [3]bool // whether a standard stream shows colours
}

// print writes what console.log does.
func (h *Host) print(c *vmapi.Call, args []vmapi.Value) error {
	s, err := inspect.Format(c, args, inspect.Defaults())
	if err == nil {
		h.stdout.WriteString(s + "\n")
	}
	return err
}

// writeError writes a text to standard error, after what standard output has.
func (h *Host) writeError(s string) {
	h.flush()
	_, _ = h.opts.Stderr.Write([]byte(s)) // there is nowhere to report a failure
}

// line writes a line to standard output or standard error: through the stream
// if the program has touched it, because it may have replaced its write.
func (con *console) line(c *vmapi.Call, fd int, s string) error {
	if con.indent != "" {
		s = con.indent + strings.ReplaceAll(s, "\n", "\n"+con.indent)
	}
	s += "\n"
	if stream := con.h.stdio[fd]; stream.IsObject() {
		_, err := c.CallMethod(stream, "write", s, con.h.ignore(c))
		if err != nil {
			if _, thrown := c.Catch(err); thrown {
				return nil // a stream that fails does not fail the program
			}
		}
		return err
	}
	if fd == 2 {
		con.h.writeError(s)
	} else {
		con.h.stdout.WriteString(s)
	}
	return nil
}

// ignore is a function that does nothing.
func (h *Host) ignore(c *vmapi.Call) vmapi.Value {
	return c.NewFunction("", 0, func(*vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, nil })
}

func (con *console) options(fd int) inspect.Options {
	o := inspect.Defaults()
	o.Colors = con.colors[fd]
	return o
}

// logger is console.log for a stream.
func (con *console) logger(fd int) vmapi.Function {
	return func(c *vmapi.Call) (vmapi.Value, error) {
		s, err := inspect.Format(c, c.Args(0), con.options(fd))
		if err == nil {
			err = con.line(c, fd, s)
		}
		return vmapi.Value{}, err
	}
}

func (con *console) dir(c *vmapi.Call) (vmapi.Value, error) {
	opts := con.options(1)
	opts.NoCustom = true
	if err := inspect.ReadOptions(c, c.Arg(1), &opts); err != nil {
		return vmapi.Value{}, err
	}
	s, err := inspect.Inspect(c, c.Arg(0), opts)
	if err == nil {
		err = con.line(c, 1, s)
	}
	return vmapi.Value{}, err
}

func (con *console) trace(c *vmapi.Call) (vmapi.Value, error) {
	s, err := inspect.Format(c, c.Args(0), con.options(2))
	if err != nil {
		return vmapi.Value{}, err
	}
	e := c.NewError("Error", "", s)
	stack, err := c.Get(e, "stack")
	if err != nil {
		return vmapi.Value{}, err
	}
	return con.call(c, "error", "Trace"+strings.TrimPrefix(stack.Text(), "Error"))
}

// call calls a method of the console that a program may have replaced.
func (con *console) call(c *vmapi.Call, name string, args ...any) (vmapi.Value, error) {
	o := con.h.exports["console"]
	f, err := c.Get(o, name)
	if err == nil {
		_, err = c.Call(f, o, args...)
	}
	return vmapi.Value{}, err
}

func (con *console) group(c *vmapi.Call) (vmapi.Value, error) {
	if c.ArgCount() > 0 {
		if _, err := con.call(c, "log", anys(c.Args(0))...); err != nil {
			return vmapi.Value{}, err
		}
	}
	con.indent += "  "
	return vmapi.Value{}, nil
}

func (con *console) groupEnd(*vmapi.Call) (vmapi.Value, error) {
	con.indent = con.indent[:max(len(con.indent)-2, 0)]
	return vmapi.Value{}, nil
}

func nothing(*vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, nil }

func (h *Host) installConsole(c *vmapi.Call) error {
	con := &console{h: h}
	for fd, f := range []any{nil, h.opts.Stdout, h.opts.Stderr} {
		con.colors[fd] = fd > 0 && h.hasColors(f)
	}
	o := c.NewObjectWith(c.NewObject())
	h.exports["console"] = o
	out, errs := con.logger(1), con.logger(2)
	methods := []method{{"log", 0, out}, {"warn", 0, errs}, {"dir", 0, con.dir}, {"time", 0, nil}, {"timeEnd", 0, nil}, {"timeLog", 0, nil},
		{"trace", 0, con.trace}, {"assert", 0, nil}, {"clear", 0, nil}, {"count", 0, nil}, {"countReset", 0, nil}, {"group", 0, con.group},
		{"groupEnd", 0, con.groupEnd}, {"table", 0, nil}, {"debug", 0, out}, {"info", 0, out}, {"dirxml", 0, out}, {"error", 0, errs},
		{"groupCollapsed", 0, con.group}, {"profile", 0, nothing}, {"profileEnd", 0, nothing}, {"timeStamp", 0, nothing},
		{"context", 1, nil}, {"createTask", 0, nil}}
	for i, m := range methods {
		if m.fn == nil {
			methods[i].fn = h.borrowed("internal/console", m.name)
		}
	}
	if err := defineMethods(c, o, methods); err != nil {
		return err
	}
	if err := h.lazyProperty(c, o, "Console", "internal/console", true); err != nil {
		return err
	}
	tag, err := c.KeyOf(c.Symbol("toStringTag"))
	if err == nil {
		err = c.Define(o, tag, "console", vmapi.Configurable)
	}
	if err != nil {
		return err
	}
	return h.defineGlobal(c, "console", o, vmapi.Hidden)
}

var colorTerminals = lazyRegexp(`^(?:xterm|screen|tmux|rxvt|vt100|ansi|cygwin|linux|konsole|kitty)|color|256`)

// hasColors reports whether what is printed to a file shows as colours: a
// terminal that knows them, unless the environment says no.
func (h *Host) hasColors(f any) bool {
	if _, ok := f.(*os.File); !ok {
		return false
	}
	env := map[string]string{}
	for _, e := range h.opts.Env {
		k, v, _ := strings.Cut(e, "=")
		env[k] = v
	}
	if kindOfFile(f) != "tty" || env["NO_COLOR"] != "" || env["NODE_DISABLE_COLORS"] != "" {
		return false
	}
	return env["COLORTERM"] != "" || colorTerminals().MatchString(env["TERM"])
}
