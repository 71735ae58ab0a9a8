package vmapi

import (
	"errors"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

// Context is a realm: a global object with intrinsics of its own. The global of
// a context made from a sandbox asks the sandbox first, as in node:vm.
type Context struct {
	vm      *VM
	realm   *object.Realm
	sandbox *object.Object // nil for the main context
	opts    ContextOptions
	modules int // made in this context, for their default identifiers
}

// MicrotaskMode says when promise jobs of a context run.
type MicrotaskMode uint8

const (
	// MicrotasksShared lets jobs wait for the VM's queue.
	MicrotasksShared MicrotaskMode = iota
	// MicrotasksAfterEvaluate runs the context's jobs at the end of each run,
	// inside its timeout (microtaskMode: 'afterEvaluate').
	MicrotasksAfterEvaluate
)

// ContextOptions are the options of CreateContext (vm.createContext).
type ContextOptions struct {
	// Name and Origin are for tools.
	Name, Origin string
	// MicrotaskMode says when promise jobs of the context run.
	MicrotaskMode MicrotaskMode
	// NoStrings makes eval and the function constructors throw an EvalError
	// (codeGeneration.strings: false).
	NoStrings bool
	// NoWasm makes WebAssembly's functions that compile throw a CompileError
	// (codeGeneration.wasm: false). No code is run either way.
	NoWasm bool
	// DontContextify makes the global object an ordinary one that is its own
	// sandbox (vm.constants.DONT_CONTEXTIFY): none of the peculiarities of
	// contextified globals apply, and it can be frozen. The sandbox given must
	// be undefined.
	DontContextify bool
	// Isolated gives the context a VM of its own, so that no object of this one
	// can be reached from it: see Context.VM. The sandbox is copied (see
	// Call.CopyTo), once; what scripts do to their globals is not seen in it.
	// Runs inside a call of this VM have its deadline and are ended with it, and
	// what they return or throw is copied; runs from Go give values of the
	// context's VM. Functions and modules are compiled through that VM.
	Isolated bool
}

// ErrNotObject is returned by CreateContext for a sandbox that is not an object.
var ErrNotObject = errors.New("vmapi: a context is made of an object")

// ErrSandbox is returned by CreateContext for a sandbox together with
// DontContextify, which has no use for it.
var ErrSandbox = errors.New("vmapi: a context that is not contextified takes no sandbox")

// CreateContext makes a context of sandbox (undefined: a new object), as
// vm.createContext does. A sandbox that is contextified already keeps its context.
func (vm *VM) CreateContext(sandbox Value, opts ContextOptions) (*Context, error) {
	var ctx *Context
	_, err := vm.Do(func(c *Call) (Value, error) {
		var err error
		ctx, err = c.CreateContext(sandbox, opts)
		return Value{}, err
	})
	return ctx, err
}

// CreateContext is VM.CreateContext inside a call.
func (c *Call) CreateContext(sandbox Value, opts ContextOptions) (*Context, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	if sandbox.vm != nil && sandbox.vm != c.vm {
		return nil, ErrOtherVM
	}
	if opts.Isolated {
		return c.isolated(sandbox, opts)
	}
	s := sandbox.value()
	if opts.DontContextify {
		if !s.IsUndefined() {
			return nil, ErrSandbox
		}
		return c.vm.newContext(realm.NewPlain(c.vm.agent), nil, opts), nil
	}
	if s.IsUndefined() {
		s = c.vm.NewObject().v
	}
	if !s.IsObject() {
		return nil, ErrNotObject
	}
	return c.vm.contextify(s.AsObject(), opts), nil
}

// contextKey is the private name under which a sandbox keeps its context.
var contextKey = object.SymbolKey(object.NewPrivateName(nil))

// contextHandle is the class of the object that links a sandbox to its context.
var contextHandle = &object.Class{Name: "Context", Kind: object.KindOther}

func (vm *VM) contextify(s *object.Object, opts ContextOptions) *Context {
	if c := vm.contextOf(s); c != nil {
		return c
	}
	return vm.newContext(realm.NewContextified(vm.agent, s), s, opts)
}

// newContext makes the context of a realm; without a sandbox the global object
// takes its place.
func (vm *VM) newContext(r *object.Realm, s *object.Object, opts ContextOptions) *Context {
	if s == nil {
		s = r.GlobalObject
	}
	c := &Context{vm: vm, realm: r, sandbox: s, opts: opts}
	c.realm.HostDefined = c
	if vm.options.Proposals {
		realm.AddProposals(r)
	}
	if opts.MicrotaskMode == MicrotasksAfterEvaluate {
		c.realm.Jobs = &object.JobQueue{}
	}
	s.AppendProperty(vm.agent, contextKey, object.Obj(object.New(vm.agent, contextHandle, nil, c)), 0)
	return c
}

// contextOf returns the context of a contextified object, or nil.
func (vm *VM) contextOf(o *object.Object) *Context {
	if !object.PrivateElementFind(o, contextKey) {
		return nil
	}
	v, err := object.PrivateGet(vm.agent, o, contextKey)
	if err != nil {
		return nil
	}
	return object.Payload[Context](v.AsObject())
}

// ContextOf returns the context that a sandbox was made into, or nil (vm.isContext).
func (vm *VM) ContextOf(sandbox Value) *Context {
	if o := sandbox.value().ObjectOrNil(); o != nil && sandbox.vm == vm {
		return vm.contextOf(o)
	}
	return nil
}

// canCompileStrings is HostEnsureCanCompileStrings (19.2.1.2).
func canCompileStrings(a *object.Agent, r *object.Realm) error {
	c, ok := r.HostDefined.(*Context)
	if !ok || !c.opts.NoStrings {
		return nil
	}
	return object.Throw(object.Obj(c.vm.newError(r, "EvalError", "", "Code generation from strings disallowed for this context")))
}

func canCompileWasm(_ *object.Agent, r *object.Realm) bool {
	c, ok := r.HostDefined.(*Context)
	return !ok || !c.opts.NoWasm
}

// Sandbox returns the object that the context was made of; for the main
// context it is the global object.
func (ctx *Context) Sandbox() Value {
	if ctx.sandbox == nil {
		return ctx.Global()
	}
	return Value{ctx.vm, object.Obj(ctx.sandbox)}
}

// Global returns the context's global object.
func (ctx *Context) Global() Value { return Value{ctx.vm, object.Obj(ctx.realm.GlobalThis)} }

// VM returns the VM of the context.
func (ctx *Context) VM() *VM { return ctx.vm }

// IsMain reports whether the context is the one the VM was made with.
func (ctx *Context) IsMain() bool { return ctx == ctx.vm.main }

// Options returns what the context was made with.
func (ctx *Context) Options() ContextOptions { return ctx.opts }

// NewError makes an error object of the context; kind is the name of the
// constructor, code the value of a property of that name or "".
func (ctx *Context) NewError(kind, code, message string) Value {
	e := ctx.vm.newError(ctx.realm, kind, "", message)
	if code != "" {
		ctx.vm.setCode(e, code)
	}
	return Value{ctx.vm, object.Obj(e)}
}

// runOwnJobs empties the context's queue if it has one of its own.
func (ctx *Context) runOwnJobs() error {
	if ctx.opts.MicrotaskMode != MicrotasksAfterEvaluate {
		return nil
	}
	return interp.RunJobs(ctx.vm.agent, ctx.realm.Jobs)
}
