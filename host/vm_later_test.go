package host

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestVMLater runs the programs of testdata/vmlater: what later versions of Node
// added to node:vm. Lines of the form "print(EXPRESSION); // VALUE" say what is
// expected.
func TestVMLater(t *testing.T) {
	files, err := filepath.Glob("testdata/vmlater/*.*js")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var want strings.Builder
		for l := range strings.Lines(string(text)) {
			if _, value, ok := strings.Cut(strings.TrimSpace(l), "); // "); ok && strings.Contains(l, "print(") {
				want.WriteString(value + "\n")
			}
		}
		got, stderr, code := runFile(t, file, "--experimental-vm-modules")
		if got != want.String() || code != 0 || got == "" {
			t.Errorf("%s: exit %d\n%s\ngot:\n%s\nwant:\n%s", file, code, stderr, got, want.String())
		}
	}
}
