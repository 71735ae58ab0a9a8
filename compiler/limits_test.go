package compiler_test

import (
	"fmt"
	"strings"
	"testing"
)

// repeat joins n parts made from their number.
func repeat(n int, format, sep string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(sep)
		}
		if strings.Contains(format, "%") {
			fmt.Fprintf(&b, format, i)
		} else {
			b.WriteString(format)
		}
	}
	return b.String()
}

// TestLimits compiles programs that go past the operand ranges or would recurse
// too deep.
func TestLimits(t *testing.T) {
	tests := []struct{ name, text string }{
		{"70000 vars", "function f() { " + repeat(70000, "var v%d = x;", "") + " return v1 + v69999 }"},
		{"70000 lets", "function f() { " + repeat(70000, "let v%d = 1;", "") + " v69999++; return v1 + v69999 }"},
		{"70000 global vars", repeat(70000, "var v%d = 1;", "")},
		{"70000 numbers", "function f() { x = [" + repeat(70000, "%d.5", ", ") + "] }"},
		{"70000 strings and a regexp", "x = [" + repeat(70000, "'s%d'", ", ") + "]; y = /z/; y.a = {b: 1, c: `t${x}`}"},
		{"70000 properties", "function f(o) { " + repeat(70000, "o.p%d = o.q; ", "") + "; o.m(); o.x++; ({z: 1}) }"},
		{"300 arguments", "f(" + repeat(300, "x", ", ") + ")"},
		{"70000 arguments", "f(" + repeat(70000, "x", ", ") + "); new f(" + repeat(70000, "x", ", ") + ")"},
		{"70000 elements", "x = [" + repeat(70000, "x", ", ") + "]"},
		{"70000 keys", "x = {" + repeat(70000, "k%d: x", ", ") + "}"},
		{"long jumps", "function f(x, y) { for (let i = 0; i < y; i++) { if (x === y) continue; " + repeat(40000, "x.y;", "") + "} for (const k in x) { for (const v of y) { " +
			repeat(40000, "k + v;", "") + "} } while (x) { try { " + repeat(40000, "x();", "") + "} catch { break } } }"},
		{"a long sum", "x = " + repeat(1000000, "a", "+")},
		{"a long and", "x = " + repeat(300000, "a", "&&") + "; if (" + repeat(300000, "a", "||") + ") ;"},
		{"a long chain of members", "x = a" + repeat(300000, ".b", "")},
		{"a long chain of calls", "x = a" + repeat(300000, "()", "")},
		{"a long conditional", "x = " + repeat(100000, "a ? b : ", "") + "c"},
		{"a long else if", repeat(100000, "if (a) b; else ", "") + "c"},
		{"a long return", "function f() { 'use strict'; return " + repeat(100000, "a ? b() : ", "") + "c }"},
		{"a long sequence", "x = (" + repeat(300000, "a", ", ") + ")"},
		{"a long template", "x = `" + repeat(10000, "${a}b", "") + "`"},
		{"many cases", "switch (x) {" + repeat(70000, "case 's%d': y;", "") + "}"},
		{"many functions", repeat(30000, "function f%d() {}", "")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { compileScript(t, test.text) })
	}
}

// TestNestedRestarts compiles nested functions which must each be compiled twice.
func TestNestedRestarts(t *testing.T) {
	const depth = 60
	text := repeat(depth, "(class extends B { constructor() { (() => super())(); ", "") + repeat(depth, "} })", "")
	compileScript(t, text)
}
