package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// site is a property access with its inline cache. The loop itself looks at
// shape, holder, slot and epoch (a data property, own or inherited); the other
// states are found by the slow paths: further shapes and accessors in poly,
// the addition of a property in newShape, a global lexical binding in box.
type site struct {
	shape    *object.Shape
	holder   *object.Object
	slot     uint32
	epoch    uint32
	newShape *object.Shape
	box      *val // global let
	constBox *val // global const, read only
	key      object.PropertyKey
	poly     []polyEntry
}

type polyEntry struct {
	shape  *object.Shape
	holder *object.Object
	slot   uint32
	epoch  uint32
	getter bool
}

const maxPoly = 4

// megamorphic is the cache that sites with too many shapes share.
type megamorphic struct {
	entries [512]megaEntry
}

type megaEntry struct {
	polyEntry
	key object.PropertyKey
}

// find returns what the slow caches of a site know about shape sh.
func (m *Machine) find(s *site, sh *object.Shape) *polyEntry {
	for i := range s.poly {
		if e := &s.poly[i]; e.shape == sh && (e.holder == nil || e.epoch == m.agent.ProtoEpoch) {
			return e
		}
	}
	if len(s.poly) == maxPoly && m.mega != nil {
		e := m.megaSlot(s, sh)
		if e.shape == sh && e.key == s.key && (e.holder == nil || e.epoch == m.agent.ProtoEpoch) {
			return &e.polyEntry
		}
	}
	return nil
}

func (m *Machine) megaSlot(s *site, sh *object.Shape) *megaEntry {
	if m.mega == nil {
		m.mega = &megamorphic{}
	}
	h := uint32(uintptr(unsafe.Pointer(sh))>>4) ^ s.key.Hash()
	return &m.mega.entries[(h^h>>9)%uint32(len(m.mega.entries))]
}

// remember adds what a lookup found to the caches of a site.
func (m *Machine) remember(s *site, sh *object.Shape, r object.CacheResult) {
	e := polyEntry{shape: sh, holder: r.Holder, slot: r.Slot, epoch: m.agent.ProtoEpoch, getter: r.Kind == object.CacheGetter}
	if !e.getter && (s.shape == nil || s.shape == sh) {
		s.shape, s.holder, s.slot, s.epoch = sh, e.holder, e.slot, e.epoch
		return
	}
	for i := range s.poly {
		if s.poly[i].shape == sh {
			s.poly[i] = e
			return
		}
	}
	if len(s.poly) < maxPoly {
		// An entry that an epoch has passed by makes room first.
		s.poly = append(s.poly, e)
		return
	}
	*m.megaSlot(s, sh) = megaEntry{e, s.key}
}

// load reads a cached data property.
func (e *polyEntry) load(o *object.Object) object.Value {
	if e.holder != nil {
		o = e.holder
	}
	return *o.SlotAt(e.slot)
}

// getField is o[site key] with the receiver this for a miss of the loop's
// cache. done is false if a getter was called in a frame of its own: then its
// result goes to dst.
func (m *Machine) getField(o *object.Object, s *site, this object.Value, dst uint16) (v object.Value, done bool, err error) {
	if o == m.code.behind {
		if v, done = m.getContextField(s); !done {
			v, err = o.GetV(m.agent, s.key, this)
		}
		return v, true, err
	}
	e := m.find(s, o.Shape())
	if e == nil {
		r := o.LookupForCache(m.agent, s.key)
		switch r.Kind {
		case object.CacheNone:
			v, err = o.GetV(m.agent, s.key, this)
			return v, true, err
		case object.CacheMissing:
			return object.Undefined, true, nil
		}
		m.remember(s, o.Shape(), r)
		e = &polyEntry{holder: r.Holder, slot: r.Slot, getter: r.Kind == object.CacheGetter}
	}
	v = e.load(o)
	if !e.getter {
		return v, true, nil
	}
	get := v.AsAccessor().Get
	if get == nil {
		return object.Undefined, true, nil
	}
	if get.Kind() == object.KindNative && object.Payload[object.Native](get).Magic == object.MagicTypedLength {
		if t := object.TypedArrayOf(this); t != nil {
			// OPT: the getter does nothing else (TestTypedLength).
			return object.IntN(t.Length()), true, m.agent.Tick(1)
		}
	}
	return m.callInLoop(get, this, dst, actionStore)
}

// callInLoop calls f with at most a few arguments for the running frame: a
// closure gets a frame whose result goes to dst as act says (done is false), anything
// else is called at once.
func (m *Machine) callInLoop(f *object.Object, this object.Value, dst uint16, act action, args ...object.Value) (v object.Value, done bool, err error) {
	if f.Kind() == object.KindClosure {
		cl := closureOf(f)
		if err := cl.code.ensureLinked(); err != nil {
			return object.Undefined, true, err
		}
		if cl.code.template.Flags&bytecode.FlagClassConstructor == 0 {
			fr, err := m.pushFrame(cl.code, f, this, args, frameAction)
			if err != nil {
				return object.Undefined, true, err
			}
			fr.dst, fr.action = dst, act
			return object.Undefined, false, m.agent.Tick(1)
		}
	}
	v, err = m.agent.Call(object.Obj(f), this, args...)
	return v, true, err
}

func slowGetField(m *Machine, in *bytecode.Instr) {
	b := m.get(in.B)
	s := m.code.site(in.C)
	var v object.Value
	var err error
	done := true
	if o := b.ObjectOrNil(); o != nil {
		v, done, err = m.getField(o, s, b, in.A)
	} else {
		v, err = m.getPrimitiveField(b, s.key)
	}
	if err != nil {
		m.raise(err)
	} else if done {
		m.reg(in.A).set(v)
	}
}

// getPrimitiveField is GetV for a primitive.
func (m *Machine) getPrimitiveField(b object.Value, k object.PropertyKey) (object.Value, error) {
	if b.IsNullish() {
		return object.Undefined, object.ReadFailure(m.agent, b, k)
	}
	return object.GetV(m.agent, b, k)
}

func slowGetLength(m *Machine, in *bytecode.Instr) {
	if b := m.reg(in.B); b.bits == tagString {
		m.reg(in.A).set(object.IntN(b.value().AsString().Len()))
		return
	}
	slowGetField(m, in)
}

func slowGetMethod(m *Machine, in *bytecode.Instr) {
	b := m.get(in.B)
	s := m.code.site(in.C)
	var v object.Value
	var err error
	if o := b.ObjectOrNil(); o != nil {
		var done bool
		if e := m.find(s, o.Shape()); e != nil && !e.getter {
			v = e.load(o)
		} else if v, done, err = m.getField(o, s, b, in.A); !done && err == nil {
			// The getter's result arrives in R[A]; this is set in the caller's
			// window, which the getter's does not overlap.
			callerReg(m, in.A+1).set(b)
			return
		}
	} else if b.IsString() {
		v, err = m.stringMethod(b, s)
	} else {
		v, err = m.getPrimitiveField(b, s.key)
	}
	if err != nil {
		m.raise(err)
		return
	}
	m.reg(in.A).set(v)
	m.reg(in.A + 1).set(b)
}

// callerReg is a register of the frame that called the one just pushed.
func callerReg(m *Machine, i uint16) *val {
	return (*val)(unsafe.Add(m.frames[m.fp].regs, uintptr(i)*valSize))
}

// stringMethod looks a method of String.prototype up through the site's cache,
// which for primitives is keyed by the prototype's shape.
func (m *Machine) stringMethod(b object.Value, s *site) (object.Value, error) {
	proto := m.code.realm.Intrinsic(object.IntrinsicStringPrototype)
	if e := m.find(s, proto.Shape()); e != nil && e.holder == proto {
		return e.load(proto), nil
	}
	v, err := object.GetV(m.agent, b, s.key)
	if err == nil {
		if r := proto.LookupForCache(m.agent, s.key); r.Kind == object.CacheData && r.Holder == nil {
			r.Holder = proto
			s.poly = append(s.poly[:0:0], polyEntry{shape: proto.Shape(), holder: proto, slot: r.Slot, epoch: m.agent.ProtoEpoch})
		}
	}
	return v, err
}

func slowSetField(m *Machine, in *bytecode.Instr) {
	target, v := m.get(in.A), m.get(in.B)
	s := m.code.site(in.C)
	o := target.ObjectOrNil()
	if o == nil {
		m.setOnPrimitive(target, s.key, v, in.N&1 != 0)
		return
	}
	if o == m.code.behind {
		if !m.setContextField(s, v) {
			m.setProperty(o, s.key, v, in.N&1 != 0)
		}
		return
	}
	a := m.agent
	sh := o.Shape()
	if s.newShape != nil && s.shape == sh && s.epoch == a.ProtoEpoch {
		o.PushSlot(sh.SlotCount(), v, s.newShape)
		return
	}
	for i := range s.poly {
		if e := &s.poly[i]; e.shape == sh && !e.getter {
			o.SlotAt(e.slot).SetHeap(v)
			return
		}
	}
	if next := o.AddForCache(a, s.key); next != nil {
		if err := a.Charge(int(valSize)); err != nil {
			m.raise(err)
			return
		}
		o.PushSlot(sh.SlotCount(), v, next)
		s.shape, s.newShape, s.holder, s.epoch, s.slot = sh, next, nil, a.ProtoEpoch, sh.SlotCount()
		return
	}
	r := o.LookupForCache(a, s.key)
	sh = o.Shape() // the lookup may have made the properties of a function
	if r.Kind == object.CacheData && r.Holder == nil && r.Attrs&object.AttrWritable != 0 {
		o.SlotAt(r.Slot).SetHeap(v)
		switch {
		case s.shape == nil || s.newShape != nil || s.shape == sh:
			s.shape, s.newShape, s.holder, s.slot = sh, nil, nil, r.Slot
		case len(s.poly) < maxPoly:
			s.poly = append(s.poly, polyEntry{shape: sh, slot: r.Slot})
		default:
			s.shape, s.slot = sh, r.Slot
		}
		return
	}
	if r.Kind == object.CacheGetter {
		holder := o
		if r.Holder != nil {
			holder = r.Holder
		}
		if set := holder.SlotAt(r.Slot).AsAccessor().Set; set != nil {
			if _, _, err := m.callInLoop(set, target, 0, actionDiscard, v); err != nil {
				m.raise(err)
			}
			return
		}
	}
	m.setProperty(o, s.key, v, in.N&1 != 0)
}

// setProperty is PutValue on an object.
func (m *Machine) setProperty(o *object.Object, k object.PropertyKey, v object.Value, strict bool) {
	if err := o.Set(m.agent, k, v, strict); err != nil {
		m.raise(err)
	}
}

// setOnPrimitive is PutValue (6.2.5.6) on a base that is not an object.
func (m *Machine) setOnPrimitive(base object.Value, k object.PropertyKey, v object.Value, strict bool) {
	a := m.agent
	if base.IsNullish() {
		m.raise(a.TypeError("Cannot set properties of %s (setting '%s')", a.Describe(base), object.KeyText(k)))
		return
	}
	o, err := object.ToObject(a, base)
	if err == nil {
		var ok bool
		if ok, err = o.SetV(a, k, v, base); err == nil && !ok && strict {
			err = a.SetFailure(base, k)
		}
	}
	if err != nil {
		m.raise(err)
	}
}

func slowInitField(m *Machine, in *bytecode.Instr) {
	if !m.is(in.A, anObject) {
		return
	}
	o, v := m.get(in.A).AsObject(), m.get(in.B)
	s := m.code.site(in.C)
	sh := o.Shape()
	if s.newShape != nil && s.shape == sh {
		o.PushSlot(sh.SlotCount(), v, s.newShape)
		return
	}
	if next := o.DefineForCache(m.agent, s.key); next != nil {
		o.PushSlot(sh.SlotCount(), v, next)
		s.shape, s.newShape = sh, next
		return
	}
	if err := o.CreateDataPropertyOrThrow(m.agent, s.key, v); err != nil {
		m.raise(err)
	}
}
