package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

// Promise objects and the abstract operations on them (27.2.1, 27.2.2); the
// constructor and prototype are chapter 27's.

// ClassPromise is the class of promises.
var ClassPromise = &object.Class{Name: "Promise", Kind: object.KindOther}

// PromiseState is the value of [[PromiseState]].
type PromiseState uint8

// The states of a promise.
const (
	PromisePending PromiseState = iota
	PromiseFulfilled
	PromiseRejected
)

// Promise is the payload of promise objects (27.2.6).
type Promise struct {
	State     PromiseState
	IsHandled bool
	Result    object.Value
	reactions []reaction
}

// reaction is a pair of PromiseReaction Records (27.2.1.2), for both ways in
// which the promise may be settled.
type reaction struct {
	capability  *PromiseCapability // or nil
	onFulfilled object.Value       // callable or undefined
	onRejected  object.Value
	co          *Coroutine // continues instead of a handler
	realm       *object.Realm
	host        object.Value
}

// PromiseCapability is 27.2.1.1. One for a %Promise% whose resolving functions
// nobody can see has none.
type PromiseCapability struct {
	Promise         object.Value
	Resolve, Reject object.Value
	direct          *object.Object
}

// trace visits what the capability, which may be nil, refers to.
func (p *PromiseCapability) trace(v object.Visitor) {
	if p != nil && v.Shared(unsafe.Pointer(p), int(unsafe.Sizeof(*p))) {
		v.Value(p.Promise)
		v.Value(p.Resolve)
		v.Value(p.Reject)
	}
}

func init() {
	ClassPromise.Trace = func(o *object.Object, v object.Visitor) {
		p := object.Payload[Promise](o)
		v.Value(p.Result)
		for i := range p.reactions {
			r := &p.reactions[i]
			v.Value(r.onFulfilled)
			v.Value(r.onRejected)
			if r.co != nil {
				r.co.trace(v)
			}
			r.capability.trace(v)
		}
	}
	ClassPromise.Size = func(o *object.Object) int {
		return int(unsafe.Sizeof(Promise{})) + cap(object.Payload[Promise](o).reactions)*int(unsafe.Sizeof(reaction{}))
	}
}

func newPromise(a *object.Agent, r *object.Realm) *object.Object {
	o, p := object.NewInline[Promise](a, ClassPromise, r.Intrinsic(object.IntrinsicPromisePrototype))
	p.Result = object.Undefined
	return o
}

// NewPromise returns a pending promise of realm r.
func NewPromise(a *object.Agent, r *object.Realm) *object.Object { return newPromise(a, r) }

// PromiseOf returns the payload of v if it is a promise, else nil.
func PromiseOf(v object.Value) *Promise { return object.PayloadOf[Promise](v, ClassPromise) }

// FulfillPromise is 27.2.1.4, https://tc39.es/ecma262/#sec-fulfillpromise
func FulfillPromise(a *object.Agent, o *object.Object, v object.Value) {
	settle(a, o, PromiseFulfilled, v)
}

// RejectPromise is 27.2.1.7, https://tc39.es/ecma262/#sec-rejectpromise
func RejectPromise(a *object.Agent, o *object.Object, reason object.Value) {
	p := object.Payload[Promise](o)
	handled := p.IsHandled
	settle(a, o, PromiseRejected, reason)
	if !handled && a.Host.PromiseRejectionTracker != nil {
		a.Host.PromiseRejectionTracker(a, o, false)
	}
}

func settle(a *object.Agent, o *object.Object, state PromiseState, v object.Value) {
	p := object.Payload[Promise](o)
	rs := p.reactions
	p.reactions, p.Result, p.State = nil, v.Clean(), state
	for i := range rs {
		enqueueReaction(a, &rs[i], state, p.Result)
	}
}

// ResolvePromise is the body of a promise resolve function (27.2.1.3.2). Its
// errors are terminations only.
func ResolvePromise(a *object.Agent, r *object.Realm, o *object.Object, resolution object.Value) error {
	res := resolution.ObjectOrNil()
	if res == nil {
		FulfillPromise(a, o, resolution)
		return nil
	}
	reject := func(err error) error {
		v, ok := object.Catch(err)
		if !ok {
			return err
		}
		RejectPromise(a, o, v)
		return nil
	}
	if res == o {
		return reject(a.TypeError("Chaining cycle detected for promise #<Promise>"))
	}
	then, err := res.Get(a, a.NameKey(object.NameThen))
	if err != nil {
		return reject(err)
	}
	if !object.IsCallable(then) {
		FulfillPromise(a, o, resolution)
		return nil
	}
	realm, err := object.GetFunctionRealm(a, then.AsObject())
	if err != nil {
		realm = r
	}
	Enqueue(a, object.Job{Run: resolveThenableJob, Realm: realm, Host: HostSlot(a),
		Args: [4]object.Value{object.Obj(o), resolution.Clean(), then.Clean(), object.Undefined}})
	return nil
}

// resolveThenableJob is NewPromiseResolveThenableJob (27.2.2.2).
func resolveThenableJob(a *object.Agent, j *object.Job) error {
	promise, thenable, then := j.Args[0].AsObject(), j.Args[1], j.Args[2]
	if p := PromiseOf(thenable); p != nil && then.AsObject() == j.Realm.Intrinsic(object.IntrinsicPromisePrototypeThen) &&
		pristineConstructor(a, thenable.AsObject(), j.Realm) {
		// OPT: then of an unmodified promise would only wrap functions around
		// the same settlement (TestThenableJobOrder).
		then1 := reaction{realm: j.Realm, onFulfilled: object.Undefined, onRejected: object.Undefined,
			capability: &PromiseCapability{direct: promise, Promise: object.Obj(promise)}, host: j.Host}
		addReaction(a, thenable.AsObject(), then1)
		return nil
	}
	resolve, reject := CreateResolvingFunctions(a, j.Realm, promise)
	_, err := a.Call(then, thenable, object.Obj(resolve), object.Obj(reject))
	if err != nil {
		v, ok := object.Catch(err)
		if !ok {
			return err
		}
		_, err = a.Call(object.Obj(reject), object.Undefined, v)
	}
	return err
}

// pristineConstructor reports whether SpeciesConstructor of a promise would be
// %Promise% without anybody noticing.
func pristineConstructor(a *object.Agent, o *object.Object, r *object.Realm) bool {
	if o.Shape().SlotCount() != 0 || o.Shape().Proto() != r.Intrinsic(object.IntrinsicPromisePrototype) {
		return false
	}
	c := o.Shape().Proto().LookupForCache(a, a.NameKey(object.NameConstructor))
	if c.Kind != object.CacheData || c.Holder != nil {
		return false
	}
	ctor := r.Intrinsic(object.IntrinsicPromise)
	if o.Shape().Proto().SlotAt(c.Slot).ObjectOrNil() != ctor {
		return false
	}
	sp := ctor.LookupForCache(a, object.SymbolKey(object.SymbolSpecies))
	return sp.Kind == object.CacheGetter && sp.Holder == nil && isSpeciesGetter(ctor.SlotAt(sp.Slot).AsAccessor().Get)
}

// isSpeciesGetter reports whether f is the built-in get [Symbol.species],
// which returns its receiver.
func isSpeciesGetter(f *object.Object) bool {
	return f != nil && f.Kind() == object.KindNative && object.Payload[object.Native](f).Magic == object.MagicSpecies
}

// CreateResolvingFunctions is 27.2.1.3, https://tc39.es/ecma262/#sec-createresolvingfunctions
func CreateResolvingFunctions(a *object.Agent, r *object.Realm, promise *object.Object) (resolve, reject *object.Object) {
	already := object.NewBoxValue(object.False)
	resolve = a.NewAnonymousNative(r, 1, promiseResolveFunction, object.Obj(promise), already)
	reject = a.NewAnonymousNative(r, 1, promiseRejectFunction, object.Obj(promise), already)
	return resolve, reject
}

// alreadyResolved tests and sets [[AlreadyResolved]] of a resolving function.
func alreadyResolved(c *object.Call) bool {
	b := c.Slot(1).AsBox()
	if b.V.IsTrue() {
		return true
	}
	b.V = object.True
	return false
}

// 27.2.1.3.2 Promise Resolve Functions, https://tc39.es/ecma262/#sec-promise-resolve-functions
func promiseResolveFunction(c *object.Call) (object.Value, error) {
	if alreadyResolved(c) {
		return object.Undefined, nil
	}
	return object.Undefined, ResolvePromise(c.Agent, c.Realm(), c.Slot(0).AsObject(), c.Arg(0))
}

// 27.2.1.3.1 Promise Reject Functions, https://tc39.es/ecma262/#sec-promise-reject-functions
func promiseRejectFunction(c *object.Call) (object.Value, error) {
	if !alreadyResolved(c) {
		RejectPromise(c.Agent, c.Slot(0).AsObject(), c.Arg(0))
	}
	return object.Undefined, nil
}

// NewPromiseCapability is 27.2.1.5, https://tc39.es/ecma262/#sec-newpromisecapability
func NewPromiseCapability(a *object.Agent, ctor object.Value) (*PromiseCapability, error) {
	if !object.IsConstructor(ctor) {
		return nil, a.TypeError("%s is not a constructor", a.Describe(ctor))
	}
	r := a.CurrentRealm()
	if ctor.AsObject() == r.Intrinsic(object.IntrinsicPromise) {
		p := newPromise(a, r)
		resolve, reject := CreateResolvingFunctions(a, r, p)
		return &PromiseCapability{Promise: object.Obj(p), Resolve: object.Obj(resolve), Reject: object.Obj(reject)}, nil
	}
	executor := a.NewAnonymousNative(r, 2, capabilityExecutor, object.Undefined, object.Undefined)
	p, err := a.Construct(ctor.AsObject(), nil, object.Obj(executor))
	if err != nil {
		return nil, err
	}
	slots := object.Payload[object.Native](executor).Slots
	for _, f := range slots {
		if !object.IsCallable(f) {
			return nil, a.TypeError("Promise resolve or reject function is not callable")
		}
	}
	return &PromiseCapability{Promise: object.Obj(p), Resolve: slots[0], Reject: slots[1]}, nil
}

// newDirectCapability is NewPromiseCapability(%Promise%) for callers that show
// nobody the resolving functions.
func newDirectCapability(a *object.Agent, r *object.Realm) *PromiseCapability {
	p := newPromise(a, r)
	return &PromiseCapability{Promise: object.Obj(p), Resolve: object.Undefined, Reject: object.Undefined, direct: p}
}

// NewDirectCapability is newDirectCapability in the current realm.
func NewDirectCapability(a *object.Agent) *PromiseCapability {
	return newDirectCapability(a, a.CurrentRealm())
}

// ResolveWith calls the capability's resolve function.
func (p *PromiseCapability) ResolveWith(a *object.Agent, v object.Value) error {
	if p.direct != nil {
		if object.Payload[Promise](p.direct).State != PromisePending {
			return nil
		}
		return ResolvePromise(a, a.CurrentRealm(), p.direct, v)
	}
	_, err := a.Call(p.Resolve, object.Undefined, v)
	return err
}

// RejectWith calls the capability's reject function.
func (p *PromiseCapability) RejectWith(a *object.Agent, v object.Value) error {
	if p.direct != nil {
		if object.Payload[Promise](p.direct).State == PromisePending {
			RejectPromise(a, p.direct, v)
		}
		return nil
	}
	_, err := a.Call(p.Reject, object.Undefined, v)
	return err
}

// IfAbruptRejectPromise is 27.2.1.1.1: it turns an exception into the rejected promise.
func (p *PromiseCapability) IfAbruptRejectPromise(a *object.Agent, err error) (object.Value, error) {
	v, ok := object.Catch(err)
	if !ok {
		return object.Undefined, err
	}
	return p.Promise, p.RejectWith(a, v)
}

// PerformPromiseThen is 27.2.5.4.1, https://tc39.es/ecma262/#sec-performpromisethen ; capability may be nil.
func PerformPromiseThen(a *object.Agent, promise *object.Object, onFulfilled, onRejected object.Value, capability *PromiseCapability) {
	r := reaction{capability: capability, onFulfilled: object.Undefined, onRejected: object.Undefined, realm: nil, host: HostSlot(a)}
	if object.IsCallable(onFulfilled) {
		r.onFulfilled = onFulfilled.Clean()
	}
	if object.IsCallable(onRejected) {
		r.onRejected = onRejected.Clean()
	}
	addReaction(a, promise, r)
}

func awaitPromise(a *object.Agent, promise *object.Object, co *Coroutine) {
	addReaction(a, promise, reaction{co: co, onFulfilled: object.Undefined, onRejected: object.Undefined, realm: co.code.realm, host: HostSlot(a)})
}

func addReaction(a *object.Agent, promise *object.Object, r reaction) {
	p := object.Payload[Promise](promise)
	switch p.State {
	case PromisePending:
		a.Owe(int(unsafe.Sizeof(r) + unsafe.Sizeof(PromiseCapability{})))
		p.reactions = append(p.reactions, r)
	default:
		if p.State == PromiseRejected && !p.IsHandled && a.Host.PromiseRejectionTracker != nil {
			a.Host.PromiseRejectionTracker(a, promise, true)
		}
		enqueueReaction(a, &r, p.State, p.Result)
	}
	p.IsHandled = true
}

// enqueueReaction queues NewPromiseReactionJob (27.2.2.1).
func enqueueReaction(a *object.Agent, r *reaction, state PromiseState, result object.Value) {
	handler := r.onFulfilled
	if state == PromiseRejected {
		handler = r.onRejected
	}
	realm := r.realm
	if handler.IsObject() {
		if fr, err := object.GetFunctionRealm(a, handler.AsObject()); err == nil {
			realm = fr
		} else {
			realm = a.CurrentRealm()
		}
	}
	if realm == nil {
		realm = a.CurrentRealm()
	}
	j := object.Job{Run: reactionJob, Realm: realm, Host: r.host,
		Args: [4]object.Value{handler, result, object.Bool(state == PromiseRejected), object.Undefined}}
	if r.co != nil {
		j.Run, j.Data = coroutineJob, r.co
	} else {
		j.Data = r.capability
	}
	Enqueue(a, j)
}

// coroutineJob is the job of a reaction that continues a coroutine.
func coroutineJob(a *object.Agent, j *object.Job) error {
	return machineOf(a).resumeAwait(j.Data.(*Coroutine), j.Args[1], j.Args[2].IsTrue())
}

func reactionJob(a *object.Agent, j *object.Job) error {
	capability := j.Data.(*PromiseCapability)
	handler, argument := j.Args[0], j.Args[1]
	result, rejected := argument, j.Args[2].IsTrue()
	if handler.IsObject() {
		v, err := a.Call(handler, object.Undefined, argument)
		result, rejected = v, false
		if err != nil {
			var ok bool
			if result, ok = object.Catch(err); !ok {
				return err
			}
			rejected = true
		}
	}
	if capability == nil {
		return nil
	}
	if rejected {
		return capability.RejectWith(a, result)
	}
	return capability.ResolveWith(a, result)
}

// PromiseResolve is 27.2.4.7.1, https://tc39.es/ecma262/#sec-promise-resolve
func PromiseResolve(a *object.Agent, ctor *object.Object, x object.Value) (*object.Object, error) {
	if PromiseOf(x) != nil {
		c, err := x.AsObject().Get(a, a.NameKey(object.NameConstructor))
		if err != nil {
			return nil, err
		}
		if c.ObjectOrNil() == ctor {
			return x.AsObject(), nil
		}
	}
	if r := a.CurrentRealm(); ctor == r.Intrinsic(object.IntrinsicPromise) {
		p := newPromise(a, r)
		return p, ResolvePromise(a, r, p, x)
	}
	capability, err := NewPromiseCapability(a, object.Obj(ctor))
	if err != nil {
		return nil, err
	}
	if err := capability.ResolveWith(a, x); err != nil {
		return nil, err
	}
	return capability.Promise.ObjectOrNil(), nil
}

// promiseResolveIntrinsic is PromiseResolve(%Promise%, x) for realm r.
func promiseResolveIntrinsic(a *object.Agent, r *object.Realm, x object.Value) (*object.Object, error) {
	if !x.IsObject() {
		p := newPromise(a, r)
		FulfillPromise(a, p, x)
		return p, nil
	}
	return PromiseResolve(a, r.Intrinsic(object.IntrinsicPromise), x)
}

// capabilityExecutor is the executor of NewPromiseCapability, whose slots are
// the resolving functions.
func capabilityExecutor(c *object.Call) (object.Value, error) {
	for i := range 2 {
		if !c.Slot(i).IsUndefined() {
			return object.Undefined, c.Agent.TypeError("Promise executor has already been invoked with non-undefined arguments")
		}
	}
	c.SetSlot(0, c.Arg(0))
	c.SetSlot(1, c.Arg(1))
	return object.Undefined, nil
}
