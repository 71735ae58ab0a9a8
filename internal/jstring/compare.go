package jstring

import (
	"bytes"
	"unsafe"
)

const hashSeed = 0x9E3779B9

// Hash returns a hash of the code units, never 0. Equal strings have equal
// hashes whatever their storage.
func (s *String) Hash() uint32 {
	if s.hash == 0 {
		s.Flatten()
		h := uint32(hashSeed)
		if s.flags&flagTwoByte == 0 {
			for _, c := range s.Latin1() {
				h = (h ^ uint32(c)) * 0x01000193
			}
		} else {
			for _, c := range s.TwoByte() {
				h = (h ^ uint32(c)) * 0x01000193
			}
		}
		h ^= h >> 15
		if h == 0 {
			h = hashSeed
		}
		s.hash = h
	}
	return s.hash
}

// Equal reports whether a and b have the same code units.
func Equal(a, b *String) bool {
	if a == b {
		return true
	}
	if a.length != b.length || a.hash != 0 && b.hash != 0 && a.hash != b.hash {
		return false
	}
	if a.flags&b.flags&flagInterned != 0 {
		return false
	}
	return Compare(a, b) == 0
}

// Compare orders a and b by code units, returning -1, 0 or 1.
func Compare(a, b *String) int {
	a.Flatten()
	b.Flatten()
	if (a.flags|b.flags)&flagTwoByte == 0 {
		return bytes.Compare(a.Latin1(), b.Latin1())
	}
	n := min(int(a.length), int(b.length))
	for i := range n {
		if x, y := a.At(i), b.At(i); x != y {
			if x < y {
				return -1
			}
			return 1
		}
	}
	switch {
	case a.length < b.length:
		return -1
	case a.length > b.length:
		return 1
	}
	return 0
}

// EqualGo reports whether s has exactly the characters of the ASCII string g.
func (s *String) EqualGo(g string) bool {
	if int(s.length) != len(g) || !s.IsLatin1() {
		return false
	}
	return unsafe.String((*byte)(s.data), len(g)) == g
}

// Index returns the first index at or after from at which sub occurs in s, or -1.
func Index(s, sub *String, from int) int {
	n, m := s.Len(), sub.Len()
	if from > n {
		return -1
	}
	if m == 0 {
		return from
	}
	if n-from < m {
		return -1
	}
	if s.IsLatin1() {
		if !sub.IsLatin1() {
			return -1
		}
		i := bytes.Index(s.Latin1()[from:], sub.Latin1())
		if i < 0 {
			return -1
		}
		return from + i
	}
	u := s.TwoByte()
	first := sub.At(0)
	for i := from; i+m <= n; i++ {
		if u[i] == first && matchAt(u[i:], sub) {
			return i
		}
	}
	return -1
}

// LastIndex returns the last index at or before from at which sub occurs in s, or -1.
func LastIndex(s, sub *String, from int) int {
	m := sub.Len()
	from = min(from, s.Len()-m)
	for i := from; i >= 0; i-- {
		if HasAt(s, sub, i) {
			return i
		}
	}
	return -1
}

// HasAt reports whether sub occurs in s at index i; s is long enough.
func HasAt(s, sub *String, i int) bool {
	if i+sub.Len() > s.Len() {
		return false
	}
	if s.IsLatin1() {
		if !sub.IsLatin1() {
			return false
		}
		return bytes.Equal(s.Latin1()[i:i+sub.Len()], sub.Latin1())
	}
	return matchAt(s.TwoByte()[i:], sub)
}

func matchAt(u []uint16, sub *String) bool {
	for j := range sub.Len() {
		if u[j] != sub.At(j) {
			return false
		}
	}
	return true
}
