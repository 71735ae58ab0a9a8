package keyed

import (
	"math"

	"github.com/burrowjs/burrow/object"
)

// The methods of sets that take another collection: anything with size, has
// and keys. Their calls may change the receiver on the way, which a cursor
// sees as the specification's index into [[SetData]] does.

// setRecord is a Set Record (24.2.1.1).
type setRecord struct {
	object    object.Value
	size      float64 // an integer or infinity
	has, keys object.Value
}

var (
	nameSize = object.DeclareName("size")
	nameHas  = object.DeclareName("has")
	nameKeys = object.DeclareName("keys")
)

// 24.2.1.2 GetSetRecord ( obj ), https://tc39.es/ecma262/#sec-getsetrecord
func getSetRecord(a *object.Agent, v object.Value) (rec setRecord, err error) {
	o := v.ObjectOrNil()
	if o == nil {
		return rec, a.TypeError("%s is not an object", a.Describe(v))
	}
	rawSize, err := o.Get(a, a.NameKey(nameSize))
	if err != nil {
		return rec, err
	}
	size, err := object.ToNumber(a, rawSize)
	if err != nil {
		return rec, err
	}
	if math.IsNaN(size) {
		return rec, a.TypeError("The 'size' property must be a number")
	}
	rec.object, rec.size = v, object.IntegerOrInfinity(size)
	if rec.size < 0 {
		return rec, a.RangeError("'%s' is an invalid size", object.NumberToString(rec.size))
	}
	if rec.has, err = o.Get(a, a.NameKey(nameHas)); err != nil {
		return rec, err
	}
	if !object.IsCallable(rec.has) {
		return rec, a.TypeError("The 'has' property must be a function")
	}
	if rec.keys, err = o.Get(a, a.NameKey(nameKeys)); err != nil {
		return rec, err
	}
	if !object.IsCallable(rec.keys) {
		return rec, a.TypeError("The 'keys' property must be a function")
	}
	return rec, nil
}

// operands returns the receiver and the record of the argument.
func operands(c *object.Call, method string) (*object.MapData, setRecord, error) {
	s, err := thisSet(c, method)
	if err != nil {
		return nil, setRecord{}, err
	}
	other, err := getSetRecord(c.Agent, c.Arg(0))
	return s, other, err
}

// contains asks the other collection whether it has v.
func (r *setRecord) contains(a *object.Agent, v object.Value) (bool, error) {
	if err := a.Tick(1); err != nil {
		return false, err
	}
	has, err := a.Call(r.has, r.object, v)
	return object.ToBoolean(has), err
}

// iterator returns the iterator over the other collection's keys.
func (r *setRecord) iterator(a *object.Agent) (object.IteratorRecord, error) {
	it, err := a.Call(r.keys, r.object)
	if err != nil {
		return object.IteratorRecord{}, err
	}
	if !it.IsObject() {
		return object.IteratorRecord{}, a.TypeError("%s is not an object", a.Describe(it))
	}
	return object.GetIteratorDirect(a, it.AsObject())
}

// newSet returns a set with the given elements.
func newSet(c *object.Call, d *object.MapData) object.Value {
	return object.Obj(object.New(c.Agent, object.ClassSet, c.Intrinsic(object.IntrinsicSetPrototype), d))
}

// fitsIn reports whether the receiver has at most as many elements as the
// other collection says it has.
func fitsIn(s *object.MapData, other *setRecord) bool { return float64(s.Len()) <= other.size }

// 24.2.4.16 Set.prototype.union ( other ), https://tc39.es/ecma262/#sec-set.prototype.union
func setPrototypeUnion(c *object.Call) (object.Value, error) {
	a := c.Agent
	s, other, err := operands(c, "union")
	if err != nil {
		return object.Undefined, err
	}
	it, err := other.iterator(a)
	if err != nil {
		return object.Undefined, err
	}
	result, err := s.Copy(a)
	if err != nil {
		return object.Undefined, err
	}
	for {
		v, ok, err := object.IteratorStepValue(a, &it)
		if err != nil {
			return object.Undefined, err
		}
		if !ok {
			return newSet(c, result), nil
		}
		if err := result.Add(a, v); err != nil {
			return object.Undefined, err
		}
	}
}

// 24.2.4.9 Set.prototype.intersection ( other ), https://tc39.es/ecma262/#sec-set.prototype.intersection
func setPrototypeIntersection(c *object.Call) (object.Value, error) {
	a := c.Agent
	s, other, err := operands(c, "intersection")
	if err != nil {
		return object.Undefined, err
	}
	result := object.NewSetData()
	if fitsIn(s, &other) {
		for cursor := s.Cursor(); ; {
			v, _, ok := cursor.Next()
			if !ok {
				return newSet(c, result), nil
			}
			in, err := other.contains(a, v)
			if err == nil && in {
				err = result.Add(a, v)
			}
			if err != nil {
				return object.Undefined, err
			}
		}
	}
	it, err := other.iterator(a)
	if err != nil {
		return object.Undefined, err
	}
	for {
		v, ok, err := object.IteratorStepValue(a, &it)
		if err == nil && ok && s.Has(v) {
			err = result.Add(a, v)
		}
		if err != nil {
			return object.Undefined, err
		}
		if !ok {
			return newSet(c, result), nil
		}
	}
}

// 24.2.4.5 Set.prototype.difference ( other ), https://tc39.es/ecma262/#sec-set.prototype.difference
func setPrototypeDifference(c *object.Call) (object.Value, error) {
	a := c.Agent
	s, other, err := operands(c, "difference")
	if err != nil {
		return object.Undefined, err
	}
	result, err := s.Copy(a)
	if err != nil {
		return object.Undefined, err
	}
	if fitsIn(s, &other) {
		for cursor := result.Cursor(); ; {
			v, _, ok := cursor.Next()
			if !ok {
				return newSet(c, result), nil
			}
			in, err := other.contains(a, v)
			if err == nil && in {
				_, err = result.Delete(a, v)
			}
			if err != nil {
				return object.Undefined, err
			}
		}
	}
	it, err := other.iterator(a)
	if err != nil {
		return object.Undefined, err
	}
	for {
		v, ok, err := object.IteratorStepValue(a, &it)
		if err == nil && ok {
			_, err = result.Delete(a, v)
		}
		if err != nil {
			return object.Undefined, err
		}
		if !ok {
			return newSet(c, result), nil
		}
	}
}

// 24.2.4.15 Set.prototype.symmetricDifference ( other ), https://tc39.es/ecma262/#sec-set.prototype.symmetricdifference
func setPrototypeSymmetricDifference(c *object.Call) (object.Value, error) {
	a := c.Agent
	s, other, err := operands(c, "symmetricDifference")
	if err != nil {
		return object.Undefined, err
	}
	it, err := other.iterator(a)
	if err != nil {
		return object.Undefined, err
	}
	result, err := s.Copy(a)
	if err != nil {
		return object.Undefined, err
	}
	for {
		v, ok, err := object.IteratorStepValue(a, &it)
		if err == nil && ok {
			if s.Has(v) {
				_, err = result.Delete(a, v)
			} else {
				err = result.Add(a, v)
			}
		}
		if err != nil {
			return object.Undefined, err
		}
		if !ok {
			return newSet(c, result), nil
		}
	}
}

// everyOf reports whether the other collection has all elements of s (want), or
// none (not want).
func everyOf(a *object.Agent, s *object.MapData, other *setRecord, want bool) (object.Value, error) {
	for cursor := s.Cursor(); ; {
		v, _, ok := cursor.Next()
		if !ok {
			return object.True, nil
		}
		in, err := other.contains(a, v)
		if err != nil || in != want {
			return object.False, err
		}
	}
}

// everyKey reports whether s has all keys of the other collection (want), or
// none (not want).
func everyKey(a *object.Agent, s *object.MapData, other *setRecord, want bool) (object.Value, error) {
	it, err := other.iterator(a)
	if err != nil {
		return object.Undefined, err
	}
	for {
		v, ok, err := object.IteratorStepValue(a, &it)
		if err != nil || !ok {
			return object.True, err
		}
		if s.Has(v) != want {
			return object.False, object.IteratorClose(a, &it, nil)
		}
	}
}

// 24.2.4.11 Set.prototype.isSubsetOf ( other ), https://tc39.es/ecma262/#sec-set.prototype.issubsetof
func setPrototypeIsSubsetOf(c *object.Call) (object.Value, error) {
	s, other, err := operands(c, "isSubsetOf")
	if err != nil || !fitsIn(s, &other) {
		return object.False, err
	}
	return everyOf(c.Agent, s, &other, true)
}

// 24.2.4.12 Set.prototype.isSupersetOf ( other ), https://tc39.es/ecma262/#sec-set.prototype.issupersetof
func setPrototypeIsSupersetOf(c *object.Call) (object.Value, error) {
	s, other, err := operands(c, "isSupersetOf")
	if err != nil || float64(s.Len()) < other.size {
		return object.False, err
	}
	return everyKey(c.Agent, s, &other, true)
}

// 24.2.4.10 Set.prototype.isDisjointFrom ( other ), https://tc39.es/ecma262/#sec-set.prototype.isdisjointfrom
func setPrototypeIsDisjointFrom(c *object.Call) (object.Value, error) {
	s, other, err := operands(c, "isDisjointFrom")
	if err != nil {
		return object.Undefined, err
	}
	if fitsIn(s, &other) {
		return everyOf(c.Agent, s, &other, false)
	}
	return everyKey(c.Agent, s, &other, false)
}
