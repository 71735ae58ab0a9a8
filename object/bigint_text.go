package object

import (
	"math/big"

	"github.com/burrowjs/burrow/internal/jstring"
)

// MaxBigIntBits is the greatest size of a BigInt; longer results are a
// RangeError. It is V8's limit.
const MaxBigIntBits = 1 << 30

// bigLeaf is the number of digits from which texts of BigInts are converted in
// halves: math/big cannot be interrupted, so it gets small pieces.
const bigLeaf = 8192

// StringToBigInt is 7.1.14, https://tc39.es/ecma262/#sec-stringtobigint ; ok is
// false if s is not the text of an integer.
func StringToBigInt(a *Agent, s *jstring.String) (n *big.Int, ok bool, err error) {
	text, ok := numericText(s)
	if !ok {
		return nil, false, nil
	}
	if len(text) == 0 {
		return new(big.Int), true, nil
	}
	base := radixPrefix(text)
	negative := false
	switch {
	case base != 0:
		text = text[2:]
	case text[0] == '+' || text[0] == '-':
		negative = text[0] == '-'
		text = text[1:]
		fallthrough
	default:
		base = 10
	}
	n, ok, err = ParseBigInt(a, text, base)
	if ok && negative {
		n.Neg(n)
	}
	return n, ok, err
}

// ParseBigInt reads text, which is all digits of the base.
func ParseBigInt(a *Agent, text []byte, base int) (n *big.Int, ok bool, err error) {
	if len(text) == 0 {
		return nil, false, nil
	}
	for _, c := range text {
		if int(digitValue(c)) >= base {
			return nil, false, nil
		}
	}
	for len(text) > 1 && text[0] == '0' {
		text = text[1:]
	}
	if len(text) > MaxBigIntBits {
		return nil, false, a.RangeError("Maximum BigInt size exceeded")
	}
	if err := a.Charge(len(text) / 2); err != nil {
		return nil, false, err
	}
	p := bigPowers{a: a, base: base}
	n, err = p.parse(text)
	if err == nil && n.BitLen() > MaxBigIntBits {
		err = a.RangeError("Maximum BigInt size exceeded")
	}
	return n, err == nil, err
}

// bigPowers holds base^(bigLeaf << i), made as they are needed.
type bigPowers struct {
	a      *Agent
	base   int
	powers []*big.Int
}

func (p *bigPowers) get(i int) (*big.Int, error) {
	for len(p.powers) <= i {
		var next *big.Int
		if n := len(p.powers); n == 0 {
			next = new(big.Int).Exp(big.NewInt(int64(p.base)), big.NewInt(bigLeaf), nil)
		} else {
			var err error
			if next, err = bigMul(p.a, p.powers[n-1], p.powers[n-1]); err != nil {
				return nil, err
			}
		}
		p.powers = append(p.powers, next)
	}
	return p.powers[i], nil
}

func (p *bigPowers) parse(text []byte) (*big.Int, error) {
	if err := p.a.Tick(1 + len(text)/64); err != nil {
		return nil, err
	}
	if len(text) <= bigLeaf {
		n, _ := new(big.Int).SetString(string(text), p.base)
		return n, nil
	}
	level := 0
	for bigLeaf<<(level+1) < len(text) {
		level++
	}
	cut := len(text) - bigLeaf<<level
	high, err := p.parse(text[:cut])
	if err != nil {
		return nil, err
	}
	low, err := p.parse(text[cut:])
	if err != nil {
		return nil, err
	}
	power, err := p.get(level)
	if err != nil {
		return nil, err
	}
	if high, err = bigMul(p.a, high, power); err != nil {
		return nil, err
	}
	return high.Add(high, low), nil
}

// BigIntToString is 6.1.6.2.23, https://tc39.es/ecma262/#sec-numeric-types-bigint-tostring
func BigIntToString(a *Agent, b *big.Int, radix int) (*jstring.String, error) {
	if b.IsInt64() && b.Int64() == int64(int32(b.Int64())) && radix == 10 {
		return intToString(int32(b.Int64())), nil
	}
	if err := a.Charge(b.BitLen() / 3); err != nil {
		return nil, err
	}
	var out []byte
	if b.Sign() < 0 {
		out = append(out, '-')
		b = new(big.Int).Neg(b)
	}
	p := bigPowers{a: a, base: radix}
	out, err := p.print(out, b, 0)
	if err != nil {
		return nil, err
	}
	if len(out) > jstring.MaxLength {
		return nil, a.RangeError("Invalid string length")
	}
	return jstring.FromLatin1(out), nil
}

// print appends the digits of b >= 0, with zeros before them up to width.
func (p *bigPowers) print(dst []byte, b *big.Int, width int) ([]byte, error) {
	if err := p.a.Tick(1 + b.BitLen()/64); err != nil {
		return nil, err
	}
	level := -1
	for {
		// A leaf may have up to twice bigLeaf digits of base 2.
		if b.BitLen() <= 2*bigLeaf<<(level+1) {
			break
		}
		power, err := p.get(level + 1)
		if err != nil {
			return nil, err
		}
		if b.Cmp(power) < 0 {
			break
		}
		level++
	}
	if level < 0 {
		var buf [64]byte
		text := b.Append(buf[:0], p.base)
		for range width - len(text) {
			dst = append(dst, '0')
		}
		return append(dst, text...), nil
	}
	high, low, err := bigDiv(p.a, b, p.powers[level])
	if err != nil {
		return nil, err
	}
	dst, err = p.print(dst, high, width-bigLeaf<<level)
	if err != nil {
		return nil, err
	}
	return p.print(dst, low, bigLeaf<<level)
}
