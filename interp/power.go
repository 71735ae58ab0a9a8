package interp

import "math"

// x ** y for Numbers: log2(x) to some 70 bits, times y, and 2 to that power. The
// coefficients are those of fdlibm (Sun Microsystems, 1993), and every step
// rounds as there, so that the last digit is what other engines print. Products
// that are summed are converted, or some machines would fuse them.

// Exponentiate is Number::exponentiate (6.1.6.1.3).
func Exponentiate(base, exponent float64) float64 {
	switch {
	case exponent != exponent || math.IsInf(exponent, 0) && (base == 1 || base == -1):
		return math.NaN()
	case exponent == 1:
		return base
	case exponent == -1:
		return 1 / base
	case exponent == 2:
		return base * base
	case exponent == 0.5 && base >= 0 && !math.Signbit(base):
		return math.Sqrt(base)
	case base == 0 || base != base || exponent == 0 || math.IsInf(base, 0) || math.IsInf(exponent, 0):
		return math.Pow(base, exponent)
	}
	sign := 1.0
	if base < 0 {
		if exponent != math.Trunc(exponent) {
			return math.NaN()
		}
		if math.Mod(exponent, 2) != 0 {
			sign = -1
		}
	}
	x := math.Abs(base)
	switch {
	case x == 1:
		return sign
	case math.Abs(exponent) > 0x1p64:
		if (x > 1) == (exponent > 0) {
			return sign * math.Inf(1)
		}
		return sign * 0
	}
	high, low := log2Near1(x)
	if math.Abs(exponent) <= 0x1p31 || x < 1-0x1p-20 || x >= 1+0x1p-20 {
		high, low = log2Parts(x)
	}
	// The product with the exponent, in two parts again.
	y := clearLow(exponent)
	p := float64((exponent-y)*high) + float64(exponent*low)
	return sign * exp2Parts(float64(y*high), p)
}

// clearLow returns x without the low half of its bits.
func clearLow(x float64) float64 { return math.Float64frombits(math.Float64bits(x) &^ 0xFFFFFFFF) }

func highWord(x float64) int32 { return int32(math.Float64bits(x) >> 32) }

func withHigh(x float64, high int32) float64 {
	return math.Float64frombits(uint64(uint32(high))<<32 | math.Float64bits(x)&0xFFFFFFFF)
}

const (
	invLn2      = 1.44269504088896338700e+00
	invLn2High  = 1.44269502162933349609e+00
	invLn2Low   = 1.92596299112661746887e-08
	twoOver3L2  = 9.61796693925975554329e-01 // 2/(3 ln 2)
	twoOver3L2H = 9.61796700954437255859e-01
	twoOver3L2L = -7.02846165095275826516e-09
	ln2Whole    = 6.93147180559945286227e-01
	ln2High     = 6.93147182464599609375e-01
	ln2Low      = -1.90465429995776804525e-09
)

// log2Near1 is log2(x) for x so near to 1 that four terms are enough.
func log2Near1(x float64) (high, low float64) {
	t := x - 1
	w := float64(t*t) * (0.5 - float64(t*(0.3333333333333333333333-float64(t*0.25))))
	u := float64(invLn2High * t)
	v := float64(t*invLn2Low) - float64(w*invLn2)
	high = clearLow(u + v)
	return high, v - (high - u)
}

// The series of log2((1+s)/(1-s)), and what is subtracted from the fraction first:
// 1, or 1.5 with its logarithm in two parts.
var (
	log2Series = [...]float64{5.99999999999994648725e-01, 4.28571428578550184252e-01, 3.33333329818377432918e-01,
		2.72728123808534006489e-01, 2.30660745775561754067e-01, 2.06975017800338417784e-01}
	log2Base     = [...]float64{1, 1.5}
	log2BaseHigh = [...]float64{0, 5.84962487220764160156e-01}
	log2BaseLow  = [...]float64{0, 1.35003920212974897128e-08}
)

// log2Parts is log2(x), the high part with the low half of its bits clear.
func log2Parts(x float64) (high, low float64) {
	n := int32(0)
	if highWord(x) < 0x00100000 {
		x *= 0x1p53
		n = -53
	}
	ix := highWord(x)
	n += ix>>20 - 0x3FF
	fraction := ix & 0xFFFFF
	ix = fraction | 0x3FF00000
	k := 0
	switch {
	case fraction <= 0x3988E: // below sqrt(3/2)
	case fraction < 0xBB67A: // below sqrt(3)
		k = 1
	default:
		n++
		ix -= 0x00100000
	}
	x = withHigh(x, ix)
	u := x - log2Base[k]
	v := 1 / (x + log2Base[k])
	s := float64(u * v)
	sHigh := clearLow(s)
	tHigh := withHigh(0, (ix>>1|0x20000000)+0x00080000+int32(k)<<18)
	tLow := x - (tHigh - log2Base[k])
	sLow := float64(v * ((u - float64(sHigh*tHigh)) - float64(sHigh*tLow)))
	s2 := float64(s * s)
	r := log2Series[5]
	for i := 4; i >= 0; i-- {
		r = log2Series[i] + float64(s2*r)
	}
	r = float64(float64(s2*s2) * r)
	r += float64(sLow * (sHigh + s))
	s2 = float64(sHigh * sHigh)
	tHigh = clearLow(3 + s2 + r)
	tLow = r - ((tHigh - 3) - s2)
	u = float64(sHigh * tHigh)
	v = float64(sLow*tHigh) + float64(tLow*s)
	pHigh := clearLow(u + v)
	pLow := v - (pHigh - u)
	zHigh := float64(twoOver3L2H * pHigh)
	zLow := float64(twoOver3L2L*pHigh) + float64(pLow*twoOver3L2) + log2BaseLow[k]
	t := float64(n)
	high = clearLow(((zHigh + zLow) + log2BaseHigh[k]) + t)
	return high, zLow - (((high - t) - log2BaseHigh[k]) - zHigh)
}

// The series of the exponential function.
var expSeries = [...]float64{1.66666666666666019037e-01, -2.77777777770155933842e-03, 6.61375632143793436117e-05,
	-1.65339022054652515390e-06, 4.13813679705723846039e-08}

// exp2Parts is 2 to the power high + low.
func exp2Parts(high, low float64) float64 {
	const overflowRest = 8.0085662595372944372e-17
	z := low + high
	j := highWord(z)
	switch {
	case z > 1024 || z == 1024 && low+overflowRest > z-high || z != z:
		return math.Inf(1)
	case z < -1075 || z == -1075 && low <= z-high:
		return 0
	}
	n := int32(0)
	if i := j & 0x7FFFFFFF; i > 0x3FE00000 {
		k := i>>20 - 0x3FF
		n = j + 0x00100000>>(k+1)
		k = (n&0x7FFFFFFF)>>20 - 0x3FF
		t := withHigh(0, n&^(0x000FFFFF>>k))
		n = (n&0x000FFFFF | 0x00100000) >> (20 - k)
		if j < 0 {
			n = -n
		}
		high -= t
	}
	t := clearLow(low + high)
	u := float64(t * ln2High)
	v := float64((low-(t-high))*ln2Whole) + float64(t*ln2Low)
	z = u + v
	w := v - (z - u)
	t = float64(z * z)
	r := expSeries[4]
	for i := 3; i >= 0; i-- {
		r = expSeries[i] + float64(t*r)
	}
	t1 := z - float64(t*r)
	r = float64(z*t1)/(t1-2) - (w + float64(z*w))
	return math.Ldexp(1-(r-z), int(n))
}
