package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/lexer"
)

// statementList parses statements and declarations up to a token, which it leaves.
func (p *Parser) statementList(list []ast.Stmt, end lexer.Kind) []ast.Stmt {
	all := &p.slabs.statementLists
	start := len(all.open)
	all.open = append(all.open, list...)
	for !p.at(end) && !p.at(lexer.EOF) {
		all.push(p.statementListItem())
	}
	return all.since(start)
}

// statementListItem parses a StatementListItem (14.2).
func (p *Parser) statementListItem() ast.Stmt {
	start := p.t.Start
	switch p.t.Kind {
	case lexer.Function:
		return p.functionDeclaration(start, false)
	case lexer.Class:
		return p.classDeclaration()
	case lexer.Const:
		return p.lexicalDeclaration(ast.ConstDeclaration)
	case lexer.Let:
		if p.startsLet() {
			return p.lexicalDeclaration(ast.LetDeclaration)
		}
	case lexer.Async:
		if t := p.peek(); t.Kind == lexer.Function && !t.Newline {
			p.next()
			return p.functionDeclaration(start, true)
		}
	case lexer.Using:
		if t := p.peek(); t.Kind.IsContextual() && !t.Newline {
			p.checkUsingPlace()
			return p.lexicalDeclaration(ast.UsingDeclaration)
		}
	case lexer.Await:
		if p.startsAwaitUsing() {
			p.checkUsingPlace()
			return p.lexicalDeclaration(ast.AwaitUsingDeclaration)
		}
	}
	return p.statement(true)
}

// startsLet reports whether let begins a declaration.
func (p *Parser) startsLet() bool {
	t := p.peek()
	return t.Kind.IsContextual() || t.Kind == lexer.LBracket || t.Kind == lexer.LBrace || t.Kind == lexer.EscapedKeyword
}

// startsAwaitUsing reports whether await begins an await using declaration.
func (p *Parser) startsAwaitUsing() bool {
	if !p.fn.async && (p.module == nil || p.fn.node != nil) {
		return false
	}
	s := p.lex.Save()
	p.lex.Next()
	ok := p.t.Kind == lexer.Using && !p.t.Newline
	if ok {
		p.lex.Next()
		ok = p.t.Kind.IsContextual() && !p.t.Newline
	}
	p.lex.Restore(s)
	return ok
}

// checkUsingPlace rejects using at the top of scripts and in case clauses (14.3.1.1).
func (p *Parser) checkUsingPlace() {
	switch {
	case p.scope.Kind == ast.ScopeSwitch:
		p.failToken("Using declaration is not allowed in switch case clauses.")
	case p.scope.Kind == ast.ScopeGlobal || p.scope.Kind == ast.ScopeEval:
		p.unexpected()
	}
}

// statement parses a Statement (14). list tells whether it stands where a
// declaration could.
func (p *Parser) statement(list bool) ast.Stmt {
	if !p.enter() {
		p.leave()
		return &ast.EmptyStatement{}
	}
	s := p.statementOf(list)
	p.leave()
	return s
}

func (p *Parser) statementOf(list bool) ast.Stmt {
	start := p.t.Start
	switch p.t.Kind {
	case lexer.LBrace:
		return p.block(ast.ScopeBlock, false)
	case lexer.Semicolon:
		p.next()
		return &ast.EmptyStatement{Span: p.span(start)}
	case lexer.Var:
		p.next()
		d := &ast.VariableDeclaration{Kind: ast.VarDeclaration}
		p.declarators(d, true)
		p.semicolon()
		d.Span = p.span(start)
		return d
	case lexer.If:
		return p.ifStatement()
	case lexer.For:
		return p.forStatement()
	case lexer.While:
		return p.whileStatement()
	case lexer.Do:
		return p.doStatement()
	case lexer.Continue, lexer.Break:
		return p.jump()
	case lexer.Return:
		return p.returnStatement()
	case lexer.With:
		return p.withStatement()
	case lexer.Switch:
		return p.switchStatement()
	case lexer.Throw:
		return p.throwStatement()
	case lexer.Try:
		return p.tryStatement()
	case lexer.Debugger:
		p.next()
		p.semicolon()
		return &ast.DebuggerStatement{Span: p.span(start)}
	case lexer.Function:
		if p.strict {
			p.failToken("In strict mode code, functions can only be declared at top level or inside a block.")
		} else {
			p.failToken("In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement.")
		}
	case lexer.Class:
		p.unexpected()
	case lexer.Import:
		if k := p.peek().Kind; k != lexer.LParen && k != lexer.Dot {
			p.misplacedModuleItem("Cannot use import statement outside a module")
		}
	case lexer.Export:
		p.misplacedModuleItem("Unexpected token 'export'")
	case lexer.Async:
		if t := p.peek(); t.Kind == lexer.Function && !t.Newline {
			p.failToken("Async functions can only be declared at the top level or inside a block.")
		}
	case lexer.Let:
		if !list {
			if t := p.peek(); t.Kind == lexer.LBracket || !t.Newline && (t.Kind.IsContextual() || t.Kind == lexer.LBrace) {
				p.failToken("Lexical declaration cannot appear in a single-statement context")
			}
		}
	}
	return p.labelOrExpression(list)
}

func (p *Parser) misplacedModuleItem(message string) {
	if p.module == nil {
		p.failToken(message)
	} else {
		p.unexpected()
	}
}

// expressionStatement parses an ExpressionStatement (14.5).
func (p *Parser) expressionStatement() ast.Stmt {
	start := p.t.Start
	e := p.expression(true)
	return p.finishExpressionStatement(start, e)
}

func (p *Parser) finishExpressionStatement(start uint32, e ast.Expr) ast.Stmt {
	p.semicolon()
	s := take(&p.slabs.statements, &p.slabs.size)
	s.Span, s.Expression = p.span(start), e
	return s
}

// labelOrExpression parses an expression statement, or a labelled statement if
// the expression turns out to be an identifier before a colon.
func (p *Parser) labelOrExpression(list bool) ast.Stmt {
	start := p.t.Start
	var name *lexer.Name
	if p.t.Kind.IsContextual() {
		name = p.t.Name
	}
	e := p.expression(true)
	if id, ok := e.(*ast.Identifier); ok && p.at(lexer.Colon) && name != nil {
		// Take the reference back.
		n := p.refs.n - 1
		name.Ref = p.refs.at(n).prev
		p.refs.truncate(n)
		return p.labelled(start, &ast.IdentifierName{Span: id.Span, Name: id.Name}, name, list)
	}
	return p.finishExpressionStatement(start, e)
}

// labelled parses a LabelledStatement (14.13) at the colon of its first label.
func (p *Parser) labelled(start uint32, first *ast.IdentifierName, name *lexer.Name, list bool) ast.Stmt {
	n := &ast.LabelledStatement{Labels: []*ast.IdentifierName{first}}
	base := len(p.fn.labels.stack)
	for {
		if p.fn.labels.find(name) != nil {
			p.failAt("Label '"+name.Str.String()+"' has already been declared", n.Labels[len(n.Labels)-1])
		}
		p.fn.labels.push(name)
		p.next()
		if !p.t.Kind.IsContextual() || p.peek().Kind != lexer.Colon {
			break
		}
		if !p.checkIdentifier() {
			break
		}
		name = p.t.Name
		n.Labels = append(n.Labels, p.identifierName())
	}
	switch p.t.Kind {
	case lexer.For, lexer.While, lexer.Do:
		for i := base; i < len(p.fn.labels.stack); i++ {
			p.fn.labels.stack[i].loop = true
		}
	}
	if p.at(lexer.Function) && list && !p.strict {
		if p.peek().Kind == lexer.Mul {
			p.failToken("Generators can only be declared at the top level or inside a block.")
		}
		n.Body = p.functionDeclaration(p.t.Start, false)
	} else {
		n.Body = p.statement(false)
	}
	p.fn.labels.truncate(base)
	n.Span = p.span(start)
	return n
}

// block parses a Block (14.2).
//
// OPT: an empty block has no scope, since nothing is declared or named in it
// (TestEmptyBlocks).
func (p *Parser) block(kind ast.ScopeKind, catchBody bool) *ast.BlockStatement {
	b := take(&p.slabs.blocks, &p.slabs.size)
	b.Start = p.t.Start
	p.expect(lexer.LBrace)
	if p.eat(lexer.RBrace) {
		b.Stop = p.lex.PrevEnd
		return b
	}
	s := p.openScope(kind, b.Start)
	s.catchBody = catchBody
	b.Scope = s.Scope
	b.Body = p.statementList(nil, lexer.RBrace)
	p.expect(lexer.RBrace)
	b.Stop = p.lex.PrevEnd
	p.closeScope()
	return b
}

// functionDeclaration parses a function declaration at the word function.
func (p *Parser) functionDeclaration(start uint32, async bool) ast.Stmt {
	f := &ast.FunctionNode{Span: ast.Span{Start: start}, Kind: ast.FunctionDecl, IsAsync: async}
	d := &ast.FunctionDeclaration{Function: f}
	if !p.enter() {
		p.leave()
		return d
	}
	p.next()
	f.IsGenerator = p.eat(lexer.Mul)
	if p.at(lexer.LParen) {
		p.failToken("Function statements require a function name")
	}
	id, name := p.bindingIdentifier()
	f.Name = id
	if p.err == nil {
		p.declareFunction(d, name, id, !async && !f.IsGenerator)
	}
	s := p.beginFunction(f)
	p.functionRest(f)
	p.endFunction(f, s)
	d.Span = f.Span
	p.leave()
	return d
}

func (p *Parser) classDeclaration() ast.Stmt {
	c, name := p.classNode(true)
	d := &ast.ClassDeclaration{Span: c.Span, Class: c}
	if c.Name != nil && p.err == nil {
		d.Binding = p.declareLexical(name, ast.BindingClass, c.Name.Start, c.Name.Stop)
		d.Binding.InitPos = c.Stop
	}
	return d
}

// lexicalDeclaration parses let, const, using and await using (14.3.1).
func (p *Parser) lexicalDeclaration(kind ast.VariableKind) ast.Stmt {
	d := &ast.VariableDeclaration{Span: ast.Span{Start: p.t.Start}, Kind: kind}
	p.declarationKeyword(kind)
	p.declarators(d, true)
	p.semicolon()
	d.Stop = p.lex.PrevEnd
	return d
}

func (p *Parser) declarationKeyword(kind ast.VariableKind) {
	if kind == ast.AwaitUsingDeclaration {
		if p.awaitPos == 0 {
			p.awaitPos = p.t.Start + 1
		}
		p.noteAwait()
		p.next()
	}
	p.next()
}

var bindingKinds = [...]ast.BindingKind{
	ast.VarDeclaration: ast.BindingVar, ast.LetDeclaration: ast.BindingLet, ast.ConstDeclaration: ast.BindingConst,
	ast.UsingDeclaration: ast.BindingUsing, ast.AwaitUsingDeclaration: ast.BindingAwaitUsing,
}

// declarators parses the bindings of a declaration, up to the end of the last one.
func (p *Parser) declarators(d *ast.VariableDeclaration, in bool) {
	for {
		v := p.declarator(d.Kind, in)
		if v.Init == nil {
			p.missingInitializer(d.Kind, v)
		}
		d.Declarations = append(d.Declarations, v)
		if !p.eat(lexer.Comma) {
			return
		}
	}
}

// missingInitializer reports a declarator that needs an initialiser.
func (p *Parser) missingInitializer(kind ast.VariableKind, v *ast.VariableDeclarator) {
	if _, ok := v.Target.(*ast.Identifier); !ok {
		p.failToken("Missing initializer in destructuring declaration")
	} else if kind == ast.ConstDeclaration {
		p.failToken("Missing initializer in const declaration")
	} else if kind >= ast.UsingDeclaration {
		p.failToken("Missing initializer in using declaration")
	}
}

// declarator parses one binding; a missing initialiser is not an error yet.
func (p *Parser) declarator(kind ast.VariableKind, in bool) *ast.VariableDeclarator {
	v := &ast.VariableDeclarator{Span: ast.Span{Start: p.t.Start}}
	b := binder{kind: bindingKinds[kind]}
	if kind >= ast.UsingDeclaration && !p.t.Kind.IsContextual() {
		p.unexpected()
		v.Target = &ast.Identifier{Name: p.evalName().Str}
		return v
	}
	if kind == ast.VarDeclaration && p.t.Kind.IsContextual() {
		// A var is a reference only if it is assigned here.
		id, name := p.bindingIdentifier()
		b.written = p.at(lexer.Assign)
		p.bind(id, name, b)
		v.Target = id
	} else {
		v.Target = p.bindingTarget(b)
	}
	if p.eat(lexer.Assign) {
		v.Init = p.assignment(in, false)
	}
	v.Stop = p.lex.PrevEnd
	if kind != ast.VarDeclaration {
		p.initialised(v.Stop)
	}
	return v
}

// ifStatement parses if (14.6), with a loop over else if.
func (p *Parser) ifStatement() ast.Stmt {
	var first, last *ast.IfStatement
	for {
		n := &ast.IfStatement{Span: ast.Span{Start: p.t.Start}}
		if last != nil {
			last.Alternate = n
		} else {
			first = n
		}
		last = n
		p.next()
		p.expect(lexer.LParen)
		n.Test = p.expression(true)
		p.expect(lexer.RParen)
		n.Consequent = p.ifBody()
		if !p.eat(lexer.Else) {
			break
		}
		if !p.at(lexer.If) {
			n.Alternate = p.ifBody()
			break
		}
	}
	for n := first; n != nil; n, _ = n.Alternate.(*ast.IfStatement) {
		n.Stop = p.lex.PrevEnd
	}
	return first
}

// ifBody parses a branch of an if; a sloppy function declaration there stands
// in a block of its own (Annex B.3.3).
func (p *Parser) ifBody() ast.Stmt {
	if !p.at(lexer.Function) || p.strict {
		return p.statement(false)
	}
	start := p.t.Start
	if p.peek().Kind == lexer.Mul {
		p.failToken("Generators can only be declared at the top level or inside a block.")
	}
	s := p.openScope(ast.ScopeBlock, start)
	b := &ast.BlockStatement{Scope: s.Scope}
	b.Body = []ast.Stmt{p.functionDeclaration(start, false)}
	b.Span = p.span(start)
	p.closeScope()
	return b
}

// loopBody parses the body of a loop.
func (p *Parser) loopBody() ast.Stmt {
	p.fn.loops++
	p.fn.breakables++
	s := p.statement(false)
	p.fn.loops--
	p.fn.breakables--
	return s
}

func (p *Parser) whileStatement() ast.Stmt {
	n := &ast.WhileStatement{Span: ast.Span{Start: p.t.Start}}
	p.next()
	p.expect(lexer.LParen)
	n.Test = p.expression(true)
	p.expect(lexer.RParen)
	n.Body = p.loopBody()
	n.Stop = p.lex.PrevEnd
	return n
}

func (p *Parser) doStatement() ast.Stmt {
	n := &ast.DoWhileStatement{Span: ast.Span{Start: p.t.Start}}
	p.next()
	n.Body = p.loopBody()
	p.expect(lexer.While)
	p.expect(lexer.LParen)
	n.Test = p.expression(true)
	p.expect(lexer.RParen)
	p.eat(lexer.Semicolon)
	n.Stop = p.lex.PrevEnd
	return n
}

// jump parses break and continue (14.8, 14.9).
func (p *Parser) jump() ast.Stmt {
	start, end := p.t.Start, p.t.End
	isBreak := p.at(lexer.Break)
	p.next()
	var target *ast.IdentifierName
	if p.t.Kind.IsContextual() && !p.t.Newline {
		name := p.t.Name
		if !p.checkIdentifier() {
			return &ast.EmptyStatement{}
		}
		target = p.identifierName()
		l := p.fn.labels.find(name)
		switch {
		case l == nil:
			p.failAt("Undefined label '"+name.Str.String()+"'", target)
		case !isBreak && !l.loop:
			p.failAt("Illegal continue statement: '"+name.Str.String()+"' does not denote an iteration statement", target)
		}
	}
	switch {
	case target != nil:
	case isBreak && p.fn.breakables == 0:
		p.failRange("Illegal break statement", start, end)
	case !isBreak && p.fn.loops == 0:
		p.failRange("Illegal continue statement: no surrounding iteration statement", start, end)
	}
	p.semicolon()
	if isBreak {
		return &ast.BreakStatement{Span: p.span(start), Label: target}
	}
	return &ast.ContinueStatement{Span: p.span(start), Label: target}
}

func (p *Parser) returnStatement() ast.Stmt {
	n := &ast.ReturnStatement{Span: ast.Span{Start: p.t.Start}}
	if !p.fn.returns {
		p.failToken("Illegal return statement")
	}
	p.next()
	if !p.atSemicolon() {
		n.Argument = p.expression(true)
	}
	p.semicolon()
	n.Stop = p.lex.PrevEnd
	return n
}

func (p *Parser) withStatement() ast.Stmt {
	n := &ast.WithStatement{Span: ast.Span{Start: p.t.Start}}
	if p.strict {
		p.failToken("Strict mode code may not include a with statement")
	}
	p.next()
	p.expect(lexer.LParen)
	n.Object = p.expression(true)
	p.expect(lexer.RParen)
	p.hasDynamic = true
	n.Scope = p.openScope(ast.ScopeWith, p.t.Start).Scope
	n.Body = p.statement(false)
	p.closeScope()
	n.Stop = p.lex.PrevEnd
	return n
}

func (p *Parser) throwStatement() ast.Stmt {
	n := &ast.ThrowStatement{Span: ast.Span{Start: p.t.Start}}
	p.next()
	if p.t.Newline {
		p.failToken("Illegal newline after throw")
	}
	n.Argument = p.expression(true)
	p.semicolon()
	n.Stop = p.lex.PrevEnd
	return n
}

// switchStatement parses switch (14.12).
func (p *Parser) switchStatement() ast.Stmt {
	n := &ast.SwitchStatement{Span: ast.Span{Start: p.t.Start}}
	p.next()
	p.expect(lexer.LParen)
	n.Discriminant = p.expression(true)
	p.expect(lexer.RParen)
	n.Scope = p.openScope(ast.ScopeSwitch, p.t.Start).Scope
	p.expect(lexer.LBrace)
	p.fn.breakables++
	hasDefault := false
	for !p.at(lexer.RBrace) && p.err == nil {
		c := &ast.SwitchCase{Span: ast.Span{Start: p.t.Start}}
		if p.at(lexer.Default) {
			if hasDefault {
				p.failToken("More than one default clause in switch statement")
			}
			hasDefault = true
			p.next()
		} else {
			p.expect(lexer.Case)
			c.Test = p.expression(true)
		}
		p.expect(lexer.Colon)
		all := &p.slabs.statementLists
		first := len(all.open)
		for !p.at(lexer.Case) && !p.at(lexer.Default) && !p.at(lexer.RBrace) && !p.at(lexer.EOF) {
			all.push(p.statementListItem())
		}
		c.Body = all.since(first)
		c.Stop = p.lex.PrevEnd
		n.Cases = append(n.Cases, c)
	}
	p.fn.breakables--
	p.expect(lexer.RBrace)
	n.Stop = p.lex.PrevEnd
	p.closeScope()
	return n
}

// tryStatement parses try (14.15).
func (p *Parser) tryStatement() ast.Stmt {
	n := &ast.TryStatement{Span: ast.Span{Start: p.t.Start}}
	p.next()
	n.Block = p.block(ast.ScopeBlock, false)
	if p.at(lexer.Catch) {
		n.Handler = p.catchClause()
	}
	if p.eat(lexer.Finally) {
		n.Finalizer = p.block(ast.ScopeBlock, false)
	} else if n.Handler == nil {
		p.failToken("Missing catch or finally after try")
	}
	n.Stop = p.lex.PrevEnd
	return n
}

func (p *Parser) catchClause() *ast.CatchClause {
	c := &ast.CatchClause{Span: ast.Span{Start: p.t.Start}}
	p.next()
	if p.eat(lexer.LParen) {
		c.Scope = p.openScope(ast.ScopeCatch, p.t.Start).Scope
		kind := ast.BindingCatchParam
		if p.t.Kind.IsContextual() {
			kind = ast.BindingSimpleCatchParam
		}
		c.Param = p.bindingTarget(binder{kind: kind})
		p.initialised(p.lex.PrevEnd)
		p.expect(lexer.RParen)
	}
	c.Body = p.block(ast.ScopeBlock, c.Scope != nil)
	if c.Scope != nil {
		p.closeScope()
	}
	c.Stop = p.lex.PrevEnd
	return c
}
