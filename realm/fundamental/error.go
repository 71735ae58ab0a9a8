package fundamental

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// errorTypes are the constructors that make plain errors: Error itself and the
// NativeErrors (20.5.5). The index is the Magic of the constructor.
var errorTypes = []struct {
	name                   string
	constructor, prototype object.Intrinsic
}{
	{"Error", object.IntrinsicError, object.IntrinsicErrorPrototype},
	{"EvalError", object.IntrinsicEvalError, object.IntrinsicEvalErrorPrototype},
	{"RangeError", object.IntrinsicRangeError, object.IntrinsicRangeErrorPrototype},
	{"ReferenceError", object.IntrinsicReferenceError, object.IntrinsicReferenceErrorPrototype},
	{"SyntaxError", object.IntrinsicSyntaxError, object.IntrinsicSyntaxErrorPrototype},
	{"TypeError", object.IntrinsicTypeError, object.IntrinsicTypeErrorPrototype},
	{"URIError", object.IntrinsicURIError, object.IntrinsicURIErrorPrototype},
}

func init() {
	for i, e := range errorTypes {
		s := object.Spec{
			Fn: errorConstructor, Name: e.name, Length: 1, Constructor: true, Magic: int32(i),
			Props: []object.Prop{object.FixedRef("prototype", e.prototype)},
		}
		p := errorPrototypeSpec(e.name, e.constructor)
		if i == 0 {
			s.Props = append(s.Props,
				object.Method("captureStackTrace", 2, errorCaptureStackTrace),
				object.Prop{Name: "stackTraceLimit", Value: object.Int(10), Attrs: object.AttrDefault},
				object.Method("isError", 1, errorIsError))
			p.Props = append(p.Props, object.Method("toString", 0, errorPrototypeToString))
			p.Proto = object.IntrinsicObjectPrototype
		} else {
			s.Proto = object.IntrinsicError
		}
		object.DefineIntrinsic(e.constructor, s)
		object.DefineIntrinsic(e.prototype, p)
	}
}

// errorPrototypeSpec is the prototype of a type of errors: an ordinary object
// with the properties that all of them have.
func errorPrototypeSpec(name string, constructor object.Intrinsic) object.Spec {
	return object.Spec{
		Proto: object.IntrinsicErrorPrototype,
		Props: []object.Prop{
			object.Ref("constructor", constructor),
			{Name: "name", Value: object.Str(sharedText(name)), Attrs: object.AttrMethod},
			{Name: "message", Value: object.Str(jstring.Empty), Attrs: object.AttrMethod},
		},
	}
}

// 20.5.1.1 Error ( message [ , options ] ), https://tc39.es/ecma262/#sec-error-message
// and 20.5.6.1.1 NativeError ( message [ , options ] ), https://tc39.es/ecma262/#sec-nativeerror
func errorConstructor(c *object.Call) (object.Value, error) {
	o, err := newErrorObject(c, errorTypes[c.Magic()].prototype, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), object.InstallErrorCause(c.Agent, o, c.Arg(1))
}

// newErrorObject makes the error that a constructor returns, with its message.
// The steps that run script are in the order of the specification; that the
// stack is a property before the message is V8's order.
func newErrorObject(c *object.Call, defaultProto object.Intrinsic, message object.Value) (*object.Object, error) {
	newTarget := c.NewTarget
	if newTarget == nil {
		newTarget = c.Func
	}
	proto, err := object.GetPrototypeFromConstructor(c.Agent, newTarget, defaultProto)
	if err != nil {
		return nil, err
	}
	var text *jstring.String
	if !message.IsUndefined() {
		if text, err = object.ToString(c.Agent, message); err != nil {
			return nil, err
		}
	}
	if err := c.Agent.Charge(256); err != nil {
		return nil, err
	}
	return c.Agent.NewErrorFrom(proto, text, newTarget), nil
}

// 20.5.2.1 Error.isError ( arg ), https://tc39.es/ecma262/#sec-error.iserror
func errorIsError(c *object.Call) (object.Value, error) {
	o := c.Arg(0).ObjectOrNil()
	return object.Bool(o != nil && o.Class() == object.ClassError), nil
}

// Error.captureStackTrace ( object [ , skipUntil ] )
//
// HOST: as in V8. It defines the stack of where it is called on any object; with
// a function as the second argument the stack begins at that function's caller.
func errorCaptureStackTrace(c *object.Call) (object.Value, error) {
	a := c.Agent
	o := c.Arg(0).ObjectOrNil()
	if o == nil {
		return object.Undefined, a.TypeError("invalid_argument")
	}
	skipUntil := c.Func
	if object.IsCallable(c.Arg(1)) {
		skipUntil = c.Arg(1).AsObject()
	}
	if object.CaptureStackTraceHook != nil {
		return object.Undefined, object.CaptureStackTraceHook(a, o, skipUntil)
	}
	return object.Undefined, o.DefineValue(a, a.NameKey(object.NameStack), object.Str(jstring.Empty), object.AttrMethod)
}

// 20.5.3.4 Error.prototype.toString ( ), https://tc39.es/ecma262/#sec-error.prototype.tostring
func errorPrototypeToString(c *object.Call) (object.Value, error) {
	o := c.This.ObjectOrNil()
	if o == nil {
		return object.Undefined, c.Agent.TypeError("Method Error.prototype.toString called on incompatible receiver %s", c.Agent.Describe(c.This))
	}
	name, err := textProperty(c.Agent, o, object.NameName, textError)
	if err != nil {
		return object.Undefined, err
	}
	message, err := textProperty(c.Agent, o, object.NameMessage, jstring.Empty)
	if err != nil {
		return object.Undefined, err
	}
	switch {
	case name.Len() == 0:
		return object.Str(message), nil
	case message.Len() == 0:
		return object.Str(name), nil
	case name.Len()+message.Len()+2 > jstring.MaxLength:
		return object.Undefined, c.Agent.RangeError("Invalid string length")
	}
	if err := c.Agent.Charge(64); err != nil {
		return object.Undefined, err
	}
	return object.Str(jstring.Concat(jstring.Concat(name, textColon), message)), nil
}

var (
	textError = sharedText("Error")
	textColon = sharedText(": ")
)

// textProperty returns a property as a string, or ifUndefined.
func textProperty(a *object.Agent, o *object.Object, n object.Name, ifUndefined *jstring.String) (*jstring.String, error) {
	v, err := o.Get(a, a.NameKey(n))
	if err != nil || v.IsUndefined() {
		return ifUndefined, err
	}
	return object.ToString(a, v)
}
