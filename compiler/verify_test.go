package compiler_test

import (
	"testing"

	"github.com/burrowjs/burrow/bytecode"
)

// TestVerifyRejects breaks good code in one place at a time.
func TestVerifyRejects(t *testing.T) {
	const text = "function f(a) { for (const x of a) { if (x.y > 2) return g(x, 'k', 1.5) } return () => a }"
	find := func(fn *bytecode.Function, op bytecode.Op) *bytecode.Instr {
		for i := range fn.Code {
			if fn.Code[i].Op == op {
				return &fn.Code[i]
			}
		}
		t.Fatalf("no %s", bytecode.Table[op].Name)
		return nil
	}
	tests := []struct {
		name string
		harm func(fn *bytecode.Function)
	}{
		{"register", func(fn *bytecode.Function) { find(fn, bytecode.OpGETFIELD).B = 999 }},
		{"group", func(fn *bytecode.Function) { find(fn, bytecode.OpCALL).B = 999 }},
		{"site", func(fn *bytecode.Function) { find(fn, bytecode.OpGETFIELD).C = 999 }},
		{"constant", func(fn *bytecode.Function) { find(fn, bytecode.OpLOADK).B = 999 }},
		{"constant's kind", func(fn *bytecode.Function) { fn.Consts[find(fn, bytecode.OpLOADK).B].Kind = bytecode.ConstRegExp }},
		{"function", func(fn *bytecode.Function) { find(fn, bytecode.OpCLOSURE).B = 9 }},
		{"jump past the end", func(fn *bytecode.Function) { find(fn, bytecode.OpJNGTI).C = 999 }},
		{"jump back", func(fn *bytecode.Function) { find(fn, bytecode.OpJNGTI).C = 0xFFFE }},
		{"loop forward", func(fn *bytecode.Function) { in := find(fn, bytecode.OpLOOP); in.B, in.C = 1, 0 }},
		{"iterator step alone", func(fn *bytecode.Function) { find(fn, bytecode.OpITERVALUE).Op = bytecode.OpNOP }},
		{"opcode", func(fn *bytecode.Function) { find(fn, bytecode.OpGETFIELD).Op = 254 }},
		{"end", func(fn *bytecode.Function) { fn.Code = fn.Code[:len(fn.Code)-1] }},
		{"handler", func(fn *bytecode.Function) { fn.Handlers[0].Target = 999 }},
		{"capture", func(fn *bytecode.Function) { fn.Functions[0].Captures[0].Index = 999 }},
		{"registers", func(fn *bytecode.Function) { fn.NumRegs = 1 }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			fn := compileScript(t, text).Functions[0]
			test.harm(fn)
			if err := bytecode.Verify(fn); err == nil {
				t.Error("accepted")
			} else {
				t.Log(err)
			}
		})
	}
}
