package numeric

import "math"

// Exponentials, logarithms and hyperbolic functions. Go's own, where a last
// digit would be off, get a step of correction.

// ln 2 in two pieces, the first with trailing zeros, and 1/ln 2 in two.
const (
	ln2High   = 6.93147180369123816490e-01
	ln2Low    = 1.90821492927058770002e-10
	log2EHigh = 1.44269504088896338700e+00
	log2ELow  = 2.03552737409310330e-17
)

// expSeries are the coefficients of eˣ from x² on, Taylor's.
var expSeries = [...]float64{1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320,
	1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800}

// expParts returns eˣ / 2ᵏ as the sum of two floats, for finite x that does not
// overflow.
func expParts(x float64) (high, low float64, k int) {
	n := math.RoundToEven(x * log2EHigh)
	a := x - float64(n*ln2High)
	b := float64(n * ln2Low)
	r := a - b
	rLow := (a - r) - b
	p := float64(float64(r*r)*polynomial(r, expSeries[:])) + rLow + float64(r*rLow)
	sum := 1 + r
	p += (1 - sum) + r
	high = sum + p
	return high, (sum - high) + p, int(n)
}

func exp(x float64) float64 {
	if !(x > -746 && x < 710) {
		return math.Exp(x)
	}
	high, _, k := expParts(x)
	return math.Ldexp(high, k)
}

// log scales subnormal numbers up first: math.Log of some architectures loses
// their exponent.
func log(x float64) float64 {
	const smallestNormal = 0x1p-1022
	if x > 0 && x < smallestNormal {
		return math.Log(x*0x1p54) - 54*math.Ln2
	}
	return math.Log(x)
}

// log10 is exact for powers of ten: the logarithm of the part in [1,2) or so is
// added to an exact multiple of log10(2) in two pieces.
func log10(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log(x)
	}
	const (
		log10Of2High = 3.01029995663611771306e-01 // the upper bits of log10(2)
		log10Of2Low  = 3.69423907715893078616e-13
	)
	fraction, e := math.Frexp(x) // in [0.5,1)
	k := float64(e - 1)
	fraction *= 2
	if k < 0 {
		k++
		fraction /= 2
	}
	z := float64(k*log10Of2Low) + float64((1/math.Ln10)*math.Log(fraction))
	return z + float64(k*log10Of2High)
}

// log2 is exact for powers of two.
func log2(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log(x)
	}
	fraction, e := math.Frexp(x)
	if fraction < math.Sqrt2/2 {
		fraction *= 2
		e--
	}
	if fraction == 1 {
		return float64(e)
	}
	y := math.Log(fraction)
	high, low, k := expParts(y)
	scale := math.Ldexp(1, k)
	yLow := (fraction - high*scale - low*scale) / fraction
	// (y + yLow) · 1/ln 2
	p := float64(y * log2EHigh)
	pLow := math.FMA(y, log2EHigh, -p) + (float64(y*log2ELow) + float64(yLow*log2EHigh))
	sum := float64(e) + p
	b := sum - float64(e)
	return sum + (((float64(e) - (sum - b)) + (p - b)) + pLow)
}

func cbrt(x float64) float64 {
	t := math.Cbrt(x)
	if t == 0 || !isFinite(t) || math.Abs(x) < 0x1p-900 || math.Abs(x) > 0x1p900 {
		return t
	}
	square := float64(t * t)
	cube := float64(square * t)
	cubeLow := math.FMA(square, t, -cube) + float64(math.FMA(t, t, -square)*t)
	return t + ((x-cube)-cubeLow)/(3*square)
}

func sinh(x float64) float64 {
	t := math.Abs(x)
	if t < 0x1p-28 || t > 22 {
		return math.Sinh(x)
	}
	e := math.Expm1(t)
	h := math.Copysign(0.5, x)
	if t < 1 {
		return h * (2*e - float64(e*e)/(e+1))
	}
	return h * (e + e/(e+1))
}

func cosh(x float64) float64 {
	t := math.Abs(x)
	switch {
	case t < 0.5*math.Ln2:
		e := math.Expm1(t)
		w := 1 + e
		return 1 + float64(e*e)/(w+w)
	case t < 22:
		e := exp(t)
		return float64(0.5*e) + 0.5/e
	}
	return math.Cosh(x)
}

func tanh(x float64) float64 {
	t := math.Abs(x)
	switch {
	case t < 0x1p-28 || x != x:
		return x
	case t >= 22:
		return math.Copysign(1, x)
	case t >= 1:
		return math.Copysign(1-2/(math.Expm1(2*t)+2), x)
	}
	e := math.Expm1(-2 * t)
	return math.Copysign(-e/(e+2), x)
}
