package object

import (
	"slices"
	"unsafe"
)

// Operations on many elements at once, for the built-ins of arrays. None runs
// script; the callers have charged for what they allocate.

// DropFirst removes element 0 and returns it. The storage keeps its place and
// only begins one element later, so that queues cost a constant per element.
func (e *Elements) DropFirst() Value {
	v := e.At(0)
	if e.Len == 1 {
		e.Truncate(0)
		return v
	}
	if e.Form == ElementsValue {
		e.values()[0] = Value{}
	}
	e.data = unsafe.Add(e.data, e.ElementSize())
	e.Len--
	e.cap--
	return v
}

// fits reports whether v can be stored in the current form.
func (e *Elements) fits(v Value) bool {
	switch e.Form {
	case ElementsInt:
		return v.IsInt()
	case ElementsFloat:
		return v.IsNumber()
	}
	return true
}

// Splice replaces remove elements from index start on by items.
func (e *Elements) Splice(start, remove uint32, items []Value) {
	for _, v := range items {
		for !e.fits(v) {
			e.widenFor(v)
		}
	}
	n := uint32(len(items))
	size := e.Len - remove + n
	e.Reserve(size)
	from, to := start+remove, start+n
	switch e.Form {
	case ElementsInt:
		s := e.ints()
		copy(s[to:], s[from:e.Len])
		for i, v := range items {
			s[start+uint32(i)] = v.AsInt()
		}
	case ElementsFloat:
		s := e.floats()
		copy(s[to:], s[from:e.Len])
		for i, v := range items {
			s[start+uint32(i)] = v.AsNumber()
		}
	default:
		s := e.values()
		copy(s[to:], s[from:e.Len])
		for i, v := range items {
			s[start+uint32(i)] = v.Clean()
		}
		if size < e.Len {
			clear(s[size:e.Len])
		}
	}
	if e.Len = size; size == 0 {
		e.data, e.cap, e.Form = nil, 0, ElementsInt
	}
}

// AppendRange appends the elements [start,end) of from, holes included.
func (e *Elements) AppendRange(from *Elements, start, end uint32) {
	if start >= end {
		return
	}
	switch {
	case e.Len == 0 && e.cap == 0:
		e.Form = from.Form
	case e.Form < from.Form:
		e.setForm(from.Form)
	}
	n := end - start
	e.Reserve(e.Len + n)
	at := e.Len
	e.Len += n
	switch {
	case e.Form == ElementsValue && from.Form != ElementsValue:
		dst := e.values()[at:e.Len]
		for i := range dst {
			dst[i] = from.At(start + uint32(i))
		}
	case e.Form == ElementsValue:
		copy(e.values()[at:e.Len], from.values()[start:end])
	case e.Form == ElementsInt:
		copy(e.ints()[at:e.Len], from.ints()[start:end])
	case from.Form == ElementsInt:
		dst := e.floats()[at:e.Len]
		for i, x := range from.ints()[start:end] {
			dst[i] = float64(x)
		}
	default:
		copy(e.floats()[at:e.Len], from.floats()[start:end])
	}
}

// Reverse reverses the elements.
func (e *Elements) Reverse() {
	switch e.Form {
	case ElementsInt:
		slices.Reverse(e.ints()[:e.Len])
	case ElementsFloat:
		slices.Reverse(e.floats()[:e.Len])
	default:
		slices.Reverse(e.values()[:e.Len])
	}
}

// FillRange sets the elements [start,end), all below Len, to v.
func (e *Elements) FillRange(start, end uint32, v Value) {
	for !e.fits(v) {
		e.widenFor(v)
	}
	switch e.Form {
	case ElementsInt:
		s, x := e.ints()[start:end], v.AsInt()
		for i := range s {
			s[i] = x
		}
	case ElementsFloat:
		s, x := e.floats()[start:end], v.AsNumber()
		for i := range s {
			s[i] = x
		}
	default:
		s, x := e.values()[start:end], v.Clean()
		for i := range s {
			s[i] = x
		}
	}
}

// SetAll replaces the elements by vs, which it takes over; all are clean. The
// length property stays.
func (e *Elements) SetAll(vs []Value) {
	n := e.Length
	e.data, e.Len, e.cap, e.Form = nil, 0, 0, ElementsInt
	e.InitValues(vs)
	e.Length = n
}

// HasHoles reports whether an element below Len is absent.
func (e *Elements) HasHoles() bool {
	if e.Form != ElementsValue {
		return false
	}
	for _, v := range e.values()[:e.Len] {
		if v.IsHole() {
			return true
		}
	}
	return false
}

// MakeRoom charges for growth to n elements and reserves it.
func (e *Elements) MakeRoom(a *Agent, n uint32) error {
	if n <= e.cap {
		return nil
	}
	if err := a.Charge((int(n) + int(n)/2) * int(unsafe.Sizeof(Value{}))); err != nil {
		return err
	}
	e.Reserve(n)
	return nil
}
