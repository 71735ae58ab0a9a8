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
