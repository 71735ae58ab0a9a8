package regexp

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/burrowjs/burrow/internal/jstring"
)

// unlike finds syntax that means something else in Go's regular expressions,
// loops over bodies that can be empty, whose captures Go treats differently, or
// numbers of repetitions that begin with 0, which Go takes for characters.
var unlike = regexp.MustCompile(`[^ -~]|\\[^dwbnt.*+?|()\[\]]|\(\?|\[\[|\[\]|\[\^\]|[*+?}][*+?{]|[*+?}]\?|\$|\^|\\b[*+?{]|\(\||\|\||\|\)|[{,]0[0-9]|^\||\|$|\(\)|[*?}]\)[*+?{]`)

// FuzzRegExp compares with Go's leftmost-first matching on the common subset.
// Captures inside loops differ by design, so only the bounds are compared.
func FuzzRegExp(f *testing.F) {
	for _, seed := range []string{`(a|ab)(c|bcd)(d*)`, `[a-c]+b`, `a{2,3}?x|\d+\.\w*`, `(?:x)`, `foo|fo+b`, `[^a]*a`, `\bfoo\b`} {
		f.Add(seed, "abcd foobar aaax 12.3")
	}
	f.Fuzz(func(t *testing.T, pattern, input string) {
		if len(pattern) > 100 || len(input) > 200 || unlike.MatchString(pattern) || !utf8.ValidString(input) || strings.ContainsAny(pattern, "{") && strings.ContainsAny(pattern, "(") {
			return
		}
		js, err := Compile(jstring.FromGo(pattern), jstring.Empty)
		if err != nil {
			return
		}
		re, err := regexp.Compile(pattern)
		if err != nil {
			return
		}
		for _, r := range input {
			if r > 0x7F { // byte and unit offsets, and what . and \w mean, are the same in ASCII only
				return
			}
		}
		if strings.ContainsAny(input, "\r") {
			return
		}
		got, _, err := js.Search(&Matcher{Limits: &budget{steps: 1e6, bytes: 1 << 26}}, jstring.FromGo(input), 0)
		if err != nil {
			return
		}
		want := re.FindStringIndex(input)
		if got != nil {
			got = got[:2]
		}
		if !slices.Equal(got, want) {
			t.Errorf("/%s/ on %q: %v, want %v", pattern, input, got, want)
		}
	})
}

// sameWithoutShortcuts checks that the search finds the same match if it tries
// every index.
func sameWithoutShortcuts(t *testing.T, p *Program, s *jstring.String, want []int) {
	t.Helper()
	want = slices.Clone(want)
	plain := *p
	plain.prefix, plain.required, plain.first, plain.anchored = literal{}, required{}, nil, false
	got, _, err := plain.Search(&Matcher{Limits: &budget{steps: 1e6, bytes: 1 << 24}}, s, 0)
	if err == nil && !slices.Equal(got, want) {
		t.Fatalf("with short cuts %v, without %v", want, got)
	}
}

// FuzzMatch runs whatever compiles: no panic, and storage does not matter.
func FuzzMatch(f *testing.F) {
	f.Add(`(?<=(a|b)+?)\1{2,}[^\d]*?$`, "abba\n12", byte(1))
	f.Add(`(?!\b(.)).{2}|(?<x>\p{L})\k<x>`, "😀ää", byte(32))
	f.Add(`[\q{ab|a}--[a-z]]+`, "abab", byte(64))
	f.Fuzz(func(t *testing.T, pattern, input string, flags byte) {
		var letters strings.Builder
		for i, c := range "dgimsuvy" {
			if flags&(1<<i) != 0 {
				letters.WriteRune(c)
			}
		}
		p, err := Compile(jstring.FromGo(pattern), jstring.FromGo(letters.String()))
		if err != nil {
			return
		}
		s := jstring.FromGo(input)
		got, ok, err := p.Search(&Matcher{Limits: &budget{steps: 1e5, bytes: 1 << 24}}, s, 0)
		if err == nil && ok != (got != nil) {
			t.Fatal(got, ok)
		}
		if err == nil {
			sameWithoutShortcuts(t, p, s, got)
		}
		for i := 0; i < len(got); i += 2 {
			if got[i] > got[i+1] || got[i+1] > s.Len() {
				t.Fatal(got)
			}
		}
	})
}
