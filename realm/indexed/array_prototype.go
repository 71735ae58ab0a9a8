package indexed

import "github.com/burrowjs/burrow/object"

// Globals are the properties of the global object that this chapter provides.
var Globals = []object.Prop{
	object.Ref("Array", object.IntrinsicArray),
}

func init() {
	object.DefineIntrinsic(object.IntrinsicArrayPrototype, object.Spec{
		Class: object.ClassArray,
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicArray),
			object.Method("at", 1, arrayPrototypeAt),
			object.Method("concat", 1, arrayPrototypeConcat),
			object.Method("copyWithin", 2, arrayPrototypeCopyWithin),
			object.Method("fill", 1, arrayPrototypeFill),
			object.Method("find", 1, arrayPrototypeFind),
			object.Method("findIndex", 1, arrayPrototypeFindIndex),
			object.Method("findLast", 1, arrayPrototypeFindLast),
			object.Method("findLastIndex", 1, arrayPrototypeFindLastIndex),
			object.Method("lastIndexOf", 1, arrayPrototypeLastIndexOf),
			object.Method("pop", 0, arrayPrototypePop),
			object.Method("push", 1, arrayPrototypePush),
			object.Method("reverse", 0, arrayPrototypeReverse),
			object.Method("shift", 0, arrayPrototypeShift),
			object.Method("unshift", 1, arrayPrototypeUnshift),
			object.Method("slice", 2, arrayPrototypeSlice),
			object.Method("sort", 1, arrayPrototypeSort),
			object.Method("splice", 2, arrayPrototypeSplice),
			object.Method("includes", 1, arrayPrototypeIncludes),
			object.Method("indexOf", 1, arrayPrototypeIndexOf),
			object.Method("join", 1, arrayPrototypeJoin),
			object.Method("keys", 0, arrayPrototypeKeys),
			object.Method("entries", 0, arrayPrototypeEntries),
			object.Ref("values", object.IntrinsicArrayPrototypeValues),
			object.Method("forEach", 1, arrayPrototypeForEach),
			object.Method("filter", 1, arrayPrototypeFilter),
			object.Method("flat", 0, arrayPrototypeFlat),
			object.Method("flatMap", 1, arrayPrototypeFlatMap),
			object.Method("map", 1, arrayPrototypeMap),
			object.Method("every", 1, arrayPrototypeEvery),
			object.Method("some", 1, arrayPrototypeSome),
			object.Method("reduce", 1, arrayPrototypeReduce),
			object.Method("reduceRight", 1, arrayPrototypeReduceRight),
			object.Method("toReversed", 0, arrayPrototypeToReversed),
			object.Method("toSorted", 1, arrayPrototypeToSorted),
			object.Method("toSpliced", 2, arrayPrototypeToSpliced),
			object.Method("toLocaleString", 0, arrayPrototypeToLocaleString),
			object.Ref("toString", intrinsicArrayPrototypeToString),
			object.Method("with", 2, arrayPrototypeWith),
			object.SymbolAlias(object.SymbolIterator, "values"),
			{Symbol: object.SymbolUnscopables, Attrs: object.AttrConfigurable, Make: arrayUnscopables},
		},
	})
}

// unscopableNames are the properties of Array.prototype[@@unscopables]. HOST: in
// the order of V8.
var unscopableNames = []string{
	"at", "copyWithin", "entries", "fill", "find", "findIndex", "findLast", "findLastIndex", "flat", "flatMap",
	"includes", "keys", "values", "toReversed", "toSorted", "toSpliced",
}

// 23.1.3.41 Array.prototype [ %Symbol.unscopables% ], https://tc39.es/ecma262/#sec-array.prototype-%symbol.unscopables%
func arrayUnscopables(r *object.Realm) object.Value {
	o := r.Agent.NewObject(nil)
	for _, name := range unscopableNames {
		o.AppendProperty(r.Agent, r.Agent.Key(name), object.True, object.AttrDefault)
	}
	return object.Obj(o)
}

// 23.1.3.1 Array.prototype.at ( index ), https://tc39.es/ecma262/#sec-array.prototype.at
func arrayPrototypeAt(c *object.Call) (object.Value, error) {
	o, n, err := thisArrayLike(c, "Array.prototype.at")
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
	return getAt(c.Agent, o, int64(k))
}

// 23.1.3.5 Array.prototype.entries ( ), https://tc39.es/ecma262/#sec-array.prototype.entries
func arrayPrototypeEntries(c *object.Call) (object.Value, error) {
	o, err := thisObject(c, "Array.prototype.entries")
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(object.CreateArrayIterator(c.Agent, o, object.ArrayIterateEntries)), nil
}

// 23.1.3.19 Array.prototype.keys ( ), https://tc39.es/ecma262/#sec-array.prototype.keys
func arrayPrototypeKeys(c *object.Call) (object.Value, error) {
	o, err := thisObject(c, "Array.prototype.keys")
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(object.CreateArrayIterator(c.Agent, o, object.ArrayIterateKeys)), nil
}
