package regexp

import (
	"bytes"

	"github.com/burrowjs/burrow/internal/jstring"
)

// unit is a code unit of the input, as its string stores it.
type unit interface{ uint8 | uint16 }

// search tries to match at from and, unless sticky, at all later places.
func search[T unit](p *Program, m *Matcher, in []T, from int, sticky bool) (bool, error) {
	if p.unicode && middle(in, from) {
		from--
	}
	if sticky {
		return attempt(p, m, in, from)
	}
	// OPT: a match that starts with ^ is found at index 0 or nowhere.
	if p.anchored {
		if from > 0 {
			return false, nil
		}
		return attempt(p, m, in, 0)
	}
	needed := -1 // where the required literal is next
	for ; from <= len(in); from++ {
		// OPT: no match starts where the literal that it contains is too far away
		// or does not come any more (TestShortcuts).
		if r := &p.required; len(r.units) > 0 {
			if needed < from+r.lo {
				var err error
				if needed, err = nextRequired(p, m, in, from+r.lo); err != nil {
					return false, err
				}
				if needed > len(in) {
					return false, nil
				}
			}
			from = max(from, needed-r.hi)
		}
		next := candidate(p, in, from)
		if m.fuel -= (next-from)>>4 + 1; m.fuel < 0 {
			if err := m.tick(0); err != nil {
				return false, err
			}
		}
		if from = next; from > len(in) {
			break
		}
		if p.unicode && middle(in, from) {
			continue
		}
		if ok, err := attempt(p, m, in, from); ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}

func attempt[T unit](p *Program, m *Matcher, in []T, at int) (bool, error) {
	if m.dirty {
		m.clear()
		m.fuel -= len(m.regs) >> 4
	}
	ok, err := execute(p, m, in, at)
	if ok {
		m.regs[0] = int32(at)
	}
	return ok, err
}

// middle reports whether i is between the halves of a surrogate pair.
func middle[T unit](in []T, i int) bool {
	return 0 < i && i < len(in) && uint16(in[i])&0xFC00 == 0xDC00 && jstring.IsLeadSurrogate(uint16(in[i-1]))
}

// searchPiece bounds the units that candidate passes over between ticks.
const searchPiece = 1 << 20

// candidate returns the first index at or after from at which a match may
// start, or one beyond the end of the input if there is none. It may stop
// early, at an index at which the attempt fails at once.
func candidate[T unit](p *Program, in []T, from int) int {
	// OPT: look for the literal that every match starts with.
	if n := len(p.prefix.units); n > 0 {
		end := min(len(in), from+searchPiece+n)
		i := indexLiteral(in[from:end], &p.prefix)
		if i >= 0 {
			return from + i
		}
		if end < len(in) {
			return end - n + 1
		}
		return len(in) + 1
	}
	// OPT: look for a unit with which a match can start.
	if f := p.first; f != nil {
		end := min(len(in), from+searchPiece)
		for i := from; i < end; i++ {
			c := in[i]
			if uint32(c) < 256 {
				if p.firstLatin[uint8(c)] {
					return i
				}
			} else if f.high {
				return i
			}
		}
		if end == len(in) && !f.end {
			return end + 1
		}
		return end
	}
	return from
}

// indexLiteral returns the first index of a literal in in, or -1.
func indexLiteral[T unit](in []T, l *literal) int {
	if b, ok := any(in).([]uint8); ok {
		if l.latin1 == nil {
			return -1
		}
		return bytes.Index(b, l.latin1)
	}
	first, rest := T(l.units[0]), l.units[1:]
	for i := 0; i+len(rest) < len(in); i++ {
		if in[i] == first && hasLiteral(in[i+1:], rest) {
			return i
		}
	}
	return -1
}

// hasLiteral reports whether in, which is long enough, starts with units.
func hasLiteral[T unit](in []T, units []uint16) bool {
	for i, u := range units {
		if uint16(in[i]) != u {
			return false
		}
	}
	return true
}
