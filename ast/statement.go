package ast

import "github.com/burrowjs/burrow/internal/jstring"

// BlockStatement is a block.
type BlockStatement struct {
	Span
	Body  []Stmt
	Scope *Scope // nil if the block is empty
}

// EmptyStatement is `;`.
type EmptyStatement struct{ Span }

// ExpressionStatement is an expression statement. Directive is set in a
// directive prologue.
type ExpressionStatement struct {
	Span
	Expression Expr
	Directive  bool
}

// IfStatement is if; Alternate may be nil. A function declaration that is a branch (Annex
// B.3.3) is wrapped in a BlockStatement of the same range.
type IfStatement struct {
	Span
	Test                  Expr
	Consequent, Alternate Stmt
}

// DoWhileStatement is do … while.
type DoWhileStatement struct {
	Span
	Body Stmt
	Test Expr
}

// WhileStatement is while.
type WhileStatement struct {
	Span
	Test Expr
	Body Stmt
}

// ForStatement is the for with three parts, all of which may be nil. Init is an
// Expr or a *VariableDeclaration. Scope holds the bindings of let, const or
// using in Init; otherwise it is nil.
type ForStatement struct {
	Span
	Init         Node
	Test, Update Expr
	Body         Stmt
	Scope        *Scope
}

// ForInStatement is for-in. Left is a Pattern or a *VariableDeclaration with one
// declarator (whose Init may be set if it is a sloppy var, Annex B.3.5).
// Scope is set for let and const: it holds the names during the evaluation of
// Right (where they are uninitialised) and in each iteration.
type ForInStatement struct {
	Span
	Left  Node
	Right Expr
	Body  Stmt
	Scope *Scope
}

// ForOfStatement is for-of or for-await-of; see ForInStatement.
type ForOfStatement struct {
	Span
	Await bool
	Left  Node
	Right Expr
	Body  Stmt
	Scope *Scope
}

// ContinueStatement is continue; Label may be nil.
type ContinueStatement struct {
	Span
	Label *IdentifierName
}

// BreakStatement is break; Label may be nil.
type BreakStatement struct {
	Span
	Label *IdentifierName
}

// ReturnStatement is return; Argument may be nil.
type ReturnStatement struct {
	Span
	Argument Expr
}

// WithStatement is with. Scope (Kind ScopeWith) has no bindings.
type WithStatement struct {
	Span
	Object Expr
	Body   Stmt
	Scope  *Scope
}

// SwitchStatement is switch. Scope holds the declarations of all cases.
type SwitchStatement struct {
	Span
	Discriminant Expr
	Cases        []*SwitchCase
	Scope        *Scope
}

// SwitchCase is a case clause, or the default clause if Test is nil.
type SwitchCase struct {
	Span
	Test Expr
	Body []Stmt
}

// LabelledStatement is a statement with all the labels directly before it.
type LabelledStatement struct {
	Span
	Labels []*IdentifierName
	Body   Stmt
}

// ThrowStatement is throw.
type ThrowStatement struct {
	Span
	Argument Expr
}

// TryStatement is try; Handler or Finalizer may be nil.
type TryStatement struct {
	Span
	Block     *BlockStatement
	Handler   *CatchClause
	Finalizer *BlockStatement
}

// CatchClause is catch. Param and Scope are nil without a parameter; the
// body's own scope is inside Scope.
type CatchClause struct {
	Span
	Param Pattern
	Body  *BlockStatement
	Scope *Scope
}

// DebuggerStatement is debugger.
type DebuggerStatement struct{ Span }

// VariableKind is the keyword of a variable declaration.
type VariableKind uint8

// The kinds of variable declarations.
const (
	VarDeclaration VariableKind = iota
	LetDeclaration
	ConstDeclaration
	UsingDeclaration
	AwaitUsingDeclaration
)

// VariableDeclaration is a var statement or a let, const, using or await using
// declaration.
type VariableDeclaration struct {
	Span
	Kind         VariableKind
	Declarations []*VariableDeclarator
}

// VariableDeclarator is one binding of a declaration; Init may be nil.
type VariableDeclarator struct {
	Span
	Target Pattern
	Init   Expr
}

// FunctionDeclaration is a function declaration of any kind. It is initialised
// on entry to its scope, which lists it in Functions.
type FunctionDeclaration struct {
	Span
	Function *FunctionNode
	// Binding is what the function is bound to on entry to its scope.
	Binding *Binding
	// AnnexBVar is set if, by Annex B.3.2, evaluating this declaration in a block
	// copies the function to the var binding of its name: VarBinding in
	// functions; at the top of scripts and evals the run time's checks decide.
	AnnexBVar  bool
	VarBinding *Binding
}

// ClassDeclaration is a class declaration. Its outer binding is
// Class.Name.Binding (nil Name only in export default).
type ClassDeclaration struct {
	Span
	Class *ClassNode
	// Binding is the binding outside the class.
	Binding *Binding
}

// ImportDeclaration is an import declaration; what it means for the module is
// in Module.Imports and Module.Requests.
type ImportDeclaration struct {
	Span
	Phase      Phase
	Default    *Identifier        // or nil
	Namespace  *Identifier        // or nil
	StarPos    uint32             // of the * before Namespace
	Specifiers []*ImportSpecifier // nil without braces
	Source     *StringLiteral
	Attributes []ImportAttribute
}

// ImportSpecifier is `name as local`.
type ImportSpecifier struct {
	Span
	Imported *jstring.String
	Local    *Identifier
}

// ExportNamedDeclaration is `export { … }`, `export { … } from`, or an export of
// a declaration.
type ExportNamedDeclaration struct {
	Span
	Declaration Stmt // or nil
	Specifiers  []*ExportSpecifier
	Source      *StringLiteral // or nil
	Attributes  []ImportAttribute
}

// ExportSpecifier is `local as exported`. Local is what is exported: *Identifier,
// or *IdentifierName or *StringLiteral if there is a source.
type ExportSpecifier struct {
	Span
	Local       Node
	Exported    *jstring.String
	ExportedPos uint32
}

// ExportDefaultDeclaration is export default. Declaration is a
// *FunctionDeclaration, a *ClassDeclaration or an Expr. Binding is the local
// binding that holds the value, named *default* unless the declaration has a name.
type ExportDefaultDeclaration struct {
	Span
	Declaration Node
	Binding     *Binding
}

// ExportAllDeclaration is `export * from` and `export * as name from`.
type ExportAllDeclaration struct {
	Span
	Exported    *jstring.String // or nil
	ExportedPos uint32
	Source      *StringLiteral
	Attributes  []ImportAttribute
}

func (*BlockStatement) stmtNode()           {}
func (*EmptyStatement) stmtNode()           {}
func (*ExpressionStatement) stmtNode()      {}
func (*IfStatement) stmtNode()              {}
func (*DoWhileStatement) stmtNode()         {}
func (*WhileStatement) stmtNode()           {}
func (*ForStatement) stmtNode()             {}
func (*ForInStatement) stmtNode()           {}
func (*ForOfStatement) stmtNode()           {}
func (*ContinueStatement) stmtNode()        {}
func (*BreakStatement) stmtNode()           {}
func (*ReturnStatement) stmtNode()          {}
func (*WithStatement) stmtNode()            {}
func (*SwitchStatement) stmtNode()          {}
func (*LabelledStatement) stmtNode()        {}
func (*ThrowStatement) stmtNode()           {}
func (*TryStatement) stmtNode()             {}
func (*DebuggerStatement) stmtNode()        {}
func (*VariableDeclaration) stmtNode()      {}
func (*FunctionDeclaration) stmtNode()      {}
func (*ClassDeclaration) stmtNode()         {}
func (*ImportDeclaration) stmtNode()        {}
func (*ExportNamedDeclaration) stmtNode()   {}
func (*ExportDefaultDeclaration) stmtNode() {}
func (*ExportAllDeclaration) stmtNode()     {}
