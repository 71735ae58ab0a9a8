package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

// controlKind tells what must happen when control leaves a construct early.
type controlKind uint8

const (
	controlTarget        controlKind = iota // a target of break or continue
	controlHandler                          // a try block with catch: nothing
	controlFinally                          // completions go through a finally block
	controlIterator                         // the iterator is closed
	controlAsyncIterator                    // likewise, with await
)

// control is an entry of the stack of constructs around the current place.
type control struct {
	kind      controlKind
	labels    []*jstring.String
	breaks    *label // target of break: of any for loops and switch, by label for all
	continues *label
	plain     bool // break and continue without a label end here

	iterator int // registers of controlIterator

	// controlFinally
	completion, value int // registers of the kind of completion and its value
	entry             *label
	exits             []exit

	// The region of code whose exceptions go to handler, with the value in caught.
	handler   *label
	caught    int
	protected bool
	start     int
}

// The kinds of completions that registers of finally blocks hold; exits are
// numbered from completionExit on.
const (
	completionNormal = iota
	completionThrow
	completionExit
)

// exit is a way out of a construct.
type exit struct {
	target    *control // nil: return
	continues bool
}

// pendingHandler is an entry of the handler table whose target may be unknown.
type pendingHandler struct {
	start, end int
	target     *label
	reg        int
}

func (f *funcState) pushControl(c *control) *control {
	f.controls = append(f.controls, c)
	return c
}

// popControl removes the innermost control and ends its region.
func (f *funcState) popControl() *control {
	c := f.controls[len(f.controls)-1]
	f.suspend(c)
	c.protected = false
	f.controls = f.controls[:len(f.controls)-1]
	return c
}

// protect begins a region of c: what it throws goes to c.handler with the
// value in register caught.
func (f *funcState) protect(c *control, caught int) {
	c.handler, c.caught, c.protected, c.start = &label{}, caught, true, f.pc()
}

// suspend ends the region of c here, resume goes on with it.
func (f *funcState) suspend(c *control) {
	if c.protected && f.pc() > c.start {
		f.handlers = append(f.handlers, pendingHandler{c.start, f.pc(), c.handler, c.caught})
	}
	c.start = f.pc()
}

// exitTo leaves all controls down to the target of e, or all if e is a return of
// the value in register value (noReg: undefined).
func (f *funcState) exitTo(e exit, value int) {
	mark := f.next
	first := len(f.controls)
	defer func() {
		for _, c := range f.controls[first:] {
			c.start = f.pc()
		}
		f.release(mark)
	}()
	for i := len(f.controls) - 1; i >= 0; i-- {
		c := f.controls[i]
		if c == e.target {
			if e.continues {
				f.jump(c.continues)
			} else {
				f.jump(c.breaks)
			}
			return
		}
		f.suspend(c)
		first = i
		switch c.kind {
		case controlIterator:
			f.emit(bytecode.OpITERCLOSE, c.iterator, 0, 0)
		case controlAsyncIterator:
			f.asyncClose(c.iterator)
		case controlFinally:
			if e.target == nil {
				if value == noReg {
					f.loadUndefined(c.value)
				} else {
					f.move(c.value, value)
				}
			}
			f.loadInt(c.completion, completionExit+c.exitNumber(e))
			f.jump(c.entry)
			return
		}
	}
	f.emitReturn(value)
}

func (c *control) exitNumber(e exit) int {
	for i, x := range c.exits {
		if x == e {
			return i
		}
	}
	c.exits = append(c.exits, e)
	return len(c.exits) - 1
}

// asyncClose is AsyncIteratorClose (7.4.13) for a completion that is no throw.
func (f *funcState) asyncClose(it int) {
	mark := f.next
	r := f.allocN(2)
	none := &label{}
	f.ext(bytecode.ExtITERRETURN, r, it, 0)
	f.branch(bytecode.OpJSEQI, r+1, 0, none)
	f.emit(bytecode.OpAWAIT, r, r, 0)
	f.ext(bytecode.ExtCHECKOBJECT, r, 0, 0)
	f.bind(none)
	f.release(mark)
}

// asyncCloseQuietly is AsyncIteratorClose for a throw: what closing throws is ignored.
func (f *funcState) asyncCloseQuietly(it int) {
	mark := f.next
	r := f.allocN(2)
	c := f.pushControl(&control{kind: controlHandler})
	f.protect(c, r)
	end := &label{}
	f.ext(bytecode.ExtITERRETURN, r, it, 0)
	f.branch(bytecode.OpJSEQI, r+1, 0, end)
	f.emit(bytecode.OpAWAIT, r, r, 0)
	f.popControl()
	f.bind(end)
	f.bind(c.handler)
	f.release(mark)
}

// breakTarget finds the control that break or continue goes to.
func (f *funcState) breakTarget(l *ast.IdentifierName, continues bool) *control {
	for i := len(f.controls) - 1; i >= 0; i-- {
		c := f.controls[i]
		if continues && c.continues == nil || !continues && c.breaks == nil {
			continue
		}
		if l == nil {
			if c.plain {
				return c
			}
			continue
		}
		for _, name := range c.labels {
			if name == l.Name {
				return c
			}
		}
	}
	return nil
}

// mayTailCall reports whether a call in tail position may reuse the frame.
func (f *funcState) mayTailCall() bool {
	if !f.strict || f.async || f.generator || f.node == nil || f.completion != noReg {
		return false
	}
	switch f.node.Kind {
	case ast.BaseConstructor, ast.DerivedConstructor:
		return false
	}
	for _, c := range f.controls {
		if c.kind != controlTarget {
			return false
		}
	}
	return true
}

// returnExpression compiles return e in a place without an awaited value.
func (f *funcState) returnExpression(e ast.Expr) {
	mark := f.next
	defer f.release(mark)
	if f.mayTailCall() {
		f.returnTail(e)
		return
	}
	if c, ok := ast.Unparen(e).(*ast.ConditionalExpression); ok && !f.exitHasWork() {
		f.returnConditional(c)
		return
	}
	r := f.any(e)
	if f.async && f.generator {
		t := f.alloc()
		f.emit(bytecode.OpAWAIT, r, t, 0)
		r = t
	}
	f.exitTo(exit{}, r)
}

// returnConditional compiles return of a chain of ?: with a return for each value.
func (f *funcState) returnConditional(e *ast.ConditionalExpression) {
	for {
		otherwise := &label{}
		f.cond(e.Test, false, otherwise)
		f.returnExpression(e.Consequent)
		f.bind(otherwise)
		next, ok := ast.Unparen(e.Alternate).(*ast.ConditionalExpression)
		if !ok {
			break
		}
		e = next
	}
	f.returnExpression(e.Alternate)
}

// returnTail compiles return e where calls in tail position of e reuse the frame.
func (f *funcState) returnTail(e ast.Expr) {
	for {
		mark := f.next
		switch x := ast.Unparen(e).(type) {
		case *ast.ConditionalExpression:
			otherwise := &label{}
			f.cond(x.Test, false, otherwise)
			f.returnExpression(x.Consequent)
			f.bind(otherwise)
			e = x.Alternate
			continue
		case *ast.LogicalExpression:
			r := f.alloc()
			right := &label{}
			f.to(x.Left, r)
			f.branch(opposite[logicalExit[x.Op]], r, 0, right)
			f.emit(bytecode.OpRETURN, r, 0, 0)
			f.bind(right)
			f.release(mark)
			e = x.Right
			continue
		case *ast.SequenceExpression:
			last := len(x.Expressions) - 1
			for _, y := range x.Expressions[:last] {
				f.effect(y)
			}
			e = x.Expressions[last]
			continue
		case *ast.CallExpression:
			f.chainReturn(x)
			return
		case *ast.TaggedTemplate:
			f.chainReturn(x)
			return
		}
		f.emit(bytecode.OpRETURN, f.any(e), 0, 0)
		f.release(mark)
		return
	}
}

// chainReturn returns the value of a chain that ends in a call.
func (f *funcState) chainReturn(e ast.Expr) {
	out := f.alloc()
	f.chainFor(e, out, nil, chainTail)
	f.release(out)
}

// tryFinally compiles body so that every way out of it goes through finalizer,
// which finds the kind of the completion and its value in registers and may change
// them.
func (f *funcState) tryFinally(body func(), finalizer func(completion, value int)) {
	mark := f.next
	c := &control{kind: controlFinally, entry: &label{}}
	c.completion, c.value = f.alloc(), f.alloc()
	f.loadUndefined(c.value) // for completions without one: the verifier does not look into the other register
	f.pushControl(c)
	f.protect(c, c.value)
	body()
	f.popControl()
	if f.reachable() {
		f.loadInt(c.completion, completionNormal)
		f.jump(c.entry)
	}
	f.bind(c.handler)
	f.loadInt(c.completion, completionThrow)
	f.bind(c.entry)
	finalizer(c.completion, c.value)
	if f.reachable() {
		rethrow := &label{}
		f.branch(bytecode.OpJSNEI, c.completion, completionThrow, rethrow)
		f.rethrow(c.value)
		f.bind(rethrow)
		for i, e := range c.exits {
			next := &label{}
			f.branch(bytecode.OpJSNEI, c.completion, completionExit+i, next)
			f.exitTo(e, c.value)
			f.bind(next)
		}
	}
	f.release(mark)
}
