// Package structured is clause 25 of the standard library: structured data.
//
// JSON reads texts with a parser that has a stack of its own instead of the
// machine's, so that nesting is bounded by memory only, and writes them
// recursively, with the bound that all recursion has. Objects that look alike
// are read and written along their shape.
//
// The payloads of buffers and the operations on their bytes are in package
// object, because typed arrays and the interpreter use them. Atomics works on
// words of shared blocks; its waiter lists are shared by all agents, and an agent
// that waits looks at its limits every few milliseconds.
package structured

import "github.com/burrowjs/burrow/object"

// Globals are the properties of the global object that this chapter defines.
var Globals = []object.Prop{
	object.Ref("JSON", intrinsicJSON),
	object.Ref("ArrayBuffer", object.IntrinsicArrayBuffer),
	object.Ref("SharedArrayBuffer", object.IntrinsicSharedArrayBuffer),
	object.Ref("DataView", intrinsicDataView),
	object.Ref("Atomics", intrinsicAtomics),
}

// Proposals are what proposals add to this chapter.
var Proposals = []object.Extension{
	{Of: object.IntrinsicArrayBufferPrototype, Props: []object.Prop{
		object.Method("transferToImmutable", 0, arrayBufferPrototypeTransferToImmutable),
		object.Method("sliceToImmutable", 2, arrayBufferPrototypeSliceToImmutable),
		object.Getter("immutable", arrayBufferPrototypeImmutable),
	}},
}
