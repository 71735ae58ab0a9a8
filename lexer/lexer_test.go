package lexer

import (
	"math"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

func first(source string) (*Lexer, Token) {
	s := jstring.FromGo(source)
	l := NewLexer(NewText(s), 0, s.Len(), &Names{})
	l.Next()
	return l, l.Tok
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		source string
		want   float64
	}{
		{"0", 0}, {"123", 123}, {"1e3", 1000}, {".5", 0.5}, {"5.", 5}, {"1_000.5_0e1_0", 1000.5e10}, {"0x1F", 31}, {"0b101", 5}, {"0o17", 15},
		{"017", 15}, {"089", 89}, {"09.5", 9.5}, {"1e400", math.Inf(1)}, {"9007199254740993", 9007199254740992},
		{"0x20000000000001", 9007199254740992}, {"0x20000000000003", 9007199254740996}, {"0x1000000000000081", 0x1000000000000100},
		{"0x10000000000000800", 0x10000000000000000}, {"0x10000000000000801", 18446744073709555712}, {"123456789012345678", 123456789012345680},
	} {
		if l, tok := first(c.source); tok.Kind != Number || tok.Number != c.want || int(tok.End) != len(c.source) {
			t.Errorf("%s: %v %v %v", c.source, tok.Kind, tok.Number, l.Err)
		}
	}
	for _, source := range []string{"1_", "1__0", "0_1", "01_0", "0x", "0b2", "1e", "1e+", "3a", "3\\u0061", "0b12", "1n0", "01n", "1.5n", "0x_1"} {
		if _, tok := first(source); tok.Kind != Illegal {
			t.Errorf("%s is a token of kind %v", source, tok.Kind)
		}
	}
}

func TestNamesAreCanonical(t *testing.T) {
	l, a := first("abc \\u0061bc 'abc' a\\u{62}c")
	l.Next()
	if l.Tok.Name != a.Name || !l.Tok.Escaped {
		t.Error("an escaped name differs")
	}
	l.Next()
	if l.Tok.Value != a.Name.Str {
		t.Error("a short string differs from the name")
	}
	l.Next()
	if l.Tok.Name != a.Name {
		t.Error("a name with a braced escape differs")
	}
}

func TestTemplateParts(t *testing.T) {
	l, _ := first("`a\\n\r\n${")
	if p := l.ScanTemplate(); p.Tail || p.Cooked.String() != "a\n\n" || p.Raw.String() != "a\\n\n" {
		t.Errorf("%v %q %q", p.Tail, p.Cooked, p.Raw)
	}
	l, _ = first("`\\xg`")
	if p := l.ScanTemplate(); !p.Tail || p.Cooked != nil || p.Raw.String() != "\\xg" || p.Message == "" {
		t.Errorf("%v %v %q", p.Tail, p.Cooked, p.Raw)
	}
}
