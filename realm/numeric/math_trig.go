package numeric

import "math"

// Sine, cosine and tangent: the argument is reduced to a sum of two floats in
// [-π/4,π/4], where polynomials approximate the functions.
//
// The last digit of a result is not specified, but programs print it. The
// coefficients here and in math_arc.go and math_log.go are those of fdlibm (Sun
// Microsystems, 1993), and the operations are rounded in the same order, so that
// results are those of other engines. Products that are summed are converted, or
// some machines would fuse them.

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

// The coefficients of sin(x)/x from x² on, and of cos(x) from x⁴ on.
var (
	sinSeries = [...]float64{-1.66666666666666324348e-01, 8.33333333332248946124e-03, -1.98412698298579493134e-04,
		2.75573137070700676789e-06, -2.50507602534068634195e-08, 1.58969099521155010221e-10}
	cosSeries = [...]float64{4.16666666666666019037e-02, -1.38888888888741095749e-03, 2.48015872894767294178e-05,
		-2.75573143513906633035e-07, 2.08757232129817482790e-09, -1.13596475577881948265e-11}
)

// sinKernel is the sine of high + low in [-π/4,π/4].
func sinKernel(high, low float64) float64 {
	if math.Abs(high) < 0x1p-26 {
		return high
	}
	z := float64(high * high)
	v := float64(z * high)
	r := polynomial(z, sinSeries[1:])
	if low == 0 {
		return high + float64(v*(sinSeries[0]+float64(z*r)))
	}
	return high - ((float64(z*(float64(0.5*low)-float64(v*r))) - low) - float64(v*sinSeries[0]))
}

// cosKernel is the cosine of high + low in [-π/4,π/4].
func cosKernel(high, low float64) float64 {
	word := uint32(math.Float64bits(high)>>32) & 0x7FFFFFFF
	if word < 0x3E400000 { // 2^-27
		return 1
	}
	z := float64(high * high)
	r := float64(z * polynomial(z, cosSeries[:]))
	t := float64(z*r) - float64(high*low)
	if word < 0x3FD33333 { // 0.3
		return 1 - (float64(0.5*z) - t)
	}
	// Something near to a quarter of high is taken away from 1 exactly.
	exact := 0.28125
	if word <= 0x3FE90000 {
		exact = math.Float64frombits(uint64(word-0x00200000) << 32)
	}
	return (1 - exact) - ((float64(0.5*z) - exact) - t)
}

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
		r = sinKernel(high, low)
	} else {
		r = cosKernel(high, low)
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
	return tanKernel(high, low, q&1 != 0)
}

// The coefficients of tan(x) from x³ on, every other one.
var (
	tanFirst = 3.33333333333334091986e-01
	tanOdd   = [...]float64{1.33333333333201242699e-01, 2.18694882948595424599e-02, 3.59207910759131235356e-03,
		5.88041240820264096874e-04, 7.81794442939557092300e-05, -1.85586374855275456654e-05}
	tanEven = [...]float64{5.39682539762260521377e-02, 8.86323982359930005737e-03, 1.45620945432529025516e-03,
		2.46463134818469906812e-04, 7.14072491382608190305e-05, 2.59073051863633712884e-05}
)

// tanKernel is the tangent of x + y in [-π/4,π/4], or with inverse set -1 through it.
func tanKernel(x, y float64, inverse bool) float64 {
	sign := x
	large := uint32(math.Float64bits(x)>>32)&0x7FFFFFFF >= 0x3FE59428 // 0.67434
	if !large && math.Abs(x) < 0x1p-28 && !inverse {
		return x
	}
	if large {
		if x < 0 {
			x, y = -x, -y
		}
		x = (quarterPi - x) + (quarterLow - y)
		y = 0
	}
	z := float64(x * x)
	w := float64(z * z)
	r := polynomial(w, tanOdd[:])
	v := float64(z * polynomial(w, tanEven[:]))
	s := float64(z * x)
	r = y + float64(z*(float64(s*(r+v))+y))
	r += float64(tanFirst * s)
	w = x + r
	switch {
	case large:
		v = 1.0
		if inverse {
			v = -1
		}
		t := v - float64(2*(x-(float64(w*w)/(w+v)-r)))
		if sign < 0 {
			return -t
		}
		return t
	case !inverse:
		return w
	}
	// -1/(x+r), to more than the quotient of floats.
	z = clearLow(w)
	v = r - (z - x)
	a := -1 / w
	t := clearLow(a)
	s = 1 + float64(t*z)
	return t + float64(a*(s+float64(t*v)))
}

// clearLow returns x without the low half of its bits.
func clearLow(x float64) float64 { return math.Float64frombits(math.Float64bits(x) &^ 0xFFFFFFFF) }
