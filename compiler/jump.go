package compiler

import (
	"math"

	"github.com/burrowjs/burrow/bytecode"
)

// label is a place in the code that jumps go to.
type label struct {
	pc    int
	bound bool
	refs  []int // jumps to be patched
}

// here returns a label bound to the current place, for loops.
func (f *funcState) here() *label {
	f.lastBound = f.pc()
	return &label{pc: f.pc(), bound: true}
}

// bind puts l at the current place and patches the jumps to it.
func (f *funcState) bind(l *label) {
	l.pc, l.bound = f.pc(), true
	f.lastBound = l.pc
	for _, at := range l.refs {
		f.patch(at, l.pc)
	}
	l.refs = nil
}

// patch makes the instruction at jump to the instruction to.
func (f *funcState) patch(at, to int) {
	in := &f.code[at]
	d := to - at - 1
	if isJump16(*in) {
		if d > math.MaxInt16 || d < math.MinInt16 {
			f.tune.longJumps = true
			return
		}
		in.C = uint16(int16(d))
		return
	}
	in.B, in.C = uint16(uint32(d)), uint16(uint32(d)>>16)
}

func isJump16(in bytecode.Instr) bool {
	return bytecode.Table[in.Op].Operands[2] == bytecode.KindJump16
}

// jump emits an unconditional jump to l, forward or back.
func (f *funcState) jump(l *label) {
	if l.bound {
		f.patch(f.emit(bytecode.OpLOOP, 0, 0, 0), l.pc)
		return
	}
	l.refs = append(l.refs, f.emit(bytecode.OpJMP, 0, 0, 0))
}

// skips tells of each conditional jump its opposite.
var opposite = [256]bytecode.Op{
	bytecode.OpJTRUE: bytecode.OpJFALSE, bytecode.OpJFALSE: bytecode.OpJTRUE,
	bytecode.OpJNULLISH: bytecode.OpJNOTNULLISH, bytecode.OpJNOTNULLISH: bytecode.OpJNULLISH,
	bytecode.OpJUNDEF: bytecode.OpJNOTUNDEF, bytecode.OpJNOTUNDEF: bytecode.OpJUNDEF,
	bytecode.OpJLT: bytecode.OpJNLT, bytecode.OpJNLT: bytecode.OpJLT,
	bytecode.OpJLE: bytecode.OpJNLE, bytecode.OpJNLE: bytecode.OpJLE,
	bytecode.OpJGT: bytecode.OpJNGT, bytecode.OpJNGT: bytecode.OpJGT,
	bytecode.OpJGE: bytecode.OpJNGE, bytecode.OpJNGE: bytecode.OpJGE,
	bytecode.OpJEQ: bytecode.OpJNE, bytecode.OpJNE: bytecode.OpJEQ,
	bytecode.OpJSEQ: bytecode.OpJSNE, bytecode.OpJSNE: bytecode.OpJSEQ,
	bytecode.OpJLTI: bytecode.OpJNLTI, bytecode.OpJNLTI: bytecode.OpJLTI,
	bytecode.OpJLEI: bytecode.OpJNLEI, bytecode.OpJNLEI: bytecode.OpJLEI,
	bytecode.OpJGTI: bytecode.OpJNGTI, bytecode.OpJNGTI: bytecode.OpJGTI,
	bytecode.OpJGEI: bytecode.OpJNGEI, bytecode.OpJNGEI: bytecode.OpJGEI,
	bytecode.OpJSEQI: bytecode.OpJSNEI, bytecode.OpJSNEI: bytecode.OpJSEQI,
	bytecode.OpJSEQK: bytecode.OpJSNEK, bytecode.OpJSNEK: bytecode.OpJSEQK,
}

// loopOp is the backward form of a conditional jump, NOP if there is none.
var loopOp = [256]bytecode.Op{
	bytecode.OpJTRUE: bytecode.OpLOOPTRUE, bytecode.OpJFALSE: bytecode.OpLOOPFALSE,
	bytecode.OpJLT: bytecode.OpLOOPLT, bytecode.OpJLE: bytecode.OpLOOPLE,
	bytecode.OpJGT: bytecode.OpLOOPGT, bytecode.OpJGE: bytecode.OpLOOPGE,
	bytecode.OpJSNE: bytecode.OpLOOPSNE,
	bytecode.OpJLTI: bytecode.OpLOOPLTI, bytecode.OpJLEI: bytecode.OpLOOPLEI,
	bytecode.OpJGTI: bytecode.OpLOOPGTI, bytecode.OpJGEI: bytecode.OpLOOPGEI,
}

// branch emits the conditional jump op with operands a and b to l.
func (f *funcState) branch(op bytecode.Op, a, b int, l *label) {
	wide := bytecode.Table[op].Operands[1] == bytecode.KindJump32
	if l.bound {
		if back := loopOp[op]; back != bytecode.OpNOP && (wide || f.pc()+1-l.pc <= -math.MinInt16) {
			f.patch(f.emit(back, a, b, 0), l.pc)
			return
		}
		skip := &label{}
		f.shortBranch(opposite[op], a, b, skip)
		f.jump(l)
		f.bind(skip)
		return
	}
	if f.tune.longJumps && !wide {
		if inverse := opposite[op]; inverse != bytecode.OpNOP {
			skip := &label{}
			f.shortBranch(inverse, a, b, skip)
			f.jump(l)
			f.bind(skip)
			return
		}
		// ITERVALUE and FORINNEXT have no opposite.
		taken, skip := &label{}, &label{}
		f.shortBranch(op, a, b, taken)
		f.jump(skip)
		f.bind(taken)
		f.jump(l)
		f.bind(skip)
		return
	}
	f.shortBranch(op, a, b, l)
}

// shortBranch emits a forward conditional jump as it is.
func (f *funcState) shortBranch(op bytecode.Op, a, b int, l *label) {
	l.refs = append(l.refs, f.emit(op, a, b, 0))
}
