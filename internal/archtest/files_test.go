package archtest

import (
	"os"
	"path"
	"strings"
	"testing"
)

// maxLines is the length of a file that one can still read in one go.
const maxLines = 800

// exceptionsFile names files that are longer, with the reason.
const exceptionsFile = "long_files.txt"

// vague are names that say nothing about what is inside.
var vague = []string{"utils.go", "util.go", "helpers.go", "misc.go", "common.go"}

func TestFileLength(t *testing.T) {
	exceptions := readExceptions(t)
	for _, f := range sources(t) {
		if f.test || f.generated || f.lines <= maxLines {
			continue
		}
		if _, ok := exceptions[f.path]; ok {
			delete(exceptions, f.path)
			continue
		}
		t.Errorf("%s has %d lines, more than %d: split it, or name it with a reason in %s", f.path, f.lines, maxLines, exceptionsFile)
	}
	for name := range exceptions {
		t.Errorf("%s names %s, which is not too long or not there", exceptionsFile, name)
	}
}

func readExceptions(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(exceptionsFile)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, line := range strings.Split(string(data), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, reason, _ := strings.Cut(line, "#")
		if strings.TrimSpace(reason) == "" {
			t.Errorf("%s: %q has no reason", exceptionsFile, line)
		}
		out[strings.TrimSpace(name)] = reason
	}
	return out
}

func TestFileNames(t *testing.T) {
	for _, f := range sources(t) {
		for _, name := range vague {
			if path.Base(f.path) == name {
				t.Errorf("%s: the name does not say what is in the file", f.path)
			}
		}
	}
}

// TestPackageComments wants the essay that every package starts with.
func TestPackageComments(t *testing.T) {
	documented := map[string]bool{}
	for _, f := range sources(t) {
		if !f.test {
			documented[f.folder] = documented[f.folder] || f.comment
		}
	}
	for folder, ok := range documented {
		if !ok {
			t.Errorf("%s has no package comment", folder)
		}
	}
}
