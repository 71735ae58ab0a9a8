// Package vmapi is the embedding API of Burrow: it gives Go programs the
// semantics of Node's node:vm.
//
// A VM is an agent: one thread of JavaScript with a heap of its own and a main
// context. A Context is a realm, with its own global object and its own set of
// intrinsics; the contexts of a VM share its heap, so values pass freely
// between them. A Script is compiled once, holds no state, and may run in many
// contexts and many VMs, also at the same time.
//
// A VM is used by one goroutine at a time. Entering it while another goroutine
// is inside returns ErrBusy. Callbacks from script to Go get a Call, through
// which alone they may use the VM while the script is running.
package vmapi

import (
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"
	"time"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

// ErrBusy is returned when a VM is entered while it is running.
var ErrBusy = errors.New("vmapi: the VM is running")

// Options configure a VM. The zero value is ready to use.
type Options struct {
	// MemoryLimit bounds the estimated size of the heap, in bytes; 0 means no limit.
	MemoryLimit uint64
	// StepLimit bounds the steps (calls, loop iterations, units of built-ins'
	// work) of the VM's whole life; 0 means no limit.
	StepLimit uint64
	// Now returns the time in milliseconds since 1970; nil means the system's clock.
	Now func() float64
	// Random returns numbers in [0, 1); nil means a seeded generator.
	Random func() float64
	// Location is the local time zone; nil means time.Local.
	Location *time.Location
}

// VM is an agent with its contexts.
type VM struct {
	agent *object.Agent
	main  *Context
	busy  atomic.Bool

	nodeVM      Value // the module object, once made
	scriptProto *object.Object
}

// New returns a VM with a main context.
func New(opts Options) *VM {
	vm := &VM{agent: realm.NewAgent()}
	a := vm.agent
	a.AgentData = vm
	a.MemoryLimit, a.StepLimit = opts.MemoryLimit, opts.StepLimit
	if opts.Now != nil {
		a.Host.Now = opts.Now
	}
	if opts.Random != nil {
		a.Host.Random = opts.Random
	}
	if opts.Location != nil {
		a.Host.Location = opts.Location
	}
	vm.main = &Context{vm: vm, realm: realm.New(a)}
	return vm
}

// Main returns the context that the VM was made with.
func (vm *VM) Main() *Context { return vm.main }

// enter runs f inside the VM and converts what it throws.
func (vm *VM) enter(r *object.Realm, f func() (object.Value, error)) (v Value, err error) {
	if !vm.busy.CompareAndSwap(false, true) {
		return Value{}, ErrBusy
	}
	defer vm.busy.Store(false)
	defer func() {
		if p := recover(); p != nil {
			v, err = Value{}, &PanicError{Value: p, Stack: debug.Stack()}
		}
	}()
	m := interp.MachineOf(vm.agent)
	var x object.Value
	err = m.WithRealm(r, func() error {
		var e error
		x, e = f()
		return e
	})
	m.AfterRun()
	if err != nil {
		return Value{}, vm.convertError(err)
	}
	return Value{vm, x}, nil
}

// RunJobs runs the promise jobs of the VM until none is left.
func (vm *VM) RunJobs() error {
	_, err := vm.enter(vm.main.realm, func() (object.Value, error) {
		return object.Undefined, interp.RunJobs(vm.agent, nil)
	})
	return err
}

// Interrupt ends the running script with an InterruptError. It may be called
// from any goroutine.
func (vm *VM) Interrupt() { vm.agent.Interrupt(object.InterruptTerminate) }

// ClearInterrupt makes the VM usable after Interrupt.
func (vm *VM) ClearInterrupt() { vm.agent.ClearInterrupt(object.InterruptTerminate) }

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
