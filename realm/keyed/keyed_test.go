package keyed_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/burrowjs/burrow/object"
	_ "github.com/burrowjs/burrow/realm/fundamental"
	"github.com/burrowjs/burrow/realm/keyed"
	"github.com/burrowjs/burrow/realm/realmtest"
)

func TestMap(t *testing.T) {
	w := realmtest.New(t)
	m := w.Construct(w.Get(object.IntrinsicMap), []any{[]any{"a", 1}, []any{1.5, 2}, []any{math.NaN(), 3}, []any{math.Copysign(0, -1), 4}})
	call := func(method string, args ...any) object.Value {
		t.Helper()
		return w.Call(w.Of(m, method), m, args...)
	}
	w.Is(w.Of(m, "size"), 4)
	w.Is(call("get", "a"), 1)
	w.Is(call("get", math.NaN()), 3)
	w.Is(call("get", 0), 4)
	w.Is(call("get", "b"), nil)
	w.Is(call("set", "b", 5), m)
	w.Is(call("has", "b"), true)
	w.Is(call("delete", "a"), true)
	w.Is(call("delete", "a"), false)
	w.Is(call("getOrInsert", "c", 6), 6)
	w.Is(call("getOrInsert", "c", 7), 6)
	w.Is(call("getOrInsertComputed", math.Copysign(0, -1), nothing), 4)
	w.Is(call("getOrInsertComputed", "d", nothing), nil)
	w.Is(call("has", "d"), true)
	it := call("keys")
	for _, want := range []any{1.5, math.NaN(), 0, "b", "c", "d"} {
		w.Is(w.Of(w.Call(w.Of(it, "next"), it), "value"), want)
	}
	w.Is(w.Of(w.Call(w.Of(it, "next"), it), "done"), true)
	call("clear")
	w.Is(w.Of(m, "size"), 0)
	_, err := w.Try(w.Get(object.IntrinsicMapPrototype, "get"), 1)
	w.Throws(err, "TypeError: Method Map.prototype.get called on incompatible receiver 1")
	_, err = w.Try(w.Get(object.IntrinsicMap), nil)
	w.Throws(err, "TypeError: Constructor Map requires 'new'")
	groups := w.Call(w.Get(object.IntrinsicMap, "groupBy"), nil, []any{1, 2, 3}, func(c *object.Call) (object.Value, error) {
		return object.Int(c.Arg(0).AsInt() % 2), nil
	})
	w.Is(w.Of(w.Call(w.Of(groups, "get"), groups, 1), "length"), 2)
}

func nothing(c *object.Call) (object.Value, error) { return object.Undefined, nil }

func TestSetAlgebra(t *testing.T) {
	w := realmtest.New(t)
	set := func(vs ...any) object.Value { return w.Construct(w.Get(object.IntrinsicSet), vs) }
	list := func(s object.Value) (text string) {
		w.Call(w.Of(s, "forEach"), s, func(c *object.Call) (object.Value, error) {
			text += c.Arg(0).AsString().String()
			return object.Undefined, nil
		})
		return text
	}
	x, y := set("a", "b", "c"), set("d", "c", "b", "e")
	for method, want := range map[string]string{
		"union": "abcde", "intersection": "bc", "difference": "a", "symmetricDifference": "ade",
	} {
		if got := list(w.Call(w.Of(x, method), x, y)); got != want {
			t.Errorf("%s: %s, want %s", method, got, want)
		}
	}
	if got := list(w.Call(w.Of(y, "intersection"), y, x)); got != "bc" {
		t.Errorf("intersection of the greater: %s", got)
	}
	is := func(method string, x, y object.Value) object.Value { t.Helper(); return w.Call(w.Of(x, method), x, y) }
	w.Is(is("isSubsetOf", set("b"), x), true)
	w.Is(is("isSubsetOf", x, y), false)
	w.Is(is("isSupersetOf", x, set("a", "c")), true)
	w.Is(is("isSupersetOf", x, y), false)
	w.Is(is("isDisjointFrom", x, set("d")), true)
	w.Is(is("isDisjointFrom", x, y), false)
	_, err := w.Try(w.Of(x, "union"), x, map[string]any{"size": "x"})
	w.Throws(err, "TypeError: The 'size' property must be a number")
}

func TestWeak(t *testing.T) {
	w := realmtest.New(t)
	global := func(name string) object.Value {
		for _, p := range keyed.Globals {
			if p.Name == name {
				return w.Get(p.Ref)
			}
		}
		return object.Undefined
	}
	key, symbol := w.V(map[string]any{}), object.Sym(object.NewSymbol(nil))
	m := w.Construct(global("WeakMap"), []any{[]any{key, 1}})
	w.Is(w.Call(w.Of(m, "get"), m, key), 1)
	w.Is(w.Call(w.Of(m, "set"), m, symbol, 2), m)
	w.Is(w.Call(w.Of(m, "get"), m, symbol), 2)
	w.Is(w.Call(w.Of(m, "has"), m, 5), false)
	w.Is(w.Call(w.Of(m, "delete"), m, key), true)
	w.Is(w.Call(w.Of(m, "getOrInsertComputed"), m, key, func(c *object.Call) (object.Value, error) { return object.Int(9), nil }), 9)
	_, err := w.Try(w.Of(m, "set"), m, object.Sym(w.Agent.SymbolFor(w.V("r").AsString())))
	w.Throws(err, "TypeError: Invalid value used as weak map key")
	s := w.Construct(global("WeakSet"), []any{key})
	w.Is(w.Call(w.Of(s, "has"), s, key), true)
	w.Is(w.Call(w.Of(s, "delete"), s, key), true)
	w.Is(w.Call(w.Of(s, "has"), s, key), false)
}

// model is a map as the specification describes it: a list in which removed
// entries stay as holes.
type model struct {
	keys   []int // -1: a hole
	values []int
}

func (m *model) find(k int) int {
	for i, x := range m.keys {
		if x == k {
			return i
		}
	}
	return -1
}

// TestMapDataAgainstModel makes random changes while cursors walk the table.
func TestMapDataAgainstModel(t *testing.T) {
	w := realmtest.New(t)
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		d, m := object.NewMapData(), &model{}
		type walker struct {
			cursor object.MapCursor
			index  int
		}
		var walkers []*walker
		for step := range 2000 {
			k := r.IntN(120)
			switch p := r.IntN(100); {
			case p < 45:
				w.OK(d.Set(w.Agent, object.Int(int32(k)), object.Int(int32(step))))
				if i := m.find(k); i >= 0 {
					m.values[i] = step
				} else {
					m.keys, m.values = append(m.keys, k), append(m.values, step)
				}
			case p < 80:
				found, err := d.Delete(w.Agent, object.Float(float64(k)))
				w.OK(err)
				i := m.find(k)
				if found != (i >= 0) {
					t.Fatalf("seed %d step %d: delete %d: %v", seed, step, k, found)
				}
				if i >= 0 {
					m.keys[i] = -1
				}
			case p == 80 && r.IntN(10) == 0:
				d.Clear()
				for i := range m.keys {
					m.keys[i] = -1
				}
			case p < 84:
				walkers = append(walkers, &walker{cursor: d.Cursor()})
			case len(walkers) > 0:
				x := walkers[r.IntN(len(walkers))]
				for x.index < len(m.keys) && m.keys[x.index] < 0 {
					x.index++
				}
				key, value, ok := x.cursor.Next()
				if ok != (x.index < len(m.keys)) {
					t.Fatalf("seed %d step %d: cursor %v", seed, step, ok)
				}
				if ok {
					w.Is(key, m.keys[x.index])
					w.Is(value, m.values[x.index])
					x.index++
				}
			}
		}
		live := 0
		for i, k := range m.keys {
			if k >= 0 {
				live++
				v, ok := d.Get(object.Int(int32(k)))
				if !ok {
					t.Fatalf("seed %d: lost %d", seed, k)
				}
				w.Is(v, m.values[i])
			}
		}
		if d.Len() != live {
			t.Fatalf("seed %d: %d entries, want %d", seed, d.Len(), live)
		}
	}
}

func TestMapKeys(t *testing.T) {
	w := realmtest.New(t)
	d := object.NewMapData()
	big := func(s string) object.Value {
		n, err := object.ToBigInt(w.Agent, object.StrGo(s))
		w.OK(err)
		return object.BigInt(n)
	}
	for i, k := range []object.Value{object.StrGo("1"), object.Int(1), big("1"), object.True, object.Null, object.Undefined,
		object.Float(0.1), object.Float(math.Inf(1)), object.NaN, w.V(map[string]any{}), object.Sym(object.SymbolIterator)} {
		w.OK(d.Set(w.Agent, k, object.Int(int32(i))))
	}
	for i, k := range []object.Value{object.StrGo("1"), object.Float(1), big("0x1"), object.True, object.Null, object.Undefined,
		object.Float(0.1), object.Float(math.Inf(1)), object.Float(-math.NaN())} {
		v, ok := d.Get(k)
		if !ok {
			t.Errorf("key %d not found", i)
		}
		w.Is(v, i)
	}
	if d.Len() != 11 {
		t.Errorf("%d entries", d.Len())
	}
}

func BenchmarkMapSetGet(b *testing.B) {
	w := realmtest.New(b)
	for b.Loop() {
		d := object.NewMapData()
		for i := range int32(1000) {
			w.OK(d.Set(w.Agent, object.Int(i), object.Int(i)))
		}
		for i := range int32(1000) {
			d.Get(object.Int(i))
		}
	}
}
