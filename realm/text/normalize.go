package text

import (
	"golang.org/x/text/unicode/norm"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// Normalization (UAX #15) over the properties of golang.org/x/text/unicode/norm.
// The algorithm is here because that package writes the stream-safe format,
// which puts joiners into long runs of marks, and cannot be interrupted.

// normalForm is one of the four forms.
type normalForm struct {
	compose bool
	form    norm.Form // of decomposition
}

var normalForms = map[string]normalForm{
	"NFC": {true, norm.NFD}, "NFD": {false, norm.NFD}, "NFKC": {true, norm.NFKD}, "NFKD": {false, norm.NFKD},
}

type mark struct {
	r   rune
	ccc uint8 // Canonical_Combining_Class
}

// normalizer takes characters in and writes them normalized to out: decompose,
// order, combine.
type normalizer struct {
	normalForm
	out output

	marks []mark // since the last starter, not ordered yet

	starter int32  // that may still combine, or -1
	pending []mark // after the starter, ordered
	pairs   map[[2]rune]rune
}

func normalize(a *object.Agent, s *jstring.String, form normalForm) (*jstring.String, error) {
	n := normalizer{normalForm: form, out: output{a: a}, starter: -1, pairs: map[[2]rune]rune{}}
	for i, polled := 0, 0; i < s.Len(); {
		if i >= polled {
			if err := a.Tick(512); err != nil {
				return nil, err
			}
			if err := n.out.reserve(4096); err != nil {
				return nil, err
			}
			polled = i + 1024
		}
		r, size := s.CodePointAt(i)
		i += size
		if err := n.decompose(r); err != nil {
			return nil, err
		}
	}
	n.order()
	n.flush()
	if err := n.out.reserve(0); err != nil {
		return nil, err
	}
	return n.out.b.String(), nil
}

// Hangul syllables are composed by arithmetic (Unicode, 3.12).
const (
	hangulBase  = 0xAC00
	hangulCount = 19 * hangulBlock
	hangulBlock = 21 * hangulTails
	hangulTails = 28
	leadBase    = 0x1100
	vowelBase   = 0x1161
	tailBase    = 0x11A7
)

func (n *normalizer) decompose(r rune) error {
	switch {
	case r < 0x80 || r >= 0xD800 && r <= 0xDFFF:
		return n.add(r, 0)
	case r >= hangulBase && r < hangulBase+hangulCount:
		i := r - hangulBase
		n.add(leadBase+i/hangulBlock, 0)
		err := n.add(vowelBase+i%hangulBlock/hangulTails, 0)
		if t := i % hangulTails; t != 0 {
			err = n.add(tailBase+t, 0)
		}
		return err
	}
	p := n.form.PropertiesString(string(r))
	d := p.Decomposition()
	if d == nil {
		return n.add(r, p.CCC())
	}
	for _, r := range string(d) {
		if err := n.add(r, n.form.PropertiesString(string(r)).CCC()); err != nil {
			return err
		}
	}
	return nil
}

// add takes a character of the decomposition.
func (n *normalizer) add(r rune, ccc uint8) error {
	if ccc == 0 {
		n.order()
		n.combine(mark{r, 0})
		return nil
	}
	if len(n.marks) == cap(n.marks) {
		if err := n.out.a.Charge(24 * (len(n.marks) + 8)); err != nil {
			return err
		}
	}
	n.marks = append(n.marks, mark{r, ccc})
	return nil
}

// order passes the marks on in canonical order, sorting them by counting.
func (n *normalizer) order() {
	if len(n.marks) == 0 {
		return
	}
	sorted := true
	for i := 1; i < len(n.marks); i++ {
		sorted = sorted && n.marks[i-1].ccc <= n.marks[i].ccc
	}
	if !sorted {
		var next [257]int
		for _, m := range n.marks {
			next[int(m.ccc)+1]++
		}
		for i := 1; i < len(next); i++ {
			next[i] += next[i-1]
		}
		ordered := make([]mark, len(n.marks))
		for _, m := range n.marks {
			ordered[next[m.ccc]] = m
			next[m.ccc]++
		}
		n.marks = ordered
	}
	for _, m := range n.marks {
		n.combine(m)
	}
	n.marks = n.marks[:0]
}

// combine takes a character of the ordered decomposition and composes it with
// the last starter, unless something between blocks it.
func (n *normalizer) combine(m mark) {
	if !n.compose {
		n.out.b.CodePoint(m.r)
		return
	}
	if n.starter >= 0 && (len(n.pending) == 0 || n.pending[len(n.pending)-1].ccc < m.ccc) {
		if r, ok := n.pair(n.starter, m.r); ok {
			n.starter = r
			return
		}
	}
	switch {
	case m.ccc == 0:
		n.flush()
		n.starter = m.r
	case n.starter < 0:
		n.out.b.CodePoint(m.r)
	default:
		n.pending = append(n.pending, m)
	}
}

// flush writes the starter and what follows it.
func (n *normalizer) flush() {
	if n.starter >= 0 {
		n.out.b.CodePoint(n.starter)
	}
	for _, m := range n.pending {
		n.out.b.CodePoint(m.r)
	}
	n.starter, n.pending = -1, n.pending[:0]
}

// pair returns the primary composite of two characters.
func (n *normalizer) pair(x, y rune) (rune, bool) {
	if y < 0x300 || y >= 0xD800 && y <= 0xDFFF || x >= 0xD800 && x <= 0xDFFF {
		return 0, false
	}
	if x >= leadBase && x < leadBase+19 && y >= vowelBase && y < vowelBase+21 {
		return hangulBase + (x-leadBase)*hangulBlock + (y-vowelBase)*hangulTails, true
	}
	if i := x - hangulBase; i >= 0 && i < hangulCount && i%hangulTails == 0 && y > tailBase && y < tailBase+hangulTails {
		return x + y - tailBase, true
	}
	if norm.NFC.PropertiesString(string(y)).BoundaryBefore() {
		return 0, false
	}
	key := [2]rune{x, y}
	r, known := n.pairs[key]
	if !known {
		r = -1
		if c := []rune(norm.NFC.String(string(key[:]))); len(c) == 1 {
			r = c[0]
		}
		if len(n.pairs) < 1<<12 {
			n.pairs[key] = r
		}
	}
	return r, r >= 0
}
