package compiler_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzCompileVerify compiles whatever parses, as a script, a module and eval code, and
// verifies the code.
func FuzzCompileVerify(f *testing.F) {
	files, err := filepath.Glob("testdata/*.js")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, program := range strings.Split(string(text), "---\n") {
			f.Add(program)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		if _, message := compileAll(text); message != "" {
			t.Errorf("%s\n%s", message, text)
		}
	})
}
