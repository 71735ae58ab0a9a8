package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// Machine is the interpreter of one agent: the execution context stack (9.4)
// as frames over a segmented stack of registers.
type Machine struct {
	agent *object.Agent

	// The running frame. pc is the index of the next instruction; the loop
	// keeps it in a local and saves it before anything that may look at it.
	code     *Code
	regs     unsafe.Pointer
	pc       int32
	stackEnd uintptr
	fp       int // frames[fp] says how to return from the running frame
	frames   []Frame
	// MaxFrames bounds the depth of calls.
	MaxFrames int

	segments []segment
	spare    segment // the largest popped, for calls that go to and fro at an edge

	result object.Value // of the frame that was left
	err    error        // or what it threw

	natives     []*object.Call // by native depth
	nativeFrame []int          // fp at which each native was called
	nativeTop   int
	// For the memory limit: what running built-ins have charged is held by Go
	// variables that no walk sees.
	nativeClock []uint64 // the charge clock when each native was called
	nativeBase  int      // first native above the newest script called from Go
	heldBelow   uint64   // charged by the natives below

	freeCo *Coroutine     // of an async function that has ended, for the next
	passed []object.Value // arguments on their way to a function that is applied

	mega      *megamorphic
	instances instanceOfCache
	tails     tailRing
	sites     map[siteKey]Site // places that failed; see blame.go

	// leave tells the loop to return. It lies here because what the loop does before
	// its dispatch is three bytes longer for a field this far from the start: with that the
	// dispatch never lies across two cache lines, which would make every
	// instruction take up to twice as long (docs/PERFORMANCE.md, Dispatch).
	leave leave

	hostRealm *object.Realm // current when no script is running

	hook   func(m *Machine) bool // called before each instruction if hooked
	hooked bool

	jobs *object.JobQueue
	host object.Value // host-defined slot of the running job

	asyncModules uint64 // modules that have begun to evaluate asynchronously

	// ImportDynamically is HostLoadImportedModule for import(): the host settles
	// the capability, now or later, with FinishDynamicImport.
	ImportDynamically func(r *object.Realm, d *DynamicImport) error
	// ImportMeta fills the object of import.meta (HostGetImportMetaProperties
	// and HostFinalizeImportMeta).
	ImportMeta func(mod *Module, meta *object.Object) error
	// LegacyAssert makes import() read its attributes from options.assert too,
	// and lets the host judge their names.
	LegacyAssert bool
	// caught is the exception that a handler has caught last, so that one which
	// only passes a finally block keeps the place where it was thrown.
	caught *object.Exception

	// OnDebugger is called by debugger statements.
	OnDebugger func(m *Machine)
}

type leave uint8

const (
	leaveNot leave = iota
	leaveResult
)

// Frame says how to return from a running function: where its caller goes on,
// and what becomes of the result.
type Frame struct {
	code      *Code          // of the caller
	regs      unsafe.Pointer // of the caller
	pc        int32
	dst       uint16 // the caller's register for the result
	flags     frameFlags
	action    action
	argc      uint32         // if the function needs its arguments
	args      unsafe.Pointer // first of them
	newTarget *object.Object
	co        *Coroutine
}

type frameFlags uint8

const (
	frameEntry     frameFlags = 1 << iota // called from Go: leave the loop on return
	frameConstruct                        // the result is the object constructed
	frameCoroutine                        // a generator or async function
	frameSegment                          // entered a new stack segment
	frameAction                           // the result goes through action
	frameArgs                             // argc and args are set
	frameTail                             // replaced by a tail call
	frameAwaiting                         // in a trace: an async function that awaits the one above
)

// action tells what to do with the result of a call that the machine itself made.
type action uint8

const (
	actionStore     action = iota
	actionDiscard          // setters
	actionIterNext         // result object of an iterator's next: keep for ITERVALUE
	actionConstruct        // superclass constructors
)

type segment struct {
	values []object.Value
	end    uintptr
}

const (
	minSegment    = 256 // values
	maxSegment    = 64 << 10
	minFrames     = 32
	defaultFrames = 10400
)

// machineOf returns the interpreter of an agent.
func machineOf(a *object.Agent) *Machine { return (*Machine)(a.Machine) }

// Attach gives agent a an interpreter.
func Attach(a *object.Agent) *Machine {
	m := &Machine{agent: a, MaxFrames: defaultFrames, frames: make([]Frame, minFrames), fp: 0}
	a.Machine = unsafe.Pointer(m)
	m.jobs = &object.JobQueue{}
	m.host = object.Undefined
	m.pushSegment(minSegment)
	a.LiveSize = LiveSize
	return m
}

// Jobs returns the agent's job queue.
func (m *Machine) Jobs() *object.JobQueue { return m.jobs }

func (m *Machine) pushSegment(n int) {
	n = max(n, minSegment)
	if k := len(m.segments); k > 0 {
		n = max(n, min(2*len(m.segments[k-1].values), maxSegment))
	}
	// OPT: calls at the edge of a segment need the next one again and again. What
	// it has of earlier frames is as dead as what lies above any frame
	// (TestSegmentEdge).
	s := m.spare
	if m.spare = (segment{}); len(s.values) < n {
		vs := make([]object.Value, n)
		s = segment{vs, uintptr(unsafe.Pointer(unsafe.SliceData(vs))) + uintptr(n)*valSize}
	}
	m.segments = append(m.segments, s)
	m.stackEnd = m.segments[len(m.segments)-1].end
}

// popSegment drops the newest segment, or keeps it for the next that is needed.
func (m *Machine) popSegment() {
	last := &m.segments[len(m.segments)-1]
	if len(last.values) > len(m.spare.values) {
		m.spare = *last
	}
	*last = segment{}
	m.segments = m.segments[:len(m.segments)-1]
	m.stackEnd = m.segments[len(m.segments)-1].end
}

// top returns the first free register above the running frame.
func (m *Machine) top() unsafe.Pointer {
	if m.code == nil {
		return unsafe.Pointer(unsafe.SliceData(m.segments[len(m.segments)-1].values))
	}
	return unsafe.Add(m.regs, m.code.windowSize)
}

// clearAbove forgets what dead registers refer to. It is called when control
// goes back to the host.
func (m *Machine) clearAbove() {
	m.tails.forget(m.fp)
	if m.code == nil {
		m.caught = nil
		for _, s := range m.segments {
			clear(s.values)
		}
		m.spare = segment{}
		clear(m.frames)
		m.instances = instanceOfCache{}
	}
}

// enter pushes a frame for code whose window starts at the machine's top, sets
// up the function, this and arguments, and returns the window. The frame is
// left to the host (frameEntry) when it returns.
func (m *Machine) pushFrame(code *Code, f *object.Object, this object.Value, args []object.Value, flags frameFlags) (*Frame, error) {
	extra := 0
	if code.needsArgs {
		extra = len(args)
	}
	need := uintptr(extra)*valSize + code.frameSize
	window := m.top()
	if uintptr(window)+need > m.stackEnd {
		if err := m.newSegment(need); err != nil {
			return nil, err
		}
		window = unsafe.Pointer(unsafe.SliceData(m.segments[len(m.segments)-1].values))
		flags |= frameSegment
	}
	fr, err := m.nextFrame()
	if err != nil {
		if flags&frameSegment != 0 {
			m.popSegment()
		}
		return nil, err
	}
	if code.needsArgs {
		for i, v := range args {
			(*val)(unsafe.Add(window, uintptr(i)*valSize)).set(v)
		}
		fr.argc, fr.args = uint32(len(args)), window
		flags |= frameArgs
		window = unsafe.Add(window, uintptr(extra)*valSize)
	}
	fr.flags = flags
	(*val)(window).set(object.Obj(f))
	(*val)(unsafe.Add(window, valSize)).set(this)
	for i := range code.numParams {
		v := object.Undefined
		if int(i) < len(args) {
			v = args[i]
		}
		(*val)(unsafe.Add(window, uintptr(i+2)*valSize)).set(v)
	}
	m.code, m.regs, m.pc = code, window, 0
	return fr, nil
}

func (m *Machine) newSegment(need uintptr) error {
	n := int(need/valSize) + 64
	if len(m.spare.values) < n {
		if err := m.agent.Charge(max(n, minSegment) * int(valSize)); err != nil {
			return err
		}
	}
	m.pushSegment(n)
	return nil
}

// nextFrame makes the frame that returns to the running function.
func (m *Machine) nextFrame() (*Frame, error) {
	if m.fp+1 >= len(m.frames) {
		if m.fp+1 >= m.MaxFrames {
			return nil, m.agent.StackOverflow()
		}
		if err := m.agent.Charge(len(m.frames) * int(frameSize)); err != nil {
			return nil, err
		}
		frames := make([]Frame, min(2*len(m.frames), m.MaxFrames))
		copy(frames, m.frames)
		m.frames = frames
	}
	m.fp++
	f := &m.frames[m.fp]
	f.code, f.regs, f.pc, f.dst, f.flags = m.code, m.regs, m.pc, 0, 0
	// What an earlier frame left behind: few have these, and a pointer is cheaper to
	// look at than to overwrite.
	if f.newTarget != nil {
		f.newTarget = nil
	}
	if f.co != nil {
		f.co = nil
	}
	return f, nil
}

// popFrame returns to the caller's state.
func (m *Machine) popFrame() *Frame {
	f := &m.frames[m.fp]
	m.code, m.regs, m.pc = f.code, f.regs, f.pc
	m.fp--
	if f.flags&frameSegment != 0 {
		m.popSegment()
	}
	return f
}

// execute runs the frame just pushed until it returns to the host.
func (m *Machine) execute() (object.Value, error) {
	clock, base, below := m.agent.ChargeClock(), m.nativeBase, m.heldBelow
	m.heldBelow, m.nativeBase = m.held(), m.nativeTop
	if m.hooked {
		m.runHooked()
	} else {
		m.run()
	}
	m.nativeBase, m.heldBelow = base, below
	m.agent.SetChargeClock(clock)
	m.leave = leaveNot
	v, err := m.result, m.err
	m.result, m.err = object.Undefined, nil
	return v, err
}

// held is the number of bytes that running natives have charged themselves.
func (m *Machine) held() uint64 {
	if m.nativeTop == m.nativeBase {
		return m.heldBelow
	}
	return m.heldBelow + m.agent.ChargeClock() - m.nativeClock[m.nativeBase]
}

// instr returns the instruction that is being executed by a slow path.
func (m *Machine) instr(pc int32) *bytecode.Instr {
	return (*bytecode.Instr)(unsafe.Add(unsafe.Pointer(m.code.base), int(pc)*instrSize))
}

// jump16 takes the jump of in, which has been executed.
func (m *Machine) jump16(in *bytecode.Instr) { m.pc += int32(int16(in.C)) }

func (m *Machine) jump32(in *bytecode.Instr) { m.pc += int32(in.BC()) }

// raise is what a slow path does with an error: it unwinds to the innermost
// handler, or leaves to the host.
func (m *Machine) raise(err error) {
	v, catchable := object.Catch(err)
	thrown, isThrown := err.(*object.Exception)
	if isThrown && thrown.Code == nil {
		thrown.Code, thrown.PC = m.code, m.pc-1
	}
	for {
		if catchable {
			pc := uint32(m.pc - 1)
			for i := range m.code.template.Handlers {
				if h := &m.code.template.Handlers[i]; pc >= h.Start && pc < h.End {
					m.reg(h.Reg).set(v)
					m.pc = int32(h.Target)
					if isThrown {
						m.caught = thrown
					}
					return
				}
			}
		}
		f := &m.frames[m.fp]
		if f.flags&frameCoroutine != 0 {
			if m.coroutineThrew(f.co, err) {
				return
			}
		}
		m.popFrame()
		if f.flags&frameEntry != 0 {
			m.err, m.leave = err, leaveResult
			return
		}
	}
}

// deliver hands the result of a frame that has been popped to whoever waits.
func (m *Machine) deliver(f *Frame, v object.Value) {
	if f.flags&frameEntry != 0 {
		m.result, m.leave = v.Clean(), leaveResult
		return
	}
	// The action is meaningful only with its flag: ordinary calls leave the
	// slot's old one in place.
	if f.flags&frameAction == 0 || f.action != actionDiscard {
		m.reg(f.dst).set(v)
	}
}
