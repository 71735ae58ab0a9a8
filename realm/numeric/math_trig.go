package numeric

import "math"

// Sine, cosine and tangent, to well below one unit in the last place: the
// argument is reduced to a sum of two floats in [-π/4,π/4] and the Taylor
// series are summed so that only the last addition rounds.

// π/2 as a sum of floats, each the rest that those before it leave.
var piOver2Parts = [...]float64{1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33}

// reduce returns the quadrant of x and the rest, as the sum of two floats.
func reduce(x float64) (quadrant int, high, low float64) {
	if math.Abs(x) <= math.Pi/4 {
		return 0, x, 0
	}
	if math.Abs(x) >= 1<<45 {
		return reduceLarge(x)
	}
	n := math.RoundToEven(x * (2 / math.Pi))
	high, low = x, 0
	for _, part := range piOver2Parts {
		// The product and the difference are each kept in two parts.
		p := float64(n * part)
		sum := high - p
		b := sum - high
		low += (high - (sum - b)) - (p + b) - math.FMA(n, part, -p)
		high = sum + low
		low = (sum - high) + low
	}
	return int(int64(n) & 3), high, low
}

// sinKernel is the sine of high + low in [-π/4,π/4], as the sum of two floats.
func sinKernel(high, low float64) (float64, float64) {
	z := float64(high * high)
	r := polynomial(z, sinSeries[1:])
	// sin(h+l) = h + (h³·(-1/6 + z·r) + l·(1 - z/2))
	cube := float64(z * high)
	t := float64(cube*sinSeries[0]) + (float64(cube*float64(z*r)) + float64(low*(1-0.5*z)))
	sum := high + t
	return sum, (high - sum) + t
}

// cosKernel is the cosine of high + low in [-π/4,π/4], as the sum of two floats.
func cosKernel(high, low float64) (float64, float64) {
	z := float64(high * high)
	r := float64(float64(z*z) * polynomial(z, cosSeries[:]))
	half := float64(0.5 * z)
	w := 1 - half
	t := ((1 - w) - half) + (r - float64(high*low) - 0.5*math.FMA(high, high, -z))
	sum := w + t
	return sum, (w - sum) + t
}

// The coefficients of sin(x)/x from x² on, and of cos(x) from x⁴ on: Taylor's,
// of which there are enough for this interval.
var (
	sinSeries = [...]float64{-1.0 / 6, 1.0 / 120, -1.0 / 5040, 1.0 / 362880, -1.0 / 39916800, 1.0 / 6227020800,
		-1.0 / 1307674368000, 1.0 / 355687428096000}
	cosSeries = [...]float64{1.0 / 24, -1.0 / 720, 1.0 / 40320, -1.0 / 3628800, 1.0 / 479001600, -1.0 / 87178291200,
		1.0 / 20922789888000, -1.0 / 6402373705728000}
)

// polynomial evaluates c[0] + c[1]·z + c[2]·z² …
func polynomial(z float64, c []float64) float64 {
	r := 0.0
	for i := len(c) - 1; i >= 0; i-- {
		r = float64(r*z) + c[i]
	}
	return r
}

func sin(x float64) float64 {
	if x == 0 || !isFinite(x) {
		return x * (x - x + 1) // ±0, NaN
	}
	return quadrantSine(reduce(x))
}

func cos(x float64) float64 {
	if !isFinite(x) {
		return math.NaN()
	}
	q, high, low := reduce(x)
	return quadrantSine(q+1, high, low)
}

func quadrantSine(q int, high, low float64) float64 {
	var r float64
	if q&1 == 0 {
		r, _ = sinKernel(high, low)
	} else {
		r, _ = cosKernel(high, low)
	}
	if q&2 != 0 {
		return -r
	}
	return r
}

func tan(x float64) float64 {
	if x == 0 || !isFinite(x) {
		return x * (x - x + 1)
	}
	q, high, low := reduce(x)
	s, sLow := sinKernel(high, low)
	c, cLow := cosKernel(high, low)
	if q&1 != 0 {
		s, sLow, c, cLow = -c, -cLow, s, sLow
	}
	// One step of correction with what was rounded away.
	t := s / c
	return t + (math.FMA(-t, c, s)+sLow-float64(t*cLow))/c
}
