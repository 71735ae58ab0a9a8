package control

import (
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

// classAsyncFromSyncIterator is the class of Async-from-Sync Iterator objects
// (27.1.6); the payload is the [[SyncIteratorRecord]].
var classAsyncFromSyncIterator = &object.Class{Name: "Async-from-Sync Iterator", Kind: object.KindOther}

func init() {
	object.DefineIntrinsic(object.IntrinsicAsyncIteratorPrototype, object.Spec{
		Props: []object.Prop{
			object.SymbolMethod(object.SymbolAsyncIterator, 0, returnThis),
			object.SymbolMethod(object.SymbolAsyncDispose, 0, asyncIteratorPrototypeAsyncDispose),
		},
	})
	object.DefineIntrinsic(object.IntrinsicAsyncFromSyncIteratorPrototype, object.Spec{
		Proto: object.IntrinsicAsyncIteratorPrototype,
		Props: []object.Prop{
			object.Method("next", 1, asyncFromSyncIteratorNext),
			object.Method("return", 1, asyncFromSyncIteratorReturn),
			object.Method("throw", 1, asyncFromSyncIteratorThrow),
		},
	})
	classAsyncFromSyncIterator.Trace = func(o *object.Object, v object.Visitor) {
		traceRecord(object.Payload[object.IteratorRecord](o), v)
	}
	object.AsyncFromSyncIteratorHook = createAsyncFromSyncIterator
}

// 27.1.5.2 %AsyncIteratorPrototype% [ %Symbol.asyncDispose% ] ( ), https://tc39.es/ecma262/#sec-%asynciteratorprototype%-%symbol.asyncdispose%
func asyncIteratorPrototypeAsyncDispose(c *object.Call) (object.Value, error) {
	a := c.Agent
	capability := interp.NewDirectCapability(a)
	method, err := object.GetMethod(a, c.This, a.NameKey(object.NameReturn))
	if err != nil {
		return capability.IfAbruptRejectPromise(a, err)
	}
	if method.IsUndefined() {
		return capability.Promise, capability.ResolveWith(a, object.Undefined)
	}
	result, err := a.Call(method, c.This)
	var wrapper *object.Object
	if err == nil {
		wrapper, err = interp.PromiseResolve(a, c.Intrinsic(object.IntrinsicPromise), result)
	}
	if err != nil {
		return capability.IfAbruptRejectPromise(a, err)
	}
	unwrap := a.NewAnonymousNative(c.Realm(), 1, returnUndefined)
	interp.PerformPromiseThen(a, wrapper, object.Obj(unwrap), object.Undefined, capability)
	return capability.Promise, nil
}

func returnUndefined(c *object.Call) (object.Value, error) { return object.Undefined, nil }

// createAsyncFromSyncIterator is 27.1.6.1, https://tc39.es/ecma262/#sec-createasyncfromsynciterator
func createAsyncFromSyncIterator(a *object.Agent, sync object.IteratorRecord) (object.IteratorRecord, error) {
	proto := a.CurrentRealm().Intrinsic(object.IntrinsicAsyncFromSyncIteratorPrototype)
	return object.GetIteratorDirect(a, object.New(a, classAsyncFromSyncIterator, proto, &sync))
}

// 27.1.6.2.1 %AsyncFromSyncIteratorPrototype%.next ( [ value ] ), https://tc39.es/ecma262/#sec-%asyncfromsynciteratorprototype%.next
func asyncFromSyncIteratorNext(c *object.Call) (object.Value, error) {
	a := c.Agent
	rec := object.Payload[object.IteratorRecord](c.This.AsObject())
	capability := interp.NewDirectCapability(a)
	result, err := object.IteratorNext(a, rec, c.Args(0)...)
	if err != nil {
		return capability.IfAbruptRejectPromise(a, err)
	}
	return asyncFromSyncContinue(c, result, capability, rec, true)
}

// 27.1.6.2.2 %AsyncFromSyncIteratorPrototype%.return ( [ value ] ), https://tc39.es/ecma262/#sec-%asyncfromsynciteratorprototype%.return
func asyncFromSyncIteratorReturn(c *object.Call) (object.Value, error) {
	a := c.Agent
	rec := object.Payload[object.IteratorRecord](c.This.AsObject())
	capability := interp.NewDirectCapability(a)
	method, err := object.GetMethod(a, object.Obj(rec.Iterator), a.NameKey(object.NameReturn))
	if err != nil {
		return capability.IfAbruptRejectPromise(a, err)
	}
	if method.IsUndefined() {
		result := object.CreateIterResultObject(a, c.Arg(0), true)
		return capability.Promise, capability.ResolveWith(a, object.Obj(result))
	}
	return asyncFromSyncCall(c, capability, rec, method, false)
}

// 27.1.6.2.3 %AsyncFromSyncIteratorPrototype%.throw ( [ value ] ), https://tc39.es/ecma262/#sec-%asyncfromsynciteratorprototype%.throw
func asyncFromSyncIteratorThrow(c *object.Call) (object.Value, error) {
	a := c.Agent
	rec := object.Payload[object.IteratorRecord](c.This.AsObject())
	capability := interp.NewDirectCapability(a)
	method, err := object.GetMethod(a, object.Obj(rec.Iterator), a.NameKey(object.NameThrow))
	if err != nil {
		return capability.IfAbruptRejectPromise(a, err)
	}
	if method.IsUndefined() {
		rec.Done = true
		if err = object.IteratorClose(a, rec, nil); err == nil {
			err = a.TypeError("The iterator does not provide a 'throw' method")
		}
		return capability.IfAbruptRejectPromise(a, err)
	}
	return asyncFromSyncCall(c, capability, rec, method, true)
}

// asyncFromSyncCall calls the return or throw method of the sync iterator.
func asyncFromSyncCall(c *object.Call, capability *interp.PromiseCapability, rec *object.IteratorRecord, method object.Value, closeIterator bool) (object.Value, error) {
	a := c.Agent
	result, err := a.Call(method, object.Obj(rec.Iterator), c.Args(0)...)
	if err == nil && !result.IsObject() {
		err = a.TypeError("Iterator result %s is not an object", a.Describe(result))
	}
	if err != nil {
		return capability.IfAbruptRejectPromise(a, err)
	}
	return asyncFromSyncContinue(c, result.AsObject(), capability, rec, closeIterator)
}

// asyncFromSyncContinue is 27.1.6.4, https://tc39.es/ecma262/#sec-asyncfromsynciteratorcontinuation
func asyncFromSyncContinue(c *object.Call, result *object.Object, capability *interp.PromiseCapability, rec *object.IteratorRecord, closeIterator bool) (object.Value, error) {
	a := c.Agent
	done, err := object.IteratorComplete(a, result)
	if err != nil {
		return capability.IfAbruptRejectPromise(a, err)
	}
	v, err := object.IteratorValue(a, result)
	if err != nil {
		return capability.IfAbruptRejectPromise(a, err)
	}
	wrapper, err := interp.PromiseResolve(a, c.Intrinsic(object.IntrinsicPromise), v)
	if err != nil {
		if !done && closeIterator {
			err = object.IteratorClose(a, rec, err)
		}
		return capability.IfAbruptRejectPromise(a, err)
	}
	onFulfilled := a.NewAnonymousNative(c.Realm(), 1, asyncFromSyncUnwrap, object.Bool(done))
	onRejected := object.Undefined
	if !done && closeIterator {
		onRejected = object.Obj(a.NewAnonymousNative(c.Realm(), 1, asyncFromSyncClose, c.This))
	}
	interp.PerformPromiseThen(a, wrapper, object.Obj(onFulfilled), onRejected, capability)
	return capability.Promise, nil
}

func asyncFromSyncUnwrap(c *object.Call) (object.Value, error) {
	return object.Obj(object.CreateIterResultObject(c.Agent, c.Arg(0), c.Slot(0).IsTrue())), nil
}

func asyncFromSyncClose(c *object.Call) (object.Value, error) {
	rec := object.Payload[object.IteratorRecord](c.Slot(0).AsObject())
	return object.Undefined, object.IteratorClose(c.Agent, rec, object.Throw(c.Arg(0)))
}
