package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/lexer"
)

// forStatement parses all forms of for (14.7.4, 14.7.5).
func (p *Parser) forStatement() ast.Stmt {
	start := p.t.Start
	p.next()
	await := false
	if p.at(lexer.Await) {
		if !p.fn.async && (p.module == nil || p.fn.node != nil) {
			p.unexpected()
		}
		p.noteAwait()
		await = true
		p.next()
	}
	p.expect(lexer.LParen)
	scope, init := p.forInit(await)
	var n ast.Stmt
	switch {
	case p.err != nil:
		n = &ast.EmptyStatement{}
	case p.at(lexer.Of):
		n = p.forOf(start, init, await)
	case await:
		p.unexpected()
		n = &ast.EmptyStatement{}
	case p.at(lexer.In) && init != nil:
		n = p.forIn(start, init)
	default:
		n = p.forParts(start, init)
	}
	if scope {
		p.closeScope()
	}
	return n
}

// forInit parses what stands after the parenthesis: nothing, an expression or a
// declaration. It opens the scope of a lexical declaration.
func (p *Parser) forInit(await bool) (scope bool, init ast.Node) {
	kind, lexical := ast.VarDeclaration, true
	switch p.t.Kind {
	case lexer.Semicolon:
		return false, nil
	case lexer.Var:
		lexical = false
	case lexer.Const:
		kind = ast.ConstDeclaration
	case lexer.Let:
		if !p.startsLet() {
			return false, p.forExpression(await)
		}
		kind = ast.LetDeclaration
	case lexer.Using:
		if !p.startsForUsing() {
			return false, p.forExpression(await)
		}
		kind = ast.UsingDeclaration
	case lexer.Await:
		if !p.startsAwaitUsing() {
			return false, p.forExpression(await)
		}
		kind = ast.AwaitUsingDeclaration
	default:
		return false, p.forExpression(await)
	}
	d := &ast.VariableDeclaration{Span: ast.Span{Start: p.t.Start}, Kind: kind}
	if lexical {
		p.openScope(ast.ScopeFor, p.t.Start)
	}
	p.declarationKeyword(kind)
	v := p.declarator(kind, false)
	d.Declarations = append(d.Declarations, v)
	if p.at(lexer.Of) || p.at(lexer.In) {
		d.Stop = p.lex.PrevEnd
		p.checkForBinding(d)
		return lexical, d
	}
	if v.Init == nil {
		p.missingInitializer(kind, v)
	}
	if p.eat(lexer.Comma) {
		p.declarators(d, false)
	}
	d.Stop = p.lex.PrevEnd
	if len(d.Declarations) > 1 && (p.at(lexer.Of) || p.at(lexer.In)) {
		p.failAt("Invalid left-hand side in for-"+p.t.Name.Str.String()+" loop: Must have a single binding.", d)
	}
	return lexical, d
}

// startsForUsing reports whether using begins a declaration in the head of a for.
func (p *Parser) startsForUsing() bool {
	s := p.lex.Save()
	p.lex.Next()
	ok := p.t.Kind.IsContextual() && !p.t.Newline
	if ok && p.t.Kind == lexer.Of {
		p.lex.Next()
		ok = p.t.Kind == lexer.Assign || p.t.Kind == lexer.Semicolon || p.t.Kind == lexer.Colon
	}
	p.lex.Restore(s)
	return ok
}

// checkForBinding checks the declaration of a for-in or for-of.
func (p *Parser) checkForBinding(d *ast.VariableDeclaration) {
	v := d.Declarations[0]
	_, simple := v.Target.(*ast.Identifier)
	switch {
	case p.at(lexer.In) && d.Kind >= ast.UsingDeclaration:
		p.failAt("Invalid left-hand side in for-in loop: using declarations are not allowed.", d)
	case v.Init == nil:
	case p.at(lexer.Of):
		p.failAt("for-of loop variable declaration may not have an initializer.", d)
	case d.Kind != ast.VarDeclaration || p.strict || !simple:
		p.failAt("for-in loop variable declaration may not have an initializer.", d)
	}
	if id, ok := v.Target.(*ast.Identifier); ok && d.Kind == ast.VarDeclaration && v.Init == nil {
		// The loop assigns the var by name.
		id.Written, id.Binding = true, nil
		p.reference(id, p.lex.Names.Intern(id.Name))
	}
}

// forExpression parses an expression in the head of a for, which may be the
// target of a for-in or for-of.
func (p *Parser) forExpression(await bool) ast.Node {
	first := *p.t
	start := p.t.Start
	outer := p.pending
	p.pending = pending{}
	e := p.assignment(false, true)
	of, in := p.at(lexer.Of), p.at(lexer.In)
	if of || in {
		p.pending = outer
		if of {
			p.checkForOfStart(first, e, await)
		}
		switch e.(type) {
		case *ast.AssignmentExpression:
			p.failAt(invalidLoopTarget(of), e)
			return e
		case *ast.ArrayLiteral, *ast.ObjectLiteral:
			return p.toPattern(e, false)
		}
		return p.simpleTarget(e, invalidLoopTarget(of), true)
	}
	if p.pending.message != "" {
		p.failRange(p.pending.message, p.pending.start, p.pending.end)
	}
	p.pending = outer
	if p.at(lexer.Comma) {
		return p.sequence(start, e, false)
	}
	return e
}

func invalidLoopTarget(of bool) string {
	if of {
		return "Invalid left-hand side in for-loop"
	}
	return "Invalid left-hand side in for-in loop"
}

// checkForOfStart applies the lookahead restrictions of for-of: not let, and not async of.
func (p *Parser) checkForOfStart(first lexer.Token, e ast.Expr, await bool) {
	switch id, bare := e.(*ast.Identifier); {
	case first.Kind == lexer.Let:
		p.failRange("The left-hand side of a for-of loop may not be 'let'.", first.Start, first.End)
	case first.Kind == lexer.Async && bare && !await:
		p.failAt("The left-hand side of a for-of loop may not be 'async'.", id)
	}
}

// forScope returns the scope that forInit opened for a declaration.
func (p *Parser) forScope(init ast.Node) *ast.Scope {
	if d, ok := init.(*ast.VariableDeclaration); ok && d.Kind != ast.VarDeclaration {
		return p.scope.Scope
	}
	return nil
}

// endForHead notes that the bindings of a for-in or for-of are initialised from here.
func (p *Parser) endForHead(scope *ast.Scope) {
	if scope != nil {
		for _, b := range scope.Bindings {
			b.InitPos = p.lex.PrevEnd
		}
	}
}

func (p *Parser) forOf(start uint32, left ast.Node, await bool) ast.Stmt {
	n := &ast.ForOfStatement{Await: await, Left: left, Scope: p.forScope(left)}
	p.next()
	n.Right = p.assignment(true, false)
	p.endForHead(n.Scope)
	p.expect(lexer.RParen)
	n.Body = p.loopBody()
	n.Span = p.span(start)
	return n
}

func (p *Parser) forIn(start uint32, left ast.Node) ast.Stmt {
	n := &ast.ForInStatement{Left: left, Scope: p.forScope(left)}
	p.next()
	n.Right = p.expression(true)
	p.endForHead(n.Scope)
	p.expect(lexer.RParen)
	n.Body = p.loopBody()
	n.Span = p.span(start)
	return n
}

func (p *Parser) forParts(start uint32, init ast.Node) ast.Stmt {
	n := &ast.ForStatement{Init: init, Scope: p.forScope(init)}
	p.expect(lexer.Semicolon)
	if !p.at(lexer.Semicolon) {
		n.Test = p.expression(true)
	}
	p.expect(lexer.Semicolon)
	if !p.at(lexer.RParen) {
		n.Update = p.expression(true)
	}
	p.expect(lexer.RParen)
	n.Body = p.loopBody()
	n.Span = p.span(start)
	return n
}
