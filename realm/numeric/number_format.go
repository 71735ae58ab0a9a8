package numeric

import (
	"math"
	"math/big"
	mathbits "math/bits"
	"strconv"
	"strings"

	"github.com/burrowjs/burrow/object"
)

// roundedDigits returns the decimal digits of the finite number x > 0 rounded
// to n significant ones, and the exponent e of the first: x ≈ d.ddd × 10^e. Ties
// go up: the specification picks the larger integer.
func roundedDigits(x float64, n int) (digits []byte, e int) {
	text := strconv.AppendFloat(nil, x, 'e', n-1, 64)
	digits, e = splitExponent(text)
	// strconv rounds ties to even. Only a number whose digits end in 5 just
	// behind the last one is a tie; the exact expansion tells.
	if f := fractionDigits(x); f > 0 && f != n-e && f != n-e+1 {
		return digits, e
	}
	exact, exactExponent := exactDigits(x)
	if len(exact) == n+1 && exact[n] == '5' {
		return roundUp(exact[:n], exactExponent)
	}
	return digits, e
}

// fractionDigits returns how many decimal digits x > 0 has after the point: as
// many as binary ones, the last being 5.
func fractionDigits(x float64) int {
	bits := math.Float64bits(x)
	e, m := int(bits>>52), bits&(1<<52-1)
	if e == 0 {
		e = 1
	} else {
		m |= 1 << 52
	}
	return max(0, 1075-e-mathbits.TrailingZeros64(m))
}

// exactDigits returns all digits of x > 0.
func exactDigits(x float64) ([]byte, int) {
	digits, e := splitExponent(strconv.AppendFloat(nil, x, 'e', 780, 64))
	n := len(digits)
	for n > 1 && digits[n-1] == '0' {
		n--
	}
	return digits[:n], e
}

// splitExponent takes apart what strconv writes: d.ddde±xx.
func splitExponent(text []byte) (digits []byte, e int) {
	i := strings.IndexByte(string(text), 'e')
	e, _ = strconv.Atoi(string(text[i+1:]))
	digits = append(digits, text[0])
	if i > 2 {
		digits = append(digits, text[2:i]...)
	}
	return digits, e
}

// roundUp adds one to the last digit.
func roundUp(digits []byte, e int) ([]byte, int) {
	out := append([]byte(nil), digits...)
	for i := len(out) - 1; i >= 0; i-- {
		if out[i] != '9' {
			out[i]++
			return out, e
		}
		out[i] = '0'
	}
	return append([]byte{'1'}, out[:len(out)-1]...), e + 1
}

// signed returns |x| and the sign to write before it.
func signed(x float64) (float64, string) {
	if x < 0 {
		return -x, "-"
	}
	return math.Abs(x), ""
}

func appendExponent(dst []byte, e int) []byte {
	dst = append(dst, 'e')
	if e >= 0 {
		dst = append(dst, '+')
	}
	return strconv.AppendInt(dst, int64(e), 10)
}

func appendFraction(dst, digits []byte) []byte {
	if len(digits) == 0 {
		return dst
	}
	return append(append(dst, '.'), digits...)
}

func isFinite(x float64) bool { return x-x == 0 }

// 21.1.3.2 Number.prototype.toExponential ( fractionDigits ), https://tc39.es/ecma262/#sec-number.prototype.toexponential
func numberPrototypeToExponential(c *object.Call) (object.Value, error) {
	x, err := thisNumberValue(c, "toExponential")
	if err != nil {
		return object.Undefined, err
	}
	f, err := object.ToIntegerOrInfinity(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if !isFinite(x) {
		return object.Str(object.NumberToString(x)), nil
	}
	if f < 0 || f > 100 {
		return object.Undefined, c.Agent.RangeError("toExponential() argument must be between 0 and 100")
	}
	x, sign := signed(x)
	out := []byte(sign)
	var digits []byte
	e := 0
	switch {
	case c.Arg(0).IsUndefined():
		digits, e = splitExponent(strconv.AppendFloat(nil, x, 'e', -1, 64))
	case x == 0:
		digits = []byte(strings.Repeat("0", int(f)+1))
	default:
		digits, e = roundedDigits(x, int(f)+1)
	}
	out = appendFraction(append(out, digits[0]), digits[1:])
	return object.StrGo(string(appendExponent(out, e))), nil
}

// 21.1.3.3 Number.prototype.toFixed ( fractionDigits ), https://tc39.es/ecma262/#sec-number.prototype.tofixed
func numberPrototypeToFixed(c *object.Call) (object.Value, error) {
	x, err := thisNumberValue(c, "toFixed")
	if err != nil {
		return object.Undefined, err
	}
	f, err := object.ToIntegerOrInfinity(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if f < 0 || f > 100 {
		return object.Undefined, c.Agent.RangeError("toFixed() digits argument must be between 0 and 100")
	}
	if !isFinite(x) || math.Abs(x) >= 1e21 {
		return object.Str(object.NumberToString(x)), nil
	}
	x, sign := signed(x)
	return object.StrGo(sign + fixed(x, int(f))), nil
}

// fixed returns x ≥ 0 with n digits after the point, ties going up.
func fixed(x float64, n int) string {
	if x == 0 {
		return strconv.FormatFloat(0, 'f', n, 64)
	}
	text := strconv.FormatFloat(x, 'f', n, 64)
	// A tie has exactly one digit more than is wanted, a 5.
	if fractionDigits(x) != n+1 {
		return text
	}
	exact, _ := exactDigits(x)
	digits := exact[:len(exact)-1] // of x × 10^n, rounded down
	if len(digits) == 0 {
		digits = []byte{'0'}
	}
	i, _ := new(big.Int).SetString(string(digits), 10)
	text = i.Add(i, big.NewInt(1)).String()
	if n == 0 {
		return text
	}
	if len(text) <= n {
		text = strings.Repeat("0", n+1-len(text)) + text
	}
	return text[:len(text)-n] + "." + text[len(text)-n:]
}

// 21.1.3.5 Number.prototype.toPrecision ( precision ), https://tc39.es/ecma262/#sec-number.prototype.toprecision
func numberPrototypeToPrecision(c *object.Call) (object.Value, error) {
	x, err := thisNumberValue(c, "toPrecision")
	if err != nil {
		return object.Undefined, err
	}
	if c.Arg(0).IsUndefined() {
		return object.Str(object.NumberToString(x)), nil
	}
	precision, err := object.ToIntegerOrInfinity(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if !isFinite(x) {
		return object.Str(object.NumberToString(x)), nil
	}
	if precision < 1 || precision > 100 {
		return object.Undefined, c.Agent.RangeError("toPrecision() argument must be between 1 and 100")
	}
	p := int(precision)
	x, sign := signed(x)
	out := []byte(sign)
	digits, e := []byte(strings.Repeat("0", p)), 0
	if x != 0 {
		digits, e = roundedDigits(x, p)
	}
	switch {
	case e < -6 || e >= p:
		out = appendFraction(append(out, digits[0]), digits[1:])
		out = appendExponent(out, e)
	case e >= 0:
		out = appendFraction(append(out, digits[:e+1]...), digits[e+1:])
	default:
		out = append(out, "0."...)
		out = append(out, strings.Repeat("0", -e-1)...)
		out = append(out, digits...)
	}
	return object.StrGo(string(out)), nil
}

// 21.1.3.4 Number.prototype.toLocaleString ( [ reserved1 [ , reserved2 ] ] ), https://tc39.es/ecma262/#sec-number.prototype.tolocalestring
//
// HOST: the locale is en-US, with at most three digits after the point.
func numberPrototypeToLocaleString(c *object.Call) (object.Value, error) {
	x, err := thisNumberValue(c, "toLocaleString")
	if err != nil {
		return object.Undefined, err
	}
	if math.IsNaN(x) {
		return object.StrGo("NaN"), nil
	}
	sign := ""
	if math.Signbit(x) {
		x, sign = -x, "-"
	}
	if math.IsInf(x, 0) {
		return object.StrGo(sign + "∞"), nil
	}
	// Half goes away from zero, on the shortest decimal form.
	whole, fraction := decimalParts(x)
	if len(fraction) > 3 {
		up := fraction[3] >= '5'
		if fraction = fraction[:3]; up {
			digits, carry := roundUp([]byte(whole+fraction), 0)
			if carry > 0 {
				digits = append(digits, '0')
			}
			whole, fraction = string(digits[:len(digits)-3]), string(digits[len(digits)-3:])
		}
	}
	text := sign + grouped(whole)
	if fraction = strings.TrimRight(fraction, "0"); fraction != "" {
		text += "." + fraction
	}
	return object.StrGo(text), nil
}

// decimalParts returns the digits of x before and after the point, as few as
// tell x from its neighbours.
func decimalParts(x float64) (whole, fraction string) {
	whole, fraction, _ = strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	return whole, fraction
}

// grouped puts commas between groups of three digits.
func grouped(digits string) string {
	if len(digits) <= 3 {
		return digits
	}
	var sb strings.Builder
	sb.Grow(len(digits) + len(digits)/3)
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			sb.WriteByte(',')
		}
		sb.WriteByte(digits[i])
	}
	return sb.String()
}
