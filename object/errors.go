package object

import (
	"fmt"

	"github.com/burrowjs/burrow/internal/jstring"
)

// ClassError is the class of objects with an [[ErrorData]] internal slot
// (20.5.4). The payload is the captured stack, of the interpreter's type.
var ClassError = &Class{Name: "Error", Kind: KindOther}

// NewError returns an error object with prototype proto and own properties
// stack and, unless message is nil, message.
func (a *Agent) NewError(proto *Object, message *jstring.String) *Object {
	return a.NewErrorFrom(proto, message, nil)
}

// NewErrorFrom is NewError with a stack that begins at the caller of the
// function skipUntil, if that is on the stack (nil: at the running function).
func (a *Agent) NewErrorFrom(proto *Object, message *jstring.String, skipUntil *Object) *Object {
	s := a.ShapeWith(a.rootShape(ClassError, proto), AttrMethod|attrLazy, a.NameKey(NameStack))
	o := NewWithShape(s, 2)
	o.InitSlot(0, Value{bits: tagInternal | internalStack})
	if message != nil {
		o.addProperty(a, a.NameKey(NameMessage), Str(message), AttrMethod)
	}
	if CaptureStackHook != nil {
		CaptureStackHook(a, o, skipUntil)
	}
	return o
}

// StackSlotLazy is the attribute and value for a stack property that is
// rendered on first use, for captureStackTrace.
func (o *Object) DefineLazyStack(a *Agent) {
	k := a.NameKey(NameStack)
	if _, _, ok := o.shape.lookup(k); ok {
		o.setAttributes(a, k, AttrMethod|attrLazy)
		slot, _, _ := o.shape.lookup(k)
		*o.slotAt(slot) = Value{bits: tagInternal | internalStack}
		return
	}
	o.addProperty(a, k, Value{bits: tagInternal | internalStack}, AttrMethod|attrLazy)
}

// InstallErrorCause is 20.5.8.1, https://tc39.es/ecma262/#sec-installerrorcause
func InstallErrorCause(a *Agent, o *Object, options Value) error {
	opts := options.ObjectOrNil()
	if opts == nil {
		return nil
	}
	k := a.NameKey(NameCause)
	if has, err := opts.HasProperty(a, k); err != nil || !has {
		return err
	}
	cause, err := opts.Get(a, k)
	if err != nil {
		return err
	}
	return o.CreateNonEnumerableDataPropertyOrThrow(a, k, cause)
}

func (a *Agent) throwNew(id Intrinsic, format string, args []any) error {
	text := format
	if len(args) > 0 {
		text = fmt.Sprintf(format, args...)
	}
	return Throw(Obj(a.NewError(a.CurrentRealm().Intrinsic(id), jstring.FromGo(text))))
}

// TypeError returns the error that throws a TypeError of the current realm.
func (a *Agent) TypeError(format string, args ...any) error {
	return a.throwNew(IntrinsicTypeErrorPrototype, format, args)
}

// RangeError returns the error that throws a RangeError of the current realm.
func (a *Agent) RangeError(format string, args ...any) error {
	return a.throwNew(IntrinsicRangeErrorPrototype, format, args)
}

// ReferenceError returns the error that throws a ReferenceError of the current realm.
func (a *Agent) ReferenceError(format string, args ...any) error {
	return a.throwNew(IntrinsicReferenceErrorPrototype, format, args)
}

// SyntaxError returns the error that throws a SyntaxError of the current realm.
func (a *Agent) SyntaxError(format string, args ...any) error {
	return a.throwNew(IntrinsicSyntaxErrorPrototype, format, args)
}

// URIError returns the error that throws a URIError of the current realm.
func (a *Agent) URIError(format string, args ...any) error {
	return a.throwNew(IntrinsicURIErrorPrototype, format, args)
}

// ErrorHeader returns the first line of an error's stack: its name and message
// when it was made, without running script.
func (a *Agent) ErrorHeader(o *Object) string {
	return errorText(a.quietGet(o, a.NameKey(NameName)), a.quietGet(o, a.NameKey(NameMessage)))
}

// ThrowError returns the error that throws an Error of the current realm.
func (a *Agent) ThrowError(message string) error {
	return a.throwNew(IntrinsicErrorPrototype, "%s", []any{message})
}
