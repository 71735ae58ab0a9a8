package object

// Array iterators (23.1.5) are here because for-of and spread take a short cut
// through them.

// ArrayIterationKind says what an array iterator delivers.
type ArrayIterationKind uint8

const (
	ArrayIterateValues ArrayIterationKind = iota
	ArrayIterateKeys
	ArrayIterateEntries
)

type arrayIterator struct {
	array *Object // nil when exhausted
	next  int64
	kind  ArrayIterationKind
}

var classArrayIterator = &Class{Name: "Array Iterator", Kind: KindOther}

func init() {
	classArrayIterator.Trace = func(o *Object, v Visitor) {
		if it := (*arrayIterator)(o.ext); it.array != nil {
			v.Object(it.array)
		}
	}
	DefineIntrinsic(IntrinsicArrayIteratorPrototype, Spec{
		Proto: IntrinsicIteratorPrototype,
		Props: []Prop{
			Method("next", 0, arrayIteratorPrototypeNext),
			ToStringTag("Array Iterator"),
		},
	})
	DefineIntrinsic(IntrinsicArrayPrototypeValues, Spec{Fn: arrayPrototypeValues, Name: "values"})
}

// CreateArrayIterator is 23.1.5.1, https://tc39.es/ecma262/#sec-createarrayiterator
func CreateArrayIterator(a *Agent, array *Object, kind ArrayIterationKind) *Object {
	return New(a, classArrayIterator, a.CurrentRealm().Intrinsic(IntrinsicArrayIteratorPrototype), &arrayIterator{array: array, kind: kind})
}

// NewArrayIterator returns a values iterator that has come to index next.
func NewArrayIterator(a *Agent, array *Object, next int64) *Object {
	o := CreateArrayIterator(a, array, ArrayIterateValues)
	(*arrayIterator)(o.ext).next = next
	return o
}

// 23.1.3.38 Array.prototype.values ( ), https://tc39.es/ecma262/#sec-array.prototype.values
func arrayPrototypeValues(c *Call) (Value, error) {
	o, err := ToObject(c.Agent, c.This)
	if err != nil {
		return Undefined, err
	}
	return Obj(CreateArrayIterator(c.Agent, o, ArrayIterateValues)), nil
}

// 23.1.5.2.1 %ArrayIteratorPrototype%.next ( ), https://tc39.es/ecma262/#sec-%arrayiteratorprototype%.next
func arrayIteratorPrototypeNext(c *Call) (Value, error) {
	a := c.Agent
	it := PayloadOf[arrayIterator](c.This, classArrayIterator)
	if it == nil {
		return Undefined, a.TypeError("Method Array Iterator.prototype.next called on incompatible receiver %s", a.Describe(c.This))
	}
	array := it.array
	if array == nil {
		return Obj(CreateIterResultObject(a, Undefined, true)), nil
	}
	var length int64
	if t := TypedArrayOf(Obj(array)); t != nil {
		if t.OutOfBounds() {
			return Undefined, a.TypeError("Cannot perform %%ArrayIteratorPrototype%%.next on a detached ArrayBuffer")
		}
		length = int64(t.Length())
	} else {
		var err error
		if length, err = LengthOfArrayLike(a, array); err != nil {
			return Undefined, err
		}
	}
	i := it.next
	if i >= length {
		it.array = nil
		return Obj(CreateIterResultObject(a, Undefined, true)), nil
	}
	it.next++
	index := IntN(int(i))
	if it.kind == ArrayIterateKeys {
		return Obj(CreateIterResultObject(a, index, false)), nil
	}
	k, err := ToPropertyKey(a, index)
	if err != nil {
		return Undefined, err
	}
	v, err := array.Get(a, k)
	if err != nil {
		return Undefined, err
	}
	if it.kind == ArrayIterateEntries {
		v = Obj(a.NewArrayFrom([]Value{index, v.Clean()}))
	}
	return Obj(CreateIterResultObject(a, v, false)), nil
}
