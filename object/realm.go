package object

import (
	"slices"
	"unsafe"
	"weak"
)

// Realm is the record of 9.3: a set of intrinsics, a global object and what
// belongs to them. Intrinsics are made from static specifications when they
// are first touched.
type Realm struct {
	Agent      *Agent
	intrinsics []*[intrinsicChunk]*Object // nil where none of a chunk has been made

	GlobalObject *Object
	GlobalThis   *Object
	// Sandbox is the object that a contextified global asks first, else nil.
	Sandbox *Object
	// GlobalEnv is the interpreter's record of global lexical declarations
	// and names declared with var.
	GlobalEnv unsafe.Pointer
	// Codes are the interpreter's linked templates.
	Codes any

	// Jobs is the queue that jobs of this realm go to; realms share the
	// agent's unless their context has microtasks of its own.
	Jobs *JobQueue

	// HostDefined belongs to the embedder (9.3, [[HostDefined]]).
	HostDefined any

	caches realmCaches

	// Random state, stack trace limit and other per-realm state of chapters.
	ChapterData map[any]any
}

// Job is a job abstract closure (9.5) with the host-defined slot that is
// current when it runs.
type Job struct {
	Run   func(a *Agent, j *Job) error
	Realm *Realm
	Host  Value // of the embedder: an AsyncLocalStorage frame, a referrer
	// Arguments of Run: no closure holds a Value.
	Args [4]Value
	Data any
}

// JobQueue is a first-in first-out queue of jobs.
type JobQueue struct {
	jobs []Job
	head int
}

// Push appends a job.
func (q *JobQueue) Push(j Job) { q.jobs = append(q.jobs, j) }

// Pop removes the first job.
func (q *JobQueue) Pop() (j Job, ok bool) {
	if q.head == len(q.jobs) {
		return j, false
	}
	j = q.jobs[q.head]
	q.jobs[q.head] = Job{}
	q.head++
	if q.head == len(q.jobs) {
		q.jobs, q.head = q.jobs[:0], 0
	} else if q.head > 1024 && q.head > len(q.jobs)/2 {
		n := copy(q.jobs, q.jobs[q.head:])
		clear(q.jobs[n:])
		q.jobs, q.head = q.jobs[:n], 0
	}
	return j, true
}

// Len returns the number of waiting jobs.
func (q *JobQueue) Len() int { return len(q.jobs) - q.head }

// Clear drops all jobs.
func (q *JobQueue) Clear() { *q = JobQueue{} }

// Trace visits what the waiting jobs refer to.
func (q *JobQueue) Trace(v Visitor) {
	for i := q.head; i < len(q.jobs); i++ {
		j := &q.jobs[i]
		v.Value(j.Host)
		for _, x := range j.Args {
			v.Value(x)
		}
		if j.Realm != nil {
			v.Realm(j.Realm)
		}
	}
}

// NewRealm returns a realm of agent a without a global object.
func (a *Agent) NewRealm() *Realm {
	r := &Realm{Agent: a, intrinsics: make([]*[intrinsicChunk]*Object, (len(specs)+intrinsicChunk-1)/intrinsicChunk)}
	if len(a.realms) >= a.purgeRealms {
		a.realms = slices.DeleteFunc(a.realms, func(w weak.Pointer[Realm]) bool { return w.Value() == nil })
		a.purgeRealms = 2*len(a.realms) + 16 // so that a realm costs the same however many there are
	}
	a.realms = append(a.realms, weak.Make(r))
	return r
}

// Realms returns the realms of the agent that are alive.
func (a *Agent) Realms() []*Realm {
	var rs []*Realm
	for _, w := range a.realms {
		if r := w.Value(); r != nil {
			rs = append(rs, r)
		}
	}
	return rs
}

// CurrentRealm is the current Realm Record (9.4).
func (a *Agent) CurrentRealm() *Realm {
	return CurrentRealmHook(a)
}

// TraceRealmHook visits what the interpreter and the chapters keep in a realm:
// GlobalEnv, Codes, ChapterData; set by interp.
var TraceRealmHook func(r *Realm, v Visitor)

// trace visits what the realm refers to.
func (r *Realm) trace(v Visitor) {
	r.eachIntrinsic(v.Object)
	if r.GlobalObject != nil {
		v.Object(r.GlobalObject)
	}
	if r.GlobalThis != nil {
		v.Object(r.GlobalThis)
	}
	if r.Jobs != nil {
		r.Jobs.Trace(v)
	}
	if TraceRealmHook != nil {
		TraceRealmHook(r, v)
	}
}

// Intrinsic names a well-known intrinsic object (6.1.7.4).
type Intrinsic uint16

// Spec describes an intrinsic: an object that every realm makes for itself.
// Specs are static and shared; the functions in them are static Go functions.
type Spec struct {
	// Proto is the intrinsic that is the prototype. NoIntrinsic means
	// %Object.prototype%, or %Function.prototype% for functions.
	Proto Intrinsic
	// NullProto makes the prototype null.
	NullProto bool

	// Fn makes the intrinsic a function; Constructor one with [[Construct]],
	// whose NewTarget tells a call from a construction.
	Fn          NativeFunction
	Name        string
	Length      int
	Constructor bool
	Magic       int32

	// Class and Payload are set for intrinsics that are exotic or have
	// internal slots (Array.prototype is an array).
	Class   *Class
	Payload func(r *Realm) unsafe.Pointer

	// Props are the own properties after length and name.
	Props []Prop

	// Init runs once after the object is made; for the few that need it.
	Init func(r *Realm, o *Object)
}

// Prop is an own property of an intrinsic, made when it is first touched.
type Prop struct {
	Name   string  // or
	Symbol *Symbol // not nil
	Attrs  Attributes

	Fn     NativeFunction // method, or getter if Attrs has AttrAccessor
	Setter NativeFunction
	Length int
	Magic  int32
	FnName string // if it differs from what the key gives

	Ref   Intrinsic            // the value is an intrinsic; of an accessor, both functions are
	Value Value                // or this primitive
	Alias string               // or the value of this earlier property
	Make  func(r *Realm) Value // or what this returns
}

// Method is a property that is a built-in function.
func Method(name string, length int, fn NativeFunction) Prop {
	return Prop{Name: name, Length: length, Fn: fn, Attrs: AttrMethod}
}

// MethodMagic is Method for functions that share their code.
func MethodMagic(name string, length int, fn NativeFunction, magic int32) Prop {
	return Prop{Name: name, Length: length, Fn: fn, Attrs: AttrMethod, Magic: magic}
}

// SymbolMethod is a method whose key is a symbol, with attributes AttrMethod.
func SymbolMethod(s *Symbol, length int, fn NativeFunction) Prop {
	return Prop{Symbol: s, Length: length, Fn: fn, Attrs: AttrMethod}
}

// Getter is an accessor property without a setter.
func Getter(name string, fn NativeFunction) Prop {
	return Prop{Name: name, Fn: fn, Attrs: AttrConfigurable | AttrAccessor}
}

// GetterSetter is an accessor property.
func GetterSetter(name string, get, set NativeFunction) Prop {
	return Prop{Name: name, Fn: get, Setter: set, Attrs: AttrConfigurable | AttrAccessor}
}

// SymbolGetter is an accessor property whose key is a symbol.
func SymbolGetter(s *Symbol, fn NativeFunction) Prop {
	return Prop{Symbol: s, Fn: fn, Attrs: AttrConfigurable | AttrAccessor}
}

// Constant is a data property that cannot be changed.
func Constant(name string, v Value) Prop { return Prop{Name: name, Value: v} }

// Ref is a data property whose value is an intrinsic, with attributes AttrMethod.
func Ref(name string, id Intrinsic) Prop { return Prop{Name: name, Ref: id, Attrs: AttrMethod} }

// FixedRef is a Ref that cannot be changed, as the prototype of a constructor.
func FixedRef(name string, id Intrinsic) Prop { return Prop{Name: name, Ref: id} }

// ToStringTag is the Symbol.toStringTag property.
func ToStringTag(tag string) Prop {
	return Prop{Symbol: SymbolToStringTag, FnName: tag, Attrs: AttrConfigurable}
}

// Alias is a property with the value of an earlier property of the same object.
func Alias(name, of string) Prop { return Prop{Name: name, Alias: of, Attrs: AttrMethod} }

// SymbolAlias is Alias with a symbol as the key.
func SymbolAlias(s *Symbol, of string) Prop { return Prop{Symbol: s, Alias: of, Attrs: AttrMethod} }

// NoIntrinsic is the zero Intrinsic.
const NoIntrinsic Intrinsic = 0

var (
	specs     = []*Spec{nil}
	specNames = []string{""}
)

// DeclareIntrinsic reserves an intrinsic; name is as in the specification,
// "%Map.prototype%" without the signs. It is for package-level variables.
func DeclareIntrinsic(name string) Intrinsic {
	specs = append(specs, nil)
	specNames = append(specNames, name)
	return Intrinsic(len(specs) - 1)
}

// DefineIntrinsic gives the specification of a declared intrinsic. It is for
// init functions: no intrinsic may be defined once an agent exists.
func DefineIntrinsic(id Intrinsic, s Spec) {
	if specs[id] != nil {
		panic("intrinsic defined twice: " + specNames[id])
	}
	for i := range s.Props {
		if v := s.Props[i].Value; v.IsString() {
			v.AsString().Hash() // shared by agents from here on
		}
	}
	specs[id] = &s
}

// String returns the name of the intrinsic.
func (id Intrinsic) String() string { return specNames[id] }

// Intrinsics returns all defined intrinsics.
func Intrinsics() []Intrinsic {
	var ids []Intrinsic
	for i, s := range specs {
		if s != nil {
			ids = append(ids, Intrinsic(i))
		}
	}
	return ids
}

// Intrinsic returns an intrinsic of the realm, making it on first use.
func (r *Realm) Intrinsic(id Intrinsic) *Object {
	if o := r.made(id); o != nil {
		return o
	}
	return r.makeIntrinsic(id)
}

// intrinsicChunk is the number of intrinsics whose pointers a realm keeps together:
// most realms touch few.
const intrinsicChunk = 16

// made returns an intrinsic, or nil if nobody has touched it.
func (r *Realm) made(id Intrinsic) *Object {
	if c := r.intrinsics[id/intrinsicChunk]; c != nil {
		return c[id%intrinsicChunk]
	}
	return nil
}

// eachIntrinsic calls f with the intrinsics that have been touched.
func (r *Realm) eachIntrinsic(f func(o *Object)) {
	for _, c := range r.intrinsics {
		if c == nil {
			continue
		}
		for _, o := range c {
			if o != nil {
				f(o)
			}
		}
	}
}

// SetIntrinsic installs an intrinsic that is not made from a Spec.
func (r *Realm) SetIntrinsic(id Intrinsic, o *Object) {
	c := &r.intrinsics[id/intrinsicChunk]
	if *c == nil {
		*c = new([intrinsicChunk]*Object)
	}
	(*c)[id%intrinsicChunk] = o
}

func (r *Realm) makeIntrinsic(id Intrinsic) *Object {
	s := specs[id]
	if s == nil {
		panic("undefined intrinsic " + specNames[id])
	}
	var proto *Object
	switch {
	case s.NullProto:
	case s.Proto != NoIntrinsic:
		proto = r.Intrinsic(s.Proto)
	case s.Fn != nil:
		proto = r.Intrinsic(IntrinsicFunctionPrototype)
	default:
		proto = r.Intrinsic(IntrinsicObjectPrototype)
	}
	if o := r.made(id); o != nil {
		return o // made while its prototype was
	}
	class := s.Class
	var o *Object
	switch {
	case s.Fn != nil:
		x := &nativeObject{}
		x.native = Native{Fn: s.Fn, Realm: r, Name: StrGo(s.Name), Length: int32(s.Length), Magic: s.Magic}
		o = &x.Object
		o.ext = unsafe.Pointer(&x.native)
		o.flags = flagExtensible | flagCallable
		if s.Constructor {
			o.flags |= flagConstructor
		}
		class = ClassNative
	case class == ClassArray:
		x := &arrayObject{}
		o = &x.Object
		o.ext = unsafe.Pointer(&x.elements)
		o.flags = flagExtensible | flagElements
	default:
		o = &Object{flags: flagExtensible}
		if class == nil {
			class = ClassObject
		}
		if s.Payload != nil {
			o.ext = s.Payload(r)
		}
	}
	o.flags |= uint64(class.Kind)
	r.SetIntrinsic(id, o)
	if proto != nil {
		o.shape = &Shape{class: class}
		proto.becomePrototype(r.Agent)
	}
	r.fillFromSpec(id, s, class, proto, o)
	if s.Init != nil {
		s.Init(r, o)
	}
	return o
}

// fillFromSpec gives o a unique shape with all keys of the specification and
// slots that are made when they are touched.
func (r *Realm) fillFromSpec(id Intrinsic, s *Spec, class *Class, proto *Object, o *Object) {
	a := r.Agent
	table := a.specTable(id, s)
	o.shape = &Shape{class: class, proto: proto, unique: true, count: uint32(len(table.entries)), table: table}
	slots := make([]Value, len(table.entries))
	for i := range slots {
		slots[i] = Value{unsafe.Pointer(r), tagInternal | internalLazy | uint64(id)<<8 | uint64(i)<<24}
	}
	if s.Fn != nil {
		slots[0] = Int(int32(s.Length))
		slots[1] = (*Native)(o.ext).Name
	}
	o.replaceSlots(slots)
}

// specTable returns the property table of an intrinsic, shared by the realms
// of the agent until one changes its object.
func (a *Agent) specTable(id Intrinsic, s *Spec) *propTable {
	if a.specTables == nil {
		a.specTables = make([]*propTable, len(specs))
	}
	if t := a.specTables[id]; t != nil {
		return t
	}
	t := newPropTable(len(s.Props) + 2)
	t.shared = true
	slot := uint32(0)
	add := func(k PropertyKey, attrs Attributes) {
		t.add(propEntry{k, slot, attrs})
		slot++
	}
	if s.Fn != nil {
		add(a.NameKey(NameLength), AttrConfigurable)
		add(a.NameKey(NameName), AttrConfigurable)
	}
	for i := range s.Props {
		add(s.Props[i].key(a), s.Props[i].Attrs)
	}
	a.specTables[id] = t
	return t
}

func (p *Prop) key(a *Agent) PropertyKey {
	if p.Symbol != nil {
		return SymbolKey(p.Symbol)
	}
	return a.Key(p.Name)
}

// lazyProp returns the description of the property that a lazy marker stands for.
func lazyProp(marker Value) *Prop {
	s := specs[marker.bits>>8&0xFFFF]
	i := int(marker.bits >> 24 & 0xFFFF)
	if s.Fn != nil {
		i -= 2
	}
	return &s.Props[i]
}

// fillSlot replaces the internal marker in a slot by the value it stands for
// and returns where the slot is then: making the value may move the slots.
func (a *Agent) fillSlot(o *Object, i uint32) *Value {
	slot := o.slotAt(i)
	var v Value
	switch slot.bits & 0xFF {
	case internalLazy:
		v = (*Realm)(slot.ref).makeProp(o, lazyProp(*slot))
	case internalStack:
		*slot = Undefined // cleared first: rendering may look at the error
		v, a.stackError = RenderStackHook(a, o)
		v = v.Clean()
	case internalCaller, internalArguments:
		v = FunctionActivationHook(a, o, slot.bits&0xFF == internalArguments).Clean()
		return &v
	default:
		return slot
	}
	if slot = o.slotAt(i); slot.IsInternal() || slot.IsUndefined() {
		*slot = v
	}
	return slot
}

// RenderStackHook returns the text of an error's stack property; set by interp.
var RenderStackHook func(a *Agent, err *Object) (Value, error)

func (r *Realm) makeProp(o *Object, p *Prop) Value {
	a := r.Agent
	native := func(fn NativeFunction, prefix string, length int) *Object {
		f := a.NewNativeKey(r, p.key(a), prefix, length, fn)
		n := (*Native)(f.ext)
		n.Magic = p.Magic
		if p.FnName != "" {
			n.Name = StrGo(p.FnName)
		}
		return f
	}
	switch {
	case p.Attrs&AttrAccessor != 0:
		acc := &Accessor{}
		if p.Ref != NoIntrinsic {
			acc.Get, acc.Set = r.Intrinsic(p.Ref), r.Intrinsic(p.Ref)
		}
		if p.Fn != nil {
			acc.Get = native(p.Fn, "get", 0)
		}
		if p.Setter != nil {
			acc.Set = native(p.Setter, "set", 1)
		}
		return accessorValue(acc)
	case p.Fn != nil:
		return Obj(native(p.Fn, "", p.Length))
	case p.Ref != NoIntrinsic:
		return Obj(r.Intrinsic(p.Ref))
	case p.Alias != "":
		_, v, _, _ := o.ownSlot(a, a.Key(p.Alias))
		return v
	case p.Make != nil:
		return p.Make(r).Clean()
	case p.Symbol == SymbolToStringTag:
		return StrGo(p.FnName)
	}
	return p.Value
}

// Each calls f for every waiting job.
func (q *JobQueue) Each(f func(j *Job)) {
	for i := q.head; i < len(q.jobs); i++ {
		f(&q.jobs[i])
	}
}
