package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
)

// The states in which USINGDISPOSE leaves the register after the error.
const (
	disposeDone  = 0
	disposeAwait = 2
	disposeThrew = 3 // told to USINGDISPOSE: the await threw
)

// usesUsing reports whether s has using declarations, and await using ones.
func usesUsing(s *ast.Scope) bool {
	if s == nil {
		return false
	}
	for _, b := range s.Bindings {
		if b.Kind == ast.BindingUsing || b.Kind == ast.BindingAwaitUsing {
			return true
		}
	}
	return false
}

// withUsing compiles the body of a scope; the resources of its using declarations
// are disposed of when control leaves it.
func (f *funcState) withUsing(s *ast.Scope, body func()) {
	if !usesUsing(s) {
		body()
		return
	}
	mark := f.next
	outer := f.usingStack
	// The stack; is there an error; the error; state; what to await.
	stack := f.allocN(5)
	f.ext(bytecode.ExtUSINGSTACK, stack, 0, 0)
	f.loadUndefined(stack + 2)
	f.loadUndefined(stack + 4)
	f.usingStack = stack
	f.tryFinally(body, func(completion, value int) { f.dispose(stack, completion, value) })
	f.usingStack = outer
	f.release(mark)
}

// dispose is the loop of DisposeResources.
func (f *funcState) dispose(stack, completion, value int) {
	noError, start := &label{}, &label{}
	f.loadInt(stack+3, disposeDone)
	f.branch(bytecode.OpJSNEI, completion, completionThrow, noError)
	f.loadInt(stack+1, 1)
	f.move(stack+2, value)
	f.jump(start)
	f.bind(noError)
	f.loadInt(stack+1, 0)
	f.bind(start)

	done := &label{}
	top := f.here()
	f.ext(bytecode.ExtUSINGDISPOSE, stack, 0, 0)
	f.branch(bytecode.OpJSEQI, stack+3, disposeDone, done)
	if f.async {
		f.branch(bytecode.OpJSNEI, stack+3, disposeAwait, top)
		c := f.pushControl(&control{kind: controlHandler})
		f.protect(c, stack+4)
		f.emit(bytecode.OpAWAIT, stack+4, stack+4, 0)
		f.popControl()
		f.jump(top)
		f.bind(c.handler)
		f.loadInt(stack+3, disposeThrew)
	}
	f.jump(top)
	f.bind(done)
	end := &label{}
	f.branch(bytecode.OpJSNEI, stack+1, 1, end)
	f.loadInt(completion, completionThrow)
	f.move(value, stack+2)
	f.bind(end)
}

// addResource registers the value of a using declaration.
func (f *funcState) addResource(r int, kind ast.BindingKind) {
	f.ext(bytecode.ExtUSINGADD, f.usingStack, r, boolInt(kind == ast.BindingAwaitUsing))
}
