package control

import (
	"math"

	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicIteratorPrototype, object.Spec{
		Props: []object.Prop{
			object.GetterSetter("constructor", iteratorPrototypeGetConstructor, iteratorPrototypeSetConstructor),
			object.Method("reduce", 1, iteratorPrototypeReduce),
			object.Method("toArray", 0, iteratorPrototypeToArray),
			object.Method("forEach", 1, iteratorPrototypeForEach),
			object.Method("some", 1, iteratorPrototypeSome),
			object.Method("every", 1, iteratorPrototypeEvery),
			object.Method("find", 1, iteratorPrototypeFind),
			object.Method("map", 1, iteratorPrototypeMap),
			object.Method("filter", 1, iteratorPrototypeFilter),
			object.Method("take", 1, iteratorPrototypeTake),
			object.Method("drop", 1, iteratorPrototypeDrop),
			object.Method("flatMap", 1, iteratorPrototypeFlatMap),
			object.Method("chunks", 1, iteratorPrototypeChunks),
			object.Method("windows", 1, iteratorPrototypeWindows),
			object.Method("includes", 1, iteratorPrototypeIncludes),
			object.SymbolMethod(object.SymbolIterator, 0, returnThis),
			object.SymbolMethod(object.SymbolDispose, 0, iteratorPrototypeDispose),
			{Symbol: object.SymbolToStringTag, Fn: iteratorPrototypeGetToStringTag, Setter: iteratorPrototypeSetToStringTag,
				Attrs: object.AttrConfigurable | object.AttrAccessor},
		},
	})
}

// returnThis is the [Symbol.iterator] and [Symbol.asyncIterator] methods of iterators.
func returnThis(c *object.Call) (object.Value, error) { return c.This, nil }

// 27.1.4.1 Iterator.prototype.constructor, https://tc39.es/ecma262/#sec-iterator.prototype.constructor
func iteratorPrototypeGetConstructor(c *object.Call) (object.Value, error) {
	return object.Obj(c.Intrinsic(object.IntrinsicIterator)), nil
}

func iteratorPrototypeSetConstructor(c *object.Call) (object.Value, error) {
	return setterThatIgnoresPrototypeProperties(c, c.Agent.NameKey(object.NameConstructor))
}

// 27.1.4.14 Iterator.prototype [ %Symbol.toStringTag% ], https://tc39.es/ecma262/#sec-iterator.prototype-%symbol.tostringtag%
func iteratorPrototypeGetToStringTag(c *object.Call) (object.Value, error) {
	return object.StrGo("Iterator"), nil
}

func iteratorPrototypeSetToStringTag(c *object.Call) (object.Value, error) {
	return setterThatIgnoresPrototypeProperties(c, object.SymbolKey(object.SymbolToStringTag))
}

// setterThatIgnoresPrototypeProperties is 7.3.36 with %Iterator.prototype% as the home object,
// https://tc39.es/ecma262/#sec-SetterThatIgnoresPrototypeProperties
func setterThatIgnoresPrototypeProperties(c *object.Call, k object.PropertyKey) (object.Value, error) {
	a := c.Agent
	o := c.This.ObjectOrNil()
	if o == nil {
		return object.Undefined, a.TypeError("%s is not an object", a.Describe(c.This))
	}
	if o == c.Intrinsic(object.IntrinsicIteratorPrototype) {
		return object.Undefined, a.TypeError("Cannot assign to read only property '%s' of object '%s'", object.KeyText(k), a.Describe(c.This))
	}
	_, found, err := o.GetOwnProperty(a, k)
	if err != nil {
		return object.Undefined, err
	}
	if !found {
		return object.Undefined, o.CreateDataPropertyOrThrow(a, k, c.Arg(0))
	}
	return object.Undefined, o.Set(a, k, c.Arg(0), true)
}

// receiver is the first step of the methods: the this value, which must be an object.
func receiver(c *object.Call, method string) (*object.Object, error) {
	if o := c.This.ObjectOrNil(); o != nil {
		return o, nil
	}
	return nil, c.Agent.TypeError("Iterator.prototype.%s called on non-object", method)
}

// iterateWith is the first steps of a method that takes a function: what they
// throw about the function closes the iterator.
func iterateWith(c *object.Call, method string) (rec object.IteratorRecord, fn object.Value, err error) {
	o, err := receiver(c, method)
	if err != nil {
		return rec, fn, err
	}
	fn = c.Arg(0)
	if !object.IsCallable(fn) {
		rec.Iterator = o
		return rec, fn, object.IteratorClose(c.Agent, &rec, c.Agent.TypeError("%s is not a function", c.Agent.Describe(fn)))
	}
	rec, err = object.GetIteratorDirect(c.Agent, o)
	return rec, fn, err
}

// visit calls a function for each value until it says stop; if it does, or
// throws, the iterator is closed.
func visit(c *object.Call, rec *object.IteratorRecord, fn object.Value, stop func(r object.Value) bool) (v object.Value, stopped bool, err error) {
	a := c.Agent
	for counter := 0; ; counter++ {
		v, ok, err := object.IteratorStepValue(a, rec)
		if err != nil || !ok {
			return v, false, err
		}
		r, err := a.Call(fn, object.Undefined, v, object.IntN(counter))
		if err != nil {
			return v, false, object.IteratorClose(a, rec, err)
		}
		if stop(r) {
			return v, true, object.IteratorClose(a, rec, nil)
		}
	}
}

// 27.1.4.8 Iterator.prototype.forEach ( procedure ), https://tc39.es/ecma262/#sec-iterator.prototype.foreach
func iteratorPrototypeForEach(c *object.Call) (object.Value, error) {
	rec, fn, err := iterateWith(c, "forEach")
	if err == nil {
		_, _, err = visit(c, &rec, fn, func(object.Value) bool { return false })
	}
	return object.Undefined, err
}

// 27.1.4.12 Iterator.prototype.some ( predicate ), https://tc39.es/ecma262/#sec-iterator.prototype.some
func iteratorPrototypeSome(c *object.Call) (object.Value, error) {
	rec, fn, err := iterateWith(c, "some")
	if err != nil {
		return object.Undefined, err
	}
	_, found, err := visit(c, &rec, fn, object.ToBoolean)
	return object.Bool(found), err
}

// 27.1.4.4 Iterator.prototype.every ( predicate ), https://tc39.es/ecma262/#sec-iterator.prototype.every
func iteratorPrototypeEvery(c *object.Call) (object.Value, error) {
	rec, fn, err := iterateWith(c, "every")
	if err != nil {
		return object.Undefined, err
	}
	_, found, err := visit(c, &rec, fn, func(r object.Value) bool { return !object.ToBoolean(r) })
	return object.Bool(!found), err
}

// 27.1.4.6 Iterator.prototype.find ( predicate ), https://tc39.es/ecma262/#sec-iterator.prototype.find
func iteratorPrototypeFind(c *object.Call) (object.Value, error) {
	rec, fn, err := iterateWith(c, "find")
	if err != nil {
		return object.Undefined, err
	}
	v, found, err := visit(c, &rec, fn, object.ToBoolean)
	if !found {
		v = object.Undefined
	}
	return v, err
}

// 27.1.4.10 Iterator.prototype.reduce ( reducer [ , initialValue ] ), https://tc39.es/ecma262/#sec-iterator.prototype.reduce
func iteratorPrototypeReduce(c *object.Call) (object.Value, error) {
	a := c.Agent
	rec, fn, err := iterateWith(c, "reduce")
	if err != nil {
		return object.Undefined, err
	}
	accumulator, counter := c.Arg(1), 0
	if c.ArgCount() < 2 {
		first, ok, err := object.IteratorStepValue(a, &rec)
		if err != nil {
			return object.Undefined, err
		}
		if !ok {
			return object.Undefined, a.TypeError("Reduce of a done iterator with no initial value")
		}
		accumulator, counter = first, 1
	}
	for ; ; counter++ {
		v, ok, err := object.IteratorStepValue(a, &rec)
		if err != nil || !ok {
			return accumulator, err
		}
		r, err := a.Call(fn, object.Undefined, accumulator, v, object.IntN(counter))
		if err != nil {
			return object.Undefined, object.IteratorClose(a, &rec, err)
		}
		accumulator = r.Clean()
	}
}

// 27.1.4.13 Iterator.prototype.toArray ( ), https://tc39.es/ecma262/#sec-iterator.prototype.toarray
func iteratorPrototypeToArray(c *object.Call) (object.Value, error) {
	o, err := receiver(c, "toArray")
	if err != nil {
		return object.Undefined, err
	}
	rec, err := object.GetIteratorDirect(c.Agent, o)
	if err != nil {
		return object.Undefined, err
	}
	list, err := object.IteratorToList(c.Agent, &rec)
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(object.CreateArrayFromList(c.Agent, list)), nil
}

// Iterator.prototype [ %Symbol.dispose% ] ( ), https://tc39.es/ecma262/#sec-iterator.prototype-%symbol.dispose%
func iteratorPrototypeDispose(c *object.Call) (object.Value, error) {
	method, err := object.GetMethod(c.Agent, c.This, c.Agent.NameKey(object.NameReturn))
	if err == nil && !method.IsUndefined() {
		_, err = c.Agent.Call(method, c.This)
	}
	return object.Undefined, err
}

// 27.1.4.9 Iterator.prototype.map ( mapper ), https://tc39.es/ecma262/#sec-iterator.prototype.map
func iteratorPrototypeMap(c *object.Call) (object.Value, error) {
	return helperWith(c, "map", (*helper).stepMap)
}

// 27.1.4.5 Iterator.prototype.filter ( predicate ), https://tc39.es/ecma262/#sec-iterator.prototype.filter
func iteratorPrototypeFilter(c *object.Call) (object.Value, error) {
	return helperWith(c, "filter", (*helper).stepFilter)
}

// 27.1.4.7 Iterator.prototype.flatMap ( mapper ), https://tc39.es/ecma262/#sec-iterator.prototype.flatmap
func iteratorPrototypeFlatMap(c *object.Call) (object.Value, error) {
	return helperWith(c, "flatMap", (*helper).stepFlatMap)
}

func helperWith(c *object.Call, method string, step helperStep) (object.Value, error) {
	rec, fn, err := iterateWith(c, method)
	if err != nil {
		return object.Undefined, err
	}
	return newHelper(c, &helper{underlying: rec, fn: fn, step: step}), nil
}

// 27.1.4.11 Iterator.prototype.take ( limit ), https://tc39.es/ecma262/#sec-iterator.prototype.take
func iteratorPrototypeTake(c *object.Call) (object.Value, error) {
	return helperCounting(c, "take", (*helper).stepTake)
}

// 27.1.4.3 Iterator.prototype.drop ( limit ), https://tc39.es/ecma262/#sec-iterator.prototype.drop
func iteratorPrototypeDrop(c *object.Call) (object.Value, error) {
	return helperCounting(c, "drop", (*helper).stepDrop)
}

func helperCounting(c *object.Call, method string, step helperStep) (object.Value, error) {
	a := c.Agent
	o, err := receiver(c, method)
	if err != nil {
		return object.Undefined, err
	}
	limit, err := object.ToNumber(a, c.Arg(0))
	if err == nil && (math.IsNaN(limit) || math.Trunc(limit) < 0 || limit > object.MaxSafeInteger && !math.IsInf(limit, 1)) {
		err = a.RangeError("%s must be positive", a.Describe(c.Arg(0)))
	}
	if err != nil {
		return object.Undefined, object.IteratorClose(a, &object.IteratorRecord{Iterator: o}, err)
	}
	rec, err := object.GetIteratorDirect(a, o)
	if err != nil {
		return object.Undefined, err
	}
	return newHelper(c, &helper{underlying: rec, fn: object.Undefined, remaining: math.Trunc(limit), step: step}), nil
}
