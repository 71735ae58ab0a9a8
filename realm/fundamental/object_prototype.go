package fundamental

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicObjectPrototype, object.Spec{
		NullProto: true, Class: object.ClassImmutablePrototype,
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicObject),
			object.Method("__defineGetter__", 2, objectPrototypeDefineGetter),
			object.Method("__defineSetter__", 2, objectPrototypeDefineSetter),
			object.Method("hasOwnProperty", 1, objectPrototypeHasOwnProperty),
			object.Method("__lookupGetter__", 1, objectPrototypeLookupGetter),
			object.Method("__lookupSetter__", 1, objectPrototypeLookupSetter),
			object.Method("isPrototypeOf", 1, objectPrototypeIsPrototypeOf),
			object.Method("propertyIsEnumerable", 1, objectPrototypePropertyIsEnumerable),
			object.Method("toString", 0, objectPrototypeToString),
			object.Method("valueOf", 0, objectPrototypeValueOf),
			object.GetterSetter("__proto__", objectPrototypeGetProto, objectPrototypeSetProto),
			object.Method("toLocaleString", 0, objectPrototypeToLocaleString),
		},
	})
}

// 20.1.3.2 Object.prototype.hasOwnProperty ( V ), https://tc39.es/ecma262/#sec-object.prototype.hasownproperty
func objectPrototypeHasOwnProperty(c *object.Call) (object.Value, error) {
	k, err := object.ToPropertyKey(c.Agent, c.Arg(0)) // before ToObject: observable
	if err != nil {
		return object.Undefined, err
	}
	o, err := object.ToObject(c.Agent, c.This)
	if err != nil {
		return object.Undefined, err
	}
	has, err := o.HasOwnProperty(c.Agent, k)
	return object.Bool(has), err
}

// 20.1.3.3 Object.prototype.isPrototypeOf ( V ), https://tc39.es/ecma262/#sec-object.prototype.isprototypeof
func objectPrototypeIsPrototypeOf(c *object.Call) (object.Value, error) {
	v := c.Arg(0).ObjectOrNil()
	if v == nil {
		return object.False, nil
	}
	o, err := object.ToObject(c.Agent, c.This)
	if err != nil {
		return object.Undefined, err
	}
	for {
		if v, err = v.GetPrototypeOf(c.Agent); err != nil || v == nil {
			return object.False, err
		}
		if v == o {
			return object.True, nil
		}
		if err := c.Agent.Tick(1); err != nil {
			return object.Undefined, err
		}
	}
}

// 20.1.3.4 Object.prototype.propertyIsEnumerable ( V ), https://tc39.es/ecma262/#sec-object.prototype.propertyisenumerable
func objectPrototypePropertyIsEnumerable(c *object.Call) (object.Value, error) {
	k, err := object.ToPropertyKey(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	o, err := object.ToObject(c.Agent, c.This)
	if err != nil {
		return object.Undefined, err
	}
	d, found, err := o.GetOwnProperty(c.Agent, k)
	return object.Bool(found && d.Enumerable()), err
}

// 20.1.3.5 Object.prototype.toLocaleString ( [ reserved1 [ , reserved2 ] ] ), https://tc39.es/ecma262/#sec-object.prototype.tolocalestring
func objectPrototypeToLocaleString(c *object.Call) (object.Value, error) {
	if c.This.IsNullish() {
		return object.Undefined, c.Agent.TypeError("Object.prototype.toLocaleString called on null or undefined")
	}
	return object.Invoke(c.Agent, c.This, c.Agent.NameKey(object.NameToString))
}

// sharedText returns a string constant that several agents may use.
func sharedText(s string) *jstring.String {
	t := jstring.FromGo(s)
	t.Hash()
	return t
}

// 20.1.3.6 Object.prototype.toString ( ), https://tc39.es/ecma262/#sec-object.prototype.tostring
func objectPrototypeToString(c *object.Call) (object.Value, error) {
	return object.ObjectToString(c.Agent, c.This)
}

// 20.1.3.7 Object.prototype.valueOf ( ), https://tc39.es/ecma262/#sec-object.prototype.valueof
func objectPrototypeValueOf(c *object.Call) (object.Value, error) {
	o, err := object.ToObject(c.Agent, c.This)
	return object.ObjOrNull(o), err
}

// 20.1.3.8.1 get Object.prototype.__proto__, https://tc39.es/ecma262/#sec-get-object.prototype.__proto__
func objectPrototypeGetProto(c *object.Call) (object.Value, error) {
	o, err := object.ToObject(c.Agent, c.This)
	if err != nil {
		return object.Undefined, err
	}
	proto, err := o.GetPrototypeOf(c.Agent)
	return object.ObjOrNull(proto), err
}

// 20.1.3.8.2 set Object.prototype.__proto__, https://tc39.es/ecma262/#sec-set-object.prototype.__proto__
func objectPrototypeSetProto(c *object.Call) (object.Value, error) {
	if c.This.IsNullish() {
		return object.Undefined, c.Agent.TypeError("set Object.prototype.__proto__ called on null or undefined")
	}
	proto := c.Arg(0)
	if !proto.IsObject() && !proto.IsNull() || !c.This.IsObject() {
		return object.Undefined, nil
	}
	return object.Undefined, setPrototype(c.Agent, c.This.AsObject(), proto.ObjectOrNil())
}

// 20.1.3.9.1 Object.prototype.__defineGetter__ ( P, getter ), https://tc39.es/ecma262/#sec-object.prototype.__defineGetter__
func objectPrototypeDefineGetter(c *object.Call) (object.Value, error) {
	d := object.PropertyDescriptor{Get: c.Arg(1), Has: object.HasGet}
	return defineAccessor(c, "__defineGetter__", &d)
}

// 20.1.3.9.2 Object.prototype.__defineSetter__ ( P, setter ), https://tc39.es/ecma262/#sec-object.prototype.__defineSetter__
func objectPrototypeDefineSetter(c *object.Call) (object.Value, error) {
	d := object.PropertyDescriptor{Set: c.Arg(1), Has: object.HasSet}
	return defineAccessor(c, "__defineSetter__", &d)
}

func defineAccessor(c *object.Call, name string, d *object.PropertyDescriptor) (object.Value, error) {
	o, err := object.ToObject(c.Agent, c.This)
	if err != nil {
		return object.Undefined, err
	}
	if !object.IsCallable(c.Arg(1)) {
		return object.Undefined, c.Agent.TypeError("Object.prototype.%s: Expecting function", name)
	}
	d.Attrs = object.AttrEnumerable | object.AttrConfigurable
	d.Has |= object.HasEnumerable | object.HasConfigurable
	k, err := object.ToPropertyKey(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	return object.Undefined, o.DefinePropertyOrThrow(c.Agent, k, d)
}

// 20.1.3.9.3 Object.prototype.__lookupGetter__ ( P ), https://tc39.es/ecma262/#sec-object.prototype.__lookupGetter__
func objectPrototypeLookupGetter(c *object.Call) (object.Value, error) {
	d, err := lookupAccessor(c)
	return d.Get, err
}

// 20.1.3.9.4 Object.prototype.__lookupSetter__ ( P ), https://tc39.es/ecma262/#sec-object.prototype.__lookupSetter__
func objectPrototypeLookupSetter(c *object.Call) (object.Value, error) {
	d, err := lookupAccessor(c)
	return d.Set, err
}

// lookupAccessor finds the property of this that the first argument names, on
// its prototypes too; unless it is an accessor its functions are undefined.
func lookupAccessor(c *object.Call) (object.PropertyDescriptor, error) {
	none := object.PropertyDescriptor{Get: object.Undefined, Set: object.Undefined}
	o, err := object.ToObject(c.Agent, c.This)
	if err != nil {
		return none, err
	}
	k, err := object.ToPropertyKey(c.Agent, c.Arg(0))
	if err != nil {
		return none, err
	}
	for o != nil {
		d, found, err := o.GetOwnProperty(c.Agent, k)
		switch {
		case err != nil:
			return none, err
		case found && d.IsAccessor():
			d.Complete()
			return d, nil
		case found:
			return none, nil
		}
		if o, err = o.GetPrototypeOf(c.Agent); err != nil {
			return none, err
		}
		if err := c.Agent.Tick(1); err != nil {
			return none, err
		}
	}
	return none, nil
}
