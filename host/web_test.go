package host

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWeb compares the programs of testdata/web with what Node 20 printed;
// update.sh there makes the expected output.
func TestWeb(t *testing.T) {
	files, err := filepath.Glob("testdata/web/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".js"), func(t *testing.T) {
			data, err := os.ReadFile(strings.TrimSuffix(file, ".js") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			out, stderr, _ := runFile(t, file)
			got, want := strings.Split(out, "\n"), strings.Split(string(data), "\n")
			for i := 0; i < max(len(got), len(want)); i++ {
				g, w := lineAt(got, i), lineAt(want, i)
				if g == w {
					continue
				}
				t.Errorf("line %d:\n got %s\nwant %s", i+1, g, w)
				if len(got) != len(want) {
					break // the lines after it are moved
				}
			}
			if t.Failed() {
				t.Log(stderr)
			}
		})
	}
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}
