// Package vmapi is the embedding API of Burrow: it gives Go programs the
// semantics of Node's node:vm.
//
// A VM is an agent: one thread of JavaScript with a heap of its own and a main
// context. A Context is a realm, with its own global object and its own set of
// intrinsics; the contexts of a VM share its heap, so values pass freely
// between them. A Script is compiled once, holds no state, and may run in many
// contexts and many VMs, also at the same time.
//
// # Who may call what
//
// A VM is used by one goroutine at a time. Entering it while it runs returns
// ErrBusy; that is also what Value.Get, Set and Call do, which enter it. Go
// functions that script calls get a Call, through which alone they may use the
// VM until they return; a Call that is kept longer answers ErrCallEnded. From
// other goroutines, at any time, there are Interrupt, ClearInterrupt, Post,
// Expect and Close. A Script is immutable: all goroutines may share it.
//
// # Values
//
// A Value belongs to the VM that made it, and every method that is given one of
// another VM returns ErrOtherVM, or panics with it if it has no error result.
// Values may be kept, in Go variables, as long as
// one likes; they keep alive what they refer to. Strings and numbers are copied
// in and out, bytes are shared: see Call.NewBytes and Value.Bytes.
//
// # Errors
//
// What a script throws comes back as *Error, an invalid text as *SyntaxError, the
// end of RunOptions.Timeout as *TimeoutError, other limits as *LimitError, the
// end of a context.Context as the error of that context, a panic of a Go
// function as *PanicError. After all of them the VM can be used. Inside a call,
// methods of Call return exceptions in the engine's own form, to be returned as
// they are or looked at with Call.Catch.
//
// # Limits
//
// Times are durations, memory is bytes, steps are calls, jumps back and units of
// the work of built-ins. Limits hold inside built-ins and while a text is
// compiled, no handler of the script sees them, and a Go function that blocks is
// not interrupted: only what follows it is.
package vmapi

import (
	"errors"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

// ErrBusy is returned when a VM is entered while it is running: by another
// goroutine, or by a Go function that script has called and that did not use
// its Call.
var ErrBusy = errors.New("vmapi: the VM is running")

// ErrClosed is returned when a VM is entered after Close.
var ErrClosed = errors.New("vmapi: the VM is closed")

// ErrContextPoisoned is returned when a VM is entered after the engine has
// panicked, or after runtime.Goexit in a Go function that script had called:
// what was going on has been left half done, and nothing is known any more
// about the state of its contexts. Panics of Go functions do not poison.
var ErrContextPoisoned = errors.New("vmapi: the VM was left in the middle of a run and cannot be used any more")

// Options configure a VM. The zero value is ready to use.
type Options struct {
	// MemoryLimit bounds the estimated size of what scripts keep alive, in bytes;
	// 0 means no limit. A breach is a *LimitError, and what the run has left
	// alive is still there afterwards.
	MemoryLimit uint64
	// StepLimit bounds the steps (calls, loop iterations, units of built-ins'
	// work) of the VM's whole life; 0 means no limit. Once it is reached every
	// run ends with a *LimitError. RunOptions.Steps is the limit of one run.
	StepLimit uint64
	// Now returns the time in milliseconds since 1970; nil means the system's clock.
	Now func() float64
	// Random returns numbers in [0, 1), for Math.random; nil means a generator
	// that the process has seeded.
	Random func() float64
	// OnRejection is told when a promise is rejected without a handler
	// (handled false), and when it gets one later (true).
	OnRejection func(c *Call, promise Value, handled bool)
	// Location is the local time zone; nil means time.Local.
	Location *time.Location
	// Loader answers import() in scripts and functions that were compiled with
	// UseLoader.
	Loader Loader
	// Proposals gives all contexts the built-ins of proposals for ECMAScript that
	// are at stage 3, which Node 20 does not have: ShadowRealm, Promise.allKeyed,
	// Iterator.prototype.join, immutable ArrayBuffers.
	Proposals bool
}

// Loader is the default loader of the main context. referrer is the file name
// of the script that imports.
type Loader func(c *Call, specifier, referrer string, attributes []ImportAttribute) (ImportResult, error)

// VM is an agent with its contexts.
type VM struct {
	agent   *object.Agent
	main    *Context
	loader  Loader
	options Options
	parent  *VM // of the VM of an isolated context, else nil
	state   atomic.Uint32
	broken  bool // a panic has left frames half done

	scopeMu      sync.Mutex
	scopes       []*runScope   // the runs that are going on, innermost last
	interrupted  bool          // by Interrupt
	adopted      []*VM         // isolated contexts that are running
	measurements []measurement // wait for a garbage collection
}

// What a VM is doing.
const (
	vmIdle uint32 = iota
	vmBusy
	vmClosed
	vmPoisoned
)

// acquire enters an idle VM.
func (vm *VM) acquire() error {
	if vm.state.CompareAndSwap(vmIdle, vmBusy) {
		return nil
	}
	switch vm.state.Load() {
	case vmClosed:
		return ErrClosed
	case vmPoisoned:
		return ErrContextPoisoned
	}
	return ErrBusy
}

// Close ends the use of the VM: it cannot be entered any more, and what was
// posted to it is dropped. Values of it that are still held can be looked at
// without running script, as Export and String do. Close returns ErrBusy while
// the VM runs: Interrupt it first. Closing again does nothing. A VM needs not
// be closed; the garbage collector takes those that nothing refers to.
func (vm *VM) Close() error {
	err := vm.acquire()
	switch err {
	case nil, ErrContextPoisoned:
		vm.state.Store(vmClosed)
		return nil
	case ErrClosed:
		return nil
	}
	return err
}

// New returns a VM with a main context.
func New(opts Options) *VM {
	vm := &VM{agent: realm.NewAgent(), loader: opts.Loader, options: opts}
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
	if opts.Proposals {
		realm.AddProposals(vm.main.realm)
	}
	return vm
}

// Main returns the context that the VM was made with.
func (vm *VM) Main() *Context { return vm.main }

// enter runs f inside the VM and converts what it throws.
func (vm *VM) enter(r *object.Realm, f func() (object.Value, error)) (v Value, err error) {
	if err := vm.acquire(); err != nil {
		return Value{}, err
	}
	m := interp.MachineOf(vm.agent)
	frames, natives := m.Depth()
	after := vmPoisoned
	defer func() {
		p := recover()
		if atFrame, atNative := m.Depth(); atFrame == frames && atNative == natives && !vm.broken {
			after = vmIdle // a panic outside of any script
		}
		vm.state.Store(after)
		if p != nil {
			v, err = Value{}, &PanicError{Value: p, Stack: debug.Stack()}
		}
	}()
	var x object.Value
	err = m.WithRealm(r, func() error {
		var e error
		x, e = f()
		return e
	})
	if err != nil {
		err = vm.convertError(err)
	}
	if vm.broken {
		return Value{}, err
	}
	m.AfterRun()
	vm.agent.ClearKeptObjects()
	after = vmIdle
	if err != nil {
		return Value{}, err
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
		if err != nil {
			return object.Undefined, err
		}
		return v.in(vm)
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
		Args: [4]object.Value{f.mustBeIn(c.vm), object.Undefined, object.Undefined, object.Undefined}})
}

// JobData returns the value that jobs enqueued now will carry: promise
// reactions and microtasks run with the JobData of the moment they were made. It
// may be called only while the caller is inside the VM, as a callback is.
func (vm *VM) JobData() Value { return Value{vm, interp.HostSlot(vm.agent)} }

// JobData is the JobData of the call's VM.
func (c *Call) JobData() Value { return c.vm.JobData() }

// SetJobData changes JobData until it is changed again or the running job ends.
func (c *Call) SetJobData(v Value) { interp.SetHostSlot(c.vm.agent, v.mustBeIn(c.vm)) }

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

// Steps returns how many steps the VM has taken; see RunOptions.Steps.
func (vm *VM) Steps() uint64 { return vm.agent.StepsTaken() }

// Interrupt ends the running script, and every one that is started before
// ClearInterrupt, with a *LimitError. It may be called from any goroutine.
func (vm *VM) Interrupt() {
	vm.scopeMu.Lock()
	defer vm.scopeMu.Unlock()
	vm.interrupted = true
	vm.raise()
}

// ClearInterrupt makes the VM usable after Interrupt. It may be called from any
// goroutine.
func (vm *VM) ClearInterrupt() {
	vm.scopeMu.Lock()
	defer vm.scopeMu.Unlock()
	vm.interrupted = false
	vm.settleInterrupt()
}
