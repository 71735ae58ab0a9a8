package weburl

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// ToASCII turns a domain into its ASCII form: labels with other characters are
// mapped and encoded by Punycode. It fails for what no domain may have.
func ToASCII(domain string) (string, bool) {
	if isASCII(domain) {
		domain = strings.ToLower(domain)
		if !strings.Contains(domain, "xn--") {
			return domain, true
		}
	}
	mapped, ok := mapDomain(domain)
	if !ok {
		return "", false
	}
	labels := strings.Split(mapped, ".")
	rightToLeft := false
	for _, l := range labels {
		u, ok := labelToUnicode(l)
		if !ok {
			return "", false
		}
		rightToLeft = rightToLeft || hasRTL(u)
	}
	for i, l := range labels {
		u, _ := labelToUnicode(l)
		if rightToLeft && u != "" && !bidiRule(u) {
			return "", false
		}
		if isASCII(l) {
			continue
		}
		code, ok := punycode(l)
		if !ok {
			return "", false
		}
		labels[i] = "xn--" + code
	}
	return strings.Join(labels, "."), true
}

// ToUnicode turns a domain into its readable form, "" if it has none.
func ToUnicode(domain string) string {
	mapped, ok := mapDomain(domain)
	if !ok {
		return ""
	}
	labels := strings.Split(mapped, ".")
	for i, l := range labels {
		if u, ok := labelToUnicode(l); ok {
			labels[i] = u
		}
	}
	return strings.Join(labels, ".")
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// mapDomain is the mapping of UTS #46, transitional processing off.
func mapDomain(domain string) (string, bool) {
	var sb strings.Builder
	for _, c := range domain {
		switch {
		case c == 0x3002, c == 0xFF0E, c == 0xFF61: // full stops
			sb.WriteByte('.')
		case c == 0xAD, c == 0x200B, c == 0x2060, c == 0xFEFF, c == 0x34F, c == 0x180B, c == 0x180C, c == 0x180D, c >= 0xFE00 && c <= 0xFE0F:
			// ignored
		case c == 0x1E9E:
			sb.WriteString("ss")
		case c == 0xDF, c == 0x3C2, c == 0x200C, c == 0x200D: // deviations that stay
			sb.WriteRune(c)
		default:
			sb.WriteRune(c)
		}
	}
	folded := foldKeeping(norm.NFKC.String(sb.String()))
	folded = norm.NFKC.String(folded)
	for _, c := range folded {
		if !allowed(c) {
			return "", false
		}
	}
	return folded, true
}

// foldKeeping folds case but leaves the characters alone whose folding UTS #46
// does not apply.
func foldKeeping(s string) string {
	fold := cases.Fold()
	var sb strings.Builder
	start := 0
	for i, c := range s {
		if c == 0xDF || c == 0x3C2 {
			sb.WriteString(fold.String(s[start:i]))
			sb.WriteRune(c)
			start = i + utf8.RuneLen(c)
		}
	}
	sb.WriteString(fold.String(s[start:]))
	return sb.String()
}

func allowed(c rune) bool {
	switch {
	case c < utf8.RuneSelf:
		return true // the host parser looks at these
	case c == utf8.RuneError, c >= 0x2028 && c <= 0x202E, c >= 0x2066 && c <= 0x206F, c >= 0xFFF9 && c <= 0xFFFF, c >= 0x2FF0 && c <= 0x2FFB, c >= 0xE0000:
		return false
	case c == 0x200C, c == 0x200D:
		return true
	}
	return !unicode.IsControl(c) && !unicode.Is(unicode.Zs, c) && !unicode.Is(unicode.Co, c) && !unicode.Is(unicode.Cs, c) &&
		(unicode.IsGraphic(c) || unicode.Is(unicode.Cf, c))
}

// labelToUnicode decodes a label and checks it.
func labelToUnicode(l string) (string, bool) {
	rest, encoded := strings.CutPrefix(l, "xn--")
	if !encoded {
		return l, isASCII(l) || validLabel(l)
	}
	u, ok := unpunycode(rest)
	if !ok || u == "" || isASCII(u) || !validLabel(u) {
		return "", false
	}
	m, ok := mapDomain(u)
	return u, ok && m == u
}

func validLabel(l string) bool {
	if !norm.NFC.IsNormalString(l) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(l)
	if unicode.Is(unicode.M, first) {
		return false
	}
	prev := rune(0)
	for _, c := range l {
		if (c == 0x200D || c == 0x200C) && norm.NFC.PropertiesString(string(prev)).CCC() != 9 {
			return false
		}
		prev = c
	}
	return true
}

func bidiClass(c rune) bidi.Class {
	p, _ := bidi.LookupRune(c)
	return p.Class()
}

func hasRTL(l string) bool {
	for _, c := range l {
		switch bidiClass(c) {
		case bidi.R, bidi.AL, bidi.AN:
			return true
		}
	}
	return false
}

// bidiRule is the rule of RFC 5893 for one label of a domain that has
// right-to-left labels.
func bidiRule(l string) bool {
	runes := []rune(l)
	first := bidiClass(runes[0])
	if first != bidi.L && first != bidi.R && first != bidi.AL {
		return false
	}
	rtl := first != bidi.L
	end := len(runes) - 1
	for end > 0 && bidiClass(runes[end]) == bidi.NSM {
		end--
	}
	european, arabic := false, false
	for _, c := range runes {
		switch bidiClass(c) {
		case bidi.R, bidi.AL:
			if !rtl {
				return false
			}
		case bidi.L:
			if rtl {
				return false
			}
		case bidi.AN:
			if arabic = true; !rtl {
				return false
			}
		case bidi.EN:
			european = true
		case bidi.ES, bidi.CS, bidi.ET, bidi.ON, bidi.BN, bidi.NSM:
		default:
			return false
		}
	}
	switch last := bidiClass(runes[end]); {
	case rtl:
		return !(european && arabic) && (last == bidi.R || last == bidi.AL || last == bidi.EN || last == bidi.AN)
	default:
		return last == bidi.L || last == bidi.EN
	}
}

// Punycode, RFC 3492.

const (
	pBase, pMin, pMax, pSkew, pDamp, pBias, pN = 36, 1, 26, 38, 700, 72, 128
)

func adapt(delta, n int, first bool) int {
	if first {
		delta /= pDamp
	} else {
		delta /= 2
	}
	delta += delta / n
	k := 0
	for ; delta > (pBase-pMin)*pMax/2; k += pBase {
		delta /= pBase - pMin
	}
	return k + (pBase-pMin+1)*delta/(delta+pSkew)
}

func threshold(k, bias int) int { return min(max(k-bias, pMin), pMax) }

const punycodeDigits = "abcdefghijklmnopqrstuvwxyz0123456789"

// maxLabel bounds the labels that are encoded: the work is quadratic.
const maxLabel = 2048

func punycode(l string) (string, bool) {
	runes := []rune(l)
	if len(runes) > maxLabel {
		return "", false
	}
	var out []byte
	for _, c := range runes {
		if c < pN {
			out = append(out, byte(c))
		}
	}
	basic := len(out)
	if basic > 0 {
		out = append(out, '-')
	}
	n, delta, bias := rune(pN), 0, pBias
	for done := basic; done < len(runes); {
		next := rune(utf8.MaxRune)
		for _, c := range runes {
			if c >= n && c < next {
				next = c
			}
		}
		delta += int(next-n) * (done + 1)
		n = next
		for _, c := range runes {
			if c < n {
				delta++
			}
			if c != n {
				continue
			}
			q := delta
			for k := pBase; ; k += pBase {
				t := threshold(k, bias)
				if q < t {
					break
				}
				out = append(out, punycodeDigits[t+(q-t)%(pBase-t)])
				q = (q - t) / (pBase - t)
			}
			out = append(out, punycodeDigits[q])
			bias = adapt(delta, done+1, done == basic)
			delta = 0
			done++
		}
		delta++
		n++
	}
	return string(out), true
}

func unpunycode(s string) (string, bool) {
	var out []rune
	if i := strings.LastIndexByte(s, '-'); i >= 0 {
		out = []rune(s[:i])
		s = s[i+1:]
	}
	if len(s) > maxLabel {
		return "", false
	}
	n, i, bias := pN, 0, pBias
	for at := 0; at < len(s); {
		old, w := i, 1
		for k := pBase; ; k += pBase {
			if at >= len(s) {
				return "", false
			}
			d := strings.IndexByte(punycodeDigits, s[at]|0x20*(s[at]>>6&1))
			at++
			if d < 0 || d > (1<<31-1-i)/w {
				return "", false
			}
			i += d * w
			t := threshold(k, bias)
			if d < t {
				break
			}
			if w > (1<<31-1)/(pBase-t) {
				return "", false
			}
			w *= pBase - t
		}
		bias = adapt(i-old, len(out)+1, old == 0)
		n += i / (len(out) + 1)
		i %= len(out) + 1
		if n > utf8.MaxRune || n >= 0xD800 && n <= 0xDFFF {
			return "", false
		}
		out = append(out[:i], append([]rune{rune(n)}, out[i:]...)...)
		i++
	}
	return string(out), true
}
