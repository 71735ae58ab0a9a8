// Package golden compares output with files under testdata.
//
// A test calls [Equal] with what it produced. Run with -update, the file is
// written instead, and the difference is reviewed like any other change:
//
//	go test ./lexer -update && git diff
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite golden files")

// Equal compares got with the file testdata/name, which may lie in a folder.
// Line ends of a checkout on Windows make no difference.
func Equal(t testing.TB, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		write(t, file, got)
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Errorf("%v (run the test with -update to create it)", err)
		return
	}
	want := strings.ReplaceAll(string(data), "\r\n", "\n")
	if got != want {
		t.Errorf("%s differs (run the test with -update to accept):\n%s", file, Diff(want, got))
	}
}

func write(t testing.TB, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// contextLines is how many equal lines are shown around a difference.
const contextLines = 3

// Diff shows where two texts differ: the lines between their common beginning
// and their common end, with a little context.
func Diff(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out strings.Builder
	writeLines(&out, "  ", a[max(0, head-contextLines):head])
	writeLines(&out, "- ", a[head:len(a)-tail])
	writeLines(&out, "+ ", b[head:len(b)-tail])
	end := len(a) - tail
	writeLines(&out, "  ", a[end:min(len(a), end+contextLines)])
	return out.String()
}

func writeLines(out *strings.Builder, prefix string, lines []string) {
	for _, line := range lines {
		out.WriteString(prefix + line + "\n")
	}
}
