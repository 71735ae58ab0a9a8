package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/lexer"
)

// precedence holds the precedence of binary and logical operators by token kind; 0 for others.
var precedence = func() (t [256]uint8) {
	for k := lexer.Add; k <= lexer.Ge; k++ {
		t[k] = uint8(ast.BinaryOperators[binaryOp(k)].Precedence)
	}
	for _, k := range []lexer.Kind{lexer.In, lexer.Instanceof} {
		t[k] = uint8(ast.BinaryOperators[binaryOp(k)].Precedence)
	}
	for k := lexer.And; k <= lexer.Coalesce; k++ {
		t[k] = uint8(ast.LogicalOperators[k-lexer.And].Precedence)
	}
	return t
}()

// binaryOp returns the operator of a token. The punctuators are in the order of ast.BinaryOp.
func binaryOp(k lexer.Kind) ast.BinaryOp {
	switch k {
	case lexer.In:
		return ast.OpIn
	case lexer.Instanceof:
		return ast.OpInstanceof
	}
	return ast.BinaryOp(k - lexer.Add)
}

// expression parses an Expression (13.16).
func (p *Parser) expression(in bool) ast.Expr {
	start := p.t.Start
	e := p.assignment(in, false)
	if p.at(lexer.Comma) {
		return p.sequence(start, e, in)
	}
	return e
}

func (p *Parser) sequence(start uint32, first ast.Expr, in bool) ast.Expr {
	list := []ast.Expr{first}
	for p.eat(lexer.Comma) {
		list = append(list, p.assignment(in, false))
	}
	return &ast.SequenceExpression{Span: p.span(start), Expressions: list}
}

// assignment parses an AssignmentExpression (13.15). With cover set, an error that
// stands only in an expression is left in p.pending if the expression is a bare
// literal that may yet become a pattern.
func (p *Parser) assignment(in, cover bool) ast.Expr {
	if !p.enter() {
		p.leave()
		return p.bad
	}
	outer := p.pending
	p.pending = pending{}
	var first, last *ast.ConditionalExpression
	var e ast.Expr
	for {
		start := p.t.Start
		if p.at(lexer.Yield) && p.fn.generator {
			e = p.yield(in)
			break
		}
		p.arrowAt, p.arrowIn = start, in
		e = p.binary(1, in)
		if p.pending.message == "" && p.at(lexer.Question) && !isArrow(e) {
			p.next()
			c := &ast.ConditionalExpression{Span: ast.Span{Start: start}, Test: e}
			c.Consequent = p.assignment(true, false)
			p.expect(lexer.Colon)
			if last != nil {
				last.Alternate = c
			} else {
				first = c
			}
			last = c
			if p.err != nil {
				e = p.bad
				break
			}
			continue
		}
		if p.t.Kind.IsAssign() {
			e = p.finishAssignment(start, e, in)
		}
		break
	}
	if last != nil {
		last.Alternate = e
		for c := first; ; c = c.Alternate.(*ast.ConditionalExpression) {
			c.Stop = p.lex.PrevEnd
			if c == last {
				break
			}
		}
		e = first
	}
	if p.pending.message != "" {
		switch p.t.Kind {
		case lexer.Comma, lexer.RParen, lexer.RBracket, lexer.RBrace, lexer.Of, lexer.In:
		default:
			cover = false
		}
		if !cover || first != nil {
			p.failRange(p.pending.message, p.pending.start, p.pending.end)
		}
	}
	if outer.message != "" {
		p.pending = outer
	}
	p.leave()
	return e
}

func isArrow(e ast.Expr) bool {
	f, ok := e.(*ast.FunctionNode)
	return ok && f.IsArrow
}

// finishAssignment parses an assignment's operator and value.
func (p *Parser) finishAssignment(start uint32, left ast.Expr, in bool) ast.Expr {
	op := ast.AssignOp(p.t.Kind - lexer.Assign)
	var target ast.Pattern
	if op == ast.AssignPlain {
		switch left.(type) {
		case *ast.ObjectLiteral, *ast.ArrayLiteral:
			p.pending = pending{}
		}
		target = p.toPattern(left, false)
	} else {
		_, logical := op.Logical()
		target = p.simpleTarget(left, "Invalid left-hand side in assignment", !logical)
	}
	p.next()
	n := take(&p.slabs.assignments, &p.slabs.size)
	n.Op, n.Target = op, target
	n.Value = p.assignment(in, false)
	n.Span = p.span(start)
	return n
}

// yield parses a YieldExpression (15.5).
func (p *Parser) yield(in bool) ast.Expr {
	start := p.t.Start
	if p.yieldPos == 0 {
		p.yieldPos = start + 1
	}
	p.fn.uses |= ast.UsesYield
	p.next()
	y := &ast.YieldExpression{}
	if !p.t.Newline {
		if p.eat(lexer.Mul) {
			y.Delegate = true
			y.Argument = p.assignment(in, false)
		} else if !p.endsYield() {
			y.Argument = p.assignment(in, false)
		}
	}
	y.Span = p.span(start)
	return y
}

// endsYield reports whether the token cannot begin the argument of yield.
func (p *Parser) endsYield() bool {
	switch p.t.Kind {
	case lexer.RParen, lexer.RBracket, lexer.RBrace, lexer.Comma, lexer.Semicolon, lexer.Colon, lexer.EOF, lexer.In:
		return true
	}
	return false
}

// binary parses operators that bind at least as tightly as min (13.6 to 13.13).
func (p *Parser) binary(min uint8, in bool) ast.Expr {
	start := p.t.Start
	var left ast.Expr
	if p.at(lexer.PrivateName) {
		id := p.privateIdentifier()
		if !p.at(lexer.In) || !in || min > precedence[lexer.In] {
			p.unexpected()
			return p.bad
		}
		p.next()
		right := p.binary(precedence[lexer.In]+1, in)
		left = &ast.PrivateInExpression{Span: p.span(start), Name: id, Right: right}
	} else {
		left = p.unary()
		if p.pending.message != "" {
			return left
		}
	}
	for {
		k := p.t.Kind
		prec := precedence[k]
		if prec < min || prec == 0 || k == lexer.In && !in || isArrow(left) {
			return left
		}
		p.next()
		if k >= lexer.And && k <= lexer.Coalesce {
			right := p.binary(prec+1, in)
			op := ast.LogicalOp(k - lexer.And)
			if mixesCoalesce(op, left) || mixesCoalesce(op, right) {
				p.unexpectedOperator(right)
			}
			left = &ast.LogicalExpression{Span: p.span(start), Op: op, Left: left, Right: right}
			continue
		}
		var right ast.Expr
		if k == lexer.Exp {
			if isUnary(left) {
				p.failAt("Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence", left)
			}
			if p.enter() {
				right = p.binary(prec, in)
			} else {
				right = p.bad
			}
			p.leave()
		} else {
			right = p.binary(prec+1, in)
		}
		n := take(&p.slabs.binaries, &p.slabs.size)
		n.Span, n.Op, n.Left, n.Right = p.span(start), binaryOp(k), left, right
		left = n
	}
}

func isUnary(e ast.Expr) bool {
	switch e.(type) {
	case *ast.UnaryExpression, *ast.AwaitExpression:
		return true
	}
	return false
}

// mixesCoalesce reports whether operand e of op needs parentheses (13.13).
func mixesCoalesce(op ast.LogicalOp, e ast.Expr) bool {
	l, ok := e.(*ast.LogicalExpression)
	return ok && (l.Op == ast.OpCoalesce) != (op == ast.OpCoalesce)
}

func (p *Parser) unexpectedOperator(right ast.Expr) {
	if l, ok := right.(*ast.LogicalExpression); ok {
		p.failRange("Unexpected token '"+l.Op.String()+"'", l.Left.End(), l.Right.Pos())
		return
	}
	p.failAt("Unexpected token '??'", right)
}

// unary parses a UnaryExpression (13.5).
func (p *Parser) unary() ast.Expr {
	start := p.t.Start
	var op ast.UnaryOp
	switch p.t.Kind {
	case lexer.Not:
		op = ast.OpNot
	case lexer.BitNot:
		op = ast.OpBitNot
	case lexer.Add:
		op = ast.OpPlus
	case lexer.Sub:
		op = ast.OpMinus
	case lexer.Typeof:
		op = ast.OpTypeof
	case lexer.Void:
		op = ast.OpVoid
	case lexer.Delete:
		op = ast.OpDelete
	case lexer.Inc, lexer.Dec:
		decrement := p.at(lexer.Dec)
		p.next()
		operand := p.nestedUnary()
		target := p.simpleTarget(operand, "Invalid left-hand side expression in prefix operation", true)
		return &ast.UpdateExpression{Span: p.span(start), Decrement: decrement, Prefix: true, Target: target}
	case lexer.Await:
		if p.fn.async || p.module != nil && p.fn.node == nil {
			return p.await()
		}
		return p.postfix()
	default:
		return p.postfix()
	}
	p.next()
	operand := p.nestedUnary()
	u := &ast.UnaryExpression{Span: p.span(start), Op: op, Operand: operand}
	if op == ast.OpDelete {
		p.checkDelete(u)
	}
	return u
}

func (p *Parser) nestedUnary() ast.Expr {
	if !p.enter() {
		p.leave()
		return p.bad
	}
	e := p.unary()
	if p.pending.message != "" {
		p.failRange(p.pending.message, p.pending.start, p.pending.end)
	}
	p.leave()
	return e
}

// checkDelete finds the early errors of delete (13.5.1.1).
func (p *Parser) checkDelete(u *ast.UnaryExpression) {
	e := ast.Unparen(u.Operand)
	if o, ok := e.(*ast.OptionalChain); ok {
		e = o.Expression
	}
	switch e.(type) {
	case *ast.Identifier:
		if p.strict {
			p.failAt("Delete of an unqualified identifier in strict mode.", u)
		}
	case *ast.PrivateMemberExpression:
		p.failAt("Private fields can not be deleted", u)
	}
}

// await parses an AwaitExpression (15.8).
func (p *Parser) await() ast.Expr {
	start := p.t.Start
	if p.awaitPos == 0 {
		p.awaitPos = start + 1
	}
	p.noteAwait()
	p.next()
	e := p.nestedUnary()
	return &ast.AwaitExpression{Span: p.span(start), Argument: e}
}

func (p *Parser) noteAwait() {
	p.fn.uses |= ast.UsesAwait
	if p.fn.node == nil && p.module != nil {
		p.module.HasTopLevelAwait = true
	}
}

// postfix parses an UpdateExpression without prefix (13.4).
func (p *Parser) postfix() ast.Expr {
	start := p.t.Start
	e := p.leftHandSide()
	if (p.at(lexer.Inc) || p.at(lexer.Dec)) && !p.t.Newline && p.pending.message == "" && !isArrow(e) {
		target := p.simpleTarget(e, "Invalid left-hand side expression in postfix operation", true)
		decrement := p.at(lexer.Dec)
		p.next()
		return &ast.UpdateExpression{Span: p.span(start), Decrement: decrement, Target: target}
	}
	return e
}
