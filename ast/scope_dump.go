package ast

import (
	"strconv"
	"strings"
)

var scopeKinds = [...]string{"global", "module", "eval", "function-name", "function", "function-body", "block", "catch", "for", "switch", "with", "class"}

var bindingKindNames = [...]string{"var", "function", "param", "catch-param", "catch-pattern", "own-name", "arguments", "let", "const",
	"using", "await-using", "class", "class-name", "import", "default"}

func (k ScopeKind) String() string   { return scopeKinds[k] }
func (k BindingKind) String() string { return bindingKindNames[k] }

// Scopes returns the scopes that n introduces, the outermost first.
func Scopes(n Node) []*Scope {
	var list []*Scope
	add := func(scopes ...*Scope) {
		for _, s := range scopes {
			if s != nil {
				list = append(list, s)
			}
		}
	}
	switch n := n.(type) {
	case *Script:
		add(n.Scope)
	case *Module:
		add(n.Scope)
	case *FunctionNode:
		add(n.NameScope, n.Scope, n.BodyScope)
	case *ClassNode:
		add(n.Scope)
	case *BlockStatement:
		add(n.Scope)
	case *ForStatement:
		add(n.Scope)
	case *ForInStatement:
		add(n.Scope)
	case *ForOfStatement:
		add(n.Scope)
	case *WithStatement:
		add(n.Scope)
	case *SwitchStatement:
		add(n.Scope)
	case *CatchClause:
		add(n.Scope)
	}
	return list
}

// DumpScopes returns the scope tree under n as indented text: a line for each scope and
// each binding, with what the parser found out about it. Blocks without
// bindings are left out.
func DumpScopes(n Node) string {
	var b strings.Builder
	Walk(n, func(n Node, enter bool) bool {
		if !enter {
			return true
		}
		for _, s := range Scopes(n) {
			dumpScope(&b, s)
		}
		return true
	})
	return b.String()
}

func dumpScope(b *strings.Builder, s *Scope) {
	if s.Kind == ScopeBlock && len(s.Bindings) == 0 {
		return
	}
	depth := 0
	for o := s.Parent; o != nil; o = o.Parent {
		if o.Kind != ScopeBlock || len(o.Bindings) > 0 {
			depth++
		}
	}
	indent := strings.Repeat("  ", depth)
	line := func(words ...string) {
		b.WriteString(indent)
		b.WriteString(strings.Join(words, " "))
		b.WriteByte('\n')
	}
	line(append([]string{s.Kind.String()}, flags("strict", s.Strict, "direct-eval", s.HasDirectEval, "sloppy-eval", s.HasSloppyEval, "inside-with", s.InsideWith)...)...)
	for _, x := range s.Bindings {
		words := append([]string{"-", x.Name.WTF8(), x.Kind.String()},
			flags("captured", x.Captured, "tdz", x.NeedsTDZ, "unreferenced", !x.Referenced, "annex-b", x.IsAnnexB)...)
		if x.Writes > 0 {
			words = append(words, "writes:"+strconv.Itoa(int(x.Writes)))
		}
		line(words...)
	}
	for _, x := range s.PrivateNames {
		line(append([]string{"-", x.Name.WTF8(), privateKinds[x.Kind]}, flags("static", x.Static)...)...)
	}
	if f := s.Function; f != nil && f.Scope == s {
		var words []string
		for i, name := range usesNames {
			if f.Uses&(1<<i) != 0 {
				words = append(words, name)
			}
		}
		for _, c := range f.Captures {
			words = append(words, "captures:"+c.Name.WTF8())
		}
		if len(words) > 0 {
			line(append([]string{"*"}, words...)...)
		}
	}
}

var (
	usesNames    = [...]string{"this", "arguments", "super-property", "super-call", "new.target", "eval", "sloppy-eval", "await", "yield"}
	privateKinds = [...]string{"field", "method", "getter", "setter", "accessor"}
)
