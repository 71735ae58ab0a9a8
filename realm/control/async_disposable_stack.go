package control

import (
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

var (
	intrinsicAsyncDisposableStack          = object.DeclareIntrinsic("AsyncDisposableStack")
	intrinsicAsyncDisposableStackPrototype = object.DeclareIntrinsic("AsyncDisposableStack.prototype")
)

func init() {
	object.DefineIntrinsic(intrinsicAsyncDisposableStack, object.Spec{
		Fn: asyncDisposableStackConstructor, Name: "AsyncDisposableStack", Constructor: true,
		Props: []object.Prop{object.FixedRef("prototype", intrinsicAsyncDisposableStackPrototype)},
	})
	object.DefineIntrinsic(intrinsicAsyncDisposableStackPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", intrinsicAsyncDisposableStack),
			object.Method("adopt", 2, asyncDisposableStackPrototypeAdopt),
			object.Method("defer", 1, asyncDisposableStackPrototypeDefer),
			object.Method("disposeAsync", 0, asyncDisposableStackPrototypeDisposeAsync),
			object.Getter("disposed", asyncDisposableStackPrototypeDisposed),
			object.Method("move", 0, asyncDisposableStackPrototypeMove),
			object.Method("use", 1, asyncDisposableStackPrototypeUse),
			object.SymbolAlias(object.SymbolAsyncDispose, "disposeAsync"),
			object.ToStringTag("AsyncDisposableStack"),
		},
	})
	classDisposing.Trace = func(o *object.Object, v object.Visitor) {
		d := object.Payload[disposing](o)
		v.Value(d.capability.Promise)
		d.resources.Trace(v)
		if thrown, ok := object.Catch(d.pending); ok {
			v.Value(thrown)
		}
	}
}

// 27.4.1.1 AsyncDisposableStack ( ), https://tc39.es/ecma262/#sec-asyncdisposablestack
func asyncDisposableStackConstructor(c *object.Call) (object.Value, error) {
	return newDisposableStack(c, "AsyncDisposableStack", intrinsicAsyncDisposableStackPrototype, classAsyncDisposableStack)
}

// 27.4.3.2 AsyncDisposableStack.prototype.adopt ( value, onDisposeAsync ), https://tc39.es/ecma262/#sec-asyncdisposablestack.prototype.adopt
func asyncDisposableStackPrototypeAdopt(c *object.Call) (object.Value, error) {
	return adopt(c, classAsyncDisposableStack, true)
}

// 27.4.3.3 AsyncDisposableStack.prototype.defer ( onDisposeAsync ), https://tc39.es/ecma262/#sec-asyncdisposablestack.prototype.defer
func asyncDisposableStackPrototypeDefer(c *object.Call) (object.Value, error) {
	return deferDisposal(c, classAsyncDisposableStack, true)
}

// 27.4.3.5 get AsyncDisposableStack.prototype.disposed, https://tc39.es/ecma262/#sec-get-asyncdisposablestack.prototype.disposed
func asyncDisposableStackPrototypeDisposed(c *object.Call) (object.Value, error) {
	s, err := disposableReceiver(c, classAsyncDisposableStack, "disposed", false)
	return object.Bool(err == nil && s.disposed), err
}

// 27.4.3.6 AsyncDisposableStack.prototype.move ( ), https://tc39.es/ecma262/#sec-asyncdisposablestack.prototype.move
func asyncDisposableStackPrototypeMove(c *object.Call) (object.Value, error) {
	return move(c, classAsyncDisposableStack, intrinsicAsyncDisposableStackPrototype)
}

// 27.4.3.7 AsyncDisposableStack.prototype.use ( value ), https://tc39.es/ecma262/#sec-asyncdisposablestack.prototype.use
func asyncDisposableStackPrototypeUse(c *object.Call) (object.Value, error) {
	return use(c, classAsyncDisposableStack, true)
}

// disposing is a DisposeResources (7.5.8) between its awaits.
type disposing struct {
	capability            *interp.PromiseCapability
	resources             *interp.DisposeCapability
	pending               error // the completion, if it is a throw
	needsAwait, hasAwaits bool
}

var classDisposing = &object.Class{Name: "DisposeResources", Kind: object.KindOther}

// 27.4.3.4 AsyncDisposableStack.prototype.disposeAsync ( ), https://tc39.es/ecma262/#sec-asyncdisposablestack.prototype.disposeAsync
func asyncDisposableStackPrototypeDisposeAsync(c *object.Call) (object.Value, error) {
	a := c.Agent
	capability := interp.NewDirectCapability(a)
	s, err := disposableReceiver(c, classAsyncDisposableStack, "disposeAsync", false)
	if err != nil {
		return capability.IfAbruptRejectPromise(a, err)
	}
	if s.disposed {
		return capability.Promise, capability.ResolveWith(a, object.Undefined)
	}
	s.disposed = true
	d := &disposing{capability: capability, resources: s.resources}
	return capability.Promise, d.run(a, object.Obj(object.New(a, classDisposing, nil, d)))
}

// run disposes resources until it has to await.
func (d *disposing) run(a *object.Agent, state object.Value) error {
	for d.resources.Len() > 0 {
		empty := d.resources.NextIsEmpty()
		v, _, err := d.resources.Dispose(a)
		switch {
		case empty:
			d.needsAwait = true
			continue
		case err == nil:
			d.hasAwaits = true
			if err = interp.AwaitThen(a, v, state, disposingStep); err == nil {
				return nil
			}
		}
		var fatal error
		if d.pending, fatal = suppress(a, err, d.pending); fatal != nil {
			return fatal
		}
	}
	if d.needsAwait && !d.hasAwaits {
		d.needsAwait = false
		return interp.AwaitThen(a, object.Undefined, state, disposingStep)
	}
	if d.pending != nil {
		_, err := d.capability.IfAbruptRejectPromise(a, d.pending)
		return err
	}
	return d.capability.ResolveWith(a, object.Undefined)
}

// disposingStep continues after an Await.
func disposingStep(c *object.Call) (object.Value, error) {
	d := object.Payload[disposing](c.Slot(0).AsObject())
	if interp.AwaitRejected(c) {
		var fatal error
		if d.pending, fatal = suppress(c.Agent, object.Throw(c.Arg(0)), d.pending); fatal != nil {
			return object.Undefined, fatal
		}
	}
	return object.Undefined, d.run(c.Agent, c.Slot(0))
}
