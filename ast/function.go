package ast

import "github.com/burrowjs/burrow/internal/jstring"

// FunctionKind tells what a FunctionNode was written as.
type FunctionKind uint8

// The kinds of functions.
const (
	FunctionDecl FunctionKind = iota
	FunctionExpr
	Arrow
	Method
	Getter
	Setter
	BaseConstructor
	DerivedConstructor
	// FieldInitializer is the initialiser of a class field: a method without
	// parameters whose Expression is the value.
	FieldInitializer
	// StaticBlock is a class static block: a method without parameters.
	StaticBlock
)

// Uses is what a function's code refers to, in itself or in arrow functions and
// parameter expressions within. A possible direct eval counts as using everything that
// is allowed in its place.
type Uses uint16

// The members of Uses.
const (
	UsesThis Uses = 1 << iota
	UsesArguments
	UsesSuperProperty
	UsesSuperCall
	UsesNewTarget
	// ContainsDirectEval: a call of eval, here or in an arrow function within.
	ContainsDirectEval
	// ContainsSloppyEval: such a call in sloppy code.
	ContainsSloppyEval
	UsesAwait
	UsesYield
)

// FunctionNode is a function of any kind, as an expression or as the content of a
// declaration, property or class element. Its Span is what
// Function.prototype.toString shows: a method's starts at async, get, set, * or
// the key (not at static).
type FunctionNode struct {
	Span
	Kind        FunctionKind
	IsAsync     bool
	IsGenerator bool
	IsArrow     bool
	IsStrict    bool
	// IsStatic is set on static methods, fields and blocks.
	IsStatic bool
	// HasUseStrict is set if the body itself has a "use strict" directive.
	HasUseStrict bool
	// HasSimpleParams is IsSimpleParameterList of the parameters.
	HasSimpleParams bool
	// HasParameterExpressions tells whether parameters have initialisers or
	// computed keys; then Body variables live in BodyScope.
	HasParameterExpressions bool
	HasDuplicateParams      bool
	Uses                    Uses

	// Name is the BindingIdentifier, or nil. For a method see the property's key.
	Name *Identifier
	// ExpectedArgumentCount is the value of the length property.
	ExpectedArgumentCount int
	Params                []*AssignmentElement
	Rest                  *RestElement // or nil

	// Body is nil if Expression (concise arrow, field initialiser) is set; a
	// field without initialiser has no FunctionNode.
	Body       []Stmt
	Expression Expr
	// BodySpan is the body with its braces, or the concise expression;
	// ParamsSpan the parameters without parentheses.
	BodySpan, ParamsSpan Span

	// NameScope holds the own name of a named function expression; nil otherwise.
	NameScope *Scope
	// Scope holds the parameters and, unless BodyScope is set, the top-level
	// declarations of the body, var and lexical ones.
	Scope *Scope
	// BodyScope holds the body's declarations if HasParameterExpressions. A var
	// with the name of a parameter starts with that parameter's value.
	BodyScope *Scope
	// ArgumentsBinding is the binding to be set to the arguments object, or
	// nil if none is needed.
	ArgumentsBinding *Binding
	// Captures lists the bindings of functions or top levels around that
	// this function or a function within it refers to, each once, in no
	// particular order.
	Captures []*Binding
	// Outer is the function around this one, or nil.
	Outer *FunctionNode
}

// Has reports whether f uses any member of u.
func (f *FunctionNode) Has(u Uses) bool { return f.Uses&u != 0 }

// ClassNode is a class declaration or expression. Its Span is the whole class.
type ClassNode struct {
	Span
	// Name is the BindingIdentifier, or nil. Its Binding is the one inside the
	// class (in Scope); the outer one is in ClassDeclaration.
	Name       *Identifier
	SuperClass Expr // or nil
	// HeritageSpan and BodySpan are for tools.
	BodySpan    Span
	Constructor *FunctionNode // or nil: default constructor
	// Elements are the elements in order, without the constructor.
	Elements []*ClassElement
	// Scope (Kind ScopeClass) holds the inner name and the private names.
	Scope *Scope
	// HasInstanceFields tells whether instances get fields, private methods or accessors.
	HasInstanceFields bool
}

// ElementKind tells class elements apart.
type ElementKind uint8

// The kinds of class elements.
const (
	ElementMethod ElementKind = iota
	ElementGetter
	ElementSetter
	ElementField
	ElementStaticBlock
)

// ClassElement is an element of a class body.
type ClassElement struct {
	Span
	Kind   ElementKind
	Static bool
	// Key is *IdentifierName, *StringLiteral, *NumericLiteral, *BigIntLiteral,
	// *PrivateIdentifier, or any expression if Computed; nil for a static block.
	Key      Node
	Computed bool
	// Function is the method, accessor, static block or field initialiser (nil for a
	// field without one).
	Function *FunctionNode
}

// PrivateKind is what a private name stands for.
type PrivateKind uint8

// The kinds of private names.
const (
	PrivateField PrivateKind = iota
	PrivateMethod
	PrivateGetter
	PrivateSetter
	PrivateAccessor // getter and setter
)

// PrivateName is a declared private name.
type PrivateName struct {
	Name     *jstring.String // with the #
	Kind     PrivateKind
	Static   bool
	Scope    *Scope // the class's
	Index    int    // in Scope.PrivateNames
	Captured bool   // referred to from an inner function (always so for methods' bodies)
}
