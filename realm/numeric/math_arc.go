package numeric

import "math"

// Inverse trigonometric functions: rational approximations on a small interval,
// to which identities bring every argument. See math_trig.go on the
// coefficients.

const (
	halfPi     = 1.57079632679489655800e+00
	halfPiLow  = 6.12323399573676603587e-17
	quarterPi  = 7.85398163397448278999e-01
	quarterLow = 3.06161699786838301793e-17
	piLow      = 1.2246467991473531772e-16
)

// asin(x) = x + x·P(x²)/Q(x²) up to one half.
var (
	asinP = [...]float64{1.66666666666666657415e-01, -3.25565818622400915405e-01, 2.01212532134862925881e-01,
		-4.00555345006794114027e-02, 7.91534994289814532176e-04, 3.47933107596021167570e-05}
	asinQ = [...]float64{1, -2.40339491173441421878e+00, 2.02094576023350569471e+00, -6.88283971605453293030e-01,
		7.70381505559019352791e-02}
)

func asinRatio(t float64) float64 {
	return float64(t*polynomial(t, asinP[:])) / polynomial(t, asinQ[:])
}

func asin(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a == 1:
		return float64(x*halfPi) + float64(x*halfPiLow)
	case !(a < 1):
		return math.NaN()
	case a < 0x1p-27:
		return x
	case a < 0.5:
		return x + float64(x*asinRatio(float64(x*x)))
	}
	t := float64((1 - a) * 0.5)
	r := asinRatio(t)
	s := math.Sqrt(t)
	if math.Float64bits(a)>>32 >= 0x3FEF3333 { // about 0.975
		return math.Copysign(halfPi-(float64(2*(s+float64(s*r)))-halfPiLow), x)
	}
	w := clearLow(s)
	c := (t - float64(w*w)) / (s + w)
	p := float64(2*s*r) - (halfPiLow - float64(2*c))
	q := quarterPi - float64(2*w)
	return math.Copysign(quarterPi-(p-q), x)
}

func acos(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x == 1:
		return 0
	case x == -1:
		return math.Pi + float64(2*halfPiLow)
	case !(a < 1):
		return math.NaN()
	case a <= 0x1p-57:
		return halfPi + halfPiLow
	case a < 0.5:
		return halfPi - (x - (halfPiLow - float64(x*asinRatio(float64(x*x)))))
	case x < 0:
		z := float64((1 + x) * 0.5)
		s := math.Sqrt(z)
		w := float64(asinRatio(z)*s) - halfPiLow
		return math.Pi - float64(2*(s+w))
	}
	z := float64((1 - x) * 0.5)
	s := math.Sqrt(z)
	high := clearLow(s)
	c := (z - float64(high*high)) / (s + high)
	w := float64(asinRatio(z)*s) + c
	return float64(2 * (high + w))
}

// The arc tangents of 0.5, 1, 1.5 and ∞ in two parts, and the series.
var (
	atanHigh = [...]float64{4.63647609000806093515e-01, quarterPi, 9.82793723247329054082e-01, halfPi}
	atanLow  = [...]float64{2.26987774529616870924e-17, quarterLow, 1.39033110312309984516e-17, halfPiLow}
	atanEven = [...]float64{3.33333333333329318027e-01, 1.42857142725034663711e-01, 9.09088713343650656196e-02,
		6.66107313738753120669e-02, 4.97687799461593236017e-02, 1.62858201153657823623e-02}
	atanOdd = [...]float64{-1.99999999998764832476e-01, -1.11111104054623557880e-01, -7.69187620504482999495e-02,
		-5.83357013379057348645e-02, -3.65315727442169155270e-02}
)

func atan(x float64) float64 {
	a := math.Abs(x)
	id := -1
	switch {
	case x != x || a < 0x1p-27:
		return x
	case a >= 0x1p66:
		return math.Copysign(halfPi+halfPiLow, x)
	case a < 0.4375:
		a = x
	case a < 0.6875:
		id, a = 0, (float64(2*a)-1)/(2+a)
	case a < 1.1875:
		id, a = 1, (a-1)/(a+1)
	case a < 2.4375:
		id, a = 2, (a-1.5)/(1+float64(1.5*a))
	default:
		id, a = 3, -1/a
	}
	z := float64(a * a)
	w := float64(z * z)
	s := float64(z*polynomial(w, atanEven[:])) + float64(w*polynomial(w, atanOdd[:]))
	if id < 0 {
		return a - float64(a*s)
	}
	return math.Copysign(atanHigh[id]-((float64(a*s)-atanLow[id])-a), x)
}

// atan2 is the angle of the point (x, y).
func atan2(y, x float64) float64 {
	if x == 0 || y == 0 || !isFinite(x) || !isFinite(y) {
		return math.Atan2(y, x)
	}
	var z float64
	distance := int(math.Float64bits(y)>>52&0x7FF) - int(math.Float64bits(x)>>52&0x7FF)
	// The words' difference shifted right: one less unless the fraction is as great.
	if math.Float64bits(y)>>32&0xFFFFF < math.Float64bits(x)>>32&0xFFFFF {
		distance--
	}
	switch {
	case distance > 60:
		z = halfPi + float64(0.5*piLow)
		x = math.Abs(x)
	case x < 0 && distance < -60:
		z = 0
	default:
		z = atan(math.Abs(y / x))
	}
	if x < 0 {
		z = math.Pi - (z - piLow)
	}
	return math.Copysign(z, y)
}
