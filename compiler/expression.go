package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

// any evaluates e and returns the register that holds the value: a variable's
// own register or a new temporary. The caller must not write to it.
func (f *funcState) any(e ast.Expr) int {
	e = ast.Unparen(e)
	switch e := e.(type) {
	case *ast.Identifier:
		if r := f.ownRegister(e.Binding); r != noReg {
			if e.NeedsTDZ {
				f.at(e.Start)
				f.checkTDZ(r, e.Name)
			}
			return r
		}
	case *ast.ThisExpression:
		f.at(e.Start)
		return f.thisValue()
	case *ast.AssignmentExpression:
		if r := f.assignToRegister(e); r != noReg {
			return r
		}
	}
	return f.push(e)
}

// push evaluates e into a new temporary.
func (f *funcState) push(e ast.Expr) int {
	e = ast.Unparen(e)
	mark := f.next
	if !isChain(e) {
		f.alloc()
	}
	f.to(e, mark)
	f.release(mark)
	return f.alloc()
}

// stable is any for an operand that is used after later has been evaluated: a
// variable that later may assign is copied.
func (f *funcState) stable(e ast.Expr, later ...ast.Node) int {
	mark := f.next
	r := f.any(e)
	if r >= mark || r < 2 {
		return r
	}
	if _, ok := ast.Unparen(e).(*ast.ThisExpression); ok {
		return r
	}
	if id, ok := ast.Unparen(e).(*ast.Identifier); ok && id.Binding != nil && id.Binding.Writes == 0 {
		return r
	}
	for _, l := range later {
		if mayAssign(l) {
			t := f.alloc()
			f.move(t, r)
			return t
		}
	}
	return r
}

// mayAssign reports whether evaluating n may assign a local variable. It
// looks at simple expressions only and is true for all others.
func mayAssign(n ast.Node) bool {
	budget := 24
	return mayAssignWithin(n, &budget)
}

func mayAssignWithin(n ast.Node, budget *int) bool {
	*budget--
	if *budget < 0 {
		return true
	}
	switch n := n.(type) {
	case nil, *ast.Identifier, *ast.ThisExpression, *ast.NullLiteral, *ast.BooleanLiteral, *ast.NumericLiteral,
		*ast.StringLiteral, *ast.BigIntLiteral, *ast.RegExpLiteral, *ast.FunctionNode, *ast.NewTarget:
		return false
	case *ast.ParenthesizedExpression:
		return mayAssignWithin(n.Expression, budget)
	case *ast.BinaryExpression:
		return mayAssignWithin(n.Left, budget) || mayAssignWithin(n.Right, budget)
	case *ast.LogicalExpression:
		return mayAssignWithin(n.Left, budget) || mayAssignWithin(n.Right, budget)
	case *ast.UnaryExpression:
		return mayAssignWithin(n.Operand, budget)
	case *ast.MemberExpression:
		return mayAssignWithin(n.Object, budget)
	case *ast.IndexExpression:
		return mayAssignWithin(n.Object, budget) || mayAssignWithin(n.Index, budget)
	case *ast.CallExpression:
		if n.DirectEval || mayAssignWithin(n.Callee, budget) {
			return true
		}
		return anyAssigns(n.Arguments, budget)
	case *ast.NewExpression:
		return mayAssignWithin(n.Callee, budget) || anyAssigns(n.Arguments, budget)
	case *ast.ArrayLiteral:
		return anyAssigns(n.Elements, budget)
	case *ast.SpreadElement:
		return mayAssignWithin(n.Argument, budget)
	}
	return true
}

func anyAssigns(list []ast.Expr, budget *int) bool {
	for _, e := range list {
		if e != nil && mayAssignWithin(e, budget) {
			return true
		}
	}
	return false
}

// writesLast reports whether to(e, r) writes r in its last instruction only, so
// that r may be a variable that e reads.
func writesLast(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Identifier, *ast.ThisExpression, *ast.NullLiteral, *ast.BooleanLiteral, *ast.NumericLiteral, *ast.StringLiteral,
		*ast.BigIntLiteral, *ast.RegExpLiteral, *ast.BinaryExpression, *ast.MemberExpression, *ast.IndexExpression,
		*ast.CallExpression, *ast.NewExpression, *ast.PrivateMemberExpression, *ast.AwaitExpression:
		return true
	case *ast.UnaryExpression:
		return e.Op != ast.OpNot && e.Op != ast.OpDelete
	case *ast.ConditionalExpression:
		return writesLast(e.Consequent) && writesLastBranch(e.Alternate)
	case *ast.FunctionNode:
		return !e.Has(ast.UsesSuperProperty)
	}
	return false
}

// writesLastBranch is writesLast for the rest of a chain of conditionals,
// which may be very long; only its first link is looked at.
func writesLastBranch(e ast.Expr) bool {
	if _, ok := ast.Unparen(e).(*ast.ConditionalExpression); ok {
		return false
	}
	return writesLast(e)
}

// effect evaluates e for its side effects.
func (f *funcState) effect(e ast.Expr) {
	mark := f.next
	switch e := ast.Unparen(e).(type) {
	case *ast.UpdateExpression:
		f.update(e, noReg)
	case *ast.AssignmentExpression:
		f.assignEffect(e)
	case *ast.SequenceExpression:
		for _, x := range e.Expressions {
			f.effect(x)
		}
	case *ast.LogicalExpression:
		f.logicalEffect(e)
	case *ast.ConditionalExpression:
		f.conditional(e, noReg)
	case *ast.UnaryExpression:
		if e.Op == ast.OpVoid || e.Op == ast.OpNot {
			f.effect(e.Operand)
		} else {
			f.any(e)
		}
	default:
		f.any(e)
	}
	f.release(mark)
}

// to evaluates e into dst.
func (f *funcState) to(e ast.Expr, dst int) {
	if f.c.err != nil {
		return
	}
	e = ast.Unparen(e)
	mark := f.next
	switch e := e.(type) {
	case *ast.Identifier:
		f.identifier(e, dst)
	case *ast.ThisExpression:
		f.at(e.Start)
		f.move(dst, f.thisValue())
	case *ast.NullLiteral:
		f.emit(bytecode.OpLOADNULL, dst, 0, 0)
	case *ast.BooleanLiteral:
		f.loadBool(dst, e.Value)
	case *ast.NumericLiteral:
		f.loadNumber(dst, e.Value)
	case *ast.BigIntLiteral:
		f.emit32(bytecode.OpLOADK, dst, uint32(f.constant(bytecode.Const{Kind: bytecode.ConstBigInt, Big: e.Value()}, false)))
	case *ast.StringLiteral:
		f.loadString(dst, e.Value)
	case *ast.RegExpLiteral:
		f.at(e.Start)
		k := f.constant(bytecode.Const{Kind: bytecode.ConstRegExp, Str: e.Pattern, Str2: e.Flags}, true)
		f.ext(bytecode.ExtREGEXP, dst, k, 0)
	case *ast.TemplateLiteral:
		f.template(e, dst)
	case *ast.ArrayLiteral:
		f.arrayLiteral(e, dst)
	case *ast.ObjectLiteral:
		f.objectLiteral(e, dst)
	case *ast.UnaryExpression:
		f.unary(e, dst)
	case *ast.UpdateExpression:
		f.update(e, dst)
	case *ast.BinaryExpression:
		f.binary(e, dst)
	case *ast.PrivateInExpression:
		r := f.any(e.Right)
		n := f.privateName(e.Name)
		f.at(e.Start)
		f.ext(bytecode.ExtHASPRIVATE, dst, r, n)
	case *ast.LogicalExpression:
		f.logical(e, dst)
	case *ast.ConditionalExpression:
		f.conditional(e, dst)
	case *ast.AssignmentExpression:
		f.assign(e, dst)
	case *ast.SequenceExpression:
		last := len(e.Expressions) - 1
		for _, x := range e.Expressions[:last] {
			f.effect(x)
		}
		f.to(e.Expressions[last], dst)
	case *ast.OptionalChain:
		f.optionalChain(e, dst)
	case *ast.NewExpression:
		f.newExpression(e, dst)
	case *ast.SuperCall:
		f.superCall(e, dst)
	case *ast.NewTarget:
		b := f.pseudo(pseudoNewTarget)
		f.loadVariable(b, f.variable(b), dst, false)
	case *ast.ImportMeta:
		f.ext(bytecode.ExtIMPORTMETA, dst, 0, 0)
	case *ast.ImportCall:
		f.importCall(e, dst)
	case *ast.YieldExpression:
		f.yield(e, dst)
	case *ast.AwaitExpression:
		r := f.any(e.Argument)
		f.at(e.Start)
		f.emit(bytecode.OpAWAIT, r, dst, 0)
	case *ast.FunctionNode:
		f.functionExpression(e, functionName(e), dst)
	case *ast.ClassNode:
		f.class(e, className(e), noReg, dst)
	default:
		f.chain(e, dst, nil)
	}
	f.release(mark)
}

// functionExpression creates a function in dst.
func (f *funcState) functionExpression(e *ast.FunctionNode, name *jstring.String, dst int) {
	f.at(e.Start)
	mark := f.next
	f.closure(e, name, dst)
	f.release(mark)
}

// named is to for an anonymous function or class that takes the name of what it
// is assigned to (8.4.5 NamedEvaluation); other expressions are as in to.
func (f *funcState) named(e ast.Expr, name *jstring.String, dst int) {
	switch x := ast.Unparen(e).(type) {
	case *ast.FunctionNode:
		if x.Name == nil {
			f.functionExpression(x, name, dst)
			return
		}
	case *ast.ClassNode:
		if x.Name == nil {
			f.class(x, name, noReg, dst)
			return
		}
	}
	f.to(e, dst)
}

// isAnonymousFunction is IsAnonymousFunctionDefinition (8.4.2), for which
// parentheses do not count.
func isAnonymousFunction(e ast.Expr) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.FunctionNode:
		return x.Name == nil
	case *ast.ClassNode:
		return x.Name == nil
	}
	return false
}

// identifier loads the value of an identifier into dst.
func (f *funcState) identifier(e *ast.Identifier, dst int) {
	if e.Binding != nil {
		v := f.variable(e.Binding)
		if e.NeedsTDZ || v.kind == global || v.kind == dynamic {
			f.at(e.Start)
		}
		f.loadVariable(e.Binding, v, dst, e.NeedsTDZ)
		return
	}
	if f.isUndefined(e) {
		f.loadUndefined(dst)
		return
	}
	f.at(e.Start)
	if f.dynamicNames {
		f.lookup(bytecode.ExtLOOKUP, dst, e.Name)
		return
	}
	f.loadGlobal(e.Name, dst)
}

// isUndefined reports whether e is the global undefined.
// OPT: the global property can be neither changed nor shadowed by a global
// declaration, so that a load of the constant has the same effect.
func (f *funcState) isUndefined(e ast.Expr) bool {
	id, ok := e.(*ast.Identifier)
	return ok && id.Binding == nil && !f.dynamicNames && id.Name.EqualGo("undefined")
}

// conditional evaluates a chain of ?: into dst, or for effect if dst is noReg.
func (f *funcState) conditional(e *ast.ConditionalExpression, dst int) {
	end := &label{}
	branch := func(x ast.Expr) {
		if dst == noReg {
			f.effect(x)
		} else {
			f.to(x, dst)
		}
	}
	for {
		otherwise := &label{}
		f.cond(e.Test, false, otherwise)
		branch(e.Consequent)
		f.jump(end)
		f.bind(otherwise)
		next, ok := ast.Unparen(e.Alternate).(*ast.ConditionalExpression)
		if !ok {
			break
		}
		e = next
	}
	branch(e.Alternate)
	f.bind(end)
}

// logicalOperands returns the operands of a chain of one logical operator.
func logicalOperands(e *ast.LogicalExpression) []ast.Expr {
	list := []ast.Expr{e.Right}
	left := e.Left
	for {
		l, ok := left.(*ast.LogicalExpression)
		if !ok || l.Op != e.Op {
			break
		}
		list = append(list, l.Right)
		left = l.Left
	}
	list = append(list, left)
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return list
}

var logicalExit = [...]bytecode.Op{ast.OpAnd: bytecode.OpJFALSE, ast.OpOr: bytecode.OpJTRUE, ast.OpCoalesce: bytecode.OpJNOTNULLISH}

// logical evaluates &&, || and ?? into dst.
func (f *funcState) logical(e *ast.LogicalExpression, dst int) {
	end := &label{}
	operands := logicalOperands(e)
	for i, x := range operands {
		f.to(x, dst)
		if i < len(operands)-1 {
			f.branch(logicalExit[e.Op], dst, 0, end)
		}
	}
	f.bind(end)
}

func (f *funcState) logicalEffect(e *ast.LogicalExpression) {
	end := &label{}
	operands := logicalOperands(e)
	for i, x := range operands {
		switch {
		case i == len(operands)-1:
			f.effect(x)
		case e.Op == ast.OpCoalesce:
			mark := f.next
			f.branch(bytecode.OpJNOTNULLISH, f.any(x), 0, end)
			f.release(mark)
		default:
			f.cond(x, e.Op == ast.OpOr, end)
		}
	}
	f.bind(end)
}
