// Package compiler turns syntax trees into function templates.
//
// One funcState exists per function being compiled. It hands out registers in
// stack order: variables when their scope is entered, temporaries above them,
// so that a call's window can always be made at the top. An expression is
// compiled towards a destination: to(e, r) leaves the value in r, any(e)
// wherever it is cheapest (a local variable is its own register), effect(e)
// nowhere, and cond(e, want, label) turns it into a jump.
//
// Where a name lives is a variable: a register, a box in a register, a captured
// box of the function, a global site, or only a name that is looked up at run
// time through scope records, where a with statement or a direct eval is near.
// What must happen when control leaves a construct early is on a stack of
// controls (loops, try blocks, iterators); break, continue and return walk it.
//
// A few choices cannot be made before the end of a function is seen: whether
// jumps fit in 16 bits, whether locals fit in registers. The compiler assumes the
// common case and compiles the function again if that was wrong (tuning).
package compiler

import (
	"errors"
	"math"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

// ErrTooLarge is what the compiler's errors wrap: source code that exceeds a
// limit of the instruction format.
var ErrTooLarge = errors.New("source code is too large to compile")

// EvalOptions says in what place eval code runs.
type EvalOptions struct {
	// Scoped: the function gets a scope record (direct eval); names outside of
	// the code are looked up in it. Otherwise the code runs in the global scope.
	Scoped bool
	// What the place of the eval allows, from the scope description.
	AllowNewTarget, AllowSuperProperty, AllowSuperCall, InClassField bool
	// Tick is told of work done, in instructions; its error ends the
	// compilation. nil means that nothing ends it.
	Tick func(n int) error
}

// FunctionOptions says where CompileFunction's function lives.
type FunctionOptions struct {
	// Tick is as in EvalOptions.
	Tick func(n int) error
	// Scoped: closures of the function are created in a scope record.
	Scoped bool
}

// compiler is what the functions of one source share.
type compiler struct {
	source  *bytecode.Source
	err     error
	tuning  map[any]*tuning
	private map[*ast.PrivateName]*ast.Binding
	names   map[string]*jstring.String
	root    rootKind
	eval    EvalOptions
	emitted uint32
	plain   map[*ast.Scope]bool // see plainScope
}

// tickInstructions is the number of instructions between two calls of EvalOptions.Tick.
const tickInstructions = 1024

func (c *compiler) tick() {
	if c.err == nil && c.eval.Tick != nil {
		c.err = c.eval.Tick(tickInstructions)
	}
}

// rootKind is what the outermost code is.
type rootKind uint8

const (
	rootScript rootKind = iota
	rootModule
	rootEval
	rootFunction
)

// tuning holds what an earlier attempt at a function found out.
type tuning struct {
	longJumps bool // some jump does not fit in 16 bits
	spill     bool // some locals do not fit in registers
	boxThis   bool // an arrow function uses a derived constructor's this
}

func newCompiler(source *bytecode.Source, root rootKind) *compiler {
	return &compiler{
		source:  source,
		root:    root,
		tuning:  map[any]*tuning{},
		private: map[*ast.PrivateName]*ast.Binding{},
		names:   map[string]*jstring.String{},
	}
}

func (c *compiler) tuningOf(key any) *tuning {
	t := c.tuning[key]
	if t == nil {
		t = &tuning{}
		c.tuning[key] = t
	}
	return t
}

// name returns the string of a name that the compiler itself makes.
func (c *compiler) name(s string) *jstring.String {
	n := c.names[s]
	if n == nil {
		n = jstring.FromGo(s)
		c.names[s] = n
	}
	return n
}

func (c *compiler) tooLarge() {
	if c.err == nil {
		c.err = ErrTooLarge
	}
}

// build runs compile on fresh states of one function until no tuning changes.
func (c *compiler) build(parent *funcState, key any, init func(f *funcState), compile func(f *funcState)) *bytecode.Function {
	t := c.tuningOf(key)
	for {
		f := &funcState{
			c:      c,
			parent: parent,
			tune:   t,
			fn:     &bytecode.Function{Source: c.source},
			vars:   map[*ast.Binding]variable{},
			scope:  noReg, completion: noReg, spillReg: noReg, thisReg: 1, argsReg: noReg,
		}
		init(f)
		before := *t
		compile(f)
		if *t == before || c.err != nil {
			return f.finish()
		}
	}
}

// CompileScript compiles a script. The function returns its completion value.
// tick is as in EvalOptions.
func CompileScript(script *ast.Script, source *bytecode.Source, tick func(n int) error) (*bytecode.Function, error) {
	c := newCompiler(source, rootScript)
	c.eval.Tick = tick
	fn := c.build(nil, script, func(f *funcState) {
		f.fn.Flags |= bytecode.FlagScript
		f.setTopLevel(script.Strict, script.Span)
	}, func(f *funcState) { f.scriptBody(script) })
	return fn, c.err
}

// CompileEval compiles the code of an eval call.
func CompileEval(script *ast.Script, source *bytecode.Source, options EvalOptions) (*bytecode.Function, error) {
	c := newCompiler(source, rootEval)
	c.eval = options
	fn := c.build(nil, script, func(f *funcState) {
		f.fn.Flags |= bytecode.FlagEval
		f.setTopLevel(script.Strict, script.Span)
	}, func(f *funcState) { f.evalBody(script) })
	return fn, c.err
}

// CompileFunction compiles a function that stands alone, for the Function
// constructor and vm.compileFunction.
func CompileFunction(node *ast.FunctionNode, source *bytecode.Source, options FunctionOptions) (*bytecode.Function, error) {
	c := newCompiler(source, rootFunction)
	c.eval.Scoped, c.eval.Tick = options.Scoped, options.Tick
	return c.function(nil, node, functionName(node)), c.err
}

func (f *funcState) setTopLevel(strict bool, span ast.Span) {
	f.strict = strict
	if strict {
		f.fn.Flags |= bytecode.FlagStrict
	}
	f.fn.Start, f.fn.End = span.Start, span.Stop
	f.fn.NumRegs = 2
	f.next, f.high = 2, 2
	f.lastOffset = span.Start
}

// functionName returns the name of a function as written, or the empty string.
func functionName(node *ast.FunctionNode) *jstring.String {
	if node.Name != nil {
		return node.Name.Name
	}
	return emptyString
}

var emptyString = jstring.FromGo("")

// isInt16 reports whether v is an integer that fits an immediate operand; -0 does not.
func isInt16(v float64) bool {
	return v >= math.MinInt16 && v <= math.MaxInt16 && v == math.Trunc(v) && !(v == 0 && math.Signbit(v))
}
