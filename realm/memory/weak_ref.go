package memory

import (
	"unsafe"
	"weak"

	"github.com/burrowjs/burrow/object"
)

var (
	intrinsicWeakRef          = object.DeclareIntrinsic("WeakRef")
	intrinsicWeakRefPrototype = object.DeclareIntrinsic("WeakRef.prototype")
)

// weakValue is a weak reference to an object or a symbol. Two are equal if they
// were made from the same value.
type weakValue struct {
	object weak.Pointer[object.Object]
	symbol weak.Pointer[object.Symbol]
}

func makeWeak(v object.Value) weakValue {
	if v.IsObject() {
		return weakValue{object: weak.Make(v.AsObject())}
	}
	return weakValue{symbol: weak.Make(v.AsSymbol())}
}

// value returns what w refers to, undefined if that is gone.
func (w weakValue) value() object.Value {
	if o := w.object.Value(); o != nil {
		return object.Obj(o)
	}
	if s := w.symbol.Value(); s != nil {
		return object.Sym(s)
	}
	return object.Undefined
}

var classWeakRef = &object.Class{Name: "WeakRef", Kind: object.KindOther}

func init() {
	object.DefineIntrinsic(intrinsicWeakRef, object.Spec{
		Fn: weakRefConstructor, Name: "WeakRef", Length: 1, Constructor: true,
		Props: []object.Prop{object.FixedRef("prototype", intrinsicWeakRefPrototype)},
	})
	object.DefineIntrinsic(intrinsicWeakRefPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", intrinsicWeakRef),
			object.Method("deref", 0, weakRefPrototypeDeref),
			object.ToStringTag("WeakRef"),
		},
	})
}

// 26.1.1.1 WeakRef ( target ), https://tc39.es/ecma262/#sec-weak-ref-target
func weakRefConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if c.NewTarget == nil {
		return object.Undefined, a.TypeError("Constructor WeakRef requires 'new'")
	}
	target := c.Arg(0)
	if !object.CanBeHeldWeakly(target) {
		return object.Undefined, a.TypeError("WeakRef: invalid target")
	}
	w := makeWeak(target)
	o, err := object.OrdinaryCreateFromConstructor(a, c.NewTarget, intrinsicWeakRefPrototype, classWeakRef, unsafe.Pointer(&w))
	if err != nil {
		return object.Undefined, err
	}
	a.KeepDuringJob(target)
	return object.Obj(o), nil
}

// 26.1.3.2 WeakRef.prototype.deref ( ), https://tc39.es/ecma262/#sec-weak-ref.prototype.deref
func weakRefPrototypeDeref(c *object.Call) (object.Value, error) {
	w := object.PayloadOf[weakValue](c.This, classWeakRef)
	if w == nil {
		return object.Undefined, c.Agent.TypeError("Method WeakRef.prototype.deref called on incompatible receiver %s", c.Agent.Describe(c.This))
	}
	v := w.value()
	if !v.IsUndefined() {
		c.Agent.KeepDuringJob(v)
	}
	return v, nil
}
