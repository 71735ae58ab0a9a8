// Package ast holds the syntax tree and the scope tree of ECMAScript programs.
//
// Node types are named after the productions of the grammar (ECMA-262, clauses
// 12 to 16 and annex B) and every node knows the half-open range of UTF-16
// code units it was read from. A tree is what the parser is sure about: cover
// grammars are resolved, so that an assignment's target is a Pattern and never
// an array literal, and the scopes of a program are laid out beside it (see
// Scope) with every identifier resolved that can be resolved statically.
//
// Trees may be a million nodes deep to the left (a+a+a…, a.b.c…, a()()()…) and,
// in chains of `else if` and `? :`, a hundred thousand to the right. Consumers
// walk those spines with loops: a left spine by descending through Left, Object
// or Callee and unwinding a slice, a right spine by `for` over Alternate. All
// other nesting is bounded by the parser's limit. Walk does all this already.
package ast

import "github.com/burrowjs/burrow/internal/jstring"

// Node is any node of the tree.
type Node interface {
	// Pos is the offset of the node's first code unit.
	Pos() uint32
	// End is the offset after the node's last code unit.
	End() uint32
}

// Expr is an expression. Spread elements of calls and array literals are
// expressions too, found nowhere else.
type Expr interface {
	Node
	exprNode()
}

// Stmt is a statement, a declaration or a module item.
type Stmt interface {
	Node
	stmtNode()
}

// Pattern is what can be bound or assigned to: *Identifier, *ArrayPattern and
// *ObjectPattern; in assignments also *MemberExpression, *IndexExpression,
// *PrivateMemberExpression, *SuperProperty, a *ParenthesizedExpression around
// one of these or an identifier (which only suppresses function names), and in
// sloppy code, for web compatibility, *CallExpression, whose evaluation throws
// a ReferenceError after the call.
type Pattern interface {
	Node
	patternNode()
}

// Span is the source range embedded in every node.
type Span struct{ Start, Stop uint32 }

// Pos returns the offset of the first code unit.
func (s *Span) Pos() uint32 { return s.Start }

// End returns the offset after the last code unit.
func (s *Span) End() uint32 { return s.Stop }

// Text returns the part of source that n was read from.
func Text(source *jstring.String, n Node) *jstring.String {
	return source.Substring(int(n.Pos()), int(n.End()))
}

// Unparen returns e without the parentheses around it.
func Unparen(e Expr) Expr {
	for {
		p, ok := e.(*ParenthesizedExpression)
		if !ok {
			return e
		}
		e = p.Expression
	}
}

// UnparenPattern returns the target inside the parentheses around p.
func UnparenPattern(p Pattern) Pattern {
	if q, ok := p.(*ParenthesizedExpression); ok {
		return Unparen(q).(Pattern)
	}
	return p
}

// Script is the goal symbol Script (16.1), or the body of an eval call.
type Script struct {
	Span
	Source *jstring.String
	Body   []Stmt
	Scope  *Scope // Kind ScopeGlobal or ScopeEval
	Strict bool
	Uses   Uses
}

// Module is the goal symbol Module (16.2).
type Module struct {
	Span
	Source *jstring.String
	Body   []Stmt
	Scope  *Scope // Kind ScopeModule
	Uses   Uses
	// HasTopLevelAwait tells whether the body contains await, for await or await using.
	HasTopLevelAwait bool
	// Requests lists the modules asked for, in source order, each different
	// combination of specifier, attributes and phase once.
	Requests []*ModuleRequest
	Imports  []*ImportEntry
	// LocalExports, IndirectExports and StarExports are the export entries
	// of 16.2.1.7.2 ParseModule, already sorted out.
	LocalExports    []*ExportEntry
	IndirectExports []*ExportEntry
	StarExports     []*ExportEntry
}

// Phase is the phase of an import: evaluation, or one of two stage-3 proposals.
type Phase uint8

// The phases of import declarations and import calls.
const (
	PhaseEvaluation Phase = iota
	PhaseSource
	PhaseDefer
)

// ModuleRequest is a ModuleRequest Record.
type ModuleRequest struct {
	Specifier  *jstring.String
	Attributes []ImportAttribute // sorted by key
	Phase      Phase
	Position   uint32 // of the first specifier that asks for it
}

// ImportAttribute is one `key: "value"` of a with clause.
type ImportAttribute struct{ Key, Value *jstring.String }

// ImportEntry is an ImportEntry Record. ImportName is nil for a namespace and for
// what the source phase gives.
type ImportEntry struct {
	Request    int // index in Module.Requests
	ImportName *jstring.String
	LocalName  *jstring.String
	Binding    *Binding
	Position   uint32
}

// ExportEntry is an ExportEntry Record. Request is -1 for local exports.
// ExportName is nil in `export * from`; ImportName is nil when everything is
// meant (`export *`, `export * as ns`), LocalName when there is no local binding.
type ExportEntry struct {
	ExportName *jstring.String
	Request    int
	ImportName *jstring.String
	LocalName  *jstring.String
	Binding    *Binding // the local binding of a local export
	Position   uint32
}
