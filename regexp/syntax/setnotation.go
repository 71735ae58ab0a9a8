package syntax

import (
	"slices"
	"strings"

	"github.com/burrowjs/burrow/internal/unicodedata"
)

// classSet is a CharSet of v mode: characters, and strings of other lengths
// than one, sorted. mayContainStrings is the static semantics of that name.
type classSet struct {
	set               rangeSet
	strings           [][]rune
	mayContainStrings bool
}

func (p *parser) stringsProperty(s *unicodedata.Strings) *classSet {
	set := &classSet{set: s.Singles, strings: s.Longer, mayContainStrings: true}
	if p.folding() {
		// The foldings of emoji sequences are the sequences themselves.
		set.set = p.fold(s.Singles)
	}
	return set
}

// classNode makes the node for a CharSet.
func (p *parser) classNode(s *classSet) Node {
	return &CharacterClass{Set: p.finish(s.set), Strings: s.strings, FoldStrings: p.folding()}
}

func (p *parser) union(a, b *classSet) *classSet {
	out := &classSet{set: a.set.Union(b.set), strings: a.strings, mayContainStrings: a.mayContainStrings || b.mayContainStrings}
	if len(b.strings) > 0 {
		if len(a.strings) == 0 {
			out.strings = b.strings
		} else {
			all := slices.Concat(a.strings, b.strings)
			slices.SortFunc(all, slices.Compare[[]rune])
			out.strings = slices.CompactFunc(all, slices.Equal[[]rune])
		}
	}
	p.charge(len(out.set) + len(out.strings))
	return out
}

// filter returns the strings of a that are, or are not, among b's.
func filter(a, b [][]rune, keep bool) (out [][]rune) {
	for _, s := range a {
		if _, found := slices.BinarySearchFunc(b, s, slices.Compare[[]rune]); found == keep {
			out = append(out, s)
		}
	}
	return out
}

func (p *parser) intersect(a, b *classSet) *classSet {
	p.charge(len(a.set) + len(b.set) + len(a.strings))
	return &classSet{a.set.Intersect(b.set), filter(a.strings, b.strings, true), a.mayContainStrings && b.mayContainStrings}
}

func (p *parser) subtract(a, b *classSet) *classSet {
	p.charge(len(a.set) + len(b.set) + len(a.strings))
	return &classSet{a.set.Subtract(b.set), filter(a.strings, b.strings, false), a.mayContainStrings}
}

// setNotation parses ClassContents of v mode and the closing bracket.
func (p *parser) setNotation() *classSet {
	p.enter()
	defer p.leave()
	invert := p.eat('^')
	result := p.classContents()
	p.pos++
	if invert {
		if result.mayContainStrings {
			p.fail("Negated character class may contain strings")
		}
		return &classSet{set: p.complement(result.set)}
	}
	return result
}

// classContents parses up to the closing bracket and leaves it.
func (p *parser) classContents() *classSet {
	if p.peek(0) == ']' {
		return new(classSet)
	}
	r, first := p.classOperand()
	for _, op := range []struct {
		sign  int
		apply func(a, b *classSet) *classSet
	}{{'-', p.subtract}, {'&', p.intersect}} {
		if p.peek(0) == op.sign && p.peek(1) == op.sign {
			return p.classOperation(p.operandSet(r, first), op.sign, op.apply)
		}
	}
	return p.classUnion(r, first)
}

// classOperation parses the further operands of ClassSubtraction or ClassIntersection.
func (p *parser) classOperation(result *classSet, sign int, apply func(a, b *classSet) *classSet) *classSet {
	for p.peek(0) != ']' {
		if p.peek(0) == eof {
			p.fail("Unterminated character class")
		}
		if p.peek(0) != sign || p.peek(1) != sign {
			p.fail("Invalid set operation in character class")
		}
		p.pos += 2
		if sign == '&' && p.peek(0) == '&' {
			p.fail("Invalid character in character class")
		}
		result = apply(result, p.operandSet(p.classOperand()))
	}
	return result
}

// classUnion parses the rest of ClassUnion after its first operand, which is
// the character r unless set says otherwise.
func (p *parser) classUnion(r rune, set *classSet) *classSet {
	result := new(classSet)
	var ranges []unicodedata.Range
	for {
		switch {
		case p.peek(0) == '-' && p.peek(1) == '-':
			p.fail("Invalid set operation in character class")
		case p.eat('-'):
			if set != nil {
				p.fail("Invalid character class")
			}
			hi, hiSet := p.classOperand()
			if hiSet != nil {
				p.fail("Invalid character class")
			}
			if r > hi {
				p.fail("Range out of order in character class")
			}
			ranges = append(ranges, unicodedata.Range{Lo: r, Hi: hi})
			if p.peek(0) == '-' && p.peek(1) != '-' {
				p.fail("Invalid character class")
			}
		case set != nil:
			result.mayContainStrings = result.mayContainStrings || set.mayContainStrings
			if set.strings == nil {
				p.charge(len(set.set))
				ranges = append(ranges, set.set...)
			} else {
				result = p.union(result, set)
			}
		default:
			ranges = append(ranges, unicodedata.Range{Lo: r, Hi: r})
		}
		switch p.peek(0) {
		case ']':
			p.charge(len(ranges))
			result.set = p.fold(unicodedata.MakeSet(ranges)).Union(result.set)
			return result
		case '-':
			if p.peek(1) == '-' {
				continue
			}
		case eof:
			p.fail("Unterminated character class")
		}
		r, set = p.classOperand()
	}
}

// operandSet makes a CharSet of an operand.
func (p *parser) operandSet(r rune, set *classSet) *classSet {
	if set != nil {
		return set
	}
	return &classSet{set: p.fold(rangeSet{{Lo: r, Hi: r}})}
}

// classOperand parses ClassSetOperand: a character, or else a set.
func (p *parser) classOperand() (rune, *classSet) {
	switch p.peek(0) {
	case '[':
		p.pos++
		return 0, p.setNotation()
	case '\\':
		switch c := p.peek(1); c {
		case 'd', 'D', 's', 'S', 'w', 'W':
			p.pos += 2
			return 0, &classSet{set: p.letterClass(rune(c))}
		case 'p', 'P':
			p.pos += 2
			return 0, p.propertyEscape(c == 'P', "Invalid property name in character class")
		case 'q':
			if p.peek(2) == '{' {
				p.pos += 3
				return 0, p.stringDisjunction()
			}
		}
	case eof:
		p.fail("Unterminated character class")
	}
	return p.setCharacter(), nil
}

const (
	setSyntaxCharacters = "()[]{}/-\\|"
	doublePunctuators   = "&!#$%*+,.:;<=>?@^`~"
	setPunctuators      = "&-!#%,:;<=>@`~"
)

// setCharacter parses ClassSetCharacter.
func (p *parser) setCharacter() rune {
	c := p.peek(0)
	switch {
	case c == eof:
		p.fail("Invalid character in character class")
	case c == '\\':
		next := p.peek(1)
		if next == eof {
			p.fail("\\ at end of pattern")
		}
		p.pos++
		if next == 'b' {
			p.pos++
			return '\b'
		}
		if next < 0x80 && strings.IndexByte(setPunctuators, byte(next)) >= 0 {
			p.pos++
			return rune(next)
		}
		return p.characterEscape(true)
	case c < 0x80 && strings.IndexByte(setSyntaxCharacters, byte(c)) >= 0:
		p.fail("Invalid character in character class")
	case c < 0x80 && c == p.peek(1) && strings.IndexByte(doublePunctuators, byte(c)) >= 0:
		p.fail("Invalid set operation in character class")
	}
	return p.next()
}

// stringDisjunction parses what follows \q{ .
func (p *parser) stringDisjunction() *classSet {
	result := new(classSet)
	var singles []unicodedata.Range
	for {
		s := []rune{}
		for p.peek(0) != '|' && p.peek(0) != '}' {
			r := p.setCharacter()
			if p.folding() {
				r = unicodedata.SimpleFold(r)
			}
			s = append(s, r)
		}
		if len(s) == 1 {
			singles = append(singles, unicodedata.Range{Lo: s[0], Hi: s[0]})
		} else {
			result.strings = append(result.strings, s)
			result.mayContainStrings = true
		}
		if p.eat('}') {
			break
		}
		p.pos++
	}
	p.charge(len(result.strings) + len(singles))
	slices.SortFunc(result.strings, slices.Compare[[]rune])
	result.strings = slices.CompactFunc(result.strings, slices.Equal[[]rune])
	result.set = unicodedata.MakeSet(singles)
	return result
}
