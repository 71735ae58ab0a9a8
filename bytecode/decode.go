package bytecode

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/big"
	"slices"

	"github.com/burrowjs/burrow/internal/jstring"
)

// maxCacheDepth bounds how deeply functions in a cache are nested. It is more
// than the parser allows.
const maxCacheDepth = 10000

// decoder reads what encoder writes. Each read looks at what is left; after the
// first that fails all others return zero. A count is never greater than the
// bytes left, so that what is allocated is in proportion to the cache.
type decoder struct {
	data    []byte
	source  *Source
	strings []*jstring.String
	bad     string
}

func newDecoder(data []byte, key CacheKey, source *Source) (*decoder, error) {
	p, err := key.payload(data)
	if err != nil {
		return nil, err
	}
	d := &decoder{data: slices.Clone(p), source: source}
	d.strings = make([]*jstring.String, d.count())
	for i := range d.strings {
		d.strings[i] = d.entry()
	}
	return d, nil
}

func (d *decoder) finish() error {
	if d.bad == "" && len(d.data) > 0 {
		d.fail("bytes left over")
	}
	if d.bad != "" {
		return fmt.Errorf("%w: %s", ErrCache, d.bad)
	}
	return nil
}

func (d *decoder) fail(what string) {
	if d.bad == "" {
		d.bad = what
	}
	d.data = nil
}

func (d *decoder) byte() byte {
	if len(d.data) == 0 {
		d.fail("cut off")
		return 0
	}
	b := d.data[0]
	d.data = d.data[1:]
	return b
}

func (d *decoder) take(n int) []byte {
	if n > len(d.data) {
		d.fail("cut off")
		return nil
	}
	b := d.data[:n:n]
	d.data = d.data[n:]
	return b
}

func (d *decoder) uint(limit uint64) uint64 {
	v, n := binary.Uvarint(d.data)
	if n <= 0 || v > limit {
		d.fail("number out of range")
		return 0
	}
	d.data = d.data[n:]
	return v
}

func (d *decoder) u32() uint32 { return uint32(d.uint(math.MaxUint32)) }
func (d *decoder) u16() uint16 { return uint16(d.uint(math.MaxUint16)) }

// count reads the number of elements that follow, each of at least a byte.
func (d *decoder) count() int { return int(d.uint(uint64(len(d.data)))) }

// some makes a slice of a count that was read, nil for none.
func some[T any](n int) []T {
	if n == 0 {
		return nil
	}
	return make([]T, n)
}

func (d *decoder) bool() bool    { return d.byte()&1 != 0 }
func (d *decoder) bytes() []byte { return d.take(d.count()) }

func (d *decoder) bits(bs ...*bool) {
	v := d.byte()
	for i, b := range bs {
		*b = v&(1<<i) != 0
	}
}

// entry reads a string of the table.
func (d *decoder) entry() *jstring.String {
	v := d.uint(math.MaxUint32)
	n := int(v >> 1)
	if n > jstring.MaxLength {
		d.fail("string too long")
		return nil
	}
	if v&1 == 0 {
		return jstring.FromLatin1(d.take(n))
	}
	b := d.take(2 * n)
	u := make([]uint16, len(b)/2)
	for i := range u {
		u[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return jstring.FromUTF16(u)
}

// optional reads a string that may be missing.
func (d *decoder) optional() *jstring.String {
	i := d.uint(uint64(len(d.strings)))
	if i == 0 {
		return nil
	}
	return d.strings[i-1]
}

// str reads a string that must be there.
func (d *decoder) str() *jstring.String {
	s := d.optional()
	if s == nil {
		d.fail("missing string")
	}
	return s
}

func (d *decoder) strs(read func() *jstring.String) []*jstring.String {
	list := some[*jstring.String](d.count())
	for i := range list {
		list[i] = read()
	}
	return list
}

// offset reads a source offset.
func (d *decoder) offset() uint32 { return uint32(d.uint(uint64(d.source.Text.Len()))) }

func (d *decoder) function(depth int, parent *Function) *Function {
	fn := &Function{Source: d.source}
	if depth > maxCacheDepth {
		d.fail("functions nested too deeply")
		return fn
	}
	var compiled, lazy bool
	d.bits(&compiled, &lazy)
	fn.Name = d.optional()
	fn.Flags = Flags(d.u32())
	fn.Length = d.u16()
	fn.Start = d.offset()
	if fn.End = fn.Start + d.offset(); int(fn.End) > d.source.Text.Len() {
		d.fail("function ends after the source")
	}
	fn.Captures = some[Capture](d.count())
	for i := range fn.Captures {
		v := d.uint(math.MaxUint32)
		fn.Captures[i] = Capture{FromParent: v&1 != 0, Index: uint32(v >> 1), Name: d.str()}
	}
	if lazy {
		fn.Lazy = d.lazy()
	}
	if !compiled {
		if !lazy || parent == nil {
			d.fail("function without code")
		}
		return fn
	}
	fn.Flags = Flags(d.u32())
	fn.NumRegs = d.u32()
	fn.NumParams = d.u16()
	d.code(fn)
	fn.Consts = some[Const](d.count())
	for i := range fn.Consts {
		d.constant(&fn.Consts[i])
	}
	fn.Sites = some[Site](d.count())
	for i := range fn.Sites {
		fn.Sites[i].Name = d.str()
	}
	fn.Handlers = some[Handler](d.count())
	for i := range fn.Handlers {
		fn.Handlers[i] = Handler{d.u32(), d.u32(), d.u32(), d.u16()}
	}
	fn.ArgumentBoxes = some[uint16](d.count())
	for i := range fn.ArgumentBoxes {
		fn.ArgumentBoxes[i] = d.u16()
	}
	fn.Positions = d.bytes()
	fn.ScopeTable = d.bytes()
	fn.Scopes = some[ScopeDesc](d.count())
	for i := range fn.Scopes {
		d.scope(&fn.Scopes[i])
	}
	fn.Functions = some[*Function](d.count())
	for i := range fn.Functions {
		fn.Functions[i] = d.function(depth+1, fn)
		if d.bad != "" {
			break
		}
	}
	return fn
}

func (d *decoder) lazy() *Lazy {
	l := &Lazy{Kind: d.byte()}
	d.bits(&l.IsAsync, &l.IsGenerator, &l.IsStatic, &l.OuterStrict, &l.OuterModule)
	for _, v := range [...]*uint32{&l.NameStart, &l.NameEnd, &l.ParamsStart, &l.ParamsEnd, &l.BodyStart, &l.BodyEnd} {
		*v = d.offset()
	}
	l.Variables = d.bytes()
	return l
}

// code reads the instructions.
func (d *decoder) code(fn *Function) {
	n := d.count()
	if n == 0 || 2*n > len(d.data) {
		d.fail("too many instructions")
		return
	}
	fn.Code = make([]Instr, n)
	b := d.data
	for i := range fn.Code {
		if len(b) < 9 { // the longest instruction: near the end reads are checked one by one
			d.data = b
			fn.Code[i] = d.instruction()
			b = d.data
			continue
		}
		in := &fn.Code[i]
		in.Op = b[0]
		shape := b[1]
		b = b[2:]
		if shape&1 != 0 {
			in.N, b = b[0], b[1:]
		}
		for f, field := range [...]*uint16{&in.A, &in.B, &in.C} {
			if shape&(0x22<<f) == 0 {
				continue
			}
			*field, b = uint16(b[0]), b[1:]
			if shape&(0x20<<f) != 0 {
				*field |= uint16(b[0]) << 8
				b = b[1:]
			}
		}
	}
	if d.bad == "" {
		d.data = b
	}
}

func (d *decoder) instruction() Instr {
	in := Instr{Op: d.byte()}
	shape := d.byte()
	if shape&1 != 0 {
		in.N = d.byte()
	}
	for f, field := range [...]*uint16{&in.A, &in.B, &in.C} {
		if shape&(0x22<<f) == 0 {
			continue
		}
		*field = uint16(d.byte())
		if shape&(0x20<<f) != 0 {
			*field |= uint16(d.byte()) << 8
		}
	}
	return in
}

func (d *decoder) constant(c *Const) {
	c.Kind = ConstKind(d.byte())
	switch c.Kind {
	case ConstNumber:
		if b := d.take(8); b != nil {
			c.Number = math.Float64frombits(binary.LittleEndian.Uint64(b))
		}
		if c.Number != c.Number {
			c.Number = math.NaN() // other patterns are not Numbers to the machine
		}
	case ConstString:
		c.Str = d.str()
	case ConstBigInt:
		negative := d.bool()
		c.Big = new(big.Int).SetBytes(d.bytes())
		if negative {
			c.Big.Neg(c.Big)
		}
	case ConstRegExp:
		c.Str, c.Str2 = d.str(), d.str()
	case ConstTemplate:
		c.Strings, c.Raw = d.strs(d.optional), d.strs(d.str)
	case ConstShape:
		c.Strings = d.strs(d.str)
	case ConstDeclarations:
		c.Declarations = &Declarations{Vars: d.strs(d.str), Functions: d.strs(d.str), AnnexB: d.strs(d.str)}
		c.Declarations.Lexicals = some[Lexical](d.count())
		for i := range c.Declarations.Lexicals {
			c.Declarations.Lexicals[i] = Lexical{d.str(), d.bool()}
		}
	case ConstJumpTable:
		c.Jumps = some[int32](d.count())
		for i := range c.Jumps {
			c.Jumps[i] = int32(d.u32())
		}
	default:
		d.fail("unknown kind of constant")
	}
}

func (d *decoder) scope(s *ScopeDesc) {
	d.bits(&s.VarScope, &s.AllowNewTarget, &s.AllowSuperProperty, &s.AllowSuperCall, &s.InClassField, &s.Strict, &s.ParameterScope, &s.CatchParameter)
	s.Names = some[ScopeName](d.count())
	for i := range s.Names {
		n := &s.Names[i]
		n.Name = d.str()
		d.bits(&n.Captured, &n.Const, &n.Silent, &n.Lexical, &n.Import)
		n.Index = d.u32()
	}
}

func (d *decoder) module() *Module {
	m := &Module{HasTLA: d.bool()}
	m.Locals = some[ModuleLocal](d.count())
	for i := range m.Locals {
		l := &m.Locals[i]
		l.Name = d.str()
		d.bits(&l.Lexical, &l.Const)
	}
	m.Requests = some[ModuleRequest](d.count())
	for i := range m.Requests {
		r := &m.Requests[i]
		r.Specifier, r.Phase, r.Pos = d.str(), d.byte(), d.offset()
		r.Attributes = some[ImportAttribute](d.count())
		for k := range r.Attributes {
			r.Attributes[k] = ImportAttribute{d.str(), d.str()}
		}
	}
	m.Imports = some[ModuleImport](d.count())
	for i := range m.Imports {
		m.Imports[i] = ModuleImport{d.u32(), d.optional(), d.str(), d.offset()}
	}
	m.Exports = some[ModuleExport](d.count())
	for i := range m.Exports {
		x := &m.Exports[i]
		x.Kind, x.Name, x.Local = ExportKind(d.byte()), d.optional(), d.u32()
		x.Request, x.Import, x.Pos = d.u32(), d.optional(), d.offset()
	}
	m.Functions = some[HoistedFunction](d.count())
	for i := range m.Functions {
		m.Functions[i] = HoistedFunction{d.u32(), d.u32()}
	}
	m.Body = d.function(0, nil)
	return m
}
