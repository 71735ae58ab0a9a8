package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
)

// The modes that a generator is resumed with.
const (
	resumeNext = iota
	resumeThrow
	resumeReturn
)

// yield evaluates a yield expression into dst.
func (f *funcState) yield(e *ast.YieldExpression, dst int) {
	if e.Delegate {
		f.yieldDelegate(e, dst)
		return
	}
	var v int
	if e.Argument == nil {
		v = f.alloc()
		f.loadUndefined(v)
	} else {
		v = f.any(e.Argument)
	}
	f.at(e.Start)
	sent := f.allocN(2)
	if f.async {
		f.emit(bytecode.OpAWAIT, v, sent, 0)
		v = sent
	}
	f.emit(bytecode.OpYIELD, v, sent, 0)
	f.resume(sent)
	f.move(dst, sent)
}

// resume goes on after a yield: R[sent] and R[sent+1] are a value and its mode.
func (f *funcState) resume(sent int) {
	if !f.async && !f.exitHasWork() {
		l := f.returnLabel(sent)
		l.refs = append(l.refs, f.emit(bytecode.OpRESUME, sent, 0, 0))
		return
	}
	next, ret := &label{}, &label{}
	f.branch(bytecode.OpRESUME, sent, 0, ret)
	f.jump(next)
	f.bind(ret)
	if f.async {
		f.emit(bytecode.OpAWAIT, sent, sent, 0)
	}
	f.exitTo(exit{}, sent)
	f.bind(next)
}

// exitHasWork reports whether a return has to close or run something.
func (f *funcState) exitHasWork() bool {
	for _, c := range f.controls {
		if c.kind != controlTarget && c.kind != controlHandler {
			return true
		}
	}
	return false
}

// returnStub is a return of a register at the end of the code.
type returnStub struct {
	reg   int
	label *label
}

func (f *funcState) returnLabel(r int) *label {
	for _, s := range f.returns {
		if s.reg == r {
			return s.label
		}
	}
	s := returnStub{r, &label{}}
	f.returns = append(f.returns, s)
	return s.label
}

func (f *funcState) finishReturns() {
	for _, s := range f.returns {
		f.bind(s.label)
		f.emit(bytecode.OpRETURN, s.reg, 0, 0)
	}
}

// yieldDelegate evaluates yield* (15.5.5) into dst.
func (f *funcState) yieldDelegate(e *ast.YieldExpression, dst int) {
	it := f.allocN(3)
	sent := f.allocN(2)
	result := f.allocN(2)
	t := f.alloc()
	src := f.any(e.Argument)
	f.at(e.Start)
	if f.async {
		f.ext(bytecode.ExtGETASYNCITER, it, src, 0)
	} else {
		f.code[f.emit(bytecode.OpGETITER, it, src, 0)].N = 1
	}
	f.loadUndefined(sent)
	f.loadInt(sent+1, resumeNext)
	noReturn, noThrow, done, end := &label{}, &label{}, &label{}, &label{}
	top := f.here()
	f.ext(bytecode.ExtDELEGATE, it, sent, result)
	f.branch(bytecode.OpJSEQI, result+1, 1, noReturn)
	f.branch(bytecode.OpJSEQI, result+1, 2, noThrow)
	if f.async {
		f.emit(bytecode.OpAWAIT, result, result, 0)
	}
	f.ext(bytecode.ExtCHECKOBJECT, result, 0, 0)
	f.ext(bytecode.ExtITERDONE, t, result, 0)
	f.branch(bytecode.OpJTRUE, t, 0, done)
	if f.async {
		f.ext(bytecode.ExtITERVAL, t, result, 0)
		f.emit(bytecode.OpYIELD, t, sent, 0)
		f.awaitReturned(sent, top)
	} else {
		f.ext(bytecode.ExtYIELDRAW, result, sent, 0)
	}
	f.jump(top)

	f.bind(noThrow)
	if f.async {
		f.emit(bytecode.OpLOADFALSE, it+2, 0, 0)
		f.asyncClose(it)
	} else {
		f.emit(bytecode.OpLOADFALSE, it+2, 0, 0)
		f.emit(bytecode.OpITERCLOSE, it, 0, 0)
	}
	f.ext32(bytecode.ExtTHROWTYPE, 0, uint32(f.stringConst(f.c.name("The iterator does not provide a 'throw' method"))))

	f.bind(noReturn)
	if f.async {
		f.emit(bytecode.OpAWAIT, sent, sent, 0)
	}
	f.exitTo(exit{}, sent)

	f.bind(done)
	f.ext(bytecode.ExtITERVAL, t, result, 0)
	f.branch(bytecode.OpJSNEI, sent+1, resumeReturn, end)
	f.exitTo(exit{}, t)
	f.bind(end)
	f.move(dst, t)
}

// awaitReturned awaits the value of a return sent to an async generator in yield*
// and goes back to top; if that throws, a throw was sent.
func (f *funcState) awaitReturned(sent int, top *label) {
	f.branch(bytecode.OpJSNEI, sent+1, resumeReturn, top)
	c := f.pushControl(&control{kind: controlHandler})
	f.protect(c, sent)
	f.emit(bytecode.OpAWAIT, sent, sent, 0)
	f.popControl()
	f.jump(top)
	f.bind(c.handler)
	f.loadInt(sent+1, resumeThrow)
}
