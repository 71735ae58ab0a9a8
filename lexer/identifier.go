package lexer

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/internal/unicodedata"
)

const (
	charIDStart = 1 << iota // letters, $ and _
	charIDPart              // the same and digits
	charSpace
)

var charClass = func() (t [128]uint8) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '$', c == '_':
			t[c] = charIDStart | charIDPart
		case c >= '0' && c <= '9':
			t[c] = charIDPart
		case c == ' ', c == '\t', c == '\v', c == '\f':
			t[c] = charSpace
		}
	}
	return t
}()

// IsIdentifierStart reports whether r is in IdentifierStartChar (12.7).
func IsIdentifierStart(r rune) bool {
	if r < 128 {
		return r >= 0 && charClass[r]&charIDStart != 0
	}
	return unicodedata.IsIDStart(r)
}

// IsIdentifierPart reports whether r is in IdentifierPartChar (12.7).
func IsIdentifierPart(r rune) bool {
	if r < 128 {
		return r >= 0 && charClass[r]&charIDPart != 0
	}
	return unicodedata.IsIDContinue(r) || r == 0x200C || r == 0x200D
}

// isSpace reports whether c is WhiteSpace (12.2) outside ASCII.
func isSpace(c uint16) bool {
	return c == 0xFEFF || unicodedata.IsSpaceSeparator(rune(c))
}

// isLineTerminator reports whether c is a LineTerminator (12.3).
func isLineTerminator(c uint16) bool {
	return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029
}

// codePoint returns the code point at l.pos and its length in units.
func (l *Lexer) codePoint() (rune, int) {
	c := l.src[l.pos]
	if jstring.IsLeadSurrogate(c) && jstring.IsTrailSurrogate(l.src[l.pos+1]) {
		return jstring.JoinSurrogates(c, l.src[l.pos+1]), 2
	}
	return rune(c), 1
}

// scanWord scans an identifier name or keyword that begins with an ASCII
// character; start is before the # of a private name.
func (l *Lexer) scanWord(start int) {
	src, pos := l.src, l.pos
	h := uint32(0)
	for i := start; i < pos; i++ {
		h = (h ^ uint32(src[i])) * fnvPrime
	}
	c := src[pos]
	for c < 128 && charClass[c]&charIDPart != 0 {
		h = (h ^ uint32(c)) * fnvPrime
		pos++
		c = src[pos]
	}
	l.pos = pos
	if c == '\\' || c >= 128 {
		l.scanWordSlow(start)
		return
	}
	l.Tok.Name = l.Names.intern(src[start:pos:pos], h)
	l.Tok.Kind = l.Tok.Name.Kind
}

// scanWordSlow scans the rest of a name that has escapes or other characters
// than ASCII in it; the units from start to l.pos are already known to be good.
func (l *Lexer) scanWordSlow(start int) {
	units := append([]uint16(nil), l.src[start:l.pos]...)
	escaped := false
	first := l.pos == start || l.src[start] == '#' && l.pos == start+1
	for l.pos < l.end {
		at := l.pos
		r, n := l.codePoint()
		if r == '\\' {
			l.pos++
			if l.src[l.pos] != 'u' {
				l.fail("Invalid Unicode escape sequence", at)
				return
			}
			l.pos++
			var ok bool
			if r, ok = l.unicodeEscape(); !ok {
				return
			}
			escaped = true
			if first && !IsIdentifierStart(r) || !first && !IsIdentifierPart(r) {
				l.fail("Invalid Unicode escape sequence", at)
				return
			}
		} else {
			if first && !IsIdentifierStart(r) || !first && !IsIdentifierPart(r) {
				break
			}
			l.pos += n
		}
		units = jstring.AppendCodePoint(units, r)
		first = false
	}
	if first {
		l.fail("Invalid or unexpected token", l.pos)
		return
	}
	t := &l.Tok
	t.Name = l.Names.InternUnits(units)
	t.Kind, t.Escaped = t.Name.Kind, escaped
	if escaped {
		if t.Kind.IsReserved() {
			t.Kind = EscapedKeyword
		} else {
			t.Kind = Identifier
		}
	}
}

// unicodeEscape scans what follows \u, reporting errors.
func (l *Lexer) unicodeEscape() (rune, bool) {
	r, message := l.tryUnicodeEscape()
	if message != "" {
		l.fail(message, l.pos)
		return 0, false
	}
	return r, true
}

// tryUnicodeEscape scans what follows \u and returns a message if it is malformed.
func (l *Lexer) tryUnicodeEscape() (rune, string) {
	if l.src[l.pos] == '{' {
		l.pos++
		r, digits := rune(0), 0
		for ; l.src[l.pos] != '}'; l.pos++ {
			d := hexDigit(l.src[l.pos])
			if d < 0 {
				return 0, "Invalid Unicode escape sequence"
			}
			r = r<<4 | rune(d)
			if r > 0x10FFFF {
				return 0, "Undefined Unicode code-point"
			}
			digits++
		}
		if digits == 0 {
			return 0, "Invalid Unicode escape sequence"
		}
		l.pos++
		return r, ""
	}
	r := rune(0)
	for range 4 {
		d := hexDigit(l.src[l.pos])
		if d < 0 {
			return 0, "Invalid Unicode escape sequence"
		}
		r = r<<4 | rune(d)
		l.pos++
	}
	return r, ""
}

func hexDigit(c uint16) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
