package interp

import (
	"math"
	"math/big"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// BigInt operators (6.1.6.2). Sizes are bounded and work is accounted for
// before it is done, since math/big cannot be interrupted; what is not linear
// in the size is in package object.

var bigOne = big.NewInt(1)

func (m *Machine) bigTooBig() (object.Value, error) {
	return object.Undefined, m.agent.RangeError("Maximum BigInt size exceeded")
}

// bigCost accounts for an operation of linear time that makes a number of bits bits.
func (m *Machine) bigCost(bits int) error {
	if err := m.agent.Charge(bits/8 + 32); err != nil {
		return err
	}
	if bits > 1<<12 {
		return m.agent.Tick(bits >> 12)
	}
	return nil
}

func (m *Machine) bigUnary(op bytecode.Op, x *big.Int) (object.Value, error) {
	if err := m.bigCost(x.BitLen()); err != nil {
		return object.Undefined, err
	}
	if op == bytecode.OpNEG {
		return object.BigInt(new(big.Int).Neg(x)), nil
	}
	return object.BigInt(new(big.Int).Not(x)), nil
}

func (m *Machine) bigArith(op bytecode.Op, x, y *big.Int) (object.Value, error) {
	a := m.agent
	var r *big.Int
	var err error
	switch op {
	case bytecode.OpMUL:
		r, err = object.BigIntMultiply(a, x, y)
	case bytecode.OpDIV:
		r, _, err = object.BigIntDivide(a, x, y)
	case bytecode.OpMOD:
		_, r, err = object.BigIntDivide(a, x, y)
	case bytecode.OpEXP:
		r, err = object.BigIntExponentiate(a, x, y)
	case bytecode.OpSHL:
		return m.bigShift(x, y, false)
	case bytecode.OpSHR:
		return m.bigShift(x, y, true)
	case bytecode.OpUSHR:
		return object.Undefined, a.TypeError("BigInts have no unsigned right shift, use >> instead")
	default:
		return m.bigLinear(op, x, y)
	}
	if err != nil {
		return object.Undefined, err
	}
	return object.BigInt(r), nil
}

// bigLinear is the operators whose work is linear in the size.
func (m *Machine) bigLinear(op bytecode.Op, x, y *big.Int) (object.Value, error) {
	bits := max(x.BitLen(), y.BitLen()) + 1
	if bits > object.MaxBigIntBits+1 {
		return m.bigTooBig()
	}
	if err := m.bigCost(bits); err != nil {
		return object.Undefined, err
	}
	r := new(big.Int)
	switch op {
	case bytecode.OpADD:
		r.Add(x, y)
	case bytecode.OpSUB:
		r.Sub(x, y)
	case bytecode.OpBITAND:
		r.And(x, y)
	case bytecode.OpBITOR:
		r.Or(x, y)
	case bytecode.OpBITXOR:
		r.Xor(x, y)
	}
	if r.BitLen() > object.MaxBigIntBits {
		return m.bigTooBig()
	}
	return object.BigInt(r), nil
}

func (m *Machine) bigShift(x, y *big.Int, right bool) (object.Value, error) {
	if y.Sign() < 0 {
		right = !right
		y = new(big.Int).Neg(y)
	}
	if !right {
		if x.Sign() == 0 {
			return object.BigInt(x), nil
		}
		if !y.IsInt64() || y.Int64() > object.MaxBigIntBits || x.BitLen()+int(y.Int64()) > object.MaxBigIntBits {
			return m.bigTooBig()
		}
		n := int(y.Int64())
		if err := m.bigCost(x.BitLen() + n); err != nil {
			return object.Undefined, err
		}
		return object.BigInt(new(big.Int).Lsh(x, uint(n))), nil
	}
	n := uint(math.MaxInt32)
	if y.IsInt64() && y.Int64() < math.MaxInt32 {
		n = uint(y.Int64())
	}
	if err := m.bigCost(x.BitLen()); err != nil {
		return object.Undefined, err
	}
	return object.BigInt(new(big.Int).Rsh(x, n)), nil
}
