package lexer

import "github.com/burrowjs/burrow/internal/jstring"

// internMax is the length up to which string literals share one string.
const internMax = 31

// scanString scans a string literal (12.9.4).
func (l *Lexer) scanString(quote uint16) {
	t := &l.Tok
	t.Kind = String
	start := l.pos
	l.pos++
	from := l.pos
	h := uint32(0)
	for {
		c := l.src[l.pos]
		if c == quote {
			break
		}
		if c == '\\' {
			l.scanEscapedString(start, from, quote)
			return
		}
		if c < ' ' && (c == '\n' || c == '\r' || c == 0 && l.pos >= l.end) {
			l.fail("Invalid or unexpected token", start)
			return
		}
		h = (h ^ uint32(c)) * fnvPrime
		l.pos++
	}
	if n := l.pos - from; n <= internMax {
		t.Value = l.Names.intern(l.src[from:l.pos:l.pos], h).Str
	} else {
		t.Value = l.source.Substring(from, l.pos)
	}
	l.pos++
}

func (l *Lexer) scanEscapedString(start, from int, quote uint16) {
	units := append([]uint16(nil), l.src[from:l.pos]...)
	for {
		c := l.src[l.pos]
		switch {
		case c == quote:
			l.pos++
			if len(units) <= internMax {
				l.Tok.Value = l.Names.InternUnits(units).Str
			} else {
				l.Tok.Value = jstring.FromUTF16(units)
			}
			return
		case c == '\\':
			var message string
			if units, message = l.escape(units, false); message != "" {
				l.fail(message, l.pos)
				return
			}
		case c == '\n' || c == '\r' || c == 0 && l.pos >= l.end:
			l.fail("Invalid or unexpected token", start)
			return
		default:
			units = append(units, c)
			l.pos++
		}
	}
}

// escape scans an escape sequence at a backslash and appends its value. It
// returns a message if the sequence is invalid.
func (l *Lexer) escape(units []uint16, template bool) ([]uint16, string) {
	c := l.src[l.pos+1]
	if l.pos+1 >= l.end {
		return units, "Invalid or unexpected token"
	}
	l.pos += 2
	switch c {
	case 'n':
		c = '\n'
	case 't':
		c = '\t'
	case 'r':
		c = '\r'
	case 'b':
		c = '\b'
	case 'v':
		c = '\v'
	case 'f':
		c = '\f'
	case '\r':
		if l.src[l.pos] == '\n' {
			l.pos++
		}
		return units, ""
	case '\n', 0x2028, 0x2029:
		return units, ""
	case 'x':
		a, b := hexDigit(l.src[l.pos]), hexDigit(l.src[l.pos+1])
		if a < 0 || b < 0 {
			return units, "Invalid hexadecimal escape sequence"
		}
		l.pos += 2
		c = uint16(a<<4 | b)
	case 'u':
		r, message := l.tryUnicodeEscape()
		if message != "" {
			return units, message
		}
		return jstring.AppendCodePoint(units, r), ""
	case '0', '1', '2', '3', '4', '5', '6', '7':
		if c == '0' && !isDigit(l.src[l.pos]) {
			c = 0
			break
		}
		if template {
			return units, "Octal escape sequences are not allowed in template strings"
		}
		l.Tok.Legacy = LegacyOctalEscape
		value := c - '0'
		for limit := 1 + boolInt(c <= '3'); limit > 0 && l.src[l.pos] >= '0' && l.src[l.pos] <= '7'; limit-- {
			value = value<<3 | (l.src[l.pos] - '0')
			l.pos++
		}
		c = value
	case '8', '9':
		if template {
			return units, "\\8 and \\9 are not allowed in template strings."
		}
		if l.Tok.Legacy == LegacyNone {
			l.Tok.Legacy = LegacyEightOrNine
		}
	}
	return append(units, c), ""
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TemplatePart is a piece of a template up to a substitution or the end.
type TemplatePart struct {
	Start, End uint32
	// Cooked is nil if an escape sequence is invalid; Message then says why.
	Cooked, Raw *jstring.String
	Message     string
	ErrorOffset uint32
	Tail        bool
}

// ScanTemplate scans the part of a template after the current token, which is
// the opening backquote or the brace that closes a substitution. Afterwards the
// current token is the end of that part (its Kind is not meaningful) and Next
// continues behind it.
func (l *Lexer) ScanTemplate() TemplatePart {
	l.pos = int(l.Tok.Start) + 1
	opened := l.pos - 1
	part := TemplatePart{Start: uint32(l.pos)}
	from := l.pos
	var cooked, raw []uint16
	special := false // cooked and raw are in use
	legacy := l.Tok.Legacy
	for {
		c := l.src[l.pos]
		if c == '`' || c == '$' && l.src[l.pos+1] == '{' {
			break
		}
		if c == 0 && l.pos >= l.end {
			if l.src[opened] == '`' {
				// HOST: V8 misses an expression after the text.
				l.fail("Unexpected end of input", l.pos)
			} else {
				l.fail("Unterminated template literal", opened)
			}
			return part
		}
		if c != '\\' && c != '\r' {
			if special {
				cooked, raw = append(cooked, c), append(raw, c)
			}
			l.pos++
			continue
		}
		if !special {
			special = true
			cooked = append(cooked, l.src[from:l.pos]...)
			raw = append(raw, l.src[from:l.pos]...)
		}
		if c == '\r' {
			cooked, raw = append(cooked, '\n'), append(raw, '\n')
			l.pos++
			if l.src[l.pos] == '\n' {
				l.pos++
			}
			continue
		}
		at := l.pos
		var message string
		cooked, message = l.escape(cooked, true)
		if message != "" {
			if part.Message == "" {
				part.Message, part.ErrorOffset = message, uint32(at)
			}
			l.pos = min(at+2, l.end)
			if l.src[at+1] == '\r' && l.src[l.pos] == '\n' {
				l.pos++
			}
		}
		for i := at; i < l.pos; i++ {
			if u := l.src[i]; u != '\r' {
				raw = append(raw, u)
			} else if raw = append(raw, '\n'); l.src[i+1] == '\n' {
				i++
			}
		}
	}
	l.Tok.Legacy = legacy
	part.End = uint32(l.pos)
	if special {
		part.Raw = jstring.FromUTF16(raw)
		if part.Message == "" {
			part.Cooked = jstring.FromUTF16(cooked)
		}
	} else {
		part.Raw = l.source.Substring(from, l.pos)
		part.Cooked = part.Raw
	}
	part.Tail = l.src[l.pos] == '`'
	l.pos++
	if !part.Tail {
		l.pos++
	}
	l.Tok.End = uint32(l.pos)
	return part
}

// ScanRegExp scans a regular expression literal (12.9.5) at the current token,
// which is / or /=, and returns its body and flags. The token becomes RegExp.
func (l *Lexer) ScanRegExp() (body, flags *jstring.String) {
	start := int(l.Tok.Start)
	l.pos = start + 1
	class := false
	for {
		c := l.src[l.pos]
		if l.pos >= l.end || isLineTerminator(c) {
			l.fail("Invalid regular expression: missing /", start)
			return jstring.Empty, jstring.Empty
		}
		if c == '\\' {
			l.pos++
			if l.pos >= l.end || isLineTerminator(l.src[l.pos]) {
				continue
			}
		} else if c == '[' {
			class = true
		} else if c == ']' {
			class = false
		} else if c == '/' && !class {
			break
		}
		l.pos++
	}
	body = l.source.Substring(start+1, l.pos)
	l.pos++
	from := l.pos
	for l.pos < l.end {
		r, n := l.codePoint()
		if r == '\\' {
			l.fail("Invalid regular expression flags", start)
			return body, jstring.Empty
		}
		if !IsIdentifierPart(r) {
			break
		}
		l.pos += n
	}
	l.Tok.Kind = RegExp
	l.Tok.End = uint32(l.pos)
	return body, l.source.Substring(from, l.pos)
}
