package syntax

import (
	"strings"

	"github.com/burrowjs/burrow/internal/unicodedata"
)

type rangeSet = unicodedata.RangeSet

var (
	everything         = rangeSet{{Lo: 0, Hi: unicodedata.MaxRune}}
	lineTerminators    = rangeSet{{Lo: '\n', Hi: '\n'}, {Lo: '\r', Hi: '\r'}, {Lo: 0x2028, Hi: 0x2029}}
	notLineTerminators = lineTerminators.Complement()
	digitSet           = rangeSet{{Lo: '0', Hi: '9'}}
	notDigitSet        = digitSet.Complement()
	wordSet            = rangeSet{{Lo: '0', Hi: '9'}, {Lo: 'A', Hi: 'Z'}, {Lo: '_', Hi: '_'}, {Lo: 'a', Hi: 'z'}}
	notWordSet         = wordSet.Complement()
	foldedWordSet      = wordSet.Union(rangeSet{{Lo: 0x17F, Hi: 0x17F}, {Lo: 0x212A, Hi: 0x212A}})
	spaceSet           = rangeSet{{Lo: '\t', Hi: '\r'}, {Lo: ' ', Hi: ' '}, {Lo: 0xA0, Hi: 0xA0}, {Lo: 0x1680, Hi: 0x1680}, {Lo: 0x2000, Hi: 0x200A}, {Lo: 0x2028, Hi: 0x2029}, {Lo: 0x202F, Hi: 0x202F}, {Lo: 0x205F, Hi: 0x205F}, {Lo: 0x3000, Hi: 0x3000}, {Lo: 0xFEFF, Hi: 0xFEFF}}
	notSpaceSet        = spaceSet.Complement()
)

// folding reports whether the sets of classes hold simple case foldings:
// MaybeSimpleCaseFolding of ECMA-262, 22.2.2.7.
func (p *parser) folding() bool { return p.ignore && p.flags&UnicodeSets != 0 }

// fold is 22.2.2.9.5 MaybeSimpleCaseFolding ( rer, A ), https://tc39.es/ecma262/#sec-maybesimplecasefolding
func (p *parser) fold(s rangeSet) rangeSet {
	if !p.folding() {
		return s
	}
	s = unicodedata.FoldSet(s)
	p.charge(len(s))
	return s
}

// complement is 22.2.2.9.6 CharacterComplement ( rer, S ), https://tc39.es/ecma262/#sec-charactercomplement
func (p *parser) complement(s rangeSet) rangeSet {
	s = s.Complement()
	if p.folding() {
		s = s.Intersect(unicodedata.Folded())
	}
	p.charge(len(s))
	return s
}

// finish turns the CharSet of a class into the characters that match: all
// those whose canonical form is the canonical form of a member.
func (p *parser) finish(s rangeSet) rangeSet {
	if !p.ignore {
		return s
	}
	closed := unicodedata.CaseClosure(s, p.umode)
	p.charge(len(closed))
	return closed
}

// letterClass returns the CharSet of \d, \D, \s, \S, \w or \W.
func (p *parser) letterClass(letter rune) rangeSet {
	words := wordSet
	if p.ignore && p.umode {
		words = foldedWordSet
	}
	if p.folding() {
		switch letter {
		case 'd':
			return digitSet
		case 's':
			return spaceSet
		case 'w':
			return p.cached("w", func() rangeSet { return p.fold(words) })
		case 'D':
			return p.cached("D", func() rangeSet { return p.complement(digitSet) })
		case 'S':
			return p.cached("S", func() rangeSet { return p.complement(spaceSet) })
		}
		return p.cached("W", func() rangeSet { return p.complement(p.fold(words)) })
	}
	switch letter {
	case 'd':
		return digitSet
	case 'D':
		return notDigitSet
	case 's':
		return spaceSet
	case 'S':
		return notSpaceSet
	case 'w':
		return words
	}
	if p.ignore && p.umode {
		return p.cached("W", func() rangeSet { return p.complement(words) })
	}
	return notWordSet
}

// cached computes a set once for a pattern and the present state of the flag i.
func (p *parser) cached(key string, compute func() rangeSet) rangeSet {
	if p.ignore {
		key += " i"
	}
	s, ok := p.sets[key]
	if !ok {
		s = compute()
		if p.sets == nil {
			p.sets = map[string]rangeSet{}
		}
		p.sets[key] = s
	}
	return s
}

// propertyEscape parses the braces after \p or \P.
func (p *parser) propertyEscape(negative bool, reason string) *classSet {
	start := p.pos + 1
	if !p.eat('{') {
		p.fail(reason)
	}
	for c := p.peek(0); c != '}'; c = p.peek(0) {
		if !('a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c == '=') {
			p.fail(reason)
		}
		p.pos++
	}
	name, value, hasValue := strings.Cut(p.text(start, p.pos), "=")
	p.pos++
	if hasValue && value == "" {
		p.fail(reason)
	}
	if value == "" && p.flags&UnicodeSets != 0 {
		if s, ok := unicodedata.StringsProperty(name); ok {
			if negative {
				p.fail(reason)
			}
			return p.stringsProperty(s)
		}
	}
	s, ok := unicodedata.Property(name, value)
	if !ok {
		p.fail(reason)
	}
	if !negative && !p.folding() {
		return &classSet{set: s}
	}
	key := name + "=" + value
	if negative {
		key = "^" + key
	}
	return &classSet{set: p.cached(key, func() rangeSet {
		s := p.fold(s)
		if negative {
			return p.complement(s)
		}
		return s
	})}
}

// text returns ASCII units as a string.
func (p *parser) text(from, to int) string {
	b := make([]byte, to-from)
	for i := range b {
		b[i] = byte(p.src[from+i])
	}
	return string(b)
}

// class parses a CharacterClass whose opening bracket has been taken.
func (p *parser) class() Node {
	if p.flags&UnicodeSets != 0 {
		return p.classNode(p.setNotation())
	}
	invert := p.eat('^')
	var ranges []unicodedata.Range
	add := func(lo, hi rune) { ranges = append(ranges, unicodedata.Range{Lo: lo, Hi: hi}) }
	addAtom := func(r rune, s rangeSet) {
		if s == nil {
			add(r, r)
			return
		}
		p.charge(len(s))
		ranges = append(ranges, s...)
	}
	for !p.eat(']') {
		lo, loSet := p.classAtom()
		if p.peek(0) != '-' || p.peek(1) == ']' || p.peek(1) == eof {
			addAtom(lo, loSet)
			continue
		}
		p.pos++
		hi, hiSet := p.classAtom()
		switch {
		case loSet == nil && hiSet == nil:
			if lo > hi {
				p.fail("Range out of order in character class")
			}
			add(lo, hi)
		case p.umode:
			p.fail("Invalid character class")
		default:
			addAtom(lo, loSet)
			add('-', '-')
			addAtom(hi, hiSet)
		}
	}
	p.charge(len(ranges))
	set := p.finish(unicodedata.MakeSet(ranges))
	if invert {
		set = set.Complement()
		p.charge(len(set))
	}
	return &CharacterClass{Set: set}
}

// classAtom parses a ClassAtom: a character, or the set of a class escape.
func (p *parser) classAtom() (rune, rangeSet) {
	switch p.peek(0) {
	case eof:
		p.fail("Unterminated character class")
	case '\\':
		return p.classEscape()
	}
	return p.next(), nil
}

func (p *parser) classEscape() (rune, rangeSet) {
	c := p.peek(1)
	switch c {
	case eof:
		p.fail("\\ at end of pattern")
	case 'b':
		p.pos += 2
		return '\b', nil
	case 'd', 'D', 's', 'S', 'w', 'W':
		p.pos += 2
		return 0, p.letterClass(rune(c))
	case 'p', 'P':
		if p.umode {
			p.pos += 2
			s := p.propertyEscape(c == 'P', "Invalid property name in character class").set
			if s == nil {
				s = rangeSet{}
			}
			return 0, s
		}
	}
	p.pos++
	return p.characterEscape(true), nil
}
