package parser

import (
	"slices"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/lexer"
)

// InnerFunction is what must be kept of a function to parse it again, or for
// the first time, without the tree around it.
type InnerFunction struct {
	Kind                           ast.FunctionKind
	IsAsync, IsGenerator, IsStatic bool
	// Name is the name of a function expression or declaration, or nil.
	Name     *jstring.String
	NameSpan ast.Span
	// Span, ParamsSpan and BodySpan are those of the FunctionNode.
	ast.Span
	ParamsSpan, BodySpan ast.Span
	// Outer is the scope around the function (around its NameScope, if it has one).
	Outer *ast.Scope
}

// Inner returns the description of f.
func Inner(f *ast.FunctionNode) InnerFunction {
	i := InnerFunction{Kind: f.Kind, IsAsync: f.IsAsync, IsGenerator: f.IsGenerator, IsStatic: f.IsStatic,
		Span: f.Span, ParamsSpan: f.ParamsSpan, BodySpan: f.BodySpan, Outer: f.Scope.Parent}
	if f.Name != nil {
		i.Name, i.NameSpan = f.Name.Name, f.Name.Span
	}
	if f.NameScope != nil {
		i.Outer = f.NameScope.Parent
	}
	return i
}

// Text is source text as the parser reads it.
type Text = lexer.Text

// NewText returns the Text of source.
func NewText(source *jstring.String) *Text { return lexer.NewText(source) }

// ParseInnerFunction parses one function of a program that was parsed before,
// given the scopes around it, which it does not change. References to outer
// bindings are resolved as in the first parse. It costs time in proportion to the
// function and to the number of bindings in the scopes around.
func ParseInnerFunction(text *Text, inner InnerFunction, opts Options) (*ast.FunctionNode, error) {
	p := newParser(text, opts)
	start := inner.ParamsSpan.Start
	switch inner.Kind {
	case ast.Arrow, ast.FieldInitializer:
		start = inner.Start
	case ast.StaticBlock:
		start = inner.BodySpan.Start
	}
	p.lex = lexer.NewLexer(text, int(start), int(inner.Stop), &lexer.Names{})
	p.t = &p.lex.Tok
	p.enterOuter(inner.Outer)
	p.next()
	f := p.innerFunction(inner)
	if p.err != nil {
		return nil, p.err
	}
	p.resolveOuter(f)
	p.checkPrivates()
	return f, p.result()
}

// enterOuter sets the parser's state to that inside the scope outer.
func (p *Parser) enterOuter(outer *ast.Scope) {
	p.outer, p.hasDynamic, p.strict = outer, true, outer.Strict
	top := outer
	for s := outer; s != nil; s = s.Parent {
		top = s
		for _, b := range s.Bindings {
			p.lex.Names.Adopt(b.Name)
		}
	}
	if top.Kind == ast.ScopeModule {
		p.module, p.lex.Module = &ast.Module{}, true
	}
	fn := &functionState{node: outer.Function}
	if e := p.opts.Eval; e != nil {
		fn.newTarget, fn.superProperty, fn.superCall = e.InFunction, e.InMethod, e.InDerivedConstructor
		fn.argumentsForbidden = e.InClassFieldInit
	}
	if f := outer.Function; f != nil {
		fn.async, fn.generator, fn.staticBlock = f.IsAsync, f.IsGenerator, f.Kind == ast.StaticBlock
		for f != nil && f.IsArrow {
			f = f.Outer
		}
		if f != nil {
			fn.allow(f.Kind)
		}
	}
	p.fn = fn
	p.scope = &scopeState{Scope: outer}
}

// innerFunction parses the function at the current token.
func (p *Parser) innerFunction(inner InnerFunction) *ast.FunctionNode {
	if inner.Kind == ast.Arrow {
		f, _ := p.assignment(true, false).(*ast.FunctionNode)
		return f
	}
	f := &ast.FunctionNode{Span: inner.Span, Kind: inner.Kind, IsAsync: inner.IsAsync, IsGenerator: inner.IsGenerator, IsStatic: inner.IsStatic}
	s := p.beginFunction(f)
	if inner.Name != nil {
		name := p.lex.Names.Adopt(inner.Name)
		f.Name = &ast.Identifier{Span: inner.NameSpan, Name: name.Str, Declares: true}
		if inner.Kind == ast.FunctionExpr {
			f.NameScope = p.openScope(ast.ScopeFunctionName, f.Start).Scope
			f.Name.Binding = p.scope.add(name, ast.BindingFunctionName, f.Name.Start)
		}
	}
	f.Scope = p.openScope(ast.ScopeFunction, p.t.Start).Scope
	switch inner.Kind {
	case ast.FieldInitializer:
		f.HasSimpleParams = true
		f.Expression = p.assignment(true, false)
		f.BodySpan = p.span(f.Start)
	case ast.StaticBlock:
		f.HasSimpleParams = true
		f.BodySpan = inner.BodySpan
		p.next()
		f.Body = p.statementList(nil, lexer.RBrace)
		p.expect(lexer.RBrace)
	default:
		p.formalParameters(f, lexer.RParen)
		p.next()
		p.functionBody(f)
	}
	p.endFunction(f, s)
	return f
}

// resolveOuter resolves what is left to the bindings of the scopes around.
func (p *Parser) resolveOuter(root *ast.FunctionNode) {
	for i := range p.refs.n {
		r := p.refs.at(i)
		if r.ident == nil {
			continue
		}
		for s := p.outer; s != nil; s = s.Parent {
			if b := s.Lookup(r.ident.Name); b != nil {
				p.resolveOuterReference(root, r, b)
				break
			}
		}
	}
}

func (p *Parser) resolveOuterReference(root *ast.FunctionNode, r *reference, b *ast.Binding) {
	if r.scope.Function != b.Scope.Function && b.Scope.Kind != ast.ScopeGlobal {
		for f := r.scope.Function; f != root.Outer && f != b.Scope.Function; f = f.Outer {
			if slices.Contains(f.Captures, b) {
				break
			}
			f.Captures = append(f.Captures, b)
		}
	}
	if !isDynamic(r.scope, b) {
		bindReference(r, b)
	}
}

// outerPrivate returns the declaration of a private name in the classes around.
func (p *Parser) outerPrivate(name *jstring.String) *ast.PrivateName {
	for s := p.outer; s != nil; s = s.Parent {
		for _, d := range s.PrivateNames {
			if jstring.Equal(d.Name, name) {
				return d
			}
		}
	}
	return nil
}
