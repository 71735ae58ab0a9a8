package indexed

import (
	"math"

	"github.com/burrowjs/burrow/object"
)

// indexKey is ! ToString(i) as a property key.
func indexKey(a *object.Agent, i int64) object.PropertyKey {
	if i <= object.MaxArrayIndex {
		return object.IndexKey(uint32(i))
	}
	return a.StringKey(object.NumberToString(float64(i)))
}

// namesNullThis are the methods whose message for undefined and null names the
// method. HOST: as in V8.
var namesNullThis = map[string]bool{
	"Array.prototype.concat": true, "Array.prototype.every": true, "Array.prototype.filter": true, "Array.prototype.find": true,
	"Array.prototype.findIndex": true, "Array.prototype.findLast": true, "Array.prototype.findLastIndex": true,
	"Array.prototype.forEach": true, "Array.prototype.indexOf": true, "Array.prototype.map": true, "Array.prototype.reduce": true,
	"Array.prototype.reduceRight": true, "Array.prototype.some": true, "Array.prototype.values": true,
}

// thisObject is ? ToObject(this value) of a method.
func thisObject(c *object.Call, method string) (*object.Object, error) {
	if c.This.IsObject() {
		return c.This.AsObject(), nil
	}
	if c.This.IsNullish() && namesNullThis[method] {
		return nil, c.Agent.TypeError("%s called on null or undefined", method)
	}
	return object.ToObject(c.Agent, c.This)
}

// thisArrayLike is the first two steps of most methods: the object and its length.
func thisArrayLike(c *object.Call, method string) (*object.Object, int64, error) {
	o, err := thisObject(c, method)
	if err != nil {
		return nil, 0, err
	}
	n, err := object.LengthOfArrayLike(c.Agent, o)
	return o, n, err
}

// dense returns element i of an array if it is in the dense storage.
func dense(o *object.Object, i int64) (object.Value, bool) {
	if o.IsArrayObject() {
		if e := o.Elements(); i < int64(e.Len) {
			v := e.At(uint32(i))
			return v, !v.IsHole()
		}
	}
	return object.Undefined, false
}

// getAt is ? Get(o, ! ToString(i)).
func getAt(a *object.Agent, o *object.Object, i int64) (object.Value, error) {
	// OPT: an element that is there is read without [[Get]].
	if v, ok := dense(o, i); ok {
		return v, nil
	}
	if err := a.Tick(1); err != nil {
		return object.Undefined, err
	}
	return o.Get(a, indexKey(a, i))
}

// presentAt is HasProperty and, if it is true, Get of index i.
func presentAt(a *object.Agent, o *object.Object, i int64) (v object.Value, present bool, err error) {
	// OPT: an element that is there is read without [[HasProperty]] and [[Get]].
	if v, ok := dense(o, i); ok {
		return v, true, nil
	}
	if err := a.Tick(1); err != nil {
		return object.Undefined, false, err
	}
	k := indexKey(a, i)
	if present, err = o.HasProperty(a, k); err != nil || !present {
		return object.Undefined, false, err
	}
	v, err = o.Get(a, k)
	return v, true, err
}

// setAt is ? Set(o, ! ToString(i), v, true).
func setAt(a *object.Agent, o *object.Object, i int64, v object.Value) error {
	// OPT: an element that is there is an ordinary writable property.
	if _, ok := dense(o, i); ok {
		o.Elements().Put(uint32(i), v)
		return nil
	}
	if err := a.Tick(1); err != nil {
		return err
	}
	return o.Set(a, indexKey(a, i), v, true)
}

// deleteAt is ? DeletePropertyOrThrow(o, ! ToString(i)).
func deleteAt(a *object.Agent, o *object.Object, i int64) error {
	if err := a.Tick(1); err != nil {
		return err
	}
	return o.DeletePropertyOrThrow(a, indexKey(a, i))
}

// createAt is ? CreateDataPropertyOrThrow(o, ! ToString(i), v).
func createAt(a *object.Agent, o *object.Object, i int64, v object.Value) error {
	// OPT: appending to a plain array defines an ordinary element.
	if e := object.IsPlainArray(object.Obj(o)); e != nil && i == int64(e.Len) && i < object.MaxArrayIndex {
		if e.Len == e.Cap() {
			if err := a.Charge(16 * (int(e.Len)/2 + 4)); err != nil {
				return err
			}
		}
		e.Append(v)
		e.Length = max(e.Length, e.Len)
		return nil
	}
	if err := a.Tick(1); err != nil {
		return err
	}
	return o.CreateDataPropertyOrThrow(a, indexKey(a, i), v)
}

// setLength is ? Set(o, "length", n, true).
func setLength(a *object.Agent, o *object.Object, n int64) error {
	// OPT: the writable length of an array that it has already.
	if e := object.IsPlainArray(object.Obj(o)); e != nil && n == int64(e.Length) {
		return nil
	}
	return o.Set(a, a.NameKey(object.NameLength), object.IntN(int(n)), true)
}

// compact returns the elements of a plain array of which all indices are in the
// dense storage, if holes find nothing on the prototype chain; else nil.
func compact(a *object.Agent, o *object.Object) *object.Elements {
	e := object.IsPlainArray(object.Obj(o))
	if e == nil || e.Len != e.Length || !a.NoIndexedProtos(o.Shape().Proto()) {
		return nil
	}
	return e
}

// relativeIndex resolves a relative start or end index: negative ones count
// from the end, and the result is between 0 and length.
func relativeIndex(a *object.Agent, v object.Value, length int64) (int64, error) {
	f, err := object.ToIntegerOrInfinity(a, v)
	if err != nil {
		return 0, err
	}
	if f < 0 {
		return int64(math.Max(f+float64(length), 0)), nil
	}
	return int64(math.Min(f, float64(length))), nil
}

// relativeEnd is relativeIndex of an end index, for which undefined is length.
func relativeEnd(a *object.Agent, v object.Value, length int64) (int64, error) {
	if v.IsUndefined() {
		return length, nil
	}
	return relativeIndex(a, v, length)
}

// callback is a function that a method calls for each element, with the
// argument list it reuses.
type callback struct {
	agent    *object.Agent
	fn, this object.Value
	args     [3]object.Value
}

// newCallback takes the callback from argument i and thisArg from the next.
func newCallback(c *object.Call, i int) (*callback, error) {
	fn := c.Arg(i)
	if !object.IsCallable(fn) {
		return nil, c.Agent.TypeError("%s is not a function", c.Agent.Describe(fn))
	}
	return &callback{agent: c.Agent, fn: fn, this: c.Arg(i + 1)}, nil
}

// call calls the callback with an element, its index and the collection.
func (cb *callback) call(v object.Value, i int64, o *object.Object) (object.Value, error) {
	cb.args = [3]object.Value{v.Clean(), object.IntN(int(i)), object.Obj(o)}
	return cb.agent.Call(cb.fn, cb.this, cb.args[:]...)
}

// test is ToBoolean of call.
func (cb *callback) test(v object.Value, i int64, o *object.Object) (bool, error) {
	r, err := cb.call(v, i, o)
	return err == nil && object.ToBoolean(r), err
}

// iteratorOf is GetMethod(v, %Symbol.iterator%) for a function that takes iterables and
// array-likes.
func iteratorOf(a *object.Agent, v object.Value, function string) (object.Value, error) {
	method, err := object.GetV(a, v, object.SymbolKey(object.SymbolIterator))
	if err != nil || method.IsNullish() {
		return object.Undefined, err
	}
	if !object.IsCallable(method) {
		return object.Undefined, a.TypeError("%s requires that the property of the first argument, items[Symbol.iterator], when exists, be a function", function)
	}
	return method, nil
}
