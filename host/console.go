package host

import (
	"fmt"
	"strings"
	"time"

	"github.com/burrowjs/burrow/host/inspect"
	"github.com/burrowjs/burrow/vmapi"
)

// console is the state behind the console object.
type console struct {
	indent string
	counts map[string]int
	timers map[string]time.Time
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

func (h *Host) installConsole(c *vmapi.Call) error {
	con := &console{counts: map[string]int{}, timers: map[string]time.Time{}}
	o := c.NewObject()
	line := func(toError bool, s string) {
		if con.indent != "" {
			s = con.indent + strings.ReplaceAll(s, "\n", "\n"+con.indent)
		}
		if toError {
			h.writeError(s + "\n")
		} else {
			h.stdout.WriteString(s + "\n")
		}
	}
	logger := func(toError bool) vmapi.Function {
		return func(c *vmapi.Call) (vmapi.Value, error) {
			s, err := inspect.Format(c, c.Args(0), inspect.Defaults())
			if err == nil {
				line(toError, s)
			}
			return vmapi.Value{}, err
		}
	}
	label := func(c *vmapi.Call) (string, error) {
		if c.Arg(0).IsUndefined() {
			return "default", nil
		}
		return c.ToString(c.Arg(0))
	}
	methods := []struct {
		name string
		fn   vmapi.Function
	}{
		{"log", logger(false)},
		{"warn", logger(true)},
		{"dir", func(c *vmapi.Call) (vmapi.Value, error) {
			opts := inspect.Defaults()
			opts.NoCustom = true
			err := inspect.ReadOptions(c, c.Arg(1), &opts)
			if err != nil {
				return vmapi.Value{}, err
			}
			s, err := inspect.Inspect(c, c.Arg(0), opts)
			if err == nil {
				line(false, s)
			}
			return vmapi.Value{}, err
		}},
		{"time", func(c *vmapi.Call) (vmapi.Value, error) {
			l, err := label(c)
			con.timers[l] = time.Now()
			return vmapi.Value{}, err
		}},
		{"timeEnd", func(c *vmapi.Call) (vmapi.Value, error) {
			l, err := label(c)
			if t, ok := con.timers[l]; ok {
				line(false, fmt.Sprintf("%s: %.3fms", l, float64(time.Since(t))/1e6))
				delete(con.timers, l)
			}
			return vmapi.Value{}, err
		}},
		{"trace", func(c *vmapi.Call) (vmapi.Value, error) {
			s, err := inspect.Format(c, c.Args(0), inspect.Defaults())
			if err != nil {
				return vmapi.Value{}, err
			}
			e := c.NewError("Error", "", s)
			stack, err := c.Get(e, "stack")
			line(true, "Trace"+strings.TrimPrefix(stack.Text(), "Error"))
			return vmapi.Value{}, err
		}},
		{"assert", func(c *vmapi.Call) (vmapi.Value, error) {
			if c.Arg(0).Bool() {
				return vmapi.Value{}, nil
			}
			s, err := inspect.Format(c, c.Args(1), inspect.Defaults())
			if s != "" {
				s = ": " + s
			}
			line(true, "Assertion failed"+s)
			return vmapi.Value{}, err
		}},
		{"count", func(c *vmapi.Call) (vmapi.Value, error) {
			l, err := label(c)
			con.counts[l]++
			line(false, fmt.Sprintf("%s: %d", l, con.counts[l]))
			return vmapi.Value{}, err
		}},
		{"countReset", func(c *vmapi.Call) (vmapi.Value, error) {
			l, err := label(c)
			delete(con.counts, l)
			return vmapi.Value{}, err
		}},
		{"group", func(c *vmapi.Call) (vmapi.Value, error) {
			if c.ArgCount() > 0 {
				s, err := inspect.Format(c, c.Args(0), inspect.Defaults())
				if err != nil {
					return vmapi.Value{}, err
				}
				line(false, s)
			}
			con.indent += "  "
			return vmapi.Value{}, nil
		}},
		{"groupEnd", func(*vmapi.Call) (vmapi.Value, error) {
			con.indent = con.indent[:max(len(con.indent)-2, 0)]
			return vmapi.Value{}, nil
		}},
		{"debug", logger(false)},
		{"info", logger(false)},
		{"error", logger(true)},
	}
	for _, m := range methods {
		if err := c.Define(o, c.Key(m.name), c.NewFunction(m.name, 0, m.fn), vmapi.Plain); err != nil {
			return err
		}
	}
	for alias, of := range map[string]string{"groupCollapsed": "group", "dirxml": "log", "table": "log"} {
		f, err := c.Get(o, of)
		if err == nil {
			err = c.Define(o, c.Key(alias), f, vmapi.Plain)
		}
		if err != nil {
			return err
		}
	}
	tag, err := c.KeyOf(c.Symbol("toStringTag"))
	if err == nil {
		err = c.Define(o, tag, "console", vmapi.Configurable)
	}
	if err != nil {
		return err
	}
	h.exports["console"] = o
	return h.defineGlobal(c, "console", o, vmapi.Hidden)
}
