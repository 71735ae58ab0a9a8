package vmapi

import (
	"fmt"

	"github.com/burrowjs/burrow/object"
)

// Call is one call of a Go function by script. It is valid until the function
// returns; while it is, the VM may be used only through it.
type Call struct {
	vm *VM
	c  *object.Call
}

// Function is a Go function that scripts call. An error that is an *Error
// throws its value; any other error throws an Error with its text.
type Function func(c *Call) (Value, error)

// VM returns the VM of the call.
func (c *Call) VM() *VM { return c.vm }

// This returns the this value.
func (c *Call) This() Value { return Value{c.vm, c.c.This.Clean()} }

// ArgCount returns the number of arguments.
func (c *Call) ArgCount() int { return c.c.ArgCount() }

// Arg returns argument i, undefined if it was not passed.
func (c *Call) Arg(i int) Value { return Value{c.vm, c.c.Arg(i)} }

// Get reads a property of v.
func (c *Call) Get(v Value, name string) (Value, error) {
	x, err := object.GetV(c.vm.agent, v.value(), c.vm.agent.Key(name))
	return Value{c.vm, x}, err
}

// Set writes a property of the object v.
func (c *Call) Set(v Value, name string, x any) error {
	y, err := c.vm.toValue(x)
	if err != nil || !v.IsObject() {
		return err
	}
	return v.v.AsObject().Set(c.vm.agent, c.vm.agent.Key(name), y, true)
}

// ToString is ToString of the specification; it may run script.
func (c *Call) ToString(v Value) (string, error) {
	s, err := object.ToString(c.vm.agent, v.value())
	if err != nil {
		return "", err
	}
	return s.String(), nil
}

// Throw returns the error that throws v.
func (c *Call) Throw(v Value) error { return object.Throw(v.value()) }

// TypeError returns the error that throws a TypeError.
func (c *Call) TypeError(format string, args ...any) error {
	return c.vm.agent.TypeError("%s", fmt.Sprintf(format, args...))
}

// goFunction is the object that keeps a Go function for the native that calls
// it: natives hold no Go closures themselves.
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

func callGo(c *object.Call) (object.Value, error) {
	f := object.Payload[goFunction](c.Slot(0).AsObject())
	v, err := f.fn(&Call{f.vm, c})
	if err == nil {
		return v.value(), nil
	}
	if e, ok := err.(*Error); ok {
		return object.Undefined, object.Throw(e.Value.value())
	}
	if _, ok := object.Catch(err); ok {
		return object.Undefined, err
	}
	if _, ok := err.(*object.Termination); ok {
		return object.Undefined, err
	}
	return object.Undefined, f.vm.agent.ThrowError(err.Error())
}
