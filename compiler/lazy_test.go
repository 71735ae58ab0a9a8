package compiler_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/compiler"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

// disassembly is the text of a function and of those in it.
func disassembly(t testing.TB, fn *bytecode.Function) string {
	var b bytes.Buffer
	if err := bytecode.Disassemble(&b, fn); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// checkLazy compiles the functions in fn that can be compiled later again and
// compares.
func checkLazy(t testing.TB, fn *bytecode.Function) (n int) {
	for _, inner := range fn.Functions {
		if inner.Lazy != nil && (inner.Source.Text.Len() < 1e5 || inner.Start%61 == 0 && inner.End-inner.Start < 1e5) {
			n++
			full, err := compiler.CompileLazy(inner, parser.Options{LegacyAssert: true})
			text := inner.Source.Text.Substring(int(inner.Start), int(inner.End)).String()
			if err != nil {
				t.Errorf("%s: %.400s", err, text)
			} else if got, want := disassembly(t, full), disassembly(t, inner); got != want {
				t.Errorf("compiled alone:\n%s\nwith the rest:\n%s\nof %.400s", got, want, text)
			} else if !bytes.Equal(full.Positions, inner.Positions) || !bytes.Equal(full.ScopeTable, inner.ScopeTable) {
				t.Errorf("compiled alone it has other positions or names: %.400s", text)
			}
		}
		n += checkLazy(t, inner)
	}
	return n
}

// checkCache writes and reads a template.
func checkCache(t testing.TB, fn *bytecode.Function) []byte {
	mark(fn)
	key := bytecode.NewCacheKey(bytecode.CacheScript, fn.Source.Text)
	data := bytecode.EncodeFunction(fn, key)
	back, err := bytecode.DecodeFunction(data, key, fn.Source)
	if err != nil {
		t.Error(err)
		return nil
	}
	if got, want := disassembly(t, back), disassembly(t, fn); got != want {
		t.Errorf("out of the cache comes\n%s\nand not\n%s", got, want)
	}
	return data
}

// mark marks all functions as run, so that none is left out of a cache.
func mark(fn *bytecode.Function) {
	fn.MarkRun()
	for _, inner := range fn.Functions {
		mark(inner)
	}
}

// eachProgram visits the programs of the goldens and the files that
// BURROW_PARSE_FILE names.
func eachProgram(t testing.TB, visit func(name, text string, module bool)) {
	files, err := filepath.Glob("testdata/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal("no input", err)
	}
	if more := os.Getenv("BURROW_PARSE_FILE"); more != "" {
		files = append(files, strings.Split(more, ",")...)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, program := range strings.Split(string(text), "---\n") {
			visit(file, program, strings.HasPrefix(filepath.Base(file), "module"))
		}
	}
}

// lazyProgram has functions of all kinds that can be compiled later.
const lazyProgram = `
function add(a, b) { return a + b }
const f = function named(n) { return n ? named(n - 1) : add };
{ let x = 1; const y = 2; class C {}; function g() { x = y; return () => [x, y, C, new.target] } g(); }
function outer(p, q = function () { return [p, q, r] }, r = () => p) {
	let early = () => late();
	function late() { return typeof early + p + q + arguments.length }
	try { } catch ({ message }) { return function () { return message } }
	for (const i of p) setTimeout(function () { for (const k in i) late(k) });
	switch (p) { case 1: let s = 1; default: return function* () { yield s; yield* s } }
}
const o = { m() { return super.m(this) }, get a() { return o.a }, set a(v) { this.b = v }, async n(x) { await x; for await (const y of x) ; }, async *[Symbol()]() {} };
class B { constructor(z) { this.z = z } m() { return super.toString() + B.name } static s(...rest) { return rest.map(function (r) { return r }) } get x() { return 1 } }
function tagged() { "use strict"; return tagged` + "`a${1}b`" + `.concat(/x+/g, 10n, 1.5, { a: 1, b: 2 }) }
label: for (;;) { break label }
function last() { return 1 } // a comment
function veryLast() { return 1 } /* and another */ // after it
`

func TestLazy(t *testing.T) {
	n := 0
	fn := compileScript(t, lazyProgram)
	if n = checkLazy(t, fn); n < 18 {
		t.Errorf("only %d functions of the program can be compiled later", n)
	}
	eachProgram(t, func(name, text string, module bool) {
		if module {
			return
		}
		if fn, err := tryCompileScript(text); err == nil {
			n += checkLazy(t, fn)
		}
	})
	t.Logf("%d functions", n)
}

func TestCacheRoundTrip(t *testing.T) {
	eachProgram(t, func(name, text string, module bool) {
		source := jstring.FromGo(text)
		if !module {
			if fn, err := tryCompileScript(text); err == nil {
				checkCache(t, fn)
			}
			return
		}
		m, err := parser.ParseModule(source, parser.Options{})
		if err != nil {
			return
		}
		src := &bytecode.Source{Text: source}
		c, err := compiler.CompileModule(m, src, nil)
		if err != nil {
			t.Fatal(err)
		}
		mark(c.Body)
		key := bytecode.NewCacheKey(bytecode.CacheModule, source)
		data := bytecode.EncodeModule(c, key)
		back, err := bytecode.DecodeModule(data, key, src)
		if err != nil {
			t.Fatal(err)
		}
		if again := bytecode.EncodeModule(back, key); disassembly(t, back.Body) != disassembly(t, c.Body) || len(again) > len(data) {
			t.Errorf("%s: another module comes out of the cache", name)
		}
	})
}
