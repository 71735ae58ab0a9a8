package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// Coroutine is the resume record of a generator, async function or async
// generator: its register window and program counter while it is suspended.
// Suspending copies the window out and resuming copies it back; no goroutine
// is involved.
type Coroutine struct {
	kind  coKind
	state coState
	// first: an async function that has not been suspended yet, so that its
	// caller still waits for the promise.
	first bool
	dst   uint16 // register for what is sent
	pc    int32
	code  *Code
	regs  []object.Value
	args  []object.Value // if the function needs its arguments later

	newTarget *object.Object
	object    *object.Object // the generator object, or the promise of an async function
	queue     []asyncRequest // of an async generator
	host      object.Value   // host-defined slot of the job that continues it
}

type coKind uint8

const (
	coGenerator coKind = iota
	coAsync
	coAsyncGenerator
)

type coState uint8

const (
	coSuspendedStart coState = iota
	coSuspendedYield
	coRunning
	coAwaitingReturn
	coDraining
	coCompleted
)

// ClassGenerator and ClassAsyncGenerator are the classes of generator objects
// (27.5.2, 27.6.2); the payload is a Coroutine.
var (
	ClassGenerator      = &object.Class{Name: "Generator", Kind: object.KindOther, Trace: traceCoroutine}
	ClassAsyncGenerator = &object.Class{Name: "AsyncGenerator", Kind: object.KindOther, Trace: traceCoroutine}
)

func traceCoroutine(o *object.Object, v object.Visitor) {
	object.Payload[Coroutine](o).trace(v)
}

func (co *Coroutine) trace(v object.Visitor) {
	for _, x := range co.regs {
		v.Value(x)
	}
	for _, x := range co.args {
		v.Value(x)
	}
	for i := range co.queue {
		v.Value(co.queue[i].value)
	}
}

func generatorCoroutine(o *object.Object) *Coroutine {
	switch o.Class() {
	case ClassGenerator, ClassAsyncGenerator:
		return (*Coroutine)(o.Ext())
	}
	return nil
}

// save copies the running frame's window into co.
func (m *Machine) save(co *Coroutine) error {
	n := int(m.code.template.NumRegs)
	if cap(co.regs) < n {
		if err := m.agent.Charge(n * int(valSize)); err != nil {
			return err
		}
		co.regs = make([]object.Value, n)
	}
	co.regs = co.regs[:n]
	for i := range co.regs {
		co.regs[i] = (*val)(unsafe.Add(m.regs, uintptr(i)*valSize)).value()
	}
	co.code, co.pc = m.code, m.pc
	if f := &m.frames[m.fp]; f.flags&frameArgs != 0 {
		co.args = make([]object.Value, f.argc)
		for i := range co.args {
			co.args[i] = (*val)(unsafe.Add(f.args, uintptr(i)*valSize)).value()
		}
	}
	return nil
}

// restore pushes a frame for a suspended coroutine.
func (m *Machine) restore(co *Coroutine, flags frameFlags) (*Frame, error) {
	window := m.top()
	if uintptr(window)+co.code.frameSize > m.stackEnd {
		if err := m.newSegment(co.code.frameSize); err != nil {
			return nil, err
		}
		flags |= frameSegment
		window = unsafe.Pointer(unsafe.SliceData(m.segments[len(m.segments)-1].values))
	}
	f, err := m.nextFrame()
	if err != nil {
		if flags&frameSegment != 0 {
			m.popSegment()
		}
		return nil, err
	}
	f.flags, f.co = flags|frameCoroutine, co
	for i := range co.regs {
		(*val)(unsafe.Add(window, uintptr(i)*valSize)).set(co.regs[i])
	}
	clear(co.regs)
	m.code, m.regs, m.pc = co.code, window, co.pc
	co.state = coRunning
	return f, nil
}

// extInitGenerator is the end of FunctionDeclarationInstantiation for
// generators (15.5.2, 15.6.2).
func extInitGenerator(m *Machine, in *bytecode.Instr) {
	f := m.get(0).AsObject()
	kind, class, id := coGenerator, ClassGenerator, object.IntrinsicGeneratorPrototype
	if m.code.template.Flags&bytecode.FlagAsync != 0 {
		kind, class, id = coAsyncGenerator, ClassAsyncGenerator, object.IntrinsicAsyncGeneratorPrototype
	}
	proto, err := object.GetPrototypeFromConstructor(m.agent, f, id)
	if err != nil {
		m.raise(err)
		return
	}
	co := &Coroutine{kind: kind}
	if err := m.save(co); err != nil {
		m.raise(err)
		return
	}
	co.object = object.New(m.agent, class, proto, co)
	m.deliver(m.popFrame(), object.Obj(co.object))
}

// extInitAsync gives the running async function its promise (27.7.5.1).
func extInitAsync(m *Machine, in *bytecode.Instr) {
	f := &m.frames[m.fp]
	co := m.freeCo
	if m.freeCo = nil; co == nil {
		co = &Coroutine{}
	}
	co.kind, co.state, co.first, co.object = coAsync, coRunning, true, newPromise(m.agent, m.code.realm)
	f.co = co
	f.flags |= frameCoroutine
}

// endAsync ends the coroutine of an async function. The next takes it over if this one
// was never suspended: then nothing refers to it.
func (m *Machine) endAsync(co *Coroutine) {
	if co.state = coCompleted; co.code == nil {
		*co = Coroutine{}
		m.freeCo = co
	}
}

func slowYield(m *Machine, in *bytecode.Instr) { m.yield(in, false) }

func slowYieldRaw(m *Machine, in *bytecode.Instr) { m.yield(in, true) }

// yield suspends the running generator (27.5.3.7, 27.6.3.8).
func (m *Machine) yield(in *bytecode.Instr, raw bool) {
	v := m.get(in.A)
	co := m.frames[m.fp].co
	if co.kind == coAsyncGenerator {
		m.asyncGeneratorYield(co, v, in.B)
		return
	}
	co.dst = in.B
	if err := m.save(co); err != nil {
		m.raise(err)
		return
	}
	co.state = coSuspendedYield
	f := m.popFrame()
	switch {
	case f.action == actionIterNext && f.flags&frameAction != 0 && !raw:
		// OPT: for-of takes the value without a result object, which nothing
		// else could see (TestForOfGenerator).
		next := m.instr(m.pc - 1)
		m.reg(next.B).set(v)
		m.reg(next.A + 2).bits = bitsFalse
		m.pc++
	case raw:
		m.deliver(f, v)
	default:
		m.deliver(f, object.Obj(object.CreateIterResultObject(m.agent, v, false)))
	}
}

// coroutineReturned ends the running coroutine with a return completion.
func (m *Machine) coroutineReturned(co *Coroutine, v object.Value) {
	switch co.kind {
	case coGenerator:
		co.finish()
		f := m.popFrame()
		if f.action == actionIterNext && f.flags&frameAction != 0 {
			m.pc++
			m.jump16(m.instr(m.pc - 1))
			return
		}
		m.deliver(f, object.Obj(object.CreateIterResultObject(m.agent, v, true)))
	case coAsync:
		co.state = coCompleted
		realm := m.code.realm
		f := *m.popFrame() // resolving may call script, which uses the slot
		if err := ResolvePromise(m.agent, realm, co.object, v); err != nil {
			m.failed(&f, err)
			return
		}
		m.leaveAsync(&f, co)
		m.endAsync(co)
	default:
		m.asyncGeneratorDone(co, v, nil)
	}
}

// failed reports an error for which no handler of the frame just popped may look.
func (m *Machine) failed(f *Frame, err error) {
	if f.flags&frameEntry != 0 {
		m.err, m.leave = err, leaveResult
		return
	}
	m.raise(err)
}

// leaveAsync gives an async function's caller its promise the first time, and
// the job that resumed it nothing later.
func (m *Machine) leaveAsync(f *Frame, co *Coroutine) {
	v := object.Undefined
	if co.first {
		co.first = false
		v = object.Obj(co.object)
	}
	m.deliver(f, v)
}

// coroutineThrew ends the running coroutine with an error; it reports whether
// the error has been dealt with.
func (m *Machine) coroutineThrew(co *Coroutine, err error) bool {
	v, catchable := object.Catch(err)
	if !catchable || co.kind == coGenerator {
		co.finish()
		return false
	}
	if co.kind == coAsync {
		co.state = coCompleted
		f := m.popFrame()
		RejectPromise(m.agent, co.object, v)
		m.leaveAsync(f, co)
		m.endAsync(co)
		return true
	}
	m.asyncGeneratorDone(co, v, err)
	return true
}

func (co *Coroutine) finish() {
	co.state = coCompleted
	co.regs, co.args, co.code = nil, nil, nil
}

// Natives that the loop runs itself are marked with these magic numbers.
const (
	magicNext   = -10
	magicThrow  = magicNext - int32(resumeThrow)
	magicReturn = magicNext - int32(resumeReturn)
)

// generatorInLoop calls a generator's next, throw or return without recursion; it
// reports false if the native has to be called after all.
func (m *Machine) generatorInLoop(n *object.Native, base uint16, argc int, dst uint16) bool {
	this := m.reg(base + 1)
	if !this.isObject() {
		return false
	}
	o := (*object.Object)(this.ref)
	if o.Class() != ClassGenerator {
		return false
	}
	co := (*Coroutine)(o.Ext())
	if co.state != coSuspendedYield && co.state != coSuspendedStart {
		return false
	}
	mode := generatorMode(n)
	if co.state == coSuspendedStart && mode != resumeNext {
		return false
	}
	v := object.Undefined
	if argc > 0 {
		v = m.get(base + 2)
	}
	m.resumeInLoop(co, mode, v, dst, 0, actionStore)
	return true
}

func generatorMode(n *object.Native) uint32 { return uint32(magicNext - n.Magic) }

// resumeInLoop continues a suspended generator in a frame above the running one.
func (m *Machine) resumeInLoop(co *Coroutine, mode uint32, v object.Value, dst uint16, flags frameFlags, act action) {
	start := co.state == coSuspendedStart
	f, err := m.restore(co, flags)
	if err != nil {
		m.raise(err)
		return
	}
	f.dst, f.action = dst, act
	if start {
		return
	}
	m.reg(co.dst).set(v)
	m.reg(co.dst + 1).set(object.Int(int32(mode)))
}

// resumeForLoop is next for a for-of loop over a generator.
func (m *Machine) resumeForLoop(co *Coroutine, in *bytecode.Instr) {
	switch co.state {
	case coCompleted:
		m.pc++
		m.jump16(m.instr(m.pc - 1))
	case coRunning:
		m.raise(m.agent.TypeError("Generator is already running"))
	default:
		if err := m.agent.Tick(1); err != nil {
			m.raise(err)
			return
		}
		m.resumeInLoop(co, resumeNext, object.Undefined, in.B, frameAction, actionIterNext)
	}
}

// resumeFromGo continues a suspended generator until it yields or ends.
func (m *Machine) resumeFromGo(co *Coroutine, mode uint32, v object.Value) (object.Value, error) {
	start := co.state == coSuspendedStart
	if _, err := m.restore(co, frameEntry); err != nil {
		return object.Undefined, err
	}
	if !start {
		m.reg(co.dst).set(v)
		m.reg(co.dst + 1).set(object.Int(int32(mode)))
	}
	return m.execute()
}

// GeneratorResume is 27.5.3.3 and 27.5.3.4 (GeneratorResumeAbrupt): the common
// part of the methods of generators. method is their name for messages.
func generatorResume(c *object.Call, mode uint32, method string) (object.Value, error) {
	a := c.Agent
	co := object.PayloadOf[Coroutine](c.This, ClassGenerator)
	if co == nil {
		return object.Undefined, a.TypeError("Method [Generator].prototype.%s called on incompatible receiver %s", method, a.Describe(c.This))
	}
	v := c.Arg(0)
	switch co.state {
	case coRunning:
		return object.Undefined, a.TypeError("Generator is already running")
	case coSuspendedStart:
		if mode != resumeNext {
			co.finish()
		}
	}
	if co.state == coCompleted {
		switch mode {
		case resumeNext:
			v = object.Undefined
		case resumeThrow:
			return object.Undefined, object.Throw(v)
		}
		return object.Obj(object.CreateIterResultObject(a, v, true)), nil
	}
	return machineOf(a).resumeFromGo(co, mode, v)
}

// 27.5.1.2 %GeneratorPrototype%.next ( value ), https://tc39.es/ecma262/#sec-generator.prototype.next
func generatorPrototypeNext(c *object.Call) (object.Value, error) {
	return generatorResume(c, resumeNext, "next")
}

// 27.5.1.3 %GeneratorPrototype%.return ( value ), https://tc39.es/ecma262/#sec-generator.prototype.return
func generatorPrototypeReturn(c *object.Call) (object.Value, error) {
	return generatorResume(c, resumeReturn, "return")
}

// 27.5.1.4 %GeneratorPrototype%.throw ( exception ), https://tc39.es/ecma262/#sec-generator.prototype.throw
func generatorPrototypeThrow(c *object.Call) (object.Value, error) {
	return generatorResume(c, resumeThrow, "throw")
}

func init() {
	object.DefineIntrinsic(object.IntrinsicGeneratorPrototype, object.Spec{
		Proto: object.IntrinsicIteratorPrototype,
		Props: []object.Prop{
			{Name: "constructor", Ref: object.IntrinsicGeneratorFunctionPrototype, Attrs: object.AttrConfigurable},
			object.MethodMagic("next", 1, generatorPrototypeNext, magicNext),
			object.MethodMagic("return", 1, generatorPrototypeReturn, magicReturn),
			object.MethodMagic("throw", 1, generatorPrototypeThrow, magicThrow),
			object.ToStringTag("Generator"),
		},
	})
}

// slowAwait is Await (27.7.5.3).
func slowAwait(m *Machine, in *bytecode.Instr) {
	a := m.agent
	f := &m.frames[m.fp]
	co := f.co
	p, err := promiseResolveIntrinsic(a, m.code.realm, m.get(in.A))
	if err != nil {
		m.raise(err)
		return
	}
	co.dst = in.B
	if err := m.save(co); err != nil {
		m.raise(err)
		return
	}
	awaitPromise(a, p, co)
	fr := m.popFrame()
	if co.kind == coAsync {
		m.leaveAsync(fr, co)
		return
	}
	m.deliver(fr, object.Undefined)
}

// resumeAwait continues a coroutine after the promise that it awaited was settled.
func (m *Machine) resumeAwait(co *Coroutine, v object.Value, rejected bool) error {
	if co.state == coCompleted || co.code == nil {
		return nil
	}
	if _, err := m.restore(co, frameEntry); err != nil {
		return err
	}
	if rejected {
		m.raise(object.Throw(v))
		if m.leave != leaveNot {
			_, err := m.takeResult()
			return err
		}
	} else {
		m.reg(co.dst).set(v)
	}
	_, err := m.execute()
	return err
}

// takeResult is the end of execute for a frame that left before the loop ran.
func (m *Machine) takeResult() (object.Value, error) {
	m.leave = leaveNot
	v, err := m.result, m.err
	m.result, m.err = object.Undefined, nil
	return v, err
}
