package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/lexer"
)

// Fragment describes a piece of a program that has been parsed before: an
// expression (a function or class is one), or with Element set a method,
// accessor or static block.
type Fragment struct {
	Start, Stop uint32
	Element     bool
	Strict      bool
	Module      bool
}

// ParseFragment parses the fragment again, for tools that want to look at the
// tree. What depends on the code around is not checked: private names, super,
// new.target and import.meta are accepted. The tree is not resolved to the end, so
// that it cannot be compiled.
func ParseFragment(text *lexer.Text, part Fragment, opts Options) (ast.Node, error) {
	p := newParser(text, opts)
	p.lex = lexer.NewLexer(text, int(part.Start), int(part.Stop), &lexer.Names{})
	p.t = &p.lex.Tok
	p.strict = part.Strict
	if part.Module {
		p.module, p.lex.Module = &ast.Module{}, true
	}
	p.fn = &functionState{newTarget: true, superProperty: true, superCall: true, returns: true}
	p.openScope(ast.ScopeGlobal, part.Start)
	p.next()
	var n ast.Node
	if part.Element {
		n = p.looseElement()
	} else {
		n = p.assignment(true, false)
	}
	return n, p.result()
}

// looseElement parses an element of some class.
func (p *Parser) looseElement() ast.Node {
	n := &ast.ClassNode{SuperClass: &ast.NullLiteral{}}
	s := p.openScope(ast.ScopeClass, p.t.Start)
	n.Scope = s.Scope
	c := &classState{scope: s}
	p.class = c
	p.classElement(n, c)
	if n.Constructor != nil {
		return n.Constructor
	}
	if len(n.Elements) != 1 {
		return n
	}
	return n.Elements[0]
}
