package regexp

import (
	"math"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/regexp/syntax"
)

// required is a literal that every match contains, and how far from the start
// of the match it may be: from lo to hi units.
type required struct {
	literal
	lo, hi int
}

const unbounded = math.MaxInt32

// requirement walks the terms that every match goes through, from left to
// right, and keeps the longest literal among them.
type requirement struct {
	c      *compiler
	lo, hi int // units before the current term
	units  []uint16
	start  [2]int // lo and hi where units began
	best   required
}

// require finds the literal that every match of a pattern contains.
func (c *compiler) require(n syntax.Node) required {
	r := requirement{c: c}
	r.node(n)
	r.flush()
	return r.best
}

func (r *requirement) flush() {
	if n := min(len(r.units), prefixMax); n > len(r.best.units) {
		r.best = required{makeLiteral(append([]uint16(nil), r.units[:n]...)), r.start[0], r.start[1]}
	}
	r.units = r.units[:0]
}

// skip moves over a term that may match from lo to hi units.
func (r *requirement) skip(lo, hi int) {
	r.flush()
	r.lo, r.hi = capped(r.lo+lo), capped(r.hi+hi)
}

func (r *requirement) node(n syntax.Node) {
	switch n := n.(type) {
	case *syntax.Alternative:
		for _, term := range n.Terms {
			r.node(term)
		}
	case *syntax.Group:
		r.node(n.Body)
	case *syntax.Disjunction:
		if len(n.Alternatives) == 1 {
			r.node(n.Alternatives[0])
			return
		}
		r.skip(r.c.span(n))
	case *syntax.Character:
		if r.c.unicode && n.Rune >= 0xD800 && n.Rune <= 0xDFFF {
			r.skip(1, 1)
			return
		}
		if len(r.units) == 0 {
			r.start = [2]int{r.lo, r.hi}
		}
		before := len(r.units)
		r.units = jstring.AppendCodePoint(r.units, n.Rune)
		width := len(r.units) - before
		r.lo, r.hi = capped(r.lo+width), capped(r.hi+width)
	case *syntax.Quantifier:
		if n.Min > 0 {
			// The first iteration is one that every match goes through.
			r.flush()
			lo, hi := r.lo, r.hi
			r.node(n.Body)
			r.flush()
			r.lo, r.hi = lo, hi
		}
		r.skip(r.c.span(n))
	case *syntax.Assertion, *syntax.Lookaround:
		r.flush()
	default:
		r.skip(r.c.span(n))
	}
}

func capped(n int) int { return min(n, unbounded) }

// span returns the least and greatest number of units that a node matches.
func (c *compiler) span(n syntax.Node) (lo, hi int) {
	if w, ok := c.spans[n]; ok {
		return w[0], w[1]
	}
	switch n := n.(type) {
	case *syntax.Character:
		lo = len(jstring.AppendCodePoint(nil, n.Rune))
		hi = lo
	case *syntax.CharacterClass:
		lo, hi = 1, 1
		if c.unicode {
			hi = 2
		}
		for _, s := range n.Strings {
			lo, hi = min(lo, len(s)), max(hi, 2*len(s))
		}
	case *syntax.BackReference:
		hi = unbounded
	case *syntax.Group:
		lo, hi = c.span(n.Body)
	case *syntax.Alternative:
		for _, term := range n.Terms {
			l, h := c.span(term)
			lo, hi = capped(lo+l), capped(hi+h)
		}
	case *syntax.Disjunction:
		lo = unbounded
		for _, alternative := range n.Alternatives {
			l, h := c.span(alternative)
			lo, hi = min(lo, l), max(hi, h)
		}
	case *syntax.Quantifier:
		l, h := c.span(n.Body)
		lo, hi = times(l, n.Min), times(h, n.Max)
	default:
		return 0, 0 // assertions
	}
	c.spans[n] = [2]int{lo, hi}
	return lo, hi
}

// times multiplies a number of units by a number of iterations.
func times(units, n int) int {
	if units == 0 || n == 0 {
		return 0
	}
	if n > unbounded/units {
		return unbounded
	}
	return units * n
}

// nextRequired returns the first index at or after from at which the required
// literal is, or one beyond the end of the input.
func nextRequired[T unit](p *Program, m *Matcher, in []T, from int) (int, error) {
	n := len(p.required.units)
	for from+n <= len(in) {
		end := min(len(in), from+searchPiece+n)
		i := indexLiteral(in[from:end], &p.required.literal)
		next := end - n + 1
		if i >= 0 {
			next = from + i
		}
		if m.fuel -= (next - from) >> 4; m.fuel < 0 {
			if err := m.tick(0); err != nil {
				return 0, err
			}
		}
		if from = next; i >= 0 {
			return from, nil
		}
	}
	return len(in) + 1, nil
}
