package host

import (
	"math"
	"strconv"

	"github.com/burrowjs/burrow/vmapi"
)

// The end of a program: process.exitCode and what sets it.

// installExitCode makes process.exitCode, which takes whole numbers, their
// texts, null and undefined.
func (h *Host) installExitCode(c *vmapi.Call) error {
	get := c.NewFunction("get", 0, func(*vmapi.Call) (vmapi.Value, error) { return h.exitValue, nil })
	set := c.NewFunction("set", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		return vmapi.Value{}, h.setExitCode(c, c.Arg(0))
	})
	if err := c.DefineAccessor(h.process, c.Key("exitCode"), get, set, vmapi.Enumerable); err != nil {
		return err
	}
	return defineMethods(c, h.process, []method{
		{"exit", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if c.ArgCount() > 0 {
				if err := h.setExitCode(c, c.Arg(0)); err != nil {
					return vmapi.Value{}, err
				}
			}
			if err := h.exit(c); err != nil {
				return vmapi.Value{}, err
			}
			return vmapi.Value{}, c.Terminate()
		}},
		{"reallyExit", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			h.exiting, h.exitCode = true, int(c.Arg(0).Number())
			return vmapi.Value{}, c.Terminate()
		}},
	})
}

func (h *Host) setExitCode(c *vmapi.Call, v vmapi.Value) error {
	n := v.Number()
	switch {
	case v.IsNullish():
		n = 0
	case v.IsString() && v.Text() != "":
		f, err := c.ToNumber(v)
		if err != nil {
			return err
		}
		if n = f; math.IsNaN(f) {
			return invalidArgType(c, "code", "number", v)
		}
	case !v.IsNumber():
		return invalidArgType(c, "code", "number", v)
	}
	if n != math.Trunc(n) || math.IsInf(n, 0) {
		return c.Throw(c.NewError("RangeError", "ERR_OUT_OF_RANGE", "The value of \"code\" is out of range. It must be an integer. Received "+v.String()))
	}
	h.exitValue, h.exitCode = v, int(n)
	return nil
}

// failWith sets the exit code of a program that fails.
func (h *Host) failWith(code int) {
	h.exitValue, _ = h.vm.ToValue(code) // a number always is a value
	h.exitCode = code
}

// exit ends the program: exit listeners run once, then nothing more does. They
// may change the exit code.
func (h *Host) exit(c *vmapi.Call) error {
	if h.exiting {
		return nil
	}
	h.exiting = true
	if err := c.Set(h.process, "_exiting", true); err != nil {
		return err
	}
	if err := h.emit(c, "exit", h.exitCode); err != nil {
		if v, ok := c.Catch(err); ok {
			h.writeError(h.uncaughtText(c, err, v))
			h.failWith(1)
			return nil
		}
		return err
	}
	return nil
}

func itoa(n int) string { return strconv.Itoa(n) }
