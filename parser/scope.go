package parser

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/lexer"
)

// scopeState is an open scope. References are kept in one log, in source order,
// and chained by name. When a scope ends, the references to a name it declares
// that were made since it began are the newest of that name's chain: they are
// resolved and leave the chain, so that every reference is touched once,
// however deep the nesting.
type scopeState struct {
	*ast.Scope
	prev *scopeState
	mark int32 // number of references when the scope began
	// names are the records of the Bindings, in the same order.
	names   []*lexer.Name
	varMark int32 // number of vars logged when the scope began
	// hoistable are this block's functions that may get a var (Annex B.3.2), and
	// those of inner blocks that no block so far was in the way of.
	hoistable, inherited []*ast.FunctionDeclaration
	catchBody            bool
}

// varEntry is an entry in the log of the var declarations of the open functions,
// chained by name like references: a name was declared by var inside an open block
// if the newest entry of its chain is younger than the block.
type varEntry struct {
	name *lexer.Name
	prev int32
}

// openScope begins a scope at an offset.
func (p *Parser) openScope(kind ast.ScopeKind, start uint32) *scopeState {
	s := p.freeScopes
	if s != nil {
		p.freeScopes = s.prev
		*s = scopeState{names: s.names[:0]}
	} else {
		s = &scopeState{}
	}
	sc := &ast.Scope{Kind: kind, Strict: p.strict}
	s.Scope = sc
	sc.Start = start
	s.prev, s.mark, s.varMark = p.scope, int32(p.refs.n), int32(len(p.vars))
	if p.fn != nil {
		sc.Function = p.fn.node
	}
	if p.scope != nil {
		sc.Parent = p.scope.Scope
		sc.InsideWith = p.scope.InsideWith || p.scope.Kind == ast.ScopeWith
	}
	p.scope = s
	p.scopes = append(p.scopes, sc)
	return s
}

// closeScope ends the current scope: functions in blocks get their vars, and
// references are resolved.
func (p *Parser) closeScope() *ast.Scope {
	s := p.scope
	s.Stop = p.lex.PrevEnd
	p.hoistFunctions(s)
	p.resolveScope(s)
	if s.prev != nil {
		// A scope that is known already is shared with other goroutines: do not write.
		if s.HasDirectEval && !s.prev.HasDirectEval {
			s.prev.HasDirectEval = true
		}
		if (s.HasWithInside || s.Kind == ast.ScopeWith) && !s.prev.HasWithInside {
			s.prev.HasWithInside = true
		}
	}
	// Drop the end of the log that is resolved.
	n := p.refs.n
	for n > int(s.mark) && p.refs.at(n-1).ident == nil {
		n--
	}
	p.refs.truncate(n)
	if s.IsVarScope() {
		for i := len(p.vars) - 1; i >= int(s.varMark); i-- {
			p.vars[i].name.Var = p.vars[i].prev
		}
		p.vars = p.vars[:s.varMark]
	}
	p.scope = s.prev
	sc := s.Scope
	s.Scope = nil
	s.prev, p.freeScopes = p.freeScopes, s
	return sc
}

// resolveScope resolves the references to the bindings of s.
func (p *Parser) resolveScope(s *scopeState) {
	for i, b := range s.Bindings {
		name := s.names[i]
		at := name.Ref
		for at > s.mark {
			r := p.refs.at(int(at - 1))
			at = r.prev
			if r.ident != nil {
				p.resolve(r, b)
				r.ident = nil
			}
		}
		name.Ref = at
		if s.HasDirectEval {
			b.Captured, b.Referenced, b.NeedsTDZ = true, true, b.NeedsTDZ || startsUninitialized(b)
			b.Writes++
		}
	}
}

// resolve makes r a reference to b.
func (p *Parser) resolve(r *reference, b *ast.Binding) {
	id := r.ident
	b.Referenced = true
	if id.Written {
		b.Writes++
	}
	inner := r.scope.Function != b.Scope.Function
	if inner {
		b.Captured = true
		if b.Scope.Kind != ast.ScopeGlobal {
			for f := r.scope.Function; f != nil && f != b.Scope.Function; f = f.Outer {
				if n := len(f.Captures); n > 0 && f.Captures[n-1] == b {
					break
				}
				f.Captures = append(f.Captures, b)
			}
		}
	}
	if p.hasDynamic && isDynamic(r.scope, b) {
		b.Captured = true
		b.NeedsTDZ = b.NeedsTDZ || startsUninitialized(b)
		return
	}
	bindReference(r, b)
	if id.NeedsTDZ {
		b.NeedsTDZ = true
	}
}

// bindReference sets the binding of a reference.
func bindReference(r *reference, b *ast.Binding) {
	if b.Scope.Kind == ast.ScopeEval && !b.Scope.Strict && !b.Kind.IsLexical() {
		return // a variable of the caller
	}
	r.ident.Binding = b
	if b.Kind.IsLexical() || b.Kind == ast.BindingParam || b.Kind == ast.BindingCatchParam {
		inner := r.scope.Function != b.Scope.Function
		r.ident.NeedsTDZ = r.ident.Start < b.InitPos || b.Kind.IsLexical() && (inner || b.Scope.Kind == ast.ScopeSwitch || b.Kind == ast.BindingImport)
	}
}

// startsUninitialized reports whether there is a time at which code can see b before
// it is initialised.
func startsUninitialized(b *ast.Binding) bool {
	switch b.Kind {
	case ast.BindingParam:
		return b.Scope.Function.HasParameterExpressions
	case ast.BindingCatchParam:
		return true
	}
	return b.Kind.IsLexical()
}

// isDynamic reports whether a with statement, or variables that a sloppy direct
// eval may declare, can come between a reference in scope s and b.
func isDynamic(s *ast.Scope, b *ast.Binding) bool {
	for ; s != nil && s != b.Scope; s = s.Parent {
		if s.Kind == ast.ScopeWith || s.HasSloppyEval {
			return true
		}
	}
	return false
}

// reference records an identifier reference.
func (p *Parser) reference(id *ast.Identifier, name *lexer.Name) {
	p.refs.push(reference{id, p.scope.Scope, name.Ref})
	name.Ref = int32(p.refs.n)
}

// sees reports whether an unresolved reference to name was made in s.
func (p *Parser) sees(s *scopeState, name *lexer.Name) bool {
	for at := name.Ref; at > s.mark; at = p.refs.at(int(at - 1)).prev {
		if p.refs.at(int(at-1)).ident != nil {
			return true
		}
	}
	return false
}

func (p *Parser) redeclared(name *lexer.Name, start, end uint32) {
	p.failRange("Identifier '"+name.Str.String()+"' has already been declared", start, end)
}

func (s *scopeState) add(name *lexer.Name, kind ast.BindingKind, pos uint32) *ast.Binding {
	b := &ast.Binding{Name: name.Str, Kind: kind, DeclPos: pos, InitPos: pos}
	s.names = append(s.names, name)
	s.Add(b)
	return b
}

// declareVar declares a var (or a top-level function) in the nearest var scope,
// checking the blocks on the way.
func (p *Parser) declareVar(name *lexer.Name, start, end uint32) *ast.Binding {
	s := p.scope
	for ; !s.IsVarScope(); s = s.prev {
		if b := s.Lookup(name.Str); b != nil && s.Kind != ast.ScopeFunctionName && s.Kind != ast.ScopeClass && b.Kind != ast.BindingSimpleCatchParam {
			p.redeclared(name, start, end)
			return b
		}
	}
	if s != p.scope {
		p.vars = append(p.vars, varEntry{name, name.Var})
		name.Var = int32(len(p.vars))
	}
	if b := s.Lookup(name.Str); b != nil {
		if b.Kind.IsLexical() || b.Kind == ast.BindingFunction && s.Kind == ast.ScopeModule {
			p.redeclared(name, start, end)
		}
		return b
	}
	return s.add(name, ast.BindingVar, start)
}

// declareLexical declares a lexical name in the current scope.
func (p *Parser) declareLexical(name *lexer.Name, kind ast.BindingKind, start, end uint32) *ast.Binding {
	s := p.scope
	b := s.Lookup(name.Str)
	if b == nil && s.Kind == ast.ScopeFunctionBody {
		b = s.prev.Lookup(name.Str)
	}
	if b == nil && s.catchBody {
		b = s.prev.Lookup(name.Str)
	}
	if b != nil || name.Var > s.varMark {
		p.redeclared(name, start, end)
		if b != nil {
			return b
		}
	}
	return s.add(name, kind, start)
}

// declareFunction declares the name of a function declaration. plain is set
// for functions that are neither generators nor async.
func (p *Parser) declareFunction(d *ast.FunctionDeclaration, name *lexer.Name, id *ast.Identifier, plain bool) {
	s := p.scope
	s.Functions = append(s.Functions, d)
	if s.IsVarScope() && s.Kind != ast.ScopeModule {
		b := p.declareVar(name, id.Start, id.Stop)
		if b.Kind == ast.BindingVar || b.Kind == ast.BindingParam {
			b.Kind = ast.BindingFunction
		}
		id.Binding, d.Binding = b, b
		return
	}
	if b := s.Lookup(name.Str); b != nil && b.Kind == ast.BindingFunction && !p.strict && plain && s.Kind != ast.ScopeModule && p.plainFunctions(s, b) {
		id.Binding = b
	} else {
		id.Binding = p.declareLexical(name, ast.BindingFunction, id.Start, id.Stop)
	}
	d.Binding = id.Binding
	if plain && !p.strict && s.Kind != ast.ScopeModule {
		s.hoistable = append(s.hoistable, d)
	}
}

// plainFunctions reports whether all declarations of b in a block are plain functions.
func (p *Parser) plainFunctions(s *scopeState, b *ast.Binding) bool {
	for _, d := range s.Functions {
		if d.Function.Name != nil && d.Function.Name.Name == b.Name && (d.Function.IsAsync || d.Function.IsGenerator) {
			return false
		}
	}
	return true
}

// hoistFunctions applies Annex B.3.2 at the end of a scope: a function in a block is
// also a var of the function around if a var in its place would be no early error.
func (p *Parser) hoistFunctions(s *scopeState) {
	if len(s.hoistable)+len(s.inherited) == 0 {
		return
	}
	kept := s.hoistable
	for _, d := range s.inherited {
		b := s.Lookup(d.Function.Name.Name)
		if s.IsVarScope() {
			if b != nil && (b.Kind.IsLexical() || b.IsParam) {
				continue
			}
			if s.Kind == ast.ScopeFunctionBody {
				if o := s.prev.Lookup(d.Function.Name.Name); o != nil && o.IsParam {
					continue
				}
			}
		} else if b != nil && b.Kind != ast.BindingSimpleCatchParam && s.Kind != ast.ScopeClass && s.Kind != ast.ScopeFunctionName {
			continue
		}
		kept = append(kept, d)
	}
	if !s.IsVarScope() {
		s.prev.inherited = append(s.prev.inherited, kept...)
		return
	}
	for _, d := range kept {
		name := p.lex.Names.Intern(d.Function.Name.Name)
		b := s.Lookup(name.Str)
		if b == nil {
			b = s.add(name, ast.BindingVar, d.Function.Name.Start)
			b.IsAnnexB = true
		}
		b.Writes++
		d.AnnexBVar, d.VarBinding = true, b
		s.AnnexBFunctions = append(s.AnnexBFunctions, d)
	}
}

// declareParam declares a parameter's name.
func (p *Parser) declareParam(id *ast.Identifier, name *lexer.Name) {
	if b := p.scope.Lookup(name.Str); b != nil {
		if p.fn.duplicateParam == nil {
			p.fn.duplicateParam = id
		}
		id.Binding = b
		return
	}
	b := p.scope.add(name, ast.BindingParam, id.Start)
	b.IsParam = true
	id.Binding = b
}

// markDirectEval notes a possible direct eval in the current scope.
func (p *Parser) markDirectEval() {
	if !p.scope.HasDirectEval {
		p.scope.HasDirectEval = true
	}
	p.fn.uses |= ast.ContainsDirectEval | ast.UsesThis | ast.UsesNewTarget
	if p.fn.superProperty {
		p.fn.uses |= ast.UsesSuperProperty
	}
	if p.fn.superCall {
		p.fn.uses |= ast.UsesSuperCall
	}
	if !p.strict {
		p.fn.uses |= ast.ContainsSloppyEval
		p.markSloppyEval()
	}
}

func (p *Parser) markSloppyEval() {
	p.hasDynamic = true
	s := p.scope
	for s.Kind != ast.ScopeFunction && !s.IsVarScope() {
		if s = s.prev; s == nil {
			return // in the parameters of an arrow function parsed by itself
		}
	}
	if !s.HasSloppyEval {
		s.HasSloppyEval = true
	}
}

// canonical returns the canonical record of an ASCII name.
func (p *Parser) canonical(s string) *lexer.Name { return p.lex.Names.Intern(jstring.FromGo(s)) }
