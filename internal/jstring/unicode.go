package jstring

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

// IsASCII reports whether all of b is below 0x80.
func IsASCII(b []byte) bool {
	const high = 0x8080808080808080
	for ; len(b) >= 8; b = b[8:] {
		if binary.LittleEndian.Uint64(b)&high != 0 {
			return false
		}
	}
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// SurrogatePair splits a code point above U+FFFF.
func SurrogatePair(r rune) (hi, lo uint16) {
	r -= 0x10000
	return 0xD800 + uint16(r>>10), 0xDC00 + uint16(r&0x3FF)
}

// IsLeadSurrogate reports whether c is in the range 0xD800 to 0xDBFF.
func IsLeadSurrogate(c uint16) bool { return c&0xFC00 == 0xD800 }

// IsTrailSurrogate reports whether c is in the range 0xDC00 to 0xDFFF.
func IsTrailSurrogate(c uint16) bool { return c&0xFC00 == 0xDC00 }

// JoinSurrogates returns the code point of a surrogate pair.
func JoinSurrogates(hi, lo uint16) rune {
	return rune(hi-0xD800)<<10 + rune(lo-0xDC00) + 0x10000
}

// AppendCodePoint appends the UTF-16 encoding of r; a surrogate code point is
// appended as it is.
func AppendCodePoint(u []uint16, r rune) []uint16 {
	if r < 0x10000 {
		return append(u, uint16(r))
	}
	hi, lo := SurrogatePair(r)
	return append(u, hi, lo)
}

// CodePointAt returns the code point that starts at index i and its length in
// units; an unpaired surrogate is its own code point (ECMA-262, 11.1.4).
func (s *String) CodePointAt(i int) (rune, int) {
	c := s.At(i)
	if IsLeadSurrogate(c) && i+1 < s.Len() {
		if d := s.At(i + 1); IsTrailSurrogate(d) {
			return JoinSurrogates(c, d), 2
		}
	}
	return rune(c), 1
}

// String returns s as UTF-8; unpaired surrogates become U+FFFD.
func (s *String) String() string { return s.utf8(false) }

// WTF8 returns s as UTF-8 in which unpaired surrogates keep their generalised
// encoding, so that FromGo gives s back.
func (s *String) WTF8() string { return s.utf8(true) }

func (s *String) utf8(keepSurrogates bool) string {
	if s.IsLatin1() {
		b := s.Latin1()
		high := 0
		for _, c := range b {
			high += int(c >> 7)
		}
		if high == 0 {
			return string(b)
		}
		var sb strings.Builder
		sb.Grow(len(b) + high)
		for _, c := range b {
			sb.WriteRune(rune(c))
		}
		return sb.String()
	}
	var sb strings.Builder
	sb.Grow(s.Len() * 2)
	for i := 0; i < s.Len(); {
		r, n := s.CodePointAt(i)
		if keepSurrogates && r >= 0xD800 && r <= 0xDFFF {
			sb.Write([]byte{0xED, byte(0x80 | r>>6&0x3F), byte(0x80 | r&0x3F)})
		} else {
			sb.WriteRune(r)
		}
		i += n
	}
	return sb.String()
}

// decodeWTF8 is utf8.DecodeRuneInString that also accepts encoded surrogates.
func decodeWTF8(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size <= 1 && len(s) >= 3 && s[0] == 0xED && s[1]&0xE0 == 0xA0 && s[2]&0xC0 == 0x80 {
		return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return r, size
}

// IsWellFormed reports whether s has no unpaired surrogate.
func (s *String) IsWellFormed() bool {
	if s.IsLatin1() {
		return true
	}
	for i := 0; i < s.Len(); {
		r, n := s.CodePointAt(i)
		if r >= 0xD800 && r <= 0xDFFF {
			return false
		}
		i += n
	}
	return true
}
