package differential

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/host"
	"github.com/burrowjs/burrow/internal/golden"
	"github.com/burrowjs/burrow/vmapi"
)

// program is one file of the corpus.
type program struct {
	name, file, want string
}

func programs(t testing.TB, folder string) []program {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.js"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs in %s: %v", folder, err)
	}
	var out []program
	for _, file := range files {
		want, err := os.ReadFile(strings.TrimSuffix(file, ".js") + ".out")
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, program{strings.TrimSuffix(filepath.Base(file), ".js"), file, strings.ReplaceAll(string(want), "\r\n", "\n")})
	}
	return out
}

// run returns what a program prints.
func (p program) run(t testing.TB) string { return p.runWith(t, false) }

func (p program) runWith(t testing.TB, proposals bool) string {
	t.Helper()
	var out bytes.Buffer
	h, err := host.New(host.Options{Args: []string{p.file}, Stdout: &out, Stderr: &out, Stdin: strings.NewReader(""),
		VM: vmapi.Options{Location: time.UTC, Proposals: proposals}})
	if err != nil {
		t.Fatal(err)
	}
	if code := h.RunFile(p.file); code != 0 {
		fmt.Fprintf(&out, "exit code %d\n", code)
	}
	return out.String()
}

// reasons are why a program may differ from Node. Nothing else may.
var reasons = map[string]string{
	"error_messages": "there is no Intl",
	"string_case":    "upper and lower case by locale are part of ECMA-402",
}

// TestNode compares with Node 20; the differences that remain are a golden file.
func TestNode(t *testing.T) {
	var differences strings.Builder
	for _, p := range programs(t, "node") {
		if got := p.run(t); got != p.want {
			if reasons[p.name] == "" {
				t.Errorf("%s differs from Node:\n%s", p.file, lineDiff(p.want, got))
			}
			fmt.Fprintf(&differences, "== %s: %s\n%s\n", p.name, reasons[p.name], lineDiff(p.want, got))
		}
	}
	golden.Equal(t, "differences.txt", differences.String())
}

// TestLater compares with output that was checked by hand.
func TestLater(t *testing.T) {
	for _, folder := range []string{"later", "proposed"} {
		for _, p := range programs(t, folder) {
			t.Run(p.name, func(t *testing.T) {
				if got := p.runWith(t, folder == "proposed"); got != p.want {
					t.Errorf("%s:\n%s", p.file, golden.Diff(p.want, got))
				}
			})
		}
	}
}

// lineDiff lists the lines that differ, when both have equally many, and
// otherwise what lies between the common beginning and end.
func lineDiff(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	if len(a) != len(b) {
		return golden.Diff(want, got)
	}
	var out []string
	for i := range a {
		if a[i] != b[i] {
			out = append(out, "- "+a[i], "+ "+b[i])
		}
	}
	return strings.Join(out, "\n")
}
