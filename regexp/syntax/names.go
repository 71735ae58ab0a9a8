package syntax

import (
	"sort"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/internal/unicodedata"
)

// nameTable knows the named groups. Two groups may share a name if they are in
// different alternatives of one disjunction, so that not both can take part.
//
// While the pattern is read from left to right, an earlier group is out of the
// way exactly if it stands before the current alternative, but not before the
// start, of a disjunction that is still open. The open disjunctions are nested,
// so their [start, current alternative) intervals are sorted and disjoint.
type nameTable struct {
	list   []GroupName
	byName map[string]int
	// places holds, for each entry of list, one position for each of the
	// intervals in which groups of that name were seen: what is together in one
	// interval now will never be told apart again.
	places [][]int
	opened []interval
}

type interval struct{ start, current int }

func (t *nameTable) open(pos int)            { t.opened = append(t.opened, interval{pos, pos}) }
func (t *nameTable) nextAlternative(pos int) { t.opened[len(t.opened)-1].current = pos }
func (t *nameTable) close()                  { t.opened = t.opened[:len(t.opened)-1] }

// hiding returns the index of the open disjunction in an earlier alternative
// of which pos lies, or -1.
func (t *nameTable) hiding(pos int) int {
	i := sort.Search(len(t.opened), func(i int) bool { return t.opened[i].current > pos })
	if i < len(t.opened) && t.opened[i].start <= pos {
		return i
	}
	return -1
}

// declare gives the next group a name.
func (p *parser) declare(name *jstring.String) {
	t := &p.names
	key := name.WTF8()
	i, ok := t.byName[key]
	if !ok {
		if t.byName == nil {
			t.byName = map[string]int{}
		}
		i = len(t.list)
		t.byName[key] = i
		t.list = append(t.list, GroupName{Name: name})
		t.places = append(t.places, nil)
	}
	kept, last := t.places[i][:0], -1
	for _, pos := range t.places[i] {
		h := t.hiding(pos)
		if h < 0 {
			p.fail("Duplicate capture group name")
		}
		if h != last {
			kept = append(kept, pos)
		}
		last = h
	}
	// The position is that of the closing bracket, before the group's own disjunction.
	t.places[i] = append(kept, p.pos-1)
	t.list[i].Indices = append(t.list[i].Indices, p.groups+1)
}

type pendingReference struct {
	node *BackReference
	name string
}

// namedReference parses what follows \k.
func (p *parser) namedReference() Node {
	if !p.eat('<') {
		p.fail("Invalid named reference")
	}
	node := &BackReference{IgnoreCase: p.ignore}
	p.pending = append(p.pending, pendingReference{node, p.groupName().WTF8()})
	return node
}

// resolve gives named references their groups, which may stand behind them.
func (p *parser) resolve() {
	for _, ref := range p.pending {
		i, ok := p.names.byName[ref.name]
		if !ok {
			p.fail("Invalid named capture referenced")
		}
		ref.node.Groups = p.names.list[i].Indices
	}
}

// groupName parses RegExpIdentifierName and the closing angle bracket.
func (p *parser) groupName() *jstring.String {
	var name jstring.Builder
	for {
		c := p.peek(0)
		if c == '>' && name.Len() > 0 {
			p.pos++
			return name.String()
		}
		if c == eof {
			p.fail("Invalid capture group name")
		}
		r := rune(c)
		p.pos++
		switch {
		case c == '\\':
			ok := p.eat('u')
			if ok {
				r, ok = p.unicodeEscape(true)
			}
			if !ok {
				p.fail("Invalid Unicode escape")
			}
		case jstring.IsLeadSurrogate(uint16(c)):
			if d := p.peek(0); d != eof && jstring.IsTrailSurrogate(uint16(d)) {
				p.pos++
				r = jstring.JoinSurrogates(uint16(c), uint16(d))
			}
		}
		if r != '$' && r != '_' && !unicodedata.IsIDStart(r) && (name.Len() == 0 || !unicodedata.IsIDContinue(r)) {
			p.fail("Invalid capture group name")
		}
		name.CodePoint(r)
	}
}
