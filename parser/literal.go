package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/lexer"
)

// arrayLiteral parses an ArrayLiteral (13.2.4).
func (p *Parser) arrayLiteral() ast.Expr {
	n := &ast.ArrayLiteral{Span: ast.Span{Start: p.t.Start}}
	all := &p.slabs.expressions
	first := len(all.open)
	p.next()
	for !p.at(lexer.RBracket) {
		switch p.t.Kind {
		case lexer.Comma:
			p.next()
			all.push(nil)
			continue
		case lexer.Ellipsis:
			start := p.t.Start
			p.next()
			e := p.assignment(true, true)
			all.push(&ast.SpreadElement{Span: p.span(start), Argument: e})
		default:
			all.push(p.assignment(true, true))
		}
		if p.at(lexer.RBracket) {
			break
		}
		if !p.eat(lexer.Comma) {
			p.unexpected()
			break
		}
		n.TrailingComma = p.at(lexer.RBracket)
	}
	n.Elements = all.since(first)
	p.next()
	n.Stop = p.lex.PrevEnd
	return n
}

// propertyKey is a PropertyName or a class element's name.
type propertyKey struct {
	node     ast.Node
	computed bool
	// word is the token of an IdentifierName.
	word lexer.Token
	// text is the property's name if it is an IdentifierName or string.
	text *jstring.String
}

func (k *propertyKey) is(s string) bool { return k.text != nil && k.text.EqualGo(s) }

// key parses a PropertyName (13.2.5).
func (p *Parser) key() propertyKey {
	switch k := p.t.Kind; {
	case k.IsWord():
		t := *p.t
		return propertyKey{node: p.identifierName(), word: t, text: t.Name.Str}
	case k == lexer.String:
		s := p.stringLiteral()
		return propertyKey{node: s, text: s.Value}
	case k == lexer.Number:
		return propertyKey{node: p.number()}
	case k == lexer.BigInt:
		return propertyKey{node: p.bigInt()}
	case k == lexer.LBracket:
		p.next()
		e := p.assignment(true, false)
		p.expect(lexer.RBracket)
		return propertyKey{node: e, computed: true}
	}
	p.unexpected()
	return propertyKey{node: p.bad, computed: true}
}

// objectLiteral parses an ObjectLiteral (13.2.5).
func (p *Parser) objectLiteral() ast.Expr {
	n := &ast.ObjectLiteral{Span: ast.Span{Start: p.t.Start}}
	all := &p.slabs.propertyLists
	first := len(all.open)
	p.next()
	proto := false
	for !p.at(lexer.RBrace) {
		prop := p.property()
		if prop.Kind == ast.PropertyProto {
			if proto && p.pending.message == "" {
				p.pending = pending{"Duplicate __proto__ fields are not allowed in object literals", prop.Start, prop.Stop}
			}
			proto = true
		}
		all.push(prop)
		if p.at(lexer.RBrace) {
			break
		}
		if !p.eat(lexer.Comma) {
			p.unexpected()
			break
		}
		n.TrailingComma = p.at(lexer.RBrace)
	}
	n.Properties = all.since(first)
	p.next()
	n.Stop = p.lex.PrevEnd
	return n
}

// endsKey reports whether the token after get, set or async shows that the word
// was the property's name.
func (p *Parser) endsKey() bool {
	switch p.t.Kind {
	case lexer.LParen, lexer.Comma, lexer.Colon, lexer.RBrace, lexer.Assign, lexer.Semicolon, lexer.EOF:
		return true
	}
	return false
}

// property parses a PropertyDefinition.
func (p *Parser) property() *ast.Property {
	prop := take(&p.slabs.properties, &p.slabs.size)
	start := p.t.Start
	prop.Start = start
	if p.eat(lexer.Ellipsis) {
		prop.Kind = ast.PropertySpread
		prop.Value = p.assignment(true, true)
		prop.Stop = p.lex.PrevEnd
		return prop
	}
	kind, async, generator := ast.Method, false, false
	var key propertyKey
	word := p.t.Kind
	switch word {
	case lexer.Get, lexer.Set, lexer.Async:
		key = p.key()
		if p.endsKey() || word == lexer.Async && p.t.Newline {
			break
		}
		switch word {
		case lexer.Get:
			kind, prop.Kind = ast.Getter, ast.PropertyGetter
		case lexer.Set:
			kind, prop.Kind = ast.Setter, ast.PropertySetter
		default:
			async, prop.Kind = true, ast.PropertyMethod
			generator = p.eat(lexer.Mul)
		}
		key = p.key()
	case lexer.Mul:
		p.next()
		generator, prop.Kind = true, ast.PropertyMethod
		key = p.key()
	default:
		key = p.key()
	}
	prop.Key, prop.Computed = key.node, key.computed
	switch {
	case prop.Kind != ast.PropertyInit || p.at(lexer.LParen):
		if prop.Kind == ast.PropertyInit {
			prop.Kind = ast.PropertyMethod
		}
		prop.Value = p.method(kind, start, async, generator, false)
	case p.eat(lexer.Colon):
		if key.is("__proto__") && !key.computed {
			prop.Kind = ast.PropertyProto
		}
		prop.Value = p.assignment(true, true)
	case key.word.Kind != 0:
		prop.Kind = ast.PropertyShorthand
		prop.Value = p.shorthand(key.word)
	default:
		p.unexpected()
		prop.Value = p.bad
	}
	prop.Stop = p.lex.PrevEnd
	return prop
}

// shorthand makes the value of `{name}` and of the cover form `{name = value}`.
func (p *Parser) shorthand(word lexer.Token) ast.Expr {
	if !word.Kind.IsContextual() {
		if word.Kind == lexer.EscapedKeyword {
			p.failRange("Keyword must not contain escaped characters", word.Start, word.End)
		}
		p.unexpected()
		return p.bad
	}
	// The word is checked as if it were the current token.
	saved := *p.t
	*p.t = word
	p.checkArguments()
	ok := p.err == nil && p.checkIdentifier()
	id := p.newIdentifier()
	if !ok {
		return p.bad
	}
	*p.t = saved
	p.reference(id, word.Name)
	if !p.at(lexer.Assign) {
		return id
	}
	if p.pending.message == "" {
		p.pending = pending{"Invalid shorthand property initializer", p.t.Start, p.t.End}
	}
	p.next()
	a := &ast.AssignmentExpression{Op: ast.AssignPlain, Target: id}
	// The pending error must survive the value.
	a.Value = p.assignment(true, false)
	a.Span = p.span(word.Start)
	return a
}
