package fundamental

import (
	"math/bits"
	"unicode/utf8"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// charSet is a set of ASCII characters.
type charSet [128]bool

func newCharSet(chars string) (s charSet) {
	for i := range len(chars) {
		s[chars[i]] = true
	}
	return s
}

func (s *charSet) has(c uint16) bool { return c < 128 && s[c] }

const (
	alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	uriMark      = "-_.!~*'()" // with alphanumeric: unescaped in components
	uriReserved  = ";/?:@&=+$,"
)

var (
	noChars         = newCharSet("")
	uriReservedHash = newCharSet(uriReserved + "#")
	uriUnescaped    = newCharSet(alphanumeric + uriMark)
	uriUnescapedAll = newCharSet(alphanumeric + uriMark + uriReserved + "#")
)

const upperDigits = "0123456789ABCDEF"

// 19.2.6.1 decodeURI ( encodedURI ), https://tc39.es/ecma262/#sec-decodeuri-encodeduri
func globalDecodeURI(c *object.Call) (object.Value, error) { return decode(c, &uriReservedHash) }

// 19.2.6.2 decodeURIComponent ( encodedURIComponent ), https://tc39.es/ecma262/#sec-decodeuricomponent-encodeduricomponent
func globalDecodeURIComponent(c *object.Call) (object.Value, error) { return decode(c, &noChars) }

// 19.2.6.3 encodeURI ( uri ), https://tc39.es/ecma262/#sec-encodeuri-uri
func globalEncodeURI(c *object.Call) (object.Value, error) { return encode(c, &uriUnescapedAll) }

// 19.2.6.4 encodeURIComponent ( uriComponent ), https://tc39.es/ecma262/#sec-encodeuricomponent-uricomponent
func globalEncodeURIComponent(c *object.Call) (object.Value, error) { return encode(c, &uriUnescaped) }

// 19.2.6.5 Encode ( string, extraUnescaped ), https://tc39.es/ecma262/#sec-encode
func encode(c *object.Call, unescaped *charSet) (object.Value, error) {
	s, err := argumentText(c, 3)
	if err != nil {
		return object.Undefined, err
	}
	var b jstring.Builder
	b.Grow(s.Len())
	for i, polled := 0, 0; i < s.Len(); {
		if i-polled >= object.Piece {
			if err := c.Agent.Attend(); err != nil {
				return object.Undefined, err
			}
			polled = i
		}
		if u := s.At(i); unescaped.has(u) {
			b.Unit(u)
			i++
			continue
		}
		r, n := s.CodePointAt(i)
		if r >= 0xD800 && r < 0xE000 {
			return object.Undefined, c.Agent.URIError("URI malformed")
		}
		i += n
		var octets [utf8.UTFMax]byte
		for _, o := range octets[:utf8.EncodeRune(octets[:], r)] {
			writePercent(&b, o)
		}
	}
	return finishText(c, &b)
}

func writePercent(b *jstring.Builder, o byte) {
	text := [3]byte{'%', upperDigits[o>>4], upperDigits[o&15]}
	b.Latin1(text[:])
}

// argumentText returns the first argument as a string, with the cost of an
// output of growth times its size accounted for.
func argumentText(c *object.Call, growth int) (*jstring.String, error) {
	s, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return nil, err
	}
	if err := c.Agent.Charge(growth * s.Size()); err != nil {
		return nil, err
	}
	return s, c.Agent.Tick(s.Len() / 16)
}

func finishText(c *object.Call, b *jstring.Builder) (object.Value, error) {
	if b.Len() > jstring.MaxLength {
		return object.Undefined, c.Agent.RangeError("Invalid string length")
	}
	return object.Str(b.String()), nil
}

// 19.2.6.6 Decode ( string, preserveEscapeSet ), https://tc39.es/ecma262/#sec-decode
func decode(c *object.Call, preserve *charSet) (object.Value, error) {
	s, err := argumentText(c, 1)
	if err != nil {
		return object.Undefined, err
	}
	var b jstring.Builder
	for i, polled := 0, 0; i < s.Len(); {
		if i-polled >= object.Piece {
			if err := c.Agent.Attend(); err != nil {
				return object.Undefined, err
			}
			polled = i
		}
		u := s.At(i)
		if u != '%' {
			b.Unit(u)
			i++
			continue
		}
		r, n := decodeEscapes(s, i)
		if n == 0 {
			return object.Undefined, c.Agent.URIError("URI malformed")
		}
		if r < 128 && preserve.has(uint16(r)) {
			b.Part(s, i, i+n)
		} else {
			b.CodePoint(r)
		}
		i += n
	}
	return finishText(c, &b)
}

// decodeEscapes reads the code point that one to four escapes at i make up and
// returns it with the number of units they take, 0 if they are malformed.
func decodeEscapes(s *jstring.String, i int) (rune, int) {
	first := percentAt(s, i)
	if first < 0 {
		return 0, 0
	}
	if first < 0x80 {
		return rune(first), 3
	}
	count := bits.LeadingZeros8(^uint8(first))
	if count < 2 || count > 4 {
		return 0, 0
	}
	octets := [4]byte{byte(first)}
	for j := 1; j < count; j++ {
		o := percentAt(s, i+3*j)
		if o < 0 {
			return 0, 0
		}
		octets[j] = byte(o)
	}
	r, size := utf8.DecodeRune(octets[:count])
	if size != count {
		return 0, 0
	}
	return r, 3 * count
}

// percentAt returns the octet of the escape at i, or -1.
func percentAt(s *jstring.String, i int) int {
	if i >= s.Len() || s.At(i) != '%' {
		return -1
	}
	return hexValue(s, i+1, 2)
}
