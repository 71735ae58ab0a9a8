package numeric

import (
	"math"
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

func init() {
	constant := func(name string, f float64) object.Prop { return object.Constant(name, object.Number(f)) }
	object.DefineIntrinsic(object.IntrinsicNumber, object.Spec{
		Fn: numberConstructor, Name: "Number", Length: 1, Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicNumberPrototype),
			object.Method("isFinite", 1, numberIsFinite),
			object.Method("isInteger", 1, numberIsInteger),
			object.Method("isNaN", 1, numberIsNaN),
			object.Method("isSafeInteger", 1, numberIsSafeInteger),
			object.Ref("parseFloat", object.IntrinsicParseFloat),
			object.Ref("parseInt", object.IntrinsicParseInt),
			constant("MAX_VALUE", math.MaxFloat64),
			constant("MIN_VALUE", math.SmallestNonzeroFloat64),
			object.Constant("NaN", object.NaN),
			constant("NEGATIVE_INFINITY", math.Inf(-1)),
			constant("POSITIVE_INFINITY", math.Inf(1)),
			constant("MAX_SAFE_INTEGER", object.MaxSafeInteger),
			constant("MIN_SAFE_INTEGER", -object.MaxSafeInteger),
			constant("EPSILON", 0x1p-52),
		},
	})
	object.DefineIntrinsic(object.IntrinsicNumberPrototype, object.Spec{
		Class: object.ClassNumber,
		Payload: func(r *object.Realm) unsafe.Pointer {
			return unsafe.Pointer(&object.PrimitiveData{Value: object.Int(0)})
		},
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicNumber),
			object.Method("toExponential", 1, numberPrototypeToExponential),
			object.Method("toFixed", 1, numberPrototypeToFixed),
			object.Method("toPrecision", 1, numberPrototypeToPrecision),
			object.Method("toString", 1, numberPrototypeToString),
			object.Method("valueOf", 0, numberPrototypeValueOf),
			object.Method("toLocaleString", 0, numberPrototypeToLocaleString),
		},
	})
}

// 21.1.1.1 Number ( value ), https://tc39.es/ecma262/#sec-number-constructor-number-value
func numberConstructor(c *object.Call) (object.Value, error) {
	n := object.Int(0)
	if c.ArgCount() > 0 {
		prim, err := object.ToNumeric(c.Agent, c.Arg(0))
		if err != nil {
			return object.Undefined, err
		}
		if n = prim; prim.IsBigInt() {
			n = object.Number(bigToFloat(prim.AsBigInt()))
		}
	}
	if c.NewTarget == nil {
		return n, nil
	}
	o, err := object.OrdinaryCreateFromConstructor(c.Agent, c.NewTarget, object.IntrinsicNumberPrototype,
		object.ClassNumber, unsafe.Pointer(&object.PrimitiveData{Value: n.Clean()}))
	return object.ObjOrNull(o), err
}

// 21.1.2.2 Number.isFinite ( number ), https://tc39.es/ecma262/#sec-number.isfinite
func numberIsFinite(c *object.Call) (object.Value, error) {
	v := c.Arg(0)
	return object.Bool(v.IsNumber() && !math.IsNaN(v.AsNumber()-v.AsNumber())), nil
}

// 21.1.2.3 Number.isInteger ( number ), https://tc39.es/ecma262/#sec-number.isinteger
func numberIsInteger(c *object.Call) (object.Value, error) {
	return object.Bool(object.IsIntegralNumber(c.Arg(0))), nil
}

// 21.1.2.4 Number.isNaN ( number ), https://tc39.es/ecma262/#sec-number.isnan
func numberIsNaN(c *object.Call) (object.Value, error) {
	v := c.Arg(0)
	return object.Bool(v.IsNumber() && math.IsNaN(v.AsNumber())), nil
}

// 21.1.2.5 Number.isSafeInteger ( number ), https://tc39.es/ecma262/#sec-number.issafeinteger
func numberIsSafeInteger(c *object.Call) (object.Value, error) {
	v := c.Arg(0)
	return object.Bool(object.IsIntegralNumber(v) && math.Abs(v.AsNumber()) <= object.MaxSafeInteger), nil
}

// 21.1.3.7.1 ThisNumberValue ( value ), https://tc39.es/ecma262/#sec-thisnumbervalue
func thisNumberValue(c *object.Call, method string) (float64, error) {
	if c.This.IsNumber() {
		return c.This.AsNumber(), nil
	}
	if d := object.PayloadOf[object.PrimitiveData](c.This, object.ClassNumber); d != nil {
		return d.Value.AsNumber(), nil
	}
	return 0, c.Agent.TypeError("Number.prototype.%s requires that 'this' be a Number", method)
}

// 21.1.3.6 Number.prototype.toString ( [ radix ] ), https://tc39.es/ecma262/#sec-number.prototype.tostring
func numberPrototypeToString(c *object.Call) (object.Value, error) {
	x, err := thisNumberValue(c, "toString")
	if err != nil {
		return object.Undefined, err
	}
	radix, err := radixArgument(c)
	if err != nil {
		return object.Undefined, err
	}
	if radix == 10 {
		return object.Str(object.NumberToString(x)), nil
	}
	return object.Str(object.NumberToStringRadix(x, radix)), nil
}

func radixArgument(c *object.Call) (int, error) {
	if c.Arg(0).IsUndefined() {
		return 10, nil
	}
	radix, err := object.ToIntegerOrInfinity(c.Agent, c.Arg(0))
	if err != nil {
		return 0, err
	}
	if radix < 2 || radix > 36 {
		return 0, c.Agent.RangeError("toString() radix argument must be between 2 and 36")
	}
	return int(radix), nil
}

// 21.1.3.7 Number.prototype.valueOf ( ), https://tc39.es/ecma262/#sec-number.prototype.valueof
func numberPrototypeValueOf(c *object.Call) (object.Value, error) {
	x, err := thisNumberValue(c, "valueOf")
	return object.Number(x), err
}
