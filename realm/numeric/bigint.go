package numeric

import (
	"math/big"

	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicBigInt, object.Spec{
		Fn: bigIntConstructor, Name: "BigInt", Length: 1, Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicBigIntPrototype),
			object.Method("asUintN", 2, bigIntAsUintN),
			object.Method("asIntN", 2, bigIntAsIntN),
		},
	})
	object.DefineIntrinsic(object.IntrinsicBigIntPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicBigInt),
			object.Method("toLocaleString", 0, bigIntPrototypeToLocaleString),
			object.Method("toString", 0, bigIntPrototypeToString),
			object.Method("valueOf", 0, bigIntPrototypeValueOf),
			object.ToStringTag("BigInt"),
		},
	})
}

// bigToFloat is 𝔽(ℝ(b)): the nearest Number.
func bigToFloat(b *big.Int) float64 {
	f, _ := new(big.Float).SetInt(b).Float64()
	return f
}

// 21.2.1.1 BigInt ( value ), https://tc39.es/ecma262/#sec-bigint-constructor-number-value
func bigIntConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if c.NewTarget != nil {
		return object.Undefined, a.TypeError("BigInt is not a constructor")
	}
	prim, err := object.ToPrimitive(a, c.Arg(0), object.HintNumber)
	if err != nil {
		return object.Undefined, err
	}
	if !prim.IsNumber() {
		b, err := object.ToBigInt(a, prim)
		if err != nil {
			return object.Undefined, err
		}
		return object.BigInt(b), nil
	}
	// 21.2.1.1.1 NumberToBigInt ( number ), https://tc39.es/ecma262/#sec-numbertobigint
	if !object.IsIntegralNumber(prim) {
		return object.Undefined, a.RangeError("The number %s cannot be converted to a BigInt because it is not an integer", a.Describe(prim))
	}
	b, _ := new(big.Float).SetFloat64(prim.AsNumber()).Int(nil)
	return object.BigInt(b), nil
}

// bitsAndBigInt are the arguments of asIntN and asUintN.
func bitsAndBigInt(c *object.Call) (bits int64, b *big.Int, err error) {
	if bits, err = object.ToIndex(c.Agent, c.Arg(0)); err != nil {
		return 0, nil, err
	}
	b, err = object.ToBigInt(c.Agent, c.Arg(1))
	return bits, b, err
}

// low returns b modulo 2^bits.
func low(a *object.Agent, b *big.Int, bits int64) (*big.Int, error) {
	if err := a.Charge(int(bits/4) + 16); err != nil {
		return nil, err
	}
	if err := a.Tick(int(bits >> 10)); err != nil {
		return nil, err
	}
	mask := new(big.Int).Lsh(big.NewInt(1), uint(bits))
	return mask.And(b, mask.Sub(mask, big.NewInt(1))), nil
}

// 21.2.2.1 BigInt.asIntN ( bits, bigint ), https://tc39.es/ecma262/#sec-bigint.asintn
func bigIntAsIntN(c *object.Call) (object.Value, error) {
	bits, b, err := bitsAndBigInt(c)
	if err != nil {
		return object.Undefined, err
	}
	if int64(b.BitLen()) < bits {
		return object.BigInt(b), nil
	}
	if bits == 0 {
		return object.BigInt(new(big.Int)), nil
	}
	r, err := low(c.Agent, b, bits)
	if err != nil {
		return object.Undefined, err
	}
	if r.Bit(int(bits-1)) == 1 {
		r.Sub(r, new(big.Int).Lsh(big.NewInt(1), uint(bits)))
	}
	return object.BigInt(r), nil
}

// 21.2.2.2 BigInt.asUintN ( bits, bigint ), https://tc39.es/ecma262/#sec-bigint.asuintn
func bigIntAsUintN(c *object.Call) (object.Value, error) {
	bits, b, err := bitsAndBigInt(c)
	if err != nil {
		return object.Undefined, err
	}
	if b.Sign() >= 0 && int64(b.BitLen()) <= bits {
		return object.BigInt(b), nil
	}
	if bits > object.MaxBigIntBits {
		return object.Undefined, c.Agent.RangeError("Maximum BigInt size exceeded")
	}
	r, err := low(c.Agent, b, bits)
	if err != nil {
		return object.Undefined, err
	}
	return object.BigInt(r), nil
}

// 21.2.3.4.1 ThisBigIntValue ( value ), https://tc39.es/ecma262/#sec-thisbigintvalue
func thisBigIntValue(c *object.Call, method string) (*big.Int, error) {
	if c.This.IsBigInt() {
		return c.This.AsBigInt(), nil
	}
	if d := object.PayloadOf[object.PrimitiveData](c.This, object.ClassBigInt); d != nil {
		return d.Value.AsBigInt(), nil
	}
	return nil, c.Agent.TypeError("BigInt.prototype.%s requires that 'this' be a BigInt", method)
}

// 21.2.3.2 BigInt.prototype.toLocaleString ( [ reserved1 [ , reserved2 ] ] ), https://tc39.es/ecma262/#sec-bigint.prototype.tolocalestring
//
// HOST: the locale is en-US.
func bigIntPrototypeToLocaleString(c *object.Call) (object.Value, error) {
	b, err := thisBigIntValue(c, "toLocaleString")
	if err != nil {
		return object.Undefined, err
	}
	s, err := object.BigIntToString(c.Agent, b, 10)
	if err != nil {
		return object.Undefined, err
	}
	if err := c.Agent.Charge(2 * s.Len()); err != nil {
		return object.Undefined, err
	}
	text := s.String()
	if b.Sign() < 0 {
		return object.StrGo("-" + grouped(text[1:])), nil
	}
	return object.StrGo(grouped(text)), nil
}

// 21.2.3.3 BigInt.prototype.toString ( [ radix ] ), https://tc39.es/ecma262/#sec-bigint.prototype.tostring
func bigIntPrototypeToString(c *object.Call) (object.Value, error) {
	b, err := thisBigIntValue(c, "toString")
	if err != nil {
		return object.Undefined, err
	}
	radix, err := radixArgument(c)
	if err != nil {
		return object.Undefined, err
	}
	s, err := object.BigIntToString(c.Agent, b, radix)
	if err != nil {
		return object.Undefined, err
	}
	return object.Str(s), nil
}

// 21.2.3.4 BigInt.prototype.valueOf ( ), https://tc39.es/ecma262/#sec-bigint.prototype.valueof
func bigIntPrototypeValueOf(c *object.Call) (object.Value, error) {
	b, err := thisBigIntValue(c, "valueOf")
	if err != nil {
		return object.Undefined, err
	}
	return object.BigInt(b), nil
}
