package reflection

import "github.com/burrowjs/burrow/object"

func init() {
	object.DefineIntrinsic(object.IntrinsicReflect, object.Spec{
		Props: []object.Prop{
			object.Method("defineProperty", 3, reflectDefineProperty),
			object.Method("deleteProperty", 2, reflectDeleteProperty),
			object.MethodMagic("apply", 3, reflectApply, object.MagicReflectApply),
			object.Method("construct", 2, reflectConstruct),
			object.Method("get", 2, reflectGet),
			object.Method("getOwnPropertyDescriptor", 2, reflectGetOwnPropertyDescriptor),
			object.Method("getPrototypeOf", 1, reflectGetPrototypeOf),
			object.Method("has", 2, reflectHas),
			object.Method("isExtensible", 1, reflectIsExtensible),
			object.Method("ownKeys", 1, reflectOwnKeys),
			object.Method("preventExtensions", 1, reflectPreventExtensions),
			object.Method("set", 3, reflectSet),
			object.Method("setPrototypeOf", 2, reflectSetPrototypeOf),
			object.ToStringTag("Reflect"),
		},
	})
}

// target returns the first argument, which must be an object.
func target(c *object.Call, name string) (*object.Object, error) {
	if o := c.Arg(0).ObjectOrNil(); o != nil {
		return o, nil
	}
	return nil, c.Agent.TypeError("Reflect.%s called on non-object", name)
}

// targetAndKey returns the first argument and the second as a property key.
func targetAndKey(c *object.Call, name string) (*object.Object, object.PropertyKey, error) {
	o, err := target(c, name)
	if err != nil {
		return nil, object.PropertyKey{}, err
	}
	k, err := object.ToPropertyKey(c.Agent, c.Arg(1))
	return o, k, err
}

// 28.1.1 Reflect.apply ( target, thisArgument, argumentsList ), https://tc39.es/ecma262/#sec-reflect.apply
func reflectApply(c *object.Call) (object.Value, error) {
	if !object.IsCallable(c.Arg(0)) {
		text, kind := c.Agent.Describe(c.Arg(0)), object.TypeOf(c.Arg(0)).String()
		article := "a"
		if kind[0] == 'o' || kind[0] == 'u' {
			article = "an"
		}
		return object.Undefined, c.Agent.TypeError("Function.prototype.apply was called on %s, which is %s %s and not a function", text, article, kind)
	}
	args, err := object.CreateListFromArrayLike(c.Agent, c.Arg(2))
	if err != nil {
		return object.Undefined, err
	}
	return c.Agent.Call(c.Arg(0), c.Arg(1), args...)
}

// 28.1.2 Reflect.construct ( target, argumentsList [ , newTarget ] ), https://tc39.es/ecma262/#sec-reflect.construct
func reflectConstruct(c *object.Call) (object.Value, error) {
	f := c.Arg(0)
	newTarget := f
	if c.ArgCount() > 2 {
		newTarget = c.Arg(2)
	}
	for _, v := range [2]object.Value{f, newTarget} {
		if !object.IsConstructor(v) {
			return object.Undefined, c.Agent.TypeError("%s is not a constructor", c.Agent.Describe(v))
		}
	}
	args, err := object.CreateListFromArrayLike(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	o, err := c.Agent.Construct(f.AsObject(), newTarget.AsObject(), args...)
	return object.ObjOrNull(o), err
}

// 28.1.3 Reflect.defineProperty ( target, propertyKey, attributes ), https://tc39.es/ecma262/#sec-reflect.defineproperty
func reflectDefineProperty(c *object.Call) (object.Value, error) {
	o, k, err := targetAndKey(c, "defineProperty")
	if err != nil {
		return object.Undefined, err
	}
	d, err := object.ToPropertyDescriptor(c.Agent, c.Arg(2))
	if err != nil {
		return object.Undefined, err
	}
	ok, err := o.DefineOwnProperty(c.Agent, k, &d)
	return object.Bool(ok), err
}

// 28.1.4 Reflect.deleteProperty ( target, propertyKey ), https://tc39.es/ecma262/#sec-reflect.deleteproperty
func reflectDeleteProperty(c *object.Call) (object.Value, error) {
	o, k, err := targetAndKey(c, "deleteProperty")
	if err != nil {
		return object.Undefined, err
	}
	ok, err := o.Delete(c.Agent, k)
	return object.Bool(ok), err
}

// 28.1.5 Reflect.get ( target, propertyKey [ , receiver ] ), https://tc39.es/ecma262/#sec-reflect.get
func reflectGet(c *object.Call) (object.Value, error) {
	o, k, err := targetAndKey(c, "get")
	if err != nil {
		return object.Undefined, err
	}
	receiver := object.Obj(o)
	if c.ArgCount() > 2 {
		receiver = c.Arg(2)
	}
	return o.GetV(c.Agent, k, receiver)
}

// 28.1.6 Reflect.getOwnPropertyDescriptor ( target, propertyKey ), https://tc39.es/ecma262/#sec-reflect.getownpropertydescriptor
func reflectGetOwnPropertyDescriptor(c *object.Call) (object.Value, error) {
	o, k, err := targetAndKey(c, "getOwnPropertyDescriptor")
	if err != nil {
		return object.Undefined, err
	}
	d, found, err := o.GetOwnProperty(c.Agent, k)
	if err != nil {
		return object.Undefined, err
	}
	return object.FromPropertyDescriptor(c.Agent, &d, found), nil
}

// 28.1.7 Reflect.getPrototypeOf ( target ), https://tc39.es/ecma262/#sec-reflect.getprototypeof
func reflectGetPrototypeOf(c *object.Call) (object.Value, error) {
	o, err := target(c, "getPrototypeOf")
	if err != nil {
		return object.Undefined, err
	}
	proto, err := o.GetPrototypeOf(c.Agent)
	return object.ObjOrNull(proto), err
}

// 28.1.8 Reflect.has ( target, propertyKey ), https://tc39.es/ecma262/#sec-reflect.has
func reflectHas(c *object.Call) (object.Value, error) {
	o, k, err := targetAndKey(c, "has")
	if err != nil {
		return object.Undefined, err
	}
	has, err := o.HasProperty(c.Agent, k)
	return object.Bool(has), err
}

// 28.1.9 Reflect.isExtensible ( target ), https://tc39.es/ecma262/#sec-reflect.isextensible
func reflectIsExtensible(c *object.Call) (object.Value, error) {
	o, err := target(c, "isExtensible")
	if err != nil {
		return object.Undefined, err
	}
	extensible, err := o.IsExtensible(c.Agent)
	return object.Bool(extensible), err
}

// 28.1.10 Reflect.ownKeys ( target ), https://tc39.es/ecma262/#sec-reflect.ownkeys
func reflectOwnKeys(c *object.Call) (object.Value, error) {
	o, err := target(c, "ownKeys")
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
	list := make([]object.Value, len(keys))
	for i, k := range keys {
		if err := c.Agent.AttendAt(i); err != nil {
			return object.Undefined, err
		}
		list[i] = k.Value()
	}
	return object.Obj(object.CreateArrayFromList(c.Agent, list)), nil
}

// 28.1.11 Reflect.preventExtensions ( target ), https://tc39.es/ecma262/#sec-reflect.preventextensions
func reflectPreventExtensions(c *object.Call) (object.Value, error) {
	o, err := target(c, "preventExtensions")
	if err != nil {
		return object.Undefined, err
	}
	ok, err := o.PreventExtensions(c.Agent)
	return object.Bool(ok), err
}

// 28.1.12 Reflect.set ( target, propertyKey, V [ , receiver ] ), https://tc39.es/ecma262/#sec-reflect.set
func reflectSet(c *object.Call) (object.Value, error) {
	o, k, err := targetAndKey(c, "set")
	if err != nil {
		return object.Undefined, err
	}
	receiver := object.Obj(o)
	if c.ArgCount() > 3 {
		receiver = c.Arg(3)
	}
	ok, err := o.SetV(c.Agent, k, c.Arg(2), receiver)
	return object.Bool(ok), err
}

// 28.1.13 Reflect.setPrototypeOf ( target, proto ), https://tc39.es/ecma262/#sec-reflect.setprototypeof
func reflectSetPrototypeOf(c *object.Call) (object.Value, error) {
	o, err := target(c, "setPrototypeOf")
	if err != nil {
		return object.Undefined, err
	}
	proto := c.Arg(1)
	if !proto.IsObject() && !proto.IsNull() {
		return object.Undefined, c.Agent.TypeError("Object prototype may only be an Object or null: %s", c.Agent.Describe(proto))
	}
	ok, err := o.SetPrototypeOf(c.Agent, proto.ObjectOrNil())
	return object.Bool(ok), err
}
