package ast

// ArrayPattern is an ArrayBindingPattern or ArrayAssignmentPattern.
type ArrayPattern struct {
	Span
	Elements []*AssignmentElement // nil for an elision
	Rest     *RestElement         // or nil
}

// ObjectPattern is an ObjectBindingPattern or ObjectAssignmentPattern.
type ObjectPattern struct {
	Span
	Properties []*PatternProperty
	Rest       *RestElement // or nil
}

// AssignmentElement is a target with an optional initialiser. It is also the
// form of a function's parameters.
type AssignmentElement struct {
	Span
	Target Pattern
	Init   Expr // or nil
}

// PatternProperty is `key: element`, or the shorthand `name = init`.
type PatternProperty struct {
	Span
	// Key is as in Property; for a shorthand it is an *IdentifierName.
	Key       Node
	Computed  bool
	Shorthand bool
	Value     *AssignmentElement
}

// RestElement is `...target` in patterns and parameters.
type RestElement struct {
	Span
	Target Pattern
}

func (*Identifier) patternNode()              {}
func (*ArrayPattern) patternNode()            {}
func (*ObjectPattern) patternNode()           {}
func (*MemberExpression) patternNode()        {}
func (*IndexExpression) patternNode()         {}
func (*PrivateMemberExpression) patternNode() {}
func (*SuperProperty) patternNode()           {}
func (*CallExpression) patternNode()          {}
func (*ParenthesizedExpression) patternNode() {}
