package realm

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// Wrapped functions carry calls between the realms of a ShadowRealm and its user,
// and let nothing but primitive values and other wrapped functions through.
// They are built-in functions of the realm whose callers use them.

// 3.1.1 WrappedFunctionCreate, https://tc39.es/proposal-shadowrealm/#sec-wrappedfunctioncreate
func wrappedFunctionCreate(a *object.Agent, caller *object.Realm, target *object.Object) (object.Value, error) {
	f := a.NewNative(caller, "", 0, wrappedFunctionCall, object.Obj(target))
	if err := copyNameAndLength(a, f, target); err != nil {
		return object.Undefined, boundaryError(a, caller, err)
	}
	return object.Obj(f), nil
}

// 3.1.2 CopyNameAndLength, https://tc39.es/proposal-shadowrealm/#sec-copynameandlength
func copyNameAndLength(a *object.Agent, f, target *object.Object) error {
	length, err := object.CopiedLength(a, target, 0)
	if err != nil {
		return err
	}
	if err := object.SetFunctionLength(a, f, length); err != nil {
		return err
	}
	name, err := target.Get(a, a.NameKey(object.NameName))
	if err != nil {
		return err
	}
	if !name.IsString() {
		name = object.Str(jstring.Empty)
	}
	return f.DefineValue(a, a.NameKey(object.NameName), name, object.AttrConfigurable)
}

// 3.1.5 GetWrappedValue, https://tc39.es/proposal-shadowrealm/#sec-getwrappedvalue
func getWrappedValue(a *object.Agent, to *object.Realm, v object.Value) (object.Value, error) {
	if !v.IsObject() {
		return v, nil
	}
	if !object.IsCallable(v) {
		return object.Undefined, a.TypeError("A value that crosses the boundary of a ShadowRealm must be primitive or callable")
	}
	if err := a.Charge(128); err != nil {
		return object.Undefined, err
	}
	return wrappedFunctionCreate(a, to, v.AsObject())
}

// boundaryError is an exception as the other side of a boundary sees it
// (CreateTypeErrorCopy, https://tc39.es/proposal-shadowrealm/#sec-create-type-error-copy).
func boundaryError(a *object.Agent, to *object.Realm, err error) error {
	v, ok := object.Catch(err)
	if !ok {
		return err
	}
	text := "ShadowRealm evaluate threw (" + object.DescribeException(v) + ")"
	return object.Throw(object.Obj(a.NewError(to.Intrinsic(object.IntrinsicTypeErrorPrototype), jstring.FromGo(text))))
}

// 2.3 OrdinaryWrappedFunctionCall, https://tc39.es/proposal-shadowrealm/#sec-ordinary-wrapped-function-call
func wrappedFunctionCall(c *object.Call) (object.Value, error) {
	a := c.Agent
	target := c.Slot(0)
	to, err := object.GetFunctionRealm(a, target.AsObject())
	if err != nil {
		return object.Undefined, err
	}
	args := c.Args(0)
	for i := range args {
		if args[i], err = getWrappedValue(a, to, args[i]); err != nil {
			return object.Undefined, err
		}
	}
	this, err := getWrappedValue(a, to, c.This)
	if err != nil {
		return object.Undefined, err
	}
	v, err := a.Call(target, this, args...)
	if err != nil {
		return object.Undefined, boundaryError(a, c.Realm(), err)
	}
	return getWrappedValue(a, c.Realm(), v)
}
