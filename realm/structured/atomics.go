package structured

import (
	"math"

	"github.com/burrowjs/burrow/object"
)

var intrinsicAtomics = object.DeclareIntrinsic("Atomics")

func init() {
	object.DefineIntrinsic(intrinsicAtomics, object.Spec{
		Props: []object.Prop{
			object.Method("load", 2, atomicsLoad),
			object.Method("store", 3, atomicsStore),
			object.MethodMagic("add", 3, atomicsModify, modifyAdd),
			object.MethodMagic("sub", 3, atomicsModify, modifySub),
			object.MethodMagic("and", 3, atomicsModify, modifyAnd),
			object.MethodMagic("or", 3, atomicsModify, modifyOr),
			object.MethodMagic("xor", 3, atomicsModify, modifyXor),
			object.MethodMagic("exchange", 3, atomicsModify, modifyExchange),
			object.Method("compareExchange", 4, atomicsCompareExchange),
			object.Method("isLockFree", 1, atomicsIsLockFree),
			object.Method("pause", 0, atomicsPause),
			object.Method("wait", 4, atomicsWait),
			object.Method("waitAsync", 4, atomicsWaitAsync),
			object.Method("notify", 3, atomicsNotify),
			object.ToStringTag("Atomics"),
		},
	})
}

// validateIntegerTypedArray is 25.4.3.1, https://tc39.es/ecma262/#sec-validateintegertypedarray
func validateIntegerTypedArray(a *object.Agent, v object.Value, waitable bool, method string) (*object.TypedArrayData, error) {
	t := object.TypedArrayOf(v)
	if t == nil {
		return nil, notInteger(a, v, waitable)
	}
	if t.OutOfBounds() {
		return nil, detachedBuffer(a, method)
	}
	ok := t.Type < object.TypeFloat16 && t.Type != object.TypeUint8C
	if waitable {
		ok = t.Type == object.TypeInt32 || t.Type == object.TypeBigInt64
	}
	if !ok {
		return nil, notInteger(a, v, waitable)
	}
	return t, nil
}

func notInteger(a *object.Agent, v object.Value, waitable bool) error {
	text := a.Describe(v)
	if t := object.TypedArrayOf(v); t != nil {
		text = "[object " + t.Type.Name() + "]"
	} else if isArray, err := object.IsArray(a, v); err == nil && isArray {
		text = "[object Array]"
	}
	if waitable {
		return a.TypeError("%s is not an int32 or BigInt64 typed array.", text)
	}
	return a.TypeError("%s is not an integer typed array.", text)
}

// validateAccess is ValidateAtomicAccessOnIntegerTypedArray (25.4.3.3): the byte index in the buffer.
func validateAccess(a *object.Agent, v, index object.Value, waitable bool, method string) (*object.TypedArrayData, int, error) {
	t, err := validateIntegerTypedArray(a, v, waitable, method)
	if err != nil {
		return nil, 0, err
	}
	at, err := accessIndex(a, t, index)
	return t, at, err
}

// validateWrite is validateAccess for an operation that writes.
func validateWrite(c *object.Call, method string) (*object.TypedArrayData, int, error) {
	a := c.Agent
	t, err := validateIntegerTypedArray(a, c.Arg(0), false, method)
	if err != nil {
		return nil, 0, err
	}
	if t.Buffer.Immutable {
		return nil, 0, object.ImmutableBufferError(a, method)
	}
	at, err := accessIndex(a, t, c.Arg(1))
	return t, at, err
}

// accessIndex is ValidateAtomicAccess (25.4.3.2), https://tc39.es/ecma262/#sec-validateatomicaccess
func accessIndex(a *object.Agent, t *object.TypedArrayData, index object.Value) (int, error) {
	n := t.Length()
	invalid := func() error { return a.RangeError("Invalid atomic access index") }
	i, err := object.ToIndexElse(a, index, invalid)
	if err != nil {
		return 0, err
	}
	if i >= int64(n) {
		return 0, invalid()
	}
	return t.Offset + int(i)*t.Type.Size(), nil
}

// revalidate is RevalidateAtomicAccess (25.4.3.4), https://tc39.es/ecma262/#sec-revalidateatomicaccess
func revalidate(a *object.Agent, t *object.TypedArrayData, at int, method string) error {
	if t.OutOfBounds() {
		return detachedBuffer(a, method)
	}
	if at >= t.Offset+t.Length()*t.Type.Size() {
		return a.RangeError("Invalid atomic access index")
	}
	return nil
}

// operand converts a value for an atomic operation: the integer and its bytes.
func operand(a *object.Agent, t object.ElementType, v object.Value) (object.Value, uint64, error) {
	if t.IsBigInt() {
		b, err := object.ToBigInt(a, v)
		if err != nil {
			return v, 0, err
		}
		return object.BigInt(b), object.Uint64OfBigInt(b), nil
	}
	f, err := object.ToIntegerOrInfinity(a, v)
	if err != nil {
		return v, 0, err
	}
	return object.Number(f), object.RawOfNumber(t, f), nil
}

// 25.4.9 Atomics.load ( typedArray, index ), https://tc39.es/ecma262/#sec-atomics.load
func atomicsLoad(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, at, err := validateAccess(a, c.Arg(0), c.Arg(1), false, "Atomics.load")
	if err != nil {
		return object.Undefined, err
	}
	if err := revalidate(a, t, at, "Atomics.load"); err != nil {
		return object.Undefined, err
	}
	return object.ValueOfRaw(t.Type, t.Buffer.LoadRaw(at, t.Type.Size())), nil
}

// 25.4.12 Atomics.store ( typedArray, index, value ), https://tc39.es/ecma262/#sec-atomics.store
func atomicsStore(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, at, err := validateWrite(c, "Atomics.store")
	if err != nil {
		return object.Undefined, err
	}
	v, raw, err := operand(a, t.Type, c.Arg(2))
	if err != nil {
		return object.Undefined, err
	}
	if err := revalidate(a, t, at, "Atomics.store"); err != nil {
		return object.Undefined, err
	}
	t.Buffer.StoreRaw(at, t.Type.Size(), raw)
	return v, nil
}

// The operations of AtomicReadModifyWrite.
const (
	modifyAdd = iota
	modifySub
	modifyAnd
	modifyOr
	modifyXor
	modifyExchange
)

var modifications = [...]func(old, arg uint64) uint64{
	modifyAdd:      func(x, y uint64) uint64 { return x + y },
	modifySub:      func(x, y uint64) uint64 { return x - y },
	modifyAnd:      func(x, y uint64) uint64 { return x & y },
	modifyOr:       func(x, y uint64) uint64 { return x | y },
	modifyXor:      func(x, y uint64) uint64 { return x ^ y },
	modifyExchange: func(x, y uint64) uint64 { return y },
}

// atomicsModify is AtomicReadModifyWrite (25.4.3.13), https://tc39.es/ecma262/#sec-atomicreadmodifywrite
func atomicsModify(c *object.Call) (object.Value, error) {
	const method = "Atomics operation"
	a := c.Agent
	t, at, err := validateWrite(c, method)
	if err != nil {
		return object.Undefined, err
	}
	_, raw, err := operand(a, t.Type, c.Arg(2))
	if err != nil {
		return object.Undefined, err
	}
	if err := revalidate(a, t, at, method); err != nil {
		return object.Undefined, err
	}
	size, f := t.Type.Size(), modifications[c.Magic()]
	if s := t.Buffer.Shared; s != nil {
		return object.ValueOfRaw(t.Type, s.Update(at, size, f, raw)), nil
	}
	old := t.Buffer.LoadRaw(at, size)
	t.Buffer.StoreRaw(at, size, f(old, raw))
	return object.ValueOfRaw(t.Type, old), nil
}

// 25.4.6 Atomics.compareExchange ( typedArray, index, expectedValue, replacementValue ), https://tc39.es/ecma262/#sec-atomics.compareexchange
func atomicsCompareExchange(c *object.Call) (object.Value, error) {
	const method = "Atomics.compareExchange"
	a := c.Agent
	t, at, err := validateWrite(c, method)
	if err != nil {
		return object.Undefined, err
	}
	_, expected, err := operand(a, t.Type, c.Arg(2))
	if err != nil {
		return object.Undefined, err
	}
	_, replacement, err := operand(a, t.Type, c.Arg(3))
	if err != nil {
		return object.Undefined, err
	}
	if err := revalidate(a, t, at, method); err != nil {
		return object.Undefined, err
	}
	size := t.Type.Size()
	if s := t.Buffer.Shared; s != nil {
		return object.ValueOfRaw(t.Type, s.CompareExchange(at, size, expected, replacement)), nil
	}
	old := t.Buffer.LoadRaw(at, size)
	if mask := ^uint64(0) >> (64 - 8*size); old == expected&mask {
		t.Buffer.StoreRaw(at, size, replacement)
	}
	return object.ValueOfRaw(t.Type, old), nil
}

// 25.4.8 Atomics.isLockFree ( size ), https://tc39.es/ecma262/#sec-atomics.islockfree
func atomicsIsLockFree(c *object.Call) (object.Value, error) {
	n, err := object.ToIntegerOrInfinity(c.Agent, c.Arg(0))
	return object.Bool(n == 1 || n == 2 || n == 4 || n == 8), err
}

// 25.4.10 Atomics.pause ( [ N ] ), https://tc39.es/ecma262/#sec-atomics.pause
func atomicsPause(c *object.Call) (object.Value, error) {
	if n := c.Arg(0); !n.IsUndefined() && !object.IsIntegralNumber(n) {
		return object.Undefined, c.Agent.TypeError("%s is not an integer", c.Agent.Describe(n))
	}
	return object.Undefined, c.Agent.Tick(1)
}

// waitTimeout converts the timeout of wait, in milliseconds.
func waitTimeout(a *object.Agent, v object.Value) (float64, error) {
	q, err := object.ToNumber(a, v)
	if err != nil {
		return 0, err
	}
	if q != q {
		return math.Inf(1), nil
	}
	return max(q, 0), nil
}
