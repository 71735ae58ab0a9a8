package indexed

import (
	"github.com/burrowjs/burrow/object"
)

// The methods of %TypedArray%.prototype that call a function for each element.

// typedEach is the first steps: the array, its length and the callback.
func typedEach(c *object.Call, method string) (*object.TypedArrayData, int, *callback, error) {
	t, n, err := typedThis(c, method)
	if err != nil {
		return nil, 0, nil, err
	}
	cb, err := newCallback(c, 0)
	return t, n, cb, err
}

// typedFind calls the callback for the elements in the direction of step until
// it returns wanted; the index is -1 if it never does.
func typedFind(c *object.Call, method string, step int, wanted bool) (int, object.Value, error) {
	t, n, cb, err := typedEach(c, method)
	if err != nil {
		return -1, object.Undefined, err
	}
	k := 0
	if step < 0 {
		k = n - 1
	}
	for ; k >= 0 && k < n; k += step {
		v := typedGet(t, k)
		if r, err := cb.test(v, int64(k), c.This.AsObject()); err != nil || r == wanted {
			return k, v, err
		}
	}
	return -1, object.Undefined, nil
}

// 23.2.3.8 %TypedArray%.prototype.every ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.every
func typedArrayPrototypeEvery(c *object.Call) (object.Value, error) {
	k, _, err := typedFind(c, "every", 1, false)
	return object.Bool(k < 0), err
}

// 23.2.3.28 %TypedArray%.prototype.some ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.some
func typedArrayPrototypeSome(c *object.Call) (object.Value, error) {
	k, _, err := typedFind(c, "some", 1, true)
	return object.Bool(k >= 0), err
}

// 23.2.3.11 %TypedArray%.prototype.find ( predicate [ , thisArg ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.find
func typedArrayPrototypeFind(c *object.Call) (object.Value, error) {
	_, v, err := typedFind(c, "find", 1, true)
	return v, err
}

// 23.2.3.12 %TypedArray%.prototype.findIndex ( predicate [ , thisArg ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.findindex
func typedArrayPrototypeFindIndex(c *object.Call) (object.Value, error) {
	k, _, err := typedFind(c, "findIndex", 1, true)
	return object.IntN(k), err
}

// 23.2.3.13 %TypedArray%.prototype.findLast ( predicate [ , thisArg ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.findlast
func typedArrayPrototypeFindLast(c *object.Call) (object.Value, error) {
	_, v, err := typedFind(c, "findLast", -1, true)
	return v, err
}

// 23.2.3.14 %TypedArray%.prototype.findLastIndex ( predicate [ , thisArg ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.findlastindex
func typedArrayPrototypeFindLastIndex(c *object.Call) (object.Value, error) {
	k, _, err := typedFind(c, "findLastIndex", -1, true)
	return object.IntN(k), err
}

// 23.2.3.15 %TypedArray%.prototype.forEach ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.foreach
func typedArrayPrototypeForEach(c *object.Call) (object.Value, error) {
	t, n, cb, err := typedEach(c, "forEach")
	if err != nil {
		return object.Undefined, err
	}
	for k := range n {
		if _, err := cb.call(typedGet(t, k), int64(k), c.This.AsObject()); err != nil {
			return object.Undefined, err
		}
	}
	return object.Undefined, nil
}

// 23.2.3.10 %TypedArray%.prototype.filter ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.filter
func typedArrayPrototypeFilter(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, n, cb, err := typedEach(c, "filter")
	if err != nil {
		return object.Undefined, err
	}
	var kept []object.Value
	for k := range n {
		v := typedGet(t, k)
		selected, err := cb.test(v, int64(k), c.This.AsObject())
		if err != nil {
			return object.Undefined, err
		}
		if selected {
			if err := a.Charge(32); err != nil {
				return object.Undefined, err
			}
			kept = append(kept, v)
		}
	}
	_, to, err := typedArraySpeciesCreate(a, c.This.AsObject(), "%TypedArray%.prototype.filter", object.IntN(len(kept)))
	if err != nil {
		return object.Undefined, err
	}
	for k, v := range kept {
		if err := setAt(a, to, int64(k), v); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(to), nil
}

// 23.2.3.22 %TypedArray%.prototype.map ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.map
func typedArrayPrototypeMap(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, n, cb, err := typedEach(c, "map")
	if err != nil {
		return object.Undefined, err
	}
	_, to, err := typedArraySpeciesCreate(a, c.This.AsObject(), "%TypedArray%.prototype.map", object.IntN(n))
	if err != nil {
		return object.Undefined, err
	}
	for k := range n {
		v, err := cb.call(typedGet(t, k), int64(k), c.This.AsObject())
		if err == nil {
			err = setAt(a, to, int64(k), v)
		}
		if err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(to), nil
}

// 23.2.3.23 %TypedArray%.prototype.reduce ( callback [ , initialValue ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.reduce
func typedArrayPrototypeReduce(c *object.Call) (object.Value, error) {
	return typedReduce(c, "reduce", 1)
}

// 23.2.3.24 %TypedArray%.prototype.reduceRight ( callback [ , initialValue ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.reduceright
func typedArrayPrototypeReduceRight(c *object.Call) (object.Value, error) {
	return typedReduce(c, "reduceRight", -1)
}

func typedReduce(c *object.Call, method string, step int) (object.Value, error) {
	a := c.Agent
	t, n, err := typedThis(c, method)
	if err != nil {
		return object.Undefined, err
	}
	fn := c.Arg(0)
	if !object.IsCallable(fn) {
		return object.Undefined, a.TypeError("%s is not a function", a.Describe(fn))
	}
	k := 0
	if step < 0 {
		k = n - 1
	}
	accumulator := c.Arg(1)
	if c.ArgCount() < 2 {
		if n == 0 {
			return object.Undefined, a.TypeError("Reduce of empty array with no initial value")
		}
		accumulator = typedGet(t, k)
		k += step
	}
	args := make([]object.Value, 4)
	for ; k >= 0 && k < n; k += step {
		args[0], args[1], args[2], args[3] = accumulator, typedGet(t, k), object.IntN(k), c.This
		if accumulator, err = a.Call(fn, object.Undefined, args...); err != nil {
			return object.Undefined, err
		}
		accumulator = accumulator.Clean()
	}
	return accumulator, nil
}
