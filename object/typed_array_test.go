package object

import (
	"fmt"
	"math"
	"math/big"
	"sync"
	"testing"
)

func (w *world) buffer(n, max int) *Object {
	return w.a.NewArrayBuffer(w.r.Intrinsic(IntrinsicArrayBufferPrototype), make([]byte, n), max)
}

func (w *world) typed(t ElementType, buffer *Object, offset, length int) *Object {
	return w.a.NewTypedArray(t, w.r.Intrinsic(IntrinsicTypedArrayPrototype), buffer, offset, length)
}

func TestTypedArrayElements(t *testing.T) {
	w := newWorld(t)
	big64 := func(n int64) Value { return BigInt(big.NewInt(n)) }
	for _, c := range []struct {
		t        ElementType
		in, want Value
	}{
		{TypeInt8, Int(200), Int(-56)}, {TypeUint8, Int(-1), Int(255)}, {TypeUint8C, Int(300), Int(255)}, {TypeUint8C, Float(2.5), Int(2)},
		{TypeUint8C, Float(3.5), Int(4)}, {TypeUint8C, NaN, Int(0)}, {TypeInt16, Float(65535), Int(-1)}, {TypeUint16, Int(-1), Int(65535)},
		{TypeInt32, Float(4294967295), Int(-1)}, {TypeUint32, Int(-1), Float(4294967295)}, {TypeInt32, StrGo("12"), Int(12)},
		{TypeBigInt64, big64(-1), big64(-1)}, {TypeBigUint64, big64(-1), BigInt(new(big.Int).SetUint64(math.MaxUint64))},
		{TypeBigInt64, True, big64(1)}, {TypeFloat16, Float(1.0 / 3), Float(0.333251953125)}, {TypeFloat16, Float(65520), Float(inf)},
		{TypeFloat32, Float(0.1), Float(float64(float32(0.1)))}, {TypeFloat64, Float(0.1), Float(0.1)}, {TypeFloat64, Undefined, NaN},
		{TypeFloat32, Float(math.Copysign(0, -1)), Float(math.Copysign(0, -1))}, {TypeFloat64, Float(1e300), Float(1e300)},
	} {
		o := w.typed(c.t, w.buffer(32, -1), 8, 3)
		w.set(o, "1", c.in)
		w.same(w.get(o, "1"), c.want)
		s, err := NewSharedBlock(w.a, 32, -1)
		w.ok(err)
		o = w.typed(c.t, w.a.NewSharedArrayBuffer(nil, s), 8, 3)
		w.set(o, "1", c.in)
		w.same(w.get(o, "1"), c.want)
		w.same(w.get(o, "0"), w.get(o, "2"))
	}
	o := w.typed(TypeBigInt64, w.buffer(8, -1), 0, 1)
	w.throws(o.Set(w.a, IndexKey(0), Int(1), true), "TypeError: Cannot convert 1 to a BigInt")
	o = w.typed(TypeInt8, w.buffer(8, -1), 0, 1)
	w.throws(o.Set(w.a, IndexKey(0), big64(1), true), "TypeError: Cannot convert a BigInt value to a number")
}

func TestTypedArrayKeys(t *testing.T) {
	w := newWorld(t)
	proto := w.r.Intrinsic(IntrinsicTypedArrayPrototype)
	for _, k := range []string{"-0", "1.5", "-1", "9", "Infinity", "NaN", "4294967296", "1e+21"} {
		w.set(proto, k, StrGo("inherited"))
	}
	o := w.typed(TypeUint8, w.buffer(4, -1), 0, 4)
	for _, k := range []string{"-0", "1.5", "-1", "9", "Infinity", "NaN", "4294967296", "1e+21"} {
		w.same(w.get(o, k), Undefined)
		w.set(o, k, Int(1))
		has, _ := o.HasProperty(w.a, w.key(k))
		w.check(!has, "has %s", k)
		w.check(!w.define(o, k, DataDescriptor(Int(1), AttrDefault)), "defined %s", k)
		w.check(w.delete(o, k), "delete %s", k)
	}
	for _, k := range []string{"1e3", "01", "+1", "1.0", "Infinityx"} {
		w.set(o, k, Int(5))
		w.same(w.get(o, k), Int(5))
	}
	w.check(w.keys(o) == "0,1,2,3,1e3,01,+1,1.0,Infinityx", "keys %s", w.keys(o))
	w.check(!w.delete(o, "0"), "deleted an element")
	w.check(w.define(o, "0", PropertyDescriptor{Has: HasValue, Value: Int(7)}), "define value")
	w.same(w.get(o, "0"), Int(7))
	for _, bad := range []PropertyDescriptor{{Has: HasConfigurable}, {Has: HasEnumerable}, {Has: HasWritable}, {Has: HasGet, Get: Undefined}} {
		w.check(!w.define(o, "0", bad), "accepted %+v", bad)
	}
	// Another receiver takes the value only if the index is valid.
	r := w.object()
	ok, _ := o.SetV(w.a, IndexKey(0), Int(1), Obj(r))
	w.check(ok && w.keys(r) == "0", "keys %s", w.keys(r))
	ok, _ = o.SetV(w.a, IndexKey(99), Int(1), Obj(r))
	w.check(ok && w.keys(r) == "0", "keys %s", w.keys(r))
	ok, err := SetIntegrityLevel(w.a, o, Sealed)
	w.check(!ok || err != nil, "sealed")
}

func TestResizableTypedArrays(t *testing.T) {
	w := newWorld(t)
	b := w.buffer(8, 32)
	d := Payload[ArrayBufferData](b)
	fixed, auto := w.typed(TypeInt16, b, 2, 3), w.typed(TypeInt16, b, 2, -1)
	length := func(o *Object) int { return TypedArrayLength(TypedArrayOf(Obj(o))) }
	check := func(f, a int, fixedOut, autoOut bool) {
		w.Helper()
		w.check(length(fixed) == f && length(auto) == a, "lengths %d %d, want %d %d", length(fixed), length(auto), f, a)
		w.check(IsTypedArrayOutOfBounds(TypedArrayOf(Obj(fixed))) == fixedOut && IsTypedArrayOutOfBounds(TypedArrayOf(Obj(auto))) == autoOut, "bounds")
	}
	check(3, 3, false, false)
	w.set(fixed, "2", Int(9))
	w.ok(d.Resize(w.a, 11))
	check(3, 4, false, false)
	w.same(w.get(auto, "2"), Int(9))
	w.ok(d.Resize(w.a, 7))
	check(0, 2, true, false)
	w.same(w.get(fixed, "0"), Undefined)
	w.set(fixed, "0", Int(1))
	w.ok(d.Resize(w.a, 2))
	check(0, 0, true, false)
	w.ok(d.Resize(w.a, 1))
	check(0, 0, true, true)
	w.ok(d.Resize(w.a, 32))
	check(3, 15, false, false)
	w.same(w.get(fixed, "2"), Int(0))
	ok, _ := auto.PreventExtensions(w.a)
	w.check(!ok, "an array of changing length cannot be made non-extensible")
	w.ok(DetachArrayBuffer(w.a, d, Undefined))
	check(0, 0, true, true)
	w.check(w.keys(auto) == "", "keys %s", w.keys(auto))

	im := w.buffer(4, -1)
	Payload[ArrayBufferData](im).Immutable = true
	o := w.typed(TypeInt8, im, 0, 4)
	w.throws(o.Set(w.a, IndexKey(0), Int(1), true), "TypeError: Cannot assign to read only property '0' of object '#<Object>'")
	w.throws(DetachArrayBuffer(w.a, Payload[ArrayBufferData](im), Undefined), "TypeError: Cannot perform detach on an immutable ArrayBuffer")
}

func TestFloat16(t *testing.T) {
	for h := range 1 << 16 {
		f := Float16FromBits(uint16(h))
		if f != f {
			continue
		}
		if back := Float16Bits(f); back != uint16(h) {
			t.Fatalf("%#x is %v, which is %#x", h, f, back)
		}
		// Halfway to the next number goes to the even one, a little more goes up.
		if next := uint16(h + 1); f >= 0 && next < 0x7C00 {
			g := Float16FromBits(next)
			half := (f + g) / 2
			if want := uint16(h + h&1); Float16Bits(half) != want {
				t.Fatalf("%v rounds to %#x, want %#x", half, Float16Bits(half), want)
			}
			if Float16Bits(math.Nextafter(half, inf)) != next || Float16Bits(math.Nextafter(half, 0)) != uint16(h) {
				t.Fatalf("neighbours of %v", half)
			}
		}
	}
	for _, c := range []struct {
		f    float64
		want uint16
	}{{65519.999, 0x7BFF}, {65520, 0x7C00}, {-65520, 0xFC00}, {math.Copysign(0, -1), 0x8000}, {math.NaN(), 0x7E00}, {5e-324, 0}, {-1e-10, 0x8000}} {
		if got := Float16Bits(c.f); got != c.want {
			t.Errorf("%v: %#x, want %#x", c.f, got, c.want)
		}
	}
}

func TestSharedBlock(t *testing.T) {
	w := newWorld(t)
	s, err := NewSharedBlock(w.a, 20, 64)
	w.ok(err)
	for i := range 20 {
		s.Store(i, 1, uint64(i))
	}
	for _, size := range []int{1, 2, 4, 8} {
		for i := 0; i+size <= 20; i++ {
			var want uint64
			for k := range size {
				want |= uint64(i+k) << (8 * k)
			}
			if got := s.Load(i, size); got != want {
				t.Errorf("load %d at %d: %#x, want %#x", size, i, got, want)
			}
			s.Store(i, size, want)
		}
	}
	w.check(s.CompareExchange(4, 4, 0x07060504, 1) == 0x07060504 && s.Load(4, 4) == 1, "compare and exchange")
	w.check(s.CompareExchange(4, 4, 0, 2) == 1 && s.Load(4, 4) == 1, "failed compare and exchange")
	w.check(s.Grow(20, 40) && s.Len() == 40 && !s.Grow(20, 50), "grow")

	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 1000 {
				s.Update(8, 2, func(old, arg uint64) uint64 { return old + arg }, 1)
				s.Store(10, 1, 7)
			}
		})
	}
	before := s.Load(8, 2)
	wg.Wait()
	_ = before
	w.check(s.Load(8, 2) == 4000+0x0908, "lost updates: %d", s.Load(8, 2)-0x0908)
}

func TestCopyBytes(t *testing.T) {
	w := newWorld(t)
	make := func(shared bool) *ArrayBufferData {
		b := &ArrayBufferData{Data: make([]byte, 64)}
		if shared {
			s, err := NewSharedBlock(w.a, 64, -1)
			w.ok(err)
			b = &ArrayBufferData{Shared: s}
		}
		for i := range 64 {
			b.StoreRaw(i, 1, uint64(i))
		}
		return b
	}
	for _, kinds := range [][2]bool{{false, false}, {false, true}, {true, false}, {true, true}} {
		to, from := make(kinds[0]), make(kinds[1])
		w.ok(CopyBytes(w.a, to, 3, from, 10, 20))
		for i := range 20 {
			w.check(to.LoadRaw(3+i, 1) == uint64(10+i), "byte %d", i)
		}
		w.check(to.LoadRaw(23, 4) == from.LoadRaw(23, 4), "bytes beyond")
	}
	for _, shared := range []bool{false, true} {
		b := make(shared)
		w.ok(CopyBytes(w.a, b, 5, b, 0, 50))
		for i := range 50 {
			w.check(b.LoadRaw(5+i, 1) == uint64(i), "byte %d of an overlapping copy", i)
		}
	}
}

func TestElementTypes(t *testing.T) {
	for e := range ElementTypes {
		if e.Size() == 0 || e.Name() == "" || e.IsBigInt() != (fmt.Sprint(e.Name()[:3]) == "Big") {
			t.Errorf("%s: size %d", e.Name(), e.Size())
		}
	}
}
