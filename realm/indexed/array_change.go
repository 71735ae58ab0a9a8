package indexed

import (
	"github.com/burrowjs/burrow/object"
)

// The methods that change an array in the middle.

// 23.1.3.4 Array.prototype.copyWithin ( target, start [ , end ] ), https://tc39.es/ecma262/#sec-array.prototype.copywithin
func arrayPrototypeCopyWithin(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.copyWithin")
	if err != nil {
		return object.Undefined, err
	}
	to, err := relativeIndex(a, c.Arg(0), n)
	if err != nil {
		return object.Undefined, err
	}
	from, err := relativeIndex(a, c.Arg(1), n)
	if err != nil {
		return object.Undefined, err
	}
	final, err := relativeEnd(a, c.Arg(2), n)
	if err != nil {
		return object.Undefined, err
	}
	count := min(final-from, n-to)
	step := int64(1)
	if from < to && to < from+count {
		step = -1
		from += count - 1
		to += count - 1
	}
	for ; count > 0; count-- {
		if err := a.Tick(1); err != nil {
			return object.Undefined, err
		}
		if err := moveElement(a, o, from, to); err != nil {
			return object.Undefined, err
		}
		from += step
		to += step
	}
	return object.Obj(o), nil
}

// 23.1.3.7 Array.prototype.fill ( value [ , start [ , end ] ] ), https://tc39.es/ecma262/#sec-array.prototype.fill
func arrayPrototypeFill(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.fill")
	if err != nil {
		return object.Undefined, err
	}
	k, err := relativeIndex(a, c.Arg(1), n)
	if err != nil {
		return object.Undefined, err
	}
	final, err := relativeEnd(a, c.Arg(2), n)
	if err != nil {
		return object.Undefined, err
	}
	v := c.Arg(0)
	if e := object.IsPlainArray(object.Obj(o)); e != nil && k < final && final <= int64(e.Length) && k <= int64(e.Len) &&
		a.NoIndexedProtos(o.Shape().Proto()) {
		// OPT: Set of indices below length defines or overwrites ordinary elements.
		if err := fillDense(a, e, uint32(k), uint32(final), v); err != nil {
			return object.Undefined, err
		}
		return object.Obj(o), nil
	}
	for ; k < final; k++ {
		if err := setAt(a, o, k, v); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(o), nil
}

// fillDense sets the elements [k,final) of which some may be past e.Len.
func fillDense(a *object.Agent, e *object.Elements, k, final uint32, v object.Value) error {
	if e.Cap() == 0 {
		if err := a.Charge(16 * int(final)); err != nil {
			return err
		}
		e.InitForm(v, final)
	}
	if err := e.MakeRoom(a, final); err != nil {
		return err
	}
	const piece = 1 << 18
	for k < final {
		end := min(final, k+piece)
		if err := a.Tick(int(end-k)/16 + 1); err != nil {
			return err
		}
		if inside := min(end, e.Len); k < inside {
			e.FillRange(k, inside, v)
		}
		for e.Len < end {
			e.Append(v)
		}
		k = end
	}
	return nil
}

// 23.1.3.26 Array.prototype.reverse ( ), https://tc39.es/ecma262/#sec-array.prototype.reverse
func arrayPrototypeReverse(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.reverse")
	if err != nil {
		return object.Undefined, err
	}
	if e := compact(a, o); e != nil {
		// OPT: elements and holes change places as they are.
		if err := a.Tick(int(e.Len) / 16); err != nil {
			return object.Undefined, err
		}
		e.Reverse()
		return object.Obj(o), nil
	}
	for lower := range n / 2 {
		if err := a.Tick(1); err != nil {
			return object.Undefined, err
		}
		if err := swapElements(a, o, lower, n-lower-1); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(o), nil
}

// swapElements is the loop body of reverse.
func swapElements(a *object.Agent, o *object.Object, lower, upper int64) error {
	lowerValue, lowerExists, err := presentAt(a, o, lower)
	if err != nil {
		return err
	}
	lowerValue = lowerValue.Clean()
	upperValue, upperExists, err := presentAt(a, o, upper)
	if err != nil {
		return err
	}
	switch {
	case lowerExists && upperExists:
		if err := setAt(a, o, lower, upperValue); err != nil {
			return err
		}
		return setAt(a, o, upper, lowerValue)
	case upperExists:
		if err := setAt(a, o, lower, upperValue); err != nil {
			return err
		}
		return deleteAt(a, o, upper)
	case lowerExists:
		if err := deleteAt(a, o, lower); err != nil {
			return err
		}
		return setAt(a, o, upper, lowerValue)
	}
	return nil
}

// spliceRange is the arguments of splice and toSpliced: where, how many to
// delete, and how many are inserted.
func spliceRange(c *object.Call, n int64) (start, deleted, items int64, err error) {
	if start, err = relativeIndex(c.Agent, c.Arg(0), n); err != nil {
		return
	}
	items = int64(max(c.ArgCount()-2, 0))
	switch c.ArgCount() {
	case 0:
	case 1:
		deleted = n - start
	default:
		var f float64
		if f, err = object.ToIntegerOrInfinity(c.Agent, c.Arg(1)); err != nil {
			return
		}
		deleted = int64(min(max(f, 0), float64(n-start)))
	}
	return
}

// 23.1.3.31 Array.prototype.splice ( start, deleteCount, ...items ), https://tc39.es/ecma262/#sec-array.prototype.splice
func arrayPrototypeSplice(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.splice")
	if err != nil {
		return object.Undefined, err
	}
	start, deleted, items, err := spliceRange(c, n)
	if err != nil {
		return object.Undefined, err
	}
	if n+items-deleted > object.MaxSafeInteger {
		return object.Undefined, a.TypeError("Invalid array length")
	}
	to, err := arraySpeciesCreate(a, o, deleted)
	if err != nil {
		return object.Undefined, err
	}
	if e, r := compact(a, o), object.IsPlainArray(object.Obj(to)); e != nil && r != nil && r.Len == 0 && to != o &&
		int64(e.Len) == n && n+items-deleted <= object.MaxArrayIndex {
		// OPT: elements and holes move as they are.
		return object.Obj(to), spliceDense(c, e, r, uint32(start), uint32(deleted))
	}
	for k := range deleted {
		v, present, err := presentAt(a, o, start+k)
		if err == nil && present {
			err = createAt(a, to, k, v)
		}
		if err != nil {
			return object.Undefined, err
		}
	}
	if err := to.Set(a, a.NameKey(object.NameLength), object.IntN(int(deleted)), true); err != nil {
		return object.Undefined, err
	}
	switch {
	case items < deleted:
		for k := start; k < n-deleted; k++ {
			if err := moveElement(a, o, k+deleted, k+items); err != nil {
				return object.Undefined, err
			}
		}
		for k := n; k > n-deleted+items; k-- {
			if err := deleteAt(a, o, k-1); err != nil {
				return object.Undefined, err
			}
		}
	case items > deleted:
		for k := n - deleted; k > start; k-- {
			if err := moveElement(a, o, k+deleted-1, k+items-1); err != nil {
				return object.Undefined, err
			}
		}
	}
	for i := range items {
		if err := setAt(a, o, start+i, c.Arg(int(i)+2)); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(to), o.Set(a, a.NameKey(object.NameLength), object.IntN(int(n-deleted+items)), true)
}

func spliceDense(c *object.Call, e, removed *object.Elements, start, deleted uint32) error {
	a := c.Agent
	items := c.Args(2)
	if err := appendRange(a, removed, e, start, start+deleted); err != nil {
		return err
	}
	removed.Length = deleted
	if err := e.MakeRoom(a, e.Len-deleted+uint32(len(items))); err != nil {
		return err
	}
	if err := a.Tick(int(e.Len-start) / 64); err != nil {
		return err
	}
	e.Splice(start, deleted, items)
	e.Length = e.Len
	return nil
}
