package syntax

import (
	"strings"

	"github.com/burrowjs/burrow/internal/jstring"
)

// atomEscape parses a backslash outside a class and what belongs to it.
func (p *parser) atomEscape() Node {
	switch c := p.peek(1); c {
	case eof:
		p.fail("\\ at end of pattern")
	case 'b', 'B':
		p.pos += 2
		kind := WordBoundary
		if c == 'B' {
			kind = NotWordBoundary
		}
		return &Assertion{Kind: kind, FoldedWords: p.ignore && p.umode}
	case '1', '2', '3', '4', '5', '6', '7', '8', '9':
		if node := p.numberedReference(); node != nil {
			return node
		}
	case 'd', 'D', 's', 'S', 'w', 'W':
		p.pos += 2
		return &CharacterClass{Set: p.finish(p.letterClass(rune(c)))}
	case 'p', 'P':
		if p.umode {
			p.pos += 2
			set := p.propertyEscape(c == 'P', "Invalid property name")
			return p.classNode(set)
		}
	case 'k':
		p.scan()
		if p.umode || p.named {
			p.pos += 2
			return p.namedReference()
		}
	}
	p.pos++
	return p.character(p.characterEscape(false))
}

// numberedReference parses \1 and so on; it returns nil, having moved nothing,
// for numbers beyond the last group, which Annex B.1.2 reads as octal or
// identity escapes.
func (p *parser) numberedReference() Node {
	p.scan()
	start := p.pos
	p.pos++
	n := clamp(p.digits())
	if n <= p.total {
		return &BackReference{Groups: []int{n}, IgnoreCase: p.ignore}
	}
	if p.umode {
		p.fail("Invalid escape")
	}
	p.pos = start
	return nil
}

const syntaxCharacters = "^$\\.*+?()[]{}|/"

// characterEscape parses a CharacterEscape whose backslash has been taken.
// The caller has seen that one more unit follows.
func (p *parser) characterEscape(inClass bool) rune {
	c := p.peek(0)
	switch c {
	case 'f':
		p.pos++
		return '\f'
	case 'n':
		p.pos++
		return '\n'
	case 'r':
		p.pos++
		return '\r'
	case 't':
		p.pos++
		return '\t'
	case 'v':
		p.pos++
		return '\v'
	case 'c':
		return p.controlEscape(inClass)
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return p.octalEscape(inClass)
	case 'x':
		p.pos++
		if r, ok := p.hex(2); ok {
			return r
		}
		if p.umode {
			p.fail("Invalid escape")
		}
		return 'x'
	case 'u':
		p.pos++
		if r, ok := p.unicodeEscape(p.umode); ok {
			return r
		}
		if p.umode {
			p.fail("Invalid Unicode escape")
		}
		return 'u'
	case 'k':
		if p.scan(); p.named {
			p.fail("Invalid escape")
		}
	}
	if p.umode && (c >= 0x80 || strings.IndexByte(syntaxCharacters, byte(c)) < 0) && (!inClass || c != '-') {
		p.fail("Invalid escape")
	}
	return p.next()
}

// controlEscape parses \cA; without u and v, classes also take digits and the
// underscore, and anything else makes the backslash stand for itself.
func (p *parser) controlEscape(inClass bool) rune {
	c := p.peek(1)
	letter := 'a' <= c|0x20 && c|0x20 <= 'z'
	if letter || inClass && !p.umode && ('0' <= c && c <= '9' || c == '_') {
		p.pos += 2
		return rune(c & 31)
	}
	if p.umode {
		p.fail("Invalid Unicode escape")
	}
	return '\\'
}

// octalEscape parses \0 and the legacy octal escapes.
func (p *parser) octalEscape(inClass bool) rune {
	if p.umode {
		if next := p.peek(1); p.peek(0) != '0' || '0' <= next && next <= '9' {
			if inClass {
				p.fail("Invalid class escape")
			}
			p.fail("Invalid decimal escape")
		}
		p.pos++
		return 0
	}
	value := 0
	for range 3 {
		c := p.peek(0)
		if c < '0' || c > '7' || value*8+c-'0' > 0o377 {
			break
		}
		value = value*8 + c - '0'
		p.pos++
	}
	return rune(value)
}

// hex takes exactly n hexadecimal digits, or nothing.
func (p *parser) hex(n int) (rune, bool) {
	value := rune(0)
	for i := range n {
		d := hexDigit(p.peek(i))
		if d < 0 {
			return 0, false
		}
		value = value<<4 | rune(d)
	}
	p.pos += n
	return value, true
}

func hexDigit(c int) int {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return -1
}

// unicodeEscape parses what follows \u. With codePoints, braces are allowed
// and the escapes of a surrogate pair are one character. If there is no such
// escape, it moves nothing.
func (p *parser) unicodeEscape(codePoints bool) (rune, bool) {
	start := p.pos
	if codePoints && p.eat('{') {
		value, digits := rune(0), 0
		for ; ; digits++ {
			d := hexDigit(p.peek(0))
			if d < 0 {
				break
			}
			if value = value<<4 | rune(d); value > 0x10FFFF {
				p.pos = start
				return 0, false
			}
			p.pos++
		}
		if digits == 0 || !p.eat('}') {
			p.pos = start
			return 0, false
		}
		return value, true
	}
	lead, ok := p.hex(4)
	if !ok || !codePoints || !jstring.IsLeadSurrogate(uint16(lead)) || p.peek(0) != '\\' || p.peek(1) != 'u' {
		return lead, ok
	}
	after := p.pos
	p.pos += 2
	if trail, ok := p.hex(4); ok && jstring.IsTrailSurrogate(uint16(trail)) {
		return jstring.JoinSurrogates(uint16(lead), uint16(trail)), true
	}
	p.pos = after
	return lead, true
}
