package text

import (
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
	for i := 0; i < len(units); {
		r, n := s.CodePointAt(i)
		if r >= 0xD800 && r <= 0xDFFF {
			units[i] = 0xFFFD
		}
		i += n
	}
	return object.Str(jstring.FromUTF16(units)), nil
}

var normalForms = map[string]norm.Form{"NFC": norm.NFC, "NFD": norm.NFD, "NFKC": norm.NFKC, "NFKD": norm.NFKD}

// 22.1.3.15 String.prototype.normalize ( [ form ] ), https://tc39.es/ecma262/#sec-string.prototype.normalize
func stringPrototypeNormalize(c *object.Call) (object.Value, error) {
	a := c.Agent
	s, err := thisString(c, "normalize")
	if err != nil {
		return object.Undefined, err
	}
	form := norm.NFC
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
	if err := a.Charge(12 * s.Len()); err != nil {
		return object.Undefined, err
	}
	if err := a.Tick(s.Len() >> 4); err != nil {
		return object.Undefined, err
	}
	// Unpaired surrogates pass through as bytes that are no UTF-8.
	text := s.WTF8()
	if form.IsNormalString(text) {
		return object.Str(s), nil
	}
	// A form may lengthen a string by a factor of 18 at most.
	if s.Len() > jstring.MaxLength/18 {
		return object.Undefined, a.RangeError("Invalid string length")
	}
	return object.Str(jstring.FromGo(form.String(text))), nil
}

func isASCII(s *jstring.String) bool {
	if !s.IsLatin1() {
		return false
	}
	for _, c := range s.Latin1() {
		if c >= 0x80 {
			return false
		}
	}
	return true
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
	if err := a.Charge(3 * (s.Len() + that.Len())); err != nil {
		return object.Undefined, err
	}
	if err := a.Tick((s.Len() + that.Len()) >> 2); err != nil {
		return object.Undefined, err
	}
	collator, _ := a.ChapterData[collatorKey{}].(*collate.Collator)
	if collator == nil {
		collator = collate.New(language.Und)
		a.SetChapterData(collatorKey{}, collator)
	}
	return object.Int(int32(collator.CompareString(norm.NFC.String(s.String()), norm.NFC.String(that.String())))), nil
}
