package object

// The kinds of functions that can be made from text, for CreateDynamicFunction.
const (
	DynamicNormal = iota
	DynamicGenerator
	DynamicAsync
	DynamicAsyncGenerator
)

var (
	// CreateDynamicFunction is 20.2.1.1.1; set by package realm, which knows the
	// compiler. args are the parameters and the body, not converted yet;
	// newTarget nil means ctor.
	CreateDynamicFunction func(a *Agent, ctor, newTarget *Object, kind int, args []Value) (Value, error)
	// CaptureStackTraceHook defines the stack property of any object, as
	// Error.captureStackTrace does; the stack begins at the caller of skipUntil.
	// Set by package interp.
	CaptureStackTraceHook func(a *Agent, o, skipUntil *Object) error
)
