package keyed

import (
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

var (
	intrinsicWeakMap          = object.DeclareIntrinsic("WeakMap")
	intrinsicWeakMapPrototype = object.DeclareIntrinsic("WeakMap.prototype")
	intrinsicWeakSet          = object.DeclareIntrinsic("WeakSet")
	intrinsicWeakSetPrototype = object.DeclareIntrinsic("WeakSet.prototype")

	// The payload is an object.WeakCollection, which refers to nothing.
	classWeakMap = &object.Class{Name: "WeakMap", Kind: object.KindOther}
	classWeakSet = &object.Class{Name: "WeakSet", Kind: object.KindOther}
)

func init() {
	object.DefineIntrinsic(intrinsicWeakMap, object.Spec{
		Fn: weakMapConstructor, Name: "WeakMap", Constructor: true,
		Props: []object.Prop{object.FixedRef("prototype", intrinsicWeakMapPrototype)},
	})
	object.DefineIntrinsic(intrinsicWeakMapPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", intrinsicWeakMap),
			object.Method("delete", 1, weakMapPrototypeDelete),
			object.Method("get", 1, weakMapPrototypeGet),
			object.Method("set", 2, weakMapPrototypeSet),
			object.Method("has", 1, weakMapPrototypeHas),
			object.Method("getOrInsert", 2, weakMapPrototypeGetOrInsert),
			object.Method("getOrInsertComputed", 2, weakMapPrototypeGetOrInsertComputed),
			object.ToStringTag("WeakMap"),
		},
	})
	object.DefineIntrinsic(intrinsicWeakSet, object.Spec{
		Fn: weakSetConstructor, Name: "WeakSet", Constructor: true,
		Props: []object.Prop{object.FixedRef("prototype", intrinsicWeakSetPrototype)},
	})
	object.DefineIntrinsic(intrinsicWeakSetPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", intrinsicWeakSet),
			object.Method("delete", 1, weakSetPrototypeDelete),
			object.Method("has", 1, weakSetPrototypeHas),
			object.Method("add", 1, weakSetPrototypeAdd),
			object.ToStringTag("WeakSet"),
		},
	})
}

// newWeak makes the object that a constructor returns.
func newWeak(c *object.Call, name string, proto object.Intrinsic, class *object.Class) (*object.Object, error) {
	if c.NewTarget == nil {
		return nil, c.Agent.TypeError("Constructor %s requires 'new'", name)
	}
	if err := c.Agent.Charge(128); err != nil {
		return nil, err
	}
	return object.OrdinaryCreateFromConstructor(c.Agent, c.NewTarget, proto, class, unsafe.Pointer(c.Agent.NewWeakCollection()))
}

// 24.3.1.1 WeakMap ( [ iterable ] ), https://tc39.es/ecma262/#sec-weakmap-iterable
func weakMapConstructor(c *object.Call) (object.Value, error) {
	o, err := newWeak(c, "WeakMap", intrinsicWeakMapPrototype, classWeakMap)
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), fillFromEntries(c, o, weakMapPrototypeSet)
}

// 24.4.1.1 WeakSet ( [ iterable ] ), https://tc39.es/ecma262/#sec-weakset-iterable
func weakSetConstructor(c *object.Call) (object.Value, error) {
	o, err := newWeak(c, "WeakSet", intrinsicWeakSetPrototype, classWeakSet)
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), fillFromValues(c, o, weakSetPrototypeAdd)
}

func thisWeak(c *object.Call, class *object.Class, method string) (*object.WeakCollection, error) {
	if w := object.PayloadOf[object.WeakCollection](c.This, class); w != nil {
		return w, nil
	}
	return nil, incompatible(c, class.Name+".prototype."+method)
}

// 24.3.3.2 WeakMap.prototype.delete ( key ), https://tc39.es/ecma262/#sec-weakmap.prototype.delete
func weakMapPrototypeDelete(c *object.Call) (object.Value, error) {
	return deleteWeak(c, classWeakMap)
}

// 24.4.3.3 WeakSet.prototype.delete ( value ), https://tc39.es/ecma262/#sec-weakset.prototype.delete
func weakSetPrototypeDelete(c *object.Call) (object.Value, error) {
	return deleteWeak(c, classWeakSet)
}

func deleteWeak(c *object.Call, class *object.Class) (object.Value, error) {
	w, err := thisWeak(c, class, "delete")
	if err != nil {
		return object.Undefined, err
	}
	return object.Bool(w.Delete(c.Agent, c.Arg(0))), nil
}

// 24.3.3.6 WeakMap.prototype.has ( key ), https://tc39.es/ecma262/#sec-weakmap.prototype.has
func weakMapPrototypeHas(c *object.Call) (object.Value, error) { return hasWeak(c, classWeakMap) }

// 24.4.3.4 WeakSet.prototype.has ( value ), https://tc39.es/ecma262/#sec-weakset.prototype.has
func weakSetPrototypeHas(c *object.Call) (object.Value, error) { return hasWeak(c, classWeakSet) }

func hasWeak(c *object.Call, class *object.Class) (object.Value, error) {
	w, err := thisWeak(c, class, "has")
	if err != nil {
		return object.Undefined, err
	}
	_, found := w.Get(c.Agent, c.Arg(0))
	return object.Bool(found), nil
}

// 24.3.3.3 WeakMap.prototype.get ( key ), https://tc39.es/ecma262/#sec-weakmap.prototype.get
func weakMapPrototypeGet(c *object.Call) (object.Value, error) {
	w, err := thisWeak(c, classWeakMap, "get")
	if err != nil {
		return object.Undefined, err
	}
	v, _ := w.Get(c.Agent, c.Arg(0))
	return v, nil
}

// weakMapKey returns the receiver and the first argument, which must be a key.
func weakMapKey(c *object.Call, method string) (*object.WeakCollection, object.Value, error) {
	w, err := thisWeak(c, classWeakMap, method)
	if err == nil && !object.CanBeHeldWeakly(c.Arg(0)) {
		err = c.Agent.TypeError("Invalid value used as weak map key")
	}
	return w, c.Arg(0), err
}

// 24.3.3.4 WeakMap.prototype.getOrInsert ( key, value ), https://tc39.es/ecma262/#sec-weakmap.prototype.getorinsert
func weakMapPrototypeGetOrInsert(c *object.Call) (object.Value, error) {
	w, key, err := weakMapKey(c, "getOrInsert")
	if err != nil {
		return object.Undefined, err
	}
	if v, ok := w.Get(c.Agent, key); ok {
		return v, nil
	}
	return c.Arg(1), w.Set(c.Agent, key, c.Arg(1))
}

// 24.3.3.5 WeakMap.prototype.getOrInsertComputed ( key, callback ), https://tc39.es/ecma262/#sec-weakmap.prototype.getorinsertcomputed
func weakMapPrototypeGetOrInsertComputed(c *object.Call) (object.Value, error) {
	w, key, err := weakMapKey(c, "getOrInsertComputed")
	if err != nil {
		return object.Undefined, err
	}
	callback := c.Arg(1)
	if !object.IsCallable(callback) {
		return object.Undefined, c.Agent.TypeError("%s is not a function", c.Agent.DescribeOperand(callback))
	}
	if v, ok := w.Get(c.Agent, key); ok {
		return v, nil
	}
	v, err := c.Agent.Call(callback, object.Undefined, key)
	if err != nil {
		return object.Undefined, err
	}
	return v, w.Set(c.Agent, key, v)
}

// 24.3.3.7 WeakMap.prototype.set ( key, value ), https://tc39.es/ecma262/#sec-weakmap.prototype.set
func weakMapPrototypeSet(c *object.Call) (object.Value, error) {
	w, key, err := weakMapKey(c, "set")
	if err != nil {
		return object.Undefined, err
	}
	return c.This, w.Set(c.Agent, key, c.Arg(1))
}

// 24.4.3.1 WeakSet.prototype.add ( value ), https://tc39.es/ecma262/#sec-weakset.prototype.add
func weakSetPrototypeAdd(c *object.Call) (object.Value, error) {
	w, err := thisWeak(c, classWeakSet, "add")
	if err != nil {
		return object.Undefined, err
	}
	if !object.CanBeHeldWeakly(c.Arg(0)) {
		return object.Undefined, c.Agent.TypeError("Invalid value used in weak set")
	}
	return c.This, w.Set(c.Agent, c.Arg(0), object.Undefined)
}
