package object

import "unsafe"

// Arrays with named properties, which are what RegExp.prototype.exec makes: few
// elements and three properties in one allocation, of a size that wastes
// little in the allocator's classes.
type (
	array3 struct {
		arrayObject
		in [3]Value
	}
	array3x1 struct {
		array3
		elements [1]Value
	}
	array3x3 struct {
		array3
		elements [3]Value
	}
	array3x6 struct {
		array3
		elements [6]Value
	}
	array3x9 struct {
		array3
		elements [9]Value
	}
)

// NewArrayWithShape returns an array of shape s, to be filled with InitSlot, and
// its n elements, to be filled with clean Values before anything else happens.
//
// OPT: small ones have their elements in the same allocation, like the slots of
// objects (TestArrayWithShape).
func (a *Agent) NewArrayWithShape(s *Shape, n int) (*Object, []Value) {
	var x *array3
	var vs []Value
	switch {
	case n <= 1:
		y := &array3x1{}
		x, vs = &y.array3, y.elements[:n:n]
	case n <= 3:
		y := &array3x3{}
		x, vs = &y.array3, y.elements[:n:n]
	case n <= 6:
		y := &array3x6{}
		x, vs = &y.array3, y.elements[:n:n]
	case n <= 9:
		y := &array3x9{}
		x, vs = &y.array3, y.elements[:n:n]
	default:
		x, vs = &array3{}, make([]Value, n)
	}
	o := &x.Object
	o.shape = s
	o.slots = unsafe.Pointer(&x.in)
	o.flags = uint64(KindArray) | flagExtensible | flagElements | uint64(len(x.in))<<capShift
	o.ext = unsafe.Pointer(&x.arrayObject.elements)
	x.arrayObject.elements.InitValues(vs)
	x.arrayObject.elements.inline = n > 0 && n <= 9
	if more := s.SlotCount(); int(more) > len(x.in) {
		o.replaceSlots(make([]Value, more))
	}
	return o, vs
}
