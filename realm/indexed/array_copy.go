package indexed

import (
	"github.com/burrowjs/burrow/object"
)

// The methods that return a new array made of the old.

// isConcatSpreadable is 23.1.3.2.1, https://tc39.es/ecma262/#sec-isconcatspreadable
func isConcatSpreadable(a *object.Agent, v object.Value) (bool, error) {
	if !v.IsObject() {
		return false, nil
	}
	spreadable, err := v.AsObject().Get(a, object.SymbolKey(object.SymbolIsConcatSpreadable))
	if err != nil {
		return false, err
	}
	if !spreadable.IsUndefined() {
		return object.ToBoolean(spreadable), nil
	}
	return object.IsArray(a, v)
}

// 23.1.3.2 Array.prototype.concat ( ...items ), https://tc39.es/ecma262/#sec-array.prototype.concat
func arrayPrototypeConcat(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, err := thisObject(c, "Array.prototype.concat")
	if err != nil {
		return object.Undefined, err
	}
	to, err := arraySpeciesCreate(a, o, 0)
	if err != nil {
		return object.Undefined, err
	}
	n := int64(0)
	item := object.Obj(o)
	for i := 0; ; i++ {
		if n, err = concatItem(a, to, n, item); err != nil {
			return object.Undefined, err
		}
		if i == c.ArgCount() {
			break
		}
		item = c.Arg(i)
	}
	return object.Obj(to), to.Set(a, a.NameKey(object.NameLength), object.IntN(int(n)), true)
}

// concatItem appends an item of concat at index n and returns the new index.
func concatItem(a *object.Agent, to *object.Object, n int64, item object.Value) (int64, error) {
	spreadable, err := isConcatSpreadable(a, item)
	if err != nil {
		return n, err
	}
	if !spreadable {
		if n >= object.MaxSafeInteger {
			return n, a.TypeError("Invalid array length")
		}
		return n + 1, createAt(a, to, n, item)
	}
	from := item.AsObject()
	length, err := object.LengthOfArrayLike(a, from)
	if err != nil {
		return n, err
	}
	if n+length > object.MaxSafeInteger {
		return n, a.TypeError("Invalid array length")
	}
	k := int64(0)
	if e, r := compact(a, from), object.IsPlainArray(object.Obj(to)); e != nil && r != nil && to != from && int64(r.Len) == n &&
		r.Len == r.Length && n+length <= object.MaxArrayIndex {
		// OPT: copying dense elements runs no script, and holes stay absent.
		if err := appendRange(a, r, e, 0, e.Len); err != nil {
			return n, err
		}
		k = length
	}
	for ; k < length; k++ {
		v, present, err := presentAt(a, from, k)
		if err == nil && present {
			err = createAt(a, to, n+k, v)
		}
		if err != nil {
			return n, err
		}
	}
	return n + length, nil
}

// 23.1.3.28 Array.prototype.slice ( start, end ), https://tc39.es/ecma262/#sec-array.prototype.slice
func arrayPrototypeSlice(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.slice")
	if err != nil {
		return object.Undefined, err
	}
	k, err := relativeIndex(a, c.Arg(0), n)
	if err != nil {
		return object.Undefined, err
	}
	final, err := relativeEnd(a, c.Arg(1), n)
	if err != nil {
		return object.Undefined, err
	}
	count := max(final-k, 0)
	to, err := arraySpeciesCreate(a, o, count)
	if err != nil {
		return object.Undefined, err
	}
	if e, r := compact(a, o), object.IsPlainArray(object.Obj(to)); e != nil && r != nil && r.Len == 0 && final <= int64(e.Len) && to != o {
		// OPT: copying dense elements runs no script, and holes stay absent.
		if err := appendRange(a, r, e, uint32(k), uint32(k+count)); err != nil {
			return object.Undefined, err
		}
		r.Length = uint32(count)
		return object.Obj(to), nil
	}
	next := int64(0)
	for ; k < final; k++ {
		v, present, err := presentAt(a, o, k)
		if err == nil && present {
			err = createAt(a, to, next, v)
		}
		if err != nil {
			return object.Undefined, err
		}
		next++
	}
	return object.Obj(to), to.Set(a, a.NameKey(object.NameLength), object.IntN(int(next)), true)
}

// 23.1.3.13 Array.prototype.flat ( [ depth ] ), https://tc39.es/ecma262/#sec-array.prototype.flat
func arrayPrototypeFlat(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.flat")
	if err != nil {
		return object.Undefined, err
	}
	depth := 1.0
	if !c.Arg(0).IsUndefined() {
		if depth, err = object.ToIntegerOrInfinity(a, c.Arg(0)); err != nil {
			return object.Undefined, err
		}
	}
	to, err := arraySpeciesCreate(a, o, 0)
	if err != nil {
		return object.Undefined, err
	}
	_, err = flattenIntoArray(a, to, o, n, 0, max(depth, 0), nil)
	return object.Obj(to), err
}

// 23.1.3.14 Array.prototype.flatMap ( mapper [ , thisArg ] ), https://tc39.es/ecma262/#sec-array.prototype.flatmap
func arrayPrototypeFlatMap(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.flatMap")
	if err != nil {
		return object.Undefined, err
	}
	mapper, err := newCallback(c, 0)
	if err != nil {
		return object.Undefined, a.TypeError("flatMap mapper function is not callable")
	}
	to, err := arraySpeciesCreate(a, o, 0)
	if err != nil {
		return object.Undefined, err
	}
	_, err = flattenIntoArray(a, to, o, n, 0, 1, mapper)
	return object.Obj(to), err
}

// flattenIntoArray is 23.1.3.13.1, https://tc39.es/ecma262/#sec-flattenintoarray
func flattenIntoArray(a *object.Agent, to, from *object.Object, n, next int64, depth float64, mapper *callback) (int64, error) {
	if err := a.EnterNative(); err != nil {
		return next, err
	}
	defer a.LeaveNative()
	for k := range n {
		v, present, err := presentAt(a, from, k)
		if err != nil {
			return next, err
		}
		if !present {
			continue
		}
		if mapper != nil {
			if v, err = mapper.call(v, k, from); err != nil {
				return next, err
			}
		}
		if err := a.Tick(1); err != nil {
			return next, err
		}
		flatten := false
		if depth > 0 {
			if flatten, err = object.IsArray(a, v); err != nil {
				return next, err
			}
		}
		if flatten {
			length, err := object.LengthOfArrayLike(a, v.AsObject())
			if err == nil {
				next, err = flattenIntoArray(a, to, v.AsObject(), length, next, depth-1, nil)
			}
			if err != nil {
				return next, err
			}
			continue
		}
		if next >= object.MaxSafeInteger {
			return next, a.TypeError("Invalid array length")
		}
		if err := createAt(a, to, next, v); err != nil {
			return next, err
		}
		next++
	}
	return next, nil
}

// 23.1.3.33 Array.prototype.toReversed ( ), https://tc39.es/ecma262/#sec-array.prototype.toreversed
func arrayPrototypeToReversed(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.toReversed")
	if err != nil {
		return object.Undefined, err
	}
	to, err := object.ArrayCreate(a, uint64(n), nil)
	if err != nil {
		return object.Undefined, err
	}
	for k := range n {
		v, err := getAt(a, o, n-k-1)
		if err == nil {
			err = createAt(a, to, k, v)
		}
		if err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(to), nil
}

// 23.1.3.35 Array.prototype.toSpliced ( start, skipCount, ...items ), https://tc39.es/ecma262/#sec-array.prototype.tospliced
func arrayPrototypeToSpliced(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.toSpliced")
	if err != nil {
		return object.Undefined, err
	}
	start, skipped, items, err := spliceRange(c, n)
	if err != nil {
		return object.Undefined, err
	}
	length := n + items - skipped
	if length > object.MaxSafeInteger {
		return object.Undefined, a.TypeError("Invalid array length")
	}
	to, err := object.ArrayCreate(a, uint64(length), nil)
	if err != nil {
		return object.Undefined, err
	}
	for k := range length {
		var v object.Value
		switch {
		case k < start:
			v, err = getAt(a, o, k)
		case k < start+items:
			v = c.Arg(int(k-start) + 2)
		default:
			v, err = getAt(a, o, k-items+skipped)
		}
		if err == nil {
			err = createAt(a, to, k, v)
		}
		if err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(to), nil
}

// 23.1.3.39 Array.prototype.with ( index, value ), https://tc39.es/ecma262/#sec-array.prototype.with
func arrayPrototypeWith(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.with")
	if err != nil {
		return object.Undefined, err
	}
	index, err := object.ToIntegerOrInfinity(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if index < 0 {
		index += float64(n)
	}
	if index < 0 || index >= float64(n) {
		return object.Undefined, a.RangeError("Invalid index : %s", a.Describe(object.Number(index)))
	}
	to, err := object.ArrayCreate(a, uint64(n), nil)
	if err != nil {
		return object.Undefined, err
	}
	for k := range n {
		v := c.Arg(1)
		if k != int64(index) {
			if v, err = getAt(a, o, k); err != nil {
				return object.Undefined, err
			}
		}
		if err := createAt(a, to, k, v); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(to), nil
}
