// Package control is the part of the standard library for control abstraction
// (clause 27): Iterator and its helpers, Promise, and disposable stacks.
// Generators are the interpreter's, their constructors in the fundamental chapter.
//
// Nothing here is written in JavaScript. What the specification defines with a
// generator closure (the iterator helpers) is a state machine: a struct with the
// record of the underlying iterator and where its closure would be suspended.
// What it defines with closures over promises is a native function whose slots
// hold the captured variables.
package control

import "github.com/burrowjs/burrow/object"

// Globals are the properties of the global object that this chapter provides.
var Globals = []object.Prop{
	object.Ref("Iterator", object.IntrinsicIterator),
	object.Ref("Promise", object.IntrinsicPromise),
	object.Ref("DisposableStack", intrinsicDisposableStack),
	object.Ref("AsyncDisposableStack", intrinsicAsyncDisposableStack),
}

// Proposals are what proposals add to this chapter.
var Proposals = []object.Extension{
	{Of: object.IntrinsicPromise, Props: []object.Prop{
		object.Method("allKeyed", 1, promiseAllKeyed),
		object.Method("allSettledKeyed", 1, promiseAllSettledKeyed),
	}},
	{Of: object.IntrinsicIteratorPrototype, Props: []object.Prop{
		object.Method("join", 1, iteratorPrototypeJoin),
	}},
}
