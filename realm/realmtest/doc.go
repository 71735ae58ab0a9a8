// Package realmtest runs built-in functions of the chapters of the library
// without the interpreter, for their tests: natives call natives and Go
// functions directly, and intrinsics of chapters that a test does not import
// are empty objects.
package realmtest

import (
	"slices"
	"sync"
	"testing"
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

// World is an agent with one realm, and helpers that fail the test on errors.
type World struct {
	testing.TB
	Agent *object.Agent
	Realm *object.Realm
}

var setUp sync.Once

// New returns a fresh world.
func New(t testing.TB) *World {
	setUp.Do(func() {
		setHooks()
		defineMissing()
	})
	a := object.NewAgent()
	r := a.NewRealm()
	a.AgentData = r
	return &World{t, a, r}
}

func setHooks() {
	object.CallHook = func(a *object.Agent, f *object.Object, this object.Value, args []object.Value) (object.Value, error) {
		return run(a, f, this, args, nil)
	}
	object.ConstructHook = func(a *object.Agent, f *object.Object, args []object.Value, newTarget *object.Object) (object.Value, error) {
		return run(a, f, object.Undefined, args, newTarget)
	}
	object.CurrentRealmHook = func(a *object.Agent) *object.Realm { return a.AgentData.(*object.Realm) }
	object.RenderStackHook = func(a *object.Agent, err *object.Object) (object.Value, error) { return object.StrGo("stack"), nil }
	object.CaptureStackHook = nil
}

func run(a *object.Agent, f *object.Object, this object.Value, args []object.Value, newTarget *object.Object) (object.Value, error) {
	if err := a.EnterNative(); err != nil {
		return object.Undefined, err
	}
	defer a.LeaveNative()
	var c object.Call
	c.Init(a, f, this, newTarget, unsafe.Pointer(unsafe.SliceData(args)), len(args))
	return object.Payload[object.Native](f).Fn(&c)
}

// defineMissing stands in for the chapters that are not linked in.
func defineMissing() {
	defined := object.Intrinsics()
	stub := func(id object.Intrinsic, s object.Spec) {
		if !slices.Contains(defined, id) {
			object.DefineIntrinsic(id, s)
		}
	}
	stub(object.IntrinsicIteratorPrototype, object.Spec{})
	stub(object.IntrinsicArrayPrototypeValues, object.Spec{Fn: arrayValues, Name: "values"})
	stub(object.IntrinsicArrayIteratorPrototype, object.Spec{
		Proto: object.IntrinsicIteratorPrototype,
		Props: []object.Prop{object.Method("next", 0, arrayIteratorNext)},
	})
	stub(object.IntrinsicArrayPrototype, object.Spec{Class: object.ClassArray, Props: []object.Prop{
		object.Ref("values", object.IntrinsicArrayPrototypeValues), object.SymbolAlias(object.SymbolIterator, "values"),
	}})
	for _, id := range []object.Intrinsic{
		object.IntrinsicStringPrototype, object.IntrinsicNumberPrototype, object.IntrinsicBigIntPrototype,
		object.IntrinsicGeneratorPrototype, object.IntrinsicAsyncGeneratorPrototype, object.IntrinsicArrayBufferPrototype,
	} {
		stub(id, object.Spec{})
	}
}

func arrayValues(c *object.Call) (object.Value, error) {
	list, err := object.CreateListFromArrayLike(c.Agent, c.This)
	if err != nil {
		return object.Undefined, err
	}
	rec := object.CreateListIteratorRecord(c.Agent, list)
	err = rec.Iterator.Set(c.Agent, c.Agent.NameKey(object.NameNext), rec.Next, true)
	return object.Obj(rec.Iterator), err
}

func arrayIteratorNext(c *object.Call) (object.Value, error) { return object.Undefined, nil }

// Get returns what a path of property names leads to from the realm's
// intrinsic id: Get(IntrinsicObject, "prototype", "toString").
func (w *World) Get(id object.Intrinsic, path ...string) object.Value {
	w.Helper()
	v := object.Obj(w.Realm.Intrinsic(id))
	for _, name := range path {
		v = w.Of(v, name)
	}
	return v
}

// Of returns a property of v.
func (w *World) Of(v object.Value, name string) object.Value {
	w.Helper()
	p, err := object.GetV(w.Agent, v, w.Agent.Key(name))
	w.OK(err)
	return p
}

// Call calls a function with arguments made by V.
func (w *World) Call(f object.Value, this any, args ...any) object.Value {
	w.Helper()
	v, err := w.Try(f, this, args...)
	w.OK(err)
	return v
}

// Try is Call with the error.
func (w *World) Try(f object.Value, this any, args ...any) (object.Value, error) {
	w.Helper()
	return w.Agent.Call(f, w.V(this), w.values(args)...)
}

// Construct is the new operator.
func (w *World) Construct(f object.Value, args ...any) object.Value {
	w.Helper()
	o, err := w.Agent.Construct(f.AsObject(), nil, w.values(args)...)
	w.OK(err)
	return object.Obj(o)
}

func (w *World) values(args []any) []object.Value {
	w.Helper()
	vs := make([]object.Value, len(args))
	for i, x := range args {
		vs[i] = w.V(x)
	}
	return vs
}

// V converts a Go value: nil is undefined, slices are arrays, maps objects (with
// sorted keys), functions natives.
func (w *World) V(x any) object.Value {
	w.Helper()
	switch x := x.(type) {
	case nil:
		return object.Undefined
	case object.Value:
		return x
	case *object.Object:
		return object.Obj(x)
	case bool:
		return object.Bool(x)
	case int:
		return object.IntN(x)
	case float64:
		return object.Number(x)
	case string:
		return object.StrGo(x)
	case []any:
		return object.Obj(w.Agent.NewArrayFrom(w.values(x)))
	case map[string]any:
		o := w.Agent.NewObject(w.Realm.Intrinsic(object.IntrinsicObjectPrototype))
		keys := make([]string, 0, len(x))
		for k := range x {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			w.OK(o.CreateDataPropertyOrThrow(w.Agent, w.Agent.Key(k), w.V(x[k])))
		}
		return object.Obj(o)
	case func(c *object.Call) (object.Value, error):
		return object.Obj(w.Agent.NewAnonymousNative(w.Realm, 0, x))
	}
	w.Fatalf("no value for %T", x)
	return object.Undefined
}

// OK fails the test on an error.
func (w *World) OK(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// Is checks that got is the same value as want.
func (w *World) Is(got object.Value, want any) {
	w.Helper()
	if v := w.V(want); !object.SameValue(got, v) {
		w.Errorf("got %s, want %s", w.Agent.Describe(got), w.Agent.Describe(v))
	}
}

// Throws checks that err is an exception whose text is want.
func (w *World) Throws(err error, want string) {
	w.Helper()
	v, ok := object.Catch(err)
	if !ok {
		w.Errorf("got %v, want the exception %q", err, want)
		return
	}
	if got := w.Agent.Describe(v); got != want {
		w.Errorf("exception %q, want %q", got, want)
	}
}
