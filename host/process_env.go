package host

import (
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// environment makes process.env: an object whose properties are texts. A proxy
// turns what is stored into one.
func (h *Host) environment(c *vmapi.Call) (vmapi.Value, error) {
	env := c.NewObject()
	for _, e := range h.opts.Env {
		if k, v, ok := strings.Cut(e, "="); ok && k != "" {
			if err := c.Set(env, k, v); err != nil {
				return env, err
			}
		}
	}
	traps := c.NewObject()
	err := defineMethods(c, traps, []method{{"set", 4, h.setEnv}, {"defineProperty", 3, h.defineEnv}, {"preventExtensions", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		return vmapi.Value{}, c.TypeError("Cannot freeze")
	}}})
	if err != nil {
		return env, err
	}
	proxy, err := c.Global("Proxy")
	if err != nil {
		return env, err
	}
	return c.New(proxy, env, traps)
}

// setEnv is the trap ( target, key, value, receiver ).
func (h *Host) setEnv(c *vmapi.Call) (vmapi.Value, error) {
	if c.Arg(1).IsSymbol() {
		return vmapi.Value{}, c.TypeError("Cannot convert a Symbol value to a string")
	}
	text, err := c.ToString(c.Arg(2))
	if err == nil {
		err = c.Set(c.Arg(0), c.Arg(1).Text(), text)
	}
	if err != nil {
		return vmapi.Value{}, err
	}
	return h.vm.ToValue(true)
}

// defineEnv is the trap ( target, key, descriptor ): only what is like a plain
// assignment is taken.
func (h *Host) defineEnv(c *vmapi.Call) (vmapi.Value, error) {
	d := c.Arg(2)
	refuse := func(message string) (vmapi.Value, error) {
		return vmapi.Value{}, c.Throw(c.NewError("TypeError", "ERR_INVALID_OBJECT_DEFINE_PROPERTY", "'process.env' "+message))
	}
	for _, name := range []string{"get", "set"} {
		if found, err := c.Has(d, c.Key(name)); err != nil || found {
			if err != nil {
				return vmapi.Value{}, err
			}
			return refuse("does not accept an accessor(getter/setter) descriptor")
		}
	}
	for _, name := range []string{"configurable", "writable", "enumerable"} {
		v, err := c.Get(d, name)
		if err != nil {
			return v, err
		}
		if !v.Bool() {
			return refuse("only accepts a configurable, writable, and enumerable data descriptor")
		}
	}
	key, err := c.KeyOf(c.Arg(1))
	if err != nil {
		return vmapi.Value{}, err
	}
	v, err := c.Get(d, "value")
	if err != nil {
		return v, err
	}
	text, err := c.ToString(v)
	if err == nil {
		err = c.Define(c.Arg(0), key, text, vmapi.Plain)
	}
	if err != nil {
		return vmapi.Value{}, err
	}
	return h.vm.ToValue(true)
}
