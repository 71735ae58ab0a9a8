// Package jstring holds JavaScript strings: sequences of UTF-16 code units
// (ECMA-262, 6.1.4) and the text form of source code.
//
// A String is stored flat, as Latin-1 bytes when every unit is below 256 and
// as UTF-16 units otherwise, or as a rope that remembers two halves until
// somebody looks inside. Strings are immutable to everyone outside this
// package; flattening a rope rewrites its header in place but never changes
// what it says. A String belongs to one goroutine at a time, except flat
// strings whose Hash has been asked for before they were shared.
//
// Appending in a loop is the hot pattern of real programs, so a string that
// was built by concatenation owns a buffer with room behind its end: the next
// `s += x` copies x there and makes a new header (see Concat).
package jstring

import (
	"unsafe"
)

// MaxLength is the greatest length of a string in code units; longer results
// are a RangeError ("Invalid string length"). It is V8's limit on 64-bit machines.
const MaxLength = 1<<29 - 24

const (
	flagTwoByte  = 1 << iota // data points at uint16 units
	flagRope                 // data and aux are the halves
	flagBuffer               // aux is the *buffer that data points into
	flagBuilt                // made by Concat: the next append gets a buffer
	flagView                 // data points into the units of aux, a flat string
	flagInterned             // the canonical string of an agent's atom table
)

// String is a JavaScript string. The zero String is the empty string.
type String struct {
	data   unsafe.Pointer // flat: first unit; rope: left half
	aux    unsafe.Pointer // rope: right half; flagBuffer: *buffer; flagView: the whole
	length uint32
	hash   uint32 // 0 until computed
	flags  uint8
}

// buffer is an append-in-place store: units [0,used) belong to strings already
// made, so only the string that ends at used may be extended in place.
type buffer struct {
	used, cap uint32
}

// Empty is the empty string.
var Empty = &String{hash: hashSeed ^ hashSeed>>15}

var singleChars = func() (t [256]*String) {
	for i := range t {
		t[i] = FromLatin1([]byte{byte(i)})
		t[i].Hash()
	}
	return t
}()

// FromLatin1 returns the string whose units are the bytes of b. It takes ownership of b.
func FromLatin1(b []byte) *String {
	if len(b) == 0 {
		return Empty
	}
	return &String{data: unsafe.Pointer(unsafe.SliceData(b)), length: uint32(len(b))}
}

// CopyLatin1 returns the string whose units are the bytes of b, which remain
// the caller's.
func CopyLatin1(b []byte) *String {
	if len(b) == 0 {
		return Empty
	}
	s, units := newLatin1(len(b))
	copy(units, b)
	return s
}

// FromUTF16 returns the string with the units u, stored as Latin-1 if they fit.
// It takes ownership of u.
func FromUTF16(u []uint16) *String {
	if len(u) == 0 {
		return Empty
	}
	var or uint16
	for _, c := range u {
		or |= c
	}
	if or < 256 {
		s, units := newLatin1(len(u))
		narrow(units, u)
		return s
	}
	return &String{data: unsafe.Pointer(unsafe.SliceData(u)), length: uint32(len(u)), flags: flagTwoByte}
}

// narrow copies units that fit into bytes.
func narrow(dst []byte, u []uint16) {
	for i, c := range u {
		dst[i] = byte(c)
	}
}

// FromUnit returns the string of one code unit.
func FromUnit(c uint16) *String {
	if c < 256 {
		return singleChars[c]
	}
	s, units := newTwoByte(1)
	units[0] = c
	return s
}

// FromCodePoint returns the string of one code point (one or two units).
func FromCodePoint(r rune) *String {
	if r < 0x10000 {
		return FromUnit(uint16(r))
	}
	hi, lo := SurrogatePair(r)
	s, units := newTwoByte(2)
	units[0], units[1] = hi, lo
	return s
}

// FromGo converts UTF-8 to a JavaScript string. Encoded surrogates (WTF-8) are
// kept as units; other invalid bytes become U+FFFD, one for each byte.
func FromGo(s string) *String {
	if s == "" {
		return Empty
	}
	ascii, latin1, n := true, true, 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < 0x80 {
			i++
			n++
			continue
		}
		ascii = false
		r, size := decodeWTF8(s[i:])
		if r > 0xFF {
			latin1 = false
		}
		if r >= 0x10000 {
			n++
		}
		n++
		i += size
	}
	if ascii {
		return &String{data: unsafe.Pointer(unsafe.StringData(s)), length: uint32(len(s))}
	}
	if latin1 {
		b := make([]byte, 0, n)
		for i := 0; i < len(s); {
			r, size := decodeWTF8(s[i:])
			b = append(b, byte(r))
			i += size
		}
		return FromLatin1(b)
	}
	u := make([]uint16, 0, n)
	for i := 0; i < len(s); {
		r, size := decodeWTF8(s[i:])
		u = AppendCodePoint(u, r)
		i += size
	}
	return &String{data: unsafe.Pointer(unsafe.SliceData(u)), length: uint32(len(u)), flags: flagTwoByte}
}

// Len returns the number of code units.
func (s *String) Len() int { return int(s.length) }

// IsLatin1 reports whether every unit is stored in a byte. It flattens s.
func (s *String) IsLatin1() bool {
	s.Flatten()
	return s.flags&flagTwoByte == 0
}

// Latin1 returns the units of a string for which IsLatin1 holds. The slice is
// the string's own storage and must not be written.
func (s *String) Latin1() []byte {
	s.Flatten()
	return unsafe.Slice((*byte)(s.data), int(s.length))
}

// TwoByte returns the units of a string for which IsLatin1 does not hold. The
// slice is the string's own storage and must not be written.
func (s *String) TwoByte() []uint16 {
	s.Flatten()
	return unsafe.Slice((*uint16)(s.data), int(s.length))
}

// At returns the code unit at index i, which must be in range.
func (s *String) At(i int) uint16 {
	if s.flags&flagRope != 0 {
		s.Flatten()
	}
	if s.flags&flagTwoByte != 0 {
		return *(*uint16)(unsafe.Add(s.data, i*2))
	}
	return uint16(*(*byte)(unsafe.Add(s.data, i)))
}

// IsRope reports whether looking inside s would have to flatten it first.
func (s *String) IsRope() bool { return s.flags&flagRope != 0 }

// IsInterned reports whether s is the canonical string of its agent's atom table.
func (s *String) IsInterned() bool { return s.flags&flagInterned != 0 }

// Intern returns a flat string equal to s that is marked as canonical and has
// its hash computed. Strings that are templates' constants are shared between
// goroutines, so a fresh header is made over the same units. A substring or a
// buffer's part is copied so that the atom pins nothing else.
func (s *String) Intern() *String {
	s.Flatten()
	c := *s
	if s.flags&(flagBuffer|flagView) != 0 {
		c = *s.Clone()
	}
	c.flags = c.flags&flagTwoByte | flagInterned
	c.aux = nil
	c.Hash()
	return &c
}

// Clone returns a flat copy of s with storage of its own.
func (s *String) Clone() *String {
	if s.IsLatin1() {
		return CopyLatin1(s.Latin1())
	}
	c, units := newTwoByte(int(s.length))
	copy(units, s.TwoByte())
	return c
}

// Size returns the number of bytes that the units of s occupy, shared or not.
func (s *String) Size() int {
	if s.flags&flagTwoByte != 0 {
		return 2 * int(s.length)
	}
	return int(s.length)
}

// AppendUnits appends the code units of s to dst.
func (s *String) AppendUnits(dst []uint16) []uint16 {
	if s.IsLatin1() {
		for _, c := range s.Latin1() {
			dst = append(dst, uint16(c))
		}
		return dst
	}
	return append(dst, s.TwoByte()...)
}

// Substring returns the units [from,to). Long parts share storage with s.
func (s *String) Substring(from, to int) *String {
	n := to - from
	switch {
	case n <= 0:
		return Empty
	case n == int(s.length):
		return s
	case n == 1:
		return FromUnit(s.At(from))
	}
	s.Flatten()
	if s.flags&flagTwoByte == 0 {
		if n < shareMin {
			return CopyLatin1(s.Latin1()[from:to])
		}
		return s.view(from, n)
	}
	part := s.TwoByte()[from:to]
	var or uint16
	for _, c := range part {
		or |= c
	}
	if or < 256 {
		c, units := newLatin1(n)
		narrow(units, part)
		return c
	}
	if n < shareMin {
		c, units := newTwoByte(n)
		copy(units, part)
		return c
	}
	return s.view(2*from, n)
}

// view returns n units of a flat string that begin at a byte, without a copy.
func (s *String) view(at, n int) *String {
	whole := unsafe.Pointer(s)
	if s.flags&flagView != 0 {
		whole = s.aux
	}
	return &String{data: unsafe.Add(s.data, at), aux: whole, length: uint32(n), flags: s.flags&flagTwoByte | flagView}
}

// Shares tells in what the units of s lie if they are not its own: in those of
// another string, or in a buffer of size bytes that strings grow in.
func (s *String) Shares() (whole *String, buf unsafe.Pointer, size int) {
	switch {
	case s.flags&flagView != 0:
		return (*String)(s.aux), nil, 0
	case s.flags&flagBuffer != 0:
		size = int((*buffer)(s.aux).cap)
		if s.flags&flagTwoByte != 0 {
			size *= 2
		}
		return nil, s.aux, size
	}
	return nil, nil, 0
}

// shareMin is the length from which a substring shares the storage of its
// source: below it a copy is as small as the header.
const shareMin = 32

// Halves returns the halves of a rope; ok is false if s is flat.
func (s *String) Halves() (left, right *String, ok bool) {
	if s.flags&flagRope == 0 {
		return nil, nil, false
	}
	return (*String)(s.data), (*String)(s.aux), true
}
