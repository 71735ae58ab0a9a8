package host

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNodeModules compares what scripts about Node's modules print with what
// they print under Node 20.
func TestNodeModules(t *testing.T) {
	files, err := filepath.Glob("testdata/node/*.mjs")
	scripts, globErr := filepath.Glob("testdata/node/*.js")
	files = append(files, scripts...)
	if err != nil || globErr != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			want, err := os.ReadFile(strings.TrimSuffix(file, filepath.Ext(file)) + ".out")
			if err != nil {
				t.Fatal(err)
			}
			out, stderr, code := runFile(t, file)
			if code != 0 {
				t.Errorf("exit %d, %s", code, stderr)
			}
			got, expected := strings.Split(out, "\n"), strings.Split(string(want), "\n")
			for i := range max(len(got), len(expected)) {
				g, w := "", ""
				if i < len(got) {
					g = got[i]
				}
				if i < len(expected) {
					w = expected[i]
				}
				if g != w {
					t.Fatalf("line %d\n got %s\nwant %s", i+1, g, w)
				}
			}
		})
	}
}
