package text

import (
	"unsafe"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

var intrinsicRegExpStringIteratorPrototype = object.DeclareIntrinsic("RegExpStringIteratorPrototype")

// regExpStringIterator delivers the matches of matchAll; matcher is nil at the end.
type regExpStringIterator struct {
	matcher         *object.Object
	s               *jstring.String
	global, unicode bool
}

var classRegExpStringIterator = &object.Class{Name: "RegExp String Iterator", Kind: object.KindOther,
	Trace: func(o *object.Object, v object.Visitor) {
		if it := object.Payload[regExpStringIterator](o); it.matcher != nil {
			v.Object(it.matcher)
			v.Value(object.Str(it.s))
		}
	},
	Size: func(o *object.Object) int { return int(unsafe.Sizeof(regExpStringIterator{})) },
}

func init() {
	object.DefineIntrinsic(intrinsicRegExpStringIteratorPrototype, object.Spec{
		Proto: object.IntrinsicIteratorPrototype,
		Props: []object.Prop{
			object.Method("next", 0, regExpStringIteratorPrototypeNext),
			object.ToStringTag("RegExp String Iterator"),
		},
	})
}

// 22.2.9.2.1 %RegExpStringIteratorPrototype%.next ( ), https://tc39.es/ecma262/#sec-%regexpstringiteratorprototype%.next
func regExpStringIteratorPrototypeNext(c *object.Call) (object.Value, error) {
	a := c.Agent
	it := object.PayloadOf[regExpStringIterator](c.This, classRegExpStringIterator)
	if it == nil {
		return object.Undefined, a.TypeError("Method %%RegExpStringIterator%%.prototype.next called on incompatible receiver %s", a.Describe(c.This))
	}
	if it.matcher == nil {
		return object.Obj(object.CreateIterResultObject(a, object.Undefined, true)), nil
	}
	matcher, s := it.matcher, it.s
	// An error ends the iterator, as it ends the generator of the specification.
	it.matcher = nil
	result, err := regExpExec(c, matcher, s)
	if err != nil {
		return object.Undefined, err
	}
	if result.IsNull() {
		return object.Obj(object.CreateIterResultObject(a, object.Undefined, true)), nil
	}
	if it.global {
		text, err := matchText(a, result.AsObject())
		if err != nil {
			return object.Undefined, err
		}
		if text.Len() == 0 {
			if err := skipEmpty(a, matcher, s, it.unicode); err != nil {
				return object.Undefined, err
			}
		}
		it.matcher = matcher
	}
	return object.Obj(object.CreateIterResultObject(a, result, false)), nil
}
