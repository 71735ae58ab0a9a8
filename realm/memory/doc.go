// Package memory is the part of the standard library for managing memory
// (clause 26): WeakRef and FinalizationRegistry, on Go's weak pointers and
// cleanups. (Atomics and buffers are in package structured.)
//
// A cleanup runs on a goroutine of the Go runtime and may touch nothing of an
// agent: it only posts to the agent that a cell's target is gone. The callback
// is called between jobs, if the registry still exists and the cell has not been
// unregistered meanwhile. Nothing that a cleanup refers to leads to the target:
// agent and registry are held weakly.
package memory

import "github.com/burrowjs/burrow/object"

// Globals are the properties of the global object that this chapter provides.
var Globals = []object.Prop{
	object.Ref("WeakRef", intrinsicWeakRef),
	object.Ref("FinalizationRegistry", intrinsicFinalizationRegistry),
}
