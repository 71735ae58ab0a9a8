package weburl

import (
	"strings"
	"unicode/utf8"
)

// set is a percent-encode set within ASCII; everything above is in all of them.
type set [128]bool

func (s *set) has(c rune) bool { return c >= 128 || s[c] }

func newSet(base *set, chars string) *set {
	s := &set{}
	if base != nil {
		*s = *base
	}
	for i := range chars {
		s[chars[i]] = true
	}
	return s
}

var (
	c0Set = func() *set {
		s := &set{}
		for i := range s {
			s[i] = i < 0x20 || i == 0x7F
		}
		return s
	}()
	fragmentSet     = newSet(c0Set, " \"<>`")
	querySet        = newSet(c0Set, " \"#<>")
	specialQuerySet = newSet(querySet, "'")
	// The standard's set has ^ as well since 2024; HOST: Node 20 is older.
	pathSet     = newSet(querySet, "?`{}")
	userinfoSet = newSet(pathSet, "/:;=@[\\]^|")
)

const upperHex = "0123456789ABCDEF"

// encodeRune appends a code point, percent-encoded if it is in the set.
func encodeRune(sb *strings.Builder, c rune, s *set) {
	if !s.has(c) {
		sb.WriteRune(c)
		return
	}
	var buf [4]byte
	for _, b := range buf[:utf8.EncodeRune(buf[:], c)] {
		sb.WriteByte('%')
		sb.WriteByte(upperHex[b>>4])
		sb.WriteByte(upperHex[b&15])
	}
}

func encode(text []rune, s *set) string {
	var sb strings.Builder
	for _, c := range text {
		encodeRune(&sb, c, s)
	}
	return sb.String()
}

func unhex(c byte) int { return strings.IndexByte("0123456789ABCDEF", upper(c)) }

func upper(c byte) byte {
	if c >= 'a' && c <= 'f' {
		return c - 32
	}
	return c
}

// Decode replaces percent-encoded bytes by the bytes.
func Decode(s string) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if h, l := unhex(s[i+1]), unhex(s[i+2]); h >= 0 && l >= 0 {
				out = append(out, byte(h<<4|l))
				i += 2
				continue
			}
		}
		out = append(out, s[i])
	}
	return out
}

// EncodeForm is the serializer of application/x-www-form-urlencoded for one text.
func EncodeForm(s string) string {
	var sb strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ':
			sb.WriteByte('+')
		case isAlpha(rune(c)), isDigit(rune(c)), strings.IndexByte("*-._", c) >= 0:
			sb.WriteByte(c)
		default:
			sb.WriteByte('%')
			sb.WriteByte(upperHex[c>>4])
			sb.WriteByte(upperHex[c&15])
		}
	}
	return sb.String()
}
