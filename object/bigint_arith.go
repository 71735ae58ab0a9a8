package object

import (
	"math/big"
	"math/bits"
)

// Multiplication and division of large BigInts. math/big cannot be
// interrupted, and two numbers of a hundred million digits keep it busy for
// minutes; so operands above bigLeafBits are divided here, by Karatsuba's and
// by Burnikel and Ziegler's methods, into pieces that math/big does, with a
// Tick between.

const (
	bigLeafBits  = 1 << 16
	bigLeafWords = bigLeafBits / bits.UintSize
)

func bigTooLarge(a *Agent) error { return a.RangeError("Maximum BigInt size exceeded") }

// BigIntMultiply is 6.1.6.2.4, https://tc39.es/ecma262/#sec-numeric-types-bigint-multiply
func BigIntMultiply(a *Agent, x, y *big.Int) (*big.Int, error) {
	n := x.BitLen() + y.BitLen()
	if n > MaxBigIntBits+1 {
		return nil, bigTooLarge(a)
	}
	if err := a.Charge(n/8 + 32); err != nil {
		return nil, err
	}
	p, err := bigMul(a, x, y)
	if err == nil && p.BitLen() > MaxBigIntBits {
		err = bigTooLarge(a)
	}
	return p, err
}

// words returns a number that shares the words of another.
func words(w []big.Word) *big.Int { return new(big.Int).SetBits(w) }

// splitAt returns the absolute value of x as high·2^(64·n) + low, in words.
func splitAt(x *big.Int, n int) (high, low *big.Int) {
	w := x.Bits()
	if n >= len(w) {
		return new(big.Int), words(w)
	}
	return words(w[n:]), words(w[:n:n])
}

// joinAt is the opposite of splitAt; low has at most n words.
func joinAt(high, low *big.Int, n int) *big.Int {
	h, l := high.Bits(), low.Bits()
	w := make([]big.Word, n+len(h))
	copy(w, l)
	copy(w[n:], h)
	return words(w)
}

func bigMul(a *Agent, x, y *big.Int) (*big.Int, error) {
	nx, ny := len(x.Bits()), len(y.Bits())
	if nx < ny {
		x, y, nx, ny = y, x, ny, nx
	}
	if nx <= bigLeafWords {
		if work := nx * ny; work > 64 {
			if err := a.Tick(work / 64); err != nil {
				return nil, err
			}
		}
		return new(big.Int).Mul(x, y), nil
	}
	half := (nx + 1) / 2
	x1, x0 := splitAt(x, half)
	negative := x.Sign()*y.Sign() < 0
	var p *big.Int
	if ny <= half {
		// Only x is divided.
		abs := words(y.Bits())
		high, err := bigMul(a, x1, abs)
		if err != nil {
			return nil, err
		}
		low, err := bigMul(a, x0, abs)
		if err != nil {
			return nil, err
		}
		p = joinAt(high, new(big.Int), half)
		p.Add(p, low)
	} else {
		y1, y0 := splitAt(y, half)
		high, err := bigMul(a, x1, y1)
		if err != nil {
			return nil, err
		}
		low, err := bigMul(a, x0, y0)
		if err != nil {
			return nil, err
		}
		middle, err := bigMul(a, new(big.Int).Add(x1, x0), new(big.Int).Add(y1, y0))
		if err != nil {
			return nil, err
		}
		middle.Sub(middle, high).Sub(middle, low)
		p = joinAt(high, low, 2*half)
		p.Add(p, joinAt(middle, new(big.Int), half))
	}
	if negative {
		p.Neg(p)
	}
	return p, nil
}

// BigIntDivide is 6.1.6.2.5 and 6.1.6.2.6: the quotient rounded towards zero and
// the remainder, https://tc39.es/ecma262/#sec-numeric-types-bigint-divide
func BigIntDivide(a *Agent, x, y *big.Int) (quotient, remainder *big.Int, err error) {
	if y.Sign() == 0 {
		return nil, nil, a.RangeError("Division by zero")
	}
	if err := a.Charge(x.BitLen()/8 + 32); err != nil {
		return nil, nil, err
	}
	q, r, err := bigDiv(a, x, y)
	return q, r, err
}

func bigDiv(a *Agent, x, y *big.Int) (q, r *big.Int, err error) {
	nx, ny := len(x.Bits()), len(y.Bits())
	if nx <= bigLeafWords || nx < ny {
		if err := a.Tick(nx*ny/64 + 1); err != nil {
			return nil, nil, err
		}
		q, r = new(big.Int).QuoRem(x, y, new(big.Int))
		return q, r, nil
	}
	// The divisor is shifted so that it fills n words, which halve evenly down
	// to a leaf; the dividend is taken n words at a time.
	n := bigLeafWords / 2
	for n < ny {
		n *= 2
	}
	shift := uint(n*bits.UintSize - y.BitLen())
	d := new(big.Int).Lsh(words(y.Bits()), shift)
	rest := new(big.Int).Lsh(words(x.Bits()), shift)
	w := rest.Bits()
	blocks := (len(w) + n - 1) / n
	out := make([]big.Word, blocks*n)
	r = new(big.Int)
	for i := blocks - 1; i >= 0; i-- {
		block := words(w[i*n : min((i+1)*n, len(w))])
		var part *big.Int
		if part, r, err = divideTwo(a, joinAt(r, block, n), d, n); err != nil {
			return nil, nil, err
		}
		copy(out[i*n:], part.Bits())
	}
	q = words(out)
	r = new(big.Int).Rsh(r, shift)
	if x.Sign()*y.Sign() < 0 {
		q.Neg(q)
	}
	if x.Sign() < 0 {
		r.Neg(r)
	}
	return q, r, nil
}

// divideTwo divides u by d, which has exactly n words and its top bit set; u is
// less than d·2^(64·n).
func divideTwo(a *Agent, u, d *big.Int, n int) (q, r *big.Int, err error) {
	if n <= bigLeafWords/2 {
		if err := a.Tick(n * n / 64); err != nil {
			return nil, nil, err
		}
		q, r = new(big.Int).QuoRem(u, d, new(big.Int))
		return q, r, nil
	}
	h := n / 2
	high, low := splitAt(u, h)
	q1, r1, err := divideThree(a, high, d, h)
	if err != nil {
		return nil, nil, err
	}
	q0, r, err := divideThree(a, joinAt(r1, low, h), d, h)
	if err != nil {
		return nil, nil, err
	}
	return joinAt(q1, q0, h), r, nil
}

// divideThree divides u, of three times h words, by d, of twice h.
func divideThree(a *Agent, u, d *big.Int, h int) (q, r *big.Int, err error) {
	u12, u0 := splitAt(u, h)
	d1, d0 := splitAt(d, h)
	if u2, _ := splitAt(u12, h); u2.Cmp(d1) < 0 {
		if q, r, err = divideTwo(a, u12, d1, h); err != nil {
			return nil, nil, err
		}
	} else {
		// The quotient is as large as h words can be.
		q = new(big.Int).Lsh(big.NewInt(1), uint(h*bits.UintSize))
		q.Sub(q, big.NewInt(1))
		r = new(big.Int).Sub(u12, joinAt(d1, new(big.Int), h))
		r.Add(r, d1)
	}
	p, err := bigMul(a, q, d0)
	if err != nil {
		return nil, nil, err
	}
	r = joinAt(r, u0, h)
	r.Sub(r, p)
	for r.Sign() < 0 {
		r.Add(r, d)
		q.Sub(q, big.NewInt(1))
	}
	return q, r, nil
}

// BigIntExponentiate is 6.1.6.2.3, https://tc39.es/ecma262/#sec-numeric-types-bigint-exponentiate
func BigIntExponentiate(a *Agent, base, exponent *big.Int) (*big.Int, error) {
	if exponent.Sign() < 0 {
		return nil, a.RangeError("undefined must be positive")
	}
	if base.BitLen() <= 1 {
		// 0, 1 and -1 need no work whatever the exponent.
		switch {
		case exponent.Sign() == 0 || base.Sign() < 0 && exponent.Bit(0) == 0:
			return big.NewInt(1), nil
		}
		return base, nil
	}
	if !exponent.IsInt64() || float64(base.BitLen()-1)*float64(exponent.Int64()) > MaxBigIntBits {
		return nil, bigTooLarge(a)
	}
	result := big.NewInt(1)
	var err error
	for i := exponent.BitLen() - 1; i >= 0; i-- {
		if result, err = BigIntMultiply(a, result, result); err != nil {
			return nil, err
		}
		if exponent.Bit(i) != 0 {
			if result, err = BigIntMultiply(a, result, base); err != nil {
				return nil, err
			}
		}
	}
	return result, nil
}
