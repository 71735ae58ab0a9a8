package reflection_test

import (
	"testing"

	"github.com/burrowjs/burrow/object"
	_ "github.com/burrowjs/burrow/realm/fundamental"
	"github.com/burrowjs/burrow/realm/realmtest"
	_ "github.com/burrowjs/burrow/realm/reflection"
)

func TestReflect(t *testing.T) {
	w := realmtest.New(t)
	reflect := func(name string, args ...any) object.Value {
		t.Helper()
		return w.Call(w.Get(object.IntrinsicReflect, name), nil, args...)
	}
	o := w.V(map[string]any{"a": 1})
	w.Is(reflect("get", o, "a"), 1)
	w.Is(reflect("set", o, "b", 2), true)
	w.Is(reflect("has", o, "b"), true)
	w.Is(reflect("deleteProperty", o, "b"), true)
	w.Is(reflect("has", o, "b"), false)
	w.Is(reflect("defineProperty", o, "c", map[string]any{"value": 3}), true)
	w.Is(reflect("set", o, "c", 4), false)
	w.Is(w.Of(reflect("getOwnPropertyDescriptor", o, "c"), "value"), 3)
	w.Is(w.Of(reflect("ownKeys", o), "1"), "c")
	w.Is(reflect("getPrototypeOf", o), w.Realm.Intrinsic(object.IntrinsicObjectPrototype))
	w.Is(reflect("setPrototypeOf", o, object.Null), true)
	w.Is(reflect("preventExtensions", o), true)
	w.Is(reflect("isExtensible", o), false)
	w.Is(reflect("setPrototypeOf", o, o), false)
	w.Is(reflect("apply", w.Get(object.IntrinsicObject, "is"), nil, []any{1, 1}), true)
	made := reflect("construct", w.Get(object.IntrinsicError), []any{"m"}, w.Get(object.IntrinsicTypeError))
	w.Is(w.Call(w.Of(made, "toString"), made), "TypeError: m")
	_, err := w.Try(w.Get(object.IntrinsicReflect, "get"), nil, 1)
	w.Throws(err, "TypeError: Reflect.get called on non-object")
	_, err = w.Try(w.Get(object.IntrinsicReflect, "construct"), nil, w.Get(object.IntrinsicReflect, "get"), []any{})
	w.Throws(err, "TypeError: function get() { [native code] } is not a constructor")
}

func TestProxy(t *testing.T) {
	w := realmtest.New(t)
	handler := map[string]any{"get": func(c *object.Call) (object.Value, error) { return object.Int(42), nil }}
	w.Is(w.Of(w.Construct(w.Get(object.IntrinsicProxy), map[string]any{}, handler), "x"), 42)
	_, err := w.Try(w.Get(object.IntrinsicProxy), nil)
	w.Throws(err, "TypeError: Constructor Proxy requires 'new'")
	pair := w.Call(w.Get(object.IntrinsicProxy, "revocable"), nil, map[string]any{}, handler)
	w.Is(w.Of(w.Of(pair, "proxy"), "x"), 42)
	for range 2 {
		w.Is(w.Call(w.Of(pair, "revoke"), nil), nil)
	}
	_, err = object.GetV(w.Agent, w.Of(pair, "proxy"), w.Agent.Key("x"))
	w.Throws(err, "TypeError: Cannot perform 'get' on a proxy that has been revoked")
}
