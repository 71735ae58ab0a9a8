package indexed

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
	_ "github.com/burrowjs/burrow/realm/fundamental"
	"github.com/burrowjs/burrow/realm/realmtest"
)

// method calls a method of Array.prototype.
func method(w *realmtest.World, array object.Value, name string, args ...any) object.Value {
	w.Helper()
	return w.Call(w.Get(object.IntrinsicArrayPrototype, name), array, args...)
}

func joined(w *realmtest.World, array object.Value) string {
	w.Helper()
	return method(w, array, "join").AsString().String()
}

func TestArrayChanges(t *testing.T) {
	w := realmtest.New(t)
	a := w.V([]any{3, 1, 2})
	w.Is(method(w, a, "push", 9, 2.5), 5)
	w.Is(method(w, a, "shift"), 3)
	w.Is(method(w, a, "unshift", "x"), 5)
	removed := method(w, a, "splice", 1, 2, "p", "q", "r")
	for _, c := range []struct {
		array object.Value
		want  string
	}{
		{a, "x,p,q,r,9,2.5"}, {removed, "1,2"},
		{method(w, a, "slice", 1, -1), "p,q,r,9"},
		{method(w, a, "concat", []any{7}, 8), "x,p,q,r,9,2.5,7,8"},
		{method(w, w.V([]any{1, []any{2, []any{3}}}), "flat", 9), "1,2,3"},
		{method(w, w.V([]any{10, 9, 1}), "sort"), "1,10,9"},
		{method(w, w.V([]any{1, 2, 3}), "with", -1, 5), "1,2,5"},
		{method(w, w.V([]any{1, 2, 3, 4}), "copyWithin", 0, 2), "3,4,3,4"},
		{method(w, w.V([]any{1, 2, 3}), "fill", "z", 1), "1,z,z"},
	} {
		if got := joined(w, c.array); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestHolesFindPrototypes checks that the short cuts are not taken when a hole
// would read something from the prototype.
func TestHolesFindPrototypes(t *testing.T) {
	w := realmtest.New(t)
	o, err := object.ArrayCreate(w.Agent, 2, nil)
	w.OK(err)
	proto := w.Realm.Intrinsic(object.IntrinsicArrayPrototype)
	w.OK(proto.Set(w.Agent, object.IndexKey(0), w.V("inherited"), true))
	w.Is(method(w, object.Obj(o), "shift"), "inherited")
	w.Is(method(w, object.Obj(o), "indexOf", "inherited"), 0)
}

func TestCyclicJoin(t *testing.T) {
	w := realmtest.New(t)
	a := w.V([]any{1})
	method(w, a, "push", a)
	if got := joined(w, a); got != "1," {
		t.Errorf("got %q", got)
	}
}

type intOrder struct{ fail bool }

var errOrder = errors.New("comparator")

type pair struct{ key, seq int }

func (o intOrder) compare(x, y pair) (int, error) {
	if o.fail {
		return 0, errOrder
	}
	return x.key - y.key, nil
}

func TestMergeSortIsStable(t *testing.T) {
	a := object.NewAgent()
	for n := range 200 {
		list := make([]pair, n)
		for i := range list {
			list[i] = pair{rand.IntN(1 + n/3), i}
		}
		want := slices.Clone(list)
		slices.SortStableFunc(want, func(x, y pair) int { return x.key - y.key })
		if err := mergeSort(a, list, intOrder{}); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(list, want) {
			t.Fatalf("%d elements: %v, want %v", n, list, want)
		}
		if err := mergeSort(a, list, intOrder{true}); n > 1 && err != errOrder {
			t.Fatalf("%d elements: the comparator's error is lost: %v", n, err)
		}
	}
}

func TestBase64(t *testing.T) {
	a := realmtest.New(t).Agent
	for _, c := range []struct {
		text      string
		lastChunk int
		want      string
		read      int
		fails     bool
	}{
		{"Zm9v", lastLoose, "foo", 4, false},
		{" Zm 9v YmE= ", lastStrict, "fooba", 12, false},
		{"Zm9vYg", lastLoose, "foob", 6, false},
		{"Zm9vYg", lastStopBeforePartial, "foo", 4, false},
		{"Zm9vYg", lastStrict, "foo", 4, true},
		{"Zm9vYh==", lastStrict, "foo", 4, true},
		{"Zm9v!", lastLoose, "foo", 4, true},
		{"Zg=", lastLoose, "", 0, true},
	} {
		o := base64Options{&base64Values, c.lastChunk}
		d := o.decode(a, jstring.FromGo(c.text), -1)
		if string(d.bytes) != c.want || (d.err != nil) != c.fails || !c.fails && d.read != c.read {
			t.Errorf("%q: %q, read %d, %v", c.text, d.bytes, d.read, d.err)
		}
	}
}

func TestTypedArrays(t *testing.T) {
	w := realmtest.New(t)
	ctor := w.Get(typedArrayConstructors[object.TypeInt16])
	a := w.Construct(ctor, []any{3, -1, 70000})
	if got := w.Call(w.Of(a, "join"), a); got.AsString().String() != "3,-1,4464" {
		t.Errorf("got %s", got.AsString())
	}
	w.Call(w.Of(a, "sort"), a)
	w.Is(w.Call(w.Of(a, "at"), a, 0), -1)
	b := w.Call(w.Of(a, "subarray"), a, 1)
	w.Call(w.Of(b, "fill"), b, 9)
	w.Is(w.Call(w.Of(a, "lastIndexOf"), a, 9), 2)
	_, err := w.Try(w.Of(a, "set"), a, []any{1, 2}, 2)
	w.Throws(err, "RangeError: offset is out of bounds")
}
