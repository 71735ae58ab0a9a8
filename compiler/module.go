package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
)

// moduleState collects the parts of a module beside its code.
type moduleState struct {
	module *ast.Module
	out    *bytecode.Module
	locals map[*ast.Binding]uint32
}

// CompileModule compiles a module. tick is as in EvalOptions.
func CompileModule(module *ast.Module, source *bytecode.Source, tick func(n int) error) (*bytecode.Module, error) {
	c := newCompiler(source, rootModule)
	c.eval.Tick = tick
	m := &moduleState{module: module, out: &bytecode.Module{HasTLA: module.HasTopLevelAwait}, locals: map[*ast.Binding]uint32{}}
	m.out.Body = c.build(nil, module, func(f *funcState) {
		f.fn.Flags |= bytecode.FlagModule
		f.setTopLevel(true, module.Span)
		f.async = module.HasTopLevelAwait
		if f.async {
			f.fn.Flags |= bytecode.FlagAsync
		}
	}, m.body)
	m.requests()
	m.exports()
	return m.out, c.err
}

// body compiles the module's code. Its environment, which is made when the module is
// linked, is the function's captured variables.
func (m *moduleState) body(f *funcState) {
	s := m.module.Scope
	if f.async {
		f.ext(bytecode.ExtINITASYNC, 0, 0, 0)
	}
	m.environment(f)
	f.prologue(s)
	for _, b := range s.Bindings {
		if _, ok := f.captures[b]; !ok {
			f.declare(b)
		}
	}
	f.makeRecord(s, recordVarScope|recordAlways)
	m.functions(f)
	f.withUsing(s, func() { f.statements(m.module.Body) })
	f.endFunction()
}

// environment lays out the captured variables: exported, captured and hoisted
// bindings, then imports.
func (m *moduleState) environment(f *funcState) {
	m.out.Locals, m.out.Imports, m.out.Functions = nil, nil, nil
	exported := map[*ast.Binding]bool{}
	for _, e := range m.module.LocalExports {
		exported[e.Binding] = true
	}
	for _, b := range m.module.Scope.Bindings {
		if b.Kind == ast.BindingImport || !exported[b] && !b.Captured && b.Kind != ast.BindingFunction && b.Kind != ast.BindingDefault {
			continue
		}
		v := f.capture(b, bytecode.Capture{FromParent: true, Index: uint32(len(m.out.Locals)), Name: b.Name})
		m.locals[b] = uint32(v.index)
		m.out.Locals = append(m.out.Locals, bytecode.ModuleLocal{
			Name: b.Name, Lexical: b.Kind.IsLexical() && !m.isHoistedDefault(b), Const: b.Kind.IsImmutable()})
	}
	for _, i := range m.module.Imports {
		f.capture(i.Binding, bytecode.Capture{FromParent: true, Index: uint32(len(m.out.Locals) + len(m.out.Imports)), Name: i.LocalName})
		m.out.Imports = append(m.out.Imports, bytecode.ModuleImport{
			Request: uint32(i.Request), Name: i.ImportName, Local: i.LocalName, Pos: i.Position})
	}
}

// isHoistedDefault reports whether b is *default* of a function declaration.
func (m *moduleState) isHoistedDefault(b *ast.Binding) bool {
	d, _ := m.defaultFunction()
	return d != nil && d.Binding == b
}

// defaultFunction returns the export default of a function without a name.
func (m *moduleState) defaultFunction() (*ast.ExportDefaultDeclaration, *ast.FunctionDeclaration) {
	for _, s := range m.module.Body {
		if d, ok := s.(*ast.ExportDefaultDeclaration); ok {
			if fn, ok := d.Declaration.(*ast.FunctionDeclaration); ok && fn.Function.Name == nil {
				return d, fn
			}
		}
	}
	return nil, nil
}

// functions compiles the function declarations of the top level, which linking
// instantiates. With a scope record they can only be made when the body runs.
func (m *moduleState) functions(f *funcState) {
	s := m.module.Scope
	hoist := func(fn *ast.FunctionNode, b *ast.Binding) {
		name := functionName(fn)
		if fn.Name == nil {
			name = f.c.name("default")
		}
		if f.scope != noReg {
			mark := f.next
			r := f.alloc()
			f.closure(fn, name, r)
			f.initialize(b, r)
			f.release(mark)
			return
		}
		i := f.addFunction(f.c.function(f, fn, name))
		f.lazyBoxes = nil
		m.out.Functions = append(m.out.Functions, bytecode.HoistedFunction{Local: m.locals[b], Func: uint32(i)})
	}
	for _, d := range lastFunctions(s) {
		hoist(d.Function, d.Function.Name.Binding)
	}
	if d, fn := m.defaultFunction(); d != nil {
		hoist(fn.Function, d.Binding)
	}
}

// exportDefault evaluates an export default declaration.
func (f *funcState) exportDefault(s *ast.ExportDefaultDeclaration) {
	r := f.alloc()
	switch d := s.Declaration.(type) {
	case *ast.FunctionDeclaration:
		return
	case *ast.ClassDeclaration:
		name := f.c.name("default")
		if d.Class.Name != nil {
			name = d.Class.Name.Name
		}
		f.class(d.Class, name, noReg, r)
	case ast.Expr:
		f.named(d, f.c.name("default"), r)
	}
	f.initialize(s.Binding, r)
}

func (m *moduleState) requests() {
	for _, r := range m.module.Requests {
		q := bytecode.ModuleRequest{Specifier: r.Specifier, Phase: uint8(importPhase[r.Phase]), Pos: r.Position}
		for _, a := range r.Attributes {
			q.Attributes = append(q.Attributes, bytecode.ImportAttribute{Key: a.Key, Value: a.Value})
		}
		m.out.Requests = append(m.out.Requests, q)
	}
}

func (m *moduleState) exports() {
	for _, e := range m.module.LocalExports {
		x := bytecode.ModuleExport{Kind: bytecode.ExportLocal, Name: e.ExportName, Local: m.locals[e.Binding], Pos: e.Position}
		if e.Binding != nil && e.Binding.Kind == ast.BindingImport {
			// An imported namespace: the same as export * as name from.
			x.Kind, x.Local = bytecode.ExportIndirect, 0
			for _, i := range m.module.Imports {
				if i.Binding == e.Binding {
					x.Request, x.Import = uint32(i.Request), i.ImportName
				}
			}
		}
		m.out.Exports = append(m.out.Exports, x)
	}
	for _, e := range m.module.IndirectExports {
		m.out.Exports = append(m.out.Exports, bytecode.ModuleExport{
			Kind: bytecode.ExportIndirect, Name: e.ExportName, Request: uint32(e.Request), Import: e.ImportName, Pos: e.Position})
	}
	for _, e := range m.module.StarExports {
		m.out.Exports = append(m.out.Exports, bytecode.ModuleExport{
			Kind: bytecode.ExportStar, Name: e.ExportName, Request: uint32(e.Request), Pos: e.Position})
	}
}
