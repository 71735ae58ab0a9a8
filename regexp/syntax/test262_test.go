package syntax

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// suiteLiteral finds a regular expression literal at the start of a line, or
// as the only argument or initialiser on it.
var suiteLiteral = regexp.MustCompile(`(?m)^(?:var \w+ = |[\w.]+\()?/((?:[^\\/\[\n\x{2028}\x{2029}]|\\[^\n]|\[(?:[^\\\]\n]|\\[^\n])*\])+)/([\w$]*)[);.]*$`)

// The suite's negative literals are errors; its positive ones are none.
func TestSuiteLiterals(t *testing.T) {
	dir := os.Getenv("BURROW_TEST262_DIR")
	if dir == "" {
		t.Skip("BURROW_TEST262_DIR is not set: nothing to compare with")
	}
	negative, positive := 0, 0
	for _, part := range []string{"test/language/literals/regexp", "test/built-ins/RegExp", "test/annexB/built-ins/RegExp", "test/annexB/language/literals/regexp"} {
		err := filepath.WalkDir(filepath.Join(dir, part), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".js") {
				return err
			}
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			meta, body, _ := strings.Cut(string(b), "---*/")
			isNegative := strings.Contains(meta, "negative:")
			for _, m := range suiteLiteral.FindAllStringSubmatch(body, -1) {
				got := check(m[1], m[2])
				if isNegative {
					negative++
				} else {
					positive++
				}
				if (got != "") != isNegative {
					t.Errorf("%s: /%s/%s: %q", path, m[1], m[2], got)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if negative < 200 || positive < 400 {
		t.Errorf("only %d negative and %d positive literals", negative, positive)
	}
	t.Logf("%d negative, %d positive literals", negative, positive)
}
