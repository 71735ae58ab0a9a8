package indexed

import (
	"github.com/burrowjs/burrow/object"
)

// typedSearch is the first steps of includes and indexOf, with the index to start at.
func typedSearch(c *object.Call, method string) (t *object.TypedArrayData, n, k int, err error) {
	if t, n, err = typedThis(c, method); err != nil || n == 0 {
		return t, n, 0, err
	}
	from, err := relativeIndex(c.Agent, c.Arg(1), int64(n))
	return t, n, int(from), err
}

// 23.2.3.16 %TypedArray%.prototype.includes ( searchElement [ , fromIndex ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.includes
func typedArrayPrototypeIncludes(c *object.Call) (object.Value, error) {
	t, n, k, err := typedSearch(c, "includes")
	if err != nil {
		return object.False, err
	}
	want := c.Arg(0)
	if want.IsUndefined() {
		// Only what is missing since the length was read is undefined.
		return object.Bool(k < n && t.Length() < n), nil
	}
	k, err = typedScan(c.Agent, t, k, min(n, t.Length()), want, object.SameValueZero)
	return object.Bool(k >= 0), err
}

// 23.2.3.17 %TypedArray%.prototype.indexOf ( searchElement [ , fromIndex ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.indexof
func typedArrayPrototypeIndexOf(c *object.Call) (object.Value, error) {
	t, n, k, err := typedSearch(c, "indexOf")
	if err != nil {
		return object.Undefined, err
	}
	k, err = typedScan(c.Agent, t, k, min(n, t.Length()), c.Arg(0), object.IsStrictlyEqual)
	return object.IntN(k), err
}

// typedScan returns the index of the first element in [k,end) that equals v, or -1.
func typedScan(a *object.Agent, t *object.TypedArrayData, k, end int, v object.Value, equal func(x, y object.Value) bool) (int, error) {
	if v.IsBigInt() != t.Type.IsBigInt() || !v.IsBigInt() && !v.IsNumber() {
		return -1, nil
	}
	for ; k < end; k++ {
		if k&255 == 0 {
			if err := a.Tick(16); err != nil {
				return -1, err
			}
		}
		if equal(t.Get(k), v) {
			return k, nil
		}
	}
	return -1, nil
}

// 23.2.3.20 %TypedArray%.prototype.lastIndexOf ( searchElement [ , fromIndex ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.lastindexof
func typedArrayPrototypeLastIndexOf(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, n, err := typedThis(c, "lastIndexOf")
	if err != nil || n == 0 {
		return object.Int(-1), err
	}
	k := n - 1
	if c.ArgCount() > 1 {
		f, err := object.ToIntegerOrInfinity(a, c.Arg(1))
		if err != nil {
			return object.Undefined, err
		}
		if f < 0 {
			k = int(max(f+float64(n), -1))
		} else {
			k = int(min(f, float64(k)))
		}
	}
	for k = min(k, t.Length()-1); k >= 0; k-- {
		if k&255 == 0 {
			if err := a.Tick(16); err != nil {
				return object.Undefined, err
			}
		}
		if object.IsStrictlyEqual(t.Get(k), c.Arg(0)) {
			return object.IntN(k), nil
		}
	}
	return object.Int(-1), nil
}
