package control

import (
	"unsafe"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

var nameResolve = object.DeclareName("resolve")

func init() {
	object.DefineIntrinsic(object.IntrinsicPromise, object.Spec{
		Fn: promiseConstructor, Name: "Promise", Length: 1, Constructor: true,
		Props: []object.Prop{
			object.Method("all", 1, promiseAll),
			object.Method("allSettled", 1, promiseAllSettled),
			object.Method("any", 1, promiseAny),
			object.Method("race", 1, promiseRace),
			object.Ref("resolve", object.IntrinsicPromiseResolve),
			object.Method("reject", 1, promiseReject),
			object.Method("withResolvers", 0, promiseWithResolvers),
			object.Method("try", 1, promiseTry),
			object.FixedRef("prototype", object.IntrinsicPromisePrototype),
			object.SpeciesGetter(),
		},
	})
	object.DefineIntrinsic(object.IntrinsicPromiseResolve, object.Spec{Fn: promiseResolve, Name: "resolve", Length: 1})
}

// 27.2.3.1 Promise ( executor ), https://tc39.es/ecma262/#sec-promise-executor
func promiseConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if c.NewTarget == nil {
		return object.Undefined, a.TypeError("Promise constructor cannot be invoked without 'new'")
	}
	executor := c.Arg(0)
	if !object.IsCallable(executor) {
		return object.Undefined, a.TypeError("Promise resolver %s is not a function", a.Describe(executor))
	}
	payload := &interp.Promise{Result: object.Undefined}
	promise, err := object.OrdinaryCreateFromConstructor(a, c.NewTarget, object.IntrinsicPromisePrototype, interp.ClassPromise, unsafe.Pointer(payload))
	if err != nil {
		return object.Undefined, err
	}
	resolve, reject := interp.CreateResolvingFunctions(a, c.Realm(), promise)
	if _, err := a.Call(executor, object.Undefined, object.Obj(resolve), object.Obj(reject)); err != nil {
		thrown, catchable := object.Catch(err)
		if !catchable {
			return object.Undefined, err
		}
		if _, err := a.Call(object.Obj(reject), object.Undefined, thrown); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(promise), nil
}

// 27.2.4.7 Promise.resolve ( x ), https://tc39.es/ecma262/#sec-promise.resolve
func promiseResolve(c *object.Call) (object.Value, error) {
	ctor := c.This.ObjectOrNil()
	if ctor == nil {
		return object.Undefined, c.Agent.TypeError("PromiseResolve called on non-object")
	}
	p, err := interp.PromiseResolve(c.Agent, ctor, c.Arg(0))
	return object.ObjOrNull(p), err
}

// 27.2.4.6 Promise.reject ( r ), https://tc39.es/ecma262/#sec-promise.reject
func promiseReject(c *object.Call) (object.Value, error) {
	if !c.This.IsObject() {
		return object.Undefined, c.Agent.TypeError("PromiseReject called on non-object")
	}
	capability, err := interp.NewPromiseCapability(c.Agent, c.This)
	if err != nil {
		return object.Undefined, err
	}
	return capability.Promise, capability.RejectWith(c.Agent, c.Arg(0))
}

// 27.2.4.8 Promise.try ( callback, ...args ), https://tc39.es/ecma262/#sec-promise.try
func promiseTry(c *object.Call) (object.Value, error) {
	a := c.Agent
	if !c.This.IsObject() {
		return object.Undefined, a.TypeError("Promise.try called on non-object")
	}
	capability, err := interp.NewPromiseCapability(a, c.This)
	if err != nil {
		return object.Undefined, err
	}
	v, err := a.Call(c.Arg(0), object.Undefined, c.Args(1)...)
	if err != nil {
		return capability.IfAbruptRejectPromise(a, err)
	}
	return capability.Promise, capability.ResolveWith(a, v)
}

var (
	namePromise = object.DeclareName("promise")
	nameReject  = object.DeclareName("reject")
)

// 27.2.4.9 Promise.withResolvers ( ), https://tc39.es/ecma262/#sec-promise.withResolvers
func promiseWithResolvers(c *object.Call) (object.Value, error) {
	a := c.Agent
	capability, err := interp.NewPromiseCapability(a, c.This)
	if err != nil {
		return object.Undefined, err
	}
	o := a.NewObject(c.Intrinsic(object.IntrinsicObjectPrototype))
	o.AppendProperty(a, a.NameKey(namePromise), capability.Promise, object.AttrDefault)
	o.AppendProperty(a, a.NameKey(nameResolve), capability.Resolve, object.AttrDefault)
	o.AppendProperty(a, a.NameKey(nameReject), capability.Reject, object.AttrDefault)
	return object.Obj(o), nil
}
