package adversary

import (
	"errors"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// contextModule is the part of node:vm that the attacks use: createContext,
// runInContext and runInNewContext with the option timeout.
func contextModule(vm *vmapi.VM) (vmapi.Value, error) {
	m := vm.NewObject()
	for _, f := range []struct {
		name string
		fn   vmapi.Function
	}{
		{"createContext", func(c *vmapi.Call) (vmapi.Value, error) {
			ctx, err := c.CreateContext(c.Arg(0), vmapi.ContextOptions{})
			if err != nil {
				return vmapi.Value{}, err
			}
			return ctx.Sandbox(), nil
		}},
		{"runInContext", func(c *vmapi.Call) (vmapi.Value, error) {
			ctx := c.VM().ContextOf(c.Arg(1))
			if ctx == nil {
				return vmapi.Value{}, c.TypeError("not a context")
			}
			return runNested(c, ctx)
		}},
		{"runInNewContext", func(c *vmapi.Call) (vmapi.Value, error) {
			ctx, err := c.CreateContext(c.Arg(1), vmapi.ContextOptions{})
			if err != nil {
				return vmapi.Value{}, err
			}
			return runNested(c, ctx)
		}},
	} {
		if err := m.Set(f.name, vm.NewFunction(f.name, 2, f.fn)); err != nil {
			return m, err
		}
	}
	return m, nil
}

// runNested runs the first argument in ctx; a timeout of its own is an Error
// that the caller can catch.
func runNested(c *vmapi.Call, ctx *vmapi.Context) (vmapi.Value, error) {
	text, err := c.ToString(c.Arg(0))
	if err != nil {
		return vmapi.Value{}, err
	}
	var run vmapi.RunOptions
	if o := c.Arg(2); o.IsObject() {
		ms, err := c.Get(o, "timeout")
		if err != nil {
			return vmapi.Value{}, err
		}
		run.Timeout = time.Duration(ms.Number()) * time.Millisecond
	}
	s, err := vmapi.NewScript(text, vmapi.ScriptOptions{})
	if e := (*vmapi.SyntaxError)(nil); errors.As(err, &e) {
		return vmapi.Value{}, e.Throwable(ctx, false)
	}
	v, err := s.Run(c, ctx, run)
	if t := (*vmapi.TimeoutError)(nil); errors.As(err, &t) {
		return v, c.Throw(c.NewError("Error", "ERR_SCRIPT_EXECUTION_TIMEOUT", t.Error()))
	}
	return v, err
}
