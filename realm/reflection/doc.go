// Package reflection is clause 28 of the standard library: the Reflect
// namespace and the Proxy constructor. What proxies do is in package object,
// with the other exotic objects.
package reflection

import "github.com/burrowjs/burrow/object"

// Globals are the properties of the global object that this chapter defines.
var Globals = []object.Prop{
	object.Ref("Proxy", object.IntrinsicProxy),
	object.Ref("Reflect", object.IntrinsicReflect),
}
