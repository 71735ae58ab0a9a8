package indexed

import (
	"math"

	"github.com/burrowjs/burrow/object"
)

// 23.2.3.6 %TypedArray%.prototype.copyWithin ( target, start [ , end ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.copywithin
func typedArrayPrototypeCopyWithin(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, n, err := typedThisWritable(c, "copyWithin")
	if err != nil {
		return object.Undefined, err
	}
	to, err := relativeIndex(a, c.Arg(0), int64(n))
	if err != nil {
		return object.Undefined, err
	}
	from, err := relativeIndex(a, c.Arg(1), int64(n))
	if err != nil {
		return object.Undefined, err
	}
	final, err := relativeEnd(a, c.Arg(2), int64(n))
	if err != nil {
		return object.Undefined, err
	}
	count := min(final-from, int64(n)-to)
	if count <= 0 {
		return c.This, nil
	}
	if t.OutOfBounds() {
		return object.Undefined, detached(a, "%TypedArray%.prototype.copyWithin")
	}
	// The conversions may have made the array shorter.
	n = t.Length()
	count = min(count, int64(n)-from, int64(n)-to)
	if count > 0 {
		size := t.Type.Size()
		err = object.CopyBytes(a, t.Buffer, t.Offset+int(to)*size, t.Buffer, t.Offset+int(from)*size, int(count)*size)
	}
	return c.This, err
}

// 23.2.3.9 %TypedArray%.prototype.fill ( value [ , start [ , end ] ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.fill
func typedArrayPrototypeFill(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, n, err := typedThisWritable(c, "fill")
	if err != nil {
		return object.Undefined, err
	}
	raw, err := object.RawOf(a, t.Type, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	k, err := relativeIndex(a, c.Arg(1), int64(n))
	if err != nil {
		return object.Undefined, err
	}
	final, err := relativeEnd(a, c.Arg(2), int64(n))
	if err != nil {
		return object.Undefined, err
	}
	if t.OutOfBounds() {
		return object.Undefined, detached(a, "%TypedArray%.prototype.fill")
	}
	start, end := int(k), min(int(final), t.Length())
	if start >= end {
		return c.This, nil
	}
	if b := t.Bytes(); b != nil {
		// OPT: the first element is doubled until the range is full.
		size := t.Type.Size()
		t.PutRaw(start, raw)
		b = b[start*size : end*size]
		for done := size; done < len(b); {
			m := copy(b[done:min(len(b), done+1<<20)], b[:done])
			if err := a.Tick(m >> 8); err != nil {
				return object.Undefined, err
			}
			done += m
		}
		return c.This, nil
	}
	for i := start; i < end; i++ {
		if i&255 == 0 {
			if err := a.Tick(16); err != nil {
				return object.Undefined, err
			}
		}
		t.PutRaw(i, raw)
	}
	return c.This, nil
}

// rawAt returns the bytes of element i, which is below the length.
func rawAt(t *object.TypedArrayData, i int) uint64 {
	size := t.Type.Size()
	return t.Buffer.LoadRaw(t.Offset+i*size, size)
}

// 23.2.3.25 %TypedArray%.prototype.reverse ( ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.reverse
func typedArrayPrototypeReverse(c *object.Call) (object.Value, error) {
	t, n, err := typedThisWritable(c, "reverse")
	if err != nil {
		return object.Undefined, err
	}
	for lower := range n / 2 {
		if lower&255 == 0 {
			if err := c.Agent.Tick(32); err != nil {
				return object.Undefined, err
			}
		}
		upper := n - 1 - lower
		x, y := rawAt(t, lower), rawAt(t, upper)
		t.PutRaw(lower, y)
		t.PutRaw(upper, x)
	}
	return c.This, nil
}

// 23.2.3.26 %TypedArray%.prototype.set ( source [ , offset ] ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.set
func typedArrayPrototypeSet(c *object.Call) (object.Value, error) {
	a := c.Agent
	t := object.TypedArrayOf(c.This)
	if t == nil {
		return object.Undefined, a.TypeError("this is not a typed array.")
	}
	if t.Buffer.Immutable {
		return object.Undefined, object.ImmutableBufferError(a, "%TypedArray%.prototype.set")
	}
	offset, err := object.ToIntegerOrInfinity(a, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	if offset < 0 {
		return object.Undefined, a.RangeError("offset is out of bounds")
	}
	if source := object.TypedArrayOf(c.Arg(0)); source != nil {
		return object.Undefined, setFromTypedArray(a, t, offset, source)
	}
	return object.Undefined, setFromArrayLike(a, t, offset, c.Arg(0))
}

// setFromTypedArray is 23.2.3.26.1, https://tc39.es/ecma262/#sec-settypedarrayfromtypedarray
func setFromTypedArray(a *object.Agent, t *object.TypedArrayData, offset float64, source *object.TypedArrayData) error {
	if t.OutOfBounds() || source.OutOfBounds() {
		return detached(a, "%TypedArray%.prototype.set")
	}
	if t.Type.IsBigInt() != source.Type.IsBigInt() {
		return mixedContent(a)
	}
	n := source.Length()
	if float64(n)+offset > float64(t.Length()) {
		return a.RangeError("offset is out of bounds")
	}
	shared := t.Buffer == source.Buffer || t.Buffer.Shared != nil && t.Buffer.Shared == source.Buffer.Shared
	if shared && t.Type != source.Type && n > 0 {
		// Step 18: the source is cloned if the conversion could overwrite it.
		size := source.Type.Size()
		buffer, err := newBuffer(a, int64(n*size))
		if err != nil {
			return err
		}
		b := object.BufferData(object.Obj(buffer))
		if err := object.CopyBytes(a, b, 0, source.Buffer, source.Offset, n*size); err != nil {
			return err
		}
		source = object.Payload[object.TypedArrayData](a.NewTypedArray(source.Type, nil, buffer, 0, n))
	}
	return copyElements(a, t, int(offset), source, 0, n)
}

// setFromArrayLike is 23.2.3.26.2, https://tc39.es/ecma262/#sec-settypedarrayfromarraylike
func setFromArrayLike(a *object.Agent, t *object.TypedArrayData, offset float64, source object.Value) error {
	if t.OutOfBounds() {
		return detached(a, "%TypedArray%.prototype.set")
	}
	length := t.Length()
	from, err := object.ToObject(a, source)
	if err != nil {
		return err
	}
	n, err := object.LengthOfArrayLike(a, from)
	if err != nil {
		return err
	}
	if float64(n)+offset > float64(length) {
		return a.RangeError("offset is out of bounds")
	}
	for k := range n {
		if k&63 == 0 {
			if err := a.Tick(8); err != nil {
				return err
			}
		}
		v, err := getAt(a, from, k)
		if err == nil {
			err = object.TypedArraySetElement(a, t, offset+float64(k), v)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// 23.2.3.27 %TypedArray%.prototype.slice ( start, end ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.slice
func typedArrayPrototypeSlice(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, n, err := typedThis(c, "slice")
	if err != nil {
		return object.Undefined, err
	}
	start, err := relativeIndex(a, c.Arg(0), int64(n))
	if err != nil {
		return object.Undefined, err
	}
	final, err := relativeEnd(a, c.Arg(1), int64(n))
	if err != nil {
		return object.Undefined, err
	}
	count := max(final-start, 0)
	to, result, err := typedArraySpeciesCreate(a, c.This.AsObject(), "%TypedArray%.prototype.slice", object.IntN(int(count)))
	if err != nil || count == 0 {
		return object.ObjOrNull(result), err
	}
	if t.OutOfBounds() {
		return object.Undefined, detached(a, "%TypedArray%.prototype.slice")
	}
	k, end := int(start), min(int(final), t.Length())
	if k >= end {
		return object.Obj(result), nil
	}
	if to.Type != t.Type {
		for i := 0; k < end; i, k = i+1, k+1 {
			if err := setAt(a, result, int64(i), typedGet(t, k)); err != nil {
				return object.Undefined, err
			}
		}
		return object.Obj(result), nil
	}
	size := t.Type.Size()
	bytes := min(end-k, to.Length()) * size
	if to.Buffer == t.Buffer && bytes > 0 && to.Offset > t.Offset+k*size && to.Offset < t.Offset+k*size+bytes {
		// Step 14.h copies byte by byte upwards, which repeats what it has written.
		for i := range bytes {
			if i&255 == 0 {
				if err := a.Tick(16); err != nil {
					return object.Undefined, err
				}
			}
			to.Buffer.StoreRaw(to.Offset+i, 1, t.Buffer.LoadRaw(t.Offset+k*size+i, 1))
		}
		return object.Obj(result), nil
	}
	return object.Obj(result), object.CopyBytes(a, to.Buffer, to.Offset, t.Buffer, t.Offset+k*size, bytes)
}

// 23.2.3.30 %TypedArray%.prototype.subarray ( start, end ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.subarray
func typedArrayPrototypeSubarray(c *object.Call) (object.Value, error) {
	a := c.Agent
	t := object.TypedArrayOf(c.This)
	if t == nil {
		// HOST: V8's message does not know the receiver.
		return object.Undefined, c.Agent.TypeError("Method %s called on incompatible receiver undefined", "%TypedArray%.prototype.subarray")
	}
	n := int64(t.Length())
	start, err := relativeIndex(a, c.Arg(0), n)
	if err != nil {
		return object.Undefined, err
	}
	args := []object.Value{object.Obj(t.BufferObject), object.Undefined}
	if !t.AutoLength || !c.Arg(1).IsUndefined() {
		end, err := relativeEnd(a, c.Arg(1), n)
		if err != nil {
			return object.Undefined, err
		}
		args = append(args, object.IntN(int(max(end-start, 0))))
	}
	args[1] = object.IntN(t.Offset + int(start)*t.Type.Size())
	_, o, err := typedArraySpeciesCreate(a, c.This.AsObject(), "%TypedArray%.prototype.subarray", args...)
	return object.ObjOrNull(o), err
}

// 23.2.3.32 %TypedArray%.prototype.toReversed ( ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.toreversed
func typedArrayPrototypeToReversed(c *object.Call) (object.Value, error) {
	t, n, err := typedThis(c, "toReversed")
	if err != nil {
		return object.Undefined, err
	}
	to, o, err := typedArrayCreateSameType(c.Agent, t.Type, n)
	if err != nil {
		return object.Undefined, err
	}
	for k := range n {
		if k&255 == 0 {
			if err := c.Agent.Tick(16); err != nil {
				return object.Undefined, err
			}
		}
		to.PutRaw(k, rawAt(t, n-1-k))
	}
	return object.Obj(o), nil
}

// 23.2.3.36 %TypedArray%.prototype.with ( index, value ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.with
func typedArrayPrototypeWith(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, n, err := typedThis(c, "with")
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
	raw, err := object.RawOf(a, t.Type, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	if index < 0 || index >= float64(t.Length()) {
		return object.Undefined, a.RangeError("Invalid typed array index")
	}
	to, o, err := typedArrayCreateSameType(a, t.Type, n)
	if err != nil {
		return object.Undefined, err
	}
	have := min(n, t.Length())
	if err := copyElements(a, to, 0, t, 0, have); err != nil {
		return object.Undefined, err
	}
	for k := have; k < n; k++ {
		// Elements lost since are undefined: NaN, or a TypeError for BigInt.
		if err := object.TypedArraySetElement(a, to, float64(k), object.Undefined); err != nil {
			return object.Undefined, err
		}
	}
	if int(index) < n {
		to.PutRaw(int(index), raw)
	}
	return object.Obj(o), nil
}

// numericOrder is CompareTypedArrayElements (23.2.4.7) without a comparator.
type numericOrder struct{ bigInt bool }

func (o numericOrder) compare(x, y object.Value) (int, error) {
	if o.bigInt {
		return x.AsBigInt().Cmp(y.AsBigInt()), nil
	}
	return compareNumbers(x.AsNumber(), y.AsNumber()), nil
}

// compareNumbers orders NaN last and -0 before +0.
func compareNumbers(f, g float64) int {
	switch {
	case f != f:
		if g != g {
			return 0
		}
		return 1
	case g != g, f < g:
		return -1
	case f > g:
		return 1
	case f == 0 && math.Signbit(f) != math.Signbit(g):
		if math.Signbit(f) {
			return -1
		}
		return 1
	}
	return 0
}

// sortedElements is SortIndexedProperties with read-through-holes.
func sortedElements(a *object.Agent, t *object.TypedArrayData, n int, comparator object.Value) ([]object.Value, error) {
	if err := a.Charge(16 * n); err != nil {
		return nil, err
	}
	list := make([]object.Value, n)
	for i := range list {
		if i&255 == 0 {
			if err := a.Tick(16); err != nil {
				return nil, err
			}
		}
		list[i] = typedGet(t, i)
	}
	if comparator.IsUndefined() {
		return list, mergeSort(a, list, numericOrder{t.Type.IsBigInt()})
	}
	return list, mergeSort(a, list, newComparatorOrder(a, comparator))
}

// 23.2.3.29 %TypedArray%.prototype.sort ( comparator ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.sort
func typedArrayPrototypeSort(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := checkComparator(a, c.Arg(0)); err != nil {
		return object.Undefined, err
	}
	t, n, err := typedThisWritable(c, "sort")
	if err != nil {
		return object.Undefined, err
	}
	list, err := sortedElements(a, t, n, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	return c.This, putSorted(a, t, list)
}

// 23.2.3.33 %TypedArray%.prototype.toSorted ( comparator ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.tosorted
func typedArrayPrototypeToSorted(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := checkComparator(a, c.Arg(0)); err != nil {
		return object.Undefined, err
	}
	t, n, err := typedThis(c, "toSorted")
	if err != nil {
		return object.Undefined, err
	}
	to, o, err := typedArrayCreateSameType(a, t.Type, n)
	if err != nil {
		return object.Undefined, err
	}
	list, err := sortedElements(a, t, n, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), putSorted(a, to, list)
}

// putSorted sets the elements to the values of a list of the right type.
func putSorted(a *object.Agent, t *object.TypedArrayData, list []object.Value) error {
	for k, v := range list {
		if k&255 == 0 {
			if err := a.Tick(16); err != nil {
				return err
			}
		}
		if err := object.TypedArraySetElement(a, t, float64(k), v); err != nil {
			return err
		}
	}
	return nil
}
