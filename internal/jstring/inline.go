package jstring

import "unsafe"

// Short strings that own their units carry them behind their header, so that
// making one takes a single allocation. The sizes are those of the allocator's
// classes less the header.
type (
	latin1x16 struct {
		String
		units [16]byte
	}
	latin1x32 struct {
		String
		units [32]byte
	}
	twoBytex8 struct {
		String
		units [8]uint16
	}
	twoBytex16 struct {
		String
		units [16]uint16
	}
)

// newLatin1 returns a string of n > 0 bytes and its storage, to be filled
// before anybody else sees the string.
func newLatin1(n int) (*String, []byte) {
	var s *String
	switch {
	case n <= 16:
		x := &latin1x16{}
		s = &x.String
		s.data = unsafe.Pointer(&x.units)
	case n <= 32:
		x := &latin1x32{}
		s = &x.String
		s.data = unsafe.Pointer(&x.units)
	default:
		s = &String{data: unsafe.Pointer(unsafe.SliceData(make([]byte, n)))}
	}
	s.length = uint32(n)
	return s, unsafe.Slice((*byte)(s.data), n)
}

// newTwoByte is newLatin1 for code units of two bytes.
func newTwoByte(n int) (*String, []uint16) {
	var s *String
	switch {
	case n <= 8:
		x := &twoBytex8{}
		s = &x.String
		s.data = unsafe.Pointer(&x.units)
	case n <= 16:
		x := &twoBytex16{}
		s = &x.String
		s.data = unsafe.Pointer(&x.units)
	default:
		s = &String{data: unsafe.Pointer(unsafe.SliceData(make([]uint16, n)))}
	}
	s.length = uint32(n)
	s.flags = flagTwoByte
	return s, unsafe.Slice((*uint16)(s.data), n)
}
