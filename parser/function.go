package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/lexer"
)

// saved is the parser's state around a function.
type saved struct {
	strict                            bool
	yieldPos, awaitPos, awaitIdentPos uint32
	pending                           pending
}

// beginFunction enters a function: what is allowed in it depends on its kind.
func (p *Parser) beginFunction(f *ast.FunctionNode) saved {
	s := saved{p.strict, p.yieldPos, p.awaitPos, p.awaitIdentPos, p.pending}
	p.yieldPos, p.awaitPos, p.awaitIdentPos, p.pending = 0, 0, 0, pending{}
	fn := &functionState{outer: p.fn, node: f, async: f.IsAsync, generator: f.IsGenerator, returns: true}
	switch f.Kind {
	case ast.Arrow:
		o := p.fn
		fn.arrow = true
		fn.superProperty, fn.superCall, fn.newTarget = o.superProperty, o.superCall, o.newTarget
		fn.argumentsForbidden = o.argumentsForbidden
	default:
		fn.allow(f.Kind)
	}
	f.Outer = p.fn.node
	p.fn = fn
	return s
}

// endFunction leaves a function and closes its scopes.
func (p *Parser) endFunction(f *ast.FunctionNode, s saved) {
	fn := p.fn
	f.IsStrict = p.strict
	f.Stop = p.lex.PrevEnd
	f.HasParameterExpressions = fn.paramExpressions
	var body *ast.Scope
	if f.BodyScope != nil {
		body = p.closeScope()
	}
	sc := p.scope
	if f.IsArrow {
		if p.sees(sc, p.argumentsName()) && sc.Lookup(p.argumentsName().Str) == nil {
			fn.uses |= ast.UsesArguments
		}
	} else if !fn.argumentsForbidden {
		p.bindArguments(f, sc, body)
	}
	p.closeScope()
	f.Uses = fn.uses
	if f.NameScope != nil {
		p.closeScope()
	}
	p.fn = fn.outer
	if f.IsArrow {
		p.fn.uses |= fn.uses &^ (ast.UsesAwait | ast.UsesYield)
	}
	p.strict, p.yieldPos, p.awaitPos, p.awaitIdentPos, p.pending = s.strict, s.yieldPos, s.awaitPos, s.awaitIdentPos, s.pending
}

// bindArguments declares the arguments object if the function needs one
// (10.2.11 FunctionDeclarationInstantiation, steps 16 to 18).
func (p *Parser) bindArguments(f *ast.FunctionNode, s *scopeState, body *ast.Scope) {
	name := p.argumentsName()
	need := p.sees(s, name) || p.fn.uses&ast.ContainsDirectEval != 0
	b := s.Lookup(name.Str)
	switch {
	case b != nil && (b.IsParam || b.Kind != ast.BindingVar):
		return
	case body != nil:
		if v := body.Lookup(name.Str); v != nil && v.Kind == ast.BindingVar {
			need = true
		}
	}
	if !need {
		return
	}
	if b == nil {
		b = s.add(name, ast.BindingArguments, f.Start)
	}
	f.ArgumentsBinding = b
	p.fn.uses |= ast.UsesArguments
}

func (p *Parser) argumentsName() *lexer.Name {
	if p.names.arguments == nil {
		p.names.arguments = p.canonical("arguments")
	}
	return p.names.arguments
}

// functionExpression parses a function expression of any kind at the word function.
func (p *Parser) functionExpression(start uint32, async bool) ast.Expr {
	f := &ast.FunctionNode{Span: ast.Span{Start: start}, Kind: ast.FunctionExpr, IsAsync: async}
	if !p.enter() {
		p.leave()
		return p.bad
	}
	p.next()
	f.IsGenerator = p.eat(lexer.Mul)
	s := p.beginFunction(f)
	if !p.at(lexer.LParen) {
		name := p.t.Name
		if p.t.Kind.IsContextual() {
			f.Name = p.functionName(f)
		} else {
			p.unexpected()
		}
		if p.err == nil {
			f.NameScope = p.openScope(ast.ScopeFunctionName, f.Start).Scope
			b := p.scope.add(name, ast.BindingFunctionName, f.Name.Start)
			f.Name.Binding = b
		}
	}
	p.functionRest(f)
	p.endFunction(f, s)
	p.leave()
	return f
}

// functionName parses the name of a function expression: it is inside the function.
func (p *Parser) functionName(f *ast.FunctionNode) *ast.Identifier {
	fn := p.fn
	k := p.t.Name.Kind
	if k == lexer.Await && p.module == nil && !f.IsAsync {
		// await may be the name even in async functions and static blocks around.
		id := p.newIdentifier()
		id.Declares = true
		p.next()
		return id
	}
	if k == lexer.Yield && fn.generator {
		p.unexpected()
	}
	id, _ := p.bindingIdentifier()
	return id
}

// functionRest parses parameters and body.
func (p *Parser) functionRest(f *ast.FunctionNode) {
	sc := p.openScope(ast.ScopeFunction, p.t.Start)
	f.Scope = sc.Scope
	p.parameters(f)
	p.functionBody(f)
}

// parameters parses FormalParameters in parentheses (15.1).
func (p *Parser) parameters(f *ast.FunctionNode) {
	if !p.at(lexer.LParen) {
		p.unexpected()
		return
	}
	p.next()
	p.formalParameters(f, lexer.RParen)
	p.next()
}

// formalParameters parses up to a token, which it leaves.
func (p *Parser) formalParameters(f *ast.FunctionNode, end lexer.Kind) {
	p.fn.inParams = true
	f.ParamsSpan.Start = p.t.Start
	f.HasSimpleParams = true
	counting := true
	for !p.at(end) {
		if p.at(lexer.Ellipsis) {
			start := p.t.Start
			p.next()
			f.Rest = &ast.RestElement{Target: p.bindingTarget(binder{kind: ast.BindingParam})}
			f.Rest.Span = p.span(start)
			f.HasSimpleParams = false
			p.initialised(p.lex.PrevEnd)
			if !p.at(end) && p.err == nil {
				if p.at(lexer.Assign) {
					p.failToken("Rest parameter may not have a default initializer")
				}
				p.failToken("Rest parameter must be last formal parameter")
			}
			break
		}
		el := p.bindingElement(binder{kind: ast.BindingParam})
		p.initialised(p.lex.PrevEnd)
		f.Params = append(f.Params, el)
		if _, simple := el.Target.(*ast.Identifier); !simple || el.Init != nil {
			f.HasSimpleParams = false
		}
		if counting = counting && el.Init == nil; counting {
			f.ExpectedArgumentCount++
		}
		if p.at(end) {
			break
		}
		if !p.eat(lexer.Comma) {
			switch {
			case p.err != nil:
			case p.at(lexer.EOF):
				p.unexpected()
			default:
				p.failToken("missing ) after formal parameters")
			}
			break
		}
	}
	f.ParamsSpan.Stop = p.t.Start
	p.checkParameterOperators(f)
	p.fn.inParams = false
}

// checkParameterOperators rejects yield and await expressions in parameters.
func (p *Parser) checkParameterOperators(f *ast.FunctionNode) {
	if p.yieldPos != 0 && (f.IsGenerator || f.IsArrow) {
		p.failRange("Yield expression not allowed in formal parameter", p.yieldPos-1, p.yieldPos+4)
	}
	if p.awaitPos != 0 && (f.IsAsync || f.IsArrow) {
		p.failRange("Illegal await-expression in formal parameters of async function", p.awaitPos-1, p.awaitPos+4)
	}
}

// functionBody parses a body in braces, or a concise body of an arrow function.
func (p *Parser) functionBody(f *ast.FunctionNode) {
	if !p.at(lexer.LBrace) {
		p.unexpected()
		return
	}
	f.BodySpan.Start = p.t.Start
	p.next()
	p.bodyStatements(f, lexer.RBrace)
	if p.err != nil {
		return
	}
	f.BodySpan.Stop = p.t.End
	p.next()
}

// bodyStatements parses directives and statements up to a token, which it leaves.
func (p *Parser) bodyStatements(f *ast.FunctionNode, end lexer.Kind) {
	if p.fn.paramExpressions {
		f.BodyScope = p.openScope(ast.ScopeFunctionBody, p.t.Start).Scope
		f.HasParameterExpressions = true
	}
	p.yieldPos, p.awaitPos = 0, 0
	f.Body = p.directives(func(directive *ast.ExpressionStatement) {
		f.HasUseStrict = true
		if !f.HasSimpleParams {
			p.failAt("Illegal 'use strict' directive in function with non-simple parameter list", directive)
		}
		f.Scope.Strict = true
		if f.NameScope != nil {
			f.NameScope.Strict = true
		}
		if f.BodyScope != nil {
			f.BodyScope.Strict = true
		}
	})
	p.checkParameters(f)
	f.Body = p.statementList(f.Body, end)
	if !p.at(end) && p.err == nil {
		p.unexpected()
	}
}

// checkParameters applies what is known only after the directives: strict code
// and special kinds of functions restrict names and duplicates (15.2.1).
func (p *Parser) checkParameters(f *ast.FunctionNode) {
	if d := p.fn.duplicateParam; d != nil {
		f.HasDuplicateParams = true
		if p.strict || !f.HasSimpleParams || f.Kind != ast.FunctionDecl && f.Kind != ast.FunctionExpr {
			p.failAt("Duplicate parameter name not allowed in this context", d)
		}
	}
	if !f.HasUseStrict {
		return
	}
	if f.Name != nil {
		p.checkStrictName(f.Name)
	}
	for _, el := range f.Params {
		if id, ok := el.Target.(*ast.Identifier); ok {
			p.checkStrictName(id)
		}
	}
}

// checkStrictName rejects a name that strict code does not allow as a binding.
func (p *Parser) checkStrictName(id *ast.Identifier) {
	switch k := p.lex.Names.Intern(id.Name).Kind; {
	case k == lexer.Eval || k == lexer.Arguments:
		p.failAt("Unexpected eval or arguments in strict mode", id)
	case k.IsStrictReserved():
		p.failAt("Unexpected strict mode reserved word", id)
	}
}

// directives parses a directive prologue (11.2.1), calling useStrict at "use strict".
func (p *Parser) directives(useStrict func(*ast.ExpressionStatement)) []ast.Stmt {
	var list []ast.Stmt
	var legacy lexer.Token
	for p.at(lexer.String) {
		t := *p.t
		if t.Legacy != lexer.LegacyNone && legacy.Kind == 0 {
			legacy = t
		}
		s := p.expressionStatement()
		list = append(list, s)
		e, ok := s.(*ast.ExpressionStatement)
		if !ok {
			break
		}
		if str, ok := e.Expression.(*ast.StringLiteral); !ok || str.Start != t.Start || e.Start != t.Start {
			break
		}
		e.Directive = true
		if t.End-t.Start == 12 && t.Value.EqualGo("use strict") {
			p.strict = true
			useStrict(e)
		}
		if p.strict && legacy.Kind != 0 {
			p.failRange(legacy.Legacy.Message(), legacy.Start, legacy.End)
		}
	}
	return list
}

// method parses the parameters and body of a method, getter, setter or
// constructor whose key has been read.
func (p *Parser) method(kind ast.FunctionKind, start uint32, async, generator, static bool) *ast.FunctionNode {
	f := &ast.FunctionNode{Span: ast.Span{Start: start}, Kind: kind, IsAsync: async, IsGenerator: generator, IsStatic: static}
	if !p.enter() {
		p.leave()
		return f
	}
	s := p.beginFunction(f)
	paren := *p.t
	p.functionRest(f)
	switch {
	case kind == ast.Getter && (len(f.Params) > 0 || f.Rest != nil):
		p.failRange("Getter must not have any formal parameters.", paren.Start, f.ParamsSpan.Stop+1)
	case kind == ast.Setter && f.Rest != nil:
		p.failRange("Setter function argument must not be a rest parameter", paren.Start, f.ParamsSpan.Stop+1)
	case kind == ast.Setter && len(f.Params) != 1:
		p.failRange("Setter must have exactly one formal parameter.", paren.Start, f.ParamsSpan.Stop+1)
	}
	p.endFunction(f, s)
	p.leave()
	return f
}

// arrowFromIdentifier parses an arrow function at its arrow; the parameter
// has not been recorded as a reference.
func (p *Parser) arrowFromIdentifier(start uint32, id *ast.Identifier, name *lexer.Name, async bool) ast.Expr {
	in := p.arrowIn
	f := &ast.FunctionNode{Span: ast.Span{Start: start}, Kind: ast.Arrow, IsArrow: true, IsAsync: async, HasSimpleParams: true, ExpectedArgumentCount: 1}
	if p.strict && (name.Kind == lexer.Eval || name.Kind == lexer.Arguments) {
		p.failAt("Unexpected eval or arguments in strict mode", id)
	}
	s := p.beginFunction(f)
	f.Scope = p.openScope(ast.ScopeFunction, start).Scope
	id.Declares = true
	f.ParamsSpan = id.Span
	p.declareParam(id, name)
	f.Params = []*ast.AssignmentElement{{Span: id.Span, Target: id}}
	p.arrowBody(f, in)
	p.endFunction(f, s)
	return f
}

// arrowFromCover makes the expressions in parentheses, which were read since
// head, the parameters of an arrow function and parses its body.
func (p *Parser) arrowFromCover(start uint32, list []ast.Expr, head coverHead, async bool) ast.Expr {
	in := p.arrowIn
	f := &ast.FunctionNode{Span: ast.Span{Start: start}, Kind: ast.Arrow, IsArrow: true, IsAsync: async, HasSimpleParams: true}
	p.checkParameterOperators(f)
	if async && p.awaitIdentPos != 0 {
		p.failRange("Illegal await-expression in formal parameters of async function", p.awaitIdentPos-1, p.awaitIdentPos+4)
	}
	f.ParamsSpan = ast.Span{Start: start, Stop: p.lex.PrevEnd}
	coverUses := p.fn.uses
	outerFn, outerScope := p.fn.node, p.scope.Scope
	identPos := p.awaitIdentPos
	p.endCover(head)
	if identPos != 0 && p.awaitIdentPos == 0 {
		p.awaitIdentPos = identPos
	}
	// An await or yield in the parameters was an error; do not keep its position.
	p.yieldPos, p.awaitPos = head.yieldPos, head.awaitPos
	scopesBefore := len(p.scopes)
	s := p.beginFunction(f)
	p.fn.uses = coverUses &^ (ast.UsesAwait | ast.UsesYield)
	sc := p.openScope(ast.ScopeFunction, start)
	f.Scope = sc.Scope
	sc.mark = int32(head.refs)
	if coverUses&ast.ContainsDirectEval != 0 {
		sc.HasDirectEval = true
		sc.HasSloppyEval = coverUses&ast.ContainsSloppyEval != 0
	}
	p.moveToArrow(f, head, scopesBefore, outerFn, outerScope)
	p.coverParameters(f, list)
	p.arrowBody(f, in)
	p.endFunction(f, s)
	return f
}

// moveToArrow moves references and scopes made while the parameters were taken
// for an expression to the arrow function.
func (p *Parser) moveToArrow(f *ast.FunctionNode, head coverHead, scopesEnd int, outerFn *ast.FunctionNode, outerScope *ast.Scope) {
	for i := head.refs; i < p.refs.n; i++ {
		if r := p.refs.at(i); r.scope == outerScope {
			r.scope = f.Scope
		}
	}
	for _, s := range p.scopes[head.scopes:scopesEnd] {
		if s.Parent == outerScope {
			s.Parent = f.Scope
		}
		if s.Function == outerFn {
			s.Function = f
		} else if s.Function.Outer == outerFn {
			s.Function.Outer = f
		}
	}
}

// coverParameters converts the parameters.
func (p *Parser) coverParameters(f *ast.FunctionNode, list []ast.Expr) {
	counting, first := true, p.refs.n
	for i, e := range list {
		if rest, ok := e.(*ast.SpreadElement); ok {
			if i != len(list)-1 {
				p.failAt("Rest parameter must be last formal parameter", rest)
				break
			}
			f.HasSimpleParams = false
			f.Rest = &ast.RestElement{Span: rest.Span, Target: p.toPattern(rest.Argument, true)}
			p.initialised(rest.Stop)
			break
		}
		el := p.toElement(e, true)
		if _, simple := el.Target.(*ast.Identifier); !simple || el.Init != nil {
			f.HasSimpleParams = false
		}
		if counting = counting && el.Init == nil; counting {
			f.ExpectedArgumentCount++
		}
		f.Params = append(f.Params, el)
	}
	for i := int(p.scope.mark); i < first; i++ {
		if r := p.refs.at(i); r.ident != nil && r.ident.Declares && !r.ident.Written {
			r.ident = nil
		}
	}
}

// arrowBody parses an arrow and what follows.
func (p *Parser) arrowBody(f *ast.FunctionNode, in bool) {
	if !p.enter() {
		p.leave()
		return
	}
	p.next()
	if p.at(lexer.LBrace) {
		p.functionBody(f)
	} else {
		if p.fn.paramExpressions {
			f.BodyScope = p.openScope(ast.ScopeFunctionBody, p.t.Start).Scope
			f.HasParameterExpressions = true
		}
		p.checkParameters(f)
		p.yieldPos, p.awaitPos = 0, 0
		start := p.t.Start
		f.Expression = p.assignment(in, false)
		f.BodySpan = p.span(start)
	}
	p.leave()
}
