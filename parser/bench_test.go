package parser_test

import (
	"os"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

// BenchmarkParse parses the files named by BURROW_PARSE_FILE (separated by commas),
// as modules if their names end in .mjs.
func BenchmarkParse(b *testing.B) {
	names := os.Getenv("BURROW_PARSE_FILE")
	if names == "" {
		b.Skip("BURROW_PARSE_FILE names no file")
	}
	for _, name := range strings.Split(names, ",") {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		source := jstring.FromGo(string(text))
		b.Run(name[strings.LastIndexByte(name, '/')+1:], func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if strings.HasSuffix(name, ".mjs") {
					_, err = parser.ParseModule(source, parser.Options{})
				} else {
					_, err = parser.ParseScript(source, parser.Options{AllowReturn: true})
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
