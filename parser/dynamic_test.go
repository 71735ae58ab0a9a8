package parser_test

import (
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

// TestDynamicFunctionParts gives function constructors parts that are nothing
// alone and something together, and the other way round.
func TestDynamicFunctionParts(t *testing.T) {
	for _, c := range []struct {
		params, body string
		ok           bool
	}{
		{"", "", true},
		{"a, b", "return a + b", true},
		{"a //", "return a", true},
		{"a /* b */", "return a // done", true},
		{"a = `)`", "return `}`", true},
		{"a = function () { return ')' }", "return /}/", true},
		{"\n-->", "\n--> }", true},
		{"{ a }, [b]", "'x'; return a + b", true},
		{"-->", "", false},
		{"/*", "*/){", false},
		{"a) { /*", "*/", false},
		{"a){ return 1; } function f(", "", false},
		{"a = `", "`) {", false},
		{"", "}, function () {", false},
		{"", "} function g() {", false},
		{"", "/*", false},
		{"", "return `", false},
		{"a, a", "'use strict'", false},
		{"{ a }", "'use strict'", false},
		{"a = super.b", "", false},
		{"", "super()", false},
		{"a,,b", "", false},
		{"", "import.meta", false},
		{"yield", "", true},
	} {
		_, f, err := parser.ParseFunction(parser.DynamicNormal, jstring.FromGo(c.params), jstring.FromGo(c.body), parser.Options{})
		if (err == nil) != c.ok {
			t.Errorf("parameters %q, body %q: %v", c.params, c.body, err)
		}
		if err == nil && f == nil {
			t.Errorf("parameters %q, body %q: no function", c.params, c.body)
		}
	}
}

// TestFunctionBodyParts does the same for the bodies that hosts wrap.
func TestFunctionBodyParts(t *testing.T) {
	for _, c := range []struct {
		body    string
		ok      bool
		message string
	}{
		{"", true, ""},
		{"return exports", true, ""},
		{"#!/usr/bin/env node\nreturn 1", true, ""},
		{"--> comment\nreturn 1", true, ""},
		{"return 1 // done", true, ""},
		{"return function () { return '}' }", true, ""},
		{"'use strict'; return /}/", true, ""},
		{"} function g() {", false, "Unexpected token '}'"},
		{"}, function () {", false, "Unexpected token '}'"},
		{"/*", false, "Invalid or unexpected token"},
		{"return `", false, "Unexpected end of input"},
		{"return 1 +", false, "Unexpected end of input"},
		{"import.meta", false, "Cannot use 'import.meta' outside a module"},
		{"super()", false, "'super' keyword unexpected here"},
		{"let a; let a", false, "Identifier 'a' has already been declared"},
		{"let exports", false, "Identifier 'exports' has already been declared"},
		{"await 1", false, ""},
	} {
		names := []*jstring.String{jstring.FromGo("exports"), jstring.FromGo("require")}
		s, f, err := parser.ParseFunctionBody(names, jstring.FromGo(c.body), parser.Options{})
		if (err == nil) != c.ok || s == nil || (f == nil) == c.ok {
			t.Errorf("body %q: %v", c.body, err)
		}
		if e, ok := err.(*parser.SyntaxError); ok && c.message != "" && e.Message != c.message {
			t.Errorf("body %q: %s, want %s", c.body, e.Message, c.message)
		}
	}
}
