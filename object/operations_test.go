package object

import (
	"math"
	"math/big"
	"sync"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

func TestConversions(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		f    float64
		want int32
	}{
		{0, 0}, {-0.5, 0}, {1.9, 1}, {-1.9, -1}, {2147483648, -2147483648}, {4294967296, 0}, {4294967297, 1}, {-4294967297, -1},
		{math.NaN(), 0}, {inf, 0}, {-inf, 0}, {1 << 62, 0}, {9007199254740993, 0}, {9007199254740994, 2}, {1e300, 0}, {-9223372036854775808, 0},
		{18446744073709555712, 4096}, {-18446744073709555712, -4096},
	} {
		if got := Int32OfFloat(c.f); got != c.want {
			t.Errorf("ToInt32(%v) = %d, want %d", c.f, got, c.want)
		}
	}
	for _, c := range []struct {
		v    Value
		want string
	}{
		{Undefined, "undefined"}, {Null, "null"}, {True, "true"}, {Int(-5), "-5"}, {Float(0.5), "0.5"}, {StrGo("s"), "s"},
		{BigInt(big.NewInt(-7)), "-7"}, {Obj(w.object()), "[object Object]"},
	} {
		s, err := ToString(w.a, c.v)
		w.ok(err)
		w.check(s.EqualGo(c.want), "ToString: %s, want %s", s, c.want)
	}
	_, err := ToString(w.a, Sym(SymbolIterator))
	w.throws(err, "TypeError: Cannot convert a Symbol value to a string")
	_, err = ToNumber(w.a, Sym(SymbolIterator))
	w.throws(err, "TypeError: Cannot convert a Symbol value to a number")
	_, err = ToObject(w.a, Null)
	w.throws(err, "TypeError: Cannot convert undefined or null to object")
	_, err = ToBigInt(w.a, StrGo("x"))
	w.throws(err, "SyntaxError: Cannot convert x to a BigInt")
	_, err = ToIndex(w.a, Int(-1))
	w.throws(err, "RangeError: Invalid value: not (convertible to) a safe integer")
	n, err := ToLength(w.a, Float(inf))
	w.ok(err)
	w.check(n == MaxSafeInteger, "ToLength(Infinity) = %d", n)
	n, _ = ToLength(w.a, Int(-3))
	w.check(n == 0, "ToLength(-3) = %d", n)
	for _, c := range []struct {
		v    Value
		want PropertyKey
	}{
		{Int(5), IndexKey(5)}, {Float(math.Copysign(0, -1)), IndexKey(0)}, {Float(4294967294), IndexKey(4294967294)},
		{Float(4294967295), w.key("4294967295")}, {Int(-1), w.key("-1")}, {Float(1.5), w.key("1.5")}, {StrGo("7"), IndexKey(7)},
		{Null, w.key("null")}, {Sym(SymbolMatch), SymbolKey(SymbolMatch)},
	} {
		k, err := ToPropertyKey(w.a, c.v)
		w.ok(err)
		w.check(k == c.want, "key of %s is %s", w.a.Describe(c.v), KeyText(k))
	}
}

func TestToPrimitive(t *testing.T) {
	w := newWorld(t)
	o := w.object()
	var hint Value
	w.ok(o.Set(w.a, SymbolKey(SymbolToPrimitive), Obj(w.function(func(c *Call) (Value, error) { hint = c.Arg(0); return Int(42), nil })), true))
	for h, want := range []string{"default", "number", "string"} {
		v, err := ToPrimitive(w.a, Obj(o), Hint(h))
		w.ok(err)
		w.same(v, Int(42))
		w.same(hint, StrGo(want))
	}
	w.ok(o.Set(w.a, SymbolKey(SymbolToPrimitive), Obj(w.function(func(c *Call) (Value, error) { return c.This, nil })), true))
	_, err := ToNumber(w.a, Obj(o))
	w.throws(err, "TypeError: Cannot convert object to primitive value")
	w.ok(o.Set(w.a, SymbolKey(SymbolToPrimitive), Int(1), true))
	_, err = ToNumber(w.a, Obj(o))
	w.throws(err, "TypeError: number 1 is not a function")
	w.ok(o.Set(w.a, SymbolKey(SymbolToPrimitive), Null, true))
	w.set(o, "valueOf", Obj(w.function(func(c *Call) (Value, error) { return StrGo("17"), nil })))
	f, err := ToNumber(w.a, Obj(o))
	w.ok(err)
	w.check(f == 17, "%v", f)
}

func TestEquality(t *testing.T) {
	w := newWorld(t)
	negZero := Float(math.Copysign(0, -1))
	dda := Obj(w.a.NewHTMLDDA(nil))
	one, x := Obj(w.a.NewWrapper(Int(1), w.r.Intrinsic(IntrinsicNumberPrototype))), Obj(w.object())
	w.set(one.AsObject(), "valueOf", Obj(w.function(func(c *Call) (Value, error) { return Int(1), nil })))
	b := func(n int64) Value { return BigInt(big.NewInt(n)) }
	for _, c := range []struct {
		x, y                      Value
		loose, strict, same, zero bool
	}{
		{Int(1), Float(1), true, true, true, true}, {NaN, NaN, false, false, true, true}, {Int(0), negZero, true, true, false, true},
		{StrGo("a"), StrGo("a"), true, true, true, true}, {StrGo("1"), Int(1), true, false, false, false}, {True, Int(1), true, false, false, false},
		{Null, Undefined, true, false, false, false}, {Null, Int(0), false, false, false, false}, {dda, Null, true, false, false, false},
		{dda, Undefined, true, false, false, false}, {dda, dda, true, true, true, true}, {b(1), b(1), true, true, true, true},
		{b(1), Int(1), true, false, false, false}, {b(1), StrGo("1"), true, false, false, false}, {b(1), StrGo("x"), false, false, false, false},
		{b(1), Float(1.5), false, false, false, false}, {one, Int(1), true, false, false, false}, {x, x, true, true, true, true},
		{one, x, false, false, false, false}, {Sym(SymbolMatch), Sym(SymbolMatch), true, true, true, true}, {Sym(SymbolMatch), StrGo("x"), false, false, false, false},
		{True, StrGo("1"), true, false, false, false}, {b(1), True, true, false, false, false},
	} {
		for _, p := range [][2]Value{{c.x, c.y}, {c.y, c.x}} {
			loose, err := IsLooselyEqual(w.a, p[0], p[1])
			w.ok(err)
			got := [4]bool{loose, IsStrictlyEqual(p[0], p[1]), SameValue(p[0], p[1]), SameValueZero(p[0], p[1])}
			if got != [4]bool{c.loose, c.strict, c.same, c.zero} {
				t.Errorf("%s and %s: %v", w.a.Describe(p[0]), w.a.Describe(p[1]), got)
			}
		}
	}
}

func TestLessThan(t *testing.T) {
	w := newWorld(t)
	b := func(s string) Value { n, _ := new(big.Int).SetString(s, 10); return BigInt(n) }
	for _, c := range []struct {
		x, y Value
		want Tristate
	}{
		{Int(1), Int(2), TristateTrue}, {Int(2), Int(1), TristateFalse}, {NaN, Int(1), TristateUndefined}, {StrGo("a"), StrGo("b"), TristateTrue},
		{StrGo("10"), StrGo("9"), TristateTrue}, {StrGo("10"), Int(9), TristateFalse}, {b("1"), Float(1.5), TristateTrue}, {Float(1.5), b("1"), TristateFalse},
		{b("9007199254740993"), Float(9007199254740992), TristateFalse}, {Float(9007199254740992), b("9007199254740993"), TristateTrue},
		{b("1"), Float(inf), TristateTrue}, {b("1"), NaN, TristateUndefined}, {b("-1"), Float(-1.5), TristateFalse}, {b("1"), StrGo("2"), TristateTrue},
		{StrGo("x"), b("1"), TristateUndefined}, {Undefined, Int(1), TristateUndefined}, {Null, Int(1), TristateTrue},
	} {
		got, err := IsLessThan(w.a, c.x, c.y, true)
		w.ok(err)
		w.check(got == c.want, "%s < %s: %d, want %d", w.a.Describe(c.x), w.a.Describe(c.y), got, c.want)
	}
}

func TestIteration(t *testing.T) {
	w := newWorld(t)
	array := Obj(w.array(Int(1), Int(2), Hole))
	w.check(w.a.PristineArray(array) != nil, "array iteration is not pristine")
	check := func(v Value, want int) {
		w.Helper()
		list, err := IterableToList(w.a, v)
		w.ok(err)
		w.check(len(list) == want, "%d values, want %d", len(list), want)
	}
	check(array, 3)
	w.ok(array.AsObject().Set(w.a, SymbolKey(SymbolIterator), Obj(w.r.Intrinsic(IntrinsicArrayPrototypeValues)), true))
	w.check(w.a.PristineArray(array) == nil, "an own iterator method was overlooked")
	check(array, 3)
	array = Obj(w.array(Int(1)))
	w.check(w.a.PristineArray(array) != nil, "array iteration is not pristine")
	iter := w.r.Intrinsic(IntrinsicArrayIteratorPrototype)
	old := w.get(iter, "next")
	w.set(iter, "next", Obj(w.function(func(c *Call) (Value, error) { return Obj(CreateIterResultObject(w.a, Undefined, true)), nil })))
	w.check(w.a.PristineArray(array) == nil, "another next method was overlooked")
	check(array, 0)
	w.set(iter, "next", old)
	w.check(w.a.PristineArray(array) != nil, "array iteration is not pristine again")
	proto := w.r.Intrinsic(IntrinsicArrayPrototype)
	w.ok(proto.DeletePropertyOrThrow(w.a, SymbolKey(SymbolIterator)))
	w.check(w.a.PristineArray(array) == nil, "a deleted iterator method was overlooked")
	_, err := IterableToList(w.a, array)
	w.throws(err, "TypeError: object is not iterable (cannot read property Symbol(Symbol.iterator))")
	_, err = GetIterator(w.a, Int(5), false)
	w.throws(err, "TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))")
	_, err = GetIterator(w.a, Undefined, false)
	w.throws(err, "TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))")

	rec := CreateListIteratorRecord(w.a, []Value{Int(7), Int(8)})
	list, err := IteratorToList(w.a, &rec)
	w.ok(err)
	w.check(len(list) == 2 && rec.Done, "list iterator gave %d values", len(list))
}

func TestIteratorClose(t *testing.T) {
	w := newWorld(t)
	o := w.object()
	rec := &IteratorRecord{Iterator: o}
	thrown := Throw(Int(1))
	w.ok(IteratorClose(w.a, rec, nil))
	calls := 0
	w.set(o, "return", Obj(w.function(func(c *Call) (Value, error) { calls++; return Int(5), nil })))
	w.throws(IteratorClose(w.a, rec, nil), "TypeError: Iterator result 5 is not an object")
	w.check(IteratorClose(w.a, rec, thrown) == thrown, "the completion was replaced")
	w.check(calls == 2, "%d calls", calls)
	end := &Termination{}
	w.check(IteratorClose(w.a, rec, end) == error(end) && calls == 2, "a termination ran script")
	w.set(o, "return", Obj(w.function(func(c *Call) (Value, error) { return Undefined, Throw(Int(2)) })))
	w.throws(IteratorClose(w.a, rec, nil), "2")
	w.check(IteratorClose(w.a, rec, thrown) == thrown, "the completion was replaced")
	w.set(o, "return", Obj(w.function(func(c *Call) (Value, error) { return Undefined, end })))
	w.check(IteratorClose(w.a, rec, thrown) == error(end), "a termination was lost")
}

func TestDescribe(t *testing.T) {
	w := newWorld(t)
	tagged := w.object()
	w.set(tagged, "toString", Undefined)
	w.ok(tagged.Set(w.a, SymbolKey(SymbolToStringTag), StrGo("Tag"), true))
	named := w.object()
	w.set(named, "constructor", Obj(w.a.NewNative(w.r, "Foo", 0, nothing)))
	p, _ := ProxyCreate(w.a, Obj(w.object()), Obj(w.object()))
	for _, c := range []struct {
		v    Value
		want string
	}{
		{Undefined, "undefined"}, {StrGo("s"), "s"}, {Sym(NewSymbol(jstring.FromGo("d"))), "Symbol(d)"}, {Sym(NewSymbol(nil)), "Symbol()"},
		{Obj(w.object()), "#<Object>"}, {Obj(w.array()), "[object Array]"}, {Obj(tagged), "[object Tag]"}, {Obj(named), "#<Foo>"},
		{Obj(w.a.NewNative(w.r, "f", 0, nothing)), "function f() { [native code] }"}, {Obj(p), "#<Object>"}, {Obj(w.typed(TypeInt8, w.buffer(4, -1), 0, 4)), "#<Object>"},
		{Obj(w.a.NewObject(nil)), "[object Object]"}, {BigInt(big.NewInt(5)), "5"},
	} {
		if got := w.a.Describe(c.v); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	if got := w.a.TypeError("no %s", "way").Error(); got != "uncaught exception: TypeError: no way" {
		t.Errorf("got %q", got)
	}
	e := w.a.NewError(w.r.Intrinsic(IntrinsicRangeErrorPrototype), nil)
	if got := DescribeException(Obj(e)); got != "RangeError" {
		t.Errorf("got %q", got)
	}
	w.same(w.get(e, "stack"), StrGo("stack"))
	if got := DescribeException(Obj(e)); got != "stack" {
		t.Errorf("got %q", got)
	}
}

// Rendering the stack may run script that adds properties to the error.
func TestLazyStackMovesSlots(t *testing.T) {
	w := newWorld(t)
	render := RenderStackHook
	defer func() { RenderStackHook = render }()
	RenderStackHook = func(a *Agent, err *Object) (Value, error) {
		for _, k := range []string{"a", "b", "c", "d", "e", "f"} {
			w.set(err, k, Int(1))
		}
		return StrGo("rendered"), nil
	}
	e := w.a.NewError(w.r.Intrinsic(IntrinsicErrorPrototype), jstring.FromGo("m"))
	w.same(w.get(e, "stack"), StrGo("rendered"))
	w.same(w.get(e, "stack"), StrGo("rendered"))
	w.same(w.get(e, "f"), Int(1))
}

func TestFunctionName(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		k      PropertyKey
		prefix string
		want   string
	}{
		{w.key("f"), "", "f"}, {IndexKey(3), "get", "get 3"}, {SymbolKey(SymbolIterator), "", "[Symbol.iterator]"},
		{SymbolKey(NewSymbol(nil)), "set", "set "}, {SymbolKey(NewSymbol(jstring.Empty)), "", "[]"}, {SymbolKey(NewPrivateName(jstring.FromGo("#p"))), "get", "get #p"},
	} {
		if got := FunctionName(c.k, c.prefix); !SameValue(got, StrGo(c.want)) {
			t.Errorf("got %s, want %q", w.a.Describe(got), c.want)
		}
	}
}

func TestCopyDataProperties(t *testing.T) {
	w := newWorld(t)
	from, to := w.object(), w.object()
	w.set(from, "a", Int(1))
	w.set(from, "b", Int(2))
	w.define(from, "hidden", DataDescriptor(Int(3), 0))
	w.define(from, "g", AccessorDescriptor(w.function(func(c *Call) (Value, error) { return StrGo("got"), nil }), nil, AttrEnumerable))
	w.ok(CopyDataProperties(w.a, to, Obj(from), []PropertyKey{w.key("a")}))
	w.check(w.keys(to) == "b,g", "keys %s", w.keys(to))
	w.same(w.get(to, "g"), StrGo("got"))
	w.ok(CopyDataProperties(w.a, to, StrGo("xy"), nil))
	w.check(w.keys(to) == "0,1,b,g", "keys %s", w.keys(to))
	w.ok(CopyDataProperties(w.a, to, Undefined, nil))
	list, err := EnumerableOwnProperties(w.a, from, EnumerateEntries)
	w.ok(err)
	w.check(len(list) == 3, "%d entries", len(list))
	w.same(w.get(list[2].AsObject(), "1"), StrGo("got"))
}

func TestLimits(t *testing.T) {
	w := newWorld(t)
	w.a.StepLimit = 100000
	big := w.object()
	w.set(big, "length", Int(1<<26))
	_, err := CreateListFromArrayLike(w.a, Obj(big))
	if end, ok := err.(*Termination); !ok || end.Cause != TerminatedSteps {
		t.Errorf("got %v", err)
	}
	w = newWorld(t)
	w.a.MemoryLimit = 1 << 20
	_, err = CreateListFromArrayLike(w.a, Obj(func() *Object {
		o := w.object()
		w.set(o, "length", Int(1<<26))
		return o
	}()))
	if end, ok := err.(*Termination); !ok || end.Cause != TerminatedMemory {
		t.Errorf("got %v", err)
	}
}

func BenchmarkIterResult(b *testing.B) {
	w := newWorld(nil)
	for b.Loop() {
		CreateIterResultObject(w.a, Int(1), false)
	}
}

func BenchmarkGetOwn(b *testing.B) {
	w := newWorld(nil)
	o := w.a.NewObject(w.r.Intrinsic(IntrinsicObjectPrototype))
	k := w.key("x")
	if err := o.Set(w.a, k, Int(1), true); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if v, err := o.Get(w.a, k); err != nil || !v.IsInt() {
			b.Fatal(err)
		}
	}
}

// Agents share specifications, well-known symbols and constant strings; the
// race detector watches.
func TestAgentsInParallel(t *testing.T) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			w := newWorld(t)
			for i := range 200 {
				o := w.object()
				for _, s := range []*jstring.String{TypeOf(Null), NumberToString(float64(i)), hintTexts[0], textNaN} {
					if err := o.Set(w.a, w.a.StringKey(s), Str(s), true); err != nil {
						t.Error(err)
					}
				}
				name, err := w.r.Intrinsic(IntrinsicErrorPrototype).Get(w.a, w.key("name"))
				if err != nil || !jstring.Equal(name.AsString(), jstring.FromGo("Error")) || w.a.StringKey(name.AsString()) != w.key("Error") {
					t.Error("the name of errors")
				}
				c := w.a.NewWeakCollection()
				if err := c.Set(w.a, Sym(SymbolIterator), Int(1)); err != nil {
					t.Error(err)
				}
				if text := DescribeException(Obj(w.a.NewError(w.r.Intrinsic(IntrinsicTypeErrorPrototype), nil))); text != "TypeError" {
					t.Error(text)
				}
			}
		})
	}
	wg.Wait()
}
