package bytecode

import (
	"encoding/binary"
	"math"

	"github.com/burrowjs/burrow/internal/jstring"
)

// encoder writes templates. Strings are written once, before everything else,
// and referred to by number; number 0 is the absence of a string.
type encoder struct {
	key     CacheKey
	strings []byte
	index   map[string]int // by the bytes of the entry
	buf     []byte
}

func (e *encoder) finish() []byte {
	out := e.key.header()
	out = appendVarint(out, uint64(len(e.index)))
	out = append(out, e.strings...)
	out = append(out, e.buf...)
	Seal(out)
	return out
}

func (e *encoder) uint(v uint64) { e.buf = appendVarint(e.buf, v) }
func (e *encoder) len(n int)     { e.uint(uint64(n)) }

func (e *encoder) bool(b bool) { e.bits(b) }

// bits writes up to eight truths as one byte.
func (e *encoder) bits(bs ...bool) {
	var v byte
	for i, b := range bs {
		if b {
			v |= 1 << i
		}
	}
	e.buf = append(e.buf, v)
}

func (e *encoder) bytes(b []byte) {
	e.len(len(b))
	e.buf = append(e.buf, b...)
}

func (e *encoder) str(s *jstring.String) {
	if s == nil {
		e.uint(0)
		return
	}
	flat := *s // shared templates are not written to
	var entry []byte
	if flat.IsLatin1() {
		entry = appendVarint(nil, uint64(flat.Len())<<1)
		entry = append(entry, flat.Latin1()...)
	} else {
		entry = appendVarint(nil, uint64(flat.Len())<<1|1)
		for _, u := range flat.TwoByte() {
			entry = binary.LittleEndian.AppendUint16(entry, u)
		}
	}
	i, ok := e.index[string(entry)]
	if !ok {
		i = len(e.index) + 1
		e.index[string(entry)] = i
		e.strings = append(e.strings, entry...)
	}
	e.len(i)
}

func (e *encoder) strs(list []*jstring.String) {
	e.len(len(list))
	for _, s := range list {
		e.str(s)
	}
}

// function writes fn and the functions in it. outermost is never left out.
func (e *encoder) function(fn *Function, outermost bool) {
	full := fn
	if c := fn.Compiled(); c != nil {
		full = c
	}
	compiled := full.IsCompiled() && (outermost || fn.Lazy == nil || fn.ran.Load() || full.ran.Load())
	e.bits(compiled, fn.Lazy != nil)
	e.str(fn.Name)
	e.uint(uint64(fn.Flags))
	e.uint(uint64(fn.Length))
	e.uint(uint64(fn.Start))
	e.uint(uint64(fn.End - fn.Start))
	e.len(len(fn.Captures))
	for _, c := range fn.Captures {
		e.uint(uint64(c.Index)<<1 | uint64(boolByte(c.FromParent)))
		e.str(c.Name)
	}
	if fn.Lazy != nil {
		e.lazy(fn.Lazy)
	}
	if !compiled {
		return
	}
	fn = full
	e.uint(uint64(fn.Flags)) // those of a function that is not compiled are fewer
	e.uint(uint64(fn.NumRegs))
	e.uint(uint64(fn.NumParams))
	e.len(len(fn.Code))
	for i := range fn.Code {
		e.instruction(fn.Code[i])
	}
	e.len(len(fn.Consts))
	for i := range fn.Consts {
		e.constant(&fn.Consts[i])
	}
	e.len(len(fn.Sites))
	for i := range fn.Sites {
		e.str(fn.Sites[i].Name)
	}
	e.len(len(fn.Handlers))
	for _, h := range fn.Handlers {
		e.uint(uint64(h.Start))
		e.uint(uint64(h.End))
		e.uint(uint64(h.Target))
		e.uint(uint64(h.Reg))
	}
	e.len(len(fn.ArgumentBoxes))
	for _, r := range fn.ArgumentBoxes {
		e.uint(uint64(r))
	}
	e.bytes(fn.Positions)
	e.bytes(fn.ScopeTable)
	e.len(len(fn.Scopes))
	for i := range fn.Scopes {
		e.scope(&fn.Scopes[i])
	}
	e.len(len(fn.Functions))
	for _, inner := range fn.Functions {
		e.function(inner, false)
	}
}

func boolByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}

func (e *encoder) lazy(l *Lazy) {
	e.buf = append(e.buf, l.Kind)
	e.bits(l.IsAsync, l.IsGenerator, l.IsStatic, l.OuterStrict, l.OuterModule)
	for _, v := range [...]uint32{l.NameStart, l.NameEnd, l.ParamsStart, l.ParamsEnd, l.BodyStart, l.BodyEnd} {
		e.uint(uint64(v))
	}
	e.bytes(l.Variables)
}

// instruction writes the opcode, a byte that tells which fields are not zero
// and which of them need two bytes, and those fields.
func (e *encoder) instruction(in Instr) {
	fields := [4]uint16{uint16(in.N), in.A, in.B, in.C}
	var shape byte
	for i, v := range fields {
		if v != 0 {
			shape |= 1 << i
		}
		if v > 0xFF {
			shape |= 1 << (i + 4)
		}
	}
	e.buf = append(e.buf, in.Op, shape)
	for _, v := range fields {
		if v != 0 {
			e.buf = append(e.buf, byte(v))
		}
		if v > 0xFF {
			e.buf = append(e.buf, byte(v>>8))
		}
	}
}

func (e *encoder) constant(c *Const) {
	e.buf = append(e.buf, byte(c.Kind))
	switch c.Kind {
	case ConstNumber:
		e.buf = binary.LittleEndian.AppendUint64(e.buf, math.Float64bits(c.Number))
	case ConstString:
		e.str(c.Str)
	case ConstBigInt:
		e.bool(c.Big.Sign() < 0)
		e.bytes(c.Big.Bytes())
	case ConstRegExp:
		e.str(c.Str)
		e.str(c.Str2)
	case ConstTemplate:
		e.strs(c.Strings)
		e.strs(c.Raw)
	case ConstShape:
		e.strs(c.Strings)
	case ConstDeclarations:
		d := c.Declarations
		e.strs(d.Vars)
		e.strs(d.Functions)
		e.strs(d.AnnexB)
		e.len(len(d.Lexicals))
		for _, l := range d.Lexicals {
			e.str(l.Name)
			e.bool(l.Const)
		}
	case ConstJumpTable:
		e.len(len(c.Jumps))
		for _, j := range c.Jumps {
			e.uint(uint64(uint32(j)))
		}
	}
}

func (e *encoder) scope(s *ScopeDesc) {
	e.bits(s.VarScope, s.AllowNewTarget, s.AllowSuperProperty, s.AllowSuperCall, s.InClassField, s.Strict, s.ParameterScope, s.CatchParameter)
	e.len(len(s.Names))
	for _, n := range s.Names {
		e.str(n.Name)
		e.bits(n.Captured, n.Const, n.Silent, n.Lexical, n.Import)
		e.uint(uint64(n.Index))
	}
}

func (e *encoder) module(m *Module) {
	e.bool(m.HasTLA)
	e.len(len(m.Locals))
	for _, l := range m.Locals {
		e.str(l.Name)
		e.bits(l.Lexical, l.Const)
	}
	e.len(len(m.Requests))
	for _, r := range m.Requests {
		e.str(r.Specifier)
		e.buf = append(e.buf, r.Phase)
		e.uint(uint64(r.Pos))
		e.len(len(r.Attributes))
		for _, a := range r.Attributes {
			e.str(a.Key)
			e.str(a.Value)
		}
	}
	e.len(len(m.Imports))
	for _, i := range m.Imports {
		e.uint(uint64(i.Request))
		e.str(i.Name)
		e.str(i.Local)
		e.uint(uint64(i.Pos))
	}
	e.len(len(m.Exports))
	for _, x := range m.Exports {
		e.buf = append(e.buf, byte(x.Kind))
		e.str(x.Name)
		e.uint(uint64(x.Local))
		e.uint(uint64(x.Request))
		e.str(x.Import)
		e.uint(uint64(x.Pos))
	}
	e.len(len(m.Functions))
	for _, h := range m.Functions {
		e.uint(uint64(h.Local))
		e.uint(uint64(h.Func))
	}
	e.function(m.Body, true)
}
