package parser_test

import (
	"errors"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

// hostile lists inputs made to exhaust the stack, memory or time of a parser.
// Each either parses or ends in the error given; deep means the nesting limit.
const deep = "RangeError: Maximum call stack size exceeded"

var hostile = []struct {
	name, source, err string
}{
	{"parentheses", strings.Repeat("(", 1e6), deep},
	{"arrays", strings.Repeat("[", 1e6), deep},
	{"objects", "x = " + strings.Repeat("{a:", 1e6), deep},
	{"blocks", strings.Repeat("{", 1e6), deep},
	{"not", strings.Repeat("!", 1e6) + "0", deep},
	{"minus", strings.Repeat("- ", 1e6) + "0", deep},
	{"typeof", strings.Repeat("typeof ", 1e6) + "0", deep},
	{"await", "async function f() {" + strings.Repeat("await ", 1e6) + "0}", deep},
	{"new", strings.Repeat("new ", 1e6) + "x", deep},
	{"conditional", strings.Repeat("a?b:", 1e5) + "c", ""},
	{"conditional consequent", strings.Repeat("a?", 1e5) + "c", deep},
	{"templates", strings.Repeat("`${", 1e5), deep},
	{"arrows", strings.Repeat("x=>", 1e6) + "0", deep},
	{"arrows in parentheses", strings.Repeat("(x=", 1e5) + "0", deep},
	{"nested arrow parameters", strings.Repeat("(a=", 1500) + "0" + strings.Repeat(")=>0", 1500), ""},
	{"async arrow parameters", strings.Repeat("async(a=", 1500) + "0" + strings.Repeat(")=>0", 1500), ""},
	{"async calls", strings.Repeat("async(", 1500) + strings.Repeat(")", 1500), ""},
	{"members", "a" + strings.Repeat(".b", 1e6), ""},
	{"indexes", "a" + strings.Repeat("[0]", 1e6), ""},
	{"calls", "a" + strings.Repeat("()", 1e6), ""},
	{"optional chain", "a" + strings.Repeat("?.b", 1e6), ""},
	{"tags", "a" + strings.Repeat("``", 1e6), ""},
	{"sums", "a" + strings.Repeat("+a", 1e6), ""},
	{"ands", "a" + strings.Repeat("&&a", 1e6), ""},
	{"coalesces", "a" + strings.Repeat("??a", 1e6), ""},
	{"commas", "a" + strings.Repeat(",a", 1e6), ""},
	{"powers", "a" + strings.Repeat("**a", 1e6), deep},
	{"assignments", strings.Repeat("a=", 1e6) + "0", deep},
	{"else if", strings.Repeat("if(0);else ", 1e5) + ";", ""},
	{"if", strings.Repeat("if(0)", 1e5) + ";", deep},
	{"labels", labels(1e5) + ";", ""},
	{"functions", strings.Repeat("function f(){", 1e5), deep},
	{"class extends", "x = " + strings.Repeat("class extends ", 1e5) + "x {}", deep},
	{"class fields", strings.Repeat("class A { x = ", 1e5), deep},
	{"static blocks", strings.Repeat("class A { static {", 1e5), deep},
	{"patterns", strings.Repeat("[", 2000) + "a" + strings.Repeat("]", 2000) + " = 1", ""},
	{"object patterns", "({a:" + strings.Repeat("{a:", 2000) + "b" + strings.Repeat("}", 2000) + "} = 1)", ""},
	{"pattern initialisers", strings.Repeat("[a=", 1500) + "1" + strings.Repeat("]=1", 1500), ""},
	{"binding patterns", "let " + strings.Repeat("[", 1e5), deep},
	{"binding objects", "let " + strings.Repeat("{a:", 1e5), deep},
	{"unterminated template", "`abc ${x} ", "SyntaxError: Unterminated template literal"},
	{"unterminated string", "'abc", "SyntaxError: Invalid or unexpected token"},
	{"unterminated comment", "/* abc", "SyntaxError: Invalid or unexpected token"},
	{"unterminated regular expression", "/abc", "SyntaxError: Invalid regular expression: missing /"},
	{"lone surrogates", "'\xed\xa0\x80' + `\xed\xb0\x80`", ""},
	{"lone surrogate outside", "\xed\xa0\x80", "SyntaxError: Invalid or unexpected token"},
	{"invalid UTF-8", "'\xff\xfe'", ""},
	{"byte order marks", "\uFEFFa\uFEFF", ""},
	{"separators in strings", "'\u2028\u2029'", ""},
	{"NUL", "\x00", "SyntaxError: Invalid or unexpected token"},
	{"NUL in a string", "'\x00'", ""},
	{"locals", "function f(){" + numbered("let v%;", 70000) + "}", ""},
	{"constants", "f(" + numbered("'s%',", 70000) + ")", ""},
	{"arguments", "f(" + strings.Repeat("a,", 70000) + ")", ""},
	{"digits", strings.Repeat("1", 1e6), ""},
	{"fraction digits", "0." + strings.Repeat("1", 1e6), ""},
	{"hexadecimal digits", "0x" + strings.Repeat("f", 1e6), ""},
	{"BigInt digits", strings.Repeat("1", 1e6) + "n", ""},
	{"groups", "/" + strings.Repeat("(?:a)", 1e5) + "/", ""},
	{"duplicate __proto__", "({" + strings.Repeat("__proto__: 1,", 1e5) + "})", "SyntaxError: Duplicate __proto__ fields are not allowed in object literals"},
	{"duplicate __proto__ in a pattern", "({" + strings.Repeat("__proto__: a,", 1e5) + "} = 1)", ""},
	{"private names", "class A {" + numbered("#p%;", 1e5) + numbered("m%(){this.#p%}", 1e5) + "}", ""},
	{"duplicate private names", "class A {" + numbered("#p%;", 1e5) + "#p99999;}", "SyntaxError: Identifier '#p99999' has already been declared"},
	{"private names from within", strings.Repeat("class A { #x; static {", 1000) + strings.Repeat("a.#x;", 1e5) + strings.Repeat("}}", 1000), ""},
	{"references from within", strings.Repeat("{let a;", 1000) + numbered("x%;", 1e5) + strings.Repeat("}", 1000), ""},
	{"captures from within", numbered("let x%;", 300) + strings.Repeat("function f(){", 1000) + numbered("x%;", 300) + strings.Repeat("}", 1000), ""},
	{"vars in blocks", strings.Repeat("{", 1000) + numbered("var x%;", 1e5) + strings.Repeat("}", 1000), ""},
	{"functions in blocks", strings.Repeat("{", 1000) + numbered("function f%(){}", 3000) + strings.Repeat("}", 1000), ""},
	{"parameters", "function f(" + numbered("a%,", 1e5) + "){}", ""},
	{"arrow parameters", "(" + numbered("a%,", 1e5) + ") => 0", ""},
	{"function names in a block", "{" + strings.Repeat("function f(){}", 20000) + "}", ""},
	{"cases", "switch(a){" + strings.Repeat("case 1:", 1e5) + "}", ""},
}

func labels(n int) string { return numbered("l%:", n) }

// numbered repeats a text with % replaced by the number.
func numbered(text string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(text, "%", itoa(i)))
	}
	return b.String()
}

func itoa(i int) string {
	if i < 10 {
		return string(rune('0' + i))
	}
	return itoa(i/10) + itoa(i%10)
}

func TestHostileInputs(t *testing.T) {
	// The nesting limit keeps the stack below this; more would be fatal.
	defer debug.SetMaxStack(debug.SetMaxStack(32 << 20))
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			script, err := parser.ParseScript(jstring.FromGo(c.source), parser.Options{})
			// What grows with the square of the text takes minutes; a busy machine does not.
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("took %v", d)
			} else if d > 500*time.Millisecond {
				t.Logf("took %v", d)
			}
			var syntax *parser.SyntaxError
			switch {
			case err == nil && c.err != "":
				t.Errorf("parsed, want %s", c.err)
			case err != nil && !errors.As(err, &syntax):
				t.Errorf("error of type %T", err)
			case err != nil && err.Error() != c.err:
				t.Errorf("%v, want %q", err, c.err)
			case err == nil:
				nodes := 0
				ast.Walk(script, func(n ast.Node, enter bool) bool { nodes++; return true })
				if nodes == 0 {
					t.Error("nothing to walk")
				}
			}
		})
	}
}
