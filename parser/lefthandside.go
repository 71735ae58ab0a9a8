package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/lexer"
)

// leftHandSide parses a LeftHandSideExpression (13.3).
func (p *Parser) leftHandSide() ast.Expr {
	start := p.t.Start
	var e ast.Expr
	switch p.t.Kind {
	case lexer.New:
		e = p.newExpression()
	case lexer.Super:
		e = p.super()
	case lexer.Import:
		e = p.importExpression()
	default:
		e = p.primary()
		if p.pending.message != "" || isArrow(e) {
			return e
		}
	}
	return p.chain(start, e)
}

// chain parses what follows the head of member accesses and calls.
func (p *Parser) chain(start uint32, e ast.Expr) ast.Expr {
	optional := false
	for {
		switch p.t.Kind {
		case lexer.Dot:
			p.next()
			e = p.member(start, e, false)
		case lexer.LBracket:
			p.next()
			e = p.index(start, e, false)
		case lexer.LParen:
			e = p.call(start, e, false)
		case lexer.Template:
			if optional {
				p.failToken("Invalid tagged template on optional chain")
				return p.bad
			}
			e = p.taggedTemplate(start, e)
		case lexer.QuestionDot:
			optional = true
			p.next()
			switch p.t.Kind {
			case lexer.LParen:
				e = p.call(start, e, true)
			case lexer.LBracket:
				p.next()
				e = p.index(start, e, true)
			case lexer.Template:
				p.failToken("Invalid tagged template on optional chain")
				return p.bad
			default:
				e = p.member(start, e, true)
			}
		default:
			if optional {
				return &ast.OptionalChain{Span: p.span(start), Expression: e}
			}
			return e
		}
	}
}

// member parses the name after a dot.
func (p *Parser) member(start uint32, object ast.Expr, optional bool) ast.Expr {
	if p.at(lexer.PrivateName) {
		name := p.privateIdentifier()
		return &ast.PrivateMemberExpression{Span: p.span(start), Object: object, Property: name, Optional: optional}
	}
	m := take(&p.slabs.members, &p.slabs.size)
	m.Property = p.identifierName()
	m.Span, m.Object, m.Optional = p.span(start), object, optional
	return m
}

func (p *Parser) identifierName() *ast.IdentifierName {
	n := take(&p.slabs.names, &p.slabs.size)
	if !p.t.Kind.IsWord() {
		p.unexpected()
		n.Name = p.canonical("").Str
		return n
	}
	n.Start, n.Stop, n.Name = p.t.Start, p.t.End, p.t.Name.Str
	p.next()
	return n
}

func (p *Parser) index(start uint32, object ast.Expr, optional bool) ast.Expr {
	i := p.expression(true)
	p.expect(lexer.RBracket)
	return &ast.IndexExpression{Span: p.span(start), Object: object, Index: i, Optional: optional}
}

func (p *Parser) call(start uint32, callee ast.Expr, optional bool) ast.Expr {
	c := take(&p.slabs.calls, &p.slabs.size)
	if id, ok := ast.Unparen(callee).(*ast.Identifier); ok && !optional && id.Name == p.evalName().Str {
		c.DirectEval, c.Scope = true, p.scope.Scope
		p.markDirectEval()
	}
	c.Callee, c.Optional = callee, optional
	c.Arguments = p.arguments()
	c.Span = p.span(start)
	return c
}

func (p *Parser) evalName() *lexer.Name {
	if p.names.eval == nil {
		p.names.eval = p.canonical("eval")
	}
	return p.names.eval
}

// arguments parses Arguments (13.3.8).
func (p *Parser) arguments() []ast.Expr {
	p.next()
	all := &p.slabs.expressions
	first := len(all.open)
	for !p.at(lexer.RParen) {
		if p.at(lexer.Ellipsis) {
			start := p.t.Start
			p.next()
			e := p.assignment(true, false)
			all.push(&ast.SpreadElement{Span: p.span(start), Argument: e})
		} else {
			all.push(p.assignment(true, false))
		}
		if !p.at(lexer.RParen) && !p.eat(lexer.Comma) {
			p.failToken("missing ) after argument list")
			return all.since(first)
		}
	}
	p.next()
	return all.since(first)
}

// newExpression parses new, with a target or as new.target.
func (p *Parser) newExpression() ast.Expr {
	start := p.t.Start
	p.next()
	if p.eat(lexer.Dot) {
		if !p.at(lexer.Target) {
			p.unexpected()
			return p.bad
		}
		p.next()
		n := &ast.NewTarget{Span: p.span(start)}
		if !p.fn.newTarget {
			p.failAt("new.target expression is not allowed here", n)
		}
		p.fn.uses |= ast.UsesNewTarget
		return n
	}
	if !p.enter() {
		p.leave()
		return p.bad
	}
	calleeStart := p.t.Start
	var callee ast.Expr
	switch p.t.Kind {
	case lexer.New:
		callee = p.newExpression()
	case lexer.Super:
		callee = p.super()
		if _, ok := callee.(*ast.SuperCall); ok {
			p.failAt("'super' keyword unexpected here", callee)
		}
	case lexer.Import:
		callee = p.importExpression()
		if _, ok := callee.(*ast.ImportCall); ok {
			p.failAt("Cannot use new with import", callee)
		}
	default:
		callee = p.primary()
		if p.pending.message != "" {
			p.failRange(p.pending.message, p.pending.start, p.pending.end)
		}
	}
	for more := true; more; {
		switch p.t.Kind {
		case lexer.Dot:
			p.next()
			callee = p.member(calleeStart, callee, false)
		case lexer.LBracket:
			p.next()
			callee = p.index(calleeStart, callee, false)
		case lexer.Template:
			callee = p.taggedTemplate(calleeStart, callee)
		case lexer.QuestionDot:
			p.failToken("Invalid optional chain from new expression")
			more = false
		default:
			more = false
		}
	}
	n := &ast.NewExpression{Callee: callee}
	if p.at(lexer.LParen) {
		n.Arguments = p.arguments()
	}
	n.Span = p.span(start)
	p.leave()
	return n
}

// super parses SuperProperty and SuperCall (13.3.7).
func (p *Parser) super() ast.Expr {
	start, end := p.t.Start, p.t.End
	p.next()
	switch p.t.Kind {
	case lexer.LParen:
		if !p.fn.superCall {
			break
		}
		p.fn.uses |= ast.UsesSuperCall | ast.UsesThis | ast.UsesNewTarget
		args := p.arguments()
		return &ast.SuperCall{Span: p.span(start), Arguments: args}
	case lexer.Dot, lexer.LBracket:
		if !p.fn.superProperty {
			break
		}
		p.fn.uses |= ast.UsesSuperProperty | ast.UsesThis
		s := &ast.SuperProperty{}
		if p.eat(lexer.Dot) {
			if p.at(lexer.PrivateName) {
				p.failToken("Unexpected private field")
				return p.bad
			}
			s.Property = p.identifierName()
		} else {
			p.next()
			s.Index = p.expression(true)
			p.expect(lexer.RBracket)
		}
		s.Span = p.span(start)
		return s
	}
	p.failRange("'super' keyword unexpected here", start, end)
	return p.bad
}

// importExpression parses ImportCall and ImportMeta (13.3.10, 13.3.12).
func (p *Parser) importExpression() ast.Expr {
	start := p.t.Start
	p.next()
	phase := ast.PhaseEvaluation
	if p.eat(lexer.Dot) {
		switch {
		case p.at(lexer.Meta):
			p.next()
			m := &ast.ImportMeta{Span: p.span(start)}
			if p.module == nil {
				p.failAt("Cannot use 'import.meta' outside a module", m)
			}
			return m
		case p.at(lexer.Source) && p.opts.ImportPhases:
			phase = ast.PhaseSource
		case p.at(lexer.Defer) && p.opts.ImportPhases:
			phase = ast.PhaseDefer
		default:
			p.unexpected()
			return p.bad
		}
		p.next()
	}
	if !p.at(lexer.LParen) {
		if p.module == nil && p.err == nil && phase == ast.PhaseEvaluation {
			p.failRange("Cannot use import statement outside a module", start, start+6)
		}
		p.unexpected()
		return p.bad
	}
	p.next()
	c := &ast.ImportCall{Phase: phase}
	if p.at(lexer.RParen) {
		p.failToken("import() requires a specifier")
	}
	c.Source = p.assignment(true, false)
	if p.eat(lexer.Comma) && !p.at(lexer.RParen) && phase == ast.PhaseEvaluation {
		c.Options = p.assignment(true, false)
		p.eat(lexer.Comma)
	}
	p.expect(lexer.RParen)
	c.Span = p.span(start)
	return c
}

func (p *Parser) taggedTemplate(start uint32, tag ast.Expr) ast.Expr {
	q := p.template(true)
	return &ast.TaggedTemplate{Span: p.span(start), Tag: tag, Quasi: q}
}

// template parses a TemplateLiteral (13.2.8).
func (p *Parser) template(tagged bool) *ast.TemplateLiteral {
	n := &ast.TemplateLiteral{Span: ast.Span{Start: p.t.Start}}
	for {
		part := p.lex.ScanTemplate()
		if p.lex.Err != nil {
			p.failLexical()
			return n
		}
		if part.Cooked == nil && !tagged {
			p.failRange(part.Message, part.ErrorOffset, part.End)
		}
		n.Quasis = append(n.Quasis, ast.TemplateElement{
			Span: ast.Span{Start: part.Start, Stop: part.End}, Cooked: part.Cooked, Raw: part.Raw})
		p.next()
		if part.Tail || p.err != nil {
			break
		}
		n.Expressions = append(n.Expressions, p.expression(true))
		if !p.at(lexer.RBrace) {
			if p.err == nil {
				p.failToken("Missing } in template expression")
			}
			break
		}
	}
	n.Stop = p.lex.PrevEnd
	return n
}
