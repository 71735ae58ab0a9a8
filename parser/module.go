package parser

import (
	"slices"
	"strings"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/lexer"
)

// exportState collects the exports of a module.
type exportState struct {
	names    map[*jstring.String]bool
	entries  []*ast.ExportEntry
	requests map[string]int
}

// moduleItem parses a ModuleItem (16.2).
func (p *Parser) moduleItem() ast.Stmt {
	switch p.t.Kind {
	case lexer.Import:
		if k := p.peek().Kind; k != lexer.LParen && k != lexer.Dot {
			return p.importDeclaration()
		}
	case lexer.Export:
		return p.exportDeclaration()
	}
	return p.statementListItem()
}

// importDeclaration parses an ImportDeclaration (16.2.2).
func (p *Parser) importDeclaration() ast.Stmt {
	n := &ast.ImportDeclaration{Span: ast.Span{Start: p.t.Start}}
	p.next()
	if p.at(lexer.String) {
		n.Source, n.Attributes = p.fromClause(false)
		p.request(n.Source, n.Attributes, n.Phase)
	} else {
		p.importClause(n)
		n.Source, n.Attributes = p.fromClause(true)
		p.importEntries(n)
	}
	p.semicolon()
	n.Stop = p.lex.PrevEnd
	return n
}

func (p *Parser) importClause(n *ast.ImportDeclaration) {
	n.Phase = p.importPhase()
	if p.t.Kind.IsContextual() {
		n.Default = p.importBinding()
		if n.Phase == ast.PhaseSource || !p.eat(lexer.Comma) {
			return
		}
	}
	switch {
	case p.at(lexer.Mul):
		n.StarPos = p.t.Start
		p.next()
		if !p.eat(lexer.As) {
			p.unexpected()
		}
		n.Namespace = p.importBinding()
	case p.at(lexer.LBrace) && n.Phase == ast.PhaseEvaluation:
		p.namedImports(n)
	default:
		p.unexpected()
	}
}

// importPhase parses source and defer (stage 3) where they are no names.
func (p *Parser) importPhase() ast.Phase {
	if !p.opts.ImportPhases {
		return ast.PhaseEvaluation
	}
	t := p.peek()
	switch {
	case p.at(lexer.Defer) && t.Kind == lexer.Mul:
		p.next()
		return ast.PhaseDefer
	case p.at(lexer.Source) && t.Kind.IsContextual() && (t.Kind != lexer.From || p.secondFrom()):
		p.next()
		return ast.PhaseSource
	}
	return ast.PhaseEvaluation
}

// secondFrom reports whether the word after the next is from.
func (p *Parser) secondFrom() bool {
	s := p.lex.Save()
	p.lex.Next()
	p.lex.Next()
	ok := p.t.Kind == lexer.From
	p.lex.Restore(s)
	return ok
}

func (p *Parser) importBinding() *ast.Identifier {
	id, name := p.bindingIdentifier()
	if p.err == nil {
		id.Binding = p.declareLexical(name, ast.BindingImport, id.Start, id.Stop)
	}
	return id
}

func (p *Parser) namedImports(n *ast.ImportDeclaration) {
	p.next()
	n.Specifiers = []*ast.ImportSpecifier{}
	for !p.at(lexer.RBrace) {
		s := &ast.ImportSpecifier{Span: ast.Span{Start: p.t.Start}}
		if p.at(lexer.String) {
			s.Imported = p.moduleExportName()
			if !p.eat(lexer.As) {
				p.unexpected()
			}
			s.Local = p.importBinding()
		} else {
			if !p.t.Kind.IsWord() {
				p.unexpected()
				return
			}
			if k := p.peek().Kind; k == lexer.As {
				s.Imported = p.identifierName().Name
				p.next()
				s.Local = p.importBinding()
			} else {
				s.Local = p.importBinding()
				s.Imported = s.Local.Name
			}
		}
		s.Stop = p.lex.PrevEnd
		n.Specifiers = append(n.Specifiers, s)
		if !p.at(lexer.RBrace) && !p.eat(lexer.Comma) {
			p.unexpected()
			return
		}
	}
	p.next()
}

// moduleExportName parses a string or name as a ModuleExportName.
func (p *Parser) moduleExportName() *jstring.String {
	if p.at(lexer.String) {
		v := p.t.Value
		if !isWellFormed(v) {
			p.failToken("Invalid module export name: contains unpaired surrogate character")
			return jstring.Empty
		}
		p.next()
		return p.lex.Names.Intern(v).Str
	}
	return p.identifierName().Name
}

func isWellFormed(s *jstring.String) bool {
	for i := 0; i < s.Len(); i++ {
		switch c := s.At(i); {
		case jstring.IsTrailSurrogate(c):
			return false
		case jstring.IsLeadSurrogate(c):
			if i++; i == s.Len() || !jstring.IsTrailSurrogate(s.At(i)) {
				return false
			}
		}
	}
	return true
}

// fromClause parses `from "specifier"` and a with clause.
func (p *Parser) fromClause(from bool) (*ast.StringLiteral, []ast.ImportAttribute) {
	if from && !p.eat(lexer.From) {
		p.unexpected()
	}
	if !p.at(lexer.String) {
		p.unexpected()
		return &ast.StringLiteral{Value: jstring.Empty}, nil
	}
	source := p.stringLiteral()
	if p.at(lexer.With) || p.opts.LegacyAssert && p.at(lexer.Assert) && !p.t.Newline {
		p.next()
		return source, p.attributes()
	}
	return source, nil
}

// attributes parses the braces of a with clause.
func (p *Parser) attributes() []ast.ImportAttribute {
	p.expect(lexer.LBrace)
	list := []ast.ImportAttribute{}
	seen := map[*jstring.String]bool{}
	for !p.at(lexer.RBrace) {
		at := *p.t
		var key *jstring.String
		switch {
		case p.at(lexer.String):
			key = p.lex.Names.Intern(p.t.Value).Str
			p.next()
		case p.t.Kind.IsWord():
			key = p.identifierName().Name
		default:
			p.unexpected()
			return list
		}
		if seen[key] {
			p.failRange("Import attributes has a duplicate key '"+key.String()+"'", at.Start, at.End)
		}
		seen[key] = true
		p.expect(lexer.Colon)
		if !p.at(lexer.String) {
			p.unexpected()
			return list
		}
		list = append(list, ast.ImportAttribute{Key: key, Value: p.t.Value})
		p.next()
		if !p.at(lexer.RBrace) && !p.eat(lexer.Comma) {
			p.unexpected()
			return list
		}
	}
	p.next()
	slices.SortFunc(list, func(a, b ast.ImportAttribute) int { return jstring.Compare(a.Key, b.Key) })
	return list
}

// request returns the index of a module request, each of which is listed once.
func (p *Parser) request(source *ast.StringLiteral, attributes []ast.ImportAttribute, phase ast.Phase) int {
	var key strings.Builder
	key.WriteByte(byte(phase))
	unit := func(s *jstring.String) {
		for _, u := range s.AppendUnits(nil) {
			key.WriteByte(byte(u >> 8))
			key.WriteByte(byte(u))
		}
		key.WriteByte(0xFF)
	}
	unit(source.Value)
	for _, a := range attributes {
		unit(a.Key)
		unit(a.Value)
	}
	if i, ok := p.exports.requests[key.String()]; ok {
		return i
	}
	if p.exports.requests == nil {
		p.exports.requests = map[string]int{}
	}
	i := len(p.module.Requests)
	p.exports.requests[key.String()] = i
	p.module.Requests = append(p.module.Requests, &ast.ModuleRequest{Specifier: source.Value, Attributes: attributes, Phase: phase, Position: source.Start})
	return i
}

// importEntries records what an import declaration binds (16.2.2.2).
func (p *Parser) importEntries(n *ast.ImportDeclaration) {
	r := p.request(n.Source, n.Attributes, n.Phase)
	add := func(imported *jstring.String, local *ast.Identifier) {
		p.module.Imports = append(p.module.Imports, &ast.ImportEntry{
			Request: r, ImportName: imported, LocalName: local.Name, Binding: local.Binding, Position: local.Start})
	}
	switch {
	case n.Phase == ast.PhaseSource:
		add(nil, n.Default)
	case n.Default != nil:
		add(p.canonical("default").Str, n.Default)
	}
	if n.Namespace != nil {
		add(nil, n.Namespace)
	}
	for _, s := range n.Specifiers {
		add(s.Imported, s.Local)
	}
}

// exportEntry records an export, whose name must not have been exported yet.
func (p *Parser) exportEntry(e *ast.ExportEntry, start, end uint32) {
	e.Position = start
	if e.ExportName != nil {
		if p.exports.names[e.ExportName] {
			p.failRange("Duplicate export of '"+e.ExportName.String()+"'", start, end)
		}
		if p.exports.names == nil {
			p.exports.names = map[*jstring.String]bool{}
		}
		p.exports.names[e.ExportName] = true
	}
	p.exports.entries = append(p.exports.entries, e)
}

// exportDeclaration parses an ExportDeclaration (16.2.3).
func (p *Parser) exportDeclaration() ast.Stmt {
	start := p.t.Start
	p.next()
	switch p.t.Kind {
	case lexer.Mul:
		return p.exportAll(start)
	case lexer.LBrace:
		return p.exportNamed(start)
	case lexer.Default:
		return p.exportDefault(start)
	}
	n := &ast.ExportNamedDeclaration{}
	switch p.t.Kind {
	case lexer.Var:
		n.Declaration = p.statement(false)
	case lexer.Const, lexer.Function, lexer.Class:
		n.Declaration = p.statementListItem()
	case lexer.Let, lexer.Async:
		at := p.t.Start
		n.Declaration = p.statementListItem()
		switch n.Declaration.(type) {
		case *ast.VariableDeclaration, *ast.FunctionDeclaration:
		default:
			p.failRange("Unexpected token", at, at+1)
		}
	default:
		p.unexpected()
	}
	n.Span = p.span(start)
	if p.err != nil {
		return n
	}
	local := func(id *ast.Identifier) {
		p.exportEntry(&ast.ExportEntry{ExportName: id.Name, Request: -1, LocalName: id.Name}, id.Start, id.Stop)
	}
	switch d := n.Declaration.(type) {
	case *ast.VariableDeclaration:
		for _, v := range d.Declarations {
			boundNames(v.Target, local)
		}
	case *ast.FunctionDeclaration:
		local(d.Function.Name)
	case *ast.ClassDeclaration:
		local(d.Class.Name)
	}
	return n
}

// boundNames calls f with the identifiers of a binding pattern (8.2.1 BoundNames).
func boundNames(t ast.Pattern, f func(*ast.Identifier)) {
	switch n := t.(type) {
	case *ast.Identifier:
		f(n)
	case *ast.ArrayPattern:
		for _, el := range n.Elements {
			if el != nil {
				boundNames(el.Target, f)
			}
		}
		if n.Rest != nil {
			boundNames(n.Rest.Target, f)
		}
	case *ast.ObjectPattern:
		for _, prop := range n.Properties {
			boundNames(prop.Value.Target, f)
		}
		if n.Rest != nil {
			boundNames(n.Rest.Target, f)
		}
	}
}

func (p *Parser) exportAll(start uint32) ast.Stmt {
	n := &ast.ExportAllDeclaration{}
	at := *p.t
	p.next()
	if p.eat(lexer.As) {
		at = *p.t
		n.ExportedPos = at.Start
		n.Exported = p.moduleExportName()
	}
	n.Source, n.Attributes = p.fromClause(true)
	r := p.request(n.Source, n.Attributes, ast.PhaseEvaluation)
	p.exportEntry(&ast.ExportEntry{ExportName: n.Exported, Request: r}, at.Start, at.End)
	p.semicolon()
	n.Span = p.span(start)
	return n
}

func (p *Parser) exportNamed(start uint32) ast.Stmt {
	n := &ast.ExportNamedDeclaration{}
	p.next()
	// The tokens of local names, which are references only if no from follows.
	var locals []lexer.Token
	for !p.at(lexer.RBrace) {
		s := &ast.ExportSpecifier{Span: ast.Span{Start: p.t.Start}}
		t := *p.t
		locals = append(locals, t)
		var name *jstring.String
		if p.at(lexer.String) {
			name = p.moduleExportName()
			s.Local = &ast.StringLiteral{Span: ast.Span{Start: t.Start, Stop: t.End}, Value: name}
		} else {
			id := p.identifierName()
			s.Local, name = id, id.Name
		}
		s.Exported, s.ExportedPos = name, t.Start
		if p.eat(lexer.As) {
			s.ExportedPos = p.t.Start
			s.Exported = p.moduleExportName()
		}
		s.Stop = p.lex.PrevEnd
		n.Specifiers = append(n.Specifiers, s)
		if !p.at(lexer.RBrace) && !p.eat(lexer.Comma) {
			p.unexpected()
			return n
		}
	}
	p.next()
	if p.at(lexer.From) {
		n.Source, n.Attributes = p.fromClause(true)
		r := p.request(n.Source, n.Attributes, ast.PhaseEvaluation)
		for _, s := range n.Specifiers {
			name := p.specifierName(s)
			p.exportEntry(&ast.ExportEntry{ExportName: s.Exported, Request: r, ImportName: name}, s.Start, s.Stop)
		}
	} else {
		for i, s := range n.Specifiers {
			p.localSpecifier(s, locals[i])
		}
	}
	p.semicolon()
	n.Span = p.span(start)
	return n
}

func (p *Parser) specifierName(s *ast.ExportSpecifier) *jstring.String {
	if l, ok := s.Local.(*ast.StringLiteral); ok {
		return l.Value
	}
	return s.Local.(*ast.IdentifierName).Name
}

// localSpecifier makes the name of a specifier without from a reference.
func (p *Parser) localSpecifier(s *ast.ExportSpecifier, t lexer.Token) {
	k := t.Kind
	if k == lexer.Identifier {
		k = t.Name.Kind
	}
	switch {
	case k == lexer.String:
		p.failRange("Unexpected string", t.Start, t.End)
		return
	case !k.IsContextual(), k.IsStrictReserved(), k == lexer.Await:
		p.failRange("Unexpected token '"+p.source.Substring(int(t.Start), int(t.End)).String()+"'", t.Start, t.End)
		return
	}
	id := &ast.Identifier{Span: ast.Span{Start: t.Start, Stop: t.End}, Name: t.Name.Str}
	s.Local = id
	p.reference(id, t.Name)
	p.exportEntry(&ast.ExportEntry{ExportName: s.Exported, Request: -1, LocalName: id.Name}, t.Start, t.End)
}

func (p *Parser) exportDefault(start uint32) ast.Stmt {
	n := &ast.ExportDefaultDeclaration{}
	defaultName := p.canonical("default").Str
	at := *p.t
	if p.exports.names[defaultName] {
		message := "Duplicate export of 'default'"
		if p.scope.Lookup(p.canonical("*default*").Str) != nil {
			message = "Identifier '.default' has already been declared" // HOST: V8's name for it
		}
		p.failToken(message)
	}
	p.next()
	star := p.canonical("*default*")
	local := star.Str
	t := p.peek()
	declStart := p.t.Start
	async := p.at(lexer.Async) && t.Kind == lexer.Function && !t.Newline
	switch {
	case p.at(lexer.Function) || async:
		if async {
			p.next()
		}
		d := p.defaultFunction(declStart, async, star)
		n.Declaration, n.Binding = d, d.Binding
		if d.Function.Name != nil {
			local = d.Function.Name.Name
		}
	case p.at(lexer.Class):
		c, name := p.classNode(false)
		d := &ast.ClassDeclaration{Span: c.Span, Class: c}
		if p.err != nil {
			break
		}
		if c.Name != nil {
			local = name.Str
			d.Binding = p.declareLexical(name, ast.BindingClass, c.Name.Start, c.Name.Stop)
		} else {
			d.Binding = p.declareLexical(star, ast.BindingDefault, at.Start, at.End)
		}
		d.Binding.InitPos = c.Stop
		n.Declaration, n.Binding = d, d.Binding
	default:
		e := p.assignment(true, false)
		p.semicolon()
		n.Declaration = e
		if p.err == nil {
			n.Binding = p.declareLexical(star, ast.BindingDefault, at.Start, at.End)
			n.Binding.InitPos = p.lex.PrevEnd
		}
	}
	if p.err == nil {
		p.exportEntry(&ast.ExportEntry{ExportName: defaultName, Request: -1, LocalName: local, Binding: n.Binding}, at.Start, at.End)
	}
	n.Span = p.span(start)
	return n
}

// defaultFunction parses the function of an export default, which may have no name.
func (p *Parser) defaultFunction(start uint32, async bool, star *lexer.Name) *ast.FunctionDeclaration {
	s := p.lex.Save()
	p.lex.Next()
	if p.t.Kind == lexer.Mul {
		p.lex.Next()
	}
	named := p.t.Kind != lexer.LParen
	p.lex.Restore(s)
	if named {
		return p.functionDeclaration(start, async).(*ast.FunctionDeclaration)
	}
	f := &ast.FunctionNode{Span: ast.Span{Start: start}, Kind: ast.FunctionDecl, IsAsync: async}
	d := &ast.FunctionDeclaration{Function: f}
	at := *p.t
	p.next()
	f.IsGenerator = p.eat(lexer.Mul)
	d.Binding = p.declareLexical(star, ast.BindingFunction, at.Start, at.End)
	p.scope.Functions = append(p.scope.Functions, d)
	st := p.beginFunction(f)
	p.functionRest(f)
	p.endFunction(f, st)
	d.Span = f.Span
	return d
}

// resolveExports checks that local exports are declared and sorts the entries (16.2.1.7.1,
// steps 7 to 10): the export of an imported name is an indirect export.
func (p *Parser) resolveExports() {
	if p.err != nil {
		return
	}
	m := p.module
	imported := map[*jstring.String]*ast.ImportEntry{}
	for _, e := range m.Imports {
		imported[e.LocalName] = e
	}
	for _, e := range p.exports.entries {
		switch {
		case e.Request < 0:
			if e.Binding == nil {
				e.Binding = m.Scope.Lookup(e.LocalName)
			}
			if e.Binding == nil {
				p.failRange("Export '"+e.LocalName.String()+"' is not defined in module", e.Position, e.Position+uint32(e.LocalName.Len()))
				return
			}
			e.Binding.Referenced, e.Binding.Captured = true, true
			if i := imported[e.LocalName]; i != nil && i.ImportName != nil {
				m.IndirectExports = append(m.IndirectExports, &ast.ExportEntry{
					ExportName: e.ExportName, Request: i.Request, ImportName: i.ImportName, Position: e.Position})
				continue
			}
			m.LocalExports = append(m.LocalExports, e)
		case e.ExportName == nil:
			m.StarExports = append(m.StarExports, e)
		default:
			m.IndirectExports = append(m.IndirectExports, e)
		}
	}
}
