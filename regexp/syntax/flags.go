package syntax

import (
	"strings"

	"github.com/burrowjs/burrow/internal/jstring"
)

// Flags is a set of regular expression flags.
type Flags uint8

// The flags, in the order in which RegExp.prototype.flags lists them.
const (
	HasIndices  Flags = 1 << iota // d
	Global                        // g
	IgnoreCase                    // i
	Multiline                     // m
	DotAll                        // s
	Unicode                       // u
	UnicodeSets                   // v
	Sticky                        // y
)

const flagLetters = "dgimsuvy"

// UnicodeMode reports whether u or v is set: characters are code points.
func (f Flags) UnicodeMode() bool { return f&(Unicode|UnicodeSets) != 0 }

// String returns the letters of f in canonical order.
func (f Flags) String() string {
	var sb strings.Builder
	for i := range flagLetters {
		if f&(1<<i) != 0 {
			sb.WriteByte(flagLetters[i])
		}
	}
	return sb.String()
}

// ParseFlags reads the flags argument of the RegExp constructor; ok is false
// if a flag is unknown or repeated or if u and v come together.
func ParseFlags(s *jstring.String) (flags Flags, ok bool) {
	if s.Len() > len(flagLetters) {
		return 0, false
	}
	for i := range s.Len() {
		c := s.At(i)
		bit := -1
		if c < 0x80 {
			bit = strings.IndexByte(flagLetters, byte(c))
		}
		if bit < 0 || flags&(1<<bit) != 0 {
			return 0, false
		}
		flags |= 1 << bit
	}
	return flags, flags&(Unicode|UnicodeSets) != Unicode|UnicodeSets
}

// Error says why a pattern or its flags are no regular expression.
type Error struct{ Message string }

func (e *Error) Error() string { return e.Message }

// FlagsError is the error of the RegExp constructor for flags that ParseFlags rejects.
func FlagsError(flags *jstring.String) *Error {
	return &Error{"Invalid flags supplied to RegExp constructor '" + flags.WTF8() + "'"}
}

// 13.2.7.2 Static Semantics: IsValidRegularExpressionLiteral ( literal ), https://tc39.es/ecma262/#sec-isvalidregularexpressionliteral
//
// Check returns the early error of a regular expression literal, or nil.
func Check(pattern, flags *jstring.String) error {
	f, ok := ParseFlags(flags)
	if !ok {
		return &Error{"Invalid regular expression flags"}
	}
	_, err := Parse(pattern, f)
	return err
}
