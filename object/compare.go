package object

import (
	"math"
	"math/big"

	"github.com/burrowjs/burrow/internal/jstring"
)

// The testing and comparison operations of 7.2.

// RequireObjectCoercible is 7.2.1, https://tc39.es/ecma262/#sec-requireobjectcoercible
func RequireObjectCoercible(a *Agent, v Value) error {
	if v.IsNullish() {
		return a.TypeError("Cannot convert undefined or null to object")
	}
	return nil
}

// IsArray is 7.2.2, https://tc39.es/ecma262/#sec-isarray
func IsArray(a *Agent, v Value) (bool, error) {
	o := v.ObjectOrNil()
	if o == nil {
		return false, nil
	}
	for n := 0; ; n++ {
		if o.shape.class == ClassArray {
			return true, nil
		}
		target, isProxy := ProxyTarget(o)
		if !isProxy {
			return false, nil
		}
		if target == nil {
			return false, a.TypeError("Cannot perform 'IsArray' on a proxy that has been revoked")
		}
		o = target
		if n&1023 == 1023 {
			if err := a.Tick(1024); err != nil {
				return false, err
			}
		}
	}
}

// ClassRegExp is the class of regular expression objects. Its payload belongs
// to the chapter that defines them.
var ClassRegExp = &Class{Name: "RegExp", Kind: KindOther}

// IsRegExp is 7.2.6, https://tc39.es/ecma262/#sec-isregexp
func IsRegExp(a *Agent, v Value) (bool, error) {
	o := v.ObjectOrNil()
	if o == nil {
		return false, nil
	}
	matcher, err := o.Get(a, SymbolKey(SymbolMatch))
	if err != nil {
		return false, err
	}
	if !matcher.IsUndefined() {
		return ToBoolean(matcher), nil
	}
	return o.shape.class == ClassRegExp, nil
}

// IsIntegralNumber is 7.2.5, https://tc39.es/ecma262/#sec-isintegralnumber
func IsIntegralNumber(v Value) bool {
	if v.IsInt() {
		return true
	}
	if !v.IsFloat() {
		return false
	}
	f := v.AsFloat()
	return math.Trunc(f) == f && !math.IsInf(f, 0)
}

// sameHeap compares two values of which neither is a Number.
func sameHeap(x, y Value) bool {
	if x.bits != y.bits {
		return false
	}
	switch {
	case x.IsString():
		return jstring.Equal(x.AsString(), y.AsString())
	case x.IsBigInt():
		return x.AsBigInt().Cmp(y.AsBigInt()) == 0
	case x.IsHeap():
		return x.ref == y.ref
	}
	return true
}

// SameValue is 7.2.9, https://tc39.es/ecma262/#sec-samevalue
func SameValue(x, y Value) bool {
	if x.IsNumber() {
		if !y.IsNumber() {
			return false
		}
		f, g := x.AsNumber(), y.AsNumber()
		return math.Float64bits(f) == math.Float64bits(g) || f != f && g != g
	}
	return sameHeap(x, y)
}

// SameValueZero is 7.2.10, https://tc39.es/ecma262/#sec-samevaluezero
func SameValueZero(x, y Value) bool {
	if x.IsNumber() {
		if !y.IsNumber() {
			return false
		}
		f, g := x.AsNumber(), y.AsNumber()
		return f == g || f != f && g != g
	}
	return sameHeap(x, y)
}

// IsStrictlyEqual is 7.2.14, https://tc39.es/ecma262/#sec-isstrictlyequal
func IsStrictlyEqual(x, y Value) bool {
	if x.IsNumber() {
		return y.IsNumber() && x.AsNumber() == y.AsNumber()
	}
	return sameHeap(x, y)
}

// looksNullish reports whether v is undefined, null or like document.all.
func looksNullish(v Value) bool {
	return v.IsNullish() || v.IsObject() && v.AsObject().IsHTMLDDA()
}

// IsLooselyEqual is 7.2.13, https://tc39.es/ecma262/#sec-islooselyequal
func IsLooselyEqual(a *Agent, x, y Value) (bool, error) {
	for {
		switch {
		case x.IsNumber() && y.IsNumber(), x.bits == y.bits && !x.IsNumber():
			if err := a.TickEqual(x, y); err != nil {
				return false, err
			}
			return IsStrictlyEqual(x, y), nil
		case x.IsNullish():
			return looksNullish(y), nil
		case y.IsNullish():
			return looksNullish(x), nil
		case x.IsBool():
			x = Int(int32(x.bits & 1))
		case y.IsBool():
			y = Int(int32(y.bits & 1))
		case x.IsObject():
			p, err := ToPrimitive(a, x, HintDefault)
			if err != nil {
				return false, err
			}
			x = p
		case y.IsObject():
			p, err := ToPrimitive(a, y, HintDefault)
			if err != nil {
				return false, err
			}
			y = p
		case x.IsSymbol() || y.IsSymbol():
			return false, nil
		case x.IsBigInt() || y.IsBigInt():
			if y.IsBigInt() {
				x, y = y, x
			}
			if y.IsNumber() {
				return compareBigFloat(x.AsBigInt(), y.AsNumber()) == equalTo, nil
			}
			n, ok, err := StringToBigInt(a, y.AsString())
			return ok && n.Cmp(x.AsBigInt()) == 0, err
		case x.IsString():
			f, err := ToNumber(a, x)
			if err != nil {
				return false, err
			}
			x = Float(f)
		default:
			f, err := ToNumber(a, y)
			if err != nil {
				return false, err
			}
			y = Float(f)
		}
	}
}

// Tristate is the result of IsLessThan.
type Tristate uint8

const (
	TristateFalse Tristate = iota
	TristateTrue
	TristateUndefined // one side is NaN
)

func tristate(b bool) Tristate {
	if b {
		return TristateTrue
	}
	return TristateFalse
}

// IsLessThan is 7.2.12, https://tc39.es/ecma262/#sec-islessthan
func IsLessThan(a *Agent, x, y Value, leftFirst bool) (Tristate, error) {
	if x.IsNumber() && y.IsNumber() {
		return lessFloat(x.AsNumber(), y.AsNumber()), nil
	}
	var err error
	if leftFirst {
		if x, err = ToPrimitive(a, x, HintNumber); err != nil {
			return 0, err
		}
	}
	if y, err = ToPrimitive(a, y, HintNumber); err != nil {
		return 0, err
	}
	if !leftFirst {
		if x, err = ToPrimitive(a, x, HintNumber); err != nil {
			return 0, err
		}
	}
	if err := a.tickLess(x, y); err != nil {
		return 0, err
	}
	switch {
	case x.IsString() && y.IsString():
		return tristate(jstring.Compare(x.AsString(), y.AsString()) < 0), nil
	case x.IsBigInt() && y.IsString():
		n, ok, err := StringToBigInt(a, y.AsString())
		if err != nil || !ok {
			return TristateUndefined, err
		}
		return tristate(x.AsBigInt().Cmp(n) < 0), nil
	case x.IsString() && y.IsBigInt():
		n, ok, err := StringToBigInt(a, x.AsString())
		if err != nil || !ok {
			return TristateUndefined, err
		}
		return tristate(n.Cmp(y.AsBigInt()) < 0), nil
	}
	if x, err = ToNumeric(a, x); err != nil {
		return 0, err
	}
	if y, err = ToNumeric(a, y); err != nil {
		return 0, err
	}
	switch {
	case x.IsNumber() && y.IsNumber():
		return lessFloat(x.AsNumber(), y.AsNumber()), nil
	case x.IsBigInt() && y.IsBigInt():
		return tristate(x.AsBigInt().Cmp(y.AsBigInt()) < 0), nil
	case x.IsBigInt():
		c := compareBigFloat(x.AsBigInt(), y.AsNumber())
		if c == incomparable {
			return TristateUndefined, nil
		}
		return tristate(c == lessThan), nil
	}
	c := compareBigFloat(y.AsBigInt(), x.AsNumber())
	if c == incomparable {
		return TristateUndefined, nil
	}
	return tristate(c == greaterThan), nil
}

func lessFloat(f, g float64) Tristate {
	if f != f || g != g {
		return TristateUndefined
	}
	return tristate(f < g)
}

type ordering int8

const (
	lessThan ordering = iota - 1
	equalTo
	greaterThan
	incomparable
)

// compareBigFloat orders the mathematical values of b and f.
func compareBigFloat(b *big.Int, f float64) ordering {
	switch {
	case f != f:
		return incomparable
	case f > math.MaxFloat64:
		return lessThan
	case f < -math.MaxFloat64:
		return greaterThan
	}
	whole, fraction := math.Modf(f)
	n, _ := big.NewFloat(whole).Int(nil)
	switch c := ordering(b.Cmp(n)); {
	case c != equalTo:
		return c
	case fraction > 0:
		return lessThan
	case fraction < 0:
		return greaterThan
	}
	return equalTo
}

var (
	typeUndefined = textUndefined
	typeObject    = sharedText("object")
	typeBoolean   = sharedText("boolean")
	typeNumber    = sharedText("number")
	typeString    = hintTexts[HintString]
	typeSymbol    = sharedText("symbol")
	typeBigInt    = sharedText("bigint")
	typeFunction  = sharedText("function")
)

// TypeOf is 13.5.3, https://tc39.es/ecma262/#sec-typeof-operator
func TypeOf(v Value) *jstring.String {
	switch {
	case v.IsNumber():
		return typeNumber
	case v.IsString():
		return typeString
	case v.IsUndefined():
		return typeUndefined
	case v.IsObject():
		switch o := v.AsObject(); {
		case o.flags&flagHTMLDDA != 0:
			return typeUndefined
		case o.flags&flagCallable != 0:
			return typeFunction
		}
		return typeObject
	case v.IsBool():
		return typeBoolean
	case v.IsSymbol():
		return typeSymbol
	case v.IsBigInt():
		return typeBigInt
	}
	return typeObject
}
