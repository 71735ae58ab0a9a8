package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
)

// CallPosition is where a call is reported: at the last name of the callee, or
// after the callee if that is not a name.
func CallPosition(callee ast.Expr) uint32 {
	switch c := callee.(type) {
	case *ast.Identifier:
		return c.Start
	case *ast.MemberExpression:
		return c.Property.Start
	case *ast.SuperProperty:
		if c.Property != nil {
			return c.Property.Start
		}
	}
	return callee.End()
}

// chainCall compiles a call whose callee is at s.callee, or the value so far.
func (f *funcState) chainCall(s *chainState, e *ast.CallExpression, out int, none *label, tail bool) {
	if s.callee == noReg {
		f.plainCallee(s)
	}
	if e.Optional && none != nil {
		f.branch(bytecode.OpJNULLISH, s.callee, 0, none)
	}
	if f.appliesArguments(e) {
		f.applyArguments(s.callee, e, out, tail)
		return
	}
	n, spread := f.arguments(e.Arguments)
	f.at(CallPosition(e.Callee))
	if e.DirectEval && e.Scope != nil {
		if tail && !spread && f.mayTailCall() {
			f.tailUnlessEval(s.callee, n)
		}
		f.directEval(s.callee, n, spread, out)
		if tail {
			f.emit(bytecode.OpRETURN, out, 0, 0)
		}
		return
	}
	f.call(s.callee, n, spread, out, tail)
}

// arguments evaluates arguments into registers from the next on and returns their
// number; if they are to be spread, into an array in the next register.
func (f *funcState) arguments(list []ast.Expr) (n int, spread bool) {
	spread = f.next+len(list) > maxRegs-4000
	for _, a := range list {
		if _, ok := a.(*ast.SpreadElement); ok {
			spread = true
		}
	}
	if spread {
		f.arrayElements(list, f.alloc())
		return 1, true
	}
	for _, a := range list {
		f.push(a)
	}
	return len(list), false
}

// call emits a call of the window at w.
func (f *funcState) call(w, n int, spread bool, out int, tail bool) {
	switch {
	case spread:
		f.ext(bytecode.ExtCALLSPREAD, w, 0, out)
	case tail && f.mayTailCall():
		f.emit(bytecode.OpTAILCALL, w, n, 0)
		f.emit(bytecode.OpRETURN, w, 0, 0)
		return
	case n == 0:
		f.emit(bytecode.OpCALL0, w, 0, out)
	case n == 1:
		f.emit(bytecode.OpCALL1, w, 0, out)
	case n == 2:
		f.emit(bytecode.OpCALL2, w, 0, out)
	default:
		f.emit(bytecode.OpCALL, w, n, out)
	}
	if tail {
		f.emit(bytecode.OpRETURN, out, 0, 0)
	}
}

// tailUnlessEval makes the call of the window at w a tail call if the function is
// not %eval%.
func (f *funcState) tailUnlessEval(w, n int) {
	eval := &label{}
	t := f.alloc()
	f.ext(bytecode.ExtISEVAL, t, w, 0)
	f.branch(bytecode.OpJTRUE, t, 0, eval)
	f.release(t)
	f.call(w, n, false, w, true)
	f.bind(eval)
}

// directEval emits a possible direct eval.
func (f *funcState) directEval(w, n int, spread bool, out int) {
	scope := f.alloc()
	if f.scope == noReg {
		f.loadUndefined(scope)
	} else {
		f.move(scope, f.scope)
	}
	if spread {
		f.ext(bytecode.ExtCALLEVALSPREAD, w, 0, out)
	} else {
		f.ext(bytecode.ExtCALLEVAL, w, n, out)
	}
}

// newExpression evaluates new callee(...).
func (f *funcState) newExpression(e *ast.NewExpression, dst int) {
	w := f.push(e.Callee)
	f.alloc()
	n, spread := f.arguments(e.Arguments)
	f.at(e.Start)
	if spread {
		f.ext(bytecode.ExtNEWSPREAD, w, 0, dst)
	} else {
		f.emit(bytecode.OpNEW, w, n, dst)
	}
}

// superCall evaluates 13.3.7.1 super(...).
func (f *funcState) superCall(e *ast.SuperCall, dst int) {
	function, target, this := f.pseudo(pseudoFunction), f.pseudo(pseudoNewTarget), f.pseudo(pseudoThis)
	result := f.alloc()
	w := f.allocN(2)
	f.at(e.Start)
	f.ext(bytecode.ExtSUPERBASE, w, f.valueOf(function), 0)
	f.release(w + 2)
	f.loadVariable(target, f.variable(target), w+1, false)
	n, spread := f.arguments(e.Arguments)
	f.at(e.Start)
	if spread {
		f.ext(bytecode.ExtSUPERSPREAD, w, 0, result)
	} else {
		f.ext(bytecode.ExtSUPERCALL, w, n, result)
	}
	f.release(w)
	switch v := f.variable(this); v.kind {
	case inRegister:
		f.ext(bytecode.ExtBINDTHIS, v.index, result, 0)
	case inBox:
		f.ext(bytecode.ExtBINDTHISBOX, v.index, result, 0)
	case captured:
		box := f.alloc()
		f.emit(bytecode.OpCAPBOX, box, v.index, 0)
		f.ext(bytecode.ExtBINDTHISBOX, box, result, 0)
	default:
		f.lookupSet(this.Name, result)
	}
	f.emit(bytecode.OpINITFIELDS, result, f.valueOf(function), 0)
	f.move(dst, result)
}

// importCall evaluates import(source, options).
func (f *funcState) importCall(e *ast.ImportCall, dst int) {
	source := f.push(e.Source)
	options := f.alloc()
	if e.Options != nil {
		f.to(e.Options, options)
	} else {
		f.loadUndefined(options)
	}
	f.at(e.Start)
	f.ext(bytecode.ExtIMPORT, dst, source, options)
	f.emit(bytecode.OpNOP, importPhase[e.Phase], 0, 0)
}

// importPhase numbers the phases as templates do.
var importPhase = [...]int{
	ast.PhaseEvaluation: bytecode.PhaseEvaluation, ast.PhaseDefer: bytecode.PhaseDefer, ast.PhaseSource: bytecode.PhaseSource}
