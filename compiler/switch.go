package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

const (
	tableMin = 5   // cases from which a jump table is made
	tableMax = 512 // greatest case of a jump table
)

func (f *funcState) switchStatement(s *ast.SwitchStatement, labels []*jstring.String) {
	f.emptyCompletion()
	outer := f.openScope()
	var d int
	if literalCases(s) {
		d = f.any(s.Discriminant)
	} else {
		d = f.push(s.Discriminant)
	}
	state := f.enterScope(s.Scope)
	f.withUsing(s.Scope, func() { f.switchCases(s, d, labels) })
	f.closeScope(state)
	f.closeScope(outer)
}

// literalCases reports whether all tests are literals, so that nothing is evaluated
// between them.
func literalCases(s *ast.SwitchStatement) bool {
	for _, k := range s.Cases {
		switch k.Test.(type) {
		case nil, *ast.NumericLiteral, *ast.StringLiteral:
		default:
			return false
		}
	}
	return true
}

func (f *funcState) switchCases(s *ast.SwitchStatement, d int, labels []*jstring.String) {
	c := f.pushControl(&control{kind: controlTarget, labels: labels, plain: true, breaks: &label{}})
	targets := make([]*label, len(s.Cases))
	otherwise := c.breaks
	for i, k := range s.Cases {
		targets[i] = &label{}
		if k.Test == nil {
			otherwise = targets[i]
		}
	}
	table := switchTable(s, targets, otherwise)
	at, tableConst := 0, 0
	if table != nil {
		tableConst = f.constant(bytecode.Const{Kind: bytecode.ConstJumpTable}, true)
		at = f.ext(bytecode.ExtJTABLE, d, tableConst, 0)
	} else {
		for i, k := range s.Cases {
			if k.Test != nil {
				f.switchTest(k.Test, d, targets[i])
			}
		}
	}
	f.jump(otherwise)
	for i, k := range s.Cases {
		f.bind(targets[i])
		f.statements(k.Body)
	}
	f.popControl()
	f.bind(c.breaks)
	if table != nil && f.c.err == nil {
		jumps := make([]int32, len(table))
		for i, l := range table {
			jumps[i] = int32(l.pc - at - 1)
		}
		f.fn.Consts[tableConst].Jumps = jumps
	}
}

// switchTest jumps to l if the discriminant in d is strictly equal to test.
func (f *funcState) switchTest(test ast.Expr, d int, l *label) {
	f.startStatement(test.Pos())
	mark := f.next
	defer f.release(mark)
	if v, ok := immediate(test); ok {
		f.branch(bytecode.OpJSEQI, d, v, l)
		return
	}
	if k, ok := f.literalConst(test, true); ok {
		f.branch(bytecode.OpJSEQK, d, k, l)
		return
	}
	r := f.any(test)
	f.branch(bytecode.OpJSEQ, d, r, l)
}

// switchTable returns the targets of a jump table for cases that are small
// integers, dense enough; otherwise nil.
func switchTable(s *ast.SwitchStatement, targets []*label, otherwise *label) []*label {
	n, greatest := 0, -1
	for _, k := range s.Cases {
		if k.Test == nil {
			continue
		}
		v, ok := immediate(k.Test)
		if !ok || v < 0 || v > tableMax {
			return nil
		}
		n++
		greatest = max(greatest, v)
	}
	if n < tableMin || greatest > 4*n {
		return nil
	}
	table := make([]*label, greatest+1)
	for i, k := range s.Cases {
		if k.Test == nil {
			continue
		}
		if v, _ := immediate(k.Test); table[v] == nil {
			table[v] = targets[i]
		}
	}
	for i := range table {
		if table[i] == nil {
			table[i] = otherwise
		}
	}
	return table
}
