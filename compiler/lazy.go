package compiler

import (
	"errors"
	"math"
	"slices"
	"weak"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

// Most functions can be compiled by themselves, given their text and what they
// capture: they see outer variables as a list of boxes, and all other free names
// are global. The exceptions are left to the compilation of the whole: arrow
// functions (they share this with what is around), class constructors and field
// initialisers, and everything near a direct eval, a with statement or private
// names, where the scopes around are more than a list.

// earlyVariable marks in bytecode.Lazy.Variables a parameter that the
// function may see before it is initialised.
const earlyVariable = 0x80

// lazyFunction describes the function node in f so that it can be compiled
// later, nil if that cannot be or does not pay. captured are the bindings of its
// captured variables in order.
func (f *funcState) lazyFunction(node *ast.FunctionNode, captured []*ast.Binding) *bytecode.Lazy {
	if f == nil || f.c.root == rootEval || f.c.eval.Scoped || f.dynamicNames {
		return nil
	}
	switch node.Kind {
	case ast.FunctionDecl, ast.FunctionExpr, ast.Method, ast.Getter, ast.Setter:
	default:
		return nil
	}
	if calledAtOnce(f.c.source.Text, node) || !f.c.plainScope(node.Scope) {
		return nil
	}
	l := &bytecode.Lazy{
		Kind: uint8(node.Kind), IsAsync: node.IsAsync, IsGenerator: node.IsGenerator, IsStatic: node.IsStatic,
		OuterStrict: f.strict, OuterModule: f.c.root == rootModule,
		ParamsStart: node.ParamsSpan.Start, ParamsEnd: node.ParamsSpan.Stop,
		BodyStart: node.BodySpan.Start, BodyEnd: node.BodySpan.Stop,
	}
	if node.Name != nil {
		l.NameStart, l.NameEnd = node.Name.Start, node.Name.Stop
	}
	for i, b := range captured {
		if b.Scope == nil || slices.ContainsFunc(captured[:i], func(o *ast.Binding) bool { return o.Name == b.Name }) {
			return nil
		}
		v := uint8(b.Kind)
		if node.Start < b.InitPos {
			v |= earlyVariable
		}
		l.Variables = append(l.Variables, v)
	}
	return l
}

// plainScope reports whether nothing but names matters in the scopes of a
// function and around it. The answer is remembered by scope.
func (c *compiler) plainScope(s *ast.Scope) bool {
	if s == nil {
		return true
	}
	plain, known := c.plain[s]
	if !known {
		plain = !s.HasDirectEval && !s.HasSloppyEval && !s.InsideWith && !s.HasWithInside && len(s.PrivateNames) == 0 && c.plainScope(s.Parent)
		if c.plain == nil {
			c.plain = map[*ast.Scope]bool{}
		}
		c.plain[s] = plain
	}
	return plain
}

// calledAtOnce guesses, as V8 does, from a parenthesis or ! before a function
// expression that it will be called where it stands.
func calledAtOnce(text *jstring.String, node *ast.FunctionNode) bool {
	if node.Kind != ast.FunctionExpr || node.Start == 0 {
		return false
	}
	at := int(node.Start) - 1
	if c := text.At(at); c != '(' {
		return c == '!'
	}
	if at == 0 {
		return true
	}
	switch c := text.At(at - 1); {
	case c == ')', c == ']', c == '_', c == '$', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c > 0x7F:
		return false // the parenthesis of a call
	}
	return true
}

// capturedBindings lists the bindings of f's captured variables.
func (f *funcState) capturedBindings() []*ast.Binding {
	list := make([]*ast.Binding, len(f.fn.Captures))
	for b, i := range f.captures {
		list[i] = b
	}
	return list
}

// errChanged reports that a function that is compiled later captures other
// variables than its description says; only a forged one can.
var errChanged = errors.New("a function does not match its description")

// CompileLazy compiles a function that was left uncompiled. Errors are those of the
// parser or ErrTooLarge; they come only from descriptions that are not true.
func CompileLazy(stub *bytecode.Function, opts parser.Options) (*bytecode.Function, error) {
	l := stub.Lazy
	bindings, outer := outerScope(stub)
	inner := parser.InnerFunction{
		Kind: ast.FunctionKind(l.Kind), IsAsync: l.IsAsync, IsGenerator: l.IsGenerator, IsStatic: l.IsStatic,
		Span:       ast.Span{Start: stub.Start, Stop: stub.End},
		ParamsSpan: ast.Span{Start: l.ParamsStart, Stop: l.ParamsEnd},
		BodySpan:   ast.Span{Start: l.BodyStart, Stop: l.BodyEnd},
		Outer:      outer,
	}
	if stub.Flags&bytecode.FlagHasName != 0 && stub.Name != nil && inner.Kind <= ast.FunctionExpr {
		inner.Name, inner.NameSpan = stub.Name, ast.Span{Start: l.NameStart, Stop: l.NameEnd}
	}
	if l.ParamsStart < stub.Start || l.ParamsStart > stub.End || inner.Kind == ast.Arrow || inner.Kind > ast.Setter {
		return nil, errChanged
	}
	node, err := parser.ParseInnerFunction(unitsOf(stub.Source), inner, opts)
	if err != nil {
		return nil, err
	}
	root := rootScript
	if l.OuterModule {
		root = rootModule
	}
	c := newCompiler(stub.Source, root)
	c.eval.Tick = opts.Tick
	parent := &funcState{c: c, fn: &bytecode.Function{Source: stub.Source}, tune: &tuning{}, strict: l.OuterStrict,
		vars: map[*ast.Binding]variable{}, scope: noReg, completion: noReg, spillReg: noReg, thisReg: 1, argsReg: noReg}
	full := c.build(parent, node, func(f *funcState) {
		f.setFunction(node, stub.Name)
		f.fn.Captures = slices.Clone(stub.Captures)
		f.captures = make(map[*ast.Binding]int, len(bindings))
		for i, b := range bindings {
			f.captures[b] = i
		}
	}, (*funcState).functionCode)
	full.Start, full.End = stub.Start, stub.End
	if c.err == nil && len(full.Captures) != len(stub.Captures) {
		c.err = errChanged
	}
	const fixed = bytecode.FlagStrict | bytecode.FlagAsync | bytecode.FlagGenerator | bytecode.FlagMethod | bytecode.FlagConstructor |
		bytecode.FlagClassConstructor | bytecode.FlagDerived | bytecode.FlagNeedsScope
	if c.err == nil && (full.Flags^stub.Flags)&fixed != 0 {
		c.err = errChanged
	}
	if c.err == nil {
		c.err = bytecode.VerifyLazy(stub, full)
	}
	return full, c.err
}

// unitsOf returns the text of source as the parser wants it. It is twice as large as
// most sources, so it is kept only until the next garbage collection.
func unitsOf(source *bytecode.Source) *parser.Text {
	if w, ok := source.Units.Load().(weak.Pointer[parser.Text]); ok {
		if text := w.Value(); text != nil {
			return text
		}
	}
	text := parser.NewText(source.Text)
	source.Units.Store(weak.Make(text))
	return text
}

// outerScope makes a scope with the variables that stub captures, for the
// parser to resolve names in. Those that are parameters with a time before
// their initialisation need a function of their own kind around them.
func outerScope(stub *bytecode.Function) ([]*ast.Binding, *ast.Scope) {
	l := stub.Lazy
	top := &ast.Scope{Kind: ast.ScopeGlobal, Strict: l.OuterStrict}
	if l.OuterModule {
		top.Kind = ast.ScopeModule
	}
	around := &ast.FunctionNode{Kind: ast.FunctionDecl, IsStrict: l.OuterStrict}
	around.Scope = &ast.Scope{Kind: ast.ScopeFunction, Strict: l.OuterStrict, Parent: top, Function: around}
	var bindings []*ast.Binding
	for i := range min(len(stub.Captures), len(l.Variables)) {
		b := &ast.Binding{Name: stub.Captures[i].Name, Kind: ast.BindingKind(l.Variables[i] &^ earlyVariable), Captured: true}
		if l.Variables[i]&earlyVariable != 0 {
			b.InitPos = math.MaxUint32
		}
		around.Scope.Add(b)
		bindings = append(bindings, b)
	}
	return bindings, around.Scope
}
