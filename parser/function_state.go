package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/lexer"
)

// functionState is what the parser knows about the function it is in (or the top level).
type functionState struct {
	outer *functionState
	node  *ast.FunctionNode // nil at the top level
	arrow bool
	// async and generator tell whether await and yield are operators.
	async, generator bool
	// What is allowed here, inherited by arrow functions.
	superProperty, superCall, newTarget, returns bool
	argumentsForbidden                           bool // class field or static block
	staticBlock                                  bool // await is reserved
	paramExpressions                             bool
	inParams                                     bool
	uses                                         ast.Uses
	duplicateParam                               *ast.Identifier
	labels                                       labelSet
	loops, breakables                            int
}

// allow sets what code of a kind of function other than arrows may do.
func (fn *functionState) allow(kind ast.FunctionKind) {
	fn.newTarget, fn.superProperty, fn.superCall, fn.returns, fn.argumentsForbidden = true, false, false, true, false
	switch kind {
	case ast.Method, ast.Getter, ast.Setter, ast.BaseConstructor:
		fn.superProperty = true
	case ast.DerivedConstructor:
		fn.superProperty, fn.superCall = true, true
	case ast.FieldInitializer:
		fn.superProperty, fn.argumentsForbidden, fn.returns = true, true, false
	case ast.StaticBlock:
		fn.superProperty, fn.argumentsForbidden, fn.returns, fn.staticBlock = true, true, false, true
	}
}

// awaitReserved reports whether await cannot be an identifier here.
func (p *Parser) awaitReserved() bool {
	return p.module != nil || p.fn.async || p.fn.staticBlock
}

// label is an active label.
type label struct {
	name *lexer.Name
	loop bool
}

// labelSet is the stack of active labels, with a map once there are many.
type labelSet struct {
	stack []label
	index map[*lexer.Name]int
}

const labelMapMin = 16

func (s *labelSet) push(name *lexer.Name) {
	s.stack = append(s.stack, label{name: name})
	if s.index != nil {
		s.index[name] = len(s.stack) - 1
	} else if len(s.stack) > labelMapMin {
		s.index = map[*lexer.Name]int{}
		for i, l := range s.stack {
			s.index[l.name] = i
		}
	}
}

// find returns the label of that name, or nil.
func (s *labelSet) find(name *lexer.Name) *label {
	if s.index != nil {
		if i, ok := s.index[name]; ok {
			return &s.stack[i]
		}
		return nil
	}
	for i := range s.stack {
		if s.stack[i].name == name {
			return &s.stack[i]
		}
	}
	return nil
}

// truncate drops the labels from n on.
func (s *labelSet) truncate(n int) {
	if s.index != nil {
		for _, l := range s.stack[n:] {
			delete(s.index, l.name)
		}
	}
	s.stack = s.stack[:n]
}
