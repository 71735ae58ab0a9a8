package object

import (
	"math"
	"strconv"

	"github.com/burrowjs/burrow/internal/jstring"
)

// IsStrWhiteSpace reports whether c is white space or a line terminator
// (StrWhiteSpaceChar, 7.1.4.1).
func IsStrWhiteSpace(c uint16) bool {
	if c < 128 {
		return c == ' ' || c >= '\t' && c <= '\r'
	}
	switch c {
	case 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
		return true
	}
	return c >= 0x2000 && c <= 0x200A
}

// trimmedRange returns the part of s without white space at the ends.
func trimmedRange(s *jstring.String) (from, to int) {
	from, to = 0, s.Len()
	for from < to && IsStrWhiteSpace(s.At(from)) {
		from++
	}
	for to > from && IsStrWhiteSpace(s.At(to-1)) {
		to--
	}
	return from, to
}

// numericText returns the trimmed text of s if all of it is ASCII.
func numericText(s *jstring.String) ([]byte, bool) {
	from, to := trimmedRange(s)
	if s.IsLatin1() {
		return s.Latin1()[from:to], true
	}
	text := make([]byte, 0, to-from)
	for _, c := range s.TwoByte()[from:to] {
		if c >= 128 {
			return nil, false
		}
		text = append(text, byte(c))
	}
	return text, true
}

// StringToNumber is 7.1.4.1.1, https://tc39.es/ecma262/#sec-stringtonumber
func StringToNumber(s *jstring.String) float64 {
	text, ok := numericText(s)
	if !ok {
		return math.NaN()
	}
	if len(text) == 0 {
		return 0
	}
	if len(text) <= 9 {
		// OPT: short runs of digits, which most numeric strings are.
		n := 0
		for _, c := range text {
			if c < '0' || c > '9' {
				n = -1
				break
			}
			n = n*10 + int(c-'0')
		}
		if n >= 0 {
			return float64(n)
		}
	}
	if base := radixPrefix(text); base != 0 {
		f, n := ParseRadixDigits(text[2:], base)
		if n == 0 || n != len(text)-2 {
			return math.NaN()
		}
		return f
	}
	f, n := ParseDecimalPrefix(text)
	if n != len(text) {
		return math.NaN()
	}
	return f
}

// radixPrefix returns the base that a prefix 0x, 0o or 0b announces, or 0.
func radixPrefix(text []byte) int {
	if len(text) > 2 && text[0] == '0' {
		switch text[1] | 0x20 {
		case 'x':
			return 16
		case 'o':
			return 8
		case 'b':
			return 2
		}
	}
	return 0
}

// digitValue returns the value of an alphanumeric digit, or 255.
func digitValue(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return c | 0x20 - 'a' + 10
	}
	return 255
}

// ParseRadixDigits reads digits whose base is a power of two and returns their
// value, correctly rounded, and how many there were.
func ParseRadixDigits(text []byte, base int) (float64, int) {
	bits := 1
	for 1<<bits < base {
		bits++
	}
	var m, sticky uint64
	exp, n := 0, 0
	for ; n < len(text); n++ {
		d := digitValue(text[n])
		if int(d) >= base {
			break
		}
		if m < 1<<58 {
			m = m<<bits | uint64(d)
			continue
		}
		exp += bits
		if d != 0 {
			sticky = 1
		}
	}
	return math.Ldexp(float64(m|sticky), min(exp, 5000)), n
}

// maxSignificant is the number of decimal digits that can influence how a
// number is rounded; of those behind only whether one is not zero matters.
// strconv reads no more than 800 correctly.
const maxSignificant = 770

// ParseDecimalPrefix reads the longest prefix of text that is a
// StrDecimalLiteral and returns its value and length; length 0 means none.
func ParseDecimalPrefix(text []byte) (float64, int) {
	i := 0
	negative := false
	if i < len(text) && (text[i] == '+' || text[i] == '-') {
		negative = text[i] == '-'
		i++
	}
	sign := func(f float64) float64 {
		if negative {
			return -f
		}
		return f
	}
	const infinity = "Infinity"
	if len(text)-i >= len(infinity) && string(text[i:i+len(infinity)]) == infinity {
		return sign(math.Inf(1)), i + len(infinity)
	}

	var stack [64]byte
	digits := stack[:0]
	sticky, any := false, false
	exp := 0 // of the digit after the last one kept
	digit := func(c byte, fraction bool) {
		any = true
		switch {
		case c == '0' && len(digits) == 0:
		default:
			digits = append(digits, c)
		}
		if fraction {
			exp--
		}
	}
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		if len(digits) == maxSignificant {
			n, nonZero := digitRun(text[i:])
			sticky = sticky || nonZero
			i, exp = i+n, exp+n
			break
		}
		digit(text[i], false)
		i++
	}
	if i < len(text) && text[i] == '.' && (any || i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9') {
		i++
		for i < len(text) && text[i] >= '0' && text[i] <= '9' {
			if len(digits) == maxSignificant {
				n, nonZero := digitRun(text[i:])
				sticky = sticky || nonZero
				i += n
				break
			}
			digit(text[i], true)
			i++
		}
	}
	if !any {
		return math.NaN(), 0
	}
	if e, n := exponentPart(text[i:]); n > 0 {
		exp += e
		i += n
	}
	if len(digits) == 0 {
		return sign(0), i
	}
	if sticky {
		digits = append(digits, '1')
		exp--
	}
	switch magnitude := len(digits) + exp; {
	case magnitude > 310:
		return sign(math.Inf(1)), i
	case magnitude < -330:
		return sign(0), i
	}
	digits = append(digits, 'e')
	digits = strconv.AppendInt(digits, int64(exp), 10)
	f, _ := strconv.ParseFloat(string(digits), 64)
	return sign(f), i
}

// digitRun returns the number of digits that text begins with, and whether one
// of them is not zero.
func digitRun(text []byte) (n int, nonZero bool) {
	var or byte
	for n < len(text) && text[n]-'0' <= 9 {
		or |= text[n] - '0'
		n++
	}
	return n, or != 0
}

// exponentPart reads e, an optional sign and digits; it saturates.
func exponentPart(text []byte) (exp, n int) {
	if len(text) < 2 || text[0]|0x20 != 'e' {
		return 0, 0
	}
	i := 1
	if text[i] == '+' || text[i] == '-' {
		i++
	}
	from := i
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		if exp < 1<<30/10 {
			exp = exp*10 + int(text[i]-'0')
		} else {
			exp = 1 << 30
		}
		i++
	}
	if i == from {
		return 0, 0
	}
	if text[1] == '-' {
		exp = -exp
	}
	return exp, i
}
