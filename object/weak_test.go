package object

import (
	"runtime"
	"testing"
	"time"
	"unsafe"
	"weak"
)

// collect runs the garbage collector until done or a little while has passed.
func collect(done func() bool) bool {
	for range 50 {
		runtime.GC()
		if done() {
			return true
		}
		time.Sleep(time.Millisecond)
	}
	return false
}

func TestWeakTable(t *testing.T) {
	w := newWorld(t)
	c, d := w.a.NewWeakCollection(), w.a.NewWeakCollection()
	keys := []Value{Obj(w.object()), Obj(w.array(Int(1))), Obj(w.r.Intrinsic(IntrinsicObjectPrototype)), Sym(NewSymbol(nil)), Sym(SymbolIterator), Obj(w.a.NewArrayWithProto(nil))}
	for i, k := range keys {
		if o := k.ObjectOrNil(); o != nil {
			w.set(o, "before", Int(int32(i)))
		}
		w.ok(c.Set(w.a, k, Int(int32(i))))
		_, ok := d.Get(w.a, k)
		w.check(!ok, "another collection has the key")
		w.ok(d.Set(w.a, k, StrGo("d")))
		w.ok(d.Set(w.a, k, StrGo("dd")))
		// Slots grow, shrink and turn into a dictionary behind the table's back.
		if o := k.ObjectOrNil(); o != nil {
			shape := o.shape
			w.ok(c.Set(w.a, k, Int(int32(i))))
			w.check(o.shape == shape, "the shape changed")
			for j := range uint32(200) {
				w.ok(o.Set(w.a, IndexKey(1000000+j), Int(1), true))
			}
			for j := range uint32(200) {
				_, err := o.Delete(w.a, IndexKey(1000000+j))
				w.ok(err)
			}
			w.same(w.get(o, "before"), Int(int32(i)))
		}
	}
	for i, k := range keys {
		v, _ := c.Get(w.a, k)
		w.same(v, Int(int32(i)))
		v, _ = d.Get(w.a, k)
		w.same(v, StrGo("dd"))
		w.check(c.Delete(w.a, k) && !c.Delete(w.a, k), "deletion")
		_, ok := c.Get(w.a, k)
		w.check(!ok, "a deleted key is there")
		v, _ = d.Get(w.a, k)
		w.same(v, StrGo("dd"))
	}
	many := make([]*WeakCollection, 50)
	for i := range many {
		many[i] = w.a.NewWeakCollection()
		w.ok(many[i].Set(w.a, keys[0], IntN(i)))
	}
	for i := range many {
		if i%3 == 0 {
			w.check(many[i].Delete(w.a, keys[0]), "deletion")
		}
	}
	for i := range many {
		v, ok := many[i].Get(w.a, keys[0])
		w.check(ok == (i%3 != 0), "collection %d", i)
		if ok {
			w.same(v, IntN(i))
		}
	}
	w.check(!CanBeHeldWeakly(Int(1)) && !CanBeHeldWeakly(Sym(w.a.SymbolFor(w.a.NameString(NameGet)))) && CanBeHeldWeakly(Sym(SymbolIterator)), "CanBeHeldWeakly")
}

// A key that only its own value refers to is collected, though the collection lives.
func TestWeakKeyCycle(t *testing.T) {
	w := newWorld(t)
	c := w.a.NewWeakCollection()
	make := func() weak.Pointer[Object] {
		key, value := w.object(), w.object()
		w.set(value, "key", Obj(key))
		w.ok(c.Set(w.a, Obj(key), Obj(value)))
		return weak.Make(key)
	}
	p := make()
	w.check(collect(func() bool { return p.Value() == nil }), "key → value → key was not collected")
	runtime.KeepAlive(c)
}

// A dead collection lets go of its values though the keys live.
func TestWeakDeadCollection(t *testing.T) {
	w := newWorld(t)
	key := w.object()
	survivor := w.a.NewWeakCollection()
	w.ok(survivor.Set(w.a, Obj(key), Int(1)))
	make := func() weak.Pointer[Object] {
		c, value := w.a.NewWeakCollection(), w.object()
		w.ok(c.Set(w.a, Obj(key), Obj(value)))
		return weak.Make(value)
	}
	p := make()
	w.check(collect(func() bool {
		w.a.SweepWeakTables()
		return p.Value() == nil
	}), "the value of a dead collection was not collected")
	v, ok := survivor.Get(w.a, Obj(key))
	w.check(ok, "the sweep took another collection's entry")
	w.same(v, Int(1))
}

// The documented exception: a value that refers to its own collection keeps it
// alive as long as the key lives.
func TestWeakValueRefersToCollection(t *testing.T) {
	w := newWorld(t)
	key := w.object()
	class := &Class{Name: "WeakMap", Kind: KindOther}
	make := func() weak.Pointer[Object] {
		c := w.a.NewWeakCollection()
		m := w.a.NewOf(class, nil, unsafe.Pointer(c))
		value := w.object()
		w.set(value, "map", Obj(m))
		w.ok(c.Set(w.a, Obj(key), Obj(value)))
		return weak.Make(m)
	}
	p := make()
	runtime.GC()
	w.a.SweepWeakTables()
	runtime.GC()
	w.check(p.Value() != nil, "the collection died: the exception need not be documented any more")
	runtime.KeepAlive(key)
	key = nil
	w.check(collect(func() bool { return p.Value() == nil }), "the key died, but not the collection")
}

func TestWeakTablesAreForgotten(t *testing.T) {
	w := newWorld(t)
	c := w.a.NewWeakCollection()
	for i := range 20000 {
		w.ok(c.Set(w.a, Obj(w.object()), Int(1)))
		if i%4000 == 0 {
			runtime.GC()
		}
	}
	w.check(len(w.a.weak.tables) < 20000, "%d tables are listed", len(w.a.weak.tables))
}
