package fundamental

import (
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicBoolean, object.Spec{
		Fn: booleanConstructor, Name: "Boolean", Length: 1, Constructor: true,
		Props: []object.Prop{object.FixedRef("prototype", object.IntrinsicBooleanPrototype)},
	})
	object.DefineIntrinsic(object.IntrinsicBooleanPrototype, object.Spec{
		Class: object.ClassBoolean,
		Payload: func(r *object.Realm) unsafe.Pointer {
			return unsafe.Pointer(&object.PrimitiveData{Value: object.False})
		},
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicBoolean),
			object.Method("toString", 0, booleanPrototypeToString),
			object.Method("valueOf", 0, booleanPrototypeValueOf),
		},
	})
}

// 20.3.1.1 Boolean ( value ), https://tc39.es/ecma262/#sec-boolean-constructor-boolean-value
func booleanConstructor(c *object.Call) (object.Value, error) {
	b := object.Bool(object.ToBoolean(c.Arg(0)))
	if c.NewTarget == nil {
		return b, nil
	}
	o, err := object.OrdinaryCreateFromConstructor(c.Agent, c.NewTarget, object.IntrinsicBooleanPrototype,
		object.ClassBoolean, unsafe.Pointer(&object.PrimitiveData{Value: b}))
	return object.ObjOrNull(o), err
}

// 20.3.3.3.1 ThisBooleanValue ( value ), https://tc39.es/ecma262/#sec-thisbooleanvalue
func thisBooleanValue(c *object.Call, method string) (object.Value, error) {
	if c.This.IsBool() {
		return c.This, nil
	}
	if d := object.PayloadOf[object.PrimitiveData](c.This, object.ClassBoolean); d != nil {
		return d.Value, nil
	}
	return object.Undefined, c.Agent.TypeError("Boolean.prototype.%s requires that 'this' be a Boolean", method)
}

// 20.3.3.2 Boolean.prototype.toString ( ), https://tc39.es/ecma262/#sec-boolean.prototype.tostring
func booleanPrototypeToString(c *object.Call) (object.Value, error) {
	b, err := thisBooleanValue(c, "toString")
	if err != nil {
		return object.Undefined, err
	}
	s, err := object.ToString(c.Agent, b)
	return object.Str(s), err
}

// 20.3.3.3 Boolean.prototype.valueOf ( ), https://tc39.es/ecma262/#sec-boolean.prototype.valueof
func booleanPrototypeValueOf(c *object.Call) (object.Value, error) {
	return thisBooleanValue(c, "valueOf")
}
