package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/lexer"
)

// classState is an open class body, for its private names.
type classState struct {
	outer *classState
	scope *scopeState
	names map[*jstring.String]*ast.PrivateName
	recs  []*lexer.Name
	mark  int32
}

// privateReference is an entry in the log of private names used; see reference.
type privateReference struct {
	ident *ast.PrivateIdentifier
	name  *lexer.Name
	prev  int32
}

// privateIdentifier parses a use of a private name.
func (p *Parser) privateIdentifier() *ast.PrivateIdentifier {
	id := &ast.PrivateIdentifier{Name: p.t.Name.Str}
	id.Start, id.Stop = p.t.Start, p.t.End
	p.privates = append(p.privates, privateReference{id, p.t.Name, p.t.Name.Ref})
	p.t.Name.Ref = int32(len(p.privates))
	if p.class == nil && p.opts.Eval == nil && p.outer == nil {
		p.undeclaredPrivate(id)
	}
	p.next()
	return id
}

func (p *Parser) undeclaredPrivate(id *ast.PrivateIdentifier) {
	p.failAt("Private field '"+id.Name.String()+"' must be declared in an enclosing class", id)
}

// closeClass resolves the uses of the class's private names; those that are
// left when the outermost class ends must come from the context of an eval.
func (p *Parser) closeClass(c *classState) {
	for i, d := range c.scope.PrivateNames {
		rec := c.recs[i]
		at := rec.Ref
		for at > c.mark {
			r := &p.privates[at-1]
			r.ident.Private = d
			r.ident = nil
			at = r.prev
		}
		rec.Ref = at
	}
	p.class = c.outer
	if c.outer == nil {
		p.checkPrivates()
	}
}

func (p *Parser) checkPrivates() {
next:
	for _, r := range p.privates {
		if r.ident == nil {
			continue
		}
		if d := p.outerPrivate(r.ident.Name); d != nil {
			r.ident.Private = d
			r.name.Ref = 0
			continue
		}
		if p.opts.Eval != nil {
			for _, n := range p.opts.Eval.PrivateNames {
				if jstring.Equal(n, r.ident.Name) {
					r.name.Ref = 0
					continue next
				}
			}
		}
		p.undeclaredPrivate(r.ident)
		return
	}
	p.privates = p.privates[:0]
}

// declarePrivate declares the private name of an element (15.7.1: no duplicates
// but a getter and a setter that are both static or both not).
func (p *Parser) declarePrivate(c *classState, rec *lexer.Name, kind ast.PrivateKind, static bool, id *ast.PrivateIdentifier) {
	if id.Name.EqualGo("#constructor") {
		p.failAt("Classes may not have a field named 'constructor'", id)
		return
	}
	if d := c.names[id.Name]; d != nil {
		pair := d.Kind == ast.PrivateGetter && kind == ast.PrivateSetter || d.Kind == ast.PrivateSetter && kind == ast.PrivateGetter
		if !pair || d.Static != static {
			p.redeclared(rec, id.Start, id.Stop)
			return
		}
		d.Kind = ast.PrivateAccessor
		id.Private = d
		return
	}
	d := &ast.PrivateName{Name: id.Name, Kind: kind, Static: static, Scope: c.scope.Scope, Index: len(c.scope.PrivateNames), Captured: true}
	if c.names == nil {
		c.names = map[*jstring.String]*ast.PrivateName{}
	}
	c.names[id.Name] = d
	c.recs = append(c.recs, rec)
	c.scope.PrivateNames = append(c.scope.PrivateNames, d)
	id.Private = d
}

func (p *Parser) classExpression() ast.Expr {
	n, _ := p.classNode(false)
	return n
}

// classNode parses a class (15.7) and returns it with the record of its name.
func (p *Parser) classNode(nameRequired bool) (*ast.ClassNode, *lexer.Name) {
	n := &ast.ClassNode{Span: ast.Span{Start: p.t.Start}}
	if !p.enter() {
		p.leave()
		return n, nil
	}
	outerStrict := p.strict
	p.strict = true
	p.next()
	s := p.openScope(ast.ScopeClass, n.Start)
	n.Scope = s.Scope
	var name *lexer.Name
	if p.t.Kind.IsContextual() {
		var id *ast.Identifier
		id, name = p.bindingIdentifier()
		n.Name = id
		id.Binding = s.add(name, ast.BindingClassName, id.Start)
	} else if nameRequired {
		p.unexpected()
	}
	if p.eat(lexer.Extends) {
		n.SuperClass = p.leftHandSide()
		if p.pending.message != "" {
			p.failRange(p.pending.message, p.pending.start, p.pending.end)
		}
	}
	c := &classState{outer: p.class, scope: s, mark: int32(len(p.privates))}
	p.class = c
	p.classBody(n, c)
	p.closeClass(c)
	for _, b := range s.Bindings {
		b.InitPos = p.lex.PrevEnd
	}
	p.closeScope()
	n.Stop = p.lex.PrevEnd
	p.strict = outerStrict
	p.leave()
	return n, name
}

func (p *Parser) classBody(n *ast.ClassNode, c *classState) {
	n.BodySpan.Start = p.t.Start
	p.expect(lexer.LBrace)
	for !p.at(lexer.RBrace) && p.err == nil {
		if p.eat(lexer.Semicolon) {
			continue
		}
		p.classElement(n, c)
	}
	if p.err != nil {
		return
	}
	n.BodySpan.Stop = p.t.End
	p.next()
}

// modifiers are the words before the key of a class element.
type modifiers struct {
	static, async, generator bool
	kind                     ast.ElementKind
}

// endsElementName reports whether the token shows that the word before it was
// the name of an element and no modifier.
func (p *Parser) endsElementName() bool {
	switch p.t.Kind {
	case lexer.LParen, lexer.Assign, lexer.Semicolon, lexer.RBrace, lexer.EOF:
		return true
	}
	return false
}

// classElement parses a ClassElement.
func (p *Parser) classElement(n *ast.ClassNode, c *classState) {
	el := &ast.ClassElement{Span: ast.Span{Start: p.t.Start}}
	var m modifiers
	var key propertyKey
	start := p.t.Start // of the method, after static
	haveKey := false
	if p.at(lexer.Static) {
		key = p.key()
		if p.at(lexer.LBrace) {
			p.staticBlock(n, el)
			return
		}
		if p.endsElementName() {
			haveKey = true
		} else {
			m.static = true
			start = p.t.Start
		}
	}
	if k := p.t.Kind; !haveKey && (k == lexer.Async || k == lexer.Get || k == lexer.Set) {
		key = p.key()
		switch {
		case p.endsElementName():
			haveKey = true
		case k == lexer.Async:
			if p.t.Newline {
				haveKey = true
				break
			}
			m.async = true
		case p.at(lexer.Mul): // a field named get or set, then a generator
			haveKey = true
		case k == lexer.Get:
			m.kind = ast.ElementGetter
		default:
			m.kind = ast.ElementSetter
		}
	}
	if !haveKey {
		m.generator = p.eat(lexer.Mul)
		key = p.elementKey()
	}
	if p.err != nil {
		return
	}
	el.Key, el.Computed, el.Static = key.node, key.computed, m.static
	if m.kind == ast.ElementMethod && !m.async && !m.generator && !p.at(lexer.LParen) {
		p.field(n, c, el, &key)
		return
	}
	el.Kind = m.kind
	p.classMethod(n, c, el, &key, m, start)
}

func (p *Parser) elementKey() propertyKey {
	if p.at(lexer.PrivateName) {
		id := &ast.PrivateIdentifier{Span: ast.Span{Start: p.t.Start, Stop: p.t.End}, Name: p.t.Name.Str}
		k := propertyKey{node: id, word: *p.t}
		p.next()
		return k
	}
	return p.key()
}

// staticBlock parses a ClassStaticBlock after the word static.
func (p *Parser) staticBlock(n *ast.ClassNode, el *ast.ClassElement) {
	el.Kind, el.Static = ast.ElementStaticBlock, true
	f := &ast.FunctionNode{Span: ast.Span{Start: el.Start}, Kind: ast.StaticBlock, IsStatic: true, HasSimpleParams: true}
	el.Function = f
	if !p.enter() {
		p.leave()
		return
	}
	s := p.beginFunction(f)
	f.Scope = p.openScope(ast.ScopeFunction, p.t.Start).Scope
	f.BodySpan.Start = p.t.Start
	p.next()
	f.Body = p.statementList(nil, lexer.RBrace)
	f.BodySpan.Stop = p.t.End
	p.expect(lexer.RBrace)
	p.endFunction(f, s)
	p.leave()
	el.Stop = p.lex.PrevEnd
	n.Elements = append(n.Elements, el)
}

// field parses the rest of a FieldDefinition.
func (p *Parser) field(n *ast.ClassNode, c *classState, el *ast.ClassElement, key *propertyKey) {
	el.Kind = ast.ElementField
	if key.is("constructor") {
		p.failAt("Classes may not have a field named 'constructor'", el.Key)
	}
	if key.is("prototype") && el.Static {
		p.failAt("Classes may not have a static property named 'prototype'", el.Key)
	}
	if id, ok := el.Key.(*ast.PrivateIdentifier); ok && !key.computed {
		p.declarePrivate(c, key.word.Name, ast.PrivateField, el.Static, id)
	}
	if !el.Static {
		n.HasInstanceFields = true
	}
	if p.at(lexer.Assign) {
		p.next()
		f := &ast.FunctionNode{Span: ast.Span{Start: p.t.Start}, Kind: ast.FieldInitializer, IsStatic: el.Static, HasSimpleParams: true}
		el.Function = f
		s := p.beginFunction(f)
		f.Scope = p.openScope(ast.ScopeFunction, p.t.Start).Scope
		f.Expression = p.assignment(true, false)
		f.BodySpan = p.span(f.Start)
		p.endFunction(f, s)
	}
	p.semicolon()
	el.Stop = p.lex.PrevEnd
	n.Elements = append(n.Elements, el)
}

// classMethod parses the rest of a method, accessor or constructor.
func (p *Parser) classMethod(n *ast.ClassNode, c *classState, el *ast.ClassElement, key *propertyKey, m modifiers, start uint32) {
	kind := ast.Method
	switch m.kind {
	case ast.ElementGetter:
		kind = ast.Getter
	case ast.ElementSetter:
		kind = ast.Setter
	}
	constructor := key.is("constructor") && !m.static
	if constructor {
		switch {
		case m.kind != ast.ElementMethod:
			p.failAt("Class constructor may not be an accessor", el.Key)
		case m.generator && m.async:
			p.failAt("Class constructor may not be an async method", el.Key)
		case m.generator:
			p.failAt("Class constructor may not be a generator", el.Key)
		case m.async:
			p.failAt("Class constructor may not be an async method", el.Key)
		case n.Constructor != nil:
			p.failAt("A class may only have one constructor", el.Key)
		}
		kind = ast.BaseConstructor
		if n.SuperClass != nil {
			kind = ast.DerivedConstructor
		}
	}
	if key.is("prototype") && m.static {
		p.failAt("Classes may not have a static property named 'prototype'", el.Key)
	}
	if id, ok := el.Key.(*ast.PrivateIdentifier); ok && !key.computed {
		private := [...]ast.PrivateKind{ast.PrivateMethod, ast.PrivateGetter, ast.PrivateSetter}[m.kind]
		p.declarePrivate(c, key.word.Name, private, m.static, id)
		if !m.static {
			n.HasInstanceFields = true
		}
	}
	f := p.method(kind, start, m.async, m.generator, m.static)
	if constructor {
		n.Constructor = f
		return
	}
	el.Function = f
	el.Stop = p.lex.PrevEnd
	n.Elements = append(n.Elements, el)
}
