package control

import (
	"unsafe"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

var (
	intrinsicDisposableStack          = object.DeclareIntrinsic("DisposableStack")
	intrinsicDisposableStackPrototype = object.DeclareIntrinsic("DisposableStack.prototype")
)

// disposableStack is the payload of DisposableStack and AsyncDisposableStack
// objects: [[DisposableState]] and [[DisposeCapability]].
type disposableStack struct {
	disposed  bool
	resources *interp.DisposeCapability
}

var (
	classDisposableStack      = &object.Class{Name: "DisposableStack", Kind: object.KindOther, Trace: traceDisposableStack}
	classAsyncDisposableStack = &object.Class{Name: "AsyncDisposableStack", Kind: object.KindOther, Trace: traceDisposableStack}
)

func traceDisposableStack(o *object.Object, v object.Visitor) {
	object.Payload[disposableStack](o).resources.Trace(v)
}

func init() {
	object.DefineIntrinsic(intrinsicDisposableStack, object.Spec{
		Fn: disposableStackConstructor, Name: "DisposableStack", Constructor: true,
		Props: []object.Prop{object.FixedRef("prototype", intrinsicDisposableStackPrototype)},
	})
	object.DefineIntrinsic(intrinsicDisposableStackPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", intrinsicDisposableStack),
			object.Method("adopt", 2, disposableStackPrototypeAdopt),
			object.Method("defer", 1, disposableStackPrototypeDefer),
			object.Method("dispose", 0, disposableStackPrototypeDispose),
			object.Getter("disposed", disposableStackPrototypeDisposed),
			object.Method("move", 0, disposableStackPrototypeMove),
			object.Method("use", 1, disposableStackPrototypeUse),
			object.SymbolAlias(object.SymbolDispose, "dispose"),
			object.ToStringTag("DisposableStack"),
		},
	})
}

// 27.3.1.1 DisposableStack ( ), https://tc39.es/ecma262/#sec-disposablestack
func disposableStackConstructor(c *object.Call) (object.Value, error) {
	return newDisposableStack(c, "DisposableStack", intrinsicDisposableStackPrototype, classDisposableStack)
}

func newDisposableStack(c *object.Call, name string, proto object.Intrinsic, class *object.Class) (object.Value, error) {
	if c.NewTarget == nil {
		return object.Undefined, c.Agent.TypeError("Constructor %s requires 'new'", name)
	}
	payload := &disposableStack{resources: &interp.DisposeCapability{}}
	o, err := object.OrdinaryCreateFromConstructor(c.Agent, c.NewTarget, proto, class, unsafe.Pointer(payload))
	return object.ObjOrNull(o), err
}

// disposableReceiver returns the payload of the this value; pending throws if it
// has been disposed already.
func disposableReceiver(c *object.Call, class *object.Class, method string, pending bool) (*disposableStack, error) {
	s := object.PayloadOf[disposableStack](c.This, class)
	if s == nil {
		return nil, c.Agent.TypeError("Method %s.prototype.%s called on incompatible receiver %s", class.Name, method, c.Agent.Describe(c.This))
	}
	if pending && s.disposed {
		return nil, c.Agent.ReferenceError("%s has already been disposed", class.Name)
	}
	return s, nil
}

// 27.3.3.2 DisposableStack.prototype.adopt ( value, onDispose ), https://tc39.es/ecma262/#sec-disposablestack.prototype.adopt
func disposableStackPrototypeAdopt(c *object.Call) (object.Value, error) {
	return adopt(c, classDisposableStack, false)
}

func adopt(c *object.Call, class *object.Class, async bool) (object.Value, error) {
	s, err := disposableReceiver(c, class, "adopt", true)
	if err != nil {
		return object.Undefined, err
	}
	if !object.IsCallable(c.Arg(1)) {
		return object.Undefined, c.Agent.TypeError("%s is not a function", c.Agent.Describe(c.Arg(1)))
	}
	f := c.Agent.NewAnonymousNative(c.Realm(), 0, disposeAdopted, c.Arg(0), c.Arg(1))
	return c.Arg(0), s.resources.AddMethod(c.Agent, object.Undefined, object.Obj(f), async)
}

// disposeAdopted is the closure of adopt.
func disposeAdopted(c *object.Call) (object.Value, error) {
	return c.Agent.Call(c.Slot(1), object.Undefined, c.Slot(0))
}

// 27.3.3.3 DisposableStack.prototype.defer ( onDispose ), https://tc39.es/ecma262/#sec-disposablestack.prototype.defer
func disposableStackPrototypeDefer(c *object.Call) (object.Value, error) {
	return deferDisposal(c, classDisposableStack, false)
}

func deferDisposal(c *object.Call, class *object.Class, async bool) (object.Value, error) {
	s, err := disposableReceiver(c, class, "defer", true)
	if err != nil {
		return object.Undefined, err
	}
	if !object.IsCallable(c.Arg(0)) {
		return object.Undefined, c.Agent.TypeError("%s is not a function", c.Agent.Describe(c.Arg(0)))
	}
	return object.Undefined, s.resources.AddMethod(c.Agent, object.Undefined, c.Arg(0), async)
}

// 27.3.3.4 DisposableStack.prototype.dispose ( ), https://tc39.es/ecma262/#sec-disposablestack.prototype.dispose
func disposableStackPrototypeDispose(c *object.Call) (object.Value, error) {
	s, err := disposableReceiver(c, classDisposableStack, "dispose", false)
	if err != nil || s.disposed {
		return object.Undefined, err
	}
	s.disposed = true
	var pending error
	for s.resources.Len() > 0 {
		_, _, err := s.resources.Dispose(c.Agent)
		if pending, err = suppress(c.Agent, err, pending); err != nil {
			return object.Undefined, err
		}
	}
	return object.Undefined, pending
}

// suppress merges what a disposal threw (or nil) into the pending exception;
// fatal is an error that is no exception.
func suppress(a *object.Agent, err, pending error) (merged, fatal error) {
	if err == nil {
		return pending, nil
	}
	thrown, catchable := object.Catch(err)
	if !catchable {
		return nil, err
	}
	if pending == nil {
		return err, nil
	}
	before, _ := object.Catch(pending)
	return object.Throw(interp.Suppress(a, thrown, before)), nil
}

// 27.3.3.5 get DisposableStack.prototype.disposed, https://tc39.es/ecma262/#sec-get-disposablestack.prototype.disposed
func disposableStackPrototypeDisposed(c *object.Call) (object.Value, error) {
	s, err := disposableReceiver(c, classDisposableStack, "disposed", false)
	return object.Bool(err == nil && s.disposed), err
}

// 27.3.3.6 DisposableStack.prototype.move ( ), https://tc39.es/ecma262/#sec-disposablestack.prototype.move
func disposableStackPrototypeMove(c *object.Call) (object.Value, error) {
	return move(c, classDisposableStack, intrinsicDisposableStackPrototype)
}

func move(c *object.Call, class *object.Class, proto object.Intrinsic) (object.Value, error) {
	s, err := disposableReceiver(c, class, "move", true)
	if err != nil {
		return object.Undefined, err
	}
	fresh := &disposableStack{resources: s.resources.Move()}
	s.disposed = true
	return object.Obj(object.New(c.Agent, class, c.Intrinsic(proto), fresh)), nil
}

// 27.3.3.7 DisposableStack.prototype.use ( value ), https://tc39.es/ecma262/#sec-disposablestack.prototype.use
func disposableStackPrototypeUse(c *object.Call) (object.Value, error) {
	return use(c, classDisposableStack, false)
}

func use(c *object.Call, class *object.Class, async bool) (object.Value, error) {
	s, err := disposableReceiver(c, class, "use", true)
	if err != nil {
		return object.Undefined, err
	}
	return c.Arg(0), s.resources.Add(c.Agent, c.Arg(0), async)
}
