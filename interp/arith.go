package interp

import (
	"math"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// The slow paths of operators: anything but two Numbers.

func (m *Machine) finish(dst uint16, v object.Value, err error) {
	if err != nil {
		m.raise(err)
		return
	}
	m.reg(dst).set(v)
}

func slowAdd(m *Machine, in *bytecode.Instr) {
	v, err := m.add(m.get(in.B), m.get(in.C))
	m.finish(in.A, v, err)
}

// add is ApplyStringOrNumericBinaryOperator for + (13.15.3).
func (m *Machine) add(x, y object.Value) (object.Value, error) {
	a := m.agent
	if x.IsString() && y.IsString() {
		return m.concat(x.AsString(), y.AsString())
	}
	x, err := object.ToPrimitive(a, x, object.HintDefault)
	if err != nil {
		return x, err
	}
	if y, err = object.ToPrimitive(a, y, object.HintDefault); err != nil {
		return y, err
	}
	if x.IsString() || y.IsString() {
		s, err := object.ToString(a, x)
		if err != nil {
			return x, err
		}
		t, err := object.ToString(a, y)
		if err != nil {
			return x, err
		}
		return m.concat(s, t)
	}
	return m.arith(bytecode.OpADD, x, y)
}

func (m *Machine) concat(s, t *jstring.String) (object.Value, error) {
	r, err := m.agent.Concat(s, t)
	if err != nil {
		return object.Undefined, err
	}
	return object.Str(r), nil
}

func slowArith(m *Machine, in *bytecode.Instr) {
	v, err := m.arith(in.Op, m.get(in.B), m.get(in.C))
	m.finish(in.A, v, err)
}

func slowArithI(m *Machine, in *bytecode.Instr) {
	op := in.Op
	switch op {
	case bytecode.OpADDI:
		v, err := m.add(m.get(in.B), object.Int(int32(int16(in.C))))
		m.finish(in.A, v, err)
		return
	case bytecode.OpSUBI, bytecode.OpMULI, bytecode.OpDIVI, bytecode.OpMODI:
		op = op - bytecode.OpADDI + bytecode.OpADD
	default:
		op = op - bytecode.OpANDI + bytecode.OpBITAND
	}
	v, err := m.arith(op, m.get(in.B), object.Int(int32(int16(in.C))))
	m.finish(in.A, v, err)
}

func slowArithK(m *Machine, in *bytecode.Instr) {
	x, k := m.get(in.B), m.code.constant(uint32(in.C))
	if in.Op == bytecode.OpADDK {
		v, err := m.add(x, k)
		m.finish(in.A, v, err)
		return
	}
	v, err := m.arith(in.Op-bytecode.OpADDK+bytecode.OpADD, x, k)
	m.finish(in.A, v, err)
}

func slowKArith(m *Machine, in *bytecode.Instr) {
	k, y := m.code.constant(uint32(in.B)), m.get(in.C)
	if in.Op == bytecode.OpKADD {
		v, err := m.add(k, y)
		m.finish(in.A, v, err)
		return
	}
	v, err := m.arith(bytecode.OpSUB, k, y)
	m.finish(in.A, v, err)
}

// arith is ApplyStringOrNumericBinaryOperator (13.15.3) for all operators but
// + on strings.
func (m *Machine) arith(op bytecode.Op, x, y object.Value) (object.Value, error) {
	a := m.agent
	x, err := object.ToNumeric(a, x)
	if err != nil {
		return x, err
	}
	if y, err = object.ToNumeric(a, y); err != nil {
		return y, err
	}
	if x.IsBigInt() || y.IsBigInt() {
		if !x.IsBigInt() || !y.IsBigInt() {
			return x, a.TypeError("Cannot mix BigInt and other types, use explicit conversions")
		}
		return m.bigArith(op, x.AsBigInt(), y.AsBigInt())
	}
	f, g := x.AsNumber(), y.AsNumber()
	switch op {
	case bytecode.OpADD:
		return object.Number(f + g), nil
	case bytecode.OpSUB:
		return object.Number(f - g), nil
	case bytecode.OpMUL:
		return object.Number(f * g), nil
	case bytecode.OpDIV:
		return object.Number(f / g), nil
	case bytecode.OpMOD:
		return object.Number(Remainder(f, g)), nil
	case bytecode.OpEXP:
		return object.Number(Exponentiate(f, g)), nil
	}
	i, j := object.Int32OfFloat(f), object.Int32OfFloat(g)
	switch op {
	case bytecode.OpBITAND:
		return object.Int(i & j), nil
	case bytecode.OpBITOR:
		return object.Int(i | j), nil
	case bytecode.OpBITXOR:
		return object.Int(i ^ j), nil
	case bytecode.OpSHL:
		return object.Int(i << (uint32(j) & 31)), nil
	case bytecode.OpSHR:
		return object.Int(i >> (uint32(j) & 31)), nil
	case bytecode.OpUSHR:
		return object.Number(float64(uint32(i) >> (uint32(j) & 31))), nil
	}
	panic("interp: not an arithmetic opcode")
}

// Remainder is Number::remainder (6.1.6.1.6).
func Remainder(n, d float64) float64 {
	if d == 0 || math.IsInf(n, 0) || n != n || d != d {
		return math.NaN()
	}
	if math.IsInf(d, 0) || n == 0 {
		return n
	}
	if i, j := int64(n), int64(d); float64(i) == n && float64(j) == d && j != -1 {
		// OPT: the remainder of integers is exact (TestRemainderOfIntegers).
		if r := i % j; r != 0 || i > 0 {
			return float64(r)
		}
		return math.Copysign(0, -1)
	}
	r := math.Mod(n, d)
	if r == 0 && math.Signbit(n) {
		return math.Copysign(0, -1)
	}
	return r
}

func slowIncDec(m *Machine, in *bytecode.Instr) {
	v, err := object.ToNumeric(m.agent, m.get(in.A))
	if err != nil {
		m.raise(err)
		return
	}
	op := bytecode.OpADD
	if in.Op == bytecode.OpDEC {
		op = bytecode.OpSUB
	}
	if v.IsBigInt() {
		v, err = m.bigArith(op, v.AsBigInt(), bigOne)
	} else {
		v, err = m.arith(op, v, object.Int(1))
	}
	m.finish(in.A, v, err)
}

func slowUnary(m *Machine, in *bytecode.Instr) {
	a := m.agent
	x := m.get(in.B)
	var v object.Value
	var err error
	switch in.Op {
	case bytecode.OpNOT:
		v = object.Bool(!object.ToBoolean(x))
	case bytecode.OpTYPEOF:
		v = object.Str(object.TypeOf(x))
	case bytecode.OpPLUS:
		v, err = object.ToNumberValue(a, x)
	default:
		if v, err = object.ToNumeric(a, x); err != nil {
			break
		}
		switch {
		case in.Op == bytecode.OpTONUMERIC:
		case v.IsBigInt():
			v, err = m.bigUnary(in.Op, v.AsBigInt())
		case in.Op == bytecode.OpNEG:
			v = object.Number(-v.AsNumber())
		default:
			v = object.Int(^object.Int32OfFloat(v.AsNumber()))
		}
	}
	m.finish(in.A, v, err)
}

func slowEqual(m *Machine, in *bytecode.Instr) {
	x, y := m.get(in.B), m.get(in.C)
	var r bool
	var err error
	switch in.Op {
	case bytecode.OpSEQ, bytecode.OpSNE:
		r, err = m.strictlyEqual(x, y)
	default:
		r, err = object.IsLooselyEqual(m.agent, x, y)
	}
	if in.Op == bytecode.OpNE || in.Op == bytecode.OpSNE {
		r = !r
	}
	m.finish(in.A, object.Bool(r), err)
}

func (m *Machine) strictlyEqual(x, y object.Value) (bool, error) {
	if err := m.agent.TickEqual(x, y); err != nil {
		return false, err
	}
	return object.IsStrictlyEqual(x, y), nil
}

// compare is the relational operators (13.10.1) with op one of LT, LE, GT, GE.
func (m *Machine) compare(op bytecode.Op, x, y object.Value) (bool, error) {
	var t object.Tristate
	var err error
	switch op {
	case bytecode.OpLT:
		t, err = object.IsLessThan(m.agent, x, y, true)
		return t == object.TristateTrue, err
	case bytecode.OpGT:
		t, err = object.IsLessThan(m.agent, y, x, false)
		return t == object.TristateTrue, err
	case bytecode.OpLE:
		t, err = object.IsLessThan(m.agent, y, x, false)
	default:
		t, err = object.IsLessThan(m.agent, x, y, true)
	}
	return t == object.TristateFalse, err
}

func slowCompare(m *Machine, in *bytecode.Instr) {
	r, err := m.compare(in.Op, m.get(in.B), m.get(in.C))
	m.finish(in.A, object.Bool(r), err)
}

// jumpCompares says for each compare-and-jump which operator it is, whether it
// jumps when that does not hold, and whether B is an immediate.
var jumpCompares = [256]struct {
	op        bytecode.Op
	negated   bool
	immediate bool
}{
	bytecode.OpJLT: {bytecode.OpLT, false, false}, bytecode.OpJNLT: {bytecode.OpLT, true, false},
	bytecode.OpJLE: {bytecode.OpLE, false, false}, bytecode.OpJNLE: {bytecode.OpLE, true, false},
	bytecode.OpJGT: {bytecode.OpGT, false, false}, bytecode.OpJNGT: {bytecode.OpGT, true, false},
	bytecode.OpJGE: {bytecode.OpGE, false, false}, bytecode.OpJNGE: {bytecode.OpGE, true, false},
	bytecode.OpJLTI: {bytecode.OpLT, false, true}, bytecode.OpJNLTI: {bytecode.OpLT, true, true},
	bytecode.OpJLEI: {bytecode.OpLE, false, true}, bytecode.OpJNLEI: {bytecode.OpLE, true, true},
	bytecode.OpJGTI: {bytecode.OpGT, false, true}, bytecode.OpJNGTI: {bytecode.OpGT, true, true},
	bytecode.OpJGEI: {bytecode.OpGE, false, true}, bytecode.OpJNGEI: {bytecode.OpGE, true, true},
	bytecode.OpLOOPLT: {bytecode.OpLT, false, false}, bytecode.OpLOOPLE: {bytecode.OpLE, false, false},
	bytecode.OpLOOPGT: {bytecode.OpGT, false, false}, bytecode.OpLOOPGE: {bytecode.OpGE, false, false},
	bytecode.OpLOOPLTI: {bytecode.OpLT, false, true}, bytecode.OpLOOPLEI: {bytecode.OpLE, false, true},
	bytecode.OpLOOPGTI: {bytecode.OpGT, false, true}, bytecode.OpLOOPGEI: {bytecode.OpGE, false, true},
}

func slowJumpCompare(m *Machine, in *bytecode.Instr) {
	j := jumpCompares[in.Op]
	y := object.Int(int32(int16(in.B)))
	if !j.immediate {
		y = m.get(in.B)
	}
	r, err := m.compare(j.op, m.get(in.A), y)
	if err != nil {
		m.raise(err)
	} else if r != j.negated {
		m.jump16(in)
	}
}

func slowJumpEqual(m *Machine, in *bytecode.Instr) {
	x := m.get(in.A)
	var r, negated bool
	var err error
	switch in.Op {
	case bytecode.OpJEQ, bytecode.OpJNE:
		r, err = object.IsLooselyEqual(m.agent, x, m.get(in.B))
		negated = in.Op == bytecode.OpJNE
	case bytecode.OpJSEQ, bytecode.OpJSNE, bytecode.OpLOOPSNE:
		r, err = m.strictlyEqual(x, m.get(in.B))
		negated = in.Op != bytecode.OpJSEQ
	default:
		r, err = m.strictlyEqual(x, m.code.constant(uint32(in.B)))
		negated = in.Op == bytecode.OpJSNEK
	}
	if err != nil {
		m.raise(err)
	} else if r != negated {
		m.jump16(in)
	}
}

func slowJumpTruthy(m *Machine, in *bytecode.Instr) {
	want := in.Op == bytecode.OpJTRUE || in.Op == bytecode.OpLOOPTRUE
	if object.ToBoolean(m.get(in.A)) == want {
		m.jump32(in)
	}
}

func slowRelational(m *Machine, in *bytecode.Instr) {
	x, y := m.get(in.B), m.get(in.C)
	a := m.agent
	var r bool
	var err error
	if in.Op == bytecode.OpINSTANCEOF {
		var ok bool
		if r, ok = m.instanceOf(x, y); !ok {
			r, err = object.InstanceofOperator(a, x, y)
		}
	} else if o := y.ObjectOrNil(); o == nil {
		err = a.TypeError("Cannot use 'in' operator to search for '%s' in %s", a.Describe(x), a.Describe(y))
	} else {
		var k object.PropertyKey
		if k, err = object.ToPropertyKey(a, x); err == nil {
			r, err = o.HasProperty(a, k)
		}
	}
	m.finish(in.A, object.Bool(r), err)
}

// slowFuelRetry polls the limits and then executes the instruction again.
func slowFuelRetry(m *Machine, in *bytecode.Instr) {
	if err := m.agent.Poll(); err != nil {
		m.raise(err)
		return
	}
	m.pc--
}

func slowTemplate(m *Machine, in *bytecode.Instr) {
	s, err := object.ToString(m.agent, m.get(in.B))
	if err != nil {
		m.raise(err)
		return
	}
	m.reg(in.A).set(object.Str(s))
}

func slowConcat(m *Machine, in *bytecode.Instr) {
	n := 0
	for i := range in.C {
		v := m.get(in.B + i)
		if !v.IsString() {
			m.malformed()
			return
		}
		n += v.AsString().Len()
	}
	if n > jstring.MaxLength {
		m.raise(m.agent.RangeError("Invalid string length"))
		return
	}
	if n > 256 {
		s := m.get(in.B).AsString()
		for i := uint16(1); i < in.C; i++ {
			var err error
			if s, err = m.agent.Concat(s, m.get(in.B+i).AsString()); err != nil {
				m.raise(err)
				return
			}
		}
		m.reg(in.A).set(object.Str(s))
		return
	}
	if err := m.agent.Charge(32 + n); err != nil {
		m.raise(err)
		return
	}
	var b jstring.Builder
	b.Grow(n)
	for i := range in.C {
		b.Str(m.get(in.B + i).AsString())
	}
	m.reg(in.A).set(object.Str(b.String()))
}
