package unicodedata

import "sync"

var (
	idStart    = sync.OnceValue(func() RangeSet { s, _ := set("b:ID_Start"); return s })
	idContinue = sync.OnceValue(func() RangeSet { s, _ := set("b:ID_Continue"); return s })
	spaces     = sync.OnceValue(func() RangeSet { s, _ := set("g:Space_Separator"); return s })
)

const (
	latin1Start = 1 << iota
	latin1Continue
)

// latin1ID answers for the first 256 code points.
var latin1ID = func() (t [256]uint8) {
	mark := func(lo, hi int, bits uint8) {
		for c := lo; c <= hi; c++ {
			t[c] |= bits
		}
	}
	mark('0', '9', latin1Continue)
	mark('_', '_', latin1Continue)
	mark(0xB7, 0xB7, latin1Continue)
	for _, r := range [][2]int{{'A', 'Z'}, {'a', 'z'}, {0xAA, 0xAA}, {0xB5, 0xB5}, {0xBA, 0xBA}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0xFF}} {
		mark(r[0], r[1], latin1Start|latin1Continue)
	}
	return t
}()

// IsIDStart reports whether r has the property ID_Start. The characters $ and
// _ that ECMAScript adds are not included.
func IsIDStart(r rune) bool {
	if uint32(r) < 256 {
		return latin1ID[r]&latin1Start != 0
	}
	return idStart().Contains(r)
}

// IsIDContinue reports whether r has the property ID_Continue. The characters
// $ that ECMAScript adds is not included; U+200C and U+200D are (Other_ID_Continue).
func IsIDContinue(r rune) bool {
	if uint32(r) < 256 {
		return latin1ID[r]&latin1Continue != 0
	}
	return idContinue().Contains(r)
}

// IsSpaceSeparator reports whether r is in the general category Zs (USP in
// ECMA-262, 12.2).
func IsSpaceSeparator(r rune) bool {
	if uint32(r) < 256 {
		return r == ' ' || r == 0xA0
	}
	return spaces().Contains(r)
}

// IsWhiteSpace reports whether r is WhiteSpace of ECMA-262, 12.2: tab, vertical
// tab, form feed, U+FEFF and the space separators. Line terminators are not included.
func IsWhiteSpace(r rune) bool {
	return r == '\t' || r == '\v' || r == '\f' || r == 0xFEFF || IsSpaceSeparator(r)
}

// IsLineTerminator reports whether r is LineTerminator of ECMA-262, 12.3.
func IsLineTerminator(r rune) bool {
	return r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029
}
