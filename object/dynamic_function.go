package object

import "github.com/burrowjs/burrow/internal/jstring"

// FunctionKind tells the four kinds of functions that can be made from text.
type FunctionKind uint8

const (
	FunctionNormal FunctionKind = iota
	FunctionGenerator
	FunctionAsync
	FunctionAsyncGenerator
)

// What turns text into code; set by package realm, which knows the compiler.
var (
	// CreateDynamicFunctionHook is CreateDynamicFunction (20.2.1.1.1). args are
	// the parameters and the body, not converted yet; newTarget is not nil.
	CreateDynamicFunctionHook func(a *Agent, constructor, newTarget *Object, kind FunctionKind, args []Value) (Value, error)
	// IndirectEvalHook is PerformEval (19.2.1.1) of x, a String, by an indirect
	// call of the eval function of realm r.
	IndirectEvalHook func(a *Agent, r *Realm, x *jstring.String) (Value, error)
	// CaptureStackTraceHook defines the stack property of any object, as
	// Error.captureStackTrace does; the stack begins at the caller of skipUntil.
	CaptureStackTraceHook func(a *Agent, o, skipUntil *Object) error
)
