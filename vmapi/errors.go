package vmapi

import (
	"errors"
	"fmt"
	"time"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// PanicError reports a bug of the engine or a panic of a Go callback. The VM
// must not be used afterwards.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("vmapi: panic: %v", e.Value) }

// Error is an exception that a script threw and did not catch.
type Error struct {
	// Value is what was thrown.
	Value Value
	// Name and Message are those of an error object.
	Name, Message string
	// Stack is the text of its stack property.
	Stack string
	// Code is its code property, as Node's errors have one.
	Code string
}

func (e *Error) Error() string {
	if e.Stack != "" {
		return e.Stack
	}
	return object.DescribeException(e.Value.v)
}

// TimeoutError reports that a run took longer than its timeout.
type TimeoutError struct{ Timeout time.Duration }

func (e *TimeoutError) Error() string {
	return fmt.Sprintf("Script execution timed out after %dms", e.Timeout.Milliseconds())
}

// LimitError reports that a limit ended a run: "step limit exceeded",
// "memory limit exceeded", "interrupted", "context cancelled".
type LimitError struct{ Reason string }

func (e *LimitError) Error() string { return "vmapi: " + e.Reason }

func (vm *VM) convertError(err error) error {
	if t := (*object.Termination)(nil); errors.As(err, &t) {
		return &LimitError{t.Reason()}
	}
	v, ok := object.Catch(err)
	if !ok {
		return err
	}
	e := &Error{Value: Value{vm, v}}
	if o := v.ObjectOrNil(); o != nil {
		text := func(name string) string {
			d, ok := vm.quietProperty(o, name)
			if !ok || !d.IsString() {
				return ""
			}
			return d.AsString().String()
		}
		e.Name, e.Message, e.Stack, e.Code = text("name"), text("message"), text("stack"), text("code")
		if s := vm.agent.ErrorStack(o); e.Stack == "" && s.IsString() {
			e.Stack = s.AsString().String()
		}
	}
	return e
}

// quietProperty reads a data property without running script.
func (vm *VM) quietProperty(o *object.Object, name string) (object.Value, bool) {
	k := vm.agent.Key(name)
	for p, n := o, 0; p != nil && n < 100; p, n = p.Shape().Proto(), n+1 {
		if p.Class().GetOwnProperty != nil {
			return object.Undefined, false
		}
		if d, ok := object.OrdinaryGetOwnProperty(vm.agent, p, k); ok {
			return d.Value, !d.IsAccessor()
		}
	}
	return object.Undefined, false
}

// newError makes an error object of realm r; code may be "".
func (vm *VM) newError(r *object.Realm, kind, code, message string) *object.Object {
	id, ok := errorIntrinsics[kind]
	if !ok {
		id = object.IntrinsicErrorPrototype
	}
	e := vm.agent.NewError(r.Intrinsic(id), jstring.FromGo(message))
	if code != "" {
		vm.setCode(e, code)
	}
	return e
}

// setCode gives an error Node's code property, which its stack shows too.
func (vm *VM) setCode(e *object.Object, code string) {
	a := vm.agent
	e.AppendProperty(a, a.Key("code"), object.StrGo(code), object.AttrDefault)
}
