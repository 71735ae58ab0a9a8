package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/lexer"
)

// primary parses a PrimaryExpression (13.2), or an arrow function if one may start here.
func (p *Parser) primary() ast.Expr {
	start := p.t.Start
	switch k := p.t.Kind; k {
	case lexer.LParen:
		return p.parenthesized()
	case lexer.LBracket:
		return p.arrayLiteral()
	case lexer.LBrace:
		return p.objectLiteral()
	case lexer.Function:
		return p.functionExpression(start, false)
	case lexer.Class:
		return p.classExpression()
	case lexer.This:
		p.fn.uses |= ast.UsesThis
		p.next()
		return &ast.ThisExpression{Span: p.span(start)}
	case lexer.Null:
		p.next()
		return &ast.NullLiteral{Span: p.span(start)}
	case lexer.True, lexer.False:
		p.next()
		return &ast.BooleanLiteral{Span: p.span(start), Value: k == lexer.True}
	case lexer.Number:
		return p.number()
	case lexer.BigInt:
		return p.bigInt()
	case lexer.String:
		return p.stringLiteral()
	case lexer.Template:
		return p.template(false)
	case lexer.Div, lexer.AssignDiv:
		return p.regExp()
	case lexer.Async:
		return p.async()
	}
	if !p.t.Kind.IsContextual() {
		p.unexpected()
		return p.bad
	}
	return p.identifierOrArrow()
}

func (p *Parser) number() *ast.NumericLiteral {
	p.checkLegacy()
	n := take(&p.slabs.numbers, &p.slabs.size)
	n.Start, n.Stop, n.Value = p.t.Start, p.t.End, p.t.Number
	p.next()
	return n
}

func (p *Parser) bigInt() *ast.BigIntLiteral {
	n := &ast.BigIntLiteral{Digits: p.t.Value.String(), Base: p.t.Base}
	start := p.t.Start
	p.next()
	n.Span = p.span(start)
	return n
}

func (p *Parser) stringLiteral() *ast.StringLiteral {
	p.checkLegacy()
	n := take(&p.slabs.strings, &p.slabs.size)
	n.Start, n.Stop, n.Value = p.t.Start, p.t.End, p.t.Value
	if n.Value == nil {
		n.Value = jstring.Empty
	}
	p.next()
	return n
}

func (p *Parser) checkLegacy() {
	if p.t.Legacy != lexer.LegacyNone && p.strict {
		p.failToken(p.t.Legacy.Message())
	}
}

func (p *Parser) regExp() ast.Expr {
	start := p.t.Start
	body, flags := p.lex.ScanRegExp()
	if p.lex.Err != nil {
		p.failLexical()
		return p.bad
	}
	if err := p.opts.CheckRegExp(body, flags); err != nil {
		p.failToken(err.Error())
		return p.bad
	}
	p.next()
	return &ast.RegExpLiteral{Span: p.span(start), Pattern: body, Flags: flags}
}

// checkIdentifier reports the current token if it is no identifier here (13.1.1).
func (p *Parser) checkIdentifier() bool {
	t := p.t
	if !t.Kind.IsContextual() {
		p.unexpected()
		return false
	}
	switch k := t.Name.Kind; {
	case k <= lexer.Assert && k != lexer.Arguments:
		return true
	case k == lexer.Arguments:
	case k == lexer.Await:
		if p.awaitReserved() {
			p.failToken("Unexpected reserved word")
			return false
		}
		if p.awaitIdentPos == 0 {
			p.awaitIdentPos = t.Start + 1
		}
	case k == lexer.Yield && p.fn.generator && !p.strict:
		p.failToken("Unexpected identifier 'yield'")
		return false
	case k.IsStrictReserved() && p.strict:
		p.failToken("Unexpected strict mode reserved word")
		return false
	}
	return true
}

// checkArguments reports arguments in class fields and static blocks (15.7.1).
func (p *Parser) checkArguments() {
	if p.t.Name != nil && p.t.Name.Kind == lexer.Arguments && p.fn.argumentsForbidden {
		p.failToken("'arguments' is not allowed in class field initializer or static initialization block")
	}
}

func (p *Parser) newIdentifier() *ast.Identifier {
	id := take(&p.slabs.identifiers, &p.slabs.size)
	id.Start, id.Stop = p.t.Start, p.t.End
	if p.t.Name != nil {
		id.Name = p.t.Name.Str
	}
	return id
}

// identifierOrArrow parses an identifier, which may be an arrow function's parameter.
func (p *Parser) identifierOrArrow() ast.Expr {
	start := p.t.Start
	p.checkArguments()
	if !p.checkIdentifier() {
		return p.bad
	}
	id, name := p.newIdentifier(), p.t.Name
	mayBeArrow := p.arrowAt == start
	p.next()
	if p.at(lexer.Arrow) && mayBeArrow && !p.t.Newline {
		return p.arrowFromIdentifier(start, id, name, false)
	}
	if name.Kind == lexer.Await && !p.t.Newline {
		switch p.t.Kind {
		case lexer.Identifier, lexer.Number, lexer.String, lexer.This, lexer.New, lexer.Function, lexer.Async:
			p.failAt("await is only valid in async functions and the top level bodies of modules", id)
		}
	}
	p.reference(id, name)
	return id
}

// async parses what starts with the word async: an async function or arrow
// function, or just an identifier.
func (p *Parser) async() ast.Expr {
	start := p.t.Start
	id, name := p.newIdentifier(), p.t.Name
	mayBeArrow := p.arrowAt == start
	in := p.arrowIn
	p.next()
	switch {
	case p.t.Newline:
	case p.at(lexer.Function):
		return p.functionExpression(start, true)
	case p.t.Kind.IsContextual() && mayBeArrow:
		if p.peek().Kind != lexer.Arrow {
			break
		}
		if p.t.Name.Kind == lexer.Await {
			p.failToken("Unexpected reserved word")
			return p.bad
		}
		if !p.checkIdentifier() {
			return p.bad
		}
		param, paramName := p.newIdentifier(), p.t.Name
		p.next()
		if p.t.Newline {
			p.unexpected()
			return p.bad
		}
		p.arrowIn = in
		return p.arrowFromIdentifier(start, param, paramName, true)
	case p.at(lexer.LParen) && mayBeArrow:
		return p.asyncCallOrArrow(start, id, name, in)
	}
	if p.at(lexer.Arrow) && mayBeArrow && !p.t.Newline {
		return p.arrowFromIdentifier(start, id, name, false)
	}
	p.reference(id, name)
	return id
}

// asyncCallOrArrow parses `async (…)`, a call unless an arrow follows.
func (p *Parser) asyncCallOrArrow(start uint32, id *ast.Identifier, name *lexer.Name, in bool) ast.Expr {
	head := p.beginCover()
	p.next()
	var list []ast.Expr
	commaAfterRest := false
	outer := p.pending
	p.pending = pending{}
	for !p.at(lexer.RParen) && p.err == nil {
		if p.at(lexer.Ellipsis) {
			at := p.t.Start
			p.next()
			e := p.assignment(true, true)
			list = append(list, &ast.SpreadElement{Span: p.span(at), Argument: e})
			commaAfterRest = p.at(lexer.Comma)
		} else {
			list = append(list, p.assignment(true, true))
			commaAfterRest = true // a rest before it is found by the conversion
		}
		if !p.at(lexer.RParen) && !p.eat(lexer.Comma) {
			p.failToken("missing ) after argument list")
		}
	}
	p.expect(lexer.RParen)
	if p.at(lexer.Arrow) && !p.t.Newline {
		p.pending = outer
		if n := len(list); n > 0 && commaAfterRest {
			if s, ok := list[n-1].(*ast.SpreadElement); ok {
				p.failAt("Rest parameter must be last formal parameter", s)
			}
		}
		p.arrowIn = in
		return p.arrowFromCover(start, list, head, true)
	}
	if p.pending.message != "" {
		p.failRange(p.pending.message, p.pending.start, p.pending.end)
	}
	p.pending = outer
	p.endCover(head)
	p.reference(id, name)
	c := &ast.CallExpression{Span: p.span(start), Callee: id, Arguments: list}
	return c
}

// parenthesized parses a ParenthesizedExpression or an arrow function (13.2.9, 15.3).
func (p *Parser) parenthesized() ast.Expr {
	start := p.t.Start
	mayBeArrow, in := p.arrowAt == start, p.arrowIn
	head := p.beginCover()
	p.next()
	outer := p.pending
	p.pending = pending{}
	var few [4]ast.Expr
	list := few[:0]
	innerStart := p.t.Start
	var onlyArrow lexer.Token // the token that only parameters allow
	for !p.at(lexer.RParen) && p.err == nil {
		if p.at(lexer.Ellipsis) {
			at := p.t.Start
			onlyArrow = *p.t
			p.next()
			e := p.assignment(true, true)
			list = append(list, &ast.SpreadElement{Span: p.span(at), Argument: e})
			if !p.at(lexer.RParen) {
				p.failToken("Rest parameter must be last formal parameter")
			}
			break
		}
		list = append(list, p.assignment(true, true))
		if !p.at(lexer.Comma) {
			break
		}
		p.next()
		if p.at(lexer.RParen) {
			onlyArrow = *p.t
		}
	}
	if len(list) == 0 {
		onlyArrow = *p.t
	}
	innerEnd := p.lex.PrevEnd
	p.expect(lexer.RParen)
	if p.at(lexer.Arrow) && mayBeArrow && !p.t.Newline {
		p.pending = outer
		p.arrowIn = in
		return p.arrowFromCover(start, list, head, false)
	}
	if p.err == nil {
		if p.pending.message != "" {
			p.failRange(p.pending.message, p.pending.start, p.pending.end)
		}
		if onlyArrow.Kind != 0 {
			if onlyArrow.Kind == lexer.RParen && p.at(lexer.Arrow) {
				onlyArrow = *p.t
			}
			p.failRange("Unexpected token '"+p.source.Substring(int(onlyArrow.Start), int(onlyArrow.End)).String()+"'", onlyArrow.Start, onlyArrow.End)
		}
	}
	p.pending = outer
	p.endCover(head)
	if len(list) == 0 {
		return p.bad
	}
	e := list[0]
	if len(list) > 1 {
		e = &ast.SequenceExpression{Span: ast.Span{Start: innerStart, Stop: innerEnd}, Expressions: append([]ast.Expr(nil), list...)}
	}
	return &ast.ParenthesizedExpression{Span: p.span(start), Expression: e}
}

// coverHead is the state at the start of what may be an arrow function's parameters.
type coverHead struct {
	refs, scopes                      int
	uses                              ast.Uses
	yieldPos, awaitPos, awaitIdentPos uint32
}

func (p *Parser) beginCover() coverHead {
	h := coverHead{p.refs.n, len(p.scopes), p.fn.uses, p.yieldPos, p.awaitPos, p.awaitIdentPos}
	p.fn.uses, p.yieldPos, p.awaitPos, p.awaitIdentPos = 0, 0, 0, 0
	return h
}

// endCover merges the state when there was no arrow.
func (p *Parser) endCover(h coverHead) {
	p.fn.uses |= h.uses
	if h.yieldPos != 0 {
		p.yieldPos = h.yieldPos
	}
	if h.awaitPos != 0 {
		p.awaitPos = h.awaitPos
	}
	if h.awaitIdentPos != 0 {
		p.awaitIdentPos = h.awaitIdentPos
	}
}
