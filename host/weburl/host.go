package weburl

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

const forbiddenHost = "\x00\t\n\r #/:<>?@[\\]^|"

// parseHost is the host parser; it returns the serialized host.
func parseHost(input string, opaque bool) (string, bool) {
	if strings.HasPrefix(input, "[") {
		if !strings.HasSuffix(input, "]") {
			return "", false
		}
		a, ok := parseIPv6([]rune(input[1 : len(input)-1]))
		return "[" + formatIPv6(a) + "]", ok
	}
	if opaque {
		if strings.ContainsAny(input, forbiddenHost) {
			return "", false
		}
		return encode([]rune(input), c0Set), true
	}
	domain := string(Decode(input))
	if !utf8.ValidString(domain) {
		domain = strings.ToValidUTF8(domain, "\uFFFD")
	}
	ascii, ok := ToASCII(domain)
	if !ok || ascii == "" {
		return "", false
	}
	for i := range len(ascii) {
		if c := ascii[i]; c <= 0x1F || c == 0x7F || c == '%' || strings.IndexByte(forbiddenHost, c) >= 0 {
			return "", false
		}
	}
	if endsInNumber(ascii) {
		return parseIPv4(ascii)
	}
	return ascii, true
}

func endsInNumber(s string) bool {
	parts := strings.Split(s, ".")
	if parts[len(parts)-1] == "" {
		if len(parts) == 1 {
			return false
		}
		parts = parts[:len(parts)-1]
	}
	last := parts[len(parts)-1]
	if last != "" && strings.Trim(last, "0123456789") == "" {
		return true
	}
	_, ok := parseIPv4Number(last)
	return ok
}

var ipv4Limit = big.NewInt(1 << 40)

func parseIPv4Number(s string) (int64, bool) {
	if s == "" {
		return 0, false
	}
	base := 10
	if len(s) >= 2 && (s[:2] == "0x" || s[:2] == "0X") {
		s, base = s[2:], 16
	} else if len(s) >= 2 && s[0] == '0' {
		s, base = s[1:], 8
	}
	if s == "" {
		return 0, true
	}
	if s[0] == '+' || s[0] == '-' || strings.Contains(s, "_") || len(s) > 1000 {
		return 0, false
	}
	n, ok := new(big.Int).SetString(s, base)
	if !ok {
		return 0, false
	}
	if n.Cmp(ipv4Limit) > 0 {
		return ipv4Limit.Int64(), true
	}
	return n.Int64(), true
}

func parseIPv4(s string) (string, bool) {
	parts := strings.Split(s, ".")
	if parts[len(parts)-1] == "" && len(parts) > 1 {
		parts = parts[:len(parts)-1]
	}
	if len(parts) > 4 {
		return "", false
	}
	var ip int64
	for i, part := range parts {
		n, ok := parseIPv4Number(part)
		if !ok {
			return "", false
		}
		if i == len(parts)-1 {
			if n >= 1<<(8*(5-len(parts))) {
				return "", false
			}
			ip += n
		} else if n > 255 {
			return "", false
		} else {
			ip += n << (8 * (3 - i))
		}
	}
	return strconv.Itoa(int(ip>>24)) + "." + strconv.Itoa(int(ip>>16&255)) + "." + strconv.Itoa(int(ip>>8&255)) + "." + strconv.Itoa(int(ip&255)), true
}

func hexValue(c rune) int {
	if c < 0 || c > 127 {
		return -1
	}
	return unhex(byte(c))
}

func parseIPv6(in []rune) (a [8]uint16, ok bool) {
	piece, compress, at := 0, -1, 0
	get := func(i int) rune {
		if i < len(in) {
			return in[i]
		}
		return eof
	}
	if get(0) == ':' {
		if get(1) != ':' {
			return a, false
		}
		at = 2
		piece++
		compress = piece
	}
	for at < len(in) {
		if piece == 8 {
			return a, false
		}
		if in[at] == ':' {
			if compress >= 0 {
				return a, false
			}
			at++
			piece++
			compress = piece
			continue
		}
		value, length := 0, 0
		for length < 4 && hexValue(get(at)) >= 0 {
			value = value<<4 | hexValue(in[at])
			at++
			length++
		}
		switch c := get(at); {
		case c == '.':
			if length == 0 || piece > 6 {
				return a, false
			}
			return finishIPv6(a, in, at-length, piece, compress)
		case c == ':':
			at++
			if at >= len(in) {
				return a, false
			}
		case c != eof:
			return a, false
		}
		a[piece] = uint16(value)
		piece++
	}
	return expandIPv6(a, piece, compress)
}

// finishIPv6 reads an IPv4 address at the end of an IPv6 address.
func finishIPv6(a [8]uint16, in []rune, at, piece, compress int) ([8]uint16, bool) {
	for seen := 0; seen < 4; seen++ {
		if seen > 0 {
			if at >= len(in) || in[at] != '.' {
				return a, false
			}
			at++
		}
		if at >= len(in) || !isDigit(in[at]) {
			return a, false
		}
		value := -1
		for ; at < len(in) && isDigit(in[at]); at++ {
			n := int(in[at] - '0')
			switch {
			case value < 0:
				value = n
			case value == 0:
				return a, false
			default:
				value = value*10 + n
			}
			if value > 255 {
				return a, false
			}
		}
		a[piece] = a[piece]<<8 | uint16(value)
		if seen&1 == 1 {
			piece++
		}
	}
	if at != len(in) {
		return a, false
	}
	return expandIPv6(a, piece, compress)
}

func expandIPv6(a [8]uint16, piece, compress int) ([8]uint16, bool) {
	if compress < 0 {
		return a, piece == 8
	}
	for swaps, i := piece-compress, 7; i != 0 && swaps > 0; i, swaps = i-1, swaps-1 {
		a[i], a[compress+swaps-1] = a[compress+swaps-1], a[i]
	}
	return a, true
}

func formatIPv6(a [8]uint16) string {
	start, length := -1, 1
	for i := 0; i < 8; i++ {
		j := i
		for j < 8 && a[j] == 0 {
			j++
		}
		if j-i > length {
			start, length = i, j-i
		}
		i = max(i, j-1)
	}
	var sb strings.Builder
	for i := 0; i < 8; i++ {
		if i == start {
			sb.WriteString("::")
			i += length - 1
			continue
		}
		if i > 0 && i != start+length {
			sb.WriteByte(':')
		}
		sb.WriteString(strconv.FormatUint(uint64(a[i]), 16))
	}
	return sb.String()
}
