package keyed

import (
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

// The iterators of maps and sets, which the specification describes as
// generators (24.1.5, 24.2.6): here they are a cursor.

// iteration is the payload of an iterator.
type iteration struct {
	cursor object.MapCursor
	source object.Value // the map or set; undefined once it is exhausted
	kind   object.Enumeration
}

var (
	classMapIterator = iteratorClass("Map Iterator")
	classSetIterator = iteratorClass("Set Iterator")
)

func iteratorClass(name string) *object.Class {
	return &object.Class{Name: name, Kind: object.KindOther,
		Trace: func(o *object.Object, v object.Visitor) { v.Value(object.Payload[iteration](o).source) },
		Size:  func(o *object.Object) int { return int(unsafe.Sizeof(iteration{})) },
	}
}

func init() {
	object.DefineIntrinsic(object.IntrinsicMapIteratorPrototype, object.Spec{
		Proto: object.IntrinsicIteratorPrototype,
		Props: []object.Prop{
			object.Method("next", 0, mapIteratorPrototypeNext),
			object.ToStringTag("Map Iterator"),
		},
	})
	object.DefineIntrinsic(object.IntrinsicSetIteratorPrototype, object.Spec{
		Proto: object.IntrinsicIteratorPrototype,
		Props: []object.Prop{
			object.Method("next", 0, setIteratorPrototypeNext),
			object.ToStringTag("Set Iterator"),
		},
	})
}

func newIterator(c *object.Call, d *object.MapData, class *object.Class, proto object.Intrinsic, kind object.Enumeration) (object.Value, error) {
	it := &iteration{d.Cursor(), c.This, kind}
	return object.Obj(object.New(c.Agent, class, c.Intrinsic(proto), it)), c.Agent.Charge(96)
}

// 24.1.5.1 CreateMapIterator ( map, kind ), https://tc39.es/ecma262/#sec-createmapiterator
func createMapIterator(c *object.Call, kind object.Enumeration, method string) (object.Value, error) {
	m, err := thisMap(c, method)
	if err != nil {
		return object.Undefined, err
	}
	return newIterator(c, m, classMapIterator, object.IntrinsicMapIteratorPrototype, kind)
}

// 24.1.3.4 Map.prototype.entries ( ), https://tc39.es/ecma262/#sec-map.prototype.entries
func mapPrototypeEntries(c *object.Call) (object.Value, error) {
	return createMapIterator(c, object.EnumerateEntries, "entries")
}

// 24.1.3.10 Map.prototype.keys ( ), https://tc39.es/ecma262/#sec-map.prototype.keys
func mapPrototypeKeys(c *object.Call) (object.Value, error) {
	return createMapIterator(c, object.EnumerateKeys, "keys")
}

// 24.1.3.13 Map.prototype.values ( ), https://tc39.es/ecma262/#sec-map.prototype.values
func mapPrototypeValues(c *object.Call) (object.Value, error) {
	return createMapIterator(c, object.EnumerateValues, "values")
}

// 24.2.6.1 CreateSetIterator ( set, kind ), https://tc39.es/ecma262/#sec-createsetiterator
func createSetIterator(c *object.Call, kind object.Enumeration, method string) (object.Value, error) {
	s, err := thisSet(c, method)
	if err != nil {
		return object.Undefined, err
	}
	return newIterator(c, s, classSetIterator, object.IntrinsicSetIteratorPrototype, kind)
}

// 24.2.4.6 Set.prototype.entries ( ), https://tc39.es/ecma262/#sec-set.prototype.entries
func setPrototypeEntries(c *object.Call) (object.Value, error) {
	return createSetIterator(c, object.EnumerateEntries, "entries")
}

// 24.2.4.17 Set.prototype.values ( ), https://tc39.es/ecma262/#sec-set.prototype.values
func setPrototypeValues(c *object.Call) (object.Value, error) {
	return createSetIterator(c, object.EnumerateKeys, "values")
}

// 24.1.5.2.1 %MapIteratorPrototype%.next ( ), https://tc39.es/ecma262/#sec-%mapiteratorprototype%.next
func mapIteratorPrototypeNext(c *object.Call) (object.Value, error) {
	it := object.PayloadOf[iteration](c.This, classMapIterator)
	if it == nil {
		return object.Undefined, incompatible(c, "Map Iterator.prototype.next")
	}
	return it.next(c)
}

// 24.2.6.2.1 %SetIteratorPrototype%.next ( ), https://tc39.es/ecma262/#sec-%setiteratorprototype%.next
func setIteratorPrototypeNext(c *object.Call) (object.Value, error) {
	it := object.PayloadOf[iteration](c.This, classSetIterator)
	if it == nil {
		return object.Undefined, incompatible(c, "Set Iterator.prototype.next")
	}
	return it.next(c)
}

func (it *iteration) next(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := a.Charge(64); err != nil {
		return object.Undefined, err
	}
	if it.source.IsUndefined() {
		return object.Obj(object.CreateIterResultObject(a, object.Undefined, true)), nil
	}
	key, value, ok := it.cursor.Next()
	if !ok {
		// It stays exhausted, and lets go of the collection.
		it.source, it.cursor = object.Undefined, object.MapCursor{}
		return object.Obj(object.CreateIterResultObject(a, object.Undefined, true)), nil
	}
	result := key
	switch it.kind {
	case object.EnumerateValues:
		result = value
	case object.EnumerateEntries:
		if it.source.AsObject().Class() == object.ClassSet {
			value = key
		}
		result = object.Obj(object.CreateArrayFromList(a, []object.Value{key, value}))
	}
	return object.Obj(object.CreateIterResultObject(a, result, false)), nil
}

// Remaining returns a cursor over what an iterator of a map or set has still to
// deliver and how it delivers it; ok is false for other values.
func Remaining(v object.Value) (cursor object.MapCursor, kind object.Enumeration, isSet, exhausted, ok bool) {
	it := object.PayloadOf[iteration](v, classMapIterator)
	if it == nil {
		it, isSet = object.PayloadOf[iteration](v, classSetIterator), true
	}
	if it == nil {
		return cursor, kind, false, false, false
	}
	return it.cursor, it.kind, isSet, it.source.IsUndefined(), true
}
