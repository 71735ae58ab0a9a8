package object

import (
	"strconv"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

func BenchmarkStringKeyKnown(b *testing.B) {
	a := NewAgent()
	k := a.Key("something")
	s := jstring.FromGo("something")
	for b.Loop() {
		if a.StringKey(s) != k {
			b.Fatal("another key")
		}
	}
}

func BenchmarkStringKeyNew(b *testing.B) {
	a := NewAgent()
	n := 0
	for b.Loop() {
		n++
		a.StringKey(jstring.FromLatin1(strconv.AppendInt([]byte("key"), int64(n), 10)))
	}
}

func BenchmarkSetNew(b *testing.B) {
	w := newWorld(nil)
	x, y := w.key("x"), w.key("y")
	proto := w.r.Intrinsic(IntrinsicObjectPrototype)
	for b.Loop() {
		o := w.a.NewObject(proto)
		if o.Set(w.a, x, Int(1), true) != nil || o.Set(w.a, y, Int(1), true) != nil {
			b.Fatal()
		}
	}
}

func BenchmarkTypedArrayGet(b *testing.B) {
	w := newWorld(nil)
	o := w.a.NewTypedArray(TypeFloat64, nil, w.a.NewArrayBuffer(nil, make([]byte, 800), -1), 0, 100)
	for b.Loop() {
		if v, err := o.Get(w.a, IndexKey(50)); err != nil || !v.IsInt() {
			b.Fatal()
		}
	}
}

func BenchmarkWeakSet(b *testing.B) {
	w := newWorld(nil)
	c := w.a.NewWeakCollection()
	for b.Loop() {
		if c.Set(w.a, Obj(w.a.NewObject(nil)), Int(1)) != nil {
			b.Fatal()
		}
	}
}
