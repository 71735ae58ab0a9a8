package webassembly

import (
	"math"
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

var (
	intrinsicMemory          = object.DeclareIntrinsic("WebAssembly.Memory")
	intrinsicMemoryPrototype = object.DeclareIntrinsic("WebAssembly.Memory.prototype")
	classMemory              = &object.Class{Name: "WebAssembly.Memory", Kind: object.KindOther}
)

const (
	pageSize = 65536
	maxPages = 65536
)

type memory struct {
	pages, maximum int64
	shared         bool
	buffer         *object.Object
}

func init() {
	classMemory.Trace = func(o *object.Object, v object.Visitor) { v.Object(object.Payload[memory](o).buffer) }
	defineClass("Memory", 1, intrinsicMemory, intrinsicMemoryPrototype, memoryConstructor, nil,
		[]object.Prop{enumerable("grow", 1, memoryGrow), attribute("buffer", memoryBuffer, nil)})
}

// limit reads a property of a descriptor that is a size; ok is false if it is
// undefined and not required.
func limit(c *object.Call, what string, o *object.Object, name string, low, high int64, required bool) (n int64, ok bool, err error) {
	a := c.Agent
	v, err := o.Get(a, a.Key(name))
	if err != nil {
		return 0, false, err
	}
	if v.IsUndefined() {
		if required {
			err = a.TypeError("WebAssembly.%s: Property '%s' is required", what, name)
		}
		return 0, false, err
	}
	f, err := object.ToNumber(a, v)
	if err != nil {
		return 0, false, err
	}
	if math.IsNaN(f) || math.IsInf(f, 0) || f < 0 || f > math.MaxUint32 {
		return 0, false, a.TypeError("WebAssembly.%s: Property '%s': value %s is %s", what, name, a.Describe(v), bound(f))
	}
	n = int64(f)
	switch {
	case n < low:
		err = a.RangeError("WebAssembly.%s: Property '%s': value %d is below the lower bound %d", what, name, n, low)
	case n > high:
		err = a.RangeError("WebAssembly.%s: Property '%s': value %d is above the upper bound %d", what, name, n, high)
	}
	return n, true, err
}

func bound(f float64) string {
	if f < 0 {
		return "below the lower bound"
	}
	return "above the upper bound"
}

// https://webassembly.github.io/spec/js-api/#dom-memory-memory
func memoryConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := needNew(c, "Memory"); err != nil {
		return object.Undefined, err
	}
	d := c.Arg(0).ObjectOrNil()
	if d == nil {
		return object.Undefined, a.TypeError("WebAssembly.Memory(): Argument 0 must be a memory descriptor")
	}
	initial, _, err := limit(c, "Memory()", d, "initial", 0, maxPages, true)
	if err != nil {
		return object.Undefined, err
	}
	maximum, bounded, err := limit(c, "Memory()", d, "maximum", initial, maxPages, false)
	if err != nil {
		return object.Undefined, err
	}
	shared, err := d.Get(a, a.Key("shared"))
	if err != nil {
		return object.Undefined, err
	}
	m := &memory{pages: initial, maximum: maxPages, shared: object.ToBoolean(shared)}
	if bounded {
		m.maximum = maximum
	} else if m.shared {
		return object.Undefined, a.TypeError("WebAssembly.Memory(): If shared is true, maximum property should be specified.")
	}
	if err := m.renew(a); err != nil {
		return object.Undefined, err
	}
	o, err := object.OrdinaryCreateFromConstructor(a, c.NewTarget, intrinsicMemoryPrototype, classMemory, unsafe.Pointer(m))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), nil
}

// renew makes the buffer for the present size, with what the old one had.
func (m *memory) renew(a *object.Agent) error {
	r := a.CurrentRealm()
	size := m.pages * pageSize
	if m.shared {
		block, err := object.NewSharedBlock(a, size, m.maximum*pageSize)
		if err == nil {
			m.buffer = a.NewSharedArrayBuffer(r.Intrinsic(object.IntrinsicSharedArrayBufferPrototype), block)
		}
		return err
	}
	b, err := object.AllocateArrayBuffer(a, r.Intrinsic(object.IntrinsicArrayBuffer), size, -1)
	if err != nil {
		return err
	}
	if m.buffer != nil {
		old := object.BufferData(object.Obj(m.buffer))
		copy(object.BufferData(object.Obj(b)).Data, old.Data)
		if err := object.DetachArrayBuffer(a, old, object.Undefined); err != nil {
			return err
		}
	}
	m.buffer = b
	return nil
}

func thisMemory(c *object.Call, what string) (*memory, error) {
	if m := object.PayloadOf[memory](c.This, classMemory); m != nil {
		return m, nil
	}
	return nil, incompatible(c, "Memory."+what, "Memory")
}

// https://webassembly.github.io/spec/js-api/#dom-memory-buffer
func memoryBuffer(c *object.Call) (object.Value, error) {
	m, err := thisMemory(c, "buffer")
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(m.buffer), nil
}

// https://webassembly.github.io/spec/js-api/#dom-memory-grow
func memoryGrow(c *object.Call) (object.Value, error) {
	a := c.Agent
	m, err := thisMemory(c, "grow()")
	if err != nil {
		return object.Undefined, err
	}
	delta, err := object.ToNumber(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if math.IsNaN(delta) || delta < 0 || delta > math.MaxUint32 {
		return object.Undefined, a.TypeError("WebAssembly.Memory.grow(): Argument 0 must be convertible to a valid number")
	}
	if m.pages+int64(delta) > m.maximum {
		return object.Undefined, a.RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded")
	}
	old := m.pages
	m.pages += int64(delta)
	if m.shared {
		block := object.BufferData(object.Obj(m.buffer)).Shared
		if !block.Grow(int(old*pageSize), int(m.pages*pageSize)) {
			m.pages = old
			return object.Undefined, a.RangeError("WebAssembly.Memory.grow(): Unable to grow instance memory")
		}
	} else if err := m.renew(a); err != nil {
		m.pages = old
		return object.Undefined, err
	}
	return object.Number(float64(old)), nil
}
