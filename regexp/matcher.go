package regexp

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/regexp/syntax"
)

// Limits is told what a match costs. An error from either method ends the
// match and is returned as it is.
type Limits interface {
	// Tick is called with a number of steps, some thousand at a time.
	Tick(steps int) error
	// Charge is called before the stack of choice points grows by some bytes.
	Charge(bytes int) error
}

// Matcher is the memory of matches. The zero Matcher is ready to use, without
// limits; it belongs to one goroutine and may be used for any program.
type Matcher struct {
	Limits Limits

	stack    []entry
	top      int // entries in use
	regs     []int32
	captures []int
	fuel     int
	testing  bool
	dirty    bool // some register was written without undo
}

// entry is a choice point or an undo record:
//
//	pc ≥ 0            go on at pc with position a
//	^pc               register ^pc gets the value a again
//	pc | greedyRun    the run at pc may give back characters from b down to a
//	pc | lazyRun      the run at pc may take another character at a; b more are allowed
type entry struct{ pc, a, b int32 }

const (
	greedyRun = 1 << 30
	lazyRun   = 1 << 29
)

const (
	quantum   = 4096    // steps between calls of Tick
	firstCap  = 64      // entries of a new stack
	keepStack = 1 << 16 // entries of a stack that is kept for the next match
)

// Match is the matching part of 22.2.7.2 RegExpBuiltinExec ( R, S ),
// https://tc39.es/ecma262/#sec-regexpbuiltinexec: it looks for a match at or
// after lastIndex, or only there if the program is sticky. lastIndex must be
// at most the length of input; in Unicode mode, the middle of a surrogate pair
// counts as its start. The captures are pairs of start and end, -1 for groups
// that took no part; the slice is valid until m is used again.
func (p *Program) Match(m *Matcher, input *jstring.String, lastIndex int) (captures []int, ok bool, err error) {
	return p.match(m, input, lastIndex, p.flags&syntax.Sticky != 0, false)
}

// Search is Match as if the program were not sticky.
func (p *Program) Search(m *Matcher, input *jstring.String, from int) (captures []int, ok bool, err error) {
	return p.match(m, input, from, false, false)
}

// MatchAt is Match as if the program were sticky.
func (p *Program) MatchAt(m *Matcher, input *jstring.String, at int) (captures []int, ok bool, err error) {
	return p.match(m, input, at, true, false)
}

// Test is Match for callers who only want the bounds of the whole match: the
// captures are those of group 0, and the work for others is saved.
func (p *Program) Test(m *Matcher, input *jstring.String, lastIndex int) (captures []int, ok bool, err error) {
	return p.match(m, input, lastIndex, p.flags&syntax.Sticky != 0, true)
}

func (p *Program) match(m *Matcher, input *jstring.String, from int, sticky, testing bool) ([]int, bool, error) {
	if cap(m.regs) < p.numRegs {
		if err := m.charge(p.numRegs * 4); err != nil {
			return nil, false, err
		}
		m.regs = make([]int32, p.numRegs)
	}
	m.regs = m.regs[:p.numRegs]
	m.clear()
	m.testing = testing && !p.keepSaves
	m.fuel = quantum
	m.top = 0

	var ok bool
	var err error
	if input.IsLatin1() {
		ok, err = search(p, m, input.Latin1(), from, sticky)
	} else {
		ok, err = search(p, m, input.TwoByte(), from, sticky)
	}
	if len(m.stack) > keepStack {
		m.stack = nil
	}
	if err == nil {
		err = m.tick(0)
	}
	if err != nil || !ok {
		return nil, false, err
	}
	n := 2 * (p.groups + 1)
	if testing {
		n = 2
	}
	if cap(m.captures) < n {
		if err := m.charge(n * 8); err != nil {
			return nil, false, err
		}
		m.captures = make([]int, n)
	}
	captures := m.captures[:n]
	for i := 0; i < n; i += 2 {
		captures[i], captures[i+1] = int(m.regs[i]), int(m.regs[i+1])
		if captures[i] < 0 || captures[i+1] < 0 {
			captures[i], captures[i+1] = -1, -1
		}
	}
	return captures, true, nil
}

// tick reports the steps since the last report and n more.
func (m *Matcher) tick(n int) error {
	n += quantum - m.fuel
	m.fuel = quantum
	if m.Limits == nil || n == 0 {
		return nil
	}
	return m.Limits.Tick(n)
}

func (m *Matcher) charge(bytes int) error {
	if m.Limits == nil {
		return nil
	}
	return m.Limits.Charge(bytes)
}

// clear makes all registers undefined.
func (m *Matcher) clear() {
	for i := range m.regs {
		m.regs[i] = -1
	}
	m.dirty = false
}

// push adds an entry. The error is that of the limits.
func (m *Matcher) push(pc, a, b int32) error {
	if m.top == len(m.stack) {
		if err := m.grow(); err != nil {
			return err
		}
	}
	m.stack[m.top] = entry{pc, a, b}
	m.top++
	return nil
}

func (m *Matcher) grow() error {
	n := max(firstCap, 2*len(m.stack))
	if n > firstCap {
		if err := m.charge((n - len(m.stack)) * 12); err != nil {
			return err
		}
	}
	stack := make([]entry, n)
	copy(stack, m.stack[:m.top])
	m.stack = stack
	return nil
}

// set writes a register; the stack remembers the value it had.
func (m *Matcher) set(reg, value int32) error {
	old := m.regs[reg]
	m.regs[reg] = value
	// OPT: without an entry on the stack nothing can be undone but the whole attempt.
	if m.top == 0 {
		m.dirty = true
		return nil
	}
	if old == value {
		return nil
	}
	return m.push(^reg, old, 0)
}

// unwind drops the entries above height and undoes what they recorded.
func (m *Matcher) unwind(height int) {
	for m.top > height {
		m.top--
		if e := &m.stack[m.top]; e.pc < 0 {
			m.regs[^e.pc] = e.a
		}
	}
}

// commit drops the choice points above height, but keeps what is to be undone.
func (m *Matcher) commit(height int) {
	kept := height
	for i := height; i < m.top; i++ {
		if m.stack[i].pc < 0 {
			m.stack[kept] = m.stack[i]
			kept++
		}
	}
	m.top = kept
}
