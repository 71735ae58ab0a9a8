package regexp

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/burrowjs/burrow/internal/jstring"
)

func compile(t testing.TB, pattern, flags string) *Program {
	t.Helper()
	p, err := Compile(jstring.FromGo(pattern), jstring.FromGo(flags))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// show renders captures as the strings they denote, "-" for undefined.
func show(input *jstring.String, captures []int) string {
	if captures == nil {
		return "null"
	}
	var parts []string
	for i := 0; i < len(captures); i += 2 {
		if captures[i] < 0 {
			parts = append(parts, "-")
		} else {
			parts = append(parts, input.Substring(captures[i], captures[i+1]).WTF8())
		}
	}
	return fmt.Sprintf("%d:%s", captures[0], strings.Join(parts, ","))
}

func TestSemantics(t *testing.T) {
	for _, test := range []struct{ pattern, flags, input, want string }{
		// The examples of ECMA-262, 22.2.2.3.
		{`a[a-z]{2,4}`, "", "abcdefghi", "0:abcde"},
		{`a[a-z]{2,4}?`, "", "abcdefghi", "0:abc"},
		{`(aa|aabaac|ba|b|c)*`, "", "aabaac", "0:aaba,ba"},
		{`(z)((a+)?(b+)?(c))*`, "", "zaacbbbcac", "0:zaacbbbcac,z,ac,a,-,c"},
		{`(a*)*`, "", "b", "0:,-"},
		{`(a*)b\1+`, "", "baaaac", "0:b,"},
		{`(?=(a+))`, "", "baaabac", "1:,aaa"},
		{`(?=(a+))a*b\1`, "", "baaabac", "3:aba,a"},
		{`(.*?)a(?!(a+)b\2c)\2(.*)`, "", "baaabaac", "0:baaabaac,ba,-,abaac"},
		{`((a)|(ab))((c)|(bc))`, "", "abc", "0:abc,a,a,-,bc,-,bc"},

		// Duplicate names: only one group takes part.
		{`(?:(?<x>a)|(?<x>b))\k<x>`, "", "bb", "0:bb,-,b"},
		{`(?:(?<x>a)|(?<x>b))\k<x>`, "", "aa", "0:aa,a,-"},
		{`(?:(?:(?<x>a)|(?<x>b))\k<x>){2}`, "", "aabb", "0:aabb,-,b"},
		{`(?:(?:(?<x>a)|(?<x>b)|c)\k<x>){2}`, "", "aac", "0:aac,-,-"},
		{`^(?:(?<a>x)|(?<a>y)|z)\k<a>$`, "", "z", "0:z,-,-"},
		{`\k<a>(?<a>x)`, "", "x", "0:x,x"},

		// Modifiers.
		{`(?i:a)b`, "", "Ab", "0:Ab"},
		{`(?i:a)b`, "", "AB", "null"},
		{`(?-i:a)b`, "i", "aB", "0:aB"},
		{`(?-i:a)b`, "i", "AB", "null"},
		{`(?s:.).`, "", "\n\na", "1:\na"},
		{`(?m:^)a$`, "", "b\na", "2:a"},
		{`(?-m:^)a$`, "m", "b\na\nc", "null"},
		{`(?i:(?-i:a)b)c`, "", "aBc", "0:aBc"},
		{`(a)(?i:\1)`, "", "aA", "0:aA,a"},
		{`(a)(?-i:\1)`, "i", "aA", "null"},
		{`(?i:[^x])`, "", "X", "null"},
		{`(?i:\b)ſ`, "u", "aſ", "null"},
		{`(?-i:\b)ſ`, "iu", "aſ", "1:ſ"},
		{`(?i-s:a.|b)`, "s", "A\nB", "2:B"},

		// Set notation.
		{`^[\w--\d]+$`, "v", "abc", "0:abc"},
		{`^[\w--\d]+$`, "v", "ab1", "null"},
		{`^[\p{L}&&\p{ASCII}]+$`, "v", "abc", "0:abc"},
		{`^[\p{L}&&\p{ASCII}]+$`, "v", "abç", "null"},
		{`[\q{abc|ab|a|}]`, "v", "abcd", "0:abc"},
		{`^[\q{abc|ab|a}]c$`, "v", "abc", "0:abc"},
		{`^[\q{abc|ab|a|}]abc$`, "v", "abc", "0:abc"},
		{`[\q{ab|cd}--\q{ab}]`, "v", "abcd", "2:cd"},
		{`[\q{ab|cd}&&\q{ab}]`, "v", "cdab", "2:ab"},
		{`[\q{ABC}]`, "vi", "xabC", "1:abC"},
		{`(?<=[\q{abc|bc}])d`, "v", "abcd", "3:d"},
		{`(?<=([\q{abc|bc}]))d`, "v", "abcd", "3:d,abc"},
		{`(?<=^([\q{bc|c}]).*)d`, "v", "bcd", "2:d,bc"},
		{`^\p{RGI_Emoji}$`, "v", "👨‍👩‍👧‍👦", "0:👨‍👩‍👧‍👦"},
		{`^\p{RGI_Emoji}$`, "v", "🇩🇪", "0:🇩🇪"},
		{`^\p{Emoji_Keycap_Sequence}$`, "v", "4️⃣", "0:4️⃣"},
		{`^[\p{RGI_Emoji}--\q{🇩🇪}]$`, "v", "🇩🇪", "null"},
		{`[^\P{Lowercase_Letter}]`, "vi", "Aa1", "0:A"},
		{`\P{Lowercase_Letter}`, "vi", "a1", "1:1"},
		{`[^\P{Lowercase_Letter}]`, "ui", "aA1", "null"},
		{`\P{Lowercase_Letter}`, "ui", "a1", "0:a"},
		{`[^\d]`, "v", "1a", "1:a"},
		{`[[a-z]&&[^aeiou]]+`, "v", "aebcd", "2:bcd"},
		{`[^x]`, "vi", "Xy", "1:y"},
		{`[^]{2}`, "v", "ab", "0:ab"},
		{`\W`, "vi", "ſKa-", "3:-"},
		{`\W`, "iu", "ſKa-", "3:-"},
		{`\W`, "i", "Sſ", "1:ſ"},

		// Counts that are not unrolled.
		{`^a{0,4294967295}$`, "", "aaa", "0:aaa"},
		{`^(?:ab){0,4294967295}$`, "", "abab", "0:abab"},
		{`(?:(?:a{1000}){1000}){1000}`, "", "aaa", "null"},
		{`(?:){4294967295}x`, "", "x", "0:x"},
		{`(?:\b){1000000000}x`, "", "x", "0:x"},
		{`^(?:a|ab){3}$`, "", "abaab", "0:abaab"},
		{`^(?:a|ab){2,3}?c`, "", "abac", "0:abac"},
		{`(a|b){2,}?c`, "", "abac", "0:abac,a"},

		// Surrogate pairs.
		{`^.$`, "u", "😀", "0:😀"},
		{`^..$`, "", "😀", "0:😀"},
		{`^[😀-😂]$`, "u", "😁", "0:😁"},
		{`(?<=😀)a`, "u", "😀a", "2:a"},
		{`(?<=.)a`, "u", "😀a", "2:a"},
		{`(?<=^.)a`, "u", "😀a", "2:a"},
		{`^\S+?$`, "u", "😀😀", "0:😀😀"},
		{`(𐐀)\1`, "iu", "𐐨𐐀", "0:𐐨𐐀,𐐨"},
		{`(?<=\1(𐐀))x`, "iu", "𐐨𐐀x", "4:x,𐐀"},
		{`.*𐐀`, "iu", "a𐐀𐐨b", "0:a𐐀𐐨"},

		// Legacy escapes.
		{`\c`, "", `\c`, `0:\c`},
		{`[\c]`, "", `c\`, "0:c"},
		{`\101\x41\u0041\0`, "", "AAA\x00", "0:AAA\x00"},
		{`\u{2}`, "", "uu", "0:uu"},
		{`a{,2}`, "", "a{,2}", "0:a{,2}"},
		{`x{a`, "", "x{a", "0:x{a"},
		{`\8\9`, "", "89", "0:89"},
		{`[\b]`, "", "\b", "0:\b"},
		{`(?=a)*b`, "", "b", "0:b"},
		{`(?=(a))?b`, "", "b", "0:b,-"},
		{`(?=(a)){2}a`, "", "a", "0:a,a"},

		// Choices that are decided without trying.
		{`\s+$`, "", "a  b  ", "4:  "},
		{`"[^"]*"`, "", `say "x" `, `4:"x"`},
		{`a*a`, "", "aaa", "0:aaa"},
		{`a*?b`, "", "aaab", "0:aaab"},
		{`[ab]*abb`, "", "ababbabab", "0:ababb"},
		{`x*$`, "m", "xx\nx", "0:xx"},
		{`foo|bar|baz`, "", "a baz", "2:baz"},
		{`(?:foo|f)o?x`, "", "fox", "0:fox"},
		{`^a|b`, "", "cb", "1:b"},
		{``, "", "", "0:"},
		{`[]`, "", "a", "null"},
		{`$`, "", "ab", "2:"},
	} {
		p, err := Compile(jstring.FromGo(test.pattern), jstring.FromGo(test.flags))
		if err != nil {
			t.Errorf("/%s/%s: %v", test.pattern, test.flags, err)
			continue
		}
		input := jstring.FromGo(test.input)
		captures, _, err := p.Search(new(Matcher), input, 0)
		if got := show(input, captures); err != nil || got != test.want {
			t.Errorf("/%s/%s on %q: %q (%v), want %q", test.pattern, test.flags, test.input, got, err, test.want)
		}
	}
}

// Latin-1 and UTF-16 storage of the same input give the same result.
func TestStorage(t *testing.T) {
	for _, pattern := range []string{`b(\w+)d`, `(?<=a)b`, `.*c`, `[^x]{2,}?d`, `bcd`} {
		p := compile(t, pattern, "")
		narrow, wide := jstring.FromGo("abcd"), jstring.FromGo("abcdĀ")
		a, _, _ := p.Search(new(Matcher), narrow, 0)
		b, _, _ := p.Search(new(Matcher), wide, 0)
		if show(narrow, a) != show(wide, b) {
			t.Errorf("%s: %s and %s", pattern, show(narrow, a), show(wide, b))
		}
	}
}

// A program and its sets are shared by goroutines.
func TestSharing(t *testing.T) {
	p := compile(t, `(?<=\p{Lu})(\w+?)\1`, "iv")
	input := jstring.FromGo("ΣabcabĀabab")
	want, _, _ := p.Search(new(Matcher), input, 0)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			var m Matcher
			for range 100 {
				if got, _, err := p.Search(&m, input, 0); err != nil || show(input, got) != show(input, want) {
					t.Errorf("%v (%v), want %v", got, err, want)
				}
				compile(t, `[\p{sc=Greek}\w]\P{L}`, "iu")
			}
		})
	}
	group.Wait()
}

func TestNames(t *testing.T) {
	p := compile(t, `(?<b>.)(?:(?<a>x)|(?<a>y))(.)`, "")
	got := fmt.Sprint(p.NumCaptures())
	for _, name := range p.GroupNames() {
		got += fmt.Sprint(" ", name.Name, name.Indices)
	}
	if got != "4 b [1] a [2 3]" {
		t.Error(got)
	}
}

func TestSticky(t *testing.T) {
	input := jstring.FromGo("x😀a")
	for _, test := range []struct {
		pattern, flags string
		lastIndex      int
		want           string
	}{
		{"a", "y", 0, "null"},
		{"a", "y", 3, "3:a"},
		{"^a", "y", 3, "null"},
		{".", "uy", 2, "1:😀"},
		{".", "u", 2, "1:😀"},
		{"a", "", 4, "null"},
		{"", "", 4, "4:"},
		{`\ude00`, "u", 2, "null"},
	} {
		captures, _, err := compile(t, test.pattern, test.flags).Match(new(Matcher), input, test.lastIndex)
		if got := show(input, captures); err != nil || got != test.want {
			t.Errorf("/%s/%s at %d: %q (%v), want %q", test.pattern, test.flags, test.lastIndex, got, err, test.want)
		}
	}
}

var errBudget = errors.New("budget exhausted")

type budget struct{ steps, bytes int }

func (b *budget) Tick(n int) error {
	if b.steps -= n; b.steps < 0 {
		return errBudget
	}
	return nil
}

func (b *budget) Charge(n int) error {
	if b.bytes -= n; b.bytes < 0 {
		return errBudget
	}
	return nil
}

// Catastrophic matches end when their budget does, soon.
func TestBudget(t *testing.T) {
	long := strings.Repeat("a", 1e5) + "b"
	for _, test := range []struct{ pattern, flags, input string }{
		{`(a+)+$`, "", long},
		{`(a*)*$`, "", long},
		{`(?:a|a)*$`, "", long},
		{`(?:a|aa)+$`, "", long},
		{`(.*)\1\1[cd]`, "", long},
		{`(?:.*.*)*[cd]`, "", long},
		{`(?:a?){100000}[cd]`, "", long},
		{`(?=(a+)+$)`, "", long},
		{`(?<=c(a+)+)b`, "", long},
		{`(?:){4294967295}(?:a?){4294967295}`, "", long},
		{`(?:(?:(?:(?:(?:a?){99999}){99999}){99999}){99999}){99999}$`, "", long},
		{`(?:a*?)*?[cd]`, "", long},
		{`[ab]*[cd]`, "", strings.Repeat(long, 3)},
		{`.*?[cd]`, "", strings.Repeat(long, 3)},
		{`(?:a|b)*?[cd]`, "u", strings.Repeat(long, 3) + "😀"},
		{`([\q{aa|aaa}])+[cd]`, "v", long},
		{strings.Repeat("a", 1e4) + "c", "", strings.Repeat(long, 30) + "Ā"},
		{`.*[cd]`, "s", strings.Repeat(long, 30)},
		{`.*?[cd]`, "s", strings.Repeat(long, 30)},
		{strings.Repeat("a?", 5000) + strings.Repeat("a", 5000), "", strings.Repeat("a", 5000)},
	} {
		p := compile(t, test.pattern, test.flags)
		start := time.Now()
		_, _, err := p.Search(&Matcher{Limits: &budget{steps: 3e6, bytes: 1 << 26}}, jstring.FromGo(test.input), 0)
		if d := time.Since(start); err != errBudget || d > 3*time.Second {
			t.Errorf("%.60s: %v after %v", test.pattern, err, d)
		}
	}
}

// The stack grows only after it was charged for.
func TestStackCharge(t *testing.T) {
	p := compile(t, `(?:a|b|ab)*[cd]`, "")
	limits := &budget{steps: 1e9, bytes: 10000}
	m := &Matcher{Limits: limits}
	if _, _, err := p.Search(m, jstring.FromGo(strings.Repeat("ab", 10000)), 0); err != errBudget {
		t.Errorf("no breach: %v", err)
	}
	if len(m.stack)*12 > 12000 {
		t.Errorf("stack of %d entries", len(m.stack))
	}
}

// What compiles is short, and what matches simply is not slow.
func TestBigPatterns(t *testing.T) {
	if p := compile(t, `(?:a{1000}){1000}`, ""); len(p.code) > 8 {
		t.Errorf("%d instructions", len(p.code))
	}
	words := make([]string, 20000)
	for i := range words {
		words[i] = fmt.Sprintf("word%d", i)
	}
	for name, test := range map[string]struct{ pattern, flags, input string }{
		"groups":       {strings.Repeat("(a)", 6e4), "", strings.Repeat("a", 6e4)},
		"nested":       {strings.Repeat("(?:", 3900) + "a" + strings.Repeat(")*", 3900), "", "a"},
		"literal":      {strings.Repeat("a", 1e6), "", strings.Repeat("a", 1e6)},
		"alternatives": {strings.Join(words, "|") + "|x", "", "x"},
		"classes":      {strings.Repeat(`[\p{L}\d]`, 2000), "u", strings.Repeat("ä", 2000)},
		"long star":    {`^(?:a|b)*$`, "", strings.Repeat("ab", 1e6)},
		"long group":   {`^(a|b)*?$`, "", strings.Repeat("ab", 1e6)},
	} {
		start := time.Now()
		_, ok, err := compile(t, test.pattern, test.flags).Search(new(Matcher), jstring.FromGo(test.input), 0)
		if d := time.Since(start); !ok || err != nil || d > 5*time.Second {
			t.Errorf("%s: %v, %v after %v", name, ok, err, d)
		}
	}
}

// TestShortcuts searches with and without what the analysis has found.
func TestShortcuts(t *testing.T) {
	inputs := []string{"", "a", "ab", "xab", "axb", "ab ab", `say \"hi\" or "hi"`, "aaab", "key=value; k2=v2", "中ab文", "😀ab", "\nab\nab", "abcabc", strings.Repeat("x", 300) + "ab"}
	for _, pattern := range []string{
		`(^|[^\\])"hi"`, `.?ab`, `[^x]*ab`, `\s*ab`, `(?:x|yy)?ab`, `.{2,5}b`, `(?=.*ab)[a-z]`, `(?!ab).b`, `(?<=a)b`, `(\w+)=(\w+)`,
		`(.)\1b`, `(?:xab)+?`, `(?:.ab){2}`, `.+?(?:ab|c)b?`, `[a-z]ab|ab`, `(?:a|b)+c`, `.*ab$`, `^.*ab`, `(?:)ab`, `[^]ab`, `..`, `.ab{0}`, `(?:.ab){0,3}c`,
	} {
		for _, flags := range []string{"", "i", "u", "m", "s", "v", "g"} {
			p := compile(t, pattern, flags)
			for _, input := range inputs {
				s := jstring.FromGo(input)
				got, _, err := p.Search(new(Matcher), s, 0)
				if err != nil {
					t.Fatal(err)
				}
				sameWithoutShortcuts(t, p, s, got)
			}
		}
	}
	for _, test := range []struct {
		pattern, literal string
		lo, hi           int
	}{
		{`(^|[^\\])\"Qngr\((-?\d+)\)"`, `"Qngr(`, 0, 1},
		{`[a-z]*foo.bars`, `bars`, 4, unbounded},
		{`\d{2,3}(?:x|yy)?-end`, `-end`, 2, 5},
		{`a|b`, ``, 0, 0},
		{`.(?:abc)*d`, `d`, 1, unbounded},
		{`.(?:abc)+d`, `abc`, 1, 1},
	} {
		r := compile(t, test.pattern, "").required
		if got := string(r.latin1); got != test.literal || r.lo != test.lo || got != "" && r.hi != test.hi {
			t.Errorf("/%s/ requires %q at %d to %d", test.pattern, got, r.lo, r.hi)
		}
	}
}
