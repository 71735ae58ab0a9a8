package object

import (
	"math"
	"unsafe"
)

// Elements is the dense part of an array: indices [0,Len) in one of three
// forms. Indices at or above Len, if present, are ordinary properties of the
// (then unique) shape. It is the payload of arrays and arguments objects.
type Elements struct {
	data     unsafe.Pointer // *int32, *float64 or *Value
	Len      uint32         // initialised elements
	cap      uint32
	Length   uint32 // the length property of an array
	Form     ElementForm
	ReadOnly bool // length is not writable
	inline   bool // data lies within the array's own allocation
}

// ElementForm is the storage form of Elements.
type ElementForm uint8

const (
	ElementsInt   ElementForm = iota // int32, no holes
	ElementsFloat                    // float64, no holes
	ElementsValue                    // Values, Hole where absent
)

func (e *Elements) ints() []int32     { return unsafe.Slice((*int32)(e.data), e.cap) }
func (e *Elements) floats() []float64 { return unsafe.Slice((*float64)(e.data), e.cap) }
func (e *Elements) values() []Value   { return unsafe.Slice((*Value)(e.data), e.cap) }

// Data returns the storage, for the interpreter loop.
func (e *Elements) Data() unsafe.Pointer { return e.data }

// Cap returns the number of elements there is room for.
func (e *Elements) Cap() uint32 { return e.cap }

// At returns element i < Len, which may be Hole.
func (e *Elements) At(i uint32) Value {
	switch e.Form {
	case ElementsInt:
		return Int(e.ints()[i])
	case ElementsFloat:
		return Float(e.floats()[i])
	}
	return e.values()[i]
}

// Put replaces element i < Len.
func (e *Elements) Put(i uint32, v Value) {
	switch e.Form {
	case ElementsInt:
		if v.IsInt() {
			e.ints()[i] = v.AsInt()
			return
		}
	case ElementsFloat:
		if v.IsNumber() {
			e.floats()[i] = v.AsNumber()
			return
		}
	case ElementsValue:
		e.values()[i].SetHeap(v)
		return
	}
	e.widenFor(v)
	e.Put(i, v)
}

// Append adds an element at index Len.
func (e *Elements) Append(v Value) {
	if e.Len == e.cap {
		e.Reserve(e.Len + 1)
	}
	i := e.Len
	e.Len++
	if e.Form == ElementsValue {
		e.values()[i].SetHeap(v)
		return
	}
	e.Put(i, v)
}

// widenFor changes the form so that v fits.
func (e *Elements) widenFor(v Value) {
	if e.Form == ElementsInt && v.IsNumber() {
		e.setForm(ElementsFloat)
		return
	}
	e.setForm(ElementsValue)
}

func (e *Elements) setForm(f ElementForm) {
	switch {
	case e.Form == f:
	case f == ElementsFloat:
		dst := make([]float64, e.cap)
		for i, x := range e.ints()[:e.Len] {
			dst[i] = float64(x)
		}
		e.data = unsafe.Pointer(unsafe.SliceData(dst))
	case f == ElementsValue:
		dst := make([]Value, e.cap)
		for i := range e.Len {
			dst[i] = e.At(i)
		}
		e.data = unsafe.Pointer(unsafe.SliceData(dst))
	}
	e.Form = f
}

// Reserve makes room for n elements in all, at least doubling what there is.
func (e *Elements) Reserve(n uint32) {
	if n <= e.cap {
		return
	}
	c := max(n, 4)
	if e.cap > 0 && e.cap < math.MaxUint32/2 {
		c = max(n, e.cap+min(e.cap, 1<<20)+4)
	}
	e.resize(c)
}

func (e *Elements) resize(c uint32) {
	switch e.Form {
	case ElementsInt:
		dst := make([]int32, c)
		copy(dst, e.ints()[:e.Len])
		e.data = unsafe.Pointer(unsafe.SliceData(dst))
	case ElementsFloat:
		dst := make([]float64, c)
		copy(dst, e.floats()[:e.Len])
		e.data = unsafe.Pointer(unsafe.SliceData(dst))
	default:
		dst := make([]Value, c)
		copy(dst, e.values()[:e.Len])
		e.leaveInline()
		e.data = unsafe.Pointer(unsafe.SliceData(dst))
	}
	e.cap = c
}

// leaveInline clears elements behind the array's header, which live as long as
// that, before the storage is another.
func (e *Elements) leaveInline() {
	if e.inline {
		clear(e.values())
		e.inline = false
	}
}

// ElementSize is the number of bytes of an element in the current form.
func (e *Elements) ElementSize() int {
	switch e.Form {
	case ElementsInt:
		return 4
	case ElementsFloat:
		return 8
	}
	return int(unsafe.Sizeof(Value{}))
}

// Truncate drops the elements from n on.
func (e *Elements) Truncate(n uint32) {
	if n >= e.Len {
		return
	}
	if e.Form == ElementsValue {
		clear(e.values()[n:e.Len])
	}
	e.Len = n
	if n == 0 {
		e.data, e.cap, e.Form = nil, 0, ElementsInt
	}
}

// Values returns the elements as a slice of Values, changing the form if
// necessary. It is the array's own storage: a write must be a SetHeap, and the
// slice is valid until the array changes.
func (e *Elements) Values() []Value {
	e.setForm(ElementsValue)
	return e.values()[:e.Len]
}

// Ints returns the elements if they are in integer form.
func (e *Elements) Ints() ([]int32, bool) {
	if e.Form != ElementsInt {
		return nil, false
	}
	return e.ints()[:e.Len], true
}

// Floats returns the elements if they are in float form.
func (e *Elements) Floats() ([]float64, bool) {
	if e.Form != ElementsFloat {
		return nil, false
	}
	return e.floats()[:e.Len], true
}

// InitValues makes e, which is new, hold vs, which it takes over; all are clean.
func (e *Elements) InitValues(vs []Value) {
	if len(vs) == 0 {
		return
	}
	e.leaveInline()
	e.data, e.Len, e.cap, e.Form = unsafe.Pointer(unsafe.SliceData(vs)), uint32(len(vs)), uint32(cap(vs)), ElementsValue
	e.Length = e.Len
}

// InitForm prepares empty elements for n values of which v is the first.
func (e *Elements) InitForm(v Value, n uint32) {
	switch {
	case v.IsInt():
		e.Form = ElementsInt
	case v.IsFloat():
		e.Form = ElementsFloat
	default:
		e.Form = ElementsValue
	}
	e.resize(n)
}
