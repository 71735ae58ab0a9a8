package host

import (
	"bytes"
	"strings"
	"testing"
)

// TestREPL types programs and compares what is answered, without prompts.
func TestREPL(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"1 + 1\n", "2"},
		{"{ a: 1 }\n", "{ a: 1 }"},
		{"{ let a = 1; a }\n", "1"},
		{"'a\\nb'\n", "'a\\nb'"},
		{"function f() {\n  return `x\ny`;\n}\nf()\n", "undefined\n'x\\ny'"},
		{"Math.max(1,\n2)\n", "2"},
		{"let x = ;\n1\n", "Uncaught [SyntaxError: Unexpected token ';']\n1"},
		{"null.x\n2\n", "Uncaught TypeError: Cannot read properties of null (reading 'x')\n    at REPL:1:6\n2"},
		{"if (1) {\n.break\n3\n", "3"},
		{"40\n_ + 2\n", "40\n42"},
		{"setTimeout(() => console.log('late'), 1), 1\n", "1\nlate"},
		{"1\n.exit\n2\n", "1"},
	} {
		var out bytes.Buffer
		h, err := New(Options{Args: []string{}, Stdout: &out, Stderr: &out, Env: []string{}})
		if err != nil {
			t.Fatal(err)
		}
		if code := h.RunREPL(strings.NewReader(c.in), &out); code != 0 {
			t.Errorf("%q ends with %d", c.in, code)
		}
		_, text, _ := strings.Cut(out.String(), "more information.\n")
		text = strings.NewReplacer("... ", "", "> ", "").Replace(text)
		text = strings.ReplaceAll(text, "\n\n", "\n") // the end of the input, where a timer may come before or after it
		if got := strings.TrimSpace(text); got != c.want {
			t.Errorf("%q answers %q, want %q", c.in, got, c.want)
		}
	}
}
