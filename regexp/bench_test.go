package regexp

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

var prose = strings.Repeat("The quick brown fox jumps over the lazy dog, 42 times; mail bob@example.org or see https://example.org/a/b?c=d.\n", 100) + "needle"

var benchmarks = []struct{ name, pattern, input string }{
	{"literal", `needle`, prose},
	{"alternation", `(?:cat|bird|horse|needle)`, prose},
	{"email", `[\w.]+@[\w.]+\.\w+`, prose},
	{"date", `^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)`, "2024-05-17T12:34:56Z"},
	{"identifier", `^[A-Za-z_$][\w$]*$`, "someIdentifier_42"},
	{"trim", `^\s+|\s+$`, "   padded text here   "},
	{"csv", `^(?:"([^"]*)"|([^,]*))(?:,(?:"([^"]*)"|([^,]*)))*$`, `plain,"quoted, text",third,4,"five"`},
	{"number", `^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$`, "-1234.5678e+10"},
	{"lazy", `<a>.*?</a>`, "<p>" + strings.Repeat("x", 200) + "<a>" + strings.Repeat("y", 50) + "</a>"},
	{"nested loops", `(?:[a-z]+\s*)+;`, "some words in a row here;"},
	{"backtrack", `(?:a|b|ab)*c`, strings.Repeat("ab", 20) + "c"},
	{"hex colours", `#(?:[0-9a-f]{3}){1,2}\b`, strings.Repeat("body { color: red; background: blue }\n", 20) + "#a0b1c2"},
	{"last line", `(.*)$`, strings.Repeat("x", 1000)},
}

func BenchmarkMatch(b *testing.B) {
	for _, bench := range benchmarks {
		b.Run(bench.name, func(b *testing.B) {
			p := compile(b, bench.pattern, "")
			m := &Matcher{Limits: &budget{steps: math.MaxInt, bytes: math.MaxInt}}
			input := jstring.FromGo(bench.input)
			for b.Loop() {
				if _, ok, err := p.Search(m, input, 0); !ok || err != nil {
					b.Fatal(ok, err)
				}
			}
		})
	}
}

// BenchmarkGo runs the same with Go's engine, for comparison.
func BenchmarkGo(b *testing.B) {
	for _, bench := range benchmarks {
		b.Run(bench.name, func(b *testing.B) {
			re := regexp.MustCompile(bench.pattern)
			for b.Loop() {
				if re.FindStringSubmatchIndex(bench.input) == nil {
					b.Fatal("no match")
				}
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	for _, bench := range benchmarks {
		pattern := jstring.FromGo(bench.pattern)
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Compile(pattern, jstring.Empty); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
