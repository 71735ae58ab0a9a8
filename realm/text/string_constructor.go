package text

import (
	"math"
	"unsafe"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicString, object.Spec{
		Fn: stringConstructor, Name: "String", Length: 1, Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicStringPrototype),
			object.Method("fromCharCode", 1, stringFromCharCode),
			object.Method("fromCodePoint", 1, stringFromCodePoint),
			object.Method("raw", 1, stringRaw),
		},
	})
}

// 22.1.1.1 String ( value ), https://tc39.es/ecma262/#sec-string-constructor-string-value
func stringConstructor(c *object.Call) (object.Value, error) {
	s := jstring.Empty
	if c.ArgCount() > 0 {
		v := c.Arg(0)
		if c.NewTarget == nil && v.IsSymbol() {
			return symbolDescriptiveString(c.Agent, v.AsSymbol())
		}
		var err error
		if s, err = object.ToString(c.Agent, v); err != nil {
			return object.Undefined, err
		}
	}
	if c.NewTarget == nil {
		return object.Str(s), nil
	}
	o, err := object.OrdinaryCreateFromConstructor(c.Agent, c.NewTarget, object.IntrinsicStringPrototype,
		object.ClassString, unsafe.Pointer(&object.PrimitiveData{Value: object.Str(s)}))
	return object.ObjOrNull(o), err
}

// 20.4.3.3.1 SymbolDescriptiveString ( sym ), https://tc39.es/ecma262/#sec-symboldescriptivestring
func symbolDescriptiveString(a *object.Agent, s *object.Symbol) (object.Value, error) {
	out := output{a: a}
	out.b.ASCII("Symbol(")
	if s.Description != nil {
		if err := out.str(s.Description); err != nil {
			return object.Undefined, err
		}
	}
	if err := out.reserve(1); err != nil {
		return object.Undefined, err
	}
	out.b.Unit(')')
	return out.value(), nil
}

// 22.1.2.1 String.fromCharCode ( ...codeUnits ), https://tc39.es/ecma262/#sec-string.fromcharcode
func stringFromCharCode(c *object.Call) (object.Value, error) {
	if c.ArgCount() == 1 {
		u, err := object.ToUint16(c.Agent, c.Arg(0))
		return object.Str(jstring.FromUnit(u)), err
	}
	var b jstring.Builder
	for i := range c.ArgCount() {
		u, err := object.ToUint16(c.Agent, c.Arg(i))
		if err != nil {
			return object.Undefined, err
		}
		b.Unit(u)
	}
	return object.Str(b.String()), nil
}

// 22.1.2.2 String.fromCodePoint ( ...codePoints ), https://tc39.es/ecma262/#sec-string.fromcodepoint
func stringFromCodePoint(c *object.Call) (object.Value, error) {
	a := c.Agent
	var b jstring.Builder
	for i := range c.ArgCount() {
		f, err := object.ToNumber(a, c.Arg(i))
		if err != nil {
			return object.Undefined, err
		}
		if f != math.Trunc(f) || f < 0 || f > 0x10FFFF {
			return object.Undefined, a.RangeError("Invalid code point %s", object.NumberToString(f).String())
		}
		b.CodePoint(rune(f))
	}
	return object.Str(b.String()), nil
}

// 22.1.2.4 String.raw ( template, ...substitutions ), https://tc39.es/ecma262/#sec-string.raw
func stringRaw(c *object.Call) (object.Value, error) {
	a := c.Agent
	cooked, err := object.ToObject(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	rawValue, err := cooked.Get(a, a.NameKey(object.NameRaw))
	if err != nil {
		return object.Undefined, err
	}
	literals, err := object.ToObject(a, rawValue)
	if err != nil {
		return object.Undefined, err
	}
	n, err := object.LengthOfArrayLike(a, literals)
	if err != nil {
		return object.Undefined, err
	}
	out := output{a: a}
	for i := int64(0); i < n; i++ {
		if err := a.Tick(1); err != nil {
			return object.Undefined, err
		}
		k, err := object.ToPropertyKey(a, object.IntN(int(i)))
		if err != nil {
			return object.Undefined, err
		}
		v, err := literals.Get(a, k)
		if err != nil {
			return object.Undefined, err
		}
		for j, v := range [2]object.Value{v, c.Arg(min(int(i), c.ArgCount()) + 1)} {
			if j == 1 && (i+1 == n || int(i)+1 >= c.ArgCount()) {
				break
			}
			s, err := object.ToString(a, v)
			if err != nil {
				return object.Undefined, err
			}
			if err := out.str(s); err != nil {
				return object.Undefined, err
			}
		}
	}
	return out.value(), nil
}
