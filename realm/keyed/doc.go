// Package keyed is clause 24 of the standard library: Map, Set, WeakMap and
// WeakSet.
//
// The hash table of maps and sets, object.MapData, is in package object because
// grouping and inspection use it too. So are weak collections, whose entries
// live with their keys.
package keyed

import "github.com/burrowjs/burrow/object"

// Globals are the properties of the global object that this chapter defines.
var Globals = []object.Prop{
	object.Ref("Map", object.IntrinsicMap),
	object.Ref("Set", object.IntrinsicSet),
	object.Ref("WeakMap", intrinsicWeakMap),
	object.Ref("WeakSet", intrinsicWeakSet),
}
