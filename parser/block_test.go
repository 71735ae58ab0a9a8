package parser

import (
	"testing"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
)

// TestEmptyBlocks: an empty block has no scope, every other one has.
func TestEmptyBlocks(t *testing.T) {
	text := "{} try {} catch {} finally {} if (x) {} else {} { {} } for (;;) {} { let a } { eval('') } try { x } catch (e) { } with (x) {}"
	s, err := ParseScript(jstring.FromGo(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	empty, full := 0, 0
	ast.Walk(s, func(n ast.Node, enter bool) bool {
		b, ok := n.(*ast.BlockStatement)
		if !ok || !enter {
			return true
		}
		if (b.Scope == nil) != (len(b.Body) == 0) {
			t.Errorf("%s: scope %v", text[b.Start:b.Stop], b.Scope)
		}
		if got := text[b.Start:b.Stop]; got[0] != '{' || got[len(got)-1] != '}' {
			t.Errorf("range of a block is %s", got)
		}
		if len(b.Body) == 0 {
			empty++
		} else {
			full++
		}
		return true
	})
	if empty != 10 || full != 4 {
		t.Errorf("%d empty blocks, %d others", empty, full)
	}
}
