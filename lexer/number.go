package lexer

import (
	"math"
	"math/bits"
	"strconv"

	"github.com/burrowjs/burrow/internal/jstring"
)

// scanNumber scans a numeric literal (12.9.3).
func (l *Lexer) scanNumber() {
	src, start := l.src, l.pos
	t := &l.Tok
	t.Kind = Number
	if src[start] == '0' {
		base := 0
		switch src[start+1] | 0x20 {
		case 'x':
			base = 16
		case 'o':
			base = 8
		case 'b':
			base = 2
		}
		if base != 0 {
			l.scanRadix(base)
			return
		}
		if isDigit(src[start+1]) {
			l.scanLegacy()
			return
		}
		if src[start+1] == '_' {
			l.fail("Numeric separator can not be used after leading 0.", start+1)
			return
		}
	}
	// OPT: an integer of up to 15 digits is exact in a float64.
	value, pos := uint64(0), start
	for isDigit(src[pos]) && pos-start < 15 {
		value = value*10 + uint64(src[pos]-'0')
		pos++
	}
	if c := src[pos]; pos > start && !isDigit(c) && c != '.' && c != 'e' && c != 'E' && c != '_' && c != 'n' {
		l.pos = pos
		t.Number = float64(value)
		l.checkAfterNumber()
		return
	}
	var text []byte
	if src[l.pos] != '.' {
		if text = l.digits(text, 10); l.Err != nil {
			return
		}
		if src[l.pos] == 'n' {
			l.pos++
			l.bigInt(text, 10)
			return
		}
	}
	if text = l.fraction(text); l.Err != nil {
		return
	}
	t.Number, _ = strconv.ParseFloat(string(text), 64)
	l.checkAfterNumber()
}

// fraction appends what may follow the integer part of a decimal literal.
func (l *Lexer) fraction(text []byte) []byte {
	if l.src[l.pos] == '.' {
		text = append(text, '.')
		l.pos++
		if isDigit(l.src[l.pos]) || l.src[l.pos] == '_' {
			text = l.digits(text, 10)
		}
	}
	if l.src[l.pos]|0x20 == 'e' {
		text = append(text, 'e')
		l.pos++
		if c := l.src[l.pos]; c == '+' || c == '-' {
			text = append(text, byte(c))
			l.pos++
		}
		if !isDigit(l.src[l.pos]) {
			l.fail("Invalid or unexpected token", l.pos)
			return nil
		}
		text = l.digits(text, 10)
	}
	return text
}

// digits appends at least one digit, skipping separators between digits.
func (l *Lexer) digits(text []byte, base int) []byte {
	first := l.pos
	for {
		c := l.src[l.pos]
		if c == '_' {
			next := l.src[l.pos+1]
			switch {
			case l.pos == first:
				l.fail("Invalid or unexpected token", l.pos)
				return nil
			case next == '_':
				l.fail("Only one underscore is allowed as numeric separator", l.pos+1)
				return nil
			}
			if d := hexDigit(next); d < 0 || d >= base {
				l.fail("Numeric separators are not allowed at the end of numeric literals", l.pos+1)
				return nil
			}
			l.pos++
			continue
		}
		if d := hexDigit(c); d < 0 || d >= base {
			break
		}
		text = append(text, byte(c))
		l.pos++
	}
	if l.pos == first {
		l.fail("Invalid or unexpected token", l.pos)
	}
	return text
}

func (l *Lexer) scanRadix(base int) {
	l.pos += 2
	text := l.digits(nil, base)
	if l.Err != nil {
		return
	}
	if l.src[l.pos] == 'n' {
		l.pos++
		l.bigInt(text, base)
		return
	}
	l.Tok.Number = parseRadix(text, base)
	l.checkAfterNumber()
}

// scanLegacy scans LegacyOctalIntegerLiteral and NonOctalDecimalIntegerLiteral.
func (l *Lexer) scanLegacy() {
	octal, start := true, l.pos
	for isDigit(l.src[l.pos]) {
		if l.src[l.pos] >= '8' {
			octal = false
		}
		l.pos++
	}
	text := make([]byte, 0, l.pos-start)
	for _, c := range l.src[start:l.pos] {
		text = append(text, byte(c))
	}
	if l.src[l.pos] == '_' {
		l.fail("Numeric separator can not be used after leading 0.", l.pos)
		return
	}
	if octal {
		l.Tok.Legacy = LegacyOctal
		l.Tok.Number = parseRadix(text, 8)
	} else {
		l.Tok.Legacy = LegacyDecimal
		if text = l.fraction(text); l.Err != nil {
			return
		}
		l.Tok.Number, _ = strconv.ParseFloat(string(text), 64)
	}
	l.checkAfterNumber()
}

func (l *Lexer) bigInt(text []byte, base int) {
	l.Tok.Kind, l.Tok.Base = BigInt, base
	l.Tok.Value = jstring.FromLatin1(text)
	l.checkAfterNumber()
}

// checkAfterNumber checks that no IdentifierStart or digit follows (12.9.3).
func (l *Lexer) checkAfterNumber() {
	if l.pos < l.end {
		if r, _ := l.codePoint(); r == '\\' || isDigit(uint16(r)) && r < 128 || IsIdentifierStart(r) {
			l.fail("Invalid or unexpected token", l.pos)
		}
	}
}

// parseRadix converts digits to a base that is a power of two, rounding to
// nearest, ties to even: bits past the 64th only matter as "not zero".
func parseRadix(text []byte, base int) float64 {
	shift := bits.Len(uint(base)) - 1
	mantissa, exponent, sticky := uint64(0), 0, uint64(0)
	for _, c := range text {
		d := uint64(hexDigit(uint16(c)))
		if exponent == 0 && mantissa>>(60) == 0 {
			mantissa = mantissa<<shift | d
			continue
		}
		exponent += shift
		if d != 0 {
			sticky = 1
		}
	}
	return math.Ldexp(float64(mantissa|sticky), exponent)
}
