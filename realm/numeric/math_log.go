package numeric

import "math"

// Exponentials, logarithms and hyperbolic functions. See math_trig.go on the
// coefficients.

// ln 2 in two pieces, the first with trailing zeros.
const (
	ln2High = 6.93147180369123816490e-01
	ln2Low  = 1.90821492927058770002e-10
	invLn2  = 1.44269504088896338700e+00
)

// expSeries are the coefficients of x·(eˣ+1)/(eˣ-1) from x² on.
var expSeries = [...]float64{1.66666666666666019037e-01, -2.77777777770155933842e-03, 6.61375632143793436117e-05,
	-1.65339022054652515390e-06, 4.13813679705723846039e-08}

func exp(x float64) float64 {
	if x > 7.09782712893383973096e+02 || x < -7.45133219101941108420e+02 || x != x {
		return math.Exp(x)
	}
	var high, low float64
	k := 0
	a := math.Abs(x)
	word := math.Float64bits(a) >> 32
	switch {
	case word > 0x3FD62E42: // ln(2)/2
		if word < 0x3FF0A2B2 { // 3·ln(2)/2
			if x == 1 {
				return math.E
			}
			k = 1
			if x < 0 {
				k = -1
			}
		} else {
			k = int(float64(invLn2*x) + math.Copysign(0.5, x))
		}
		high = x - float64(float64(k)*ln2High)
		low = float64(float64(k) * ln2Low)
		x = high - low
	case word < 0x3E300000: // 2^-28
		return 1 + x
	}
	t := float64(x * x)
	c := x - float64(t*polynomial(t, expSeries[:]))
	if k == 0 {
		return 1 - (float64(x*c)/(c-2) - x)
	}
	return math.Ldexp(1-((low-float64(x*c)/(2-c))-high), k)
}

// The coefficients of log((1+s)/(1-s)) - 2s from s³ on, every other one.
var (
	logOdd  = [...]float64{6.666666666666735130e-01, 2.857142874366239149e-01, 1.818357216161805012e-01, 1.479819860511658591e-01}
	logEven = [...]float64{3.999999999940941908e-01, 2.222219843214978396e-01, 1.531383769920937332e-01}
)

// logSeries is R of log(1+f) = f - f²/2 + s·(f²/2 + R), where s is f/(2+f).
func logSeries(f float64) (s, r float64) {
	s = f / (2 + f)
	z := float64(s * s)
	w := float64(z * z)
	return s, float64(w*polynomial(w, logEven[:])) + float64(z*polynomial(w, logOdd[:]))
}

// split returns x as 1 + f in [√2/2, √2] times 2ᵏ, for positive finite x.
func split(x float64) (f float64, k int, word uint32) {
	if x < 0x1p-1022 {
		k = -54
		x *= 0x1p54
	}
	bits := math.Float64bits(x)
	word = uint32(bits >> 32)
	k += int(word>>20) - 1023
	word &= 0xFFFFF
	up := (word + 0x95F64) & 0x100000
	k += int(up >> 20)
	return math.Float64frombits(uint64(word|(up^0x3FF00000))<<32|bits&0xFFFFFFFF) - 1, k, word
}

func log(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log(x)
	}
	f, exponent, word := split(x)
	k := float64(exponent)
	if (0xFFFFF & (2 + word)) < 3 { // f is tiny
		if f == 0 {
			return float64(k*ln2High) + float64(k*ln2Low)
		}
		r := float64(float64(f*f) * (0.5 - float64(0.33333333333333333*f)))
		if exponent == 0 {
			return f - r
		}
		return float64(k*ln2High) - ((r - float64(k*ln2Low)) - f)
	}
	s, r := logSeries(f)
	if int32(word)-0x6147A|0x6B851-int32(word) > 0 {
		half := float64(0.5 * f * f)
		if exponent == 0 {
			return f - (half - float64(s*(half+r)))
		}
		return float64(k*ln2High) - ((half - (float64(s*(half+r)) + float64(k*ln2Low))) - f)
	}
	if exponent == 0 {
		return f - float64(s*(f-r))
	}
	return float64(k*ln2High) - ((float64(s*(f-r)) - float64(k*ln2Low)) - f)
}

// log10 is exact for powers of ten: the logarithm of the part in [1,2) or so is
// added to an exact multiple of log10(2) in two pieces.
func log10(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log(x)
	}
	const (
		invLn10      = 4.34294481903251816668e-01
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
	z := float64(k*log10Of2Low) + float64(invLn10*log(fraction))
	return z + float64(k*log10Of2High)
}

// log2 is exact for powers of two.
func log2(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log(x)
	}
	if x == 1 {
		return 0
	}
	const (
		invLn2High = 1.44269504072144627571e+00
		invLn2Low  = 1.67517131648865118353e-10
	)
	f, exponent, _ := split(x)
	half := float64(0.5 * f * f)
	s, r := logSeries(f)
	r = float64(s * (half + r))
	high := clearLow(f - half)
	low := (f - high) - half + r
	value := float64(high * invLn2High)
	rest := float64((low+high)*invLn2Low) + float64(low*invLn2High)
	k := float64(exponent)
	w := k + value
	rest += (k - w) + value
	return rest + w
}

func acosh(x float64) float64 {
	switch {
	case !(x > 1):
		if x == 1 {
			return 0
		}
		return math.NaN()
	case x >= 0x1p28:
		return log(x) + math.Ln2
	case x > 2:
		return log(float64(2*x) - 1/(x+math.Sqrt(float64(x*x)-1)))
	}
	t := x - 1
	return math.Log1p(t + math.Sqrt(float64(2*t)+float64(t*t)))
}

func asinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !isFinite(x) || a < 0x1p-28:
		return x
	case a > 0x1p28:
		return math.Copysign(log(a)+math.Ln2, x)
	case a > 2:
		return math.Copysign(log(float64(2*a)+1/(math.Sqrt(float64(x*x)+1)+a)), x)
	}
	t := float64(x * x)
	return math.Copysign(math.Log1p(a+t/(1+math.Sqrt(1+t))), x)
}

// cbrt is a rough root from the exponent, a polynomial in the error for 23 bits,
// and a step of Newton's method.
func cbrt(x float64) float64 {
	if x == 0 || !isFinite(x) {
		return x
	}
	a := math.Abs(x)
	high := uint32(math.Float64bits(a)>>32)/3 + 715094163
	if a < 0x1p-1022 {
		high = uint32(math.Float64bits(a*0x1p54)>>32)/3 + 696219795
	}
	t := math.Float64frombits(uint64(high) << 32)
	r := float64(float64(t*t) * (t / a))
	t = float64(t * ((1.87595182427177009643 + float64(r*(-1.88497979543377169875+float64(r*1.621429720105354466140)))) +
		float64(float64(float64(r*r)*r)*(-0.758397934778766047437+float64(r*0.145996192886612446982)))))
	t = math.Float64frombits((math.Float64bits(t) + 0x80000000) & 0xFFFFFFFFC0000000)
	s := float64(t * t)
	r = a / s
	r = (r - t) / (t + t + r)
	return math.Copysign(t+float64(t*r), x)
}

func sinh(x float64) float64 {
	t := math.Abs(x)
	switch {
	case t < 0x1p-28:
		return x
	case t > 22:
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
