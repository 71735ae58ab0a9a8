package bytecode

// Registers hold more than JavaScript values: boxes of captured variables,
// scope records, the states of iterations. The machine does not look at what a
// register holds before it uses it as one of those, so the verifier proves, for
// each instruction, on all ways that lead to it, what is in the registers: a
// walk over the code that keeps one type for each, as verifiers of other
// machines do. It goes over code in order; all jumps go forward but those of
// loops, which make it start again if they bring something new. Where two ways
// meet with different types in a register, it may not be read any more.
//
// The marker of uninitialised variables is no value for anything but the
// instructions that check for it. So the walk also knows which boxes may hold it,
// and, from where their closures are made, which captured variables.
//
// What kind of object a value is, the walk does not know; instructions that need
// a certain kind check it when they run.

// regType is what a register holds.
type regType uint8

const (
	regNone     regType = iota // unknown: not written, clobbered by a call, or different on two ways
	regValue                   // a JavaScript value
	regEarly                   // a value or the marker of an uninitialised variable
	regBox                     // box of a captured variable
	regEarlyBox                // a box whose content may be uninitialised
	regScope                   // scope record or undefined
	regForIn                   // state of a for-in
	regUsing                   // stack of resources
	regRef                     // resolved reference
	regIter                    // iterator, maybe an array in fast mode;
	regNext                    // its next method;
	regDone                    // its flag
	coIdle                     // of the pseudo register: the coroutine is not there yet
	coStarted                  // the coroutine is there
)

// flowBudget bounds the work on one function, in registers compared. It is far
// above what real programs need; what exceeds it is compiled from source.
const flowBudget = 1 << 27

// flow walks over the code of one function.
type flow struct {
	v       *verifier
	fn      *Function
	regs    []regType // then one for the coroutine, and the boxes of the captured variables
	early   [][]bool  // by inner function and its captured variables: whether they may be uninitialised
	live    bool
	states  []regType // of jump targets, one after the other
	slot    []int32   // by pc: number of the state, -1 if nothing jumps here
	seen    []bool    // by number: has a state
	handler []int32   // by pc: innermost handler, -1 if none
	active  int32     // handler that has seen all of regs
	again   bool      // a jump back has brought something new
	work    int
	pc      int
	in      Instr
	err     error
}

// flow proves that registers are used as what they are.
func (v *verifier) flow(t verifyTask) error {
	fn := v.fn
	f := &flow{v: v, fn: fn, active: -1, early: make([][]bool, len(fn.Functions))}
	v.early = f.early
	f.findTargets()
	width := int(fn.NumRegs) + 1 + len(fn.Captures)
	if f.work += len(f.seen) * width; f.work > flowBudget {
		return v.errorf("too many registers and jumps to verify")
	}
	f.states = make([]regType, len(f.seen)*width)
	f.regs = make([]regType, width)
	for {
		f.again, f.live = false, true
		f.start(t.early)
		for f.pc = 0; f.pc < len(fn.Code)-1; f.pc++ {
			f.enter()
			if !f.live {
				continue
			}
			f.in = fn.Code[f.pc]
			f.instruction()
			if f.work > flowBudget {
				f.fail("too much work to verify")
			}
			if f.err != nil {
				v.pc, v.in = f.pc, f.in
				return f.err
			}
			if EndsFlow(f.in) {
				f.live = false
			}
		}
		if !f.again {
			return nil
		}
	}
}

// start sets the registers to what they are when the function is called.
func (f *flow) start(early []bool) {
	clear(f.regs)
	for i := range 2 + int(f.fn.NumParams) {
		f.regs[i] = regValue
	}
	if f.fn.Flags&FlagDerived != 0 {
		f.regs[1] = regEarly
	}
	f.regs[f.coroutineReg()] = coIdle
	for i := range f.fn.Captures {
		f.regs[f.capture(i)] = regEarlyBox
		if early != nil && !early[i] {
			f.regs[f.capture(i)] = regBox
		}
	}
	f.active = -1
}

// findTargets numbers the places that jumps and handlers lead to.
func (f *flow) findTargets() {
	n := len(f.fn.Code)
	f.slot, f.handler = make([]int32, n), make([]int32, n)
	for i := range f.slot {
		f.slot[i], f.handler[i] = -1, -1
	}
	mark := func(pc int) {
		if f.slot[pc] < 0 {
			f.slot[pc] = int32(len(f.seen))
			f.seen = append(f.seen, false)
		}
	}
	for i := len(f.fn.Handlers) - 1; i >= 0; i-- { // inner ones come first
		h := &f.fn.Handlers[i]
		mark(int(h.Target))
		for pc := h.Start; pc < h.End; pc++ {
			f.handler[pc] = int32(i)
		}
		f.work += int(h.End - h.Start)
	}
	for pc, in := range f.fn.Code {
		f.v.pc, f.v.in = pc, in
		f.v.eachJump(func(target int) { mark(target) })
		if in.Op == OpITERNEXT {
			mark(pc + 2)
		}
	}
}

// enter joins what comes along with what jumps here.
func (f *flow) enter() {
	if s := f.slot[f.pc]; s >= 0 {
		if f.live {
			f.join(s, f.regs)
		}
		if f.live = f.seen[s]; f.live {
			copy(f.regs, f.state(s))
			f.active = -1
		}
	}
	if h := f.handler[f.pc]; f.live && h != f.active {
		f.active = h
		if h >= 0 {
			f.throwTo(h)
		}
	}
}

func (f *flow) state(s int32) []regType {
	n := len(f.regs)
	return f.states[int(s)*n : (int(s)+1)*n]
}

// join adds a way to the state s; it reports whether that brought something new.
func (f *flow) join(s int32, regs []regType) bool {
	state := f.state(s)
	f.work += len(regs)
	if !f.seen[s] {
		f.seen[s] = true
		copy(state, regs)
		return true
	}
	changed := false
	for i, t := range regs {
		if state[i] != t {
			if m := meet(state[i], t); m != state[i] {
				state[i] = m
				changed = true
			}
		}
	}
	return changed
}

// meet is what a register holds that holds a or b.
func meet(a, b regType) regType {
	switch {
	case a == b:
		return a
	case (a == regValue || a == regEarly) && (b == regValue || b == regEarly):
		return regEarly
	case (a == regBox || a == regEarlyBox) && (b == regBox || b == regEarlyBox):
		return regEarlyBox
	}
	return regNone
}

// coroutineReg is the pseudo register that says whether the coroutine is there,
// capture that of a captured variable.
func (f *flow) coroutineReg() int { return int(f.fn.NumRegs) }
func (f *flow) capture(i int) int { return int(f.fn.NumRegs) + 1 + i }

// throwTo joins the current state with that of a handler, which gets the
// exception as a value.
func (f *flow) throwTo(h int32) {
	r := f.fn.Handlers[h].Reg
	old := f.regs[r]
	f.regs[r] = regValue
	f.join(f.slot[f.fn.Handlers[h].Target], f.regs)
	f.regs[r] = old
}

// jumpTo adds the current state to that of a target.
func (f *flow) jumpTo(target int) {
	if f.join(f.slot[target], f.regs) && target <= f.pc {
		f.again = true
	}
}

func (f *flow) fail(format string, args ...any) {
	if f.err == nil {
		f.v.pc, f.v.in = f.pc, f.in
		f.err = f.v.errorf(format, args...)
	}
}

// set says that register r gets a value of type t.
func (f *flow) set(r int, t regType) {
	if r == 0 {
		f.fail("writes to r0")
		return
	}
	f.regs[r] = t
	if f.active < 0 {
		return
	}
	// The instruction may throw after it has written.
	h := &f.fn.Handlers[f.active]
	if r != int(h.Reg) {
		state := f.state(f.slot[h.Target])
		state[r] = meet(state[r], t)
	}
}

func (f *flow) values(r, n int) {
	for i := range n {
		f.set(r+i, regValue)
	}
}

// clobber forgets the registers that a callee's window may overlap.
func (f *flow) clobber(r int) {
	f.work += len(f.regs) - r
	for i := r; i < int(f.fn.NumRegs); i++ {
		if f.regs[i] != regNone {
			f.set(i, regNone)
		}
	}
}

func (f *flow) need(r int, t regType) {
	if f.regs[r] != t {
		f.fail("r%d does not hold what it should (%d, not %d)", r, f.regs[r], t)
	}
}

func (f *flow) read(r, n int) {
	for i := range n {
		f.need(r+i, regValue)
	}
}

// box needs a box.
func (f *flow) box(r int) {
	if f.regs[r] != regEarlyBox {
		f.need(r, regBox)
	}
}

// maybe needs a value that may be uninitialised.
func (f *flow) maybe(r int) {
	if f.regs[r] != regEarly {
		f.need(r, regValue)
	}
}

// loadBox takes the content of a box to a register.
func (f *flow) loadBox(dst, box int) {
	f.box(box)
	if f.regs[box] == regEarlyBox {
		f.set(dst, regEarly)
	} else {
		f.set(dst, regValue)
	}
}

// known notes that the content of a box has been set or checked.
func (f *flow) known(box int) {
	if f.box(box); f.regs[box] == regEarlyBox {
		f.set(box, regBox)
	}
}

// iterator needs the three registers of an iterator.
func (f *flow) iterator(r int) {
	if f.regs[r] == regValue && f.regs[r+1] == regValue && f.regs[r+2] == regValue {
		return // never in fast mode
	}
	// Of the flag any bits will do: as an index it is compared with the length.
	f.need(r, regIter)
	f.need(r+1, regNext)
}

// captures needs the boxes that a closure of an inner function takes.
func (f *flow) captures(index int) {
	inner := f.fn.Functions[index]
	f.work += len(inner.Captures)
	if f.early[index] == nil {
		f.early[index] = make([]bool, len(inner.Captures))
	}
	for i, c := range inner.Captures {
		r := int(c.Index)
		if c.FromParent {
			r = f.capture(r)
		}
		if c.FromParent && int(c.Index) >= len(f.fn.Captures) || !c.FromParent && c.Index >= f.fn.NumRegs {
			f.fail("capture of %v out of range", c.Name)
			return
		}
		f.box(r)
		if f.regs[r] == regEarlyBox {
			f.early[index][i] = true
		}
	}
}

// coroutine needs the running coroutine of a function with the given flag.
func (f *flow) coroutine(flag Flags) {
	if f.fn.Flags&flag == 0 || f.regs[f.coroutineReg()] != coStarted {
		f.fail("outside of a coroutine")
	}
}

func (f *flow) startCoroutine(want Flags) {
	if f.fn.Flags&(FlagAsync|FlagGenerator)&^want != 0 || f.fn.Flags&want == 0 || f.regs[f.coroutineReg()] != coIdle {
		f.fail("not in such a function")
		return
	}
	f.set(f.coroutineReg(), coStarted)
}

// returns needs what a return from a constructor looks at.
func (f *flow) returns() {
	if f.fn.Flags&FlagDerived == 0 {
		f.need(1, regValue)
	}
}

// instruction takes the state over one instruction.
func (f *flow) instruction() {
	in := f.in
	a, b, c := int(in.A), int(in.B), int(in.C)
	if in.Op == OpEXT {
		f.extended(a, b, c)
		return
	}
	switch in.Op {
	case OpMOVE:
		switch t := f.regs[b]; t {
		case regValue, regEarly, regBox, regEarlyBox, regScope:
			f.set(a, t)
		default:
			f.need(b, regValue)
		}
	case OpLOADTDZ:
		f.set(a, regEarly)
	case OpCHECKTDZ:
		if f.maybe(a); f.regs[a] == regEarly {
			f.set(a, regValue)
		}
	case OpNEWBOX:
		f.set(a, regBox)
		if b == 1 {
			f.set(a, regEarlyBox)
		}
	case OpBOXVALUE:
		t := regBox
		if f.maybe(b); f.regs[b] == regEarly {
			t = regEarlyBox
		}
		f.set(a, t)
	case OpBOXGET:
		f.loadBox(a, b)
	case OpBOXGETCHK:
		f.known(b)
		f.set(a, regValue)
	case OpBOXSET, OpBOXSETCHK:
		f.need(b, regValue)
		f.known(a)
	case OpCAPGET:
		f.loadBox(a, f.capture(b))
	case OpCAPGETCHK:
		f.known(f.capture(b))
		f.set(a, regValue)
	case OpCAPSET, OpCAPSETCHK:
		f.need(b, regValue)
		f.known(f.capture(a))
	case OpCAPBOX:
		f.set(a, f.regs[f.capture(b)])
	case OpGETMETHOD, OpGETELEMMETHOD:
		f.operands()
		f.values(a, 2)
	case OpGETSUPER:
		f.read(b, 2)
		f.set(a, regValue)
	case OpOBJLIT:
		f.read(b, len(f.fn.Consts[c].Strings))
		f.set(a, regValue)
	case OpARRLIT, OpCONCAT:
		f.read(b, c)
		f.set(a, regValue)
	case OpCLOSURE:
		f.captures(b)
		f.set(a, regValue)
	case OpCALL:
		f.call(a, b, c)
	case OpCALL0:
		f.call(a, 0, c)
	case OpCALL1:
		f.call(a, 1, c)
	case OpCALL2:
		f.call(a, 2, c)
	case OpTAILCALL:
		f.call(a, b, a)
	case OpNEW:
		f.need(a, regValue)
		f.read(a+2, b)
		f.clobber(a)
		f.set(c, regValue)
	case OpRETURN:
		f.need(a, regValue)
		f.returns()
	case OpRETUNDEF:
		f.returns()
	case OpGETITER:
		f.need(b, regValue)
		if in.N != 0 {
			f.values(a, 3)
			break
		}
		f.set(a, regIter)
		f.set(a+1, regNext)
		f.set(a+2, regDone)
	case OpITERNEXT:
		f.iterator(a)
		f.v.pc, f.v.in = f.pc+1, f.fn.Code[f.pc+1]
		f.v.eachJump(f.jumpTo)
		f.set(b, regValue)
		f.jumpTo(f.pc + 2)
		return
	case OpITERVALUE:
		f.iterator(a)
		f.need(b, regValue)
	case OpITERCLOSE:
		f.iterator(a)
	case OpFORIN:
		f.need(b, regValue)
		f.set(a, regForIn)
	case OpFORINNEXT:
		f.need(b, regForIn)
		f.jumps()
		f.set(a, regValue)
		return
	case OpYIELD:
		f.need(a, regValue)
		f.coroutine(FlagGenerator)
		f.values(b, 2)
	case OpJTRUE, OpJFALSE:
		if f.regs[a] != regDone {
			f.need(a, regValue)
		}
	case OpRESUME:
		f.read(a, 2)
	case OpAWAIT:
		f.need(a, regValue)
		f.coroutine(FlagAsync)
		f.set(b, regValue)
	case OpCHECKTHIS:
		if f.maybe(a); f.regs[a] == regEarly {
			f.set(a, regValue)
		}
	default:
		f.operands()
	}
	f.jumps()
}

// jumps adds the current state to where the instruction may jump.
func (f *flow) jumps() {
	f.v.pc, f.v.in = f.pc, f.in
	f.v.eachJump(f.jumpTo)
}

// operands reads and writes what the instruction table says.
func (f *flow) operands() {
	info := InfoOf(f.in)
	x := [3]uint16{f.in.A, f.in.B, f.in.C}
	for i, kind := range info.Operands {
		if kind == KindRead || kind == KindModify {
			f.need(int(x[i]), regValue)
		}
	}
	for i, kind := range info.Operands {
		if kind == KindWrite || kind == KindModify {
			f.set(int(x[i]), regValue)
		}
	}
}

func (f *flow) call(base, argc, dst int) {
	f.read(base, 2+argc)
	f.clobber(base)
	f.set(dst, regValue)
}
