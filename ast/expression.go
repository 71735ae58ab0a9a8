package ast

import (
	"math/big"

	"github.com/burrowjs/burrow/internal/jstring"
)

// Identifier is an IdentifierReference or a BindingIdentifier. Names are
// canonical within one parse: equal names are the same pointer.
type Identifier struct {
	Span
	Name *jstring.String
	// Binding is the declaration this identifier declares or refers to, or nil
	// if only the run time can tell: the name is not declared in the program,
	// or a with statement or a sloppy direct eval may come in between.
	Binding *Binding
	// Declares is set on identifiers that are the declaration itself.
	Declares bool
	// Written is set on targets of assignments, updates and var initialisers.
	Written bool
	// NeedsTDZ is set on references that may run before the binding is initialised.
	NeedsTDZ bool
}

// IdentifierName is a name that is no reference: a property or a label.
type IdentifierName struct {
	Span
	Name *jstring.String
}

// PrivateIdentifier is a name such as #x; Name includes the #.
type PrivateIdentifier struct {
	Span
	Name *jstring.String
	// Private is the declaration, or nil if it belongs to a class around the
	// code that called eval.
	Private *PrivateName
}

// ThisExpression is `this`.
type ThisExpression struct{ Span }

// NullLiteral is `null`.
type NullLiteral struct{ Span }

// BooleanLiteral is `true` or `false`.
type BooleanLiteral struct {
	Span
	Value bool
}

// NumericLiteral is a Number literal.
type NumericLiteral struct {
	Span
	Value float64
}

// BigIntLiteral is a BigInt literal. Digits is the text without separators,
// prefix and n, to the given base (2, 8, 10 or 16).
type BigIntLiteral struct {
	Span
	Digits string
	Base   int
}

// Value parses the digits. It is slow for very long literals, hence not stored.
func (l *BigIntLiteral) Value() *big.Int { return parseDigits(l.Digits, int64(l.Base)) }

// parseDigits parses long texts by halves: math/big takes quadratic time.
func parseDigits(digits string, base int64) *big.Int {
	const leaf = 2000
	if len(digits) <= leaf {
		v, _ := new(big.Int).SetString(digits, int(base))
		return v
	}
	low := leaf // a power of two times leaf, so that few powers are made
	for 2*low < len(digits) {
		low *= 2
	}
	v := new(big.Int).Exp(big.NewInt(base), big.NewInt(int64(low)), nil)
	v.Mul(v, parseDigits(digits[:len(digits)-low], base))
	return v.Add(v, parseDigits(digits[len(digits)-low:], base))
}

// StringLiteral is a string literal.
type StringLiteral struct {
	Span
	Value *jstring.String
}

// RegExpLiteral is a regular expression literal, already checked.
type RegExpLiteral struct {
	Span
	Pattern, Flags *jstring.String
}

// TemplateLiteral is a template; len(Quasis) == len(Expressions)+1.
type TemplateLiteral struct {
	Span
	Quasis      []TemplateElement
	Expressions []Expr
}

// TemplateElement is the text between substitutions. Cooked is nil if the
// text has an invalid escape (tagged templates only).
type TemplateElement struct {
	Span
	Cooked, Raw *jstring.String
}

// TaggedTemplate is a template with a tag before it.
type TaggedTemplate struct {
	Span
	Tag   Expr
	Quasi *TemplateLiteral
}

// ArrayLiteral is an array literal; an elision is a nil element.
type ArrayLiteral struct {
	Span
	Elements []Expr
	// TrailingComma is set when a comma follows the last element.
	TrailingComma bool
}

// SpreadElement is `...e` in array literals, calls and, as Property of kind
// PropertySpread, object literals.
type SpreadElement struct {
	Span
	Argument Expr
}

// ObjectLiteral is an object literal.
type ObjectLiteral struct {
	Span
	Properties []*Property
	// TrailingComma is set when a comma follows the last property.
	TrailingComma bool
}

// PropertyKind tells the forms of PropertyDefinition apart.
type PropertyKind uint8

// The kinds of properties of an object literal.
const (
	PropertyInit      PropertyKind = iota // key: value
	PropertyShorthand                     // name
	PropertyMethod
	PropertyGetter
	PropertySetter
	PropertySpread // ...value
	PropertyProto  // __proto__: value, which sets the prototype
)

// Property is a PropertyDefinition.
type Property struct {
	Span
	Kind PropertyKind
	// Key is *IdentifierName, *StringLiteral, *NumericLiteral, *BigIntLiteral,
	// or any expression if Computed; nil for a spread.
	Key      Node
	Computed bool
	Value    Expr // *FunctionNode for methods and accessors
}

// UnaryExpression is delete, void, typeof, +, -, ~ or !.
type UnaryExpression struct {
	Span
	Op      UnaryOp
	Operand Expr
}

// UpdateExpression is ++ or --.
type UpdateExpression struct {
	Span
	Decrement bool
	Prefix    bool
	Target    Pattern // never an array or object pattern
}

// BinaryExpression is an operator with two operands that are both evaluated.
type BinaryExpression struct {
	Span
	Op          BinaryOp
	Left, Right Expr
}

// PrivateInExpression is `#x in o`.
type PrivateInExpression struct {
	Span
	Name  *PrivateIdentifier
	Right Expr
}

// LogicalExpression is &&, || or ??.
type LogicalExpression struct {
	Span
	Op          LogicalOp
	Left, Right Expr
}

// ConditionalExpression is `test ? consequent : alternate`.
type ConditionalExpression struct {
	Span
	Test, Consequent, Alternate Expr
}

// AssignmentExpression is an assignment. Patterns occur with AssignPlain only.
type AssignmentExpression struct {
	Span
	Op     AssignOp
	Target Pattern
	Value  Expr
}

// SequenceExpression is two or more expressions with commas between.
type SequenceExpression struct {
	Span
	Expressions []Expr
}

// ParenthesizedExpression is an expression in parentheses, kept because names
// of functions, optional chains, assignment targets and directives see them.
type ParenthesizedExpression struct {
	Span
	Expression Expr
}

// MemberExpression is `object.name`. Optional is set for `object?.name`, here and below.
type MemberExpression struct {
	Span
	Object   Expr
	Property *IdentifierName
	Optional bool
}

// IndexExpression is `object[index]`.
type IndexExpression struct {
	Span
	Object   Expr
	Index    Expr
	Optional bool
}

// PrivateMemberExpression is `object.#name`.
type PrivateMemberExpression struct {
	Span
	Object   Expr
	Property *PrivateIdentifier
	Optional bool
}

// SuperProperty is `super.name` (Property set) or `super[index]` (Index set).
type SuperProperty struct {
	Span
	Property *IdentifierName
	Index    Expr
}

// CallExpression is a call.
type CallExpression struct {
	Span
	Callee    Expr
	Arguments []Expr
	Optional  bool
	// DirectEval is set if the callee is the identifier eval (13.3.6.1), so
	// that the call is a direct eval if its value is %eval%.
	DirectEval bool
	// Scope is the scope around a possible direct eval, otherwise nil.
	Scope *Scope
}

// SuperCall is `super(...)`.
type SuperCall struct {
	Span
	Arguments []Expr
}

// NewExpression is `new callee(...)`, with or without arguments.
type NewExpression struct {
	Span
	Callee    Expr
	Arguments []Expr
}

// OptionalChain is around a whole chain with at least one `?.` in it: where
// that finds null or undefined, the value of this node is undefined.
type OptionalChain struct {
	Span
	Expression Expr
}

// NewTarget is `new.target`.
type NewTarget struct{ Span }

// ImportMeta is `import.meta`.
type ImportMeta struct{ Span }

// ImportCall is `import(source, options)`; Options may be nil.
type ImportCall struct {
	Span
	Phase           Phase
	Source, Options Expr
}

// YieldExpression is yield; Argument may be nil.
type YieldExpression struct {
	Span
	Delegate bool
	Argument Expr
}

// AwaitExpression is await.
type AwaitExpression struct {
	Span
	Argument Expr
}

func (*Identifier) exprNode()              {}
func (*ThisExpression) exprNode()          {}
func (*NullLiteral) exprNode()             {}
func (*BooleanLiteral) exprNode()          {}
func (*NumericLiteral) exprNode()          {}
func (*BigIntLiteral) exprNode()           {}
func (*StringLiteral) exprNode()           {}
func (*RegExpLiteral) exprNode()           {}
func (*TemplateLiteral) exprNode()         {}
func (*TaggedTemplate) exprNode()          {}
func (*ArrayLiteral) exprNode()            {}
func (*SpreadElement) exprNode()           {}
func (*ObjectLiteral) exprNode()           {}
func (*UnaryExpression) exprNode()         {}
func (*UpdateExpression) exprNode()        {}
func (*BinaryExpression) exprNode()        {}
func (*PrivateInExpression) exprNode()     {}
func (*LogicalExpression) exprNode()       {}
func (*ConditionalExpression) exprNode()   {}
func (*AssignmentExpression) exprNode()    {}
func (*SequenceExpression) exprNode()      {}
func (*ParenthesizedExpression) exprNode() {}
func (*MemberExpression) exprNode()        {}
func (*IndexExpression) exprNode()         {}
func (*PrivateMemberExpression) exprNode() {}
func (*SuperProperty) exprNode()           {}
func (*CallExpression) exprNode()          {}
func (*SuperCall) exprNode()               {}
func (*NewExpression) exprNode()           {}
func (*OptionalChain) exprNode()           {}
func (*NewTarget) exprNode()               {}
func (*ImportMeta) exprNode()              {}
func (*ImportCall) exprNode()              {}
func (*YieldExpression) exprNode()         {}
func (*AwaitExpression) exprNode()         {}
func (*FunctionNode) exprNode()            {}
func (*ClassNode) exprNode()               {}
