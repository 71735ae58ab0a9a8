package object

import "unsafe"

// ProxyData is the payload of proxies: [[ProxyTarget]] and [[ProxyHandler]],
// both nil once the proxy is revoked.
type ProxyData struct{ Target, Handler *Object }

// ClassProxy is the class of proxy exotic objects (10.5). That a proxy can be
// called is a flag of the object, copied from its target.
var ClassProxy = &Class{Name: "Object", Kind: KindOther}

func init() {
	c := ClassProxy
	c.GetPrototypeOf = proxyGetPrototypeOf
	c.SetPrototypeOf = proxySetPrototypeOf
	c.IsExtensible = proxyIsExtensible
	c.PreventExtensions = proxyPreventExtensions
	c.GetOwnProperty = proxyGetOwnProperty
	c.DefineOwnProperty = proxyDefineOwnProperty
	c.HasProperty = proxyHasProperty
	c.Get = proxyGet
	c.Set = proxySet
	c.Delete = proxyDelete
	c.OwnPropertyKeys = proxyOwnPropertyKeys
	c.Call = proxyCall
	c.Construct = proxyConstruct
	c.Trace = func(o *Object, v Visitor) {
		if p := (*ProxyData)(o.ext); p.Target != nil {
			v.Object(p.Target)
			v.Object(p.Handler)
		}
	}
	c.Size = func(o *Object) int { return int(unsafe.Sizeof(ProxyData{})) }
}

// ProxyTarget returns the target of a proxy, nil if it is revoked.
func ProxyTarget(o *Object) (target *Object, isProxy bool) {
	if o.shape.class != ClassProxy {
		return nil, false
	}
	return (*ProxyData)(o.ext).Target, true
}

// ProxyCreate is 10.5.14, https://tc39.es/ecma262/#sec-proxycreate
func ProxyCreate(a *Agent, target, handler Value) (*Object, error) {
	if !target.IsObject() || !handler.IsObject() {
		return nil, a.TypeError("Cannot create proxy with a non-object as target or handler")
	}
	t := target.AsObject()
	o := New(a, ClassProxy, nil, &ProxyData{t, handler.AsObject()})
	if t.IsCallable() {
		o.SetCallable(t.IsConstructor())
	}
	return o, nil
}

// RevokeProxy clears the slots of a proxy (28.2.2.1.1).
func RevokeProxy(o *Object) { *(*ProxyData)(o.ext) = ProxyData{} }

// trap is one run of an internal method of a proxy.
type trap struct {
	target  *Object
	handler Value
	method  Value // undefined: the target does it
}

var (
	nameGetPrototypeOf    = DeclareName("getPrototypeOf")
	nameSetPrototypeOf    = DeclareName("setPrototypeOf")
	nameIsExtensible      = DeclareName("isExtensible")
	namePreventExtensions = DeclareName("preventExtensions")
	nameGetOwnDescriptor  = DeclareName("getOwnPropertyDescriptor")
	nameDefineProperty    = DeclareName("defineProperty")
	nameHas               = DeclareName("has")
	nameDeleteProperty    = DeclareName("deleteProperty")
	nameOwnKeys           = DeclareName("ownKeys")
	nameApply             = DeclareName("apply")
	nameConstruct         = DeclareName("construct")
)

// enterTrap is the beginning that the internal methods of proxies share. Unless
// it fails, the caller ends it with LeaveNative: proxies of proxies recurse.
func enterTrap(a *Agent, o *Object, n Name) (t trap, err error) {
	p := (*ProxyData)(o.ext)
	if p.Handler == nil {
		return t, a.TypeError("Cannot perform '%s' on a proxy that has been revoked", n)
	}
	if err = a.EnterNative(); err != nil {
		return t, err
	}
	t.target, t.handler = p.Target, Obj(p.Handler)
	if t.method, err = t.handler.AsObject().Get(a, a.NameKey(n)); err == nil {
		err = a.Tick(1)
	}
	if t.method.IsNull() {
		t.method = Undefined
	} else if err == nil && !t.absent() && !IsCallable(t.method) {
		err = a.TypeError("'%s' returned for property '%s' of object '%s' is not a function", a.Describe(t.method), n, a.Describe(t.handler))
	}
	if err != nil {
		a.LeaveNative()
	}
	return t, err
}

func (t *trap) absent() bool { return t.method.IsUndefined() }

func (t *trap) call(a *Agent, args ...Value) (Value, error) {
	return a.Call(t.method, t.handler, args...)
}

func (t *trap) callBool(a *Agent, args ...Value) (bool, error) {
	v, err := a.Call(t.method, t.handler, args...)
	return err == nil && ToBoolean(v), err
}

// proxyGetPrototypeOf is 10.5.1, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-getprototypeof
func proxyGetPrototypeOf(a *Agent, o *Object) (*Object, error) {
	t, err := enterTrap(a, o, nameGetPrototypeOf)
	if err != nil {
		return nil, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return t.target.GetPrototypeOf(a)
	}
	v, err := t.call(a, Obj(t.target))
	if err != nil {
		return nil, err
	}
	if !v.IsObject() && !v.IsNull() {
		return nil, a.TypeError("'getPrototypeOf' on proxy: trap returned neither object nor null")
	}
	proto := v.ObjectOrNil()
	if extensible, err := t.target.IsExtensible(a); err != nil || extensible {
		return proto, err
	}
	actual, err := t.target.GetPrototypeOf(a)
	if err != nil {
		return nil, err
	}
	if actual != proto {
		return nil, a.TypeError("'getPrototypeOf' on proxy: proxy target is non-extensible but the trap did not return its actual prototype")
	}
	return proto, nil
}

// proxySetPrototypeOf is 10.5.2, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-setprototypeof-v
func proxySetPrototypeOf(a *Agent, o, proto *Object) (bool, error) {
	t, err := enterTrap(a, o, nameSetPrototypeOf)
	if err != nil {
		return false, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return t.target.SetPrototypeOf(a, proto)
	}
	if ok, err := t.callBool(a, Obj(t.target), ObjOrNull(proto)); err != nil || !ok {
		return false, err
	}
	if extensible, err := t.target.IsExtensible(a); err != nil || extensible {
		return err == nil, err
	}
	actual, err := t.target.GetPrototypeOf(a)
	if err != nil {
		return false, err
	}
	if actual != proto {
		return false, a.TypeError("'setPrototypeOf' on proxy: trap returned truish for setting a new prototype on the non-extensible proxy target")
	}
	return true, nil
}

// proxyIsExtensible is 10.5.3, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-isextensible
func proxyIsExtensible(a *Agent, o *Object) (bool, error) {
	t, err := enterTrap(a, o, nameIsExtensible)
	if err != nil {
		return false, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return t.target.IsExtensible(a)
	}
	claim, err := t.callBool(a, Obj(t.target))
	if err != nil {
		return false, err
	}
	actual, err := t.target.IsExtensible(a)
	if err != nil {
		return false, err
	}
	if claim != actual {
		return false, a.TypeError("'isExtensible' on proxy: trap result does not reflect extensibility of proxy target (which is '%t')", actual)
	}
	return claim, nil
}

// proxyPreventExtensions is 10.5.4, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-preventextensions
func proxyPreventExtensions(a *Agent, o *Object) (bool, error) {
	t, err := enterTrap(a, o, namePreventExtensions)
	if err != nil {
		return false, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return t.target.PreventExtensions(a)
	}
	if ok, err := t.callBool(a, Obj(t.target)); err != nil || !ok {
		return false, err
	}
	extensible, err := t.target.IsExtensible(a)
	if err != nil {
		return false, err
	}
	if extensible {
		return false, a.TypeError("'preventExtensions' on proxy: trap returned truish but the proxy target is extensible")
	}
	return true, nil
}

// proxyCall is 10.5.12, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-call-thisargument-argumentslist
func proxyCall(a *Agent, o *Object, this Value, args []Value) (Value, error) {
	t, err := enterTrap(a, o, nameApply)
	if err != nil {
		return Undefined, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return a.Call(Obj(t.target), this, args...)
	}
	return t.call(a, Obj(t.target), this, Obj(CreateArrayFromList(a, cleanCopy(args))))
}

// proxyConstruct is 10.5.13, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-construct-argumentslist-newtarget
func proxyConstruct(a *Agent, o *Object, args []Value, newTarget *Object) (Value, error) {
	t, err := enterTrap(a, o, nameConstruct)
	if err != nil {
		return Undefined, err
	}
	defer a.LeaveNative()
	if t.absent() {
		r, err := a.Construct(t.target, newTarget, args...)
		if err != nil {
			return Undefined, err
		}
		return Obj(r), nil
	}
	r, err := t.call(a, Obj(t.target), Obj(CreateArrayFromList(a, cleanCopy(args))), Obj(newTarget))
	if err != nil {
		return Undefined, err
	}
	if !r.IsObject() {
		return Undefined, a.TypeError("'construct' on proxy: trap returned non-object ('%s')", a.Describe(r))
	}
	return r, nil
}

// cleanCopy returns the Values of vs fit to be stored in the heap.
func cleanCopy(vs []Value) []Value {
	list := make([]Value, len(vs))
	for i, v := range vs {
		list[i] = v.Clean()
	}
	return list
}
