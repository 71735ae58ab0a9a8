package fundamental

import (
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicObject, object.Spec{
		Fn: objectConstructor, Name: "Object", Length: 1, Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicObjectPrototype),
			object.Method("assign", 2, objectAssign),
			object.Method("getOwnPropertyDescriptor", 2, objectGetOwnPropertyDescriptor),
			object.Method("getOwnPropertyDescriptors", 1, objectGetOwnPropertyDescriptors),
			object.Method("getOwnPropertyNames", 1, objectGetOwnPropertyNames),
			object.Method("getOwnPropertySymbols", 1, objectGetOwnPropertySymbols),
			object.Method("hasOwn", 2, objectHasOwn),
			object.Method("is", 2, objectIs),
			object.Method("preventExtensions", 1, objectPreventExtensions),
			object.Method("seal", 1, objectSeal),
			object.Method("create", 2, objectCreate),
			object.Method("defineProperties", 2, objectDefineProperties),
			object.Method("defineProperty", 3, objectDefineProperty),
			object.Method("freeze", 1, objectFreeze),
			object.Method("getPrototypeOf", 1, objectGetPrototypeOf),
			object.Method("setPrototypeOf", 2, objectSetPrototypeOf),
			object.Method("isExtensible", 1, objectIsExtensible),
			object.Method("isFrozen", 1, objectIsFrozen),
			object.Method("isSealed", 1, objectIsSealed),
			object.Method("keys", 1, objectKeys),
			object.Method("entries", 1, objectEntries),
			object.Method("fromEntries", 1, objectFromEntries),
			object.Method("values", 1, objectValues),
			object.Method("groupBy", 2, objectGroupBy),
		},
	})
}

// 20.1.1.1 Object ( [ value ] ), https://tc39.es/ecma262/#sec-object-value
func objectConstructor(c *object.Call) (object.Value, error) {
	if c.NewTarget != nil && c.NewTarget != c.Func {
		o, err := object.OrdinaryCreateFromConstructor(c.Agent, c.NewTarget, object.IntrinsicObjectPrototype, object.ClassObject, nil)
		return object.ObjOrNull(o), err
	}
	v := c.Arg(0)
	if v.IsNullish() {
		return object.Obj(c.Agent.NewObject(c.Intrinsic(object.IntrinsicObjectPrototype))), nil
	}
	o, err := object.ToObject(c.Agent, v)
	return object.ObjOrNull(o), err
}

// 20.1.2.1 Object.assign ( target, ...sources ), https://tc39.es/ecma262/#sec-object.assign
func objectAssign(c *object.Call) (object.Value, error) {
	to, err := object.ToObject(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	for i := 1; i < c.ArgCount(); i++ {
		if source := c.Arg(i); !source.IsNullish() {
			if err := assignFrom(c.Agent, to, source); err != nil {
				return object.Undefined, err
			}
		}
	}
	return object.Obj(to), nil
}

func assignFrom(a *object.Agent, to *object.Object, source object.Value) error {
	from, err := object.ToObject(a, source)
	if err != nil {
		return err
	}
	keys, err := from.OwnPropertyKeys(a)
	if err != nil {
		return err
	}
	for _, k := range keys {
		if err := a.Tick(1); err != nil {
			return err
		}
		d, found, err := from.GetOwnProperty(a, k)
		if err != nil {
			return err
		}
		if !found || !d.Enumerable() {
			continue
		}
		v := d.Value
		// OPT: [[Get]] of a data property of an object without a [[Get]] of its own gives its value.
		if d.IsAccessor() || from.Class().Get != nil {
			if v, err = from.Get(a, k); err != nil {
				return err
			}
		}
		if err := to.Set(a, k, v, true); err != nil {
			return err
		}
	}
	return nil
}

// 20.1.2.2 Object.create ( O, Properties ), https://tc39.es/ecma262/#sec-object.create
func objectCreate(c *object.Call) (object.Value, error) {
	proto := c.Arg(0)
	if !proto.IsObject() && !proto.IsNull() {
		return object.Undefined, c.Agent.TypeError("Object prototype may only be an Object or null: %s", c.Agent.Describe(proto))
	}
	o := c.Agent.NewObject(proto.ObjectOrNil())
	if properties := c.Arg(1); !properties.IsUndefined() {
		if err := defineProperties(c.Agent, o, properties); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(o), nil
}

// 20.1.2.3 Object.defineProperties ( O, Properties ), https://tc39.es/ecma262/#sec-object.defineproperties
func objectDefineProperties(c *object.Call) (object.Value, error) {
	o := c.Arg(0).ObjectOrNil()
	if o == nil {
		return object.Undefined, c.Agent.TypeError("Object.defineProperties called on non-object")
	}
	return object.Obj(o), defineProperties(c.Agent, o, c.Arg(1))
}

// 20.1.2.3.1 ObjectDefineProperties ( O, Properties ), https://tc39.es/ecma262/#sec-objectdefineproperties
func defineProperties(a *object.Agent, o *object.Object, properties object.Value) error {
	props, err := object.ToObject(a, properties)
	if err != nil {
		return err
	}
	keys, err := props.OwnPropertyKeys(a)
	if err != nil {
		return err
	}
	type definition struct {
		key  object.PropertyKey
		desc object.PropertyDescriptor
	}
	var definitions []definition
	for _, k := range keys {
		if err := a.Tick(1); err != nil {
			return err
		}
		d, found, err := props.GetOwnProperty(a, k)
		if err != nil {
			return err
		}
		if !found || !d.Enumerable() {
			continue
		}
		v, err := props.Get(a, k)
		if err != nil {
			return err
		}
		desc, err := object.ToPropertyDescriptor(a, v)
		if err != nil {
			return err
		}
		if err := a.Charge(int(unsafe.Sizeof(definition{}))); err != nil {
			return err
		}
		definitions = append(definitions, definition{k, desc})
	}
	for i := range definitions {
		if err := a.Attend(); err != nil {
			return err
		}
		if err := o.DefinePropertyOrThrow(a, definitions[i].key, &definitions[i].desc); err != nil {
			return err
		}
	}
	return nil
}

// 20.1.2.4 Object.defineProperty ( O, P, Attributes ), https://tc39.es/ecma262/#sec-object.defineproperty
func objectDefineProperty(c *object.Call) (object.Value, error) {
	o := c.Arg(0).ObjectOrNil()
	if o == nil {
		return object.Undefined, c.Agent.TypeError("Object.defineProperty called on non-object")
	}
	k, err := object.ToPropertyKey(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	d, err := object.ToPropertyDescriptor(c.Agent, c.Arg(2))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), o.DefinePropertyOrThrow(c.Agent, k, &d)
}

// 20.1.2.5 Object.entries ( O ), https://tc39.es/ecma262/#sec-object.entries
func objectEntries(c *object.Call) (object.Value, error) {
	return enumerableOwn(c, object.EnumerateEntries)
}

// 20.1.2.19 Object.keys ( O ), https://tc39.es/ecma262/#sec-object.keys
func objectKeys(c *object.Call) (object.Value, error) { return enumerableOwn(c, object.EnumerateKeys) }

// 20.1.2.24 Object.values ( O ), https://tc39.es/ecma262/#sec-object.values
func objectValues(c *object.Call) (object.Value, error) {
	return enumerableOwn(c, object.EnumerateValues)
}

func enumerableOwn(c *object.Call, kind object.Enumeration) (object.Value, error) {
	o, err := object.ToObject(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	list, err := object.EnumerableOwnProperties(c.Agent, o, kind)
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(object.CreateArrayFromList(c.Agent, list)), nil
}

// 20.1.2.7 Object.fromEntries ( iterable ), https://tc39.es/ecma262/#sec-object.fromentries
func objectFromEntries(c *object.Call) (object.Value, error) {
	iterable := c.Arg(0)
	if iterable.IsNullish() {
		return object.Undefined, c.Agent.TypeError("%s is not iterable", c.Agent.Describe(iterable))
	}
	o := c.Agent.NewObject(c.Intrinsic(object.IntrinsicObjectPrototype))
	err := object.AddEntriesFromIterable(c.Agent, o, iterable, object.Undefined, addProperty)
	return object.Obj(o), err
}

func addProperty(a *object.Agent, target *object.Object, _, key, value object.Value) error {
	k, err := object.ToPropertyKey(a, key)
	if err != nil {
		return err
	}
	return target.CreateDataPropertyOrThrow(a, k, value)
}

// 20.1.2.8 Object.getOwnPropertyDescriptor ( O, P ), https://tc39.es/ecma262/#sec-object.getownpropertydescriptor
func objectGetOwnPropertyDescriptor(c *object.Call) (object.Value, error) {
	o, err := object.ToObject(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	k, err := object.ToPropertyKey(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	d, found, err := o.GetOwnProperty(c.Agent, k)
	if err != nil {
		return object.Undefined, err
	}
	return object.FromPropertyDescriptor(c.Agent, &d, found), nil
}

// 20.1.2.9 Object.getOwnPropertyDescriptors ( O ), https://tc39.es/ecma262/#sec-object.getownpropertydescriptors
func objectGetOwnPropertyDescriptors(c *object.Call) (object.Value, error) {
	o, err := object.ToObject(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	keys, err := o.OwnPropertyKeys(c.Agent)
	if err != nil {
		return object.Undefined, err
	}
	descriptors := c.Agent.NewObject(c.Intrinsic(object.IntrinsicObjectPrototype))
	for _, k := range keys {
		if err := c.Agent.Tick(1); err != nil {
			return object.Undefined, err
		}
		if err := c.Agent.Charge(128); err != nil {
			return object.Undefined, err
		}
		d, found, err := o.GetOwnProperty(c.Agent, k)
		if err != nil {
			return object.Undefined, err
		}
		if found {
			if err := descriptors.CreateDataPropertyOrThrow(c.Agent, k, object.FromPropertyDescriptor(c.Agent, &d, true)); err != nil {
				return object.Undefined, err
			}
		}
	}
	return object.Obj(descriptors), nil
}

// 20.1.2.10 Object.getOwnPropertyNames ( O ), https://tc39.es/ecma262/#sec-object.getownpropertynames
func objectGetOwnPropertyNames(c *object.Call) (object.Value, error) { return ownKeys(c, false) }

// 20.1.2.11 Object.getOwnPropertySymbols ( O ), https://tc39.es/ecma262/#sec-object.getownpropertysymbols
func objectGetOwnPropertySymbols(c *object.Call) (object.Value, error) { return ownKeys(c, true) }

// 20.1.2.11.1 GetOwnPropertyKeys ( O, type ), https://tc39.es/ecma262/#sec-getownpropertykeys
func ownKeys(c *object.Call, symbols bool) (object.Value, error) {
	o, err := object.ToObject(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	keys, err := o.OwnPropertyKeys(c.Agent)
	if err != nil {
		return object.Undefined, err
	}
	if err := c.Agent.Charge(len(keys) * 16); err != nil {
		return object.Undefined, err
	}
	if err := c.Agent.Tick(len(keys) / 8); err != nil {
		return object.Undefined, err
	}
	list := make([]object.Value, 0, len(keys))
	for i, k := range keys {
		if err := c.Agent.AttendAt(i); err != nil {
			return object.Undefined, err
		}
		if k.IsSymbol() == symbols {
			list = append(list, k.Value())
		}
	}
	return object.Obj(object.CreateArrayFromList(c.Agent, list)), nil
}

// 20.1.2.12 Object.getPrototypeOf ( O ), https://tc39.es/ecma262/#sec-object.getprototypeof
func objectGetPrototypeOf(c *object.Call) (object.Value, error) {
	o, err := object.ToObject(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	proto, err := o.GetPrototypeOf(c.Agent)
	return object.ObjOrNull(proto), err
}

// 20.1.2.13 Object.groupBy ( items, callback ), https://tc39.es/ecma262/#sec-object.groupby
func objectGroupBy(c *object.Call) (object.Value, error) {
	groups, err := object.GroupBy(c.Agent, c.Arg(0), c.Arg(1), true)
	if err != nil {
		return object.Undefined, err
	}
	o := c.Agent.NewObject(nil)
	for cursor := groups.Cursor(); ; {
		key, group, ok := cursor.Next()
		if !ok {
			return object.Obj(o), nil
		}
		if err := c.Agent.Attend(); err != nil {
			return object.Undefined, err
		}
		k, err := object.ToPropertyKey(c.Agent, key)
		if err == nil {
			err = o.CreateDataPropertyOrThrow(c.Agent, k, group)
		}
		if err != nil {
			return object.Undefined, err
		}
	}
}

// 20.1.2.14 Object.hasOwn ( O, P ), https://tc39.es/ecma262/#sec-object.hasown
func objectHasOwn(c *object.Call) (object.Value, error) {
	o, err := object.ToObject(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	k, err := object.ToPropertyKey(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	has, err := o.HasOwnProperty(c.Agent, k)
	return object.Bool(has), err
}

// 20.1.2.15 Object.is ( value1, value2 ), https://tc39.es/ecma262/#sec-object.is
func objectIs(c *object.Call) (object.Value, error) {
	return object.Bool(object.SameValue(c.Arg(0), c.Arg(1))), nil
}

// 20.1.2.23 Object.setPrototypeOf ( O, proto ), https://tc39.es/ecma262/#sec-object.setprototypeof
func objectSetPrototypeOf(c *object.Call) (object.Value, error) {
	v, proto := c.Arg(0), c.Arg(1)
	switch {
	case v.IsNullish():
		return object.Undefined, c.Agent.TypeError("Object.setPrototypeOf called on null or undefined")
	case !proto.IsObject() && !proto.IsNull():
		return object.Undefined, c.Agent.TypeError("Object prototype may only be an Object or null: %s", c.Agent.Describe(proto))
	case !v.IsObject():
		return v, nil
	}
	return v, setPrototype(c.Agent, v.AsObject(), proto.ObjectOrNil())
}

// setPrototype is [[SetPrototypeOf]] with the TypeError for a refusal.
func setPrototype(a *object.Agent, o, proto *object.Object) error {
	ok, err := o.SetPrototypeOf(a, proto)
	if err != nil || ok {
		return err
	}
	if o.Class() == object.ClassImmutablePrototype {
		return a.TypeError("Immutable prototype object 'Object.prototype' cannot have their prototype set")
	}
	if _, isProxy := object.ProxyTarget(o); isProxy {
		return a.TypeError("'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'")
	}
	if extensible, err := o.IsExtensible(a); err != nil || !extensible {
		if err != nil {
			return err
		}
		return a.TypeError("%s is not extensible", a.Describe(object.Obj(o)))
	}
	return a.TypeError("Cyclic __proto__ value")
}
