package host

import (
	"container/heap"
	"math"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// installTimers makes setTimeout and its relatives, queueMicrotask too.
func (h *Host) installTimers(c *vmapi.Call) error {
	_, timeoutProto := h.vm.NewConstructor("Timeout", 0, func(c *vmapi.Call) (vmapi.Value, error) {
		return vmapi.Value{}, c.TypeError("Illegal constructor")
	})
	_, immediateProto := h.vm.NewConstructor("Immediate", 0, func(c *vmapi.Call) (vmapi.Value, error) {
		return vmapi.Value{}, c.TypeError("Illegal constructor")
	})
	for name, fn := range map[string]vmapi.Function{
		"ref":   h.timerRef(false),
		"unref": h.timerRef(true),
		"hasRef": func(c *vmapi.Call) (vmapi.Value, error) {
			t, _ := c.This().HostData().(*timer)
			return h.vm.ToValue(t != nil && !t.unref)
		},
		"close": func(c *vmapi.Call) (vmapi.Value, error) { h.clear(c.This()); return c.This(), nil },
		"refresh": func(c *vmapi.Call) (vmapi.Value, error) {
			if t, ok := c.This().HostData().(*timer); ok && t.index >= 0 {
				t.at = time.Now().Add(t.every)
				heap.Fix(&h.loop.timers, t.index)
			}
			return c.This(), nil
		},
	} {
		if err := c.Define(timeoutProto, c.Key(name), c.NewFunction(name, 0, fn), vmapi.Hidden); err != nil {
			return err
		}
	}
	start := func(repeat bool) vmapi.Function {
		return func(c *vmapi.Call) (vmapi.Value, error) { return h.startTimer(c, timeoutProto, repeat) }
	}
	clear := func(c *vmapi.Call) (vmapi.Value, error) { h.clear(c.Arg(0)); return vmapi.Value{}, nil }
	for _, g := range []struct {
		name   string
		length int
		fn     vmapi.Function
	}{
		{"clearInterval", 1, clear},
		{"clearTimeout", 1, clear},
		{"setInterval", 5, start(true)},
		{"setTimeout", 5, start(false)},
		{"queueMicrotask", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if !c.Arg(0).IsFunction() {
				return vmapi.Value{}, invalidArgType(c, "callback", "function", c.Arg(0))
			}
			c.QueueMicrotask(c.Arg(0))
			return vmapi.Value{}, nil
		}},
		{"setImmediate", 4, func(c *vmapi.Call) (vmapi.Value, error) {
			if !c.Arg(0).IsFunction() {
				return vmapi.Value{}, invalidArgType(c, "callback", "function", c.Arg(0))
			}
			im := &immediate{fn: c.Arg(0), args: anys(c.Args(1)), data: c.JobData()}
			h.loop.immediates = append(h.loop.immediates, im)
			return c.NewHostObject(immediateProto, im), nil
		}},
		{"clearImmediate", 1, clear},
	} {
		f := c.NewFunction(g.name, g.length, g.fn)
		if g.name == "setTimeout" || g.name == "setImmediate" {
			if err := h.promisified(c, f, g.name); err != nil {
				return err
			}
		}
		if err := h.defineGlobal(c, g.name, f, vmapi.Plain); err != nil {
			return err
		}
	}
	return nil
}

// promisified gives util.promisify the function of timers/promises for a timer.
func (h *Host) promisified(c *vmapi.Call, f vmapi.Value, name string) error {
	key, err := c.KeyOf(c.SymbolFor("nodejs.util.promisify.custom"))
	if err != nil {
		return err
	}
	get := c.NewFunction("get", 0, func(c *vmapi.Call) (vmapi.Value, error) {
		m, err := h.requireBuiltin(c, "timers/promises")
		if err != nil {
			return m, err
		}
		return c.Get(m, name)
	})
	return c.DefineAccessor(f, key, get, vmapi.Value{}, vmapi.Enumerable)
}

func anys(vs []vmapi.Value) []any {
	out := make([]any, len(vs))
	for i, v := range vs {
		out[i] = v
	}
	return out
}

func (h *Host) startTimer(c *vmapi.Call, proto vmapi.Value, repeat bool) (vmapi.Value, error) {
	if !c.Arg(0).IsFunction() {
		return vmapi.Value{}, invalidArgType(c, "callback", "function", c.Arg(0))
	}
	ms, err := c.ToNumber(c.Arg(1))
	if err != nil {
		return vmapi.Value{}, err
	}
	if !(ms >= 1 && ms <= math.MaxInt32) {
		ms = 1
	}
	h.loop.sequence++
	t := &timer{every: time.Duration(math.Trunc(ms)) * time.Millisecond, sequence: h.loop.sequence, repeat: repeat, fn: c.Arg(0), args: anys(c.Args(2)), data: c.JobData()}
	t.at = time.Now().Truncate(time.Millisecond).Add(t.every)
	t.object = c.NewHostObject(proto, t)
	heap.Push(&h.loop.timers, t)
	h.loop.refs++
	key, err := c.KeyOf(c.Symbol("toPrimitive"))
	if err != nil {
		return vmapi.Value{}, err
	}
	id := t.sequence
	return t.object, c.Define(t.object, key, c.NewFunction("", 0, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(id) }), vmapi.Hidden)
}

// clear is clearTimeout, clearInterval and clearImmediate.
func (h *Host) clear(v vmapi.Value) {
	switch t := v.HostData().(type) {
	case *timer:
		h.kill(t)
	case *immediate:
		t.dead = true
	default:
		for _, t := range h.loop.timers {
			if v.IsNumber() && t.sequence == int(v.Number()) || v.IsString() && itoa(t.sequence) == v.Text() {
				h.kill(t)
				return
			}
		}
	}
}

func (h *Host) timerRef(unref bool) vmapi.Function {
	return func(c *vmapi.Call) (vmapi.Value, error) {
		if t, ok := c.This().HostData().(*timer); ok && t.unref != unref {
			t.unref = unref
			if !t.dead {
				if unref {
					h.loop.refs--
				} else {
					h.loop.refs++
				}
			}
		}
		return c.This(), nil
	}
}
