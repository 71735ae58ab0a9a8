package control

import (
	"testing"

	"github.com/burrowjs/burrow/object"
	_ "github.com/burrowjs/burrow/realm/fundamental"
	"github.com/burrowjs/burrow/realm/realmtest"
)

// counting returns an iterator over 0, 1, 2 … that counts how often it is closed.
func counting(w *realmtest.World, limit int) (it object.Value, closed *int) {
	closed = new(int)
	n := 0
	next := func(c *object.Call) (object.Value, error) {
		n++
		return object.Obj(object.CreateIterResultObject(c.Agent, object.IntN(n-1), n > limit)), nil
	}
	ret := func(c *object.Call) (object.Value, error) {
		*closed++
		return c.This, nil
	}
	return w.V(map[string]any{"next": next, "return": ret}), closed
}

// steps calls next until it is done and returns the values.
func steps(w *realmtest.World, helper object.Value) []object.Value {
	w.Helper()
	var list []object.Value
	for {
		r := w.Call(w.Of(helper, "next"), helper)
		if w.Of(r, "done").IsTrue() {
			return list
		}
		list = append(list, w.Of(r, "value"))
	}
}

func TestIteratorHelpers(t *testing.T) {
	for _, c := range []struct {
		name   string
		arg    any
		want   []int
		closed int
	}{
		{"take", 2, []int{0, 1}, 1},
		{"drop", 3, []int{3, 4}, 0},
		{"map", func(c *object.Call) (object.Value, error) { return object.Int(c.Arg(0).AsInt() * 10), nil }, []int{0, 10, 20, 30, 40}, 0},
		{"filter", func(c *object.Call) (object.Value, error) { return object.Bool(c.Arg(0).AsInt()%2 == 1), nil }, []int{1, 3}, 0},
	} {
		w := realmtest.New(t)
		it, closed := counting(w, 5)
		got := steps(w, w.Call(w.Get(object.IntrinsicIteratorPrototype, c.name), it, c.arg))
		if len(got) != len(c.want) {
			t.Errorf("%s: %d values, want %d", c.name, len(got), len(c.want))
			continue
		}
		for i, v := range got {
			w.Is(v, c.want[i])
		}
		if *closed != c.closed {
			t.Errorf("%s: closed %d times, want %d", c.name, *closed, c.closed)
		}
	}
}

func TestHelperReturnClosesOnce(t *testing.T) {
	w := realmtest.New(t)
	it, closed := counting(w, 5)
	h := w.Call(w.Get(object.IntrinsicIteratorPrototype, "take"), it, 4)
	for range 2 {
		w.Call(w.Of(h, "return"), h)
	}
	if *closed != 1 {
		t.Errorf("closed %d times, want 1", *closed)
	}
	w.Is(w.Of(w.Call(w.Of(h, "next"), h), "done"), true)
}

func TestZipShortestClosesTheOthers(t *testing.T) {
	w := realmtest.New(t)
	short, shortClosed := counting(w, 1)
	long, longClosed := counting(w, 9)
	list := steps(w, w.Call(w.Get(object.IntrinsicIterator, "zipKeyed"), nil, map[string]any{"a": short, "b": long}))
	if len(list) != 1 || *shortClosed != 0 || *longClosed != 1 {
		t.Errorf("%d results, closed %d and %d; want 1, 0 and 1", len(list), *shortClosed, *longClosed)
	}
}
