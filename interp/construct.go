package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// Construction: [[Construct]] of functions (10.2.2) and the objects it makes.

// constructFromGo is [[Construct]] of closures and natives for Go code.
func constructFromGo(a *object.Agent, f *object.Object, args []object.Value, newTarget *object.Object) (object.Value, error) {
	if err := a.EnterNative(); err != nil {
		return object.Undefined, err
	}
	v, err := machineOf(a).constructFunction(f, args, newTarget)
	a.LeaveNative()
	return v, err
}

func (m *Machine) constructFunction(f *object.Object, args []object.Value, newTarget *object.Object) (object.Value, error) {
	if err := m.agent.Tick(1); err != nil {
		return object.Undefined, err
	}
	if f.Kind() == object.KindNative {
		return m.callNative(f, object.Undefined, newTarget, unsafe.Pointer(unsafe.SliceData(args)), len(args))
	}
	if err := m.pushConstruct(f, newTarget, args, frameEntry); err != nil {
		return object.Undefined, err
	}
	return m.execute()
}

// pushConstruct pushes the frame of an ECMAScript function's [[Construct]] (10.2.2).
func (m *Machine) pushConstruct(f, newTarget *object.Object, args []object.Value, flags frameFlags) error {
	cl := closureOf(f)
	if err := cl.code.ensureLinked(); err != nil {
		return err
	}
	this := object.TDZ
	if !cl.derived {
		o, err := m.createThis(newTarget)
		if err != nil {
			return err
		}
		this = object.Obj(o)
	}
	fr, err := m.pushFrame(cl.code, f, this, args, flags|frameConstruct)
	if err != nil {
		return err
	}
	fr.newTarget = newTarget
	return nil
}

// createThis is OrdinaryCreateFromConstructor(newTarget, "%Object.prototype%").
// The shape for instances is remembered on the constructor.
func (m *Machine) createThis(newTarget *object.Object) (*object.Object, error) {
	a := m.agent
	if newTarget.Kind() == object.KindClosure {
		if c := closureOf(newTarget).instance; c != nil && c.fits(newTarget) {
			if err := a.Charge(instanceCharge); err != nil {
				return nil, err
			}
			o := object.NewWithShape(c.root, int(c.size))
			if c.calls < instanceSamples {
				c.learn(o)
			}
			return o, nil
		}
	}
	proto, err := object.GetPrototypeFromConstructor(a, newTarget, object.IntrinsicObjectPrototype)
	if err != nil {
		return nil, err
	}
	if err := a.Charge(instanceCharge); err != nil {
		return nil, err
	}
	root := a.RootShape(object.ClassObject, proto)
	if newTarget.Kind() == object.KindClosure {
		if r := newTarget.LookupForCache(a, a.NameKey(object.NamePrototype)); r.Kind == object.CacheData && r.Holder == nil {
			closureOf(newTarget).instance = &instanceCache{shape: newTarget.Shape(), slot: r.Slot, root: root, size: 4}
		}
	}
	return object.NewWithShape(root, 4), nil
}

// instanceCache remembers what a constructor's instances look like.
type instanceCache struct {
	shape *object.Shape // of the constructor
	slot  uint32        // of its prototype property
	root  *object.Shape // of new instances
	size  uint8         // slots to give them
	calls uint8
	last  *object.Object // the newest instance, while sizes are being learnt
}

// fits reports whether f makes what c says.
//
// OPT: prototype is a data property whose value is the one that the shape was made for
// (TestConstructorPrototypeChange).
func (c *instanceCache) fits(f *object.Object) bool {
	return c.shape == f.Shape() && f.SlotAt(c.slot).ObjectOrNil() == c.root.Proto()
}

const (
	instanceCharge   = 96 // bytes charged for an instance
	instanceSamples  = 8
	maxInstanceSlots = 16
)

// learn makes later instances as large as earlier ones have grown.
func (c *instanceCache) learn(o *object.Object) {
	if c.last != nil {
		c.size = uint8(min(c.last.Shape().SlotCount(), maxInstanceSlots))
	}
	c.last = o
	if c.calls++; c.calls == instanceSamples {
		c.last = nil
	}
}

func slowNew(m *Machine, in *bytecode.Instr) {
	if callee := m.reg(in.A); callee.isObject() {
		if f := (*object.Object)(callee.ref); f.Kind() == object.KindClosure && m.enterConstructor(f, in) {
			return
		}
	}
	m.construct(in.A, int(in.B), in.C, nil)
}

// enterConstructor is construct for a base constructor that has made objects before.
func (m *Machine) enterConstructor(f *object.Object, in *bytecode.Instr) bool {
	cl := closureOf(f)
	code, c, a := cl.code, cl.instance, m.agent
	window := unsafe.Pointer(m.reg(in.A))
	if c == nil || cl.derived || !code.linked || !c.fits(f) || uintptr(window)+code.frameSize > m.stackEnd || m.fp+1 >= len(m.frames) {
		return false
	}
	if a.Fuel <= 0 || a.MemoryLimit != 0 && a.Allocated+instanceCharge > a.MemoryLimit {
		return false
	}
	a.Fuel--
	a.Allocated += instanceCharge
	o := object.NewWithShape(c.root, int(c.size))
	if c.calls < instanceSamples {
		c.learn(o)
	}
	this := (*val)(unsafe.Add(window, valSize))
	this.ref, this.bits = unsafe.Pointer(o), tagObject
	if code.needsArgs {
		if err := m.pushWindow(code, in.A, int(in.B), in.C, frameConstruct); err != nil {
			m.raise(err)
			return true
		}
		m.frames[m.fp].newTarget = f
		return true
	}
	for i := uint32(in.B); i < code.numParams; i++ {
		(*val)(unsafe.Add(window, uintptr(i+2)*valSize)).bits = bitsUndefined
	}
	m.fp++
	fr := &m.frames[m.fp]
	fr.code, fr.regs, fr.pc = m.code, m.regs, m.pc
	fr.dst, fr.flags = in.C, frameConstruct
	fr.newTarget = f
	m.code, m.regs, m.pc = code, window, 0
	return true
}

// construct constructs R[base] with argc arguments from R[base+2]; newTarget
// nil means R[base].
func (m *Machine) construct(base uint16, argc int, dst uint16, newTarget *object.Object) {
	v := m.get(base)
	if !object.IsConstructor(v) {
		m.raise(m.notConstructor(v))
		return
	}
	f := v.AsObject()
	if newTarget == nil {
		newTarget = f
	}
	if err := m.agent.Tick(1); err != nil {
		m.raise(err)
		return
	}
	switch f.Kind() {
	case object.KindClosure:
		cl := closureOf(f)
		if err := cl.code.ensureLinked(); err != nil {
			m.raise(err)
			return
		}
		this := object.TDZ
		if !cl.derived {
			o, err := m.createThis(newTarget)
			if err != nil {
				m.raise(err)
				return
			}
			this = object.Obj(o)
		}
		m.reg(base + 1).set(this)
		if err := m.pushWindow(cl.code, base, argc, dst, frameConstruct); err != nil {
			m.raise(err)
			return
		}
		m.frames[m.fp].newTarget = newTarget
	case object.KindNative:
		if err := m.agent.EnterNative(); err != nil {
			m.raise(err)
			return
		}
		v, err := m.callNative(f, object.Undefined, newTarget, unsafe.Pointer(m.reg(base+2)), argc)
		m.agent.LeaveNative()
		m.finish(dst, v, err)
	default:
		o, err := m.agent.Construct(f, newTarget, m.args(base+2, argc)...)
		if err != nil {
			m.raise(err)
			return
		}
		m.reg(dst).set(object.Obj(o))
	}
}
