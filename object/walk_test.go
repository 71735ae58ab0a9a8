package object

import (
	"math/big"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

func TestLiveWalk(t *testing.T) {
	w := newWorld(t)
	size := func(roots ...Value) int {
		walk := NewLiveWalk(w.a)
		walk.Realm(w.r)
		for _, v := range roots {
			walk.Value(v)
		}
		return int(walk.Finish())
	}
	o := w.object()
	w.set(o, "text", Undefined)
	empty := size(Obj(o))
	grows := func(what string, least int) {
		w.Helper()
		n := size(Obj(o))
		w.check(n-empty >= least && n-empty < 2*least+2000, "%s adds %d bytes, want about %d", what, n-empty, least)
	}
	big1 := new(big.Int).Lsh(big.NewInt(1), 80000)
	flat := jstring.FromLatin1(make([]byte, 10000))
	half := jstring.FromLatin1(make([]byte, 6000))
	rope := half
	for range 10 {
		rope = jstring.Concat(rope, rope)
	}
	wide := make([]uint16, 10000)
	wide[0] = 0x3B1
	values := make([]Value, 1000)
	for i := range values {
		values[i] = Int(1)
	}
	mapped := CreateMappedArgumentsObject(w.a, o, []Value{Int(1)}, []*Box{{V: Str(flat)}})
	bound, err := BoundFunctionCreate(w.a, w.function(nothing), Str(flat), nil)
	w.ok(err)
	handler := w.object()
	w.set(handler, "text", Str(flat))
	proxy, err := ProxyCreate(w.a, Obj(o), Obj(handler))
	w.ok(err)
	iterator := CreateArrayIterator(w.a, w.array(Str(flat)), ArrayIterateValues)
	getter := w.object()
	w.define(getter, "x", AccessorDescriptor(w.a.NewNative(w.r, "f", 0, nothing, Str(flat)), nil, 0))
	weakKey := w.object()
	collection := w.a.NewWeakCollection()
	w.ok(collection.Set(w.a, Obj(weakKey), Str(flat)))
	private := w.object()
	w.ok(PrivateFieldAdd(w.a, private, SymbolKey(NewPrivateName(jstring.FromGo("#p"))), Str(flat)))
	ns := ModuleNamespaceCreate(w.a, nil, []NamespaceBinding{{Name: w.key("text"), Box: &Box{V: Str(flat)}}}, false)
	for _, c := range []struct {
		what  string
		v     Value
		least int
	}{
		{"a string", Str(flat), 10000}, {"a wide string", Str(jstring.FromUTF16(wide)), 20000}, {"a BigInt", BigInt(big1), 10000},
		{"a rope of shared halves", Str(rope), 6000}, {"an array", Obj(w.array(values...)), 16000}, {"a wrapper", Obj(w.a.NewWrapper(Str(flat), nil)), 10000},
		{"a buffer", Obj(w.buffer(10000, -1)), 10000}, {"a typed array", Obj(w.typed(TypeInt8, w.buffer(10000, -1), 0, 5)), 10000},
		{"mapped arguments", Obj(mapped), 10000}, {"a bound function", Obj(bound), 10000}, {"a proxy", Obj(proxy), 10000},
		{"an array iterator", Obj(iterator), 10000}, {"a box", NewBoxValue(Str(flat)), 10000}, {"a getter", Obj(getter), 10000}, {"a weak value", Obj(weakKey), 10000},
		{"a private field", Obj(private), 10000}, {"a namespace", Obj(ns), 10000}, {"a symbol", Sym(NewSymbol(flat)), 10000},
	} {
		w.set(o, "text", c.v)
		grows(c.what, c.least)
	}
	w.set(o, "text", Undefined)
	w.check(size(Obj(o)) < empty+6000, "nothing is let go: %d", size(Obj(o))-empty)
	w.check(o.flags&flagMarked == 0, "a mark is left")

	// A long list needs no deep stack, and is counted once.
	head := w.object()
	for range 200000 {
		next := w.object()
		w.set(next, "next", Obj(head))
		head = next
	}
	n := size(Obj(head), Obj(head))
	w.check(n > 200000*64 && n < 200000*100, "a list of 200000 objects is %d bytes", n)
}
