package object

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

func TestShapesAreShared(t *testing.T) {
	w := newWorld(t)
	x, y := w.object(), w.object()
	for _, o := range []*Object{x, y} {
		w.set(o, "a", Int(1))
		w.set(o, "b", Int(2))
	}
	w.check(x.shape == y.shape, "objects made alike have different shapes")
	w.set(y, "c", Int(3))
	w.check(x.shape != y.shape, "different objects share a shape")
	w.set(x, "c", Int(3))
	w.check(x.shape == y.shape, "shapes do not meet again")
}

func TestShapeSibling(t *testing.T) {
	w := newWorld(t)
	make := func() *Object {
		o := w.object()
		w.set(o, "a", Int(1))
		get := w.function(nothing)
		w.check(w.define(o, "b", PropertyDescriptor{Get: Obj(get), Has: HasGet | HasConfigurable | HasEnumerable, Attrs: AttrConfigurable | AttrEnumerable}), "define getter")
		w.check(w.define(o, "b", PropertyDescriptor{Get: Undefined, Set: Obj(get), Has: HasSet}), "define setter")
		w.check(w.define(o, "b", PropertyDescriptor{Has: HasEnumerable}), "define attributes")
		return o
	}
	x, y := make(), make()
	w.check(!x.shape.unique && x.shape == y.shape, "redefining the last property gave up the shared shape")
	d, _, _ := x.GetOwnProperty(w.a, w.key("b"))
	w.check(d.IsAccessor() && d.Get.IsObject() && d.Set.IsObject() && !d.Enumerable() && d.Configurable(), "descriptor %+v", d)
}

// TestShapeTables grows objects along branches of the transition tree, asks for
// every key on the way and compares with what was added.
func TestShapeTables(t *testing.T) {
	w := newWorld(t)
	key := func(branch, i int) PropertyKey { return w.key(fmt.Sprintf("k%d_%d", branch, i)) }
	var objects [4]*Object
	for branch := range objects {
		objects[branch] = w.object()
	}
	for i := range 40 {
		for branch, o := range objects {
			// All have the first keys; then each goes its own way.
			b := 0
			if i >= 5+5*branch {
				b = branch
			}
			o.AppendProperty(w.a, key(b, i), Int(int32(100*branch+i)), AttrDefault)
		}
		for branch, o := range objects {
			for j := range 42 {
				b := 0
				if j >= 5+5*branch {
					b = branch
				}
				slot, _, ok := o.shape.lookup(key(b, j))
				w.check(ok == (j <= i) && (!ok || int(slot) == j), "branch %d with %d keys: key %d is %v in slot %d", branch, i+1, j, ok, slot)
			}
			w.check(len(o.shape.props()) == i+1, "branch %d: %d properties", branch, len(o.shape.props()))
		}
	}
	table := objects[0].shape.table
	for s := objects[0].shape; s.parent != nil && s.table != nil; s = s.parent {
		w.check(s.table == table, "a chain of shapes has several tables")
	}
	for _, o := range objects {
		o.toUnique()
		w.check(len(o.shape.props()) == 40 && len(o.shape.table.entries) == 40, "a dictionary has properties of others")
	}
}

func TestShapeDeleteLast(t *testing.T) {
	w := newWorld(t)
	o := w.object()
	w.set(o, "a", Int(1))
	before := o.shape
	w.set(o, "b", StrGo("gone"))
	w.check(w.delete(o, "b"), "delete")
	w.check(o.shape == before, "deleting the last property did not step back")
	w.check(o.slotAt(1).ref == nil, "the deleted value is kept alive")
	w.set(o, "b", Int(3))
	w.same(w.get(o, "b"), Int(3))
	w.check(w.keys(o) == "a,b", "keys %s", w.keys(o))
}

func TestDictionary(t *testing.T) {
	w := newWorld(t)
	o := w.object()
	const n = 3000
	for i := range n {
		w.set(o, fmt.Sprint("k", i), Int(int32(i)))
	}
	w.check(o.shape.unique, "an object with %d properties still has a shared shape", n)
	for i := 0; i < n; i += 2 {
		w.check(w.delete(o, fmt.Sprint("k", i)), "delete")
	}
	for i := range n {
		want := Undefined
		if i%2 == 1 {
			want = Int(int32(i))
		}
		w.same(w.get(o, fmt.Sprint("k", i)), want)
	}
	w.set(o, "k0", Int(-1))
	keys, _ := o.OwnPropertyKeys(w.a)
	w.check(len(keys) == n/2+1 && keyText(keys[0]) == "k1" && keyText(keys[len(keys)-1]) == "k0", "order after deletion")
	for i := range n {
		w.delete(o, fmt.Sprint("k", i))
	}
	w.check(w.keys(o) == "", "keys %q", w.keys(o))
	w.check(len(o.shape.table.entries) < 100, "%d tombstones", len(o.shape.table.entries))
}

func TestFanOut(t *testing.T) {
	w := newWorld(t)
	for i := range 2 * maxRootFanOut {
		o := w.object()
		w.set(o, fmt.Sprint("x", i), Int(int32(i)))
		w.same(w.get(o, fmt.Sprint("x", i)), Int(int32(i)))
		o = w.object()
		w.set(o, "x0", Int(0))
		w.set(o, fmt.Sprint("y", i), Int(int32(i)))
		w.same(w.get(o, fmt.Sprint("y", i)), Int(int32(i)))
	}
	root := w.a.rootShape(ClassObject, w.r.Intrinsic(IntrinsicObjectPrototype))
	w.check(root.children == maxRootFanOut, "%d transitions of the root", root.children)
	n := root.child(w.key("x0"), AttrDefault).children
	w.check(n == maxFanOut, "%d transitions of a child", n)
	// Shapes that the engine asks for exist all the same.
	r := CreateIterResultObject(w.a, Int(1), true)
	w.check(w.keys(r) == "value,done", "keys %s", w.keys(r))
	w.set(r, "more", Int(1))
	w.check(w.keys(r) == "value,done,more", "keys %s", w.keys(r))
}

func TestPrototypeEpoch(t *testing.T) {
	w := newWorld(t)
	proto := w.object()
	o := w.a.NewObject(proto)
	epoch := w.a.ProtoEpoch
	changed := func(what string) {
		w.Helper()
		w.check(w.a.ProtoEpoch != epoch, "%s does not change the epoch", what)
		epoch = w.a.ProtoEpoch
	}
	w.set(proto, "p", Int(1))
	changed("adding")
	w.same(w.get(o, "p"), Int(1))
	w.set(o, "own", Int(1))
	w.check(w.a.ProtoEpoch == epoch, "adding to an object that is no prototype changes the epoch")
	w.set(proto, "p", Int(2))
	w.check(w.a.ProtoEpoch == epoch, "writing in place changes the epoch")
	w.define(proto, "p", PropertyDescriptor{Has: HasWritable})
	changed("reconfiguring")
	w.delete(proto, "p")
	changed("deleting")
	other := w.object()
	_, err := proto.SetPrototypeOf(w.a, other)
	w.ok(err)
	changed("a new prototype of the prototype")
	proto.shape.MarkCached()
	seen := proto.shape
	w.set(proto, "q", Int(1))
	w.check(proto.shape != seen, "a shape that a cache has seen was changed in place")
}

func TestSetPrototype(t *testing.T) {
	w := newWorld(t)
	p, x, y := w.object(), w.object(), w.object()
	w.set(p, "inherited", Int(7))
	for _, o := range []*Object{x, y} {
		w.set(o, "a", Int(1))
		ok, err := o.SetPrototypeOf(w.a, p)
		w.ok(err)
		w.check(ok, "refused")
		w.same(w.get(o, "inherited"), Int(7))
		w.same(w.get(o, "a"), Int(1))
	}
	w.check(x.shape == y.shape, "objects made alike have different shapes")
	ok, _ := p.SetPrototypeOf(w.a, x)
	w.check(!ok, "a cycle was accepted")
	ok, _ = w.r.Intrinsic(IntrinsicObjectPrototype).SetPrototypeOf(w.a, p)
	w.check(!ok, "Object.prototype got a prototype")
	ok, _ = w.r.Intrinsic(IntrinsicObjectPrototype).SetPrototypeOf(w.a, nil)
	w.check(ok, "the prototype that it has was refused")
	_, err := x.PreventExtensions(w.a)
	w.ok(err)
	ok, _ = x.SetPrototypeOf(w.a, nil)
	w.check(!ok, "not extensible, but got a prototype")
}

// In place and through descriptors, assignment does the same.
func TestSetInPlace(t *testing.T) {
	w := newWorld(t)
	o := w.object()
	w.set(o, "x", StrGo("old"))
	w.set(o, "x", Int(1))
	w.same(w.get(o, "x"), Int(1))
	w.check(o.slotAt(0).ref == nil, "a stale reference stays in the slot")
	w.define(o, "x", PropertyDescriptor{Has: HasWritable})
	w.throws(o.Set(w.a, w.key("x"), Int(2), true), "TypeError: Cannot assign to read only property 'x' of object '#<Object>'")
	w.ok(o.Set(w.a, w.key("x"), Int(2), false))
	w.same(w.get(o, "x"), Int(1))
	child := w.a.NewObject(o)
	w.throws(child.Set(w.a, w.key("x"), Int(2), true), "TypeError: Cannot assign to read only property 'x' of object '#<Object>'")
	w.define(o, "y", PropertyDescriptor{Has: HasGet, Get: Undefined})
	w.throws(child.Set(w.a, w.key("y"), Int(2), true), "TypeError: Cannot set property y of #<Object> which has only a getter")
	var this Value
	setter := w.function(func(c *Call) (Value, error) { this = c.This; return Undefined, nil })
	w.define(o, "z", PropertyDescriptor{Has: HasSet, Set: Obj(setter)})
	w.set(child, "z", Int(2))
	w.same(this, Obj(child))
	child.PreventExtensions(w.a)
	w.throws(child.Set(w.a, w.key("w"), Int(2), true), "TypeError: Cannot add property w, object is not extensible")
	// A receiver that is another object gets the property.
	r := w.object()
	ok, err := o.SetV(w.a, w.key("n"), Int(5), Obj(r))
	w.ok(err)
	w.check(ok, "refused")
	w.same(w.get(r, "n"), Int(5))
	w.same(w.get(o, "n"), Undefined)
	ok, _ = o.SetV(w.a, w.key("n"), Int(5), Int(1))
	w.check(!ok, "a primitive receiver got a property")
}

func TestKeyOrder(t *testing.T) {
	w := newWorld(t)
	o := w.object()
	w.set(o, "b", Int(1))
	w.ok(o.Set(w.a, SymbolKey(SymbolIterator), Int(1), true))
	for _, k := range []string{"10", "2", "a", "4294967295", "0", "4294967294", "-1", "01"} {
		w.set(o, k, Int(1))
	}
	want := "0,2,10,4294967294,b,a,4294967295,-1,01,Symbol(Symbol.iterator)"
	w.check(w.keys(o) == want, "keys %s", w.keys(o))
}

func TestFrozen(t *testing.T) {
	w := newWorld(t)
	for _, o := range []*Object{w.object(), w.array(Int(1), Hole, Int(3)), w.a.NewWrapper(StrGo("abc"), nil)} {
		w.set(o, "x", Int(1))
		ok, err := SetIntegrityLevel(w.a, o, Frozen)
		w.ok(err)
		frozen, err := TestIntegrityLevel(w.a, o, Frozen)
		w.ok(err)
		w.check(ok && frozen, "not frozen")
		w.ok(o.Set(w.a, w.key("x"), Int(2), false))
		w.ok(o.Set(w.a, w.key("0"), Int(2), false))
		w.ok(o.Set(w.a, w.key("1"), Int(2), false))
		w.ok(o.Set(w.a, w.key("length"), Int(0), false))
		w.same(w.get(o, "x"), Int(1))
		w.check(!w.delete(o, "x"), "deleted")
		before := w.keys(o)
		w.ok(o.Set(w.a, w.key("new"), Int(2), false))
		w.check(w.keys(o) == before, "a frozen object got a property")
	}
}

func TestAtoms(t *testing.T) {
	w := newWorld(t)
	k := w.key("some name")
	two := w.a.StringKey(jstring.Concat(jstring.FromGo("some "), jstring.FromGo("name")))
	w.check(k == two, "equal strings have different keys")
	w.check(w.key("7") == IndexKey(7) && w.key("07") != IndexKey(7) && !w.key("4294967295").IsIndex(), "array indices")
	for i := range 100000 {
		w.key(fmt.Sprint("temporary ", i))
		if i%20000 == 0 {
			runtime.GC()
		}
	}
	w.check(len(w.a.atoms.entries) < 100000, "dead atoms are not purged: %d", len(w.a.atoms.entries))
	w.check(w.key("some name") == k, "an atom in use was purged")
	runtime.KeepAlive(k)
}

func TestLazyIntrinsics(t *testing.T) {
	w := newWorld(t)
	p := w.r.Intrinsic(IntrinsicObjectPrototype)
	w.check(w.keys(p) == "constructor,toString,valueOf", "keys %s", w.keys(p))
	f := w.get(p, "toString")
	w.same(w.get(p, "toString"), f)
	w.same(w.get(f.AsObject(), "name"), StrGo("toString"))
	w.check(w.keys(f.AsObject()) == "length,name", "keys %s", w.keys(f.AsObject()))
	other := w.a.NewRealm()
	g, err := other.Intrinsic(IntrinsicObjectPrototype).Get(w.a, w.key("toString"))
	w.ok(err)
	w.check(!SameValue(f, g), "realms share a function")
	w.delete(p, "valueOf")
	ok, _ := other.Intrinsic(IntrinsicObjectPrototype).HasProperty(w.a, w.key("valueOf"))
	w.check(ok, "deleting from one realm's intrinsic changed another's")
	w.same(w.get(w.r.Intrinsic(IntrinsicArrayPrototype), "values"), Obj(w.r.Intrinsic(IntrinsicArrayPrototypeValues)))
}

func TestDeepPrototypeChain(t *testing.T) {
	w := newWorld(t)
	o := w.object()
	for range 100000 {
		o = w.a.NewObject(o)
	}
	w.same(w.get(o, "nothing"), Undefined)
	w.set(o, "x", Int(1))
	// Arrays refine Get and Set, so that a chain of them recurses.
	o = w.array()
	for range 100000 {
		o = w.a.NewArrayWithProto(o)
	}
	_, err := o.Get(w.a, w.key("nothing"))
	w.throws(err, "RangeError: Maximum call stack size exceeded")
	w.throws(o.Set(w.a, w.key("nothing"), Int(1), true), "RangeError: Maximum call stack size exceeded")
	_, err = o.HasProperty(w.a, w.key("nothing"))
	w.ok(err)
}
