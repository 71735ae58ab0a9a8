package realm

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/compiler"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/lexer"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/parser"
)

// What an instruction that failed was about. Templates keep no trees, so the text
// of the function is parsed again. HOST: the rules are those that V8 20 can be
// seen to follow, including where it says nothing.

func init() { interp.FindSite = findSite }

// maxBlame is the length of a function, in code units, above which its messages do
// without the expression.
const maxBlame = 4 << 20

// findSite is interp.FindSite.
func findSite(a *object.Agent, t *bytecode.Function, offset uint32, kind interp.SiteKind) interp.Site {
	tree := blamedTree(a, t)
	if tree == nil {
		return interp.Site{}
	}
	f := finder{offset: offset, kind: kind}
	ast.Walk(tree, f.visit)
	return f.site
}

// blamedTree parses the function t again, or the whole text for top-level code.
func blamedTree(a *object.Agent, t *bytecode.Function) (tree ast.Node) {
	text := t.Source.Text
	top := t.Flags&(bytecode.FlagScript|bytecode.FlagModule|bytecode.FlagEval) != 0
	part := parser.Fragment{Start: t.Start, Stop: min(t.End, uint32(text.Len())), Strict: t.Flags&bytecode.FlagStrict != 0}
	if top {
		part.Start, part.Stop = 0, uint32(text.Len())
	}
	if part.Stop <= part.Start || part.Stop-part.Start > maxBlame || a.Charge(text.Len()*2) != nil {
		return nil
	}
	opts := ParseOptions()
	opts.Strict, opts.Tick = part.Strict, a.Tick
	switch {
	case t.Flags&bytecode.FlagModule != 0:
		if m, err := parser.ParseModule(text, ParseOptions()); err == nil {
			tree = m
		}
	case t.Flags&bytecode.FlagEval != 0:
		opts.Eval = &parser.EvalContext{InFunction: true, InMethod: true, InDerivedConstructor: true}
		if s, err := parser.ParseEval(text, opts); err == nil {
			tree = s
		}
	case top:
		if s, err := parser.ParseScript(text, opts); err == nil {
			tree = s
		}
	default:
		units := lexer.NewText(text)
		part.Element = isElement(units, t)
		for _, part.Module = range []bool{false, true} {
			if n, err := parser.ParseFragment(units, part, opts); err == nil {
				return n
			}
		}
	}
	return tree
}

// isElement reports whether what toString shows of t is an element of a class or
// object literal: it begins neither like a function nor like a class nor is it an
// arrow function or initialiser.
func isElement(text *lexer.Text, t *bytecode.Function) bool {
	if t.Flags&(bytecode.FlagArrow|bytecode.FlagClassConstructor) != 0 {
		return false
	}
	l := lexer.NewLexer(text, int(t.Start), int(t.End), &lexer.Names{})
	l.Next()
	first := l.Tok.Kind
	l.Next()
	second := l.Tok.Kind
	switch {
	case t.Flags&bytecode.FlagFieldInit != 0:
		return first == lexer.Static && second == lexer.LBrace
	case first == lexer.Function && second != lexer.LParen, first == lexer.Async && second == lexer.Function:
		return false
	}
	return t.Flags&bytecode.FlagMethod != 0
}

// finder looks for the node at an offset.
type finder struct {
	offset uint32
	kind   interp.SiteKind
	path   []ast.Node // from the root to the parent of what is visited
	found  bool
	site   interp.Site
}

func (f *finder) visit(n ast.Node, enter bool) bool {
	if !enter {
		f.path = f.path[:len(f.path)-1]
		return true
	}
	if f.found || n.Pos() > f.offset || n.End() < f.offset {
		return false
	}
	f.found = f.look(n)
	if f.found {
		return false
	}
	f.path = append(f.path, n)
	return true
}

// look reports whether n is what was looked for.
func (f *finder) look(n ast.Node) bool {
	switch f.kind {
	case interp.SiteCall:
		switch n := n.(type) {
		case *ast.CallExpression:
			return f.names(n.Callee, compiler.CallPosition(n.Callee))
		case *ast.TaggedTemplate:
			return f.names(n.Tag, compiler.CallPosition(n.Tag))
		}
	case interp.SiteNew:
		if n, ok := n.(*ast.NewExpression); ok {
			return f.names(n.Callee, n.Start)
		}
	case interp.SiteIterate:
		return f.iterated(n)
	case interp.SiteSpread:
		return f.spread(n)
	case interp.SiteDestructure:
		if p, ok := n.(*ast.ObjectPattern); ok && p.Start == f.offset {
			f.destructured(p)
			return true
		}
	}
	return false
}

// names takes e as the expression if the offset is at.
func (f *finder) names(e ast.Expr, at uint32) bool {
	if at != f.offset {
		return false
	}
	f.site.Text = printBlamed(e, false)
	return true
}

// iterated looks for what GETITER iterates.
func (f *finder) iterated(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ForOfStatement:
		if n.Right.Pos() == f.offset {
			f.iterates(n.Right)
			return true
		}
	case *ast.YieldExpression:
		if n.Delegate && n.Start == f.offset {
			f.site.Delegate = true
			switch e := ast.Unparen(n.Argument).(type) {
			case *ast.NullLiteral:
			case *ast.Identifier:
				if !e.Name.EqualGo("undefined") {
					f.site.Text = "yield* " + intermediate
				}
			default:
				f.site.Text = "yield* " + intermediate
			}
			return true
		}
	case *ast.ArrayPattern:
		if n.Start == f.offset {
			f.iteratedPattern(n)
			return true
		}
	}
	return false
}

// iterates takes e as the expression whose value is iterated.
func (f *finder) iterates(e ast.Expr) {
	f.site.Text = printBlamed(e, true)
	switch ast.Unparen(e).(type) {
	case *ast.CallExpression, *ast.NewExpression, *ast.TaggedTemplate:
		f.site.IsCall = true
	}
}

func (f *finder) iteratedPattern(p *ast.ArrayPattern) {
	value, inner := f.source(p)
	if inner != nil {
		f.site.Inner = true
		f.outerText(value)
		return
	}
	switch {
	case value.param, value.init != nil && value.nested, value.name == nameCatch, value.assigned && value.name != "":
		return
	case value.name != "":
		f.site.Text = value.name
	case value.init != nil:
		switch ast.Unparen(value.init).(type) {
		case *ast.CallExpression, *ast.TaggedTemplate, *ast.MemberExpression, *ast.IndexExpression, *ast.PrivateMemberExpression, *ast.BinaryExpression:
		default:
			f.iterates(value.init)
		}
	}
}

// spread looks for a spread element, in an array literal or in arguments.
func (f *finder) spread(n ast.Node) bool {
	s, ok := n.(*ast.SpreadElement)
	if !ok || s.Argument.Pos() != f.offset || len(f.path) == 0 {
		return false
	}
	var args []ast.Expr
	switch parent := f.path[len(f.path)-1].(type) {
	case *ast.ArrayLiteral:
		f.iterates(s.Argument)
		return true
	case *ast.CallExpression:
		args = parent.Arguments
	case *ast.NewExpression:
		args = parent.Arguments
	case *ast.SuperCall:
		args = parent.Arguments
	}
	for i, a := range args {
		if _, ok := a.(*ast.SpreadElement); ok != (i == len(args)-1) {
			return true
		}
	}
	f.site.LastArgument = true
	f.site.Text = printBlamed(s.Argument, false)
	return true
}

// The names that V8 gives to values without an expression.
const (
	nameFor      = ".for"
	nameCatch    = ".catch"
	intermediate = "(intermediate value)"
)

// patternSource is where the value of a pattern comes from.
type patternSource struct {
	init     ast.Expr // the expression
	name     string   // or a name
	param    bool     // or an argument, init being its default
	assigned bool     // the target of a for statement that is no declaration
	nested   bool     // init is the initialiser of an element
}

// source finds where the value of the pattern at the end of the path comes from.
// For a pattern that is the value of a property of an object pattern, inner is that
// property and the source that of the outer pattern.
func (f *finder) source(p ast.Pattern) (s patternSource, inner *ast.PatternProperty) {
	for i := len(f.path) - 1; i >= 0; i-- {
		switch n := f.path[i].(type) {
		case *ast.VariableDeclarator:
			if s.init = n.Init; s.init == nil {
				s.name = nameFor
			}
			return s, inner
		case *ast.AssignmentExpression:
			s.init = n.Value
			return s, inner
		case *ast.ForOfStatement, *ast.ForInStatement:
			s.name, s.assigned = nameFor, true
			return s, inner
		case *ast.CatchClause:
			s.name = nameCatch
			return s, inner
		case *ast.FunctionNode, *ast.Script:
			s.param = true
			return s, inner
		case *ast.AssignmentElement:
			_, isParam := f.path[max(i-1, 0)].(*ast.FunctionNode)
			switch {
			case isParam:
				s.init, s.param = n.Init, true
				return s, inner
			case n.Init != nil && inner == nil:
				s.init, s.nested = n.Init, true
				return s, nil
			}
		case *ast.PatternProperty:
			if inner != nil || s.nested || n.Value.Init != nil {
				return patternSource{nested: true}, n
			}
			inner = n
		case *ast.ArrayPattern, *ast.RestElement:
			return patternSource{nested: true}, nil
		}
	}
	return s, inner
}

// outerText sets the text of a source.
func (f *finder) outerText(s patternSource) {
	switch {
	case s.param && s.init != nil:
		f.site.Text = intermediate + intermediate + intermediate
	case s.param:
		f.site.Value = true
	case s.assigned:
	case s.name != "":
		f.site.Text = s.name
	case s.init != nil:
		f.site.Text = printBlamed(s.init, false)
	}
}

// destructured describes an object pattern that was given undefined or null.
func (f *finder) destructured(p *ast.ObjectPattern) {
	var first *ast.PatternProperty
	if len(p.Properties) > 0 && !p.Properties[0].Computed {
		first = p.Properties[0]
	}
	s, inner := f.source(p)
	anonymous := s.assigned || s.nested && s.init == nil
	if first != nil {
		f.site.Property, f.site.HasProperty = blamedKey(first.Key), true
	}
	if inner != nil {
		f.site.Inner = true
		if first == nil && !anonymous && (p.Rest == nil || len(p.Properties) > 0) {
			f.site.Property, f.site.HasProperty, f.site.Plain = blamedKey(inner.Key), true, true
			f.outerText(s)
		}
		return
	}
	if anonymous {
		f.site.Inner = true
		return
	}
	f.outerText(s)
	if first != nil && first.Value.Init == nil {
		switch first.Value.Target.(type) {
		case *ast.Identifier, *ast.ArrayPattern, *ast.ObjectPattern:
			f.site.Plain = true
		}
	}
}
