package object

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func TestArrayGet(t *testing.T) {
	w := newWorld(t)
	proto := w.r.Intrinsic(IntrinsicArrayPrototype)
	o := w.array(Int(1), Hole, StrGo("x"))
	for _, k := range []string{"0", "1", "2", "3", "length", "toString", "values", "-1", "4294967295"} {
		fast, err := o.Get(w.a, w.key(k))
		w.ok(err)
		slow, err := OrdinaryGet(w.a, o, w.key(k), Obj(o))
		w.ok(err)
		w.same(fast, slow)
	}
	w.set(proto, "1", StrGo("inherited"))
	w.same(w.get(o, "1"), StrGo("inherited"))
	w.delete(proto, "1")
	w.same(w.get(o, "1"), Undefined)
}

func TestArraySet(t *testing.T) {
	w := newWorld(t)
	o := w.array()
	w.set(o, "0", Int(1))
	w.check(o.Elements().Form == ElementsInt, "form %d", o.Elements().Form)
	w.set(o, "1", Float(1.5))
	w.check(o.Elements().Form == ElementsFloat, "form %d", o.Elements().Form)
	w.same(w.get(o, "0"), Int(1))
	w.set(o, "2", StrGo("s"))
	w.set(o, "5", True)
	w.same(w.get(o, "length"), Int(6))
	w.check(w.keys(o) == "0,1,2,5,length", "keys %s", w.keys(o))
	// A setter or a read-only element on the prototype chain is honoured.
	proto := w.r.Intrinsic(IntrinsicArrayPrototype)
	called := 0
	setter := w.function(func(c *Call) (Value, error) { called++; return Undefined, nil })
	w.define(proto, "3", PropertyDescriptor{Has: HasSet | HasConfigurable, Set: Obj(setter), Attrs: AttrConfigurable})
	w.set(o, "3", Int(1))
	w.check(called == 1 && w.keys(o) == "0,1,2,5,length", "the inherited setter was not called")
	w.define(proto, "3", PropertyDescriptor{Has: HasValue | HasWritable, Value: Int(9)})
	w.throws(o.Set(w.a, IndexKey(3), Int(1), true), "TypeError: Cannot assign to read only property '3' of object '[object Array]'")
	w.delete(proto, "3")
	w.set(o, "3", Int(1))
	w.same(w.get(o, "3"), Int(1))
	// With another receiver.
	r := w.object()
	ok, err := o.SetV(w.a, IndexKey(0), StrGo("r"), Obj(r))
	w.ok(err)
	w.check(ok, "refused")
	w.same(w.get(r, "0"), StrGo("r"))
	w.same(w.get(o, "0"), Int(1))
}

func TestArrayLength(t *testing.T) {
	w := newWorld(t)
	o := w.array(Int(0), Int(1), Int(2), Int(3))
	w.set(o, "length", Int(2))
	w.check(w.keys(o) == "0,1,length", "keys %s", w.keys(o))
	w.throws(o.Set(w.a, w.key("length"), Float(1.5), true), "RangeError: Invalid array length")
	w.throws(o.Set(w.a, w.key("length"), Int(-1), true), "RangeError: Invalid array length")
	w.throws(o.Set(w.a, w.key("length"), Float(4294967296), true), "RangeError: Invalid array length")
	w.set(o, "length", StrGo("4294967295"))
	w.same(w.get(o, "length"), Float(4294967295))
	w.set(o, "4294967290", Int(5))
	w.set(o, "100", Int(5))
	w.check(w.keys(o) == "0,1,100,4294967290,length", "keys %s", w.keys(o))
	w.set(o, "length", Int(50))
	w.check(w.keys(o) == "0,1,length", "keys %s", w.keys(o))

	// An element that cannot be deleted stops the truncation.
	w.set(o, "10", Int(1))
	w.define(o, "5", DataDescriptor(Int(5), AttrWritable))
	w.set(o, "20", Int(1))
	ok, err := o.SetV(w.a, w.key("length"), Int(1), Obj(o))
	w.ok(err)
	w.check(!ok, "truncated")
	w.same(w.get(o, "length"), Int(6))
	w.check(w.keys(o) == "0,1,5,length", "keys %s", w.keys(o))

	// A length that is not writable.
	o = w.array(Int(1), Int(2))
	w.check(w.define(o, "length", PropertyDescriptor{Has: HasWritable}), "make read-only")
	w.throws(o.Set(w.a, IndexKey(2), Int(3), true), "TypeError: Cannot add property 2, object is not extensible")
	w.set(o, "0", Int(7))
	w.throws(o.Set(w.a, w.key("length"), Int(0), true), "TypeError: Cannot assign to read only property 'length' of object '[object Array]'")
	w.check(w.define(o, "length", PropertyDescriptor{Has: HasValue, Value: Int(2)}), "the same length was refused")
	w.check(!w.define(o, "length", PropertyDescriptor{Has: HasValue, Value: Int(3)}), "another length was accepted")
	w.check(!w.delete(o, "length"), "length was deleted")
}

func TestArraySparse(t *testing.T) {
	w := newWorld(t)
	o := w.array(Int(0), Int(1), Int(2))
	w.define(o, "1", PropertyDescriptor{Has: HasEnumerable})
	w.check(w.keys(o) == "0,1,2,length", "keys %s", w.keys(o))
	d, _, _ := o.GetOwnProperty(w.a, IndexKey(1))
	w.check(!d.Enumerable() && d.Writable(), "descriptor %+v", d)
	w.set(o, "3", Int(3))
	w.set(o, "1", Int(11))
	w.same(w.get(o, "1"), Int(11))
	w.same(w.get(o, "length"), Int(4))
	w.check(w.delete(o, "2"), "delete")
	w.same(w.get(o, "2"), Undefined)
	w.set(o, "1000000", Int(1))
	w.same(w.get(o, "length"), Int(1000001))
}

// An array behaves like a model: a map from indices and a length.
func TestArrayRandom(t *testing.T) {
	w := newWorld(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	for round := range 40 {
		o := w.array()
		model, length := map[uint32]int32{}, uint32(0)
		for step := range 400 {
			i := uint32(rnd.IntN(40))
			if rnd.IntN(20) == 0 {
				i = uint32(rnd.IntN(100000))
			}
			v := int32(step)
			switch rnd.IntN(8) {
			case 0:
				w.check(w.delete(o, fmt.Sprint(i)), "delete")
				delete(model, i)
			case 1:
				if rnd.IntN(8) == 0 {
					w.set(o, "length", Float(float64(i)))
					for k := range model {
						if k >= i {
							delete(model, k)
						}
					}
					length = i
				}
			case 2:
				w.check(w.define(o, fmt.Sprint(i), DataDescriptor(Int(v), AttrConfigurable|AttrWritable)), "define")
				model[i], length = v, max(length, i+1)
			case 3:
				w.ok(o.CreateDataPropertyOrThrow(w.a, IndexKey(i), Int(v)))
				model[i], length = v, max(length, i+1)
			default:
				w.set(o, fmt.Sprint(i), Int(v))
				model[i], length = v, max(length, i+1)
			}
		}
		w.same(w.get(o, "length"), Float(float64(length)))
		for i := range uint32(100000) {
			want := Undefined
			if v, ok := model[i]; ok {
				want = Int(v)
			}
			if got, _ := o.Get(w.a, IndexKey(i)); !SameValue(got, want) {
				t.Fatalf("round %d: element %d is %s, want %s", round, i, w.a.Describe(got), w.a.Describe(want))
			}
		}
		keys, _ := o.OwnPropertyKeys(w.a)
		w.check(len(keys) == len(model)+1, "%d keys, want %d", len(keys), len(model)+1)
	}
}

func TestListFromArrayLike(t *testing.T) {
	w := newWorld(t)
	list, err := CreateListFromArrayLike(w.a, Obj(w.array(Int(1), Hole, StrGo("x"))))
	w.ok(err)
	w.check(len(list) == 3, "length %d", len(list))
	w.same(list[1], Undefined)
	w.same(list[2], StrGo("x"))
	o := w.object()
	w.set(o, "length", StrGo("2"))
	w.set(o, "1", Int(5))
	list, err = CreateListFromArrayLike(w.a, Obj(o))
	w.ok(err)
	w.check(len(list) == 2, "length %d", len(list))
	w.same(list[1], Int(5))
	_, err = CreateListFromArrayLike(w.a, Int(1))
	w.throws(err, "TypeError: CreateListFromArrayLike called on non-object")
}

func TestArrayWithShape(t *testing.T) {
	w := newWorld(t)
	root := w.a.RootShape(ClassArray, nil)
	for slots := range 6 {
		s := root
		for i := range slots {
			s = w.a.ShapeWith(s, AttrDefault, w.key(string(rune('a'+i))))
		}
		for n := range 12 {
			o, vs := w.a.NewArrayWithShape(s, n)
			for i := range vs {
				vs[i] = Int(int32(i))
			}
			for i := range slots {
				o.InitSlot(uint32(i), Int(int32(100+i)))
			}
			e := o.Elements()
			storage := e.values()
			for i := range 30 {
				e.Append(Int(int32(n + i)))
			}
			w.set(o, "more", Int(7))
			w.set(o, "most", Int(8))
			for i := range n + 30 {
				w.check(e.At(uint32(i)).AsInt() == int32(i), "%d slots, %d elements: element %d is %v", slots, n, i, e.At(uint32(i)))
			}
			for i := range slots {
				v, err := o.Get(w.a, w.key(string(rune('a'+i))))
				w.check(err == nil && v.AsInt() == int32(100+i), "%d slots, %d elements: slot %d is %v", slots, n, i, v)
			}
			if n <= 9 {
				for _, v := range storage {
					w.check(v == Value{}, "storage left behind holds %v", v)
				}
			}
		}
	}
}
