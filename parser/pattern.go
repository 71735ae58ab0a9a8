package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/lexer"
)

// simpleTarget returns e as a target that is no array or object pattern (13.15.1).
// Calls are targets that throw at run time, in sloppy code, if webCompat is set.
func (p *Parser) simpleTarget(e ast.Expr, message string, webCompat bool) ast.Pattern {
	switch n := ast.Unparen(e).(type) {
	case *ast.Identifier:
		n.Written = true
		if p.strict && (n.Name == p.evalName().Str || n.Name == p.argumentsName().Str) {
			p.failAt("Unexpected eval or arguments in strict mode", n)
		}
		return e.(ast.Pattern)
	case *ast.MemberExpression, *ast.IndexExpression, *ast.PrivateMemberExpression, *ast.SuperProperty:
		return e.(ast.Pattern)
	case *ast.CallExpression:
		if webCompat && !p.strict {
			return e.(ast.Pattern)
		}
	}
	p.failAt(message, e)
	return &ast.Identifier{Name: p.evalName().Str}
}

const invalidDestructuring = "Invalid destructuring assignment target"

// toPattern converts an expression to the pattern it covers: an assignment
// target, or, if binding is set, an arrow function's parameter (13.15.5, 15.3.1).
func (p *Parser) toPattern(e ast.Expr, binding bool) ast.Pattern {
	switch n := e.(type) {
	case *ast.ArrayLiteral:
		return p.arrayToPattern(n, binding)
	case *ast.ObjectLiteral:
		return p.objectToPattern(n, binding)
	case *ast.Identifier:
		if binding {
			return p.identifierToBinding(n)
		}
	}
	if binding {
		p.failAt(invalidDestructuring, e)
		return &ast.Identifier{Name: p.evalName().Str}
	}
	return p.simpleTarget(e, "Invalid left-hand side in assignment", true)
}

// elementTarget converts the target of an element inside a pattern.
func (p *Parser) elementTarget(e ast.Expr, binding bool) ast.Pattern {
	switch e.(type) {
	case *ast.ArrayLiteral, *ast.ObjectLiteral:
		return p.toPattern(e, binding)
	}
	if binding {
		return p.toPattern(e, true)
	}
	return p.simpleTarget(e, invalidDestructuring, false)
}

// toElement converts `target` or `target = init`.
func (p *Parser) toElement(e ast.Expr, binding bool) *ast.AssignmentElement {
	el := &ast.AssignmentElement{Span: ast.Span{Start: e.Pos(), Stop: e.End()}}
	if a, ok := e.(*ast.AssignmentExpression); ok && a.Op == ast.AssignPlain {
		el.Init = a.Value
		if binding {
			p.fn.paramExpressions = true
			el.Target = p.rebind(a.Target)
		} else {
			el.Target = a.Target
			p.checkElement(a.Target)
		}
	} else {
		el.Target = p.elementTarget(e, binding)
	}
	if binding {
		p.initialised(e.End())
	}
	return el
}

// checkElement rejects targets that an assignment allows but a pattern's element does not.
func (p *Parser) checkElement(t ast.Pattern) {
	if id, ok := t.(*ast.Identifier); ok {
		id.Written = true
	}
	if e, ok := t.(ast.Expr); ok {
		if c, ok := ast.Unparen(e).(*ast.CallExpression); ok {
			p.failAt(invalidDestructuring, c)
		}
		if id, ok := ast.Unparen(e).(*ast.Identifier); ok && p.strict && (id.Name == p.evalName().Str || id.Name == p.argumentsName().Str) {
			p.failAt("Unexpected eval or arguments in strict mode", id)
		}
	}
}

// identifierToBinding makes a reference a parameter.
func (p *Parser) identifierToBinding(id *ast.Identifier) ast.Pattern {
	id.Declares, id.Written = true, false
	if p.strict && (id.Name == p.evalName().Str || id.Name == p.argumentsName().Str) {
		p.failAt("Unexpected eval or arguments in strict mode", id)
	}
	p.declareParam(id, p.lex.Names.Intern(id.Name))
	return id
}

// rebind makes the target of an assignment, which is a pattern already, a binding.
func (p *Parser) rebind(t ast.Pattern) ast.Pattern {
	switch n := t.(type) {
	case *ast.Identifier:
		return p.identifierToBinding(n)
	case *ast.ArrayPattern:
		for _, el := range n.Elements {
			if el != nil {
				p.rebindElement(el)
			}
		}
		if n.Rest != nil {
			p.rebind(n.Rest.Target)
		}
	case *ast.ObjectPattern:
		for _, prop := range n.Properties {
			if prop.Computed {
				p.fn.paramExpressions = true
			}
			p.rebindElement(prop.Value)
		}
		if n.Rest != nil {
			if _, ok := n.Rest.Target.(*ast.Identifier); !ok {
				p.failAt("`...` must be followed by an identifier in declaration contexts", n.Rest)
			}
			p.rebind(n.Rest.Target)
		}
	default:
		p.failAt(invalidDestructuring, t)
	}
	return t
}

func (p *Parser) rebindElement(el *ast.AssignmentElement) {
	if el.Init != nil {
		p.fn.paramExpressions = true
	}
	p.rebind(el.Target)
	p.initialised(el.Stop)
}

func (p *Parser) arrayToPattern(n *ast.ArrayLiteral, binding bool) ast.Pattern {
	a := &ast.ArrayPattern{Span: n.Span}
	for i, e := range n.Elements {
		switch e := e.(type) {
		case nil:
			a.Elements = append(a.Elements, nil)
		case *ast.SpreadElement:
			if i != len(n.Elements)-1 || n.TrailingComma {
				p.failAt("Rest element must be last element", e)
				return a
			}
			a.Rest = &ast.RestElement{Span: e.Span}
			a.Rest.Target = p.elementTarget(e.Argument, binding)
		default:
			a.Elements = append(a.Elements, p.toElement(e, binding))
		}
	}
	return a
}

func (p *Parser) objectToPattern(n *ast.ObjectLiteral, binding bool) ast.Pattern {
	o := &ast.ObjectPattern{Span: n.Span}
	for i, prop := range n.Properties {
		switch prop.Kind {
		case ast.PropertySpread:
			if i != len(n.Properties)-1 || n.TrailingComma {
				p.failAt("Rest element must be last element", prop)
				return o
			}
			switch prop.Value.(type) {
			case *ast.ArrayLiteral, *ast.ObjectLiteral:
				p.failAt("`...` must be followed by an assignable reference in assignment contexts", prop.Value)
				return o
			}
			o.Rest = &ast.RestElement{Span: prop.Span}
			o.Rest.Target = p.elementTarget(prop.Value, binding)
		case ast.PropertyInit, ast.PropertyProto, ast.PropertyShorthand:
			if prop.Computed && binding {
				p.fn.paramExpressions = true
			}
			o.Properties = append(o.Properties, &ast.PatternProperty{Span: prop.Span, Key: prop.Key, Computed: prop.Computed,
				Shorthand: prop.Kind == ast.PropertyShorthand, Value: p.toElement(prop.Value, binding)})
		default:
			p.failAt(invalidDestructuring, prop)
			return o
		}
	}
	return o
}

// binder says what the names in a binding pattern become.
type binder struct {
	kind ast.BindingKind
	// written is set for vars with an initialiser, which assign by name.
	written bool
}

// bindingIdentifier parses a BindingIdentifier (13.1), without declaring it.
func (p *Parser) bindingIdentifier() (*ast.Identifier, *lexer.Name) {
	if !p.checkIdentifier() {
		return &ast.Identifier{Name: p.evalName().Str}, p.evalName()
	}
	k := p.t.Name.Kind
	if p.strict && (k == lexer.Eval || k == lexer.Arguments) {
		p.failToken("Unexpected eval or arguments in strict mode")
		return &ast.Identifier{Name: p.evalName().Str}, p.evalName()
	}
	id, name := p.newIdentifier(), p.t.Name
	id.Declares = true
	p.next()
	return id, name
}

// bind declares the name of a binding pattern.
func (p *Parser) bind(id *ast.Identifier, name *lexer.Name, b binder) {
	switch b.kind {
	case ast.BindingVar:
		d := p.declareVar(name, id.Start, id.Stop)
		id.Binding = d
		if b.written {
			id.Binding, id.Declares, id.Written = nil, true, true
			p.reference(id, name)
		}
	case ast.BindingParam:
		p.declareParam(id, name)
	default:
		if name.Kind == lexer.Let && b.kind.IsLexical() {
			p.failAt("let is disallowed as a lexically bound name", id)
		}
		id.Binding = p.declareLexical(name, b.kind, id.Start, id.Stop)
	}
}

// bindingTarget parses a BindingIdentifier or BindingPattern (14.3.3).
func (p *Parser) bindingTarget(b binder) ast.Pattern {
	switch p.t.Kind {
	case lexer.LBracket:
		return p.arrayBinding(b)
	case lexer.LBrace:
		return p.objectBinding(b)
	}
	id, name := p.bindingIdentifier()
	p.bind(id, name, b)
	return id
}

// bindingElement parses a target with an optional initialiser.
func (p *Parser) bindingElement(b binder) *ast.AssignmentElement {
	el := &ast.AssignmentElement{Span: ast.Span{Start: p.t.Start}}
	b.written = true
	el.Target = p.bindingTarget(b)
	p.elementInit(el)
	return el
}

func (p *Parser) elementInit(el *ast.AssignmentElement) {
	if p.eat(lexer.Assign) {
		if p.fn.inParams {
			p.fn.paramExpressions = true
		}
		el.Init = p.assignment(true, false)
	}
	el.Stop = p.lex.PrevEnd
}

func (p *Parser) arrayBinding(b binder) ast.Pattern {
	a := &ast.ArrayPattern{Span: ast.Span{Start: p.t.Start}}
	b.written = true
	if !p.enter() {
		p.leave()
		return a
	}
	p.next()
	for !p.at(lexer.RBracket) {
		switch p.t.Kind {
		case lexer.Comma:
			p.next()
			a.Elements = append(a.Elements, nil)
			continue
		case lexer.Ellipsis:
			start := p.t.Start
			p.next()
			a.Rest = &ast.RestElement{Target: p.bindingTarget(b)}
			a.Rest.Span = p.span(start)
			if !p.at(lexer.RBracket) {
				p.failToken("Rest element must be last element")
			}
		default:
			a.Elements = append(a.Elements, p.bindingElement(b))
		}
		if p.at(lexer.RBracket) {
			break
		}
		if !p.eat(lexer.Comma) {
			p.unexpected()
			break
		}
	}
	p.next()
	a.Stop = p.lex.PrevEnd
	p.leave()
	return a
}

func (p *Parser) objectBinding(b binder) ast.Pattern {
	o := &ast.ObjectPattern{Span: ast.Span{Start: p.t.Start}}
	b.written = true
	if !p.enter() {
		p.leave()
		return o
	}
	p.next()
	for !p.at(lexer.RBrace) {
		start := p.t.Start
		if p.eat(lexer.Ellipsis) {
			id, name := p.bindingIdentifier()
			p.bind(id, name, b)
			o.Rest = &ast.RestElement{Target: id}
			o.Rest.Span = p.span(start)
			if !p.at(lexer.RBrace) {
				p.failToken("Rest element must be last element")
			}
			break
		}
		o.Properties = append(o.Properties, p.bindingProperty(b))
		if p.at(lexer.RBrace) {
			break
		}
		if !p.eat(lexer.Comma) {
			p.unexpected()
			break
		}
	}
	p.next()
	o.Stop = p.lex.PrevEnd
	p.leave()
	return o
}

func (p *Parser) bindingProperty(b binder) *ast.PatternProperty {
	start := p.t.Start
	key := p.key()
	prop := &ast.PatternProperty{Key: key.node, Computed: key.computed}
	if key.computed && p.fn.inParams {
		p.fn.paramExpressions = true
	}
	switch {
	case p.eat(lexer.Colon):
		prop.Value = p.bindingElement(b)
	case key.word.Kind != 0:
		prop.Shorthand = true
		saved := *p.t
		prevEnd := p.lex.PrevEnd
		*p.t = key.word
		el := &ast.AssignmentElement{Span: ast.Span{Start: start}}
		ok := p.checkIdentifier()
		if ok && p.strict && (key.word.Name.Kind == lexer.Eval || key.word.Name.Kind == lexer.Arguments) {
			p.failToken("Unexpected eval or arguments in strict mode")
			ok = false
		}
		id := p.newIdentifier()
		id.Declares = true
		el.Target, prop.Value = id, el
		if !ok {
			return prop
		}
		*p.t = saved
		p.lex.PrevEnd = prevEnd
		p.bind(id, key.word.Name, b)
		p.elementInit(el)
	default:
		p.unexpected()
		prop.Value = &ast.AssignmentElement{Target: &ast.Identifier{Name: p.evalName().Str}}
	}
	prop.Span = p.span(start)
	return prop
}

// initialised sets the InitPos of the bindings declared since the last call in
// the current scope's parameters.
func (p *Parser) initialised(end uint32) {
	s := p.scope
	for i := len(s.Bindings) - 1; i >= 0 && s.Bindings[i].InitPos == s.Bindings[i].DeclPos; i-- {
		s.Bindings[i].InitPos = end
	}
}
