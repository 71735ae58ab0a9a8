package jstring

import (
	"sync/atomic"
	"unsafe"
)

// Lengths at which Concat changes its strategy.
const (
	copyMax = 24  // results up to here are copied flat
	ropeMin = 256 // results from here may become ropes
)

// Concat returns a followed by b. The caller has checked that the sum of the
// lengths is at most MaxLength.
//
// Three strategies: short results are copied; a left operand that ends at the
// end of its buffer is extended in place, and one that was itself built by
// concatenation moves to a buffer of twice its size; everything else becomes a
// rope, so that prepending and building trees of text stay linear too.
func Concat(a, b *String) *String {
	if a.length == 0 {
		return b
	}
	if b.length == 0 {
		return a
	}
	n := a.length + b.length
	if a.flags&flagRope == 0 && b.flags&flagRope == 0 {
		if n <= copyMax {
			return concatFlat(a, b)
		}
		if a.flags&flagBuffer != 0 {
			if r := a.extend(b); r != nil {
				return r
			}
		}
		if n < ropeMin || a.flags&flagBuilt != 0 && b.length <= a.length {
			if a.flags&flagBuilt != 0 {
				return concatBuffer(a, b)
			}
			return concatFlat(a, b)
		}
	}
	return newRope(a, b)
}

func newRope(a, b *String) *String {
	return &String{data: unsafe.Pointer(a), aux: unsafe.Pointer(b), length: a.length + b.length,
		flags: flagRope | (a.flags|b.flags)&flagTwoByte | flagBuilt}
}

// ConcatCost returns the bytes that Concat will allocate, and whether the
// result will be a rope, which takes as much again as it is long when it is
// flattened.
func ConcatCost(a, b *String) (bytes int, rope bool) {
	const header = int(unsafe.Sizeof(String{}))
	n := int(a.length) + int(b.length)
	size := n
	if (a.flags|b.flags)&flagTwoByte != 0 {
		size *= 2
	}
	flat := a.flags&flagRope == 0 && b.flags&flagRope == 0
	switch {
	case a.length == 0 || b.length == 0:
		return 0, false
	case flat && n <= copyMax:
		return header + size, false
	case flat && a.flags&flagBuffer != 0 && (*buffer)(a.aux).used == a.length && n <= int((*buffer)(a.aux).cap):
		return header, false
	case flat && (n < ropeMin || a.flags&flagBuilt != 0 && b.length <= a.length):
		return header + 2*size, false
	}
	return header, true
}

// flattened counts the bytes of all ropes flattened.
var flattened atomic.Uint64

// Flattened returns the bytes that flattening has taken so far, in the whole
// process: a memory limit looks at the difference.
func Flattened() uint64 { return flattened.Load() }

// extend appends b in place if a ends where its buffer does and b fits.
func (a *String) extend(b *String) *String {
	buf := (*buffer)(a.aux)
	n := a.length + b.length
	if buf.used != a.length || n > buf.cap || b.flags&flagTwoByte&^a.flags != 0 {
		return nil
	}
	if a.flags&flagTwoByte == 0 {
		copy(unsafe.Slice((*byte)(unsafe.Add(a.data, a.length)), b.length), unsafe.Slice((*byte)(b.data), b.length))
	} else {
		b.copyTo(unsafe.Slice((*uint16)(unsafe.Add(a.data, 2*a.length)), b.length))
	}
	buf.used = n
	return &String{data: a.data, aux: a.aux, length: n, flags: a.flags&flagTwoByte | flagBuffer | flagBuilt}
}

func concatFlat(a, b *String) *String {
	n := int(a.length + b.length)
	if (a.flags|b.flags)&flagTwoByte == 0 {
		s, dst := newLatin1(n)
		copy(dst, a.Latin1())
		copy(dst[a.length:], b.Latin1())
		s.flags |= flagBuilt
		return s
	}
	s, dst := newTwoByte(n)
	a.copyTo(dst)
	b.copyTo(dst[a.length:])
	s.flags |= flagBuilt
	return s
}

// concatBuffer copies a and b to a new buffer with room for as much again.
func concatBuffer(a, b *String) *String {
	n := a.length + b.length
	buf := &buffer{used: n, cap: 2 * n}
	s := &String{aux: unsafe.Pointer(buf), length: n, flags: (a.flags|b.flags)&flagTwoByte | flagBuffer | flagBuilt}
	if s.flags&flagTwoByte == 0 {
		dst := make([]byte, buf.cap)
		copy(dst, a.Latin1())
		copy(dst[a.length:], b.Latin1())
		s.data = unsafe.Pointer(unsafe.SliceData(dst))
		return s
	}
	dst := make([]uint16, buf.cap)
	a.copyTo(dst)
	b.copyTo(dst[a.length:])
	s.data = unsafe.Pointer(unsafe.SliceData(dst))
	return s
}

// copyTo copies the units of a flat string to the start of dst.
func (s *String) copyTo(dst []uint16) {
	if s.flags&flagTwoByte != 0 {
		copy(dst, unsafe.Slice((*uint16)(s.data), s.length))
		return
	}
	for i, c := range unsafe.Slice((*byte)(s.data), s.length) {
		dst[i] = uint16(c)
	}
}

// Flatten turns a rope into a flat string, iteratively: a rope may be a
// million halves deep.
func (s *String) Flatten() {
	if s.flags&flagRope != 0 {
		s.flatten()
	}
}

func (s *String) flatten() {
	twoByte := s.flags&flagTwoByte != 0
	var bytes []byte
	var units []uint16
	if twoByte {
		flattened.Add(2 * uint64(s.length))
		units = make([]uint16, s.length)
	} else {
		flattened.Add(uint64(s.length))
		bytes = make([]byte, s.length)
	}
	// Filled from the end: the common rope leans left, so its right halves are
	// leaves and the stack stays short.
	end := int(s.length)
	stack := []*String{s}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for top.flags&flagRope != 0 {
			stack = append(stack, (*String)(top.data))
			top = (*String)(top.aux)
		}
		end -= int(top.length)
		if twoByte {
			top.copyTo(units[end:])
		} else {
			copy(bytes[end:], unsafe.Slice((*byte)(top.data), top.length))
		}
	}
	s.aux = nil
	if twoByte {
		s.data = unsafe.Pointer(unsafe.SliceData(units))
	} else {
		s.data = unsafe.Pointer(unsafe.SliceData(bytes))
	}
	s.flags &^= flagRope
}
