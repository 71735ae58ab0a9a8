package ast

import "github.com/burrowjs/burrow/internal/jstring"

// ScopeKind tells what introduces a scope.
type ScopeKind uint8

// The kinds of scopes.
const (
	// ScopeGlobal is the top level of a script: its var and function bindings are
	// properties of the global object, its lexical ones global declarations.
	ScopeGlobal ScopeKind = iota
	ScopeModule
	// ScopeEval is the top level of eval code: lexical bindings, and var bindings
	// that belong to it if strict, or else to the caller's variable environment.
	ScopeEval
	// ScopeFunctionName holds the own name of a named function expression.
	ScopeFunctionName
	// ScopeFunction holds parameters and, unless there is a ScopeFunctionBody, the
	// body's declarations.
	ScopeFunction
	ScopeFunctionBody
	ScopeBlock
	ScopeCatch
	ScopeFor
	ScopeSwitch
	ScopeWith
	ScopeClass
)

// Scope is a node of the scope tree. A binding's home is the scope in whose
// Bindings it is; references are resolved when the home scope ends.
type Scope struct {
	Span
	Kind   ScopeKind
	Strict bool
	// HasDirectEval: a possible direct eval here or in any scope within; all
	// Bindings are Captured then.
	HasDirectEval bool
	// HasSloppyEval is set on var scopes (function, body, global, eval) into which a
	// sloppy direct eval may inject variables: a reference that leaves this
	// scope is not resolved.
	HasSloppyEval bool
	// InsideWith: some enclosing scope in the program is a with statement's.
	InsideWith bool
	// HasWithInside: some scope within is a with statement's.
	HasWithInside bool
	Parent        *Scope
	// Function is the function whose code this scope is part of; nil at top level.
	// For ScopeFunctionName it is the function that has the name.
	Function *FunctionNode
	Bindings []*Binding
	// Functions lists the function declarations to be initialised on entry, in
	// source order; of several with one name the last counts.
	Functions []*FunctionDeclaration
	// AnnexBFunctions lists, on var scopes, the functions in blocks whose
	// AnnexBVar is set.
	AnnexBFunctions []*FunctionDeclaration
	PrivateNames    []*PrivateName // ScopeClass
	byName          map[*jstring.String]*Binding
}

// scopeMapMin is the number of bindings from which a scope has a map.
const scopeMapMin = 8

// Lookup returns the binding of a canonical name in this scope itself, or nil.
func (s *Scope) Lookup(name *jstring.String) *Binding {
	if s.byName != nil {
		return s.byName[name]
	}
	for _, b := range s.Bindings {
		if b.Name == name {
			return b
		}
	}
	return nil
}

// Add appends a binding whose name is not in the scope yet.
func (s *Scope) Add(b *Binding) {
	b.Scope = s
	b.Index = len(s.Bindings)
	s.Bindings = append(s.Bindings, b)
	if s.byName != nil {
		s.byName[b.Name] = b
	} else if len(s.Bindings) > scopeMapMin {
		s.byName = make(map[*jstring.String]*Binding, 2*scopeMapMin)
		for _, b := range s.Bindings {
			s.byName[b.Name] = b
		}
	}
}

// IsVarScope reports whether var declarations stop here.
func (s *Scope) IsVarScope() bool {
	switch s.Kind {
	case ScopeGlobal, ScopeModule, ScopeEval, ScopeFunctionBody:
		return true
	case ScopeFunction:
		return s.Function == nil || s.Function.BodyScope == nil
	}
	return false
}

// BindingKind is the form of a binding's declaration.
type BindingKind uint8

// The kinds of bindings.
const (
	// BindingVar is a var, or the var that Annex B.3.2 makes for a function in a block.
	BindingVar BindingKind = iota
	// BindingFunction is a function declaration: at function and script top
	// level a var-like binding, in blocks and modules a lexical one.
	BindingFunction
	BindingParam
	BindingSimpleCatchParam
	BindingCatchParam
	BindingFunctionName
	BindingArguments
	BindingLet
	BindingConst
	BindingUsing
	BindingAwaitUsing
	// BindingClass is a class declaration's outer binding, which can be assigned.
	BindingClass
	// BindingClassName is the inner, immutable one.
	BindingClassName
	BindingImport
	// BindingDefault is *default*, the value of an export default without a name.
	BindingDefault
)

// IsLexical reports whether the binding starts uninitialised.
func (k BindingKind) IsLexical() bool { return k >= BindingLet }

// IsImmutable reports whether assignment throws a TypeError (for a function
// expression's own name in strict code only).
func (k BindingKind) IsImmutable() bool {
	switch k {
	case BindingConst, BindingUsing, BindingAwaitUsing, BindingClassName, BindingImport, BindingFunctionName:
		return true
	}
	return false
}

// Binding is a declared name.
type Binding struct {
	Name  *jstring.String
	Kind  BindingKind
	Scope *Scope
	Index int // in Scope.Bindings
	// Captured: an inner function, a direct eval or a with statement may refer
	// to it, so that it must outlive or be visible outside the registers.
	Captured bool
	// NeedsTDZ: at least one reference may come before the initialisation.
	NeedsTDZ bool
	// Referenced: something refers to it by name.
	Referenced bool
	// IsAnnexB: the var exists only because of Annex B.3.2.
	IsAnnexB bool
	// IsParam: also a parameter (a var or function may share its binding).
	IsParam bool
	// Writes counts the assignments other than the initialisation of a lexical
	// binding or parameter; initialisers of var count.
	Writes uint32
	// DeclPos is the offset of the (first) declaring identifier; InitPos the
	// offset after which, in straight code, the binding is initialised.
	DeclPos, InitPos uint32
}
