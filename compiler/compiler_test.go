package compiler_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/compiler"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

var update = flag.Bool("update", false, "write the golden files")

// compileScript compiles a script and verifies it.
func compileScript(t testing.TB, text string) *bytecode.Function {
	t.Helper()
	fn, err := tryCompileScript(text)
	if err != nil {
		t.Fatalf("%s\n%s", err, text)
	}
	return fn
}

func tryCompileScript(text string) (*bytecode.Function, error) {
	source := jstring.FromGo(text)
	script, err := parser.ParseScript(source, parser.Options{})
	if err != nil {
		return nil, err
	}
	fn, err := compiler.CompileScript(script, &bytecode.Source{Text: source}, nil)
	if err != nil {
		return nil, err
	}
	return fn, bytecode.Verify(fn)
}

// TestGolden compares the code of the files in testdata with their goldens. A
// file is a list of programs with lines of --- between; a golden repeats each
// program before its code.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal("no input", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			for _, program := range strings.Split(string(text), "---\n") {
				out.WriteString(program)
				disassembleProgram(t, &out, program, strings.HasPrefix(filepath.Base(file), "module"))
				out.WriteString("---\n")
			}
			golden := strings.TrimSuffix(file, ".js") + ".golden"
			if *update {
				if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(out.Bytes(), want) {
				t.Errorf("the code has changed; if that is right run with -update and read the difference\n%s", out.Bytes())
			}
		})
	}
}

func disassembleProgram(t *testing.T, out *bytes.Buffer, program string, module bool) {
	t.Helper()
	var fn *bytecode.Function
	if module {
		source := jstring.FromGo(program)
		tree, err := parser.ParseModule(source, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		m, err := compiler.CompileModule(tree, &bytecode.Source{Text: source}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := bytecode.VerifyModule(m); err != nil {
			t.Fatal(err)
		}
		fn = m.Body
	} else {
		fn = compileScript(t, program)
	}
	if err := bytecode.Disassemble(out, fn); err != nil {
		t.Fatal(err)
	}
}
