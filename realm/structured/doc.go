// Package structured is clause 25 of the standard library: structured data.
//
// JSON reads texts with a parser that has a stack of its own instead of the
// machine's, so that nesting is bounded by memory only, and writes them
// recursively, with the bound that all recursion has. Objects that look alike
// are read and written along their shape.
package structured

import "github.com/burrowjs/burrow/object"

// Globals are the properties of the global object that this chapter defines.
var Globals = []object.Prop{
	object.Ref("ArrayBuffer", object.IntrinsicArrayBuffer),
	object.Ref("SharedArrayBuffer", object.IntrinsicSharedArrayBuffer),
	object.Ref("DataView", intrinsicDataView),
	object.Ref("Atomics", intrinsicAtomics),
	object.Ref("JSON", intrinsicJSON),
}
