package vmapi

import (
	"errors"
	"runtime/debug"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

// Function is a Go function that scripts call. An error that is an *Error
// throws its value; errors that came from methods of the Call pass through as
// they are; any other error throws an Error with its text.
type Function func(c *Call) (Value, error)

// goFunction is the payload of the object in which a native function keeps the
// Go function that it calls.
type goFunction struct {
	vm *VM
	fn Function
}

var classGoFunction = &object.Class{Name: "GoFunction", Kind: object.KindOther}

// NewFunction returns a function of the main context that calls fn.
func (vm *VM) NewFunction(name string, length int, fn Function) Value {
	holder := object.New(vm.agent, classGoFunction, nil, &goFunction{vm, fn})
	return Value{vm, object.Obj(vm.agent.NewNative(vm.main.realm, name, length, callGo, object.Obj(holder)))}
}

// NewConstructor returns a constructor of the main context with a prototype
// object. fn makes the object: see Call.NewTarget and Call.NewHostObject.
func (vm *VM) NewConstructor(name string, length int, fn Function) (ctor, proto Value) {
	a := vm.agent
	ctor = vm.NewFunction(name, length, fn)
	f := ctor.v.AsObject()
	f.SetCallable(true)
	p := a.NewObject(vm.main.realm.Intrinsic(object.IntrinsicObjectPrototype))
	p.AppendProperty(a, a.NameKey(object.NameConstructor), ctor.v, object.AttrMethod)
	_ = f.DefineValue(a, a.NameKey(object.NamePrototype), object.Obj(p), 0) // a fresh function: cannot fail
	return ctor, Value{vm, object.Obj(p)}
}

func callGo(c *object.Call) (result object.Value, err error) {
	f := object.Payload[goFunction](c.Slot(0).AsObject())
	call := &Call{vm: f.vm, c: c}
	m := interp.MachineOf(f.vm.agent)
	frames, natives := m.Depth()
	defer func() {
		call.end()
		if p := recover(); p != nil {
			// If the engine is in order at this call, only the run has to end.
			if atFrame, atNative := m.Depth(); atFrame != frames || atNative != natives {
				f.vm.broken = true
			}
			result = object.Undefined
			err = &object.Termination{Cause: object.TerminatedHost, Scope: &PanicError{Value: p, Stack: debug.Stack()}}
		}
	}()
	v, err := f.fn(call)
	if err == nil {
		if result, err = v.in(f.vm); err == nil {
			return result, nil
		}
	}
	return object.Undefined, f.vm.throwable(err)
}

// throwable turns an error of a Go callback into one that the engine carries.
func (vm *VM) throwable(err error) error {
	var e *Error
	if errors.As(err, &e) {
		if e.Value.vm != nil && e.Value.vm != vm {
			return vm.agent.ThrowError(e.Error()) // what another VM has thrown stays there
		}
		return object.Throw(e.Value.value())
	}
	if _, ok := object.Catch(err); ok {
		return err
	}
	var t *object.Termination
	if errors.As(err, &t) {
		return t
	}
	return vm.agent.ThrowError(err.Error())
}
