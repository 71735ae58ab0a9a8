package object

import "math"

// Float16Bits returns the IEEE 754 binary16 nearest to f, ties to even.
func Float16Bits(f float64) uint16 {
	bits := math.Float64bits(f)
	sign := uint16(bits >> 48 & 0x8000)
	abs := math.Abs(f)
	switch {
	case f != f:
		return 0x7E00
	case abs >= 65520: // halfway between the greatest number and the next power of two
		return sign | 0x7C00
	case abs < 1.0/(1<<14):
		// Subnormal: a multiple of 2^-24. Rounding up to 2^-14 gives its bits too.
		return sign | uint16(math.RoundToEven(abs*(1<<24)))
	}
	exp := int(bits>>52&0x7FF) - 1023
	// 10 of 52 fraction bits stay; adding half less one, plus the last bit that
	// stays, rounds to even, and a carry moves into the exponent as it should.
	m := bits & (1<<52 - 1)
	m += 1<<41 - 1 + m>>42&1
	return sign | uint16((exp+15)<<10) + uint16(m>>42)
}

// Float16FromBits returns the number that is the binary16 h.
func Float16FromBits(h uint16) float64 {
	exp, m := int(h>>10&0x1F), float64(h&0x3FF)
	var f float64
	switch exp {
	case 0:
		f = m / (1 << 24)
	case 31:
		if m != 0 {
			return math.NaN()
		}
		f = math.Inf(1)
	default:
		f = math.Ldexp(1+m/(1<<10), exp-15)
	}
	if h&0x8000 != 0 {
		return -f
	}
	return f
}
