package memory

import (
	"runtime"
	"unsafe"
	"weak"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

var (
	intrinsicFinalizationRegistry          = object.DeclareIntrinsic("FinalizationRegistry")
	intrinsicFinalizationRegistryPrototype = object.DeclareIntrinsic("FinalizationRegistry.prototype")
)

// registry is the payload of FinalizationRegistry objects (26.2).
type registry struct {
	realm    *object.Realm
	callback object.Value
	cells    map[uint64]cell
	tokens   map[weakValue][]uint64 // cells by unregister token
	next     uint64
}

// cell is a record of [[Cells]]; its target is known to the cleanup only.
type cell struct {
	held     object.Value
	token    weakValue
	hasToken bool
}

var classFinalizationRegistry = &object.Class{Name: "FinalizationRegistry", Kind: object.KindOther}

func init() {
	object.DefineIntrinsic(intrinsicFinalizationRegistry, object.Spec{
		Fn: finalizationRegistryConstructor, Name: "FinalizationRegistry", Length: 1, Constructor: true,
		Props: []object.Prop{object.FixedRef("prototype", intrinsicFinalizationRegistryPrototype)},
	})
	object.DefineIntrinsic(intrinsicFinalizationRegistryPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", intrinsicFinalizationRegistry),
			object.Method("register", 2, finalizationRegistryPrototypeRegister),
			object.Method("unregister", 1, finalizationRegistryPrototypeUnregister),
			object.ToStringTag("FinalizationRegistry"),
		},
	})
	classFinalizationRegistry.Trace = func(o *object.Object, v object.Visitor) {
		r := object.Payload[registry](o)
		v.Realm(r.realm)
		v.Value(r.callback)
		for _, c := range r.cells {
			v.Value(c.held)
		}
	}
	classFinalizationRegistry.Size = func(o *object.Object) int {
		return int(unsafe.Sizeof(registry{})) + 96*len(object.Payload[registry](o).cells)
	}
}

// 26.2.1.1 FinalizationRegistry ( cleanupCallback ), https://tc39.es/ecma262/#sec-finalization-registry-cleanup-callback
func finalizationRegistryConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if c.NewTarget == nil {
		return object.Undefined, a.TypeError("Constructor FinalizationRegistry requires 'new'")
	}
	if !object.IsCallable(c.Arg(0)) {
		return object.Undefined, a.TypeError("FinalizationRegistry: cleanup must be callable")
	}
	r := &registry{realm: c.Realm(), callback: c.Arg(0), cells: map[uint64]cell{}, tokens: map[weakValue][]uint64{}}
	o, err := object.OrdinaryCreateFromConstructor(a, c.NewTarget, intrinsicFinalizationRegistryPrototype, classFinalizationRegistry, unsafe.Pointer(r))
	return object.ObjOrNull(o), err
}

func registryThis(c *object.Call, method string) (*registry, error) {
	if r := object.PayloadOf[registry](c.This, classFinalizationRegistry); r != nil {
		return r, nil
	}
	return nil, c.Agent.TypeError("Method FinalizationRegistry.prototype.%s called on incompatible receiver %s", method, c.Agent.Describe(c.This))
}

// 26.2.3.2 FinalizationRegistry.prototype.register ( target, heldValue [ , unregisterToken ] ), https://tc39.es/ecma262/#sec-finalization-registry.prototype.register
func finalizationRegistryPrototypeRegister(c *object.Call) (object.Value, error) {
	a := c.Agent
	r, err := registryThis(c, "register")
	if err != nil {
		return object.Undefined, err
	}
	target, held, token := c.Arg(0), c.Arg(1), c.Arg(2)
	switch {
	case !object.CanBeHeldWeakly(target):
		return object.Undefined, a.TypeError("FinalizationRegistry.prototype.register: invalid target")
	case object.SameValue(target, held):
		return object.Undefined, a.TypeError("FinalizationRegistry.prototype.register: target and holdings must not be same")
	case !object.CanBeHeldWeakly(token) && !token.IsUndefined():
		return object.Undefined, a.TypeError("Invalid unregisterToken ('%s')", a.Describe(token))
	}
	if err := a.Charge(160); err != nil {
		return object.Undefined, err
	}
	id := r.next
	r.next++
	entry := cell{held: held}
	if !token.IsUndefined() {
		entry.token, entry.hasToken = makeWeak(token), true
		r.tokens[entry.token] = append(r.tokens[entry.token], id)
	}
	r.cells[id] = entry
	n := notice{weak.Make(a), weak.Make(r), id}
	if target.IsObject() {
		runtime.AddCleanup(target.AsObject(), targetGone, n)
	} else {
		runtime.AddCleanup(target.AsSymbol(), targetGone, n)
	}
	return object.Undefined, nil
}

// notice says which cell a cleanup is for.
type notice struct {
	agent    weak.Pointer[object.Agent]
	registry weak.Pointer[registry]
	id       uint64
}

// targetGone runs on a goroutine of the Go runtime.
func targetGone(n notice) {
	if a := n.agent.Value(); a != nil && n.registry.Value() != nil {
		a.Post(n.cleanup)
	}
}

// cleanup is CleanupFinalizationRegistry (9.12) for one cell, https://tc39.es/ecma262/#sec-cleanup-finalization-registry
func (n notice) cleanup(a *object.Agent) error {
	r := n.registry.Value()
	if r == nil {
		return nil
	}
	entry, ok := r.cells[n.id]
	if !ok {
		return nil
	}
	r.drop(n.id, entry)
	err := interp.MachineOf(a).WithRealm(r.realm, func() error {
		_, err := a.Call(r.callback, object.Undefined, entry.held)
		return err
	})
	a.ClearKeptObjects()
	return err
}

// drop removes a cell.
func (r *registry) drop(id uint64, entry cell) {
	delete(r.cells, id)
	if !entry.hasToken {
		return
	}
	list := r.tokens[entry.token]
	for i := range list {
		if list[i] == id {
			list[i] = list[len(list)-1]
			list = list[:len(list)-1]
			break
		}
	}
	if len(list) == 0 {
		delete(r.tokens, entry.token)
	} else {
		r.tokens[entry.token] = list
	}
}

// 26.2.3.3 FinalizationRegistry.prototype.unregister ( unregisterToken ), https://tc39.es/ecma262/#sec-finalization-registry.prototype.unregister
func finalizationRegistryPrototypeUnregister(c *object.Call) (object.Value, error) {
	r, err := registryThis(c, "unregister")
	if err != nil {
		return object.Undefined, err
	}
	if !object.CanBeHeldWeakly(c.Arg(0)) {
		return object.Undefined, c.Agent.TypeError("Invalid unregisterToken ('%s')", c.Agent.Describe(c.Arg(0)))
	}
	token := makeWeak(c.Arg(0))
	list := r.tokens[token]
	for _, id := range list {
		delete(r.cells, id)
	}
	delete(r.tokens, token)
	return object.Bool(len(list) > 0), nil
}
