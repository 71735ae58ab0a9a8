package host

import (
	"bytes"
	"encoding/binary"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/burrowjs/burrow/vmapi"
)

// The encodings of Buffer, TextEncoder and TextDecoder: text to bytes and back.

// canonicalEncoding returns the short name of an encoding of Buffer, "" if
// there is none of that name.
func canonicalEncoding(name string) string {
	switch strings.ToLower(name) {
	case "utf8", "utf-8":
		return "utf8"
	case "latin1", "binary":
		return "latin1"
	case "ascii":
		return "ascii"
	case "ucs2", "ucs-2", "utf16le", "utf-16le":
		return "utf16le"
	case "hex", "base64", "base64url":
		return strings.ToLower(name)
	}
	return ""
}

// encodeText returns the bytes of a String in an encoding.
func encodeText(v vmapi.Value, encoding string) []byte {
	switch encoding {
	case "latin1", "ascii":
		if b, ok := v.Latin1(); ok {
			return append([]byte(nil), b...)
		}
		u := v.Units()
		b := make([]byte, len(u))
		for i, c := range u {
			b[i] = byte(c)
		}
		return b
	case "utf16le":
		u := v.Units()
		b := make([]byte, 2*len(u))
		for i, c := range u {
			binary.LittleEndian.PutUint16(b[2*i:], c)
		}
		return b
	case "hex":
		return decodeHex(v.Units())
	case "base64", "base64url":
		return decodeBase64(v.Units())
	}
	return []byte(v.Text())
}

func decodeHex(u []uint16) []byte {
	b := make([]byte, 0, len(u)/2)
	for i := 0; i+1 < len(u); i += 2 {
		h, l := hexDigit(u[i]), hexDigit(u[i+1])
		if h < 0 || l < 0 {
			break
		}
		b = append(b, byte(h<<4|l))
	}
	return b
}

func hexDigit(c uint16) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
const base64URLDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

var base64Values = func() (t [256]int8) {
	for i := range t {
		t[i] = -1
	}
	for i := range 64 {
		t[base64Digits[i]], t[base64URLDigits[i]] = int8(i), int8(i)
	}
	return t
}()

// decodeBase64 takes both alphabets, skips what is neither and ends at =.
func decodeBase64(u []uint16) []byte {
	b := make([]byte, 0, len(u)*3/4)
	var acc uint32
	bits := 0
	for _, c := range u {
		if c == '=' {
			break
		}
		if c > 255 || base64Values[c] < 0 {
			continue
		}
		acc = acc<<6 | uint32(base64Values[c])
		if bits += 6; bits >= 8 {
			bits -= 8
			b = append(b, byte(acc>>bits))
		}
	}
	return b
}

func encodeBase64(b []byte, digits string, pad bool) []byte {
	out := make([]byte, 0, (len(b)+2)/3*4)
	for ; len(b) >= 3; b = b[3:] {
		out = append(out, digits[b[0]>>2], digits[b[0]&3<<4|b[1]>>4], digits[b[1]&15<<2|b[2]>>6], digits[b[2]&63])
	}
	switch len(b) {
	case 1:
		out = append(out, digits[b[0]>>2], digits[b[0]&3<<4])
		if pad {
			out = append(out, "=="...)
		}
	case 2:
		out = append(out, digits[b[0]>>2], digits[b[0]&3<<4|b[1]>>4], digits[b[1]&15<<2])
		if pad {
			out = append(out, '=')
		}
	}
	return out
}

// decodeText returns the String of bytes in an encoding.
func (h *Host) decodeText(b []byte, encoding string) (vmapi.Value, error) {
	switch encoding {
	case "latin1":
		return h.vm.NewLatin1String(b), nil
	case "ascii":
		b = append([]byte(nil), b...)
		for i := range b {
			b[i] &= 0x7F
		}
		return h.vm.NewLatin1String(b), nil
	case "utf16le":
		u := make([]uint16, len(b)/2)
		for i := range u {
			u[i] = binary.LittleEndian.Uint16(b[2*i:])
		}
		return h.vm.NewUTF16String(u), nil
	case "hex":
		const digits = "0123456789abcdef"
		out := make([]byte, 2*len(b))
		for i, c := range b {
			out[2*i], out[2*i+1] = digits[c>>4], digits[c&15]
		}
		return h.vm.NewLatin1String(out), nil
	case "base64":
		return h.vm.NewLatin1String(encodeBase64(b, base64Digits, true)), nil
	case "base64url":
		return h.vm.NewLatin1String(encodeBase64(b, base64URLDigits, false)), nil
	}
	s, _ := decodeUTF8(b)
	return h.vm.ToValue(s)
}

// decodeUTF8 replaces each maximal part of a sequence that cannot go on by one
// U+FFFD, as the Encoding standard has it; ok tells that there was none.
func decodeUTF8(b []byte) (s string, ok bool) {
	if utf8.Valid(b) {
		return string(b), true
	}
	var sb strings.Builder
	sb.Grow(len(b) + 8)
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			n = utf8Prefix(b[i:])
			sb.WriteRune(utf8.RuneError)
		} else {
			sb.Write(b[i : i+n])
		}
		i += n
	}
	return sb.String(), false
}

// utf8Prefix returns how many bytes of b, which begins with no whole character,
// could be the beginning of one, at least 1.
func utf8Prefix(b []byte) int {
	want, low, high := 0, byte(0x80), byte(0xBF)
	switch c := b[0]; {
	case c >= 0xC2 && c <= 0xDF:
		want = 2
	case c >= 0xE0 && c <= 0xEF:
		want = 3
		if c == 0xE0 {
			low = 0xA0
		} else if c == 0xED {
			high = 0x9F
		}
	case c >= 0xF0 && c <= 0xF4:
		want = 4
		if c == 0xF0 {
			low = 0x90
		} else if c == 0xF4 {
			high = 0x8F
		}
	}
	n := 1
	for n < want && n < len(b) && b[n] >= low && b[n] <= high {
		n++
		low, high = 0x80, 0xBF
	}
	return n
}

// utf8Incomplete returns how many bytes at the end of b begin a character whose
// rest is still to come.
func utf8Incomplete(b []byte) int {
	for i := max(len(b)-3, 0); i < len(b); i++ {
		if b[i] >= 0xC2 && !utf8.FullRune(b[i:]) && utf8Prefix(b[i:]) == len(b)-i {
			return len(b) - i
		}
	}
	return 0
}

// bufferBinding is the part of node:buffer, TextEncoder and TextDecoder that is Go.
func (h *Host) bufferBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	part := func(c *vmapi.Call) []byte {
		b, _ := c.Arg(0).Bytes()
		from, to := int(c.Arg(2).Number()), int(c.Arg(3).Number())
		if c.Arg(3).IsUndefined() {
			to = len(b)
		}
		from, to = min(max(from, 0), len(b)), min(max(to, 0), len(b))
		return b[from:max(from, to)]
	}
	return o, defineMethods(c, o, []method{
		// encode ( text, encoding )
		{"encode", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			return c.NewBytes(encodeText(c.Arg(0), c.Arg(1).Text())), nil
		}},
		// decode ( bytes, encoding, from, to )
		{"decode", 4, func(c *vmapi.Call) (vmapi.Value, error) { return h.decodeText(part(c), c.Arg(1).Text()) }},
		{"kind", 1, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(c.Arg(0).Class()) }},
		{"byteLength", 1, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(len(c.Arg(0).Text())) }},
		{"canonical", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if s := canonicalEncoding(c.Arg(0).Text()); s != "" {
				return h.vm.ToValue(s)
			}
			return vmapi.Value{}, nil
		}},
		// incomplete ( bytes )
		{"incomplete", 1, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(utf8Incomplete(part(c))) }},
		// isUTF8 ( bytes )
		{"isUTF8", 1, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(utf8.Valid(part(c))) }},
		// compare ( a, b )
		{"compare", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			a, _ := c.Arg(0).Bytes()
			b, _ := c.Arg(1).Bytes()
			return h.vm.ToValue(bytes.Compare(a, b))
		}},
		// indexOf ( bytes, needle, from, last, step )
		{"indexOf", 5, func(c *vmapi.Call) (vmapi.Value, error) {
			a, _ := c.Arg(0).Bytes()
			b, _ := c.Arg(1).Bytes()
			return h.vm.ToValue(indexBytes(a, b, c.Arg(2).Number(), c.Arg(3).Bool(), max(int(c.Arg(4).Number()), 1)))
		}},
		// encodeInto ( text, bytes ) returns [read, written]
		{"encodeInto", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			dst, _ := c.Arg(1).Bytes()
			read, written := 0, 0
			for _, r := range c.Arg(0).Text() {
				n := utf8.RuneLen(r)
				if written+n > len(dst) {
					break
				}
				written += utf8.EncodeRune(dst[written:], r)
				read++
				if r > 0xFFFF {
					read++
				}
			}
			x, _ := h.vm.ToValue(read)
			y, err := h.vm.ToValue(written)
			return c.NewArray(x, y), err
		}},
	})
}

// indexBytes finds needle in b at a multiple of step from the given offset on,
// or before it.
func indexBytes(b, needle []byte, from float64, last bool, step int) int {
	if math.IsNaN(from) {
		from = 0
		if last {
			from = float64(len(b))
		}
	}
	if from < 0 {
		from += float64(len(b))
	}
	if last {
		for i := min(int(max(from, -1)), len(b)-len(needle)); i >= 0; i-- {
			if i%step == 0 && string(b[i:i+len(needle)]) == string(needle) {
				return i
			}
		}
		return -1
	}
	at := min(int(max(from, 0)), len(b))
	for at+len(needle) <= len(b) {
		i := bytes.Index(b[at:], needle)
		if i < 0 {
			return -1
		}
		if (at+i)%step == 0 {
			return at + i
		}
		at += i + 1
	}
	return -1
}
