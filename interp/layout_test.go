package interp

import (
	"testing"
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

// TestLayout compares the loop's own views of values, objects and elements
// with what package object lays out.
func TestLayout(t *testing.T) {
	if unsafe.Sizeof(val{}) != unsafe.Sizeof(object.Value{}) {
		t.Error("val and object.Value differ in size")
	}
	if unsafe.Sizeof(obj{}) != unsafe.Sizeof(object.Object{}) {
		t.Error("obj and object.Object differ in size")
	}
	if unsafe.Sizeof(elements{}) != unsafe.Sizeof(object.Elements{}) {
		t.Error("elements and object.Elements differ in size")
	}
	v := object.Int(-7)
	if x := (*val)(unsafe.Pointer(&v)); x.bits != tagInt32|uint64(uint32(0xFFFFFFF9)) || x.ref != nil {
		t.Errorf("int32 -7 is %#x", x.bits)
	}
	for _, c := range []struct {
		v    object.Value
		bits uint64
	}{
		{object.Undefined, bitsUndefined}, {object.Null, bitsNull}, {object.True, bitsTrue}, {object.False, bitsFalse},
		{object.Hole, bitsHole}, {object.TDZ, bitsTDZ}, {object.Empty, bitsEmpty},
		{object.NewBoxValue(object.Null), bitsBox}, {object.StrGo("x"), tagString},
	} {
		if got := (*val)(unsafe.Pointer(&c.v)).bits; got != c.bits {
			t.Errorf("bits of %v: %#x, want %#x", c.v, got, c.bits)
		}
	}
	name := object.NewPrivateName(nil)
	name.Found = object.PrivateSlot{Slot: 7, Writable: true}
	if p := (*privateName)(unsafe.Pointer(name)); p.shape != nil || p.slot != 7 || !p.writable || unsafe.Sizeof(*p) != unsafe.Sizeof(name.Found) {
		t.Errorf("private name is %+v", *p)
	}
	var e object.Elements
	for i := range 3 {
		e.Append(object.Int(int32(i)))
	}
	e.Length = 9
	x := (*elements)(unsafe.Pointer(&e))
	if x.len != 3 || x.length != 9 || x.form != formInt || *(*int32)(unsafe.Add(x.data, 8)) != 2 {
		t.Errorf("elements are %+v", *x)
	}
	e.Put(0, object.Float(0.5))
	if x.form != formFloat {
		t.Errorf("form %d after a float", x.form)
	}
}

// TestToInt32Truncation proves the fast path of bitwise operators on doubles:
// for a double whose integer part fits int64, truncation is ToInt32.
func TestToInt32Truncation(t *testing.T) {
	for _, f := range []float64{0, -0.5, 1.9, -1.9, 1 << 31, 1<<32 + 5, -(1 << 33) - 3, 1 << 53, 1<<61 + 1<<20, -(1 << 61)} {
		if got, want := int32(uint32(int64(f))), object.Int32OfFloat(f); got != want {
			t.Errorf("%g: %d, want %d", f, got, want)
		}
	}
}
