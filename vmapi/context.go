package vmapi

import (
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

// Context is a realm: a global object with intrinsics of its own. The global of
// a context made from a sandbox asks the sandbox first, as in node:vm.
type Context struct {
	vm      *VM
	realm   *object.Realm
	sandbox *object.Object // nil for the main context
	ownJobs bool           // microtaskMode: 'afterEvaluate'
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
	Name, Origin  string
	MicrotaskMode MicrotaskMode
}

// CreateContext makes a context of sandbox (undefined: a new object), as
// vm.createContext does. A sandbox that is contextified already keeps its context.
func (vm *VM) CreateContext(sandbox Value, opts ContextOptions) (*Context, error) {
	var c *Context
	_, err := vm.enter(vm.main.realm, func() (object.Value, error) {
		s := sandbox.value()
		if s.IsUndefined() {
			s = vm.NewObject().v
		}
		if !s.IsObject() {
			return object.Undefined, vm.agent.TypeError("The \"contextObject\" argument must be of type object. Received %s", vm.agent.Describe(s))
		}
		c = vm.contextify(s.AsObject(), opts)
		return object.Undefined, nil
	})
	return c, err
}

// contextKey is the private name under which a sandbox keeps its context.
var contextKey = object.SymbolKey(object.NewPrivateName(nil))

// contextHandle is the class of the object that links a sandbox to its context.
var contextHandle = &object.Class{Name: "Context", Kind: object.KindOther}

func (vm *VM) contextify(s *object.Object, opts ContextOptions) *Context {
	if c := vm.contextOf(s); c != nil {
		return c
	}
	c := &Context{vm: vm, realm: realm.NewContextified(vm.agent, s), sandbox: s}
	if opts.MicrotaskMode == MicrotasksAfterEvaluate {
		c.ownJobs = true
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
	if o := sandbox.value().ObjectOrNil(); o != nil {
		return vm.contextOf(o)
	}
	return nil
}

// Sandbox returns the object that the context was made of; for the main
// context it is the global object.
func (c *Context) Sandbox() Value {
	if c.sandbox == nil {
		return c.Global()
	}
	return Value{c.vm, object.Obj(c.sandbox)}
}

// Global returns the context's global object.
func (c *Context) Global() Value { return Value{c.vm, object.Obj(c.realm.GlobalThis)} }

// VM returns the VM of the context.
func (c *Context) VM() *VM { return c.vm }
