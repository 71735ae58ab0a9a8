package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// 22.1.3.10 String.prototype.isWellFormed ( ), https://tc39.es/ecma262/#sec-string.prototype.iswellformed
func stringPrototypeIsWellFormed(c *object.Call) (object.Value, error) {
	s, err := thisString(c, "isWellFormed")
	if err != nil {
		return object.Undefined, err
	}
	if err := c.Agent.Tick(s.Len() >> 8); err != nil {
		return object.Undefined, err
	}
	return object.Bool(s.IsWellFormed()), nil
}

// 22.1.3.31 String.prototype.toWellFormed ( ), https://tc39.es/ecma262/#sec-string.prototype.towellformed
func stringPrototypeToWellFormed(c *object.Call) (object.Value, error) {
	s, err := thisString(c, "toWellFormed")
	if err != nil {
		return object.Undefined, err
	}
	if err := c.Agent.Tick(s.Len() >> 6); err != nil {
		return object.Undefined, err
	}
	if s.IsWellFormed() {
		return object.Str(s), nil
	}
	if err := c.Agent.Charge(2 * s.Len()); err != nil {
		return object.Undefined, err
	}
	units := s.AppendUnits(make([]uint16, 0, s.Len()))
	for i, polled := 0, 0; i < len(units); {
		if i-polled >= object.Piece {
			if err := c.Agent.Attend(); err != nil {
				return object.Undefined, err
			}
			polled = i
		}
		r, n := s.CodePointAt(i)
		if r >= 0xD800 && r <= 0xDFFF {
			units[i] = 0xFFFD
		}
		i += n
	}
	return object.Str(jstring.FromUTF16(units)), nil
}

// 22.1.3.15 String.prototype.normalize ( [ form ] ), https://tc39.es/ecma262/#sec-string.prototype.normalize
func stringPrototypeNormalize(c *object.Call) (object.Value, error) {
	a := c.Agent
	s, err := thisString(c, "normalize")
	if err != nil {
		return object.Undefined, err
	}
	form := normalForms["NFC"]
	if v := c.Arg(0); !v.IsUndefined() {
		name, err := object.ToString(a, v)
		if err != nil {
			return object.Undefined, err
		}
		var ok bool
		if form, ok = normalForms[name.String()]; !ok {
			return object.Undefined, a.RangeError("The normalization form should be one of NFC, NFD, NFKC, NFKD.")
		}
	}
	if isASCII(s) {
		return object.Str(s), nil
	}
	if form.compose && form.form == norm.NFD && s.IsLatin1() {
		return object.Str(s), nil // has neither marks nor characters that NFC takes apart
	}
	r, err := normalize(a, s, form)
	if err != nil {
		return object.Undefined, err
	}
	if jstring.Equal(r, s) {
		r = s
	}
	return object.Str(r), nil
}

func isASCII(s *jstring.String) bool {
	return s.IsLatin1() && jstring.IsASCII(s.Latin1())
}

type collatorKey struct{}

// 22.1.3.12 String.prototype.localeCompare ( that [ , reserved1 [ , reserved2 ] ] ), https://tc39.es/ecma262/#sec-string.prototype.localecompare
//
// HOST: the order is that of the root collation of CLDR.
func stringPrototypeLocaleCompare(c *object.Call) (object.Value, error) {
	a := c.Agent
	s, err := thisString(c, "localeCompare")
	if err != nil {
		return object.Undefined, err
	}
	that, err := object.ToString(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if jstring.Equal(s, that) {
		return object.Int(0), nil
	}
	if max(s.Len(), that.Len()) > collationWindow {
		from, err := firstDifference(a, s, that)
		if err != nil {
			return object.Undefined, err
		}
		// What goes before may combine with what differs.
		from = max(0, from-collationContext)
		x, y := s.Substring(from, min(s.Len(), from+collationWindow)), that.Substring(from, min(that.Len(), from+collationWindow))
		if order := collation(a, x, y); order != 0 || from+collationWindow >= max(s.Len(), that.Len()) {
			return object.Int(order), nil
		}
		return object.Int(int32(jstring.Compare(s, that))), nil
	}
	return object.Int(collation(a, s, that)), nil
}

// Of long strings localeCompare looks at a window around the first difference:
// collation cannot be interrupted.
const (
	collationWindow  = 1 << 12
	collationContext = 64
)

// firstDifference returns the first index at which x and y differ.
func firstDifference(a *object.Agent, x, y *jstring.String) (int, error) {
	n := min(x.Len(), y.Len())
	for i := range n {
		if i&0xFFFF == 0xFFFF {
			if err := a.Tick(1 << 10); err != nil {
				return 0, err
			}
		}
		if x.At(i) != y.At(i) {
			return i, nil
		}
	}
	return n, nil
}

func collation(a *object.Agent, x, y *jstring.String) int32 {
	collator, _ := a.ChapterData[collatorKey{}].(*collate.Collator)
	if collator == nil {
		collator = collate.New(language.Und)
		a.SetChapterData(collatorKey{}, collator)
	}
	return int32(collator.CompareString(collationText(x), collationText(y)))
}

// collationText is the text that is compared in the place of s.
//
// HOST: as in other engines a lone surrogate comes after unassigned characters
// and before those for private use, and U+FFFD after both; the collator would
// have all of them as the same ill-formed text.
func collationText(s *jstring.String) string {
	text := s.String()
	if !strings.ContainsRune(text, utf8.RuneError) {
		return norm.NFC.String(text)
	}
	var b strings.Builder
	for i := 0; i < s.Len(); {
		r, n := s.CodePointAt(i)
		i += n
		switch {
		case r >= 0xD800 && r < 0xE000:
			b.WriteRune(0xD7FF) // the last that is unassigned, then which one it is
			r += 0xE000 - 0xD800
		case r == utf8.RuneError:
			b.WriteRune(utf8.MaxRune)
			r = utf8.MaxRune
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}
