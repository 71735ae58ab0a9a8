package golden

import (
	"os"
	"strings"
	"testing"
)

// recorder is a testing.TB that notes errors instead of failing.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, format)
}

func TestEqual(t *testing.T) {
	t.Chdir(t.TempDir())
	r := &recorder{TB: t}
	Equal(r, "deep/a.txt", "one\ntwo\n")
	if len(r.errors) != 1 {
		t.Errorf("a file that does not exist: %d errors, want 1", len(r.errors))
	}
	*update = true
	Equal(r, "deep/a.txt", "one\ntwo\n")
	*update = false
	r.errors = nil
	Equal(r, "deep/a.txt", "one\ntwo\n")
	if len(r.errors) != 0 {
		t.Errorf("equal text: %v", r.errors)
	}
	Equal(r, "deep/a.txt", "one\nthree\n")
	if len(r.errors) != 1 {
		t.Errorf("different text: %d errors, want 1", len(r.errors))
	}
	if err := os.WriteFile("testdata/deep/a.txt", []byte("one\r\ntwo\r\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	r.errors = nil
	if Equal(r, "deep/a.txt", "one\ntwo\n"); len(r.errors) != 0 {
		t.Errorf("line ends of Windows: %v", r.errors)
	}
}

func TestDiff(t *testing.T) {
	got := Diff("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nd\nX\nY\ng")
	if want := "  b\n  c\n  d\n- e\n- f\n+ X\n+ Y\n  g\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := Diff("same", "same"); strings.ContainsAny(got, "+-") {
		t.Errorf("equal texts differ: %s", got)
	}
}
