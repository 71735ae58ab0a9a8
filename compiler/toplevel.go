package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

// scriptBody compiles a script: 16.1.7 GlobalDeclarationInstantiation and the body.
func (f *funcState) scriptBody(script *ast.Script) {
	f.prologue(script.Scope)
	f.completion = f.alloc()
	f.loadUndefined(f.completion)
	if d := declarations(script.Scope); d != nil {
		f.ext(bytecode.ExtDECLGLOBAL, 0, f.constant(bytecode.Const{Kind: bytecode.ConstDeclarations, Declarations: d}, true), 0)
	}
	f.makeRecord(script.Scope, recordAlways)
	f.eachFunction(script.Scope, func(name *jstring.String, r int) {
		i, ok := f.globalSite(name)
		if !ok {
			f.c.tooLarge()
		}
		f.ext(bytecode.ExtINITGLOBALFN, i, r, 0)
	})
	f.finishScript(script)
}

func (f *funcState) finishScript(script *ast.Script) {
	f.withUsing(script.Scope, func() { f.statements(script.Body) })
	f.emit(bytecode.OpRETURN, f.completion, 0, 0)
	f.endNames(0)
}

// evalBody compiles eval code: 19.2.1.3 EvalDeclarationInstantiation and the body.
func (f *funcState) evalBody(script *ast.Script) {
	f.prologue(script.Scope)
	f.completion = f.alloc()
	f.loadUndefined(f.completion)
	s := script.Scope
	outer := f.scope
	if outer == noReg && !script.Strict {
		outer = f.alloc()
		f.loadUndefined(outer)
	}
	if d := declarations(s); d != nil && !script.Strict {
		d.Lexicals = nil
		f.ext(bytecode.ExtDECLEVAL, outer, f.constant(bytecode.Const{Kind: bytecode.ConstDeclarations, Declarations: d}, true), 0)
	}
	for _, b := range s.Bindings {
		if !isEvalVar(b) {
			f.declare(b)
		}
	}
	flags := recordAlways
	if script.Strict {
		flags |= recordVarScope
	}
	f.makeRecord(s, flags)
	if script.Strict {
		f.createFunctions(s)
	} else {
		f.eachFunction(s, func(name *jstring.String, r int) {
			f.ext(bytecode.ExtINITEVALFN, outer, r, f.nameConst(name))
		})
	}
	f.finishScript(script)
}

// declarations collects what the top level s declares, nil if nothing.
func declarations(s *ast.Scope) *bytecode.Declarations {
	d := &bytecode.Declarations{}
	for _, b := range s.Bindings {
		switch {
		case b.Kind.IsLexical():
			d.Lexicals = append(d.Lexicals, bytecode.Lexical{Name: b.Name, Const: b.Kind.IsImmutable()})
		case b.Kind == ast.BindingVar && !b.IsAnnexB:
			d.Vars = append(d.Vars, b.Name)
		}
	}
	for _, x := range lastFunctions(s) {
		d.Functions = append(d.Functions, x.Function.Name.Name)
	}
	for _, x := range s.AnnexBFunctions {
		d.AnnexB = append(d.AnnexB, x.Function.Name.Name)
	}
	if len(d.Vars)+len(d.Functions)+len(d.AnnexB)+len(d.Lexicals) == 0 {
		return nil
	}
	return d
}

// lastFunctions returns the function declarations of s that count: the last ones of
// each name.
func lastFunctions(s *ast.Scope) []*ast.FunctionDeclaration {
	last := make(map[*jstring.String]*ast.FunctionDeclaration, len(s.Functions))
	for _, d := range s.Functions {
		if d.Function.Name != nil {
			last[d.Function.Name.Name] = d
		}
	}
	var list []*ast.FunctionDeclaration
	for _, d := range s.Functions {
		if d.Function.Name != nil && last[d.Function.Name.Name] == d {
			list = append(list, d)
		}
	}
	return list
}

// eachFunction creates the functions that a top level declares and hands them to bind.
func (f *funcState) eachFunction(s *ast.Scope, bind func(name *jstring.String, r int)) {
	for _, d := range lastFunctions(s) {
		mark := f.next
		r := f.alloc()
		f.closure(d.Function, functionName(d.Function), r)
		bind(d.Function.Name.Name, r)
		f.release(mark)
	}
}
