package numeric

import "math"

// Inverse trigonometric functions: Go's, with a step of Newton's method on the
// sine and cosine of math_trig.go, which are known to more than a float.

const piLow = 1.2246467991473532e-16 // π - math.Pi

// sinCos returns the sine and cosine of x in two parts each.
func sinCos(x float64) (s, sLow, c, cLow float64) {
	q, high, low := reduce(x)
	s, sLow = sinKernel(high, low)
	c, cLow = cosKernel(high, low)
	if q&1 != 0 {
		s, sLow, c, cLow = c, cLow, -s, -sLow
	}
	if q&2 != 0 {
		s, sLow, c, cLow = -s, -sLow, -c, -cLow
	}
	return s, sLow, c, cLow
}

// asinParts is the arc sine of x + low, |x| ≤ 0.71, as the sum of two floats.
func asinParts(x, low float64) (float64, float64) {
	y := math.Asin(x)
	s, sLow, c, _ := sinCos(y)
	return y, ((x - s) - sLow + low) / c
}

// halfAngle is the arc cosine of x in [0.7,1], as the sum of two floats: twice
// the arc sine of the root of (1-x)/2.
func halfAngle(x float64) (float64, float64) {
	z := (1 - x) / 2
	root := math.Sqrt(z)
	if root == 0 {
		return 0, 0
	}
	high, low := asinParts(root, math.FMA(-root, root, z)/(2*root))
	return 2 * high, 2 * low
}

func asin(x float64) float64 {
	t := math.Abs(x)
	switch {
	case !(t <= 1):
		return math.NaN()
	case t < 0x1p-27:
		return x
	case t <= 0.7:
		high, low := asinParts(x, 0)
		return high + low
	}
	high, low := halfAngle(t)
	sum := math.Pi/2 - high
	return math.Copysign(sum+(((math.Pi/2-sum)-high)+(piLow/2-low)), x)
}

func acos(x float64) float64 {
	t := math.Abs(x)
	switch {
	case !(t <= 1):
		return math.NaN()
	case t <= 0.7:
		high, low := asinParts(x, 0)
		sum := math.Pi/2 - high
		b := sum - math.Pi/2
		return sum + (((math.Pi/2 - (sum - b)) - (high + b)) + (piLow/2 - low))
	}
	high, low := halfAngle(t)
	if x > 0 {
		return high + low
	}
	sum := math.Pi - high
	return sum + (((math.Pi - sum) - high) + (piLow - low))
}

func atan(x float64) float64 {
	t := math.Abs(x)
	if !(t >= 0x1p-27 && t <= 0x1p50) {
		return math.Atan(x)
	}
	y := math.Atan(x)
	s, sLow, c, cLow := sinCos(y)
	p := float64(x * c)
	rest := (p - s) + math.FMA(x, c, -p) + float64(x*cLow) - sLow
	return y + float64(rest*c)
}
