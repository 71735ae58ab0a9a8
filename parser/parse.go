package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/lexer"
)

// ParseScript parses source with the goal Script (16.1.5). With opts.Eval, or for
// ParseEval, it is eval code.
func ParseScript(source *jstring.String, opts Options) (*ast.Script, error) {
	return parseScript(source, opts, ast.ScopeGlobal)
}

// ParseEval parses the code given to eval: opts.Strict if the caller is strict,
// opts.Eval what a direct eval inherits.
func ParseEval(source *jstring.String, opts Options) (*ast.Script, error) {
	return parseScript(source, opts, ast.ScopeEval)
}

func parseScript(source *jstring.String, opts Options, kind ast.ScopeKind) (*ast.Script, error) {
	p := newParser(lexer.NewText(source), opts)
	s := &ast.Script{Source: source}
	s.Stop = uint32(source.Len())
	p.fn = &functionState{returns: opts.AllowReturn}
	if e := opts.Eval; e != nil {
		p.fn.newTarget, p.fn.superProperty, p.fn.superCall = e.InFunction, e.InMethod, e.InDerivedConstructor
		p.fn.argumentsForbidden = e.InClassFieldInit
	}
	s.Scope = p.openScope(kind, 0).Scope
	p.lex.SkipHashbang()
	p.next()
	s.Body = p.directives(func(*ast.ExpressionStatement) { s.Scope.Strict = true })
	s.Body = p.statementList(s.Body, lexer.EOF)
	s.Strict = p.strict
	s.Uses = p.fn.uses
	p.finish()
	return s, p.result()
}

// ParseModule parses source with the goal Module (16.2.1.7.1).
func ParseModule(source *jstring.String, opts Options) (*ast.Module, error) {
	p := newParser(lexer.NewText(source), opts)
	m := &ast.Module{Source: source}
	m.Stop = uint32(source.Len())
	p.module, p.strict, p.lex.Module = m, true, true
	p.fn = &functionState{}
	m.Scope = p.openScope(ast.ScopeModule, 0).Scope
	p.lex.SkipHashbang()
	p.next()
	for !p.at(lexer.EOF) {
		m.Body = append(m.Body, p.moduleItem())
	}
	p.resolveExports()
	m.Uses = p.fn.uses
	p.finish()
	return m, p.result()
}

// finish closes the top-level scope.
func (p *Parser) finish() {
	if p.err != nil {
		return
	}
	p.checkPrivates()
	p.closeScope()
}

// DynamicKind is the kind of function that CreateDynamicFunction makes.
type DynamicKind uint8

// The kinds of dynamic functions.
const (
	DynamicNormal DynamicKind = iota
	DynamicGenerator
	DynamicAsync
	DynamicAsyncGenerator
)

var dynamicPrefix = [...]string{"function", "function*", "async function", "async function*"}

// ParseFunction parses the parameters and body given to a function constructor
// (20.2.1.1.1 CreateDynamicFunction). It returns a script whose only statement is
// the function as an expression in parentheses-free form, and whose Source is
// the text that toString shows.
func ParseFunction(kind DynamicKind, params, body *jstring.String, opts Options) (*ast.Script, *ast.FunctionNode, error) {
	async, generator := kind >= DynamicAsync, kind&1 == 1
	opts.Eval = nil
	var b jstring.Builder
	b.ASCII(dynamicPrefix[kind])
	b.ASCII(" anonymous(")
	b.Str(params)
	b.ASCII("\n) {")
	paramsStop := b.Len() - len(") {")
	bodyStart := b.Len()
	b.ASCII("\n")
	b.Str(body)
	b.ASCII("\n}")
	source := b.String()
	s, f, err := parseDynamic(source, async, opts)
	// OPT: the parts are not parsed alone if the whole is a function whose
	// parameters and body end where they were put: then their tokens are those of
	// the parts, read in the same contexts. TestDynamicFunctionParts compares.
	if err == nil && int(f.ParamsSpan.Stop) == paramsStop && int(f.Stop) == source.Len() {
		return s, f, nil
	}
	if err := parsePart(opts, params, async, generator, true); err != nil {
		return nil, nil, paramsError(err)
	}
	if err := parsePart(opts, source.Substring(bodyStart, source.Len()-1), async, generator, false); err != nil {
		return nil, nil, bodyError(source, opts, err)
	}
	return s, f, err
}

// bodyError is the error for the body of a dynamic function. HOST: V8 parses the
// whole in parentheses, and then says what else it is than one function.
func bodyError(source *jstring.String, opts Options, err error) error {
	e, ok := err.(*SyntaxError)
	if !ok || e.cause != nil {
		return err
	}
	var b jstring.Builder
	b.ASCII("(")
	b.Str(source)
	b.ASCII(")")
	whole := *e
	whole.Message = "Single function literal required"
	if _, err := ParseScript(b.String(), opts); err != nil {
		if whole, ok := err.(*SyntaxError); ok {
			moved := *whole
			moved.Offset, moved.End = moved.Offset-1, moved.End-1
			return &moved
		}
		return err
	}
	return &whole
}

// parseDynamic parses the assembled text of a dynamic function.
func parseDynamic(source *jstring.String, async bool, opts Options) (*ast.Script, *ast.FunctionNode, error) {
	p := newParser(lexer.NewText(source), opts)
	p.fn = &functionState{}
	s := &ast.Script{Source: source}
	s.Stop = uint32(source.Len())
	s.Scope = p.openScope(ast.ScopeGlobal, 0).Scope
	p.next()
	f, _ := p.dynamicFunction(async).(*ast.FunctionNode)
	if !p.at(lexer.EOF) {
		p.unexpected()
	}
	p.finish()
	if p.err != nil {
		return nil, nil, p.err
	}
	s.Body = []ast.Stmt{&ast.ExpressionStatement{Span: f.Span, Expression: f}}
	return s, f, nil
}

// ParseFunctionBody parses body as that of a function with the given parameter
// names, as hosts wrap modules. The Source of the script is what toString
// shows; the body begins after its first line, and lines of errors count so.
func ParseFunctionBody(params []*jstring.String, body *jstring.String, opts Options) (*ast.Script, *ast.FunctionNode, error) {
	opts.Eval = nil
	source, prefix := FunctionSource(params, body)
	s := &ast.Script{Source: source}
	s.Stop = uint32(source.Len())
	opts.hashbang = true
	f, wholeErr := parseWrapped(s, prefix, opts)
	// OPT: the body is not parsed alone if the whole is a function whose parameters
	// and body end where they were put, as in ParseFunction (TestFunctionBodyParts).
	if wholeErr == nil && int(f.ParamsSpan.Stop) == prefix-len(") {\n") && int(f.Stop) == source.Len() {
		return s, f, nil
	}
	if err := parsePart(opts, body, false, false, false); err != nil {
		if e, ok := err.(*SyntaxError); ok {
			moved := *e
			moved.Offset += uint32(prefix)
			moved.End += uint32(prefix)
			err = &moved
		}
		return s, nil, err
	}
	if wholeErr != nil {
		return s, nil, wholeErr
	}
	return s, f, nil
}

// parseWrapped parses the assembled text of ParseFunctionBody as the statement of s.
func parseWrapped(s *ast.Script, prefix int, opts Options) (*ast.FunctionNode, error) {
	p := newParser(lexer.NewText(s.Source), opts)
	p.fn = &functionState{}
	p.lex.AllowHashbang(prefix)
	s.Scope = p.openScope(ast.ScopeGlobal, 0).Scope
	p.next()
	f := &ast.FunctionNode{Kind: ast.FunctionExpr}
	p.next()
	state := p.beginFunction(f)
	p.functionRest(f)
	p.endFunction(f, state)
	if !p.at(lexer.EOF) {
		p.unexpected()
	}
	p.finish()
	if p.err != nil {
		return nil, p.err
	}
	s.Body = []ast.Stmt{&ast.ExpressionStatement{Span: f.Span, Expression: f}}
	return f, nil
}

// FunctionSource returns the text that ParseFunctionBody parses, and where in it
// the body begins.
func FunctionSource(params []*jstring.String, body *jstring.String) (source *jstring.String, prefix int) {
	var b jstring.Builder
	b.ASCII("function (")
	for i, name := range params {
		if i > 0 {
			b.ASCII(", ")
		}
		b.Str(name)
	}
	b.ASCII(") {\n")
	prefix = b.Len()
	b.Str(body)
	b.ASCII("\n}")
	source = b.String()
	source.Flatten()
	return source, prefix
}

// dynamicFunction parses the assembled text. The name anonymous is a property of
// the function, not a binding in it.
func (p *Parser) dynamicFunction(async bool) ast.Expr {
	f := &ast.FunctionNode{Kind: ast.FunctionExpr, IsAsync: async}
	if async {
		p.next()
	}
	p.next()
	f.IsGenerator = p.eat(lexer.Mul)
	f.Name = p.newIdentifier()
	f.Name.Declares = true
	p.next()
	s := p.beginFunction(f)
	p.functionRest(f)
	p.endFunction(f, s)
	return f
}

// paramsError is the error for the parameters of a dynamic function. HOST: V8
// parses the parts together first, so that its messages speak of the text around.
func paramsError(err error) error {
	e, ok := err.(*SyntaxError)
	if !ok {
		return err
	}
	switch e.Message {
	case "missing ) after formal parameters":
		e.Message = "Arg string terminates parameters early"
	case "Invalid or unexpected token":
		e.Message = "Unexpected end of arg string"
	case "Unexpected end of input":
		e.Message = "Unexpected token ')'"
	}
	return e
}

// parsePart checks that text is FormalParameters or a FunctionBody by itself.
func parsePart(opts Options, text *jstring.String, async, generator, params bool) error {
	p := newParser(lexer.NewText(text), opts)
	p.fn = &functionState{}
	p.openScope(ast.ScopeGlobal, 0)
	if opts.hashbang {
		p.lex.SkipHashbang()
	}
	p.next()
	f := &ast.FunctionNode{Kind: ast.FunctionExpr, IsAsync: async, IsGenerator: generator, HasSimpleParams: true}
	s := p.beginFunction(f)
	f.Scope = p.openScope(ast.ScopeFunction, 0).Scope
	if params {
		p.formalParameters(f, lexer.EOF)
	} else {
		p.bodyStatements(f, lexer.EOF)
	}
	p.endFunction(f, s)
	p.finish()
	return p.result()
}
