package object

import (
	"unsafe"
)

// Object is an object of any class (6.1.7). It is 32 bytes, followed in the
// same allocation by the slots it was made with; when it needs more, slots
// points at a separate array. ext is the payload of its class.
type Object struct {
	shape *Shape
	slots unsafe.Pointer // *Value; capacity is in flags
	ext   unsafe.Pointer
	flags uint64
}

// Kind tells the interpreter which fast paths an object has. Most classes are
// KindOther: their identity is the Class pointer.
type Kind uint8

const (
	KindOrdinary Kind = iota
	KindArray
	KindArguments
	KindClosure // a function with code
	KindNative  // a built-in function
	KindTypedArray
	KindGlobal
	KindOther
)

const (
	flagKindMask    = 0xFF
	flagExtensible  = 1 << 8
	flagPrototype   = 1 << 9  // is the prototype of something
	flagLazy        = 1 << 10 // own properties are not made yet: see Class.Materialize
	flagCallable    = 1 << 11
	flagConstructor = 1 << 12
	flagHTMLDDA     = 1 << 13 // B.3.6
	flagElements    = 1 << 14 // ext starts with Elements
	flagClassCtor   = 1 << 15 // [[IsClassConstructor]]
	flagWeakKey     = 1 << 16 // has entries in some weak collection
	flagUser        = 1 << 17 // first of the 8 bits that classes use as they like
	flagMarked      = 1 << 25 // seen by the live walk

	capShift = 32
)

// CapShift is the place of the slot capacity in an object's flags and FlagHTMLDDA one of
// them, for the interpreter loop.
const (
	CapShift    = capShift
	FlagHTMLDDA = flagHTMLDDA
)

// Refusal tells which internal method has reported false.
type Refusal uint8

// The internal methods that can refuse.
const (
	RefusedSet Refusal = iota
	RefusedDelete
	RefusedDefine
	RefusedFreeze
	RefusedSeal
)

// Class is the method table of a kind of objects. Entries that are nil behave
// as for ordinary objects (10.1). A Class is static: it holds no Values.
type Class struct {
	Name string // as in "[object Name]" for those that builtinTag names, else for inspection
	Kind Kind

	GetPrototypeOf    func(a *Agent, o *Object) (*Object, error)
	SetPrototypeOf    func(a *Agent, o, proto *Object) (bool, error)
	IsExtensible      func(a *Agent, o *Object) (bool, error)
	PreventExtensions func(a *Agent, o *Object) (bool, error)
	GetOwnProperty    func(a *Agent, o *Object, k PropertyKey) (PropertyDescriptor, bool, error)
	DefineOwnProperty func(a *Agent, o *Object, k PropertyKey, d *PropertyDescriptor) (bool, error)
	HasProperty       func(a *Agent, o *Object, k PropertyKey) (bool, error)
	Get               func(a *Agent, o *Object, k PropertyKey, receiver Value) (Value, error)
	Set               func(a *Agent, o *Object, k PropertyKey, v, receiver Value) (bool, error)
	Delete            func(a *Agent, o *Object, k PropertyKey) (bool, error)
	OwnPropertyKeys   func(a *Agent, o *Object) ([]PropertyKey, error)

	// CacheNamed tells for a class with methods of its own whether the property
	// k behaves as on an ordinary object, so that sites may cache it by shape.
	CacheNamed func(a *Agent, k PropertyKey) bool

	// DeclareVar makes a global var binding (9.1.1.4.17) on a global object that
	// does not simply define a property.
	DeclareVar func(a *Agent, o *Object, k PropertyKey) error
	// DeclareFunction is the same for global functions (9.1.1.4.18).
	DeclareFunction func(a *Agent, o *Object, k PropertyKey, f Value, deletable bool) error

	// Refused returns what strict code and the throwing operations get when a
	// method has reported false, nil for nothing.
	Refused func(a *Agent, o *Object, k PropertyKey, what Refusal) error
	// BuiltinTag is the name in "[object Name]" where it differs by object.
	BuiltinTag func(a *Agent, o *Object) string
	// HasOwn is HasOwnProperty (7.3.12) where it is not what GetOwnProperty tells.
	HasOwn func(a *Agent, o *Object, k PropertyKey) (bool, error)

	// Call and Construct are set for callables other than closures and natives.
	Call      func(a *Agent, o *Object, this Value, args []Value) (Value, error)
	Construct func(a *Agent, o *Object, args []Value, newTarget *Object) (Value, error)

	// Materialize makes the own properties of an object that was made without
	// them (flagLazy); HasLazy tells whether k would be one of them.
	Materialize func(a *Agent, o *Object)
	HasLazy     func(a *Agent, o *Object, k PropertyKey) bool

	// Trace calls v for everything that the payload refers to; Size is the
	// number of bytes of the payload.
	Trace func(o *Object, v Visitor)
	Size  func(o *Object) int
}

// Visitor is called with what an object refers to during a live walk.
type Visitor interface {
	Value(v Value)
	Object(o *Object)
	Realm(r *Realm)
}

// ClassObject is the class of ordinary objects.
var ClassObject = &Class{Name: "Object", Kind: KindOrdinary}

type object2 struct {
	Object
	in [2]Value
}
type object4 struct {
	Object
	in [4]Value
}
type object6 struct {
	Object
	in [6]Value
}

// NewWithShape returns an extensible object with shape s and room for capacity
// slots. The caller fills the slots that s has, with InitSlot.
func NewWithShape(s *Shape, capacity int) *Object {
	var o *Object
	var slots unsafe.Pointer
	flags := uint64(s.class.Kind) | flagExtensible
	switch {
	case capacity == 0:
		o = &Object{}
	case capacity <= 2:
		x := &object2{}
		o, slots, capacity = &x.Object, unsafe.Pointer(&x.in), 2
	case capacity <= 4:
		x := &object4{}
		o, slots, capacity = &x.Object, unsafe.Pointer(&x.in), 4
	case capacity <= 6:
		x := &object6{}
		o, slots, capacity = &x.Object, unsafe.Pointer(&x.in), 6
	default:
		o, slots = &Object{}, unsafe.Pointer(unsafe.SliceData(make([]Value, capacity)))
	}
	o.shape, o.slots = s, slots
	o.flags = flags | uint64(capacity)<<capShift
	return o
}

// NewObject is OrdinaryObjectCreate (10.1.12) with class ClassObject.
func (a *Agent) NewObject(proto *Object) *Object {
	a.Owe(int(unsafe.Sizeof(object2{})))
	return NewWithShape(a.rootShape(ClassObject, proto), 2)
}

// objectBytes is what an object with a payload of its class is taken to weigh.
const objectBytes = 128

// NewOf returns an object of class c with a payload (nil: none).
func (a *Agent) NewOf(c *Class, proto *Object, payload unsafe.Pointer) *Object {
	a.Owe(objectBytes)
	o := NewWithShape(a.rootShape(c, proto), 0)
	o.ext = payload
	return o
}

// New returns an object of class c with the payload p.
func New[T any](a *Agent, c *Class, proto *Object, p *T) *Object {
	return a.NewOf(c, proto, unsafe.Pointer(p))
}

// NewInline is New with a zero payload, in the object's own allocation.
func NewInline[T any](a *Agent, c *Class, proto *Object) (*Object, *T) {
	x := &struct {
		Object
		payload T
	}{}
	a.Owe(int(unsafe.Sizeof(*x)))
	x.shape, x.ext = a.rootShape(c, proto), unsafe.Pointer(&x.payload)
	x.flags = uint64(c.Kind) | flagExtensible
	return &x.Object, &x.payload
}

// Payload returns the payload of an object whose class is known to have a T.
func Payload[T any](o *Object) *T { return (*T)(o.ext) }

// PayloadOf returns the payload of v if v is an object of class c, else nil.
func PayloadOf[T any](v Value, c *Class) *T {
	if v.IsObject() && v.AsObject().shape.class == c {
		return (*T)(v.AsObject().ext)
	}
	return nil
}

// Class returns the method table of o.
func (o *Object) Class() *Class { return o.shape.class }

// Kind returns the kind of o's class.
func (o *Object) Kind() Kind { return Kind(o.flags & flagKindMask) }

// Shape returns the current shape of o.
func (o *Object) Shape() *Shape { return o.shape }

// Ext returns the payload, for the interpreter loop.
func (o *Object) Ext() unsafe.Pointer { return o.ext }

// SetExt replaces the payload.
func (o *Object) SetExt(p unsafe.Pointer) { o.ext = p }

// IsCallable reports whether o has a [[Call]] internal method (7.2.3).
func (o *Object) IsCallable() bool { return o.flags&flagCallable != 0 }

// IsConstructor reports whether o has a [[Construct]] internal method (7.2.4).
func (o *Object) IsConstructor() bool { return o.flags&flagConstructor != 0 }

// SetCallable gives o the [[Call]] and, if constructor, the [[Construct]]
// internal method of its class.
func (o *Object) SetCallable(constructor bool) {
	o.flags |= flagCallable
	if constructor {
		o.flags |= flagConstructor
	}
}

// IsHTMLDDA reports whether o is like document.all (B.3.6).
func (o *Object) IsHTMLDDA() bool { return o.flags&flagHTMLDDA != 0 }

// SetHTMLDDA makes o like document.all (B.3.6).
func (o *Object) SetHTMLDDA() { o.flags |= flagHTMLDDA }

// IsClassConstructor reports whether o was made by a class definition.
func (o *Object) IsClassConstructor() bool { return o.flags&flagClassCtor != 0 }

// SetClassConstructor marks o as made by a class definition.
func (o *Object) SetClassConstructor() { o.flags |= flagClassCtor }

// SetLazy marks o as having own properties that Class.Materialize will make.
func (o *Object) SetLazy() { o.flags |= flagLazy }

// Mark and Marked set and read one of the flags (0 to 7) that each class uses
// as it likes.
func (o *Object) Mark(bit int)        { o.flags |= flagUser << bit }
func (o *Object) Unmark(bit int)      { o.flags &^= flagUser << bit }
func (o *Object) Marked(bit int) bool { return o.flags&(flagUser<<bit) != 0 }

// materialize makes the own properties of a lazy object.
func (o *Object) materialize(a *Agent) {
	if o.flags&flagLazy != 0 {
		o.flags &^= flagLazy
		o.shape.class.Materialize(a, o)
	}
}

// slotAt returns the address of a slot.
func (o *Object) slotAt(i uint32) *Value {
	return (*Value)(unsafe.Add(o.slots, uintptr(i)*unsafe.Sizeof(Value{})))
}

// SlotAt returns the address of slot i, for inline caches.
func (o *Object) SlotAt(i uint32) *Value { return o.slotAt(i) }

// InitSlot sets slot i of an object made by NewWithShape.
func (o *Object) InitSlot(i uint32, v Value) { o.slotAt(i).SetHeap(v) }

// PushSlot stores v in slot i == number of slots so far, growing the storage,
// and gives o the shape s that has that slot. For inline caches.
func (o *Object) PushSlot(i uint32, v Value, s *Shape) {
	o.pushSlot(i, v)
	o.shape = s
}

// SlotCapacity returns how many slots o has room for.
func (o *Object) SlotCapacity() uint32 { return uint32(o.flags >> capShift) }

func (o *Object) pushSlot(i uint32, v Value) {
	if i >= uint32(o.flags>>capShift) {
		o.growSlots(i)
	}
	o.slotAt(i).SetHeap(v)
}

func (o *Object) growSlots(used uint32) {
	n := max(4, 2*used)
	fresh := make([]Value, n)
	old := unsafe.Slice((*Value)(o.slots), used)
	copy(fresh, old)
	clear(old) // inline slots must not keep what they held alive
	o.replaceSlots(fresh)
}

func (o *Object) replaceSlots(slots []Value) {
	if o.flags&flagWeakKey != 0 {
		t := o.weakTable()
		n := cap(slots)
		slots = append(make([]Value, 0, n+1), slots[:n]...)
		slots = append(slots, weakTail(t))[:n:n]
	}
	o.slots = unsafe.Pointer(unsafe.SliceData(slots))
	o.flags = o.flags&(1<<capShift-1) | uint64(cap(slots))<<capShift
}

// Accessor is what the slot of an accessor property holds.
type Accessor struct {
	Get, Set *Object // nil: undefined
}

// accessorValue wraps an accessor for a slot; the tag keeps it opaque to
// everything but slots whose attributes say AttrAccessor.
func accessorValue(acc *Accessor) Value { return Value{unsafe.Pointer(acc), tagObject} }

func (v Value) accessor() *Accessor { return (*Accessor)(v.ref) }

// AsAccessor returns the accessor in the slot of an accessor property.
func (v Value) AsAccessor() *Accessor { return v.accessor() }
