package object

import (
	"math"
	"strconv"

	"github.com/burrowjs/burrow/internal/jstring"
)

// smallInts are the texts of the integers that programs print most.
var smallInts = func() (t [256]*jstring.String) {
	for i := range t {
		t[i] = sharedText(strconv.Itoa(i))
	}
	return t
}()

func intToString(i int32) *jstring.String {
	if uint32(i) < uint32(len(smallInts)) {
		return smallInts[i]
	}
	return jstring.CopyLatin1(strconv.AppendInt(make([]byte, 0, 12), int64(i), 10))
}

var (
	textNaN              = sharedText("NaN")
	textInfinity         = sharedText("Infinity")
	textNegativeInfinity = sharedText("-Infinity")
)

// NumberToString is 6.1.6.1.20 with radix 10, https://tc39.es/ecma262/#sec-numeric-types-number-tostring
func NumberToString(f float64) *jstring.String {
	if i := int32(f); float64(i) == f {
		return intToString(i)
	}
	switch {
	case f != f:
		return textNaN
	case f > math.MaxFloat64:
		return textInfinity
	case f < -math.MaxFloat64:
		return textNegativeInfinity
	}
	return jstring.CopyLatin1(AppendNumber(make([]byte, 0, 25), f))
}

// AppendNumber appends the text of the finite number f.
func AppendNumber(dst []byte, f float64) []byte {
	if f == 0 {
		return append(dst, '0')
	}
	if f < 0 {
		dst = append(dst, '-')
		f = -f
	}
	// Shortest digits d.ddde±x, then laid out as the specification's n and k say.
	var buf [32]byte
	text := strconv.AppendFloat(buf[:0], f, 'e', -1, 64)
	e := len(text) - 1
	for text[e] != 'e' {
		e--
	}
	exp := 0
	for _, c := range text[e+2:] {
		exp = exp*10 + int(c-'0')
	}
	if text[e+1] == '-' {
		exp = -exp
	}
	digits := text[:1]
	if e > 1 {
		text[1] = text[0]
		digits = text[1:e]
	}
	k, n := len(digits), exp+1
	switch {
	case k <= n && n <= 21:
		dst = append(dst, digits...)
		for range n - k {
			dst = append(dst, '0')
		}
	case 0 < n && n <= 21:
		dst = append(dst, digits[:n]...)
		dst = append(dst, '.')
		dst = append(dst, digits[n:]...)
	case -6 < n && n <= 0:
		dst = append(dst, '0', '.')
		for range -n {
			dst = append(dst, '0')
		}
		dst = append(dst, digits...)
	default:
		dst = append(dst, digits[0])
		if k > 1 {
			dst = append(dst, '.')
			dst = append(dst, digits[1:]...)
		}
		dst = append(dst, 'e')
		if n > 0 {
			dst = append(dst, '+')
		}
		dst = strconv.AppendInt(dst, int64(n-1), 10)
	}
	return dst
}

const radixDigits = "0123456789abcdefghijklmnopqrstuvwxyz"

// NumberToStringRadix is 6.1.6.1.20 with a radix from 2 to 36. The fraction
// gets the fewest digits that tell f from its neighbours.
func NumberToStringRadix(f float64, radix int) *jstring.String {
	if radix == 10 || f != f || f == 0 || math.IsInf(f, 0) {
		return NumberToString(f)
	}
	negative := f < 0
	f = math.Abs(f)
	whole, fraction := math.Modf(f)
	var digits []byte
	if fraction > 0 {
		var carry bool
		digits, carry = fractionDigits(fraction, f, radix)
		if carry {
			whole++
		}
	}
	// The integer part, last digit first. Digits below the precision are zeros.
	r := float64(radix)
	var out []byte
	for whole/r >= 1<<53 {
		whole /= r
		out = append(out, '0')
	}
	whole = math.Trunc(whole)
	for {
		d := math.Mod(whole, r)
		out = append(out, radixDigits[int(d)])
		whole = (whole - d) / r
		if whole == 0 {
			break
		}
	}
	if negative {
		out = append(out, '-')
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	if len(digits) > 0 {
		out = append(append(out, '.'), digits...)
	}
	return jstring.FromLatin1(out)
}

// fractionDigits returns the digits of the fraction of f, and whether rounding
// them carried into the integer part.
func fractionDigits(fraction, f float64, radix int) (digits []byte, carry bool) {
	// Half the distance to the next number: what is left may be dropped below it.
	delta := max(0.5*(math.Nextafter(f, math.Inf(1))-f), math.SmallestNonzeroFloat64)
	r := float64(radix)
	for fraction >= delta {
		fraction *= r
		delta *= r
		d := int(fraction)
		fraction -= float64(d)
		digits = append(digits, radixDigits[d])
		if (fraction > 0.5 || fraction == 0.5 && d&1 == 1) && fraction+delta > 1 {
			for len(digits) > 0 {
				last := len(digits) - 1
				if d := int(digitValue(digits[last])); d+1 < radix {
					digits[last] = radixDigits[d+1]
					return digits, false
				}
				digits = digits[:last]
			}
			return nil, true
		}
	}
	return digits, false
}
