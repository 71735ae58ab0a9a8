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
	// OnRejection is told when a promise is rejected without a handler
	// (handled false), and when it gets one later (true).
	OnRejection func(c *Call, promise Value, handled bool)
	// Location is the local time zone; nil means time.Local.
	Location *time.Location
}

// VM is an agent with its contexts.
type VM struct {
	agent *object.Agent
	main  *Context
	busy  atomic.Bool
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
	if opts.OnRejection != nil {
		a.Host.PromiseRejectionTracker = func(_ *object.Agent, p *object.Object, handled bool) {
			c := &Call{vm: vm}
			defer c.end()
			opts.OnRejection(c, Value{vm, object.Obj(p)}, handled)
		}
	}
	a.Host.EnsureCanCompileStrings = canCompileStrings
	a.Host.CanCompileWasm = canCompileWasm
	interp.MachineOf(a).ImportDynamically = vm.importDynamically
	interp.MachineOf(a).ImportMeta = vm.importMeta
	interp.MachineOf(a).LegacyAssert = true
	vm.main = &Context{vm: vm, realm: realm.New(a)}
	vm.main.realm.HostDefined = vm.main
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

// QueueMicrotask queues a call of the function f (queueMicrotask).
func (c *Call) QueueMicrotask(f Value) {
	interp.Enqueue(c.vm.agent, object.Job{Run: runMicrotask, Realm: c.vm.main.realm, Host: interp.HostSlot(c.vm.agent),
		Args: [4]object.Value{f.value(), object.Undefined, object.Undefined, object.Undefined}})
}

// JobData returns the value that jobs enqueued now will carry: promise
// reactions and microtasks run with the JobData of the moment they were made.
func (c *Call) JobData() Value { return c.value(interp.HostSlot(c.vm.agent)) }

// SetJobData changes JobData until it is changed again or the running job ends.
func (c *Call) SetJobData(v Value) { interp.SetHostSlot(c.vm.agent, v.value()) }

func runMicrotask(a *object.Agent, j *object.Job) error {
	_, err := a.Call(j.Args[0], object.Undefined)
	return err
}

// Post queues f to be run inside the VM by RunPosted. It may be called from any
// goroutine; Expect announces it, so that a host knows that it has to wait.
func (vm *VM) Post(f func(c *Call) error) {
	vm.agent.Post(func(*object.Agent) error {
		c := &Call{vm: vm}
		defer c.end()
		return f(c)
	})
}

// Expect announces n functions (negative: fewer) that will be posted.
func (vm *VM) Expect(n int) { vm.agent.Expect(n) }

// Expected returns how many functions are announced or waiting.
func (vm *VM) Expected() int { return vm.agent.Expected() }

// Posted returns the channel that receives when something has been posted.
func (vm *VM) Posted() <-chan struct{} { return vm.agent.Wake() }

// RunPosted runs the functions posted so far.
func (c *Call) RunPosted() error { return c.vm.agent.RunPosted() }

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
