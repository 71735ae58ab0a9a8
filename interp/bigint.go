package interp

import (
	"math"
	"math/big"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// BigInt operators (6.1.6.2). Sizes are bounded and work is accounted for
// before it is done, since math/big cannot be interrupted.

var bigOne = big.NewInt(1)

// MaxBigIntBits is the greatest size of a BigInt; it is V8's.
const MaxBigIntBits = 1 << 30

func (m *Machine) bigTooBig() (object.Value, error) {
	return object.Undefined, m.agent.RangeError("Maximum BigInt size exceeded")
}

// bigCost accounts for an operation that makes bits bits with about work word operations.
func (m *Machine) bigCost(bits, work int) error {
	if err := m.agent.Charge(bits/8 + 32); err != nil {
		return err
	}
	if work > 64 {
		return m.agent.Tick(work / 64)
	}
	return nil
}

func (m *Machine) bigUnary(op bytecode.Op, x *big.Int) (object.Value, error) {
	if err := m.bigCost(x.BitLen(), len(x.Bits())); err != nil {
		return object.Undefined, err
	}
	if op == bytecode.OpNEG {
		return object.BigInt(new(big.Int).Neg(x)), nil
	}
	return object.BigInt(new(big.Int).Not(x)), nil
}

func (m *Machine) bigArith(op bytecode.Op, x, y *big.Int) (object.Value, error) {
	a := m.agent
	bits := max(x.BitLen(), y.BitLen()) + 1
	work := len(x.Bits()) + len(y.Bits())
	switch op {
	case bytecode.OpMUL:
		bits = x.BitLen() + y.BitLen()
		work = len(x.Bits()) * len(y.Bits())
	case bytecode.OpDIV, bytecode.OpMOD:
		if y.Sign() == 0 {
			return object.Undefined, a.RangeError("Division by zero")
		}
		work = len(x.Bits()) * len(y.Bits())
	case bytecode.OpEXP:
		return m.bigExp(x, y)
	case bytecode.OpSHL:
		return m.bigShift(x, y, false)
	case bytecode.OpSHR:
		return m.bigShift(x, y, true)
	case bytecode.OpUSHR:
		return object.Undefined, a.TypeError("BigInts have no unsigned right shift, use >> instead")
	}
	if bits > MaxBigIntBits {
		return m.bigTooBig()
	}
	if err := m.bigCost(bits, work); err != nil {
		return object.Undefined, err
	}
	r := new(big.Int)
	switch op {
	case bytecode.OpADD:
		r.Add(x, y)
	case bytecode.OpSUB:
		r.Sub(x, y)
	case bytecode.OpMUL:
		r.Mul(x, y)
	case bytecode.OpDIV:
		r.Quo(x, y)
	case bytecode.OpMOD:
		r.Rem(x, y)
	case bytecode.OpBITAND:
		r.And(x, y)
	case bytecode.OpBITOR:
		r.Or(x, y)
	case bytecode.OpBITXOR:
		r.Xor(x, y)
	}
	return object.BigInt(r), nil
}

func (m *Machine) bigExp(x, y *big.Int) (object.Value, error) {
	if y.Sign() < 0 {
		return object.Undefined, m.agent.RangeError("Exponent must be non-negative")
	}
	if x.BitLen() > 1 {
		if !y.IsInt64() || float64(x.BitLen()-1)*float64(y.Int64()) > MaxBigIntBits {
			return m.bigTooBig()
		}
		bits := x.BitLen() * int(y.Int64())
		words := bits / 64
		if err := m.bigCost(bits, words*words/4); err != nil {
			return object.Undefined, err
		}
		return object.BigInt(new(big.Int).Exp(x, y, nil)), nil
	}
	// 0, 1 and -1 need no work whatever the exponent.
	switch {
	case y.Sign() == 0 || x.Sign() > 0, x.Sign() < 0 && y.Bit(0) == 0:
		return object.BigInt(bigOne), nil
	}
	return object.BigInt(x), nil
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
		if !y.IsInt64() || y.Int64() > MaxBigIntBits || x.BitLen()+int(y.Int64()) > MaxBigIntBits {
			return m.bigTooBig()
		}
		n := int(y.Int64())
		if err := m.bigCost(x.BitLen()+n, (x.BitLen()+n)/64); err != nil {
			return object.Undefined, err
		}
		return object.BigInt(new(big.Int).Lsh(x, uint(n))), nil
	}
	n := uint(math.MaxInt32)
	if y.IsInt64() && y.Int64() < math.MaxInt32 {
		n = uint(y.Int64())
	}
	return object.BigInt(new(big.Int).Rsh(x, n)), nil
}
