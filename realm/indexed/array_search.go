package indexed

import (
	"github.com/burrowjs/burrow/object"
)

// 23.1.3.16 Array.prototype.includes ( searchElement [ , fromIndex ] ), https://tc39.es/ecma262/#sec-array.prototype.includes
func arrayPrototypeIncludes(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.includes")
	if err != nil || n == 0 {
		return object.False, err
	}
	k, err := relativeIndex(a, c.Arg(1), n)
	if err != nil {
		return object.False, err
	}
	want := c.Arg(0)
	if want.IsInt() {
		var found bool
		if k, found, err = scanInts(a, o, k, n, want.AsInt()); err != nil || found {
			return object.Bool(found), err
		}
	}
	for ; k < n; k++ {
		if k&63 == 0 {
			if err := a.Tick(4); err != nil {
				return object.False, err
			}
		}
		v, err := getAt(a, o, k)
		if err != nil {
			return object.False, err
		}
		if object.SameValueZero(v, want) {
			return object.True, nil
		}
	}
	return object.False, nil
}

// scanInts looks for x among the elements of an array in integer form, from k
// up to n; it returns the index at which it found x or stopped.
func scanInts(a *object.Agent, o *object.Object, k, n int64, x int32) (int64, bool, error) {
	if !o.IsArrayObject() {
		return k, false, nil
	}
	// OPT: reading dense integers runs no script.
	ints, ok := o.Elements().Ints()
	if !ok {
		return k, false, nil
	}
	end := min(n, int64(len(ints)))
	if k < end {
		if err := a.Tick(int(end-k) / 16); err != nil {
			return k, false, err
		}
	}
	for ; k < end; k++ {
		if ints[k] == x {
			return k, true, nil
		}
	}
	return k, false, nil
}

// 23.1.3.17 Array.prototype.indexOf ( searchElement [ , fromIndex ] ), https://tc39.es/ecma262/#sec-array.prototype.indexof
func arrayPrototypeIndexOf(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.indexOf")
	if err != nil || n == 0 {
		return object.Int(-1), err
	}
	k, err := relativeIndex(a, c.Arg(1), n)
	if err != nil {
		return object.Undefined, err
	}
	want := c.Arg(0)
	if want.IsInt() {
		var found bool
		if k, found, err = scanInts(a, o, k, n, want.AsInt()); err != nil || found {
			return object.IntN(int(k)), err
		}
	}
	for ; k < n; k++ {
		if k&63 == 0 {
			if err := a.Tick(4); err != nil {
				return object.Undefined, err
			}
		}
		v, present, err := presentAt(a, o, k)
		if err != nil {
			return object.Undefined, err
		}
		if present && object.IsStrictlyEqual(v, want) {
			return object.IntN(int(k)), nil
		}
	}
	return object.Int(-1), nil
}

// 23.1.3.20 Array.prototype.lastIndexOf ( searchElement [ , fromIndex ] ), https://tc39.es/ecma262/#sec-array.prototype.lastindexof
func arrayPrototypeLastIndexOf(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.lastIndexOf")
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
			k = int64(max(f+float64(n), -1))
		} else {
			k = int64(min(f, float64(k)))
		}
	}
	want := c.Arg(0)
	for ; k >= 0; k-- {
		if k&63 == 0 {
			if err := a.Tick(4); err != nil {
				return object.Undefined, err
			}
		}
		v, present, err := presentAt(a, o, k)
		if err != nil {
			return object.Undefined, err
		}
		if present && object.IsStrictlyEqual(v, want) {
			return object.IntN(int(k)), nil
		}
	}
	return object.Int(-1), nil
}
