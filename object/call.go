package object

import "unsafe"

// NativeFunction is the code of a built-in function: a static Go function. What
// it closes over is in the function object's slots, never in a Go closure, so
// that a live walk can see it.
type NativeFunction func(c *Call) (Value, error)

// Call is one call of a native function. It is valid until the function
// returns; arguments are read through Arg because the registers they live in
// may hold stale references.
type Call struct {
	Agent     *Agent
	Func      *Object // the active function
	This      Value
	NewTarget *Object // nil unless constructing
	args      unsafe.Pointer
	argc      int
}

// Init sets up c; for the interpreter.
func (c *Call) Init(a *Agent, f *Object, this Value, newTarget *Object, args unsafe.Pointer, argc int) {
	c.Agent, c.Func, c.This, c.NewTarget, c.args, c.argc = a, f, this, newTarget, args, argc
}

// ArgCount returns how many arguments were passed.
func (c *Call) ArgCount() int { return c.argc }

// Arg returns argument i, or undefined if it was not passed.
func (c *Call) Arg(i int) Value {
	if i >= c.argc {
		return Undefined
	}
	return (*Value)(unsafe.Add(c.args, uintptr(i)*unsafe.Sizeof(Value{}))).Clean()
}

// Args returns a copy of the arguments from index from on.
func (c *Call) Args(from int) []Value {
	if from >= c.argc {
		return nil
	}
	vs := make([]Value, c.argc-from)
	for i := range vs {
		vs[i] = c.Arg(from + i)
	}
	return vs
}

// Realm returns the realm of the active function.
func (c *Call) Realm() *Realm { return (*Native)(c.Func.ext).Realm }

// Slot returns slot i of the active function.
func (c *Call) Slot(i int) Value { return (*Native)(c.Func.ext).Slots[i] }

// SetSlot changes slot i of the active function.
func (c *Call) SetSlot(i int, v Value) { (*Native)(c.Func.ext).Slots[i].SetHeap(v) }

// Magic returns the number that tells apart functions that share their code.
func (c *Call) Magic() int { return int((*Native)(c.Func.ext).Magic) }

// Intrinsic returns an intrinsic of the active function's realm.
func (c *Call) Intrinsic(id Intrinsic) *Object { return c.Realm().Intrinsic(id) }

// Native is the payload of a built-in function object (10.3).
type Native struct {
	Fn     NativeFunction
	Realm  *Realm
	Name   Value // String; what `name` starts as
	Length int32
	Magic  int32
	Slots  []Value
}

// ClassNative is the class of built-in function objects.
var ClassNative = &Class{Name: "Function", Kind: KindNative}

func init() {
	ClassNative.Materialize = func(a *Agent, o *Object) {
		n := (*Native)(o.ext)
		o.addProperty(a, a.NameKey(NameLength), Int(n.Length), AttrConfigurable)
		o.addProperty(a, a.NameKey(NameName), n.Name, AttrConfigurable)
	}
	ClassNative.HasLazy = func(a *Agent, o *Object, k PropertyKey) bool {
		return k == a.NameKey(NameLength) || k == a.NameKey(NameName)
	}
	ClassNative.Trace = func(o *Object, v Visitor) {
		n := (*Native)(o.ext)
		v.Value(n.Name)
		for _, s := range n.Slots {
			v.Value(s)
		}
		v.Realm(n.Realm)
	}
	ClassNative.Size = func(o *Object) int {
		n := (*Native)(o.ext)
		return int(unsafe.Sizeof(*n)) + len(n.Slots)*int(unsafe.Sizeof(Value{}))
	}
}

type nativeObject struct {
	Object
	native Native
}

// NewNative is CreateBuiltinFunction (10.3.4): a function of realm r with the
// given name and length whose prototype is %Function.prototype%.
func (a *Agent) NewNative(r *Realm, name string, length int, fn NativeFunction, slots ...Value) *Object {
	return a.NewNativeKey(r, a.Key(name), "", length, fn, slots...)
}

// NewNativeKey is NewNative with the name made by SetFunctionName (10.2.9) from
// a key and prefix ("get", "set", "bound" or "").
func (a *Agent) NewNativeKey(r *Realm, key PropertyKey, prefix string, length int, fn NativeFunction, slots ...Value) *Object {
	x := &nativeObject{}
	x.shape = a.rootShape(ClassNative, r.Intrinsic(IntrinsicFunctionPrototype))
	x.flags = uint64(KindNative) | flagExtensible | flagCallable | flagLazy
	x.native = Native{Fn: fn, Realm: r, Name: FunctionName(key, prefix), Length: int32(length), Slots: slots}
	x.ext = unsafe.Pointer(&x.native)
	return &x.Object
}

// NewAnonymousNative returns a built-in function whose name is the empty
// string, as abstract closures are made into (promise resolving functions ...).
func (a *Agent) NewAnonymousNative(r *Realm, length int, fn NativeFunction, slots ...Value) *Object {
	return a.NewNative(r, "", length, fn, slots...)
}

// The interpreter's part of calls, set by package interp.
var (
	CallHook      func(a *Agent, f *Object, this Value, args []Value) (Value, error)
	ConstructHook func(a *Agent, f *Object, args []Value, newTarget *Object) (Value, error)
	// CurrentRealmHook returns the realm of the running execution context, nil if none.
	CurrentRealmHook func(a *Agent) *Realm
	// CaptureStackHook records the stack in a new error object.
	CaptureStackHook func(a *Agent, err *Object, skipUntil *Object)
	// IndirectEval is PerformEval (19.2.1.1) for calls of eval that are not direct.
	IndirectEval func(a *Agent, r *Realm, x Value) (Value, error)
	// ActiveFunctionHook returns the function of the running execution context.
	ActiveFunctionHook func(a *Agent) *Object
)

// Call is 7.3.14, https://tc39.es/ecma262/#sec-call
func (a *Agent) Call(f, this Value, args ...Value) (Value, error) {
	if !IsCallable(f) {
		return Undefined, a.TypeError("%s is not a function", a.DescribeOperand(f))
	}
	o := f.AsObject()
	if c := o.shape.class.Call; c != nil {
		if err := a.EnterNative(); err != nil {
			return Undefined, err
		}
		defer a.LeaveNative()
		return c(a, o, this, args)
	}
	return CallHook(a, o, this, args)
}

// Construct is 7.3.15, https://tc39.es/ecma262/#sec-construct ; newTarget nil means f.
func (a *Agent) Construct(f *Object, newTarget *Object, args ...Value) (*Object, error) {
	if newTarget == nil {
		newTarget = f
	}
	var v Value
	var err error
	if c := f.shape.class.Construct; c != nil {
		if err := a.EnterNative(); err != nil {
			return nil, err
		}
		defer a.LeaveNative()
		v, err = c(a, f, args, newTarget)
	} else {
		v, err = ConstructHook(a, f, args, newTarget)
	}
	return v.ObjectOrNil(), err
}

// IsCallable is 7.2.3, https://tc39.es/ecma262/#sec-iscallable
func IsCallable(v Value) bool {
	return v.IsObject() && v.AsObject().flags&flagCallable != 0
}

// IsConstructor is 7.2.4, https://tc39.es/ecma262/#sec-isconstructor
func IsConstructor(v Value) bool {
	return v.IsObject() && v.AsObject().flags&flagConstructor != 0
}
