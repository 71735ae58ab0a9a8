package indexed

import (
	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicTypedArrayPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicTypedArray),
			object.Getter("buffer", typedArrayPrototypeBuffer),
			object.Getter("byteLength", typedArrayPrototypeByteLength),
			object.Getter("byteOffset", typedArrayPrototypeByteOffset),
			{Name: "length", Fn: typedArrayPrototypeLength, Attrs: object.AttrConfigurable | object.AttrAccessor, Magic: object.MagicTypedLength},
			object.Method("entries", 0, typedArrayPrototypeEntries),
			object.Method("keys", 0, typedArrayPrototypeKeys),
			object.Method("values", 0, typedArrayPrototypeValues),
			object.Method("at", 1, typedArrayPrototypeAt),
			object.Method("copyWithin", 2, typedArrayPrototypeCopyWithin),
			object.Method("every", 1, typedArrayPrototypeEvery),
			object.Method("fill", 1, typedArrayPrototypeFill),
			object.Method("filter", 1, typedArrayPrototypeFilter),
			object.Method("find", 1, typedArrayPrototypeFind),
			object.Method("findIndex", 1, typedArrayPrototypeFindIndex),
			object.Method("findLast", 1, typedArrayPrototypeFindLast),
			object.Method("findLastIndex", 1, typedArrayPrototypeFindLastIndex),
			object.Method("forEach", 1, typedArrayPrototypeForEach),
			object.Method("includes", 1, typedArrayPrototypeIncludes),
			object.Method("indexOf", 1, typedArrayPrototypeIndexOf),
			object.Method("join", 1, typedArrayPrototypeJoin),
			object.Method("lastIndexOf", 1, typedArrayPrototypeLastIndexOf),
			object.Method("map", 1, typedArrayPrototypeMap),
			object.Method("reverse", 0, typedArrayPrototypeReverse),
			object.Method("reduce", 1, typedArrayPrototypeReduce),
			object.Method("reduceRight", 1, typedArrayPrototypeReduceRight),
			object.Method("set", 1, typedArrayPrototypeSet),
			object.Method("slice", 2, typedArrayPrototypeSlice),
			object.Method("some", 1, typedArrayPrototypeSome),
			object.Method("sort", 1, typedArrayPrototypeSort),
			object.Method("subarray", 2, typedArrayPrototypeSubarray),
			object.Method("toReversed", 0, typedArrayPrototypeToReversed),
			object.Method("toSorted", 1, typedArrayPrototypeToSorted),
			object.Method("with", 2, typedArrayPrototypeWith),
			object.Method("toLocaleString", 0, typedArrayPrototypeToLocaleString),
			object.Ref("toString", intrinsicArrayPrototypeToString),
			object.SymbolAlias(object.SymbolIterator, "values"),
			object.SymbolGetter(object.SymbolToStringTag, typedArrayPrototypeToStringTag),
		},
	})
}

// typedReceiver returns the this value, which must be a typed array.
func typedReceiver(c *object.Call, method string) (*object.TypedArrayData, error) {
	if t := object.TypedArrayOf(c.This); t != nil {
		return t, nil
	}
	return nil, c.Agent.TypeError("Method %s called on incompatible receiver %s", method, c.Agent.Describe(c.This))
}

// typedThis is the first steps of most methods: the validated array and its length.
func typedThis(c *object.Call, method string) (*object.TypedArrayData, int, error) {
	if namesReceiver[method] {
		if _, err := typedReceiver(c, "%TypedArray%.prototype."+method); err != nil {
			return nil, 0, err
		}
	}
	t, err := validateTypedArray(c.Agent, c.This, "%TypedArray%.prototype."+method)
	if err != nil {
		return nil, 0, err
	}
	return t, t.Length(), nil
}

// typedThisWritable is typedThis for a method that writes.
func typedThisWritable(c *object.Call, method string) (*object.TypedArrayData, int, error) {
	t, n, err := typedThis(c, method)
	if err == nil && t.Buffer.Immutable {
		err = object.ImmutableBufferError(c.Agent, "%TypedArray%.prototype."+method)
	}
	return t, n, err
}

// namesReceiver are the methods whose message names a receiver that is no typed
// array. HOST: as in V8.
var namesReceiver = map[string]bool{
	"at": true, "join": true, "slice": true, "sort": true, "toLocaleString": true, "toReversed": true, "toSorted": true,
}

// typedGet is ! Get(O, i): undefined if the array has shrunk meanwhile.
func typedGet(t *object.TypedArrayData, i int) object.Value {
	if i < t.Length() {
		return t.Get(i)
	}
	return object.Undefined
}

// 23.2.3.2 get %TypedArray%.prototype.buffer, https://tc39.es/ecma262/#sec-get-%typedarray%.prototype.buffer
func typedArrayPrototypeBuffer(c *object.Call) (object.Value, error) {
	t, err := typedReceiver(c, "get %TypedArray%.prototype.buffer")
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(t.BufferObject), nil
}

// 23.2.3.3 get %TypedArray%.prototype.byteLength, https://tc39.es/ecma262/#sec-get-%typedarray%.prototype.bytelength
func typedArrayPrototypeByteLength(c *object.Call) (object.Value, error) {
	t, err := typedReceiver(c, "get TypedArray.prototype.byteLength")
	if err != nil {
		return object.Undefined, err
	}
	return object.IntN(object.TypedArrayByteLength(t)), nil
}

// 23.2.3.4 get %TypedArray%.prototype.byteOffset, https://tc39.es/ecma262/#sec-get-%typedarray%.prototype.byteoffset
func typedArrayPrototypeByteOffset(c *object.Call) (object.Value, error) {
	t, err := typedReceiver(c, "get TypedArray.prototype.byteOffset")
	if err != nil || t.OutOfBounds() {
		return object.Int(0), err
	}
	return object.IntN(t.Offset), nil
}

// 23.2.3.21 get %TypedArray%.prototype.length, https://tc39.es/ecma262/#sec-get-%typedarray%.prototype.length
func typedArrayPrototypeLength(c *object.Call) (object.Value, error) {
	t, err := typedReceiver(c, "get TypedArray.prototype.length")
	if err != nil {
		return object.Undefined, err
	}
	return object.IntN(t.Length()), nil
}

// 23.2.3.38 get %TypedArray%.prototype [ %Symbol.toStringTag% ], https://tc39.es/ecma262/#sec-get-%typedarray%.prototype-%symbol.tostringtag%
func typedArrayPrototypeToStringTag(c *object.Call) (object.Value, error) {
	if t := object.TypedArrayOf(c.This); t != nil {
		return object.StrGo(t.Type.Name()), nil
	}
	return object.Undefined, nil
}

// 23.2.3.7 %TypedArray%.prototype.entries ( ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.entries
func typedArrayPrototypeEntries(c *object.Call) (object.Value, error) {
	return typedIterator(c, "entries", object.ArrayIterateEntries)
}

// 23.2.3.19 %TypedArray%.prototype.keys ( ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.keys
func typedArrayPrototypeKeys(c *object.Call) (object.Value, error) {
	return typedIterator(c, "keys", object.ArrayIterateKeys)
}

// 23.2.3.35 %TypedArray%.prototype.values ( ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.values
func typedArrayPrototypeValues(c *object.Call) (object.Value, error) {
	return typedIterator(c, "values", object.ArrayIterateValues)
}

func typedIterator(c *object.Call, method string, kind object.ArrayIterationKind) (object.Value, error) {
	if _, _, err := typedThis(c, method); err != nil {
		return object.Undefined, err
	}
	return object.Obj(object.CreateArrayIterator(c.Agent, c.This.AsObject(), kind)), nil
}

// 23.2.3.1 %TypedArray%.prototype.at ( index ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.at
func typedArrayPrototypeAt(c *object.Call) (object.Value, error) {
	t, n, err := typedThis(c, "at")
	if err != nil {
		return object.Undefined, err
	}
	k, err := object.ToIntegerOrInfinity(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if k < 0 {
		k += float64(n)
	}
	if k < 0 || k >= float64(n) {
		return object.Undefined, nil
	}
	return typedGet(t, int(k)), nil
}

// 23.2.3.31 %TypedArray%.prototype.toLocaleString ( ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.tolocalestring
func typedArrayPrototypeToLocaleString(c *object.Call) (object.Value, error) {
	_, n, err := typedThis(c, "toLocaleString")
	if err != nil {
		return object.Undefined, err
	}
	return joinLocale(c, c.This.AsObject(), int64(n))
}

// 23.2.3.18 %TypedArray%.prototype.join ( separator ), https://tc39.es/ecma262/#sec-%typedarray%.prototype.join
func typedArrayPrototypeJoin(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, n, err := typedThis(c, "join")
	if err != nil {
		return object.Undefined, err
	}
	separator := comma
	if !c.Arg(0).IsUndefined() {
		if separator, err = object.ToString(a, c.Arg(0)); err != nil {
			return object.Undefined, err
		}
	}
	j := textJoiner{agent: a}
	for k := range n {
		if k > 0 {
			if err := j.add(separator); err != nil {
				return object.Undefined, err
			}
		}
		if err := j.addValue(typedGet(t, k)); err != nil {
			return object.Undefined, err
		}
	}
	return object.Str(j.b.String()), nil
}
