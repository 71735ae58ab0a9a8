// Package webassembly is the namespace object WebAssembly, as far as it goes
// without a machine for WebAssembly: its error classes, Memory, Table, Global,
// Tag and Exception work; Module accepts what has a header and no section but
// custom ones, and says of everything else that it cannot be compiled.
//
// Programs look at the namespace to find out what they can use, and Node has it
// in every context, where codeGeneration.wasm forbids compilation. Both get the
// answers they expect: an exception of class CompileError.
//
// The messages are V8's. The clauses are those of the WebAssembly JavaScript
// Interface, https://webassembly.github.io/spec/js-api/.
package webassembly

import "github.com/burrowjs/burrow/object"

// Globals are the properties of the global object that this chapter provides.
var Globals = []object.Prop{object.Ref("WebAssembly", intrinsicWebAssembly)}

var intrinsicWebAssembly = object.DeclareIntrinsic("WebAssembly")

func init() {
	object.DefineIntrinsic(intrinsicWebAssembly, object.Spec{
		Props: []object.Prop{
			enumerable("compile", 1, compile),
			enumerable("validate", 1, validate),
			enumerable("instantiate", 1, instantiate),
			object.Ref("Module", intrinsicModule),
			object.Ref("Instance", intrinsicInstance),
			object.Ref("Table", intrinsicTable),
			object.Ref("Memory", intrinsicMemory),
			object.Ref("Global", intrinsicGlobal),
			object.Ref("Tag", intrinsicTag),
			object.Ref("Exception", intrinsicException),
			object.Ref("CompileError", errorTypes[0].constructor),
			object.Ref("LinkError", errorTypes[1].constructor),
			object.Ref("RuntimeError", errorTypes[2].constructor),
			object.ToStringTag("WebAssembly"),
		},
	})
}

// enumerable is a method with the attributes that Web IDL gives to operations.
func enumerable(name string, length int, fn object.NativeFunction) object.Prop {
	return object.Prop{Name: name, Length: length, Fn: fn, Attrs: object.AttrDefault}
}

func attribute(name string, get, set object.NativeFunction) object.Prop {
	return object.Prop{Name: name, Fn: get, Setter: set, Attrs: object.AttrConfigurable | object.AttrEnumerable | object.AttrAccessor}
}

// defineClass defines a constructor and its prototype.
func defineClass(name string, length int, ctor, proto object.Intrinsic, fn object.NativeFunction, statics, members []object.Prop) {
	object.DefineIntrinsic(ctor, object.Spec{Fn: fn, Name: name, Length: length, Constructor: true,
		Props: append([]object.Prop{object.FixedRef("prototype", proto)}, statics...)})
	object.DefineIntrinsic(proto, object.Spec{
		Props: append(append([]object.Prop{object.Ref("constructor", ctor)}, members...), object.ToStringTag("WebAssembly."+name))})
}

// needNew is the check of constructors.
func needNew(c *object.Call, name string) error {
	if c.NewTarget == nil {
		return c.Agent.TypeError("WebAssembly.%s(): WebAssembly.%s must be invoked with 'new'", name, name)
	}
	return nil
}

// incompatible is what methods throw for a receiver of another class.
func incompatible(c *object.Call, what, class string) error {
	return c.Agent.TypeError("WebAssembly.%s: Receiver is not a WebAssembly.%s", what, class)
}
