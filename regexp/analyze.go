package regexp

// bits is a set of the units below 256.
type bits [4]uint64

func (b *bits) has(u uint8) bool { return b[u>>6]>>(u&63)&1 != 0 }
func (b *bits) add(u uint8)      { b[u>>6] |= 1 << (u & 63) }

// filter says which code units can come next for a match to succeed.
type filter struct {
	latin bits
	high  bool // some unit from U+0100
	end   bool // the end of the input
}

func (f *filter) merge(latin *bits, high, end bool) {
	for i := range f.latin {
		f.latin[i] |= latin[i]
	}
	f.high, f.end = f.high || high, f.end || end
}

// add adds the members of a class.
func (f *filter) add(c *class) { f.merge(&c.bits, len(c.high) > 0, false) }

func (f *filter) unit(u int32) {
	if u > 0xFF {
		f.high = true
	} else {
		f.latin.add(uint8(u))
	}
}

// disjoint reports whether no unit of a class passes f.
func (f *filter) disjoint(c *class) bool {
	common := uint64(0)
	for i := range f.latin {
		common |= f.latin[i] & c.bits[i]
	}
	return common == 0 && (!f.high || len(c.high) == 0)
}

func (f *filter) useless() bool {
	return f.high && f.latin[0]&f.latin[1]&f.latin[2]&f.latin[3] == 1<<64-1
}

// analysis finds the filters of a program's choices. It looks a bounded number
// of instructions ahead, so its time is linear in the program.
type analysis struct {
	*Program
	interned map[filter]*filter
	memo     []*filter // by instruction; unknown if nothing is known
	queue    []int32
}

const lookahead = 48

// unknown stands in analysis.memo for the lack of a filter.
var unknown = new(filter)

func analyze(p *Program) {
	a := &analysis{Program: p, interned: map[filter]*filter{}, memo: make([]*filter, len(p.code))}
	backward := p.backward()
	for pc := len(p.code) - 1; pc >= 0; pc-- {
		if backward[pc] {
			continue
		}
		switch in := &p.code[pc]; in.op {
		case opSplit:
			s := &p.splits[in.a]
			s.fa, s.fb = a.first(s.a), a.first(s.b)
			a.first(int32(pc)) // long disjunctions find this in memo
		case opRun:
			r := &p.runs[in.a]
			r.follow = a.first(int32(pc + 1))
			// OPT: if what follows cannot start inside the run, giving back
			// characters cannot help.
			r.possessive = r.follow != nil && !r.lazy && r.follow.disjoint(r.class)
		}
	}
	if p.first = a.first(0); p.first != nil {
		for u := range p.firstLatin {
			p.firstLatin[u] = p.first.latin.has(uint8(u))
		}
	}
	p.prefix = a.leading()
	p.anchored = a.startsAnchored()
}

// backward marks the instructions that run from right to left, or to the left
// of which the machine may be going.
func (p *Program) backward() []bool {
	marks := make([]bool, len(p.code))
	for pc := range p.code {
		if p.code[pc].op != opLook {
			continue
		}
		l := &p.looks[p.code[pc].a]
		if l.behind && !marks[pc] {
			for i := int32(pc); i < l.end; i++ {
				marks[i] = true
			}
		}
	}
	return marks
}

// first returns the units that can be next at an instruction, or nil if
// nothing useful is known.
func (a *analysis) first(pc int32) *filter {
	switch f := a.memo[pc]; f {
	case nil:
	case unknown:
		return nil
	default:
		return f
	}
	var f filter
	result := unknown
	if a.collect(pc, &f) && !f.useless() {
		result = a.interned[f]
		if result == nil {
			result = new(filter)
			*result = f
			a.interned[f] = result
		}
	}
	a.memo[pc] = result
	if result == unknown {
		return nil
	}
	return result
}

func (a *analysis) collect(start int32, f *filter) bool {
	a.queue = append(a.queue[:0], start)
	visit := func(pc int32) {
		for _, seen := range a.queue {
			if seen == pc {
				return
			}
		}
		a.queue = append(a.queue, pc)
	}
	for i := 0; i < len(a.queue); i++ {
		if i == lookahead {
			return false
		}
		pc := a.queue[i]
		if known := a.memo[pc]; known != nil {
			if known == unknown {
				return false
			}
			f.merge(&known.latin, known.high, known.end)
			continue
		}
		switch in := a.code[pc]; in.op {
		case opChar:
			f.unit(in.a)
		case opChar2:
			f.unit(in.a)
			f.unit(in.b)
		case opString:
			f.unit(int32(a.literals[in.a].units[0]))
		case opClass, opClassWide:
			f.add(a.classes[in.a])
		case opRun:
			r := &a.runs[in.a]
			f.add(r.class)
			if r.min == 0 {
				visit(pc + 1)
			}
		case opJump:
			visit(in.a)
		case opSplit:
			visit(a.splits[in.a].a)
			visit(a.splits[in.a].b)
		case opSave, opReset, opMark, opProgress, opLoopStart, opStart, opStartLine, opWordBoundary, opNotBoundary:
			visit(pc + 1)
		case opLoop:
			visit(a.loops[in.a].body)
			visit(a.loops[in.a].end)
		case opLoopEnd:
			visit(a.loops[in.a].at)
		case opLook:
			visit(a.looks[in.a].end)
		case opEnd:
			f.end = true
		case opEndLine:
			f.end, f.high = true, true
			f.unit('\n')
			f.unit('\r')
		default:
			return false
		}
	}
	return true
}

// prefixMax bounds the literal that is searched for, and so the cost of
// comparing it everywhere.
const prefixMax = 16

// leading returns a literal that every match starts with.
func (a *analysis) leading() literal {
	for pc := 0; ; pc++ {
		switch in := a.code[pc]; in.op {
		case opSave:
			continue
		case opString:
			units := a.literals[in.a].units
			return makeLiteral(units[:min(len(units), prefixMax)])
		case opChar:
			return makeLiteral([]uint16{uint16(in.a)})
		}
		return literal{}
	}
}

// startsAnchored reports whether the first thing a match does is to assert the
// start of the input.
func (a *analysis) startsAnchored() bool {
	for pc := 0; ; pc++ {
		switch a.code[pc].op {
		case opSave:
			continue
		case opStart:
			return true
		}
		return false
	}
}
