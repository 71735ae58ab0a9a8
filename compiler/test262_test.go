package compiler_test

import (
	"archive/tar"
	"compress/gzip"
	"fmt"
	"io"
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

// TestTest262 compiles and verifies every file of the suite in the suite that
// BURROW_TEST262 names, that parses: as a script, as a module, and as eval code.
func TestTest262(t *testing.T) {
	root := os.Getenv("BURROW_TEST262")
	if root == "" {
		t.Skip("BURROW_TEST262 does not name a test262 checkout")
	}
	compiled := 0
	err := eachTest(root, func(path, text string) {
		n, msg := compileAll(text)
		compiled += n
		if msg != "" {
			t.Errorf("%s: %s", path, msg)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d compiled", compiled)
	if compiled == 0 {
		t.Error("nothing was compiled")
	}
}

// eachTest visits the tests of a suite, which is a folder or a .tar.gz.
func eachTest(root string, visit func(path, text string)) error {
	if info, err := os.Stat(root); err != nil {
		return err
	} else if !info.IsDir() {
		return eachArchived(root, visit)
	}
	return filepath.WalkDir(filepath.Join(root, "test"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".js") {
			return err
		}
		text, err := os.ReadFile(path)
		if err == nil {
			visit(path, string(text))
		}
		return err
	})
}

func eachArchived(file string, visit func(path, text string)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if !strings.Contains("/"+h.Name, "/test/") || !strings.HasSuffix(h.Name, ".js") {
			continue
		}
		text, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		visit(h.Name, string(text))
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
		check(compiler.CompileScript(script, unit, nil))
	}
	for _, strict := range []bool{false, true} {
		context := &parser.EvalContext{InFunction: true, InMethod: true, InDerivedConstructor: true}
		if script, err := parser.ParseEval(source, parser.Options{Strict: strict, Eval: context}); err == nil {
			check(compiler.CompileEval(script, unit, compiler.EvalOptions{Scoped: !strict, AllowNewTarget: true}))
		}
	}
	if tree, err := parser.ParseModule(source, parser.Options{}); err == nil {
		m, err := compiler.CompileModule(tree, unit, nil)
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
