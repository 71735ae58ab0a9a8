package compiler

import (
	"math"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

// noReg stands for the absence of a register.
const noReg = -1

const (
	maxRegs   = 65000
	spillFrom = 30000 // locals from this register on are spilled
	// Constants that LOADK can reach go here once the low ones are scarce.
	lowConsts     = 40000
	maxLowConsts  = 1 << 16
	propertySites = 40000 // the others are kept for globals
	maxSites      = 1 << 16
)

// funcState is a function being compiled.
type funcState struct {
	c      *compiler
	parent *funcState
	tune   *tuning
	fn     *bytecode.Function
	node   *ast.FunctionNode // nil for top levels and class field initialisers
	strict bool
	// arrow functions share this, new.target, the home object and the active
	// function with the function around them.
	arrow     bool
	async     bool
	generator bool
	derived   bool // a derived constructor
	// initFields: a base constructor whose instances have fields.
	initFields bool
	// thisBound: in a derived constructor, super() has been called for sure.
	thisBound bool

	code      []bytecode.Instr
	handlers  []pendingHandler
	next      int // the first free register
	high      int // the greatest next so far
	vars      map[*ast.Binding]variable
	pseudos   [pseudoCount]*ast.Binding
	captures  map[*ast.Binding]int
	lazyBoxes map[*ast.Binding]int // boxes made for the closure being created

	scope int // register of the innermost scope record
	// dynamicNames: names that are not resolved may be found in scope records, because of a
	// with statement or a sloppy direct eval around; otherwise they are global.
	dynamicNames bool
	scopeNode    *ast.Scope
	completion   int // register of the completion value
	spillReg     int
	spilled      int
	thisReg      int
	// A register for the arguments object, which is made when it is needed, or
	// noReg, and its binding.
	argsReg     int
	argsBinding *ast.Binding
	controls    []*control
	returns     []returnStub // return completions of generators
	usingStack  int          // stack of the innermost scope with using declarations

	constIndex map[constKey]int
	highConsts []bytecode.Const
	siteIndex  map[*jstring.String]int // of global sites

	lastBound  int    // where the last label was bound
	offset     uint32 // position of what is being compiled
	statement  bool
	lastPC     uint32
	lastOffset uint32
	recorded   bool

	names []localName
}

type constKey struct {
	kind bytecode.ConstKind
	bits uint64
	str  *jstring.String
}

// at sets the source position of the instructions that follow.
func (f *funcState) at(offset uint32) { f.offset = offset }

// startStatement marks the beginning of a statement.
func (f *funcState) startStatement(offset uint32) { f.offset, f.statement = offset, true }

func (f *funcState) pc() int { return len(f.code) }

// rethrow emits THROW for an exception that was caught on the way through: N
// tells that its place is where it was thrown first.
func (f *funcState) rethrow(r int) { f.code[f.emit(bytecode.OpTHROW, r, 0, 0)].N = 1 }

func (f *funcState) emit(op bytecode.Op, a, b, c int) int {
	pc := len(f.code)
	if f.statement || !f.recorded || f.offset != f.lastOffset {
		f.fn.Positions = bytecode.AppendPosition(f.fn.Positions, uint32(pc), f.lastPC, f.offset, f.lastOffset, f.statement)
		f.lastPC, f.lastOffset, f.statement, f.recorded = uint32(pc), f.offset, false, true
	}
	f.code = append(f.code, bytecode.Instr{Op: op, A: uint16(a), B: uint16(b), C: uint16(c)})
	if f.c.emitted++; f.c.emitted%tickInstructions == 0 {
		f.c.tick()
	}
	return pc
}

// emit32 emits an instruction whose B and C are one operand.
func (f *funcState) emit32(op bytecode.Op, a int, v uint32) int {
	return f.emit(op, a, int(v&0xFFFF), int(v>>16))
}

func (f *funcState) ext(op bytecode.ExtOp, a, b, c int) int {
	pc := f.emit(bytecode.OpEXT, a, b, c)
	f.code[pc].N = op
	return pc
}

func (f *funcState) ext32(op bytecode.ExtOp, a int, v uint32) int {
	return f.ext(op, a, int(v&0xFFFF), int(v>>16))
}

// alloc takes the next register.
func (f *funcState) alloc() int { return f.allocN(1) }

// allocN takes n registers in a row and returns the first.
func (f *funcState) allocN(n int) int {
	r := f.next
	f.next += n
	if f.next > f.high {
		f.high = f.next
		if f.high > maxRegs {
			f.c.tooLarge()
			f.next, f.high = r, r
		}
	}
	return r
}

// release gives back the registers from mark on.
func (f *funcState) release(mark int) { f.next = mark }

// move copies a register unless it is the same.
func (f *funcState) move(dst, src int) {
	if dst != src {
		f.emit(bytecode.OpMOVE, dst, src, 0)
	}
}

// constant adds a constant; small ones must fit in 16 bits.
func (f *funcState) constant(k bytecode.Const, low bool) int {
	if !low && len(f.fn.Consts) >= lowConsts {
		f.highConsts = append(f.highConsts, k)
		return maxLowConsts + len(f.highConsts) - 1
	}
	if len(f.fn.Consts) >= maxLowConsts {
		f.c.tooLarge()
		return 0
	}
	f.fn.Consts = append(f.fn.Consts, k)
	return len(f.fn.Consts) - 1
}

func (f *funcState) keyed(key constKey, k bytecode.Const, low bool) int {
	if i, ok := f.constIndex[key]; ok && (!low || i < maxLowConsts) {
		return i
	}
	if f.constIndex == nil {
		f.constIndex = map[constKey]int{}
	}
	i := f.constant(k, low)
	f.constIndex[key] = i
	return i
}

// stringConst returns the index of a string constant.
func (f *funcState) stringConst(s *jstring.String) int {
	return f.keyed(constKey{kind: bytecode.ConstString, str: s}, bytecode.Const{Kind: bytecode.ConstString, Str: s}, false)
}

// nameConst returns the index of a string constant that fits in 16 bits.
func (f *funcState) nameConst(s *jstring.String) int {
	return f.keyed(constKey{kind: bytecode.ConstString, str: s}, bytecode.Const{Kind: bytecode.ConstString, Str: s}, true)
}

func (f *funcState) numberConst(v float64) int {
	key := constKey{kind: bytecode.ConstNumber, bits: math.Float64bits(v)}
	return f.keyed(key, bytecode.Const{Kind: bytecode.ConstNumber, Number: v}, false)
}

// loadString and the like load a constant into a register.
func (f *funcState) loadString(dst int, s *jstring.String) {
	f.emit32(bytecode.OpLOADK, dst, uint32(f.stringConst(s)))
}

func (f *funcState) loadNumber(dst int, v float64) {
	if isInt16(v) {
		f.loadInt(dst, int(v))
		return
	}
	f.emit32(bytecode.OpLOADK, dst, uint32(f.numberConst(v)))
}

func (f *funcState) loadInt(dst, v int)    { f.emit(bytecode.OpLOADINT, dst, v, 0) }
func (f *funcState) loadUndefined(dst int) { f.emit(bytecode.OpLOADUNDEF, dst, 0, 0) }

func (f *funcState) loadBool(dst int, v bool) {
	if v {
		f.emit(bytecode.OpLOADTRUE, dst, 0, 0)
	} else {
		f.emit(bytecode.OpLOADFALSE, dst, 0, 0)
	}
}

// site makes a property site; ok is false if there are too many.
func (f *funcState) site(name *jstring.String) (index int, ok bool) {
	if len(f.fn.Sites) >= propertySites {
		return 0, false
	}
	f.fn.Sites = append(f.fn.Sites, bytecode.Site{Name: name})
	return len(f.fn.Sites) - 1, true
}

// globalSite returns the site of a global name, one for each name.
func (f *funcState) globalSite(name *jstring.String) (index int, ok bool) {
	if i, found := f.siteIndex[name]; found {
		return i, true
	}
	if len(f.fn.Sites) >= maxSites {
		return 0, false
	}
	if f.siteIndex == nil {
		f.siteIndex = map[*jstring.String]int{}
	}
	f.fn.Sites = append(f.fn.Sites, bytecode.Site{Name: name})
	f.siteIndex[name] = len(f.fn.Sites) - 1
	return len(f.fn.Sites) - 1, true
}

// addFunction adds an inner function.
func (f *funcState) addFunction(fn *bytecode.Function) int {
	if len(f.fn.Functions) >= 1<<16 {
		f.c.tooLarge()
		return 0
	}
	f.fn.Functions = append(f.fn.Functions, fn)
	return len(f.fn.Functions) - 1
}

// finish completes the template.
func (f *funcState) finish() *bytecode.Function {
	f.finishReturns()
	f.code = append(f.code, bytecode.Instr{Op: bytecode.OpNOP})
	f.fn.Code = f.code
	if len(f.highConsts) > 0 {
		for len(f.fn.Consts) < maxLowConsts {
			f.fn.Consts = append(f.fn.Consts, bytecode.Const{Kind: bytecode.ConstNumber})
		}
		f.fn.Consts = append(f.fn.Consts, f.highConsts...)
	}
	for _, h := range f.handlers {
		f.fn.Handlers = append(f.fn.Handlers, bytecode.Handler{
			Start: uint32(h.start), End: uint32(h.end), Target: uint32(h.target.pc), Reg: uint16(h.reg)})
	}
	f.fn.NumRegs = uint32(f.high)
	f.fn.ScopeTable = f.scopeTable()
	return f.fn
}
