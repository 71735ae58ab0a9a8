package numeric

import (
	"math"
	"math/bits"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

// unary are the functions of Math that map a Number to a Number.
var unary = [...]struct {
	name string
	fn   func(x float64) float64
}{
	{"abs", math.Abs},     // 21.3.2.1
	{"acos", acos},        // 21.3.2.2
	{"acosh", acosh},      // 21.3.2.3
	{"asin", asin},        // 21.3.2.4
	{"asinh", asinh},      // 21.3.2.5
	{"atan", atan},        // 21.3.2.6
	{"atanh", math.Atanh}, // 21.3.2.7
	{"ceil", math.Ceil},   // 21.3.2.10
	{"cbrt", cbrt},        // 21.3.2.9
	{"expm1", math.Expm1}, // 21.3.2.15
	{"clz32", clz32},      // 21.3.2.11
	{"cos", cos},          // 21.3.2.12
	{"cosh", cosh},        // 21.3.2.13
	{"exp", exp},          // 21.3.2.14
	{"floor", math.Floor}, // 21.3.2.16
	{"fround", fround},    // 21.3.2.17
	{"f16round", f16round},
	{"log", log},          // 21.3.2.20
	{"log1p", math.Log1p}, // 21.3.2.21
	{"log2", log2},        // 21.3.2.23
	{"log10", log10},      // 21.3.2.22
	{"round", round},      // 21.3.2.28
	{"sign", sign},        // 21.3.2.29
	{"sin", sin},          // 21.3.2.30
	{"sinh", sinh},        // 21.3.2.31
	{"sqrt", math.Sqrt},   // 21.3.2.32
	{"tan", tan},          // 21.3.2.33
	{"tanh", tanh},        // 21.3.2.34
	{"trunc", math.Trunc}, // 21.3.2.35
}

func init() {
	var props []object.Prop
	for i := range unary {
		props = append(props, object.MethodMagic(unary[i].name, 1, mathUnary, int32(i)))
	}
	constant := func(name string, f float64) object.Prop { return object.Constant(name, object.Float(f)) }
	props = append(props,
		object.Method("atan2", 2, mathAtan2),
		object.Method("hypot", 2, mathHypot),
		object.Method("imul", 2, mathImul),
		object.MethodMagic("max", 2, mathExtreme, mathMax),
		object.MethodMagic("min", 2, mathExtreme, mathMin),
		object.Method("pow", 2, mathPow),
		object.Method("random", 0, mathRandom),
		object.Method("sumPrecise", 1, mathSumPrecise),
		constant("E", math.E),
		constant("LN10", math.Ln10),
		constant("LN2", math.Ln2),
		constant("LOG10E", math.Log10E),
		constant("LOG2E", math.Log2E),
		constant("PI", math.Pi),
		constant("SQRT1_2", math.Sqrt2/2),
		constant("SQRT2", math.Sqrt2),
		object.ToStringTag("Math"),
	)
	object.DefineIntrinsic(object.IntrinsicMath, object.Spec{Props: props})
}

// 21.3.2 Function Properties of the Math Object, https://tc39.es/ecma262/#sec-function-properties-of-the-math-object
func mathUnary(c *object.Call) (object.Value, error) {
	x, err := object.ToNumber(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	return object.Number(unary[c.Magic()].fn(x)), nil
}

func clz32(x float64) float64 { return float64(bits.LeadingZeros32(object.Uint32OfFloat(x))) }

func fround(x float64) float64 { return float64(float32(x)) }

func f16round(x float64) float64 { return object.Float16FromBits(object.Float16Bits(x)) }

// round goes to the nearest integer, halves up; results of negative numbers
// keep their sign.
func round(x float64) float64 {
	r := math.Floor(x)
	if x-r >= 0.5 {
		r++
	}
	return math.Copysign(r, x)
}

func sign(x float64) float64 {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return x
}

// 21.3.2.8 Math.atan2 ( y, x ), https://tc39.es/ecma262/#sec-math.atan2
func mathAtan2(c *object.Call) (object.Value, error) {
	y, x, err := twoNumbers(c)
	return object.Number(atan2(y, x)), err
}

func twoNumbers(c *object.Call) (x, y float64, err error) {
	if x, err = object.ToNumber(c.Agent, c.Arg(0)); err != nil {
		return 0, 0, err
	}
	y, err = object.ToNumber(c.Agent, c.Arg(1))
	return x, y, err
}

// 21.3.2.18 Math.hypot ( ...args ), https://tc39.es/ecma262/#sec-math.hypot
func mathHypot(c *object.Call) (object.Value, error) {
	numbers := make([]float64, c.ArgCount())
	largest := 0.0
	infinite, nan := false, false
	for i := range numbers {
		x, err := object.ToNumber(c.Agent, c.Arg(i))
		if err != nil {
			return object.Undefined, err
		}
		x = math.Abs(x)
		infinite = infinite || math.IsInf(x, 1)
		nan = nan || x != x
		largest = max(largest, x)
		numbers[i] = x
	}
	switch {
	case infinite:
		return object.Float(math.Inf(1)), nil
	case nan:
		return object.NaN, nil
	case largest == 0:
		return object.Int(0), nil
	}
	// Scaled, so that no square overflows, with compensated summation.
	sum, compensation := 0.0, 0.0
	for _, x := range numbers {
		n := x / largest
		summand := float64(n*n) - compensation
		preliminary := sum + summand
		compensation = (preliminary - sum) - summand
		sum = preliminary
	}
	return object.Number(math.Sqrt(sum) * largest), nil
}

// 21.3.2.19 Math.imul ( x, y ), https://tc39.es/ecma262/#sec-math.imul
func mathImul(c *object.Call) (object.Value, error) {
	x, err := object.ToInt32(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	y, err := object.ToInt32(c.Agent, c.Arg(1))
	return object.Int(x * y), err
}

const (
	mathMax = iota
	mathMin
)

// 21.3.2.24 Math.max ( ...args ), https://tc39.es/ecma262/#sec-math.max
//
// 21.3.2.25 Math.min ( ...args ), https://tc39.es/ecma262/#sec-math.min
func mathExtreme(c *object.Call) (object.Value, error) {
	result := math.Inf(-1)
	if c.Magic() == mathMin {
		result = math.Inf(1)
	}
	for i := range c.ArgCount() {
		x, err := object.ToNumber(c.Agent, c.Arg(i))
		if err != nil {
			return object.Undefined, err
		}
		// The built-in functions order -0 before +0 and pass NaN on.
		if c.Magic() == mathMin {
			result = min(result, x)
		} else {
			result = max(result, x)
		}
	}
	return object.Number(result), nil
}

// 21.3.2.26 Math.pow ( base, exponent ), https://tc39.es/ecma262/#sec-math.pow
func mathPow(c *object.Call) (object.Value, error) {
	base, exponent, err := twoNumbers(c)
	return object.Number(interp.Exponentiate(base, exponent)), err
}

// 21.3.2.27 Math.random ( ), https://tc39.es/ecma262/#sec-math.random
func mathRandom(c *object.Call) (object.Value, error) {
	return object.Float(c.Agent.Host.Random()), nil
}
