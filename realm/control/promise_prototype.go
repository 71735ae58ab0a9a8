package control

import (
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicPromisePrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicPromise),
			object.Ref("then", object.IntrinsicPromisePrototypeThen),
			object.Method("catch", 1, promisePrototypeCatch),
			object.Method("finally", 1, promisePrototypeFinally),
			object.ToStringTag("Promise"),
		},
	})
	object.DefineIntrinsic(object.IntrinsicPromisePrototypeThen, object.Spec{Fn: promisePrototypeThen, Name: "then", Length: 2})
}

// 27.2.5.1 Promise.prototype.catch ( onRejected ), https://tc39.es/ecma262/#sec-promise.prototype.catch
func promisePrototypeCatch(c *object.Call) (object.Value, error) {
	return object.Invoke(c.Agent, c.This, c.Agent.NameKey(object.NameThen), object.Undefined, c.Arg(0))
}

// 27.2.5.4 Promise.prototype.then ( onFulfilled, onRejected ), https://tc39.es/ecma262/#sec-promise.prototype.then
func promisePrototypeThen(c *object.Call) (object.Value, error) {
	a := c.Agent
	if interp.PromiseOf(c.This) == nil {
		return object.Undefined, a.TypeError("Method Promise.prototype.then called on incompatible receiver %s", a.Describe(c.This))
	}
	promise := c.This.AsObject()
	ctor, err := object.SpeciesConstructor(a, promise, object.IntrinsicPromise)
	if err != nil {
		return object.Undefined, err
	}
	var capability *interp.PromiseCapability
	if ctor == c.Intrinsic(object.IntrinsicPromise) {
		// OPT: nobody sees the resolving functions of this capability.
		capability = interp.NewDirectCapability(a)
	} else if capability, err = interp.NewPromiseCapability(a, object.Obj(ctor)); err != nil {
		return object.Undefined, err
	}
	interp.PerformPromiseThen(a, promise, c.Arg(0), c.Arg(1), capability)
	return capability.Promise, nil
}

// 27.2.5.3 Promise.prototype.finally ( onFinally ), https://tc39.es/ecma262/#sec-promise.prototype.finally
func promisePrototypeFinally(c *object.Call) (object.Value, error) {
	a := c.Agent
	if !c.This.IsObject() {
		return object.Undefined, a.TypeError("Promise.prototype.finally called on non-object")
	}
	ctor, err := object.SpeciesConstructor(a, c.This.AsObject(), object.IntrinsicPromise)
	if err != nil {
		return object.Undefined, err
	}
	onFinally := c.Arg(0)
	thenFinally, catchFinally := onFinally, onFinally
	if object.IsCallable(onFinally) {
		thenFinally = object.Obj(a.NewAnonymousNative(c.Realm(), 1, finallyFulfilled, onFinally, object.Obj(ctor)))
		catchFinally = object.Obj(a.NewAnonymousNative(c.Realm(), 1, finallyRejected, onFinally, object.Obj(ctor)))
	}
	return object.Invoke(a, c.This, a.NameKey(object.NameThen), thenFinally, catchFinally)
}

// finallyFulfilled is the thenFinally closure of 27.2.5.3.
func finallyFulfilled(c *object.Call) (object.Value, error) { return finallyThen(c, finallyReturn) }

// finallyRejected is the catchFinally closure of 27.2.5.3.
func finallyRejected(c *object.Call) (object.Value, error) { return finallyThen(c, finallyThrow) }

func finallyThen(c *object.Call, outcome object.NativeFunction) (object.Value, error) {
	a := c.Agent
	result, err := a.Call(c.Slot(0), object.Undefined)
	if err != nil {
		return object.Undefined, err
	}
	p, err := interp.PromiseResolve(a, c.Slot(1).AsObject(), result)
	if err != nil {
		return object.Undefined, err
	}
	after := a.NewAnonymousNative(c.Realm(), 0, outcome, c.Arg(0))
	return object.Invoke(a, object.ObjOrNull(p), a.NameKey(object.NameThen), object.Obj(after))
}

func finallyReturn(c *object.Call) (object.Value, error) { return c.Slot(0), nil }

func finallyThrow(c *object.Call) (object.Value, error) {
	return object.Undefined, object.Throw(c.Slot(0))
}
