// Package parser turns source text into the syntax tree and scope tree of
// package ast, and finds every early error of ECMA-262 on the way.
//
// It is a recursive descent parser with operator precedence for binary
// operators. It reads every token once, apart from a token or two of lookahead where
// a word may or may not be a keyword. Where the grammar needs a cover grammar
// (is `(a, {b = 1})` an expression or the parameters of an arrow function?) the
// text is parsed as an expression; what would be an error in one reading only
// is remembered (see pending), and a conversion makes the pattern out of the
// expression once the token that decides has come. The references that were
// recorded meanwhile move to the arrow function's scope.
//
// Scopes are resolved in the same pass (see scopeState). Errors are sticky, not
// panics: the first one stops the lexer, all productions see the end of the
// input and return. Nesting is limited, chains are parsed with loops.
package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/lexer"
	"github.com/burrowjs/burrow/regexp/syntax"
)

// Options change what is accepted. The zero value is standard ECMA-262 with Annex B.
type Options struct {
	// LegacyAssert accepts `assert` for `with` in import declarations.
	LegacyAssert bool
	// ImportPhases accepts import source and import defer (stage 3).
	ImportPhases bool
	// Strict makes the code strict from its start, as in an eval called by strict code.
	Strict bool
	// MaxDepth limits the nesting; 0 means DefaultMaxDepth.
	MaxDepth int
	// CheckRegExp checks a regular expression literal; nil means syntax.Check.
	CheckRegExp func(pattern, flags *jstring.String) error
	// AllowReturn accepts return at the top level of a script.
	AllowReturn bool
	// Tick is told of work done, in tokens; its error ends the parse. nil means
	// that nothing ends it.
	Tick func(n int) error
	// Eval is the caller's context if the code is given to a direct eval.
	Eval *EvalContext

	hashbang bool // accept a Hashbang comment at the start of a function body
}

// EvalContext is what a direct eval's code inherits (19.2.1.1 PerformEval).
type EvalContext struct {
	InFunction           bool // new.target is allowed
	InMethod             bool // super.x is allowed
	InDerivedConstructor bool // super() is allowed
	InClassFieldInit     bool // arguments is an error
	PrivateNames         []*jstring.String
}

// DefaultMaxDepth is the default limit of nesting. Each level costs up to 3 KiB of stack.
const DefaultMaxDepth = 6000

// SyntaxError is an early error.
type SyntaxError struct {
	Message string
	// Offset and End are the range of the source that is at fault.
	Offset, End uint32
	// ReferenceError is set for early ReferenceErrors.
	ReferenceError bool
	// RangeError is set if the nesting limit was reached.
	RangeError bool

	cause error // what Options.Tick returned
}

func (e *SyntaxError) Error() string {
	switch {
	case e.RangeError:
		return "RangeError: " + e.Message
	case e.ReferenceError:
		return "ReferenceError: " + e.Message
	}
	return "SyntaxError: " + e.Message
}

// Parser holds the state of one parse.
type Parser struct {
	lex    *lexer.Lexer
	t      *lexer.Token
	opts   Options
	source *jstring.String
	err    *SyntaxError
	depth  int
	tokens uint32
	module *ast.Module // with the goal Module
	strict bool
	fn     *functionState
	scope  *scopeState
	refs   referenceLog
	vars   []varEntry
	// scopes lists the scopes opened so far, for arrow functions' parameters.
	scopes     []*ast.Scope
	outer      *ast.Scope // around a function parsed by itself
	hasDynamic bool
	freeScopes *scopeState
	class      *classState
	privates   []privateReference

	pending pending
	// arrowAt is the offset where an arrow function may start, arrowIn whether its
	// body may contain the operator in.
	arrowAt uint32
	arrowIn bool
	// Offsets plus one of the first yield and await expression and await
	// identifier since the start of the innermost parameters.
	yieldPos, awaitPos, awaitIdentPos uint32

	exports exportState
	bad     ast.Expr
	names   struct{ eval, arguments *lexer.Name }
	slabs   slabs
}

// pending is an error that only stands if the literal parsed is not made a pattern.
type pending struct {
	message    string
	start, end uint32
}

func newParser(text *lexer.Text, opts Options) *Parser {
	p := &Parser{source: text.Source, opts: opts, bad: &ast.NullLiteral{}}
	p.lex = lexer.NewLexer(text, 0, text.Source.Len(), &lexer.Names{})
	p.t = &p.lex.Tok
	p.strict = opts.Strict
	if p.opts.CheckRegExp == nil {
		p.opts.CheckRegExp = syntax.Check
	}
	if p.opts.MaxDepth == 0 {
		p.opts.MaxDepth = DefaultMaxDepth
	}
	return p
}

func (p *Parser) failRange(message string, start, end uint32) {
	if p.err == nil {
		p.err = &SyntaxError{Message: message, Offset: start, End: end}
	}
	p.lex.Stop()
}

func (p *Parser) failAt(message string, n ast.Node) { p.failRange(message, n.Pos(), n.End()) }

func (p *Parser) failToken(message string) { p.failRange(message, p.t.Start, p.t.End) }

// unexpected reports the current token.
func (p *Parser) unexpected() { p.failToken(p.unexpectedMessage()) }

func (p *Parser) unexpectedMessage() string {
	t := p.t
	switch k := t.Kind; {
	case k == lexer.EOF:
		return "Unexpected end of input"
	case k == lexer.Number || k == lexer.BigInt:
		return "Unexpected number"
	case k == lexer.String:
		return "Unexpected string"
	case k == lexer.Template:
		return "Unexpected template string"
	case k == lexer.EscapedKeyword:
		return "Keyword must not contain escaped characters"
	case k == lexer.Enum || k == lexer.Await && p.awaitReserved():
		return "Unexpected reserved word"
	case k.IsStrictReserved() && p.strict:
		return "Unexpected strict mode reserved word"
	case k.IsContextual() || k == lexer.PrivateName:
		return "Unexpected identifier '" + t.Name.Str.String() + "'"
	}
	if p.module != nil && p.t.Kind == lexer.Lt && p.source.Len() >= int(t.Start)+4 && p.source.Substring(int(t.Start), int(t.Start)+4).EqualGo("<!--") {
		return "HTML comments are not allowed in modules"
	}
	return "Unexpected token '" + p.source.Substring(int(t.Start), int(t.End)).String() + "'"
}

// next moves to the next token.
func (p *Parser) next() {
	p.lex.Next()
	if p.tokens++; p.tokens%tickTokens == 0 && p.opts.Tick != nil {
		p.tick()
	}
	if p.t.Kind == lexer.Illegal {
		p.failLexical()
	}
}

// tickTokens is the number of tokens between two calls of Options.Tick.
const tickTokens = 1024

func (p *Parser) tick() {
	if err := p.opts.Tick(tickTokens); err != nil {
		p.err = &SyntaxError{Message: err.Error(), cause: err}
		p.lex.Stop()
	}
}

func (p *Parser) failLexical() {
	if e := p.lex.Err; e != nil {
		p.failRange(e.Message, e.Offset, min(e.Offset+1, uint32(p.source.Len())))
		return
	}
	p.lex.Stop()
}

// peek returns the token after the current one, which is scanned with the goal
// InputElementDiv and may be Illegal.
func (p *Parser) peek() lexer.Token {
	s := p.lex.Save()
	p.lex.Next()
	t := p.lex.Tok
	p.lex.Restore(s)
	return t
}

// at reports whether the current token has kind k.
func (p *Parser) at(k lexer.Kind) bool { return p.t.Kind == k }

// eat skips a token of kind k, if it is there.
func (p *Parser) eat(k lexer.Kind) bool {
	if p.t.Kind == k {
		p.next()
		return true
	}
	return false
}

// expect skips a token of kind k or reports what is there instead.
func (p *Parser) expect(k lexer.Kind) {
	if !p.eat(k) {
		p.unexpected()
	}
}

// semicolon skips a semicolon or applies automatic semicolon insertion (12.10).
func (p *Parser) semicolon() {
	switch {
	case p.t.Kind == lexer.Semicolon:
		p.next()
	case p.t.Kind == lexer.RBrace, p.t.Kind == lexer.EOF, p.t.Newline:
	default:
		p.unexpected()
	}
}

func (p *Parser) atSemicolon() bool {
	return p.t.Kind == lexer.Semicolon || p.t.Kind == lexer.RBrace || p.t.Kind == lexer.EOF || p.t.Newline
}

// span is the range from start to the end of the last token read.
func (p *Parser) span(start uint32) ast.Span { return ast.Span{Start: start, Stop: p.lex.PrevEnd} }

// enter counts a level of nesting; it returns false at the limit.
func (p *Parser) enter() bool {
	p.depth++
	if p.depth > p.opts.MaxDepth {
		if p.err == nil {
			p.failToken("Maximum call stack size exceeded")
			p.err.RangeError = true
		}
		return false
	}
	return true
}

func (p *Parser) leave() { p.depth-- }

func (p *Parser) result() error {
	switch {
	case p.err == nil:
		return nil
	case p.err.cause != nil:
		return p.err.cause
	}
	return p.err
}
