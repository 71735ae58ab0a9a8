package numeric

import (
	"math"
	"math/big"
	"sync"
)

// Arguments of sine and cosine beyond 2^45 are reduced with as much of π/2 as
// they need.

const reductionBits = 1024 + 53 + 128

// piOver2 is π/2 by Machin's formula, π/4 = 4·arctan(1/5) − arctan(1/239).
var piOver2 = sync.OnceValue(func() *big.Float {
	const guard = 64
	one := new(big.Int).Lsh(big.NewInt(1), reductionBits+guard)
	arctan := func(n int64) *big.Int {
		square := big.NewInt(n * n)
		term := new(big.Int).Quo(one, big.NewInt(n))
		sum := new(big.Int).Set(term)
		for k := int64(3); term.Sign() != 0; k += 2 {
			term.Neg(term.Quo(term, square))
			sum.Add(sum, new(big.Int).Quo(term, big.NewInt(k)))
		}
		return sum
	}
	quarter := new(big.Int).Sub(new(big.Int).Mul(big.NewInt(4), arctan(5)), arctan(239))
	f := new(big.Float).SetPrec(reductionBits).SetInt(quarter)
	return f.SetMantExp(f, 1-reductionBits-guard)
})

func reduceLarge(x float64) (quadrant int, high, low float64) {
	f := new(big.Float).SetPrec(reductionBits).SetFloat64(x)
	q := new(big.Float).SetPrec(reductionBits).Quo(f, piOver2())
	half := 0.5
	if math.Signbit(x) {
		half = -half
	}
	n, _ := q.Add(q, big.NewFloat(half)).Int(nil)
	product := new(big.Float).SetPrec(2 * reductionBits).SetInt(n)
	product.Mul(product, piOver2())
	rest := new(big.Float).SetPrec(reductionBits).Sub(f, product)
	high, _ = rest.Float64()
	low, _ = rest.Sub(rest, big.NewFloat(high)).Float64()
	return int(new(big.Int).And(n, big.NewInt(3)).Int64()), high, low
}
