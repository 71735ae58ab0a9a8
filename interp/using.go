package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// Disposable resources (7.5).

// DisposeCapability is 7.5.1: a stack of resources.
type DisposeCapability struct{ resources []disposable }

// disposable is a DisposableResource Record (7.5.2).
type disposable struct {
	value, method object.Value
	async         bool
	wrapSync      bool // an async resource whose method is Symbol.dispose
}

func extUsingStack(m *Machine, in *bytecode.Instr) {
	r := m.reg(in.A)
	r.ref, r.bits = unsafe.Pointer(&DisposeCapability{}), bitsInternal
}

func extUsingAdd(m *Machine, in *bytecode.Instr) {
	d := (*DisposeCapability)(m.reg(in.A).ref)
	if err := d.Add(m.agent, m.get(in.B), in.C == 1); err != nil {
		m.raise(err)
	}
}

// Add is AddDisposableResource (7.5.4) without a method.
func (d *DisposeCapability) Add(a *object.Agent, v object.Value, async bool) error {
	if v.IsNullish() {
		if async {
			d.resources = append(d.resources, disposable{value: object.Undefined, method: object.Undefined, async: true})
		}
		return nil
	}
	if !v.IsObject() {
		return a.TypeError("%s is not an object", a.Describe(v))
	}
	res := disposable{value: v.Clean(), async: async}
	var err error
	if async {
		res.method, err = object.GetMethod(a, v, object.SymbolKey(object.SymbolAsyncDispose))
	}
	if err == nil && (!async || res.method.IsUndefined()) {
		res.wrapSync = async
		res.method, err = object.GetMethod(a, v, object.SymbolKey(object.SymbolDispose))
	}
	if err != nil {
		return err
	}
	if res.method.IsUndefined() {
		return a.TypeError("Symbol.dispose is not a function")
	}
	return d.push(a, res)
}

func (d *DisposeCapability) push(a *object.Agent, r disposable) error {
	if err := a.Charge(48); err != nil {
		return err
	}
	d.resources = append(d.resources, r)
	return nil
}

// AddMethod appends a resource with its disposal method known; value may be undefined.
func (d *DisposeCapability) AddMethod(a *object.Agent, v, method object.Value, async bool) error {
	return d.push(a, disposable{value: v.Clean(), method: method.Clean(), async: async})
}

// Move returns the resources in a new capability and leaves d empty.
func (d *DisposeCapability) Move() *DisposeCapability {
	n := &DisposeCapability{resources: d.resources}
	d.resources = nil
	return n
}

// Len returns the number of resources.
func (d *DisposeCapability) Len() int { return len(d.resources) }

// Trace visits the resources.
func (d *DisposeCapability) Trace(v object.Visitor) {
	for _, r := range d.resources {
		v.Value(r.value)
		v.Value(r.method)
	}
}

// Dispose disposes the newest resource (the loop body of DisposeResources,
// 7.5.6). await is set if the caller has to await v before it goes on.
func (d *DisposeCapability) Dispose(a *object.Agent) (v object.Value, await bool, err error) {
	n := len(d.resources) - 1
	r := d.resources[n]
	d.resources[n] = disposable{}
	d.resources = d.resources[:n]
	if r.method.IsUndefined() {
		return object.Undefined, r.async, nil
	}
	v, err = a.Call(r.method, r.value)
	if r.wrapSync {
		// GetDisposeMethod (7.5.5) step 1.b: the sync method's result is not awaited,
		// and what it throws rejects a promise, which is.
		thrown, catchable := object.Catch(err)
		if err != nil && !catchable {
			return object.Undefined, false, err
		}
		p := newPromise(a, a.CurrentRealm())
		if err != nil {
			RejectPromise(a, p, thrown)
		} else {
			FulfillPromise(a, p, object.Undefined)
		}
		return object.Obj(p), true, nil
	}
	if err != nil {
		return object.Undefined, false, err
	}
	return v, r.async, nil
}

// NextIsEmpty reports whether the newest resource is null or undefined of an
// await using: there is nothing to call, but something is awaited in the end.
func (d *DisposeCapability) NextIsEmpty() bool {
	return d.resources[len(d.resources)-1].method.IsUndefined()
}

// Suppress merges an error thrown by a disposal into the pending one.
func Suppress(a *object.Agent, thrown, pending object.Value) object.Value {
	proto := a.CurrentRealm().Intrinsic(object.IntrinsicSuppressedErrorPrototype)
	e := a.NewError(proto, object.StrGo("An error was suppressed during disposal.").AsString())
	e.AppendProperty(a, a.NameKey(nameError), thrown, object.AttrMethod)
	e.AppendProperty(a, a.NameKey(nameSuppressed), pending, object.AttrMethod)
	return object.Obj(e)
}

var (
	nameError      = object.DeclareName("error")
	nameSuppressed = object.DeclareName("suppressed")
)

// extUsingDispose is one step of DisposeResources; see ops.txt.
func extUsingDispose(m *Machine, in *bytecode.Instr) {
	a := m.agent
	d := (*DisposeCapability)(m.reg(in.A).ref)
	threw := func(v object.Value) {
		if m.get(in.A+1).IsInt() && m.get(in.A+1).AsInt() == 1 {
			v = Suppress(a, v, m.get(in.A+2))
		}
		m.reg(in.A + 1).set(object.Int(1))
		m.reg(in.A + 2).set(v)
	}
	if s := m.get(in.A + 3); s.IsInt() && s.AsInt() == 3 {
		threw(m.get(in.A + 4))
	}
	status := int32(1)
	if d.Len() == 0 {
		status = 0
	} else {
		v, await, err := d.Dispose(a)
		if err != nil {
			x, ok := object.Catch(err)
			if !ok {
				m.raise(err)
				return
			}
			threw(x)
		} else if await {
			status = 2
			m.reg(in.A + 4).set(v)
		}
	}
	m.reg(in.A + 3).set(object.Int(status))
}
