package compiler_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/compiler"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

// TestTest262 compiles and verifies every file of the suite in the folder named by
// BURROW_TEST262 that parses: as a script, as a module, and as eval code.
func TestTest262(t *testing.T) {
	root := os.Getenv("BURROW_TEST262")
	if root == "" {
		t.Skip("BURROW_TEST262 does not name a test262 checkout")
	}
	compiled := 0
	err := filepath.WalkDir(filepath.Join(root, "test"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".js") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		n, msg := compileAll(string(text))
		compiled += n
		if msg != "" {
			t.Errorf("%s: %s", path, msg)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d compiled", compiled)
	if compiled == 0 {
		t.Error("nothing was compiled")
	}
}

// compileAll compiles a text in all the ways in which it parses. It returns their
// number, and what is wrong.
func compileAll(text string) (n int, message string) {
	defer func() {
		if r := recover(); r != nil {
			message = fmt.Sprintf("panic: %v", r)
		}
	}()
	source := jstring.FromGo(text)
	unit := &bytecode.Source{Text: source}
	check := func(fn *bytecode.Function, err error) {
		n++
		if err == nil {
			err = bytecode.Verify(fn)
		}
		if err != nil {
			message = err.Error()
		}
	}
	if script, err := parser.ParseScript(source, parser.Options{}); err == nil {
		check(compiler.CompileScript(script, unit))
	}
	for _, strict := range []bool{false, true} {
		context := &parser.EvalContext{InFunction: true, InMethod: true, InDerivedConstructor: true}
		if script, err := parser.ParseEval(source, parser.Options{Strict: strict, Eval: context}); err == nil {
			check(compiler.CompileEval(script, unit, compiler.EvalOptions{Scoped: !strict, AllowNewTarget: true}))
		}
	}
	if tree, err := parser.ParseModule(source, parser.Options{}); err == nil {
		m, err := compiler.CompileModule(tree, unit)
		n++
		if err == nil {
			err = bytecode.VerifyModule(m)
		}
		if err != nil {
			message = err.Error()
		}
	}
	return n, message
}
