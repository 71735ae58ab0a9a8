package interp

import (
	"math"
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

func init() {
	object.CallHook = callFromGo
	object.ConstructHook = constructFromGo
	object.CurrentRealmHook = currentRealm
	object.ActiveFunctionHook = activeFunction
}

// currentRealm is the realm of the running execution context: of the native
// function if one is running above the newest frame, else of the frame's code.
func currentRealm(a *object.Agent) *object.Realm {
	m := machineOf(a)
	if n := m.nativeTop; n > 0 && m.nativeFrame[n-1] == m.fp {
		return m.natives[n-1].Realm()
	}
	if m.code != nil {
		return m.code.realm
	}
	return m.hostRealm
}

func activeFunction(a *object.Agent) *object.Object {
	m := machineOf(a)
	if n := m.nativeTop; n > 0 && m.nativeFrame[n-1] == m.fp {
		return m.natives[n-1].Func
	}
	if m.code != nil {
		return m.get(0).ObjectOrNil()
	}
	return nil
}

// WithRealm runs f with r as the current realm when no script is running.
func (m *Machine) WithRealm(r *object.Realm, f func() error) error {
	old := m.hostRealm
	m.hostRealm = r
	defer func() { m.hostRealm = old }()
	return f()
}

// callFromGo is [[Call]] of closures and natives for Go code.
func callFromGo(a *object.Agent, f *object.Object, this object.Value, args []object.Value) (object.Value, error) {
	if err := a.EnterNative(); err != nil {
		return object.Undefined, err
	}
	v, err := machineOf(a).callFunction(f, this, args)
	a.LeaveNative()
	return v, err
}

func (m *Machine) callFunction(f *object.Object, this object.Value, args []object.Value) (object.Value, error) {
	if err := m.agent.Tick(1); err != nil {
		return object.Undefined, err
	}
	if f.Kind() == object.KindNative {
		return m.callNative(f, this, nil, unsafe.Pointer(unsafe.SliceData(args)), len(args))
	}
	code := closureOf(f).code
	if err := code.ensureLinked(); err != nil {
		return object.Undefined, err
	}
	if code.template.Flags&bytecode.FlagClassConstructor != 0 {
		return object.Undefined, m.classCallError(f)
	}
	if _, err := m.pushFrame(code, f, this, args, frameEntry); err != nil {
		return object.Undefined, err
	}
	return m.execute()
}

func (m *Machine) classCallError(f *object.Object) error {
	cl := closureOf(f)
	text := "Class constructors cannot be invoked without 'new'"
	if name := functionNameText(f); name != "" {
		text = "Class constructor " + name + " cannot be invoked without 'new'"
	}
	return object.Throw(object.Obj(m.agent.NewError(cl.code.realm.Intrinsic(object.IntrinsicTypeErrorPrototype), object.StrGo(text).AsString())))
}

func functionNameText(f *object.Object) string {
	switch f.Kind() {
	case object.KindClosure:
		if n := closureOf(f).name; n.IsString() {
			return n.AsString().String()
		}
	case object.KindNative:
		return object.Payload[object.Native](f).Name.AsString().String()
	}
	return ""
}

// callNative calls a built-in function with argc arguments at args.
func (m *Machine) callNative(f *object.Object, this object.Value, newTarget *object.Object, args unsafe.Pointer, argc int) (object.Value, error) {
	if m.nativeTop == len(m.natives) {
		m.natives = append(m.natives, new(object.Call))
		m.nativeFrame = append(m.nativeFrame, 0)
		m.nativeClock = append(m.nativeClock, 0)
	}
	c := m.natives[m.nativeTop]
	m.nativeFrame[m.nativeTop] = m.fp
	m.nativeClock[m.nativeTop] = m.agent.ChargeClock()
	m.nativeTop++
	c.Init(m.agent, f, this, newTarget, args, argc)
	v, err := object.Payload[object.Native](f).Fn(c)
	m.nativeTop--
	c.Init(nil, nil, object.Undefined, nil, nil, 0)
	if late := m.agent.Attend(); late != nil {
		return object.Undefined, late
	}
	return v, err
}

// slowCall is CALL when the loop cannot enter the callee by itself.
func slowCall(m *Machine, in *bytecode.Instr) {
	argc := 0
	switch in.Op {
	case bytecode.OpCALL:
		argc = int(in.B)
	case bytecode.OpCALL1:
		argc = 1
	case bytecode.OpCALL2:
		argc = 2
	}
	m.call(in.A, argc, in.C)
}

// call calls R[base] with this R[base+1] and argc arguments from R[base+2].
func (m *Machine) call(base uint16, argc int, dst uint16) {
	callee := m.reg(base)
	if callee.isObject() {
		f := (*object.Object)(callee.ref)
		switch f.Kind() {
		case object.KindNative:
			if err := m.agent.Tick(1); err != nil {
				m.raise(err)
				return
			}
			if n := object.Payload[object.Native](f); isLoopNative(n) && m.nativeInLoop(n, base, argc, dst) {
				return
			}
			if err := m.agent.EnterNative(); err != nil {
				m.raise(err)
				return
			}
			v, err := m.callNative(f, m.get(base+1), nil, unsafe.Pointer(m.reg(base+2)), argc)
			m.agent.LeaveNative()
			if err != nil {
				m.raise(err)
				return
			}
			m.reg(dst).set(v)
			return
		case object.KindClosure:
			cl := closureOf(f)
			if err := cl.code.ensureLinked(); err != nil {
				m.raise(err)
				return
			}
			if cl.code.template.Flags&bytecode.FlagClassConstructor != 0 {
				m.raise(m.classCallError(f))
				return
			}
			if err := m.agent.Tick(1); err != nil {
				m.raise(err)
				return
			}
			if err := m.pushWindow(cl.code, base, argc, dst, 0); err != nil {
				m.raise(err)
			}
			return
		}
	}
	f := m.get(base)
	if !object.IsCallable(f) {
		m.raise(m.notCallable(f))
		return
	}
	v, err := m.agent.Call(f, m.get(base+1), m.args(base+2, argc)...)
	m.finish(dst, v, err)
}

// args returns a copy of argc registers.
func (m *Machine) args(from uint16, argc int) []object.Value {
	vs := make([]object.Value, argc)
	for i := range vs {
		vs[i] = m.get(from + uint16(i))
	}
	return vs
}

// pushWindow enters code whose function, this and arguments are in the
// registers from base on; the window overlaps them where it can.
func (m *Machine) pushWindow(code *Code, base uint16, argc int, dst uint16, flags frameFlags) error {
	window := unsafe.Pointer(m.reg(base))
	args := unsafe.Add(window, 2*valSize)
	from := window
	if code.needsArgs {
		window = unsafe.Add(args, uintptr(argc)*valSize)
	}
	if uintptr(window)+code.frameSize > m.stackEnd {
		need := code.frameSize + uintptr(argc+2)*valSize
		if err := m.newSegment(need); err != nil {
			return err
		}
		flags |= frameSegment
		window = unsafe.Pointer(unsafe.SliceData(m.segments[len(m.segments)-1].values))
		if code.needsArgs {
			for i := range uintptr(argc) {
				*(*val)(unsafe.Add(window, i*valSize)) = *(*val)(unsafe.Add(args, i*valSize))
			}
			args = window
			window = unsafe.Add(window, uintptr(argc)*valSize)
		}
	}
	fr, err := m.nextFrame()
	if err != nil {
		if flags&frameSegment != 0 {
			m.popSegment()
		}
		return err
	}
	if window != from {
		n := uintptr(2)
		if window != from {
			n += uintptr(min(argc, int(code.numParams)))
		}
		for i := range n {
			*(*val)(unsafe.Add(window, i*valSize)) = *(*val)(unsafe.Add(from, i*valSize))
		}
	}
	if code.needsArgs {
		flags |= frameArgs
		fr.argc, fr.args = uint32(argc), args
	}
	for i := argc; i < int(code.numParams); i++ {
		(*val)(unsafe.Add(window, uintptr(i+2)*valSize)).bits = bitsUndefined
	}
	fr.dst, fr.flags = dst, flags
	m.code, m.regs, m.pc = code, window, 0
	return nil
}

// slowReturn is RETURN from frames that the loop does not pop by itself.
func slowReturn(m *Machine, in *bytecode.Instr) {
	v := object.Undefined
	if in.Op == bytecode.OpRETURN {
		v = m.get(in.A)
	}
	m.returnValue(v)
}

func (m *Machine) returnValue(v object.Value) {
	f := &m.frames[m.fp]
	if f.flags&frameCoroutine != 0 {
		m.coroutineReturned(f.co, v)
		return
	}
	if f.flags&frameConstruct != 0 && !v.IsObject() {
		if closureOf(m.get(0).AsObject()).derived {
			// 10.2.2 step 12: the callee's context is gone, the error is the caller's.
			f := m.popFrame()
			m.failed(f, m.agent.TypeError("Derived constructors may only return object or undefined"))
			return
		}
		v = m.get(1)
	}
	m.deliver(m.popFrame(), v)
}

// slowTailCall replaces the running frame by that of the callee (15.10). Where
// the frame cannot be reused it is a call followed by a return.
func slowTailCall(m *Machine, in *bytecode.Instr) {
	callee := m.get(in.A)
	f := &m.frames[m.fp]
	o := callee.ObjectOrNil()
	if o == nil || o.Kind() != object.KindClosure || f.flags&(frameConstruct|frameCoroutine) != 0 {
		m.tailCallNative(in)
		return
	}
	cl := closureOf(o)
	if err := cl.code.ensureLinked(); err != nil {
		m.raise(err)
		return
	}
	if cl.code.template.Flags&bytecode.FlagClassConstructor != 0 {
		m.raise(m.classCallError(o))
		return
	}
	if err := m.agent.Tick(1); err != nil {
		m.raise(err)
		return
	}
	if cl.code.needsArgs || f.flags&frameArgs != 0 || uintptr(m.regs)+cl.code.frameSize > m.stackEnd {
		m.tailCallCopy(in, cl.code, o)
		return
	}
	m.noteTailCall()
	argc := int(in.B)
	from := unsafe.Pointer(m.reg(in.A))
	n := 2 + min(argc, int(cl.code.numParams))
	for i := range uintptr(n) {
		*(*val)(unsafe.Add(m.regs, i*valSize)) = *(*val)(unsafe.Add(from, i*valSize))
	}
	for i := argc; i < int(cl.code.numParams); i++ {
		(*val)(unsafe.Add(m.regs, uintptr(i+2)*valSize)).bits = bitsUndefined
	}
	m.code, m.pc = cl.code, 0
}

// tailCallCopy takes the arguments aside, pops the frame and pushes the callee's.
func (m *Machine) tailCallCopy(in *bytecode.Instr, code *Code, callee *object.Object) {
	this, args := m.get(in.A+1), m.args(in.A+2, int(in.B))
	m.noteTailCall()
	f := *m.popFrame()
	fr, err := m.pushFrame(code, callee, this, args, f.flags&(frameEntry|frameAction)|frameTail)
	if err != nil {
		if f.flags&frameEntry != 0 {
			m.err, m.leave = err, leaveResult
			return
		}
		m.raise(err)
		return
	}
	fr.dst, fr.action = f.dst, f.action
}

// tailCallNative makes an ordinary call: of what has no frame of its own, or from
// a frame that has to stay. The RETURN that follows every TAILCALL returns R[A].
func (m *Machine) tailCallNative(in *bytecode.Instr) {
	m.call(in.A, int(in.B), in.A)
}

// tailRing remembers frames that tail calls replaced, for stack traces.
type tailRing struct {
	entries [32]tailEntry
	next    int
}

// tailEntry is a frame that was replaced; oldest: by the first of the tail calls
// that made the frame in its place.
type tailEntry struct {
	frame  StackFrame
	fp     int
	oldest bool
}

// noteTailCall remembers the running frame, which is about to be replaced.
func (m *Machine) noteTailCall() {
	f := &m.frames[m.fp]
	m.tails.entries[m.tails.next%len(m.tails.entries)] = tailEntry{m.runningFrame(m.regs, m.code, m.pc, f.flags), m.fp, f.flags&frameTail == 0}
	m.tails.next++
	f.flags |= frameTail
}

// forget drops the frames above depth fp, which have ended.
func (t *tailRing) forget(fp int) {
	for i := range min(t.next, len(t.entries)) {
		if t.entries[i].fp > fp {
			t.entries[i] = tailEntry{fp: math.MaxInt}
		}
	}
}

// replaced calls add for the frames that tail calls replaced by the one at depth
// fp, newest first, as far as they are remembered.
func (t *tailRing) replaced(fp int, add func(f StackFrame) bool) bool {
	for n := 1; n <= min(t.next, len(t.entries)); n++ {
		e := &t.entries[(t.next-n)%len(t.entries)]
		if e.fp < fp {
			break // of a frame that came after
		}
		if e.fp > fp {
			continue
		}
		if !add(e.frame) {
			return false
		}
		if e.oldest {
			break
		}
	}
	return true
}

// slowThrow is THROW, and RESUME with a throw completion.
func slowThrow(m *Machine, in *bytecode.Instr) {
	e := &object.Exception{Value: m.get(in.A).Clean()}
	if in.N == 1 && m.caught != nil && object.SameValue(m.caught.Value, e.Value) {
		e.Code, e.PC = m.caught.Code, m.caught.PC
	}
	m.raise(e)
}
