package fundamental_test

import (
	"math"
	"testing"

	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm/fundamental"
	"github.com/burrowjs/burrow/realm/realmtest"
)

// global returns a property that the chapter adds to the global object.
func global(w *realmtest.World, name string) object.Value {
	w.Helper()
	for _, p := range fundamental.Globals {
		switch {
		case p.Name != name:
		case p.Ref != object.NoIntrinsic:
			return object.Obj(w.Realm.Intrinsic(p.Ref))
		case p.Fn != nil:
			return object.Obj(w.Agent.NewNative(w.Realm, name, p.Length, p.Fn))
		default:
			return p.Value
		}
	}
	w.Fatalf("no global %s", name)
	return object.Undefined
}

func TestEveryIntrinsicMaterialises(t *testing.T) {
	w := realmtest.New(t)
	for _, id := range object.Intrinsics() {
		o := w.Realm.Intrinsic(id)
		keys, err := o.OwnPropertyKeys(w.Agent)
		w.OK(err)
		for _, k := range keys {
			if _, found, err := o.GetOwnProperty(w.Agent, k); !found || err != nil {
				t.Errorf("%s: %s: %v %v", id, object.KeyText(k), found, err)
			}
		}
	}
}

func TestObjectPrototypeToString(t *testing.T) {
	w := realmtest.New(t)
	toString := w.Get(object.IntrinsicObjectPrototype, "toString")
	tagged := w.V(map[string]any{})
	w.OK(tagged.AsObject().Set(w.Agent, object.SymbolKey(object.SymbolToStringTag), object.StrGo("Tag"), true))
	for _, test := range []struct {
		this any
		want string
	}{
		{nil, "[object Undefined]"}, {object.Null, "[object Null]"}, {1, "[object Number]"}, {"", "[object String]"},
		{true, "[object Boolean]"}, {object.Sym(object.SymbolIterator), "[object Symbol]"}, {[]any{}, "[object Array]"},
		{toString, "[object Function]"}, {map[string]any{}, "[object Object]"}, {tagged, "[object Tag]"},
		{w.Construct(global(w, "TypeError")), "[object Error]"},
	} {
		w.Is(w.Call(toString, test.this), test.want)
	}
}

func TestObjectFunctions(t *testing.T) {
	w := realmtest.New(t)
	object1 := map[string]any{"a": 1, "b": "x"}
	o := w.Call(w.Get(object.IntrinsicObject, "assign"), nil, map[string]any{"z": 0}, object1, nil, "hi")
	for name, want := range map[string]any{"a": 1, "b": "x", "z": 0, "0": "h", "1": "i"} {
		w.Is(w.Of(o, name), want)
	}
	keys := w.Call(w.Get(object.IntrinsicObject, "keys"), nil, o)
	w.Is(w.Of(keys, "length"), 5)
	w.Is(w.Of(keys, "0"), "0")
	w.Is(w.Of(keys, "2"), "z")
	fromEntries := w.Call(w.Get(object.IntrinsicObject, "fromEntries"), nil, []any{[]any{"k", 7}, []any{1, 8}})
	w.Is(w.Of(fromEntries, "k"), 7)
	w.Is(w.Of(fromEntries, "1"), 8)
	_, err := w.Try(w.Get(object.IntrinsicObject, "fromEntries"), nil, []any{1})
	w.Throws(err, "TypeError: Iterator value 1 is not an entry object")
	groups := w.Call(w.Get(object.IntrinsicObject, "groupBy"), nil, []any{1, 2, 3}, func(c *object.Call) (object.Value, error) {
		return object.Bool(c.Arg(0).AsInt()%2 == 1), nil
	})
	w.Is(w.Of(w.Of(groups, "true"), "length"), 2)
	w.Is(w.Of(w.Of(groups, "false"), "0"), 2)
	_, err = w.Try(w.Get(object.IntrinsicObject, "setPrototypeOf"), nil, w.Get(object.IntrinsicObjectPrototype), map[string]any{})
	w.Throws(err, "TypeError: Immutable prototype object 'Object.prototype' cannot have their prototype set")
	_, err = w.Try(w.Get(object.IntrinsicObject, "create"), nil, 1)
	w.Throws(err, "TypeError: Object prototype may only be an Object or null: 1")
	frozen := w.Call(w.Get(object.IntrinsicObject, "freeze"), nil, object1)
	w.Is(w.Call(w.Get(object.IntrinsicObject, "isFrozen"), nil, frozen), true)
	w.Is(w.Call(w.Get(object.IntrinsicObject, "isSealed"), nil, frozen), true)
}

func TestFunctionPrototype(t *testing.T) {
	w := realmtest.New(t)
	sum := w.V(func(c *object.Call) (object.Value, error) {
		return object.IntN(c.ArgCount()*100 + int(c.This.AsInt())), nil
	})
	w.Is(w.Call(w.Get(object.IntrinsicFunctionPrototype, "call"), sum, 5, 1, 2), 205)
	w.Is(w.Call(w.Get(object.IntrinsicFunctionPrototype, "apply"), sum, 6, []any{1, 2, 3}), 306)
	bound := w.Call(w.Get(object.IntrinsicFunctionPrototype, "bind"), w.Get(object.IntrinsicObject, "assign"), nil, 1)
	w.Is(w.Of(bound, "name"), "bound assign")
	w.Is(w.Of(bound, "length"), 1)
	toString := w.Get(object.IntrinsicFunctionPrototype, "toString")
	w.Is(w.Call(toString, w.Get(object.IntrinsicObject)), "function Object() { [native code] }")
	w.Is(w.Call(toString, bound), "function () { [native code] }")
	_, err := w.Try(toString, 1)
	w.Throws(err, "TypeError: Function.prototype.toString requires that 'this' be a Function")
	_, err = w.Agent.Call(w.Get(object.IntrinsicFunctionPrototype, "apply"), object.Int(1))
	w.Throws(err, "TypeError: 1 is not a function")
	d, _, err := w.Get(object.IntrinsicFunctionPrototype).AsObject().GetOwnProperty(w.Agent, w.Agent.Key("caller"))
	w.OK(err)
	w.Is(d.Get, w.Realm.Intrinsic(object.IntrinsicThrowTypeError))
	w.Is(d.Set, d.Get)
}

func TestErrors(t *testing.T) {
	w := realmtest.New(t)
	e := w.Construct(global(w, "RangeError"), "far", map[string]any{"cause": 3})
	w.Is(w.Of(e, "cause"), 3)
	w.Is(w.Call(w.Of(e, "toString"), e), "RangeError: far")
	plain := w.Call(global(w, "Error"), nil)
	if has, _ := plain.AsObject().HasOwnProperty(w.Agent, w.Agent.Key("message")); has {
		t.Error("an error without a message has one")
	}
	w.Is(w.Call(w.Get(object.IntrinsicError, "isError"), nil, plain), true)
	w.Is(w.Call(w.Get(object.IntrinsicError, "isError"), nil, map[string]any{}), false)
	all := w.Construct(global(w, "AggregateError"), []any{1, 2}, "m")
	w.Is(w.Of(w.Of(all, "errors"), "length"), 2)
	suppressed := w.Construct(global(w, "SuppressedError"), 1, 2, "m")
	w.Is(w.Of(suppressed, "suppressed"), 2)
	w.Is(w.Of(suppressed, "message"), "m")
}

func TestSymbol(t *testing.T) {
	w := realmtest.New(t)
	s := w.Call(global(w, "Symbol"), nil, "d")
	w.Is(w.Of(s, "description"), "d")
	w.Is(w.Call(w.Of(s, "toString"), s), "Symbol(d)")
	r := w.Call(w.Get(object.IntrinsicSymbol, "for"), nil, "key")
	w.Is(w.Call(w.Get(object.IntrinsicSymbol, "for"), nil, "key"), r)
	w.Is(w.Call(w.Get(object.IntrinsicSymbol, "keyFor"), nil, r), "key")
	w.Is(w.Call(w.Get(object.IntrinsicSymbol, "keyFor"), nil, s), nil)
}

func TestParseNumbers(t *testing.T) {
	w := realmtest.New(t)
	inf, nan := math.Inf(1), math.NaN()
	for _, test := range []struct {
		text  string
		radix any
		want  float64
	}{
		{" 12px", nil, 12}, {"0x1F", nil, 31}, {"0x1F", 16, 31}, {"0x1F", 10, 0}, {"-0", nil, math.Copysign(0, -1)},
		{"", nil, nan}, {"z", 36, 35}, {"z", 37, nan}, {"102", 2, 2}, {"9007199254740993", nil, 9007199254740992},
		{"222222", 3, 728}, {"zzzzzzzz", 36, 2821109907455}, {"\u00a0 +7", 8, 7}, {"8", 8, nan}, {"100000000000000000000000", nil, 1e23},
	} {
		w.Is(w.Call(global(w, "parseInt"), nil, test.text, test.radix), test.want)
	}
	for text, want := range map[string]float64{"  3.25abc": 3.25, "-Infinityx": -inf, ".5": .5, "1e": 1, "x": nan, "1e1000": inf, "5.e1": 50} {
		w.Is(w.Call(global(w, "parseFloat"), nil, text), want)
	}
	w.Is(w.Call(global(w, "isNaN"), nil, "x"), true)
	w.Is(w.Call(global(w, "isFinite"), nil, "12"), true)
	w.Is(w.Call(global(w, "isFinite"), nil, inf), false)
}

func TestURI(t *testing.T) {
	w := realmtest.New(t)
	for _, test := range []struct{ function, in, want string }{
		{"encodeURI", "http://a/é?x=1#😀 ", "http://a/%C3%A9?x=1#%F0%9F%98%80%20"},
		{"encodeURIComponent", "a/b&c", "a%2Fb%26c"},
		{"decodeURI", "%41%23%C3%A9%2f", "A%23é%2f"},
		{"decodeURIComponent", "%41%23%F0%9F%98%80", "A#😀"},
		{"escape", "a b+é\u20ac", "a%20b+%E9%u20AC"},
		{"unescape", "%u20ac%E9%zz%u12", "€é%zz%u12"},
	} {
		w.Is(w.Call(global(w, test.function), nil, test.in), test.want)
	}
	for _, bad := range []string{"%", "%4", "%zz", "%80", "%C3", "%C3%41", "%ED%A0%80", "%F8%80%80%80%80", "%C0%80"} {
		_, err := w.Try(global(w, "decodeURI"), nil, bad)
		w.Throws(err, "URIError: URI malformed")
	}
	_, err := w.Try(global(w, "encodeURI"), nil, "\xed\xa0\x80")
	w.Throws(err, "URIError: URI malformed")
}
