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

// Do enters the VM and runs f. Errors of f that stand for JavaScript exceptions
// come back as *Error.
func (vm *VM) Do(f func(c *Call) (Value, error)) (Value, error) {
	return vm.enter(vm.main.realm, func() (object.Value, error) {
		c := &Call{vm: vm}
		defer c.end()
		v, err := f(c)
		return v.value(), err
	})
}

// RunJobs runs the promise jobs of the call's VM until none is left.
func (c *Call) RunJobs() error {
	if err := c.check(); err != nil {
		return err
	}
	return interp.RunJobs(c.vm.agent, nil)
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
