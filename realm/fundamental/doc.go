// Package fundamental is clauses 19 and 20 of the standard library: the value
// and function properties of the global object, and Object, Function, Boolean,
// Symbol and the errors.
//
// Everything here is a static description: init functions hand object.Specs to
// package object, and each realm makes the intrinsics for itself when a program
// first touches them. The functions are static Go functions that get their
// agent, realm and arguments from an object.Call.
//
// Two things cannot be done without the compiler: making a function from text,
// and eval. They go through hooks in package object that package realm sets.
// The text of functions and the stacks of errors are the interpreter's, and are
// asked for through hooks as well.
package fundamental

import (
	"math"

	"github.com/burrowjs/burrow/object"
)

// Globals are the properties of the global object (19.1 to 19.3) that this
// chapter defines, apart from globalThis.
var Globals = []object.Prop{
	object.Constant("Infinity", object.Float(math.Inf(1))),
	object.Constant("NaN", object.NaN),
	object.Constant("undefined", object.Undefined),

	object.Ref("eval", object.IntrinsicEval),
	object.Method("isFinite", 1, globalIsFinite),
	object.Method("isNaN", 1, globalIsNaN),
	object.Ref("parseFloat", object.IntrinsicParseFloat),
	object.Ref("parseInt", object.IntrinsicParseInt),
	object.Method("decodeURI", 1, globalDecodeURI),
	object.Method("decodeURIComponent", 1, globalDecodeURIComponent),
	object.Method("encodeURI", 1, globalEncodeURI),
	object.Method("encodeURIComponent", 1, globalEncodeURIComponent),
	object.Method("escape", 1, globalEscape),
	object.Method("unescape", 1, globalUnescape),

	object.Ref("Object", object.IntrinsicObject),
	object.Ref("Function", object.IntrinsicFunction),
	object.Ref("Boolean", object.IntrinsicBoolean),
	object.Ref("Symbol", object.IntrinsicSymbol),
	object.Ref("Error", object.IntrinsicError),
	object.Ref("AggregateError", object.IntrinsicAggregateError),
	object.Ref("EvalError", object.IntrinsicEvalError),
	object.Ref("RangeError", object.IntrinsicRangeError),
	object.Ref("ReferenceError", object.IntrinsicReferenceError),
	object.Ref("SuppressedError", object.IntrinsicSuppressedError),
	object.Ref("SyntaxError", object.IntrinsicSyntaxError),
	object.Ref("TypeError", object.IntrinsicTypeError),
	object.Ref("URIError", object.IntrinsicURIError),
}
