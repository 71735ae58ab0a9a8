package object

import (
	"math/big"
	"math/rand/v2"
	"testing"
	"time"
)

func TestLargeBigInts(t *testing.T) {
	w := newWorld(t)
	rnd := rand.New(rand.NewPCG(5, 6))
	random := func(bits int) *big.Int {
		n := new(big.Int)
		switch rnd.IntN(4) {
		case 0: // all ones
			n.Sub(n.Lsh(big.NewInt(1), uint(bits)), big.NewInt(1))
		case 1: // a power of two
			n.Lsh(big.NewInt(1), uint(bits-1))
		default:
			ws := make([]big.Word, bits/32/2+1)
			for i := range ws {
				ws[i] = big.Word(rnd.Uint64())
			}
			n.SetBits(ws)
		}
		if rnd.IntN(2) == 0 {
			n.Neg(n)
		}
		return n
	}
	sizes := []int{1, 64, 1000, bigLeafBits - 1, bigLeafBits, bigLeafBits + 64, 3 * bigLeafBits, 200000, 700000, 1100000}
	for range 150 {
		x, y := random(sizes[rnd.IntN(len(sizes))]), random(sizes[rnd.IntN(len(sizes))])
		p, err := BigIntMultiply(w.a, x, y)
		w.ok(err)
		if p.Cmp(new(big.Int).Mul(x, y)) != 0 {
			t.Fatalf("product of %d and %d bits", x.BitLen(), y.BitLen())
		}
		q, r, err := BigIntDivide(w.a, x, y)
		w.ok(err)
		wantQ, wantR := new(big.Int).QuoRem(x, y, new(big.Int))
		if q.Cmp(wantQ) != 0 || r.Cmp(wantR) != 0 {
			t.Fatalf("quotient of %d and %d bits", x.BitLen(), y.BitLen())
		}
		if q, r, err = BigIntDivide(w.a, p, x); err != nil || r.Sign() != 0 || q.Cmp(y) != 0 {
			t.Fatalf("exact quotient of %d and %d bits", p.BitLen(), x.BitLen())
		}
	}
	_, _, err := BigIntDivide(w.a, big.NewInt(1), new(big.Int))
	w.throws(err, "RangeError: Division by zero")
	huge := new(big.Int).Lsh(big.NewInt(1), 1<<29+10)
	_, err = BigIntMultiply(w.a, huge, huge)
	w.throws(err, "RangeError: Maximum BigInt size exceeded")
	for _, c := range [][3]int64{{3, 5, 243}, {-3, 3, -27}, {0, 0, 1}, {0, 7, 0}, {-1, 8, 1}, {-1, 9, -1}, {1, 1 << 62, 1}, {2, 0, 1}} {
		p, err := BigIntExponentiate(w.a, big.NewInt(c[0]), big.NewInt(c[1]))
		w.ok(err)
		w.check(p.Int64() == c[2], "%d ** %d = %s", c[0], c[1], p)
	}
	_, err = BigIntExponentiate(w.a, big.NewInt(2), big.NewInt(-1))
	w.throws(err, "RangeError: undefined must be positive")
	_, err = BigIntExponentiate(w.a, big.NewInt(10), big.NewInt(1<<40))
	w.throws(err, "RangeError: Maximum BigInt size exceeded")
	p, err := BigIntExponentiate(w.a, big.NewInt(7), big.NewInt(100000))
	w.ok(err)
	w.check(p.Cmp(new(big.Int).Exp(big.NewInt(7), big.NewInt(100000), nil)) == 0, "7 ** 100000")
}

// A deadline ends a product that would take very long.
func TestBigIntInterrupted(t *testing.T) {
	w := newWorld(t)
	x := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 1<<28), big.NewInt(1))
	start := time.Now()
	w.a.Deadline = start.Add(50 * time.Millisecond)
	_, err := BigIntMultiply(w.a, x, x)
	end, ok := err.(*Termination)
	w.check(ok && end.Cause == TerminatedDeadline, "got %v", err)
	_, err = BigIntToString(w.a, x, 10)
	end, ok = err.(*Termination)
	w.check(ok && end.Cause == TerminatedDeadline, "got %v", err)
	w.check(time.Since(start) < 5*time.Second, "it took %v", time.Since(start))
}
