package regexp

import (
	"slices"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/internal/unicodedata"
	"github.com/burrowjs/burrow/regexp/syntax"
)

type compiler struct {
	*Program
	back    bool // inside a lookbehind
	widths  map[syntax.Node]width
	spans   map[syntax.Node][2]int
	bySet   map[classKey]int32
	literal []uint16 // characters not yet emitted
}

// CompilePattern compiles a parsed pattern.
func CompilePattern(pattern *syntax.Pattern) *Program {
	p := &Program{
		flags:   pattern.Flags,
		unicode: pattern.Flags.UnicodeMode(),
		groups:  pattern.NumGroups,
		names:   pattern.Names,
		numRegs: 2 * (pattern.NumGroups + 1),
	}
	c := &compiler{
		Program: p,
		widths:  map[syntax.Node]width{},
		spans:   map[syntax.Node][2]int{},
		bySet:   map[classKey]int32{},
	}
	c.keepSaves = c.hasReference(pattern.Body)
	c.node(pattern.Body)
	c.emit(opMatch, 0, 0)
	analyze(p)
	if len(p.prefix.units) == 0 && !p.anchored {
		p.required = c.require(pattern.Body)
	}
	return p
}

func (c *compiler) emit(op opcode, a, b int32) int32 {
	c.flush()
	return c.append(op, a, b)
}

func (c *compiler) append(op opcode, a, b int32) int32 {
	c.code = append(c.code, inst{op: op, a: a, b: b})
	return int32(len(c.code) - 1)
}

// here returns the index of the next instruction.
func (c *compiler) here() int32 {
	c.flush()
	return int32(len(c.code))
}

// flush emits the collected characters as one string.
func (c *compiler) flush() {
	if len(c.literal) == 0 {
		return
	}
	if len(c.literal) == 1 {
		c.append(opChar, int32(c.literal[0]), 0)
	} else {
		c.literals = append(c.literals, makeLiteral(slices.Clone(c.literal)))
		c.append(opString, int32(len(c.literals)-1), 0)
	}
	c.literal = c.literal[:0]
}

func (c *compiler) register() int32 {
	c.numRegs++
	return int32(c.numRegs - 1)
}

func (c *compiler) node(n syntax.Node) {
	switch n := n.(type) {
	case *syntax.Disjunction:
		c.disjunction(n)
	case *syntax.Alternative:
		if c.back {
			for _, term := range slices.Backward(n.Terms) {
				c.node(term)
			}
			return
		}
		for _, term := range n.Terms {
			c.node(term)
		}
	case *syntax.Character:
		c.character(n.Rune)
	case *syntax.CharacterClass:
		c.characterClass(n)
	case *syntax.Group:
		first, last := int32(2*n.Index), int32(2*n.Index+1)
		if c.back {
			first, last = last, first
		}
		c.emit(opSave, first, 0)
		c.node(n.Body)
		c.emit(opSave, last, 0)
	case *syntax.Quantifier:
		c.quantifier(n)
	case *syntax.Lookaround:
		c.lookaround(n)
	case *syntax.Assertion:
		op := opStart + opcode(n.Kind)
		i := c.emit(op, 0, 0)
		if n.FoldedWords {
			c.code[i].flag = 1
		}
	case *syntax.BackReference:
		c.refs = append(c.refs, reference{n.Groups, n.IgnoreCase, c.back})
		c.emit(opReference, int32(len(c.refs)-1), 0)
	}
}

func (c *compiler) split() int32 {
	c.splits = append(c.splits, split{})
	return c.emit(opSplit, int32(len(c.splits)-1), 0)
}

// setSplit gives the split at an instruction its targets.
func (c *compiler) setSplit(at, body, end int32, lazy bool) {
	s := &c.splits[c.code[at].a]
	s.a, s.b = body, end
	if lazy {
		s.a, s.b = end, body
	}
}

func (c *compiler) disjunction(n *syntax.Disjunction) {
	var jumps []int32
	last := len(n.Alternatives) - 1
	for i, alternative := range n.Alternatives {
		if i == last {
			c.node(alternative)
			break
		}
		at := c.split()
		c.node(alternative)
		jumps = append(jumps, c.emit(opJump, 0, 0))
		c.setSplit(at, at+1, c.here(), false)
	}
	end := c.here()
	for _, at := range jumps {
		c.code[at].a = end
	}
}

func (c *compiler) character(r rune) {
	switch {
	case c.unicode && r >= 0xD800 && r <= 0xDFFF:
		c.classOp(c.runeClass(r))
	case c.back:
		if r >= 0x10000 {
			hi, lo := jstring.SurrogatePair(r)
			c.emit(opCharBack, int32(lo), 0)
			r = rune(hi)
		}
		c.emit(opCharBack, int32(r), 0)
	default:
		c.literal = jstring.AppendCodePoint(c.literal, r)
	}
}

// runeClass returns the class of one character.
func (c *compiler) runeClass(r rune) int32 {
	return c.setClass(unicodedata.RangeSet{{Lo: r, Hi: r}})
}

// classKey tells classes apart: small ones by what they hold.
type classKey struct {
	size   int
	start  *unicodedata.Range
	ranges [8]unicodedata.Range
}

// setClass returns the class of a set; equal small sets share one, and so do
// big ones that are the same slice.
func (c *compiler) setClass(set unicodedata.RangeSet) int32 {
	key := classKey{size: len(set)}
	switch {
	case len(set) > len(key.ranges):
		key.start = &set[0]
	default:
		copy(key.ranges[:], set)
	}
	i, ok := c.bySet[key]
	if !ok {
		i = int32(len(c.classes))
		c.bySet[key] = i
		c.classes = append(c.classes, makeClass(set))
	}
	return i
}

func (c *compiler) classOp(index int32) {
	wide := c.unicode && c.classes[index].needsCodePoints()
	switch {
	case c.back && wide:
		c.emit(opClassWideBack, index, 0)
	case c.back:
		c.emit(opClassBack, index, 0)
	case wide:
		c.emit(opClassWide, index, 0)
	default:
		c.emit(opClass, index, 0)
	}
}

func (c *compiler) characterClass(n *syntax.CharacterClass) {
	if len(n.Strings) == 0 {
		// OPT: a letter that ignores case is two comparisons.
		if !c.back && len(n.Set) == 2 && n.Set[0].Lo == n.Set[0].Hi && n.Set[1].Lo == n.Set[1].Hi && n.Set[1].Hi < 0xD800 {
			c.emit(opChar2, n.Set[0].Lo, n.Set[1].Lo)
			return
		}
		c.classOp(c.setClass(n.Set))
		return
	}
	strings, empty := n.Strings, false
	if len(strings[0]) == 0 {
		strings, empty = strings[1:], true
	}
	set := stringSet{sorted: strings, fold: n.FoldStrings, back: c.back}
	if c.back {
		set.sorted = make([][]rune, len(strings))
		for i, s := range strings {
			set.sorted[i] = slices.Clone(s)
			slices.Reverse(set.sorted[i])
		}
		slices.SortFunc(set.sorted, slices.Compare[[]rune])
	}
	c.strings = append(c.strings, set)

	first := c.split()
	c.emit(opStrings, int32(len(c.strings)-1), 0)
	jump := c.emit(opJump, 0, 0)
	c.setSplit(first, first+1, c.here(), false)
	if empty {
		second := c.split()
		c.classOp(c.setClass(n.Set))
		c.setSplit(second, second+1, c.here(), false)
	} else {
		c.classOp(c.setClass(n.Set))
	}
	c.code[jump].a = c.here()
}

// single returns the class that a node consists of, if it is one.
func (c *compiler) single(n syntax.Node) (int32, bool) {
	switch n := n.(type) {
	case *syntax.Character:
		return c.runeClass(n.Rune), true
	case *syntax.CharacterClass:
		if len(n.Strings) == 0 {
			return c.setClass(n.Set), true
		}
	}
	return 0, false
}

func (c *compiler) quantifier(n *syntax.Quantifier) {
	w := c.width(n.Body)
	lo, hi := n.Min, n.Max
	if !w.canMove {
		// OPT: an iteration that matches nothing is allowed up to the minimum
		// only, and all of them do the same.
		lo, hi = min(lo, 1), min(lo, 1)
	}
	switch {
	case hi == 0:
		return
	case lo == 1 && hi == 1:
		c.node(n.Body)
		return
	}
	if index, ok := c.single(n.Body); ok && !c.back {
		class := c.classes[index]
		c.runs = append(c.runs, run{class: class, wide: c.unicode && class.needsCodePoints(), lazy: n.Lazy, min: int32(lo), max: int32(hi)})
		c.emit(opRun, int32(len(c.runs)-1), 0)
		return
	}
	mark := int32(-1)
	if w.canBeEmpty {
		mark = c.register()
	}
	switch {
	case hi == 1:
		at := c.split()
		c.iteration(n, mark, false)
		if mark >= 0 {
			c.emit(opProgress, mark, 0)
		}
		c.setSplit(at, at+1, c.here(), n.Lazy)
	case hi == syntax.Infinity && (lo == 0 || lo == 1 && mark < 0):
		top := int32(-1)
		if lo == 0 {
			top = c.split()
		}
		body := c.here()
		c.iteration(n, mark, true)
		if mark >= 0 {
			c.emit(opProgress, mark, 0)
		}
		again := c.split()
		end := c.here()
		c.setSplit(again, body, end, n.Lazy)
		if top >= 0 {
			c.setSplit(top, body, end, n.Lazy)
		}
	default:
		index := int32(len(c.loops))
		c.loops = append(c.loops, loop{counter: c.register(), mark: mark, min: int32(lo), max: int32(hi), lazy: n.Lazy})
		c.emit(opLoopStart, index, 0)
		at := c.emit(opLoop, index, 0)
		c.iteration(n, mark, true)
		c.emit(opLoopEnd, index, 0)
		l := &c.loops[index]
		l.at, l.body, l.end = at, at+1, c.here()
	}
}

// iteration emits the body of a loop and what comes before it: the position is
// noted and, if there can be an iteration before, captures are forgotten.
func (c *compiler) iteration(n *syntax.Quantifier, mark int32, reset bool) {
	if mark >= 0 {
		c.emit(opMark, mark, 0)
	}
	if reset && n.EndGroup > n.FirstGroup && !(!c.keepSaves && c.certain(n.Body) == n.EndGroup-n.FirstGroup) {
		c.emit(opReset, int32(2*n.FirstGroup), int32(2*n.EndGroup-1))
	}
	c.node(n.Body)
}

// certain counts the groups in n that take part whenever n matches.
// OPT: if that is all of them and nothing reads them in between, an iteration
// overwrites every capture anyway.
func (c *compiler) certain(n syntax.Node) int {
	switch n := n.(type) {
	case *syntax.Group:
		return 1 + c.certain(n.Body)
	case *syntax.Alternative:
		sum := 0
		for _, term := range n.Terms {
			sum += c.certain(term)
		}
		return sum
	}
	return 0
}

func (c *compiler) lookaround(n *syntax.Lookaround) {
	index := int32(len(c.looks))
	c.looks = append(c.looks, look{height: c.register(), pos: c.register(), negative: n.Negative, behind: n.Behind})
	c.emit(opLook, index, 0)
	back := c.back
	c.back = n.Behind
	c.node(n.Body)
	c.emit(opLookEnd, index, 0)
	c.back = back
	c.looks[index].end = c.here()
}

// width says what is known about the length of what a node matches.
type width struct{ canBeEmpty, canMove bool }

func (c *compiler) width(n syntax.Node) (w width) {
	switch n := n.(type) {
	case *syntax.Character:
		return width{false, true}
	case *syntax.CharacterClass:
		return width{len(n.Strings) > 0 && len(n.Strings[0]) == 0, true}
	case *syntax.BackReference:
		return width{true, true}
	case *syntax.Lookaround, *syntax.Assertion:
		return width{true, false}
	}
	if w, ok := c.widths[n]; ok {
		return w
	}
	switch n := n.(type) {
	case *syntax.Disjunction:
		for _, alternative := range n.Alternatives {
			v := c.width(alternative)
			w.canBeEmpty = w.canBeEmpty || v.canBeEmpty
			w.canMove = w.canMove || v.canMove
		}
	case *syntax.Alternative:
		w.canBeEmpty = true
		for _, term := range n.Terms {
			v := c.width(term)
			w.canBeEmpty = w.canBeEmpty && v.canBeEmpty
			w.canMove = w.canMove || v.canMove
		}
	case *syntax.Group:
		w = c.width(n.Body)
	case *syntax.Quantifier:
		w = c.width(n.Body)
		w.canBeEmpty = w.canBeEmpty || n.Min == 0
		w.canMove = w.canMove && n.Max > 0
	}
	c.widths[n] = w
	return w
}

// hasReference reports whether there is a back reference in n.
func (c *compiler) hasReference(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Disjunction:
		return slices.ContainsFunc(n.Alternatives, c.hasReference)
	case *syntax.Alternative:
		return slices.ContainsFunc(n.Terms, c.hasReference)
	case *syntax.Group:
		return c.hasReference(n.Body)
	case *syntax.Quantifier:
		return c.hasReference(n.Body)
	case *syntax.Lookaround:
		return c.hasReference(n.Body)
	case *syntax.BackReference:
		return true
	}
	return false
}
