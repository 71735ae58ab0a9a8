package text

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/internal/unicodedata"
	"github.com/burrowjs/burrow/object"
)

// 22.1.3.26 String.prototype.toLocaleLowerCase ( [ reserved1 [ , reserved2 ] ] ), https://tc39.es/ecma262/#sec-string.prototype.tolocalelowercase
//
// HOST: there is one locale, whose mapping is that of Unicode without conditions on languages.
func stringPrototypeToLocaleLowerCase(c *object.Call) (object.Value, error) {
	s, err := thisString(c, "toLocaleLowerCase")
	if err != nil {
		return object.Undefined, err
	}
	return lowerCase(c.Agent, s)
}

// 22.1.3.27 String.prototype.toLocaleUpperCase ( [ reserved1 [ , reserved2 ] ] ), https://tc39.es/ecma262/#sec-string.prototype.tolocaleuppercase
func stringPrototypeToLocaleUpperCase(c *object.Call) (object.Value, error) {
	s, err := thisString(c, "toLocaleUpperCase")
	if err != nil {
		return object.Undefined, err
	}
	return upperCase(c.Agent, s)
}

// 22.1.3.28 String.prototype.toLowerCase ( ), https://tc39.es/ecma262/#sec-string.prototype.tolowercase
func stringPrototypeToLowerCase(c *object.Call) (object.Value, error) {
	s, err := thisString(c, "toLowerCase")
	if err != nil {
		return object.Undefined, err
	}
	return lowerCase(c.Agent, s)
}

// 22.1.3.30 String.prototype.toUpperCase ( ), https://tc39.es/ecma262/#sec-string.prototype.touppercase
func stringPrototypeToUpperCase(c *object.Call) (object.Value, error) {
	s, err := thisString(c, "toUpperCase")
	if err != nil {
		return object.Undefined, err
	}
	return upperCase(c.Agent, s)
}

// mapASCII maps a string of ASCII characters; ok is false for other strings.
// first and last are the letters to change, all by toggling one bit.
func mapASCII(a *object.Agent, s *jstring.String, first, last byte) (v object.Value, ok bool, err error) {
	if !s.IsLatin1() {
		return v, false, nil
	}
	text := s.Latin1()
	if !jstring.IsASCII(text) {
		return v, false, nil
	}
	change := 0
	for change < len(text) && (text[change] < first || text[change] > last) {
		if err := a.AttendAt(change); err != nil {
			return v, true, err
		}
		change++
	}
	if change == len(text) {
		return object.Str(s), true, nil
	}
	if err := a.Charge(len(text)); err != nil {
		return v, true, err
	}
	out := make([]byte, len(text))
	copy(out, text[:change])
	for from := change; from < len(text); from += object.Piece {
		if err := a.Attend(); err != nil {
			return v, true, err
		}
		to := min(from+object.Piece, len(text))
		piece := out[from:to]
		for i, c := range text[from:to] {
			if c >= first && c <= last {
				c ^= 0x20
			}
			piece[i] = c
		}
	}
	return object.Str(jstring.FromLatin1(out)), true, nil
}

// mapCase maps the characters of s one by one.
func mapCase(a *object.Agent, s *jstring.String, mapping func(s *jstring.String, i, n int, r rune) (rune, []rune)) (object.Value, error) {
	out := output{a: a}
	out.b.Grow(min(s.Len(), 1<<16))
	changed := false
	for i, done := 0, 0; i < s.Len(); {
		if i-done >= 1<<12 {
			if err := a.Tick(1 << 9); err != nil {
				return object.Undefined, err
			}
			if err := out.reserve(i - done); err != nil {
				return object.Undefined, err
			}
			done = i
		}
		r, n := s.CodePointAt(i)
		one, more := mapping(s, i, n, r)
		if more == nil {
			out.b.CodePoint(one)
		}
		for _, m := range more {
			out.b.CodePoint(m)
		}
		changed = changed || more != nil || one != r
		i += n
	}
	if !changed {
		return object.Str(s), nil
	}
	if err := out.reserve(0); err != nil {
		return object.Undefined, err
	}
	return out.value(), nil
}

func lowerCase(a *object.Agent, s *jstring.String) (object.Value, error) {
	if err := a.Tick(s.Len() >> 8); err != nil {
		return object.Undefined, err
	}
	// OPT: ASCII, where the mapping is a bit.
	if v, ok, err := mapASCII(a, s, 'A', 'Z'); ok || err != nil {
		return v, err
	}
	return mapCase(a, s, toLower)
}

func upperCase(a *object.Agent, s *jstring.String) (object.Value, error) {
	if err := a.Tick(s.Len() >> 8); err != nil {
		return object.Undefined, err
	}
	// OPT: ASCII, where the mapping is a bit.
	if v, ok, err := mapASCII(a, s, 'a', 'z'); ok || err != nil {
		return v, err
	}
	return mapCase(a, s, toUpper)
}

func toUpper(_ *jstring.String, _, _ int, r rune) (rune, []rune) {
	if full := unicodedata.ToUpperFull(r); full != nil {
		return 0, full
	}
	return unicodedata.ToUpperSimple(r), nil
}

const (
	capitalSigma = 0x3A3
	finalSigma   = 0x3C2
)

func toLower(s *jstring.String, i, n int, r rune) (rune, []rune) {
	if r == capitalSigma && isFinalSigma(s, i, i+n) {
		return finalSigma, nil
	}
	if full := unicodedata.ToLowerFull(r); full != nil {
		return 0, full
	}
	return unicodedata.ToLowerSimple(r), nil
}

// maxIgnorable bounds the run of case-ignorable characters that is looked
// through around a sigma, so that no text makes this quadratic.
const maxIgnorable = 1 << 12

// isFinalSigma is the condition Final_Sigma of Unicode (3.13): the character in
// [from,to) comes after a cased letter and not before one, case-ignorable
// characters aside.
func isFinalSigma(s *jstring.String, from, to int) bool {
	before := false
	for i, steps := from, 0; i > 0 && steps < maxIgnorable; steps++ {
		i--
		r := rune(s.At(i))
		if jstring.IsTrailSurrogate(uint16(r)) && i > 0 && jstring.IsLeadSurrogate(s.At(i-1)) {
			i--
			r, _ = s.CodePointAt(i)
		}
		if !unicodedata.IsCaseIgnorable(r) {
			before = unicodedata.IsCased(r)
			break
		}
	}
	if !before {
		return false
	}
	for i, steps := to, 0; i < s.Len() && steps < maxIgnorable; steps++ {
		r, n := s.CodePointAt(i)
		if !unicodedata.IsCaseIgnorable(r) {
			return !unicodedata.IsCased(r)
		}
		i += n
	}
	return true
}
