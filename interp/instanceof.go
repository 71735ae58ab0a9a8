package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

// instanceOfCache remembers by shape what instanceof finds on its right-hand side:
// where the method Symbol.hasInstance and the property prototype are.
type instanceOfCache [16]struct {
	shape     *object.Shape
	method    polyEntry
	prototype uint32
}

// maxFastChain is how long a prototype chain is walked without taking steps.
const maxFastChain = 255

// instanceOf is x instanceof y for a function y with the built-in Symbol.hasInstance,
// whose prototype is a data property; ok is false, with nothing done, for others.
//
// OPT: the built-in method runs no script then (TestInstanceofCache).
func (m *Machine) instanceOf(x, y object.Value) (is, ok bool) {
	f := y.ObjectOrNil()
	if f == nil || f.Kind() != object.KindClosure || m.agent.Fuel <= 0 {
		return false, false
	}
	sh := f.Shape()
	e := &m.instances[uintptr(unsafe.Pointer(sh))>>4%uintptr(len(m.instances))]
	if e.shape != sh || e.method.epoch != m.agent.ProtoEpoch {
		method := f.LookupForCache(m.agent, object.SymbolKey(object.SymbolHasInstance))
		prototype := f.LookupForCache(m.agent, m.agent.NameKey(object.NamePrototype))
		if method.Kind != object.CacheData || prototype.Kind != object.CacheData || prototype.Holder != nil {
			return false, false
		}
		// The lookups may have made the properties of f.
		e.shape, e.prototype = f.Shape(), prototype.Slot
		e.method = polyEntry{holder: method.Holder, slot: method.Slot, epoch: m.agent.ProtoEpoch}
	}
	if h := e.method.load(f).ObjectOrNil(); h == nil || h.Kind() != object.KindNative || object.Payload[object.Native](h).Magic != object.MagicHasInstance {
		return false, false
	}
	want := f.SlotAt(e.prototype).ObjectOrNil()
	o := x.ObjectOrNil()
	if want == nil && o != nil {
		return false, false
	}
	for n := 0; o != nil && !is; n++ {
		sh := o.Shape()
		if n == maxFastChain || sh.Class().GetPrototypeOf != nil {
			return false, false
		}
		o = sh.Proto()
		is = o == want
	}
	m.agent.Fuel-- // of the call of the method
	return is, true
}
