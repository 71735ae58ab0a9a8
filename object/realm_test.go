package object

import (
	"math"
	"testing"
	"unsafe"
)

// The intrinsics that tests of this package need, and calls of natives and of
// Go stubs.
func init() {
	DefineIntrinsic(IntrinsicObjectPrototype, Spec{NullProto: true, Class: ClassImmutablePrototype, Props: []Prop{
		Ref("constructor", IntrinsicObject),
		Method("toString", 0, func(c *Call) (Value, error) { return StrGo("[object Object]"), nil }),
		Method("valueOf", 0, func(c *Call) (Value, error) { return c.This, nil }),
	}})
	DefineIntrinsic(IntrinsicObject, Spec{Fn: nothing, Name: "Object", Length: 1, Constructor: true, Props: []Prop{FixedRef("prototype", IntrinsicObjectPrototype)}})
	DefineIntrinsic(IntrinsicFunctionPrototype, Spec{Fn: nothing, Proto: IntrinsicObjectPrototype})
	DefineIntrinsic(IntrinsicIteratorPrototype, Spec{Props: []Prop{SymbolMethod(SymbolIterator, 0, func(c *Call) (Value, error) { return c.This, nil })}})
	DefineIntrinsic(IntrinsicArrayPrototype, Spec{Class: ClassArray, Props: []Prop{
		Ref("values", IntrinsicArrayPrototypeValues), SymbolAlias(SymbolIterator, "values"),
		Method("toString", 0, nothing),
	}})
	for _, id := range []Intrinsic{IntrinsicStringPrototype, IntrinsicNumberPrototype, IntrinsicBooleanPrototype,
		IntrinsicSymbolPrototype, IntrinsicBigIntPrototype, IntrinsicPromisePrototype, IntrinsicTypedArrayPrototype, IntrinsicArrayBufferPrototype} {
		DefineIntrinsic(id, Spec{})
	}
	DefineIntrinsic(IntrinsicErrorPrototype, Spec{Props: []Prop{{Name: "name", Attrs: AttrMethod, Value: StrGo("Error")}}})
	for _, e := range []struct {
		id   Intrinsic
		name string
	}{
		{IntrinsicTypeErrorPrototype, "TypeError"}, {IntrinsicRangeErrorPrototype, "RangeError"},
		{IntrinsicSyntaxErrorPrototype, "SyntaxError"}, {IntrinsicReferenceErrorPrototype, "ReferenceError"},
	} {
		DefineIntrinsic(e.id, Spec{Proto: IntrinsicErrorPrototype, Props: []Prop{{Name: "name", Attrs: AttrMethod, Value: StrGo(e.name)}}})
	}
	CallHook = func(a *Agent, f *Object, this Value, args []Value) (Value, error) {
		if err := a.EnterNative(); err != nil {
			return Undefined, err
		}
		defer a.LeaveNative()
		var c Call
		c.init(a, f, this, nil, args)
		return (*Native)(f.ext).Fn(&c)
	}
	ConstructHook = func(a *Agent, f *Object, args []Value, newTarget *Object) (Value, error) {
		var c Call
		c.init(a, f, Undefined, newTarget, args)
		return (*Native)(f.ext).Fn(&c)
	}
	CurrentRealmHook = func(a *Agent) *Realm { return a.AgentData.(*Realm) }
	RenderStackHook = func(a *Agent, err *Object) (Value, error) { return StrGo("stack"), nil }
}

func nothing(c *Call) (Value, error) { return Undefined, nil }

// world is an agent with one realm, and helpers that fail the test on errors.
type world struct {
	*testing.T
	a *Agent
	r *Realm
}

func newWorld(t *testing.T) *world {
	a := NewAgent()
	r := a.NewRealm()
	a.AgentData = r
	return &world{t, a, r}
}

func (w *world) key(s string) PropertyKey { return w.a.Key(s) }
func (w *world) object() *Object          { return w.a.NewObject(w.r.Intrinsic(IntrinsicObjectPrototype)) }

func (w *world) array(vs ...Value) *Object { return w.a.NewArrayFrom(vs) }

// function returns a function object that runs fn, a Go closure, which only tests may do.
func (w *world) function(fn NativeFunction) *Object { return w.a.NewAnonymousNative(w.r, 0, fn) }

func (w *world) get(o *Object, k string) Value {
	w.Helper()
	v, err := o.Get(w.a, w.key(k))
	w.ok(err)
	return v
}

func (w *world) set(o *Object, k string, v Value) {
	w.Helper()
	w.ok(o.Set(w.a, w.key(k), v, true))
}

func (w *world) define(o *Object, k string, d PropertyDescriptor) bool {
	w.Helper()
	ok, err := o.DefineOwnProperty(w.a, w.key(k), &d)
	w.ok(err)
	return ok
}

func (w *world) delete(o *Object, k string) bool {
	w.Helper()
	ok, err := o.Delete(w.a, w.key(k))
	w.ok(err)
	return ok
}

func (w *world) keys(o *Object) string {
	w.Helper()
	keys, err := o.OwnPropertyKeys(w.a)
	w.ok(err)
	text := ""
	for i, k := range keys {
		if i > 0 {
			text += ","
		}
		text += keyText(k)
	}
	return text
}

func (w *world) ok(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// throws checks that err is an exception with this text.
func (w *world) throws(err error, text string) {
	w.Helper()
	v, ok := Catch(err)
	if !ok {
		w.Fatalf("got %v, want an exception %q", err, text)
	}
	if got := w.a.Describe(v); got != text {
		w.Errorf("exception %q, want %q", got, text)
	}
}

func (w *world) same(got, want Value) {
	w.Helper()
	if !SameValue(got, want) {
		w.Errorf("got %s, want %s", w.a.Describe(got), w.a.Describe(want))
	}
}

func (w *world) check(cond bool, format string, args ...any) {
	w.Helper()
	if !cond {
		w.Errorf(format, args...)
	}
}

var inf = math.Inf(1)

func (c *Call) init(a *Agent, f *Object, this Value, newTarget *Object, args []Value) {
	c.Init(a, f, this, newTarget, unsafe.Pointer(unsafe.SliceData(args)), len(args))
}
