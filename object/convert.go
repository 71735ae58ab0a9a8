package object

import (
	"math"
	"math/big"

	"github.com/burrowjs/burrow/internal/jstring"
)

// The conversions of 7.1. The common types are tested first, in the order in
// which programs meet them; everything that can run script comes last.

// Hint is the preferred type of ToPrimitive.
type Hint uint8

const (
	HintDefault Hint = iota
	HintNumber
	HintString
)

// sharedText returns a string constant that several goroutines may use.
func sharedText(s string) *jstring.String {
	t := jstring.FromGo(s)
	t.Hash()
	return t
}

var (
	textUndefined = sharedText("undefined")
	textNull      = sharedText("null")
	textTrue      = sharedText("true")
	textFalse     = sharedText("false")

	hintTexts = [...]*jstring.String{sharedText("default"), sharedText("number"), sharedText("string")}
)

// ToPrimitive is 7.1.1, https://tc39.es/ecma262/#sec-toprimitive
func ToPrimitive(a *Agent, v Value, hint Hint) (Value, error) {
	o := v.ObjectOrNil()
	if o == nil {
		return v, nil
	}
	exotic, err := GetMethod(a, v, SymbolKey(SymbolToPrimitive))
	if err != nil {
		return Undefined, err
	}
	if exotic.IsUndefined() {
		return OrdinaryToPrimitive(a, o, hint)
	}
	r, err := a.Call(exotic, v, Str(hintTexts[hint]))
	if err != nil {
		return Undefined, err
	}
	if r.IsObject() {
		return Undefined, a.TypeError("Cannot convert object to primitive value")
	}
	return r, nil
}

// OrdinaryToPrimitive is 7.1.1.1, https://tc39.es/ecma262/#sec-ordinarytoprimitive
func OrdinaryToPrimitive(a *Agent, o *Object, hint Hint) (Value, error) {
	order := [2]Name{NameValueOf, NameToString}
	if hint == HintString {
		order = [2]Name{NameToString, NameValueOf}
	}
	for _, n := range order {
		method, err := o.Get(a, a.NameKey(n))
		if err != nil {
			return Undefined, err
		}
		if !IsCallable(method) {
			continue
		}
		r, err := a.Call(method, Obj(o))
		if err != nil {
			return Undefined, err
		}
		if !r.IsObject() {
			return r, nil
		}
	}
	return Undefined, a.TypeError("Cannot convert object to primitive value")
}

// ToBoolean is 7.1.2, https://tc39.es/ecma262/#sec-toboolean
func ToBoolean(v Value) bool {
	switch {
	case v.IsBool():
		return v.AsBool()
	case v.IsInt():
		return v.AsInt() != 0
	case v.IsFloat():
		f := v.AsFloat()
		return f == f && f != 0
	case v.IsObject():
		return !v.AsObject().IsHTMLDDA()
	case v.IsString():
		return v.AsString().Len() != 0
	case v.IsBigInt():
		return v.AsBigInt().Sign() != 0
	}
	return v.IsSymbol()
}

// ToNumeric is 7.1.3, https://tc39.es/ecma262/#sec-tonumeric
func ToNumeric(a *Agent, v Value) (Value, error) {
	if v.IsNumber() {
		return v, nil
	}
	p, err := ToPrimitive(a, v, HintNumber)
	if err != nil || p.IsBigInt() {
		return p, err
	}
	return ToNumberValue(a, p)
}

// ToNumber is 7.1.4, https://tc39.es/ecma262/#sec-tonumber
func ToNumber(a *Agent, v Value) (float64, error) {
	switch {
	case v.IsInt():
		return float64(v.AsInt()), nil
	case v.IsFloat():
		return v.AsFloat(), nil
	case v.IsString():
		if err := a.TickText(v); err != nil {
			return 0, err
		}
		return StringToNumber(v.AsString()), nil
	case v.IsUndefined():
		return math.NaN(), nil
	case v.IsNull():
		return 0, nil
	case v.IsBool():
		if v.AsBool() {
			return 1, nil
		}
		return 0, nil
	case v.IsSymbol():
		return 0, a.TypeError("Cannot convert a Symbol value to a number")
	case v.IsBigInt():
		return 0, a.TypeError("Cannot convert a BigInt value to a number")
	}
	p, err := ToPrimitive(a, v, HintNumber)
	if err != nil {
		return 0, err
	}
	return ToNumber(a, p)
}

// ToNumberValue is ToNumber with the result as a Number value.
func ToNumberValue(a *Agent, v Value) (Value, error) {
	if v.IsNumber() {
		return v, nil
	}
	f, err := ToNumber(a, v)
	if err != nil {
		return Undefined, err
	}
	return Number(f), nil
}

// ToIntegerOrInfinity is 7.1.5, https://tc39.es/ecma262/#sec-tointegerorinfinity
func ToIntegerOrInfinity(a *Agent, v Value) (float64, error) {
	if v.IsInt() {
		return float64(v.AsInt()), nil
	}
	f, err := ToNumber(a, v)
	if err != nil {
		return 0, err
	}
	return IntegerOrInfinity(f), nil
}

// IntegerOrInfinity truncates f; NaN and -0 become +0.
func IntegerOrInfinity(f float64) float64 {
	if f != f {
		return 0
	}
	return math.Trunc(f) + 0
}

// ToBigInt is 7.1.13, https://tc39.es/ecma262/#sec-tobigint
func ToBigInt(a *Agent, v Value) (*big.Int, error) {
	p, err := ToPrimitive(a, v, HintNumber)
	if err != nil {
		return nil, err
	}
	switch {
	case p.IsBigInt():
		return p.AsBigInt(), nil
	case p.IsBool():
		if p.AsBool() {
			return big.NewInt(1), nil
		}
		return new(big.Int), nil
	case p.IsString():
		n, ok, err := StringToBigInt(a, p.AsString())
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, a.SyntaxError("Cannot convert %s to a BigInt", a.Describe(p))
		}
		return n, nil
	}
	return nil, a.TypeError("Cannot convert %s to a BigInt", a.Describe(p))
}

// ToString is 7.1.17, https://tc39.es/ecma262/#sec-tostring
func ToString(a *Agent, v Value) (*jstring.String, error) {
	switch {
	case v.IsString():
		return v.AsString(), nil
	case v.IsInt():
		return intToString(v.AsInt()), nil
	case v.IsFloat():
		return NumberToString(v.AsFloat()), nil
	case v.IsUndefined():
		return textUndefined, nil
	case v.IsNull():
		return textNull, nil
	case v.IsBool():
		if v.AsBool() {
			return textTrue, nil
		}
		return textFalse, nil
	case v.IsSymbol():
		return nil, a.TypeError("Cannot convert a Symbol value to a string")
	case v.IsBigInt():
		return BigIntToString(a, v.AsBigInt(), 10)
	}
	p, err := ToPrimitive(a, v, HintString)
	if err != nil {
		return nil, err
	}
	return ToString(a, p)
}

// ToObject is 7.1.18, https://tc39.es/ecma262/#sec-toobject
func ToObject(a *Agent, v Value) (*Object, error) {
	switch {
	case v.IsObject():
		return v.AsObject(), nil
	case v.IsNullish():
		return nil, a.TypeError("Cannot convert undefined or null to object")
	}
	return a.NewWrapper(v, prototypeOfPrimitive(a, v)), nil
}

// prototypeOfPrimitive returns the prototype of the wrappers of v in the
// current realm; v is neither an object nor nullish.
func prototypeOfPrimitive(a *Agent, v Value) *Object {
	id := IntrinsicNumberPrototype
	switch {
	case v.IsString():
		id = IntrinsicStringPrototype
	case v.IsBool():
		id = IntrinsicBooleanPrototype
	case v.IsSymbol():
		id = IntrinsicSymbolPrototype
	case v.IsBigInt():
		id = IntrinsicBigIntPrototype
	}
	return a.CurrentRealm().Intrinsic(id)
}

// ToPropertyKey is 7.1.19, https://tc39.es/ecma262/#sec-topropertykey
func ToPropertyKey(a *Agent, v Value) (PropertyKey, error) {
	switch {
	case v.IsInt():
		if i := v.AsInt(); i >= 0 {
			return IndexKey(uint32(i)), nil
		}
	case v.IsString():
		s := v.AsString()
		if !s.IsInterned() {
			if err := a.TickText(v); err != nil {
				return PropertyKey{}, err
			}
		}
		return a.StringKey(s), nil
	case v.IsSymbol():
		return SymbolKey(v.AsSymbol()), nil
	case v.IsFloat():
		if f := v.AsFloat(); f >= 0 && f <= MaxArrayIndex && f == math.Trunc(f) {
			return IndexKey(uint32(f)), nil
		}
	case v.IsObject():
		p, err := ToPrimitive(a, v, HintString)
		if err != nil {
			return PropertyKey{}, err
		}
		return ToPropertyKey(a, p)
	}
	s, err := ToString(a, v)
	if err != nil {
		return PropertyKey{}, err
	}
	return a.StringKey(s), nil
}

// MaxSafeInteger is 2^53 - 1, the greatest length of an array-like object.
const MaxSafeInteger = 1<<53 - 1

// ToLength is 7.1.20, https://tc39.es/ecma262/#sec-tolength
func ToLength(a *Agent, v Value) (int64, error) {
	if v.IsInt() {
		return int64(max(v.AsInt(), 0)), nil
	}
	f, err := ToIntegerOrInfinity(a, v)
	if err != nil {
		return 0, err
	}
	return int64(min(max(f, 0), MaxSafeInteger)), nil
}

// ToIndex is 7.1.22, https://tc39.es/ecma262/#sec-toindex
func ToIndex(a *Agent, v Value) (int64, error) {
	return ToIndexElse(a, v, func() error { return a.RangeError("Invalid value: not (convertible to) a safe integer") })
}

// ToIndexElse is ToIndex, where fail makes the error for a number out of range.
func ToIndexElse(a *Agent, v Value, fail func() error) (int64, error) {
	if v.IsInt() && v.AsInt() >= 0 {
		return int64(v.AsInt()), nil
	}
	f, err := ToIntegerOrInfinity(a, v)
	if err != nil {
		return 0, err
	}
	if f < 0 || f > MaxSafeInteger {
		return 0, fail()
	}
	return int64(f), nil
}

// CanonicalNumericIndexString is 7.1.21, https://tc39.es/ecma262/#sec-canonicalnumericindexstring
func CanonicalNumericIndexString(k PropertyKey) (float64, bool) {
	switch k.kind {
	case keyIndex:
		return float64(k.index), true
	case keyString:
	default:
		return 0, false
	}
	s := (*jstring.String)(k.ptr)
	if s.Len() == 0 {
		return 0, false
	}
	// OPT: only these can begin the text of a number; other names skip the conversion.
	if c := s.At(0); (c < '0' || c > '9') && c != '-' && c != 'I' && c != 'N' {
		return 0, false
	}
	if s.EqualGo("-0") {
		return math.Copysign(0, -1), true
	}
	n := StringToNumber(s)
	return n, jstring.Equal(NumberToString(n), s)
}
