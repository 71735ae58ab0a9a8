package text

import (
	"unsafe"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

var intrinsicStringIteratorPrototype = object.DeclareIntrinsic("StringIteratorPrototype")

// stringIterator walks over the code points of a string; s is nil at the end.
type stringIterator struct {
	s    *jstring.String
	next int
}

var classStringIterator = &object.Class{Name: "String Iterator", Kind: object.KindOther,
	Trace: func(o *object.Object, v object.Visitor) {
		if it := object.Payload[stringIterator](o); it.s != nil {
			v.Value(object.Str(it.s))
		}
	},
	Size: func(o *object.Object) int { return int(unsafe.Sizeof(stringIterator{})) },
}

func init() {
	object.DefineIntrinsic(intrinsicStringIteratorPrototype, object.Spec{
		Proto: object.IntrinsicIteratorPrototype,
		Props: []object.Prop{
			object.Method("next", 0, stringIteratorPrototypeNext),
			object.ToStringTag("String Iterator"),
		},
	})
}

// 22.1.3.37 String.prototype [ %Symbol.iterator% ] ( ), https://tc39.es/ecma262/#sec-string.prototype-%symbol.iterator%
func stringPrototypeIterator(c *object.Call) (object.Value, error) {
	s, err := thisString(c, "[Symbol.iterator]")
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(object.New(c.Agent, classStringIterator, c.Intrinsic(intrinsicStringIteratorPrototype), &stringIterator{s: s})), nil
}

// 22.1.5.1.1 %StringIteratorPrototype%.next ( ), https://tc39.es/ecma262/#sec-%stringiteratorprototype%.next
func stringIteratorPrototypeNext(c *object.Call) (object.Value, error) {
	a := c.Agent
	it := object.PayloadOf[stringIterator](c.This, classStringIterator)
	if it == nil {
		return object.Undefined, a.TypeError("Method String Iterator.prototype.next called on incompatible receiver %s", a.Describe(c.This))
	}
	if it.s == nil || it.next >= it.s.Len() {
		it.s = nil
		return object.Obj(object.CreateIterResultObject(a, object.Undefined, true)), nil
	}
	r, n := it.s.CodePointAt(it.next)
	it.next += n
	return object.Obj(object.CreateIterResultObject(a, object.Str(jstring.FromCodePoint(r)), false)), nil
}
