package control

import (
	"github.com/burrowjs/burrow/object"
)

var intrinsicWrapForValidIteratorPrototype = object.DeclareIntrinsic("WrapForValidIteratorPrototype")

func init() {
	object.DefineIntrinsic(object.IntrinsicIterator, object.Spec{
		Fn: iteratorConstructor, Name: "Iterator", Length: 0, Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicIteratorPrototype),
			object.Method("concat", 0, iteratorConcat),
			object.Method("from", 1, iteratorFrom),
			object.Method("zip", 1, iteratorZip),
			object.Method("zipKeyed", 1, iteratorZipKeyed),
		},
	})
	object.DefineIntrinsic(intrinsicWrapForValidIteratorPrototype, object.Spec{
		Proto: object.IntrinsicIteratorPrototype,
		Props: []object.Prop{
			object.Method("next", 0, wrapForValidIteratorNext),
			object.Method("return", 0, wrapForValidIteratorReturn),
		},
	})
	classWrapForValidIterator.Trace = func(o *object.Object, v object.Visitor) {
		traceRecord(object.Payload[object.IteratorRecord](o), v)
	}
}

func traceRecord(rec *object.IteratorRecord, v object.Visitor) {
	if rec.Iterator != nil {
		v.Object(rec.Iterator)
		v.Value(rec.Next)
	}
}

// 27.1.3.1.1 Iterator ( ), https://tc39.es/ecma262/#sec-iterator
func iteratorConstructor(c *object.Call) (object.Value, error) {
	if c.NewTarget == nil {
		return object.Undefined, c.Agent.TypeError("Constructor Iterator requires 'new'")
	}
	if c.NewTarget == c.Func {
		return object.Undefined, c.Agent.TypeError("Abstract class Iterator not directly constructable")
	}
	o, err := object.OrdinaryCreateFromConstructor(c.Agent, c.NewTarget, object.IntrinsicIteratorPrototype, object.ClassObject, nil)
	return object.ObjOrNull(o), err
}

// classWrapForValidIterator is the class of the objects that Iterator.from wraps
// around iterators that do not inherit from %Iterator.prototype%.
var classWrapForValidIterator = &object.Class{Name: "Wrap for Valid Iterator", Kind: object.KindOther}

// 27.1.3.2.2 Iterator.from ( O ), https://tc39.es/ecma262/#sec-iterator.from
func iteratorFrom(c *object.Call) (object.Value, error) {
	a := c.Agent
	rec, err := object.GetIteratorFlattenable(a, c.Arg(0), true)
	if err != nil {
		return object.Undefined, err
	}
	inherits, err := object.OrdinaryHasInstance(a, object.Obj(c.Intrinsic(object.IntrinsicIterator)), object.Obj(rec.Iterator))
	if err != nil || inherits {
		return object.Obj(rec.Iterator), err
	}
	return object.Obj(object.New(a, classWrapForValidIterator, c.Intrinsic(intrinsicWrapForValidIteratorPrototype), &rec)), nil
}

func wrapped(c *object.Call, method string) (*object.IteratorRecord, error) {
	if rec := object.PayloadOf[object.IteratorRecord](c.This, classWrapForValidIterator); rec != nil {
		return rec, nil
	}
	return nil, c.Agent.TypeError("Method %%WrapForValidIteratorPrototype%%.%s called on incompatible receiver %s", method, c.Agent.Describe(c.This))
}

// 27.1.3.2.1.1.1 %WrapForValidIteratorPrototype%.next ( ), https://tc39.es/ecma262/#sec-%wrapforvaliditeratorprototype%.next
func wrapForValidIteratorNext(c *object.Call) (object.Value, error) {
	rec, err := wrapped(c, "next")
	if err != nil {
		return object.Undefined, err
	}
	return c.Agent.Call(rec.Next, object.Obj(rec.Iterator))
}

// 27.1.3.2.1.1.2 %WrapForValidIteratorPrototype%.return ( ), https://tc39.es/ecma262/#sec-%wrapforvaliditeratorprototype%.return
func wrapForValidIteratorReturn(c *object.Call) (object.Value, error) {
	a := c.Agent
	rec, err := wrapped(c, "return")
	if err != nil {
		return object.Undefined, err
	}
	method, err := object.GetMethod(a, object.Obj(rec.Iterator), a.NameKey(object.NameReturn))
	if err != nil {
		return object.Undefined, err
	}
	if method.IsUndefined() {
		return object.Obj(object.CreateIterResultObject(a, object.Undefined, true)), nil
	}
	return a.Call(method, object.Obj(rec.Iterator))
}
