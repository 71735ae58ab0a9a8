package syntax

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/internal/jstring"
)

func check(pattern, flags string) string {
	if err := Check(jstring.FromGo(pattern), jstring.FromGo(flags)); err != nil {
		return err.Error()
	}
	return ""
}

// testdata/errors.jsonl holds pattern, flags and message (empty if valid).
func TestMessages(t *testing.T) {
	file, err := os.Open("testdata/errors.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := 0
	for scanner := bufio.NewScanner(file); scanner.Scan(); lines++ {
		var c [3]string
		if err := json.Unmarshal(scanner.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		if got := check(c[0], c[1]); got != c[2] {
			t.Errorf("/%s/%s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
	if lines < 400 {
		t.Errorf("only %d cases", lines)
	}
}

func TestNewerSyntax(t *testing.T) {
	for _, test := range []struct{ pattern, flags, reason string }{
		{"(?i:a)", "", ""},
		{"(?i-ms:a)", "u", ""},
		{"(?-i:a)", "", ""},
		{"(?i-:a)", "", ""},
		{"(?-:a)", "", "Invalid flag group"},
		{"(?i-i:a)", "", "Repeated flag in flag group"},
		{"(?ii:a)", "", "Repeated flag in flag group"},
		{"(?i--m:a)", "", "Multiple dashes in flag group"},
		{"(?ix:a)", "", "Invalid flag group"},
		{"(?i)", "", "Invalid flag group"},
		{"(?u:a)", "", "Invalid group"},
		{"(?I:a)", "", "Invalid group"},
		{"(?\\u{69}:a)", "u", "Invalid group"},
		{"(?<a>x)|(?<a>y)", "", ""},
		{"(?:(?<a>x)|(?<a>y))(?<a>z)", "", "Duplicate capture group name"},
		{"(?<a>z)(?:(?<a>x)|(?<a>y))", "", "Duplicate capture group name"},
		{"(?:(?<a>x)|(?<b>y))|(?:(?<b>x)|(?<a>y))\\k<a>", "", ""},
		{"(?:(?<a>x)|(?<b>y))(?:(?<c>x)|(?<a>y))", "", "Duplicate capture group name"},
		{"((?<a>x))|(?<a>(?<a>y))", "", "Duplicate capture group name"},
		{"(?<a>(?<b>x)|(?<b>(?<a>y)))", "", "Duplicate capture group name"},
		{"(?<𝒜>.)", "", ""},
		{"(?<\\ud835\\udc9c>.)", "", ""},
		{"(?<\\u{1d49c}>.)", "", ""},
		{"(?<❤>.)", "u", "Invalid capture group name"},
		{"(?<𐒤>a)", "u", "Invalid capture group name"},
		{"(?<a𐒤>a)\\k<a𐒤>", "u", ""},
	} {
		want := test.reason
		if want != "" {
			want = "Invalid regular expression: /" + test.pattern + "/" + test.flags + ": " + want
		}
		if got := check(test.pattern, test.flags); got != want {
			t.Errorf("/%s/%s: %q, want %q", test.pattern, test.flags, got, want)
		}
	}
}

func TestFlags(t *testing.T) {
	for flags, valid := range map[string]bool{"": true, "dgimsuy": true, "dgimsvy": true, "uv": false, "gg": false, "x": false, "G": false, "ĩ": false, "dgimsuyy": false} {
		f, ok := ParseFlags(jstring.FromGo(flags))
		if ok != valid || ok && f.String() != flags {
			t.Errorf("flags %q: %v, %v", flags, f, ok)
		}
	}
	if got := FlagsError(jstring.FromGo("gg")).Error(); got != "Invalid flags supplied to RegExp constructor 'gg'" {
		t.Error(got)
	}
	if got := check("a", "gg"); got != "Invalid regular expression flags" {
		t.Error(got)
	}
}

// Hostile patterns end soon, with success or an error.
func TestHostilePatterns(t *testing.T) {
	for name, test := range map[string]struct {
		pattern, flags string
		ok             bool
	}{
		"deep groups":        {strings.Repeat("(", 1e6), "", false},
		"deep valid groups":  {strings.Repeat("(", 1e5) + strings.Repeat(")", 1e5), "", false},
		"many groups":        {strings.Repeat("()", 6e4), "", true},
		"too many groups":    {strings.Repeat("()", 1e5), "", false},
		"deep classes":       {strings.Repeat("[", 1e6), "v", false},
		"many properties":    {strings.Repeat(`[^\p{L}]`, 1e5), "iv", false},
		"shared properties":  {strings.Repeat(`\p{L}\P{L}\W`, 1e4), "v", true},
		"folded everything":  {strings.Repeat(`[\0-\u{10FFFF}]`, 1e5), "iv", false},
		"alternatives":       {strings.Repeat("|", 1e6), "", true},
		"nested duplicates":  {strings.Repeat("(?:(?<a>)|", 3000) + strings.Repeat(")", 3000), "", true},
		"many duplicates":    {strings.Repeat("(?<a>)|", 6e4), "", true},
		"undecided escapes":  {strings.Repeat(`\k`, 1e5), "", true},
		"numbers":            {strings.Repeat(`\1`, 1e5), "", true},
		"long number":        {"a{" + strings.Repeat("9", 1e6) + "}", "", true},
		"open angle":         {strings.Repeat("(?<", 1e5), "", false},
		"emoji":              {strings.Repeat(`\p{RGI_Emoji}`, 1e3), "v", true},
		"many emoji classes": {strings.Repeat(`[\p{RGI_Emoji}--a]`, 1e4), "v", false},
	} {
		start := time.Now()
		got := check(test.pattern, test.flags)
		// What grows with the square of the pattern takes minutes; a busy machine does not.
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s: %v", name, d)
		}
		if (got == "") != test.ok {
			t.Errorf("%s: %.200q", name, got[max(0, len(got)-100):])
		}
	}
}

func FuzzSyntax(f *testing.F) {
	for _, seed := range []string{`(?<a>\k<a>)|[^\d-\x]{2,3}?`, `[\p{L}--[a-z]&&\q{ab|c}]`, `\u{1F600}\cA(?i-s:.)(?<=a)`} {
		for flags := range 8 {
			f.Add(seed, byte(1<<flags))
		}
	}
	f.Fuzz(func(t *testing.T, pattern string, flags byte) {
		if Flags(flags)&(Unicode|UnicodeSets) == Unicode|UnicodeSets {
			return
		}
		p, err := Parse(jstring.FromGo(pattern), Flags(flags))
		if (p == nil) == (err == nil) {
			t.Fatalf("%v, %v", p, err)
		}
	})
}
