package numeric

import (
	"math"
	"math/big"

	"github.com/burrowjs/burrow/object"
)

// 21.3.2.32 Math.sumPrecise ( items ), https://tc39.es/ecma262/#sec-math.sumprecise
func mathSumPrecise(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := object.RequireObjectCoercible(a, c.Arg(0)); err != nil {
		return object.Undefined, err
	}
	rec, err := object.GetIterator(a, c.Arg(0), false)
	if err != nil {
		return object.Undefined, err
	}
	sum := exactSum{minusZero: true}
	for {
		v, ok, err := object.IteratorStepValue(a, &rec)
		if err != nil {
			return object.Undefined, err
		}
		if !ok {
			return object.Number(sum.result()), nil
		}
		if err := a.Tick(1); err != nil {
			return object.Undefined, err
		}
		if !v.IsNumber() {
			return object.Undefined, object.IteratorClose(a, &rec, a.TypeError("%s is not a number", a.DescribeOperand(v)))
		}
		sum.add(v.AsNumber())
	}
}

// exactSum adds Numbers without rounding: the sum is a fixed-point number in
// units of 2^-1074 whose digits have 32 bits each, and may hold more for a while.
type exactSum struct {
	digits    [68]int64
	pending   int  // additions since the last carry
	minusZero bool // nothing but -0 so far
	special   float64
	isSpecial bool // special is the sum of infinities and NaNs
}

func (s *exactSum) add(x float64) {
	if !isFinite(x) {
		s.special, s.isSpecial = s.special+x, true
		return
	}
	bits := math.Float64bits(x)
	if bits != 1<<63 {
		s.minusZero = false
	}
	e, m := int(bits>>52&0x7FF), bits&(1<<52-1)
	if e == 0 {
		e = 1
	} else {
		m |= 1 << 52
	}
	e-- // x is m × 2^e units
	low, high := m<<(e%32), uint64(0)
	if e%32 != 0 {
		high = m >> (64 - e%32)
	}
	parts := [3]int64{int64(low & math.MaxUint32), int64(low >> 32), int64(high)}
	for i, p := range parts {
		if x < 0 {
			p = -p
		}
		s.digits[e/32+i] += p
	}
	if s.pending++; s.pending == 1<<30 {
		s.carry()
	}
}

// carry brings all digits but the last into 32 bits.
func (s *exactSum) carry() {
	s.pending = 0
	for i := range len(s.digits) - 1 {
		s.digits[i+1] += s.digits[i] >> 32
		s.digits[i] &= math.MaxUint32
	}
}

func (s *exactSum) result() float64 {
	switch {
	case s.isSpecial:
		return s.special
	case s.minusZero:
		return math.Copysign(0, -1)
	}
	s.carry()
	total := new(big.Int)
	for i := len(s.digits) - 1; i >= 0; i-- {
		total.Lsh(total, 32)
		total.Add(total, big.NewInt(s.digits[i]))
	}
	f := new(big.Float).SetInt(total)
	r, _ := f.SetMantExp(f, -1074).Float64()
	return r
}
