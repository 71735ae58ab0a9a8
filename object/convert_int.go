package object

import (
	"math"
	"math/big"
)

// Int32OfFloat is ToInt32 of a Number.
func Int32OfFloat(f float64) int32 { return int32(Uint32OfFloat(f)) }

// Uint32OfFloat is ToUint32 of a Number: f modulo 2^32, NaN and infinities 0.
func Uint32OfFloat(f float64) uint32 {
	if f > -(1<<62) && f < 1<<62 {
		return uint32(int64(f))
	}
	bits := math.Float64bits(f)
	// f is a multiple of 2^shift here, or not finite.
	shift := int(bits>>52&0x7FF) - 1075
	if shift >= 32 {
		return 0
	}
	m := uint32(bits&(1<<52-1)|1<<52) << shift
	if f < 0 {
		return -m
	}
	return m
}

// Uint8ClampOfFloat is ToUint8Clamp of a Number: halves go to the even neighbour.
func Uint8ClampOfFloat(f float64) uint8 {
	switch {
	case !(f > 0):
		return 0
	case f >= 255:
		return 255
	}
	return uint8(math.RoundToEven(f))
}

// Int16OfFloat is ToInt16 of a Number.
func Int16OfFloat(f float64) int16 { return int16(Uint32OfFloat(f)) }

// Uint16OfFloat is ToUint16 of a Number.
func Uint16OfFloat(f float64) uint16 { return uint16(Uint32OfFloat(f)) }

// Int8OfFloat is ToInt8 of a Number.
func Int8OfFloat(f float64) int8 { return int8(Uint32OfFloat(f)) }

// Uint8OfFloat is ToUint8 of a Number.
func Uint8OfFloat(f float64) uint8 { return uint8(Uint32OfFloat(f)) }

// ToInt32 is 7.1.6, https://tc39.es/ecma262/#sec-toint32
func ToInt32(a *Agent, v Value) (int32, error) {
	u, err := ToUint32(a, v)
	return int32(u), err
}

// ToUint32 is 7.1.7, https://tc39.es/ecma262/#sec-touint32
func ToUint32(a *Agent, v Value) (uint32, error) {
	if v.IsInt() {
		return uint32(v.AsInt()), nil
	}
	f, err := ToNumber(a, v)
	if err != nil {
		return 0, err
	}
	return Uint32OfFloat(f), nil
}

// ToInt16 is 7.1.8, https://tc39.es/ecma262/#sec-toint16
func ToInt16(a *Agent, v Value) (int16, error) {
	u, err := ToUint32(a, v)
	return int16(u), err
}

// ToUint16 is 7.1.9, https://tc39.es/ecma262/#sec-touint16
func ToUint16(a *Agent, v Value) (uint16, error) {
	u, err := ToUint32(a, v)
	return uint16(u), err
}

// ToInt8 is 7.1.10, https://tc39.es/ecma262/#sec-toint8
func ToInt8(a *Agent, v Value) (int8, error) {
	u, err := ToUint32(a, v)
	return int8(u), err
}

// ToUint8 is 7.1.11, https://tc39.es/ecma262/#sec-touint8
func ToUint8(a *Agent, v Value) (uint8, error) {
	u, err := ToUint32(a, v)
	return uint8(u), err
}

// ToUint8Clamp is 7.1.12, https://tc39.es/ecma262/#sec-touint8clamp
func ToUint8Clamp(a *Agent, v Value) (uint8, error) {
	f, err := ToNumber(a, v)
	if err != nil {
		return 0, err
	}
	return Uint8ClampOfFloat(f), nil
}

// ToBigInt64 is 7.1.15, https://tc39.es/ecma262/#sec-tobigint64
func ToBigInt64(a *Agent, v Value) (int64, error) {
	u, err := ToBigUint64(a, v)
	return int64(u), err
}

// ToBigUint64 is 7.1.16, https://tc39.es/ecma262/#sec-tobiguint64
func ToBigUint64(a *Agent, v Value) (uint64, error) {
	b, err := ToBigInt(a, v)
	if err != nil {
		return 0, err
	}
	return Uint64OfBigInt(b), nil
}

var low64 = new(big.Int).SetUint64(math.MaxUint64)

// Uint64OfBigInt returns b modulo 2^64.
func Uint64OfBigInt(b *big.Int) uint64 {
	switch {
	case b.IsInt64():
		return uint64(b.Int64())
	case b.IsUint64():
		return b.Uint64()
	}
	return new(big.Int).And(b, low64).Uint64()
}
