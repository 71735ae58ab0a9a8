package object

import (
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

func TestStringObject(t *testing.T) {
	w := newWorld(t)
	o := w.a.NewWrapper(StrGo("héy"), w.r.Intrinsic(IntrinsicStringPrototype))
	w.same(w.get(o, "1"), StrGo("é"))
	w.same(w.get(o, "3"), Undefined)
	w.same(w.get(o, "length"), Int(3))
	w.set(o, "5", Int(5))
	w.set(o, "x", Int(1))
	w.check(w.keys(o) == "0,1,2,5,length,x", "keys %s", w.keys(o))
	w.throws(o.Set(w.a, IndexKey(0), Int(1), true), "TypeError: Cannot assign to read only property '0' of object '#<Object>'")
	w.check(!w.delete(o, "0") && !w.delete(o, "length") && w.delete(o, "5"), "deletion")
	w.check(!w.define(o, "0", PropertyDescriptor{Has: HasValue, Value: Int(1)}), "redefined a unit")
	w.check(w.define(o, "0", PropertyDescriptor{Has: HasValue, Value: StrGo("h")}), "refused the same unit")
	d, ok, _ := o.GetOwnProperty(w.a, IndexKey(0))
	w.check(ok && d.Enumerable() && !d.Writable() && !d.Configurable(), "descriptor %+v", d)

	w.set(w.r.Intrinsic(IntrinsicStringPrototype), "p", Int(1))
	v, err := GetV(w.a, StrGo("abc"), w.key("p"))
	w.ok(err)
	w.same(v, Int(1))
	v, _ = GetV(w.a, StrGo("abc"), IndexKey(2))
	w.same(v, StrGo("c"))
	v, _ = GetV(w.a, Int(5), w.key("p"))
	w.same(v, Undefined)
	_, err = GetV(w.a, Null, w.key("p"))
	w.throws(err, "TypeError: Cannot read properties of null (reading 'p')")
	w.throws(w.a.SetFailure(StrGo("abc"), IndexKey(0)), "TypeError: Cannot assign to read only property '0' of string 'abc'")
	w.throws(w.a.SetFailure(Int(5), w.key("y")), "TypeError: Cannot create property 'y' on number '5'")
}

func TestBoundFunction(t *testing.T) {
	w := newWorld(t)
	var this Value
	var args []Value
	var newTarget *Object
	f := w.function(func(c *Call) (Value, error) {
		this, args, newTarget = c.This, c.Args(0), c.NewTarget
		return Obj(c.Func), nil
	})
	f.SetCallable(true)
	b, err := BoundFunctionCreate(w.a, f, StrGo("this"), []Value{Int(1)})
	w.ok(err)
	b2, err := BoundFunctionCreate(w.a, b, StrGo("other"), []Value{Int(2), Int(3)})
	w.ok(err)
	_, err = w.a.Call(Obj(b2), Undefined, Int(4))
	w.ok(err)
	w.same(this, StrGo("this"))
	w.check(len(args) == 4, "%d arguments", len(args))
	for i, x := range args {
		w.same(x, IntN(i+1))
	}
	_, err = w.a.Construct(b2, nil, Int(4))
	w.ok(err)
	w.check(newTarget == f && len(args) == 4, "new.target is not the target")

	chain := b
	for range 100000 {
		chain, err = BoundFunctionCreate(w.a, chain, Undefined, []Value{Int(0)})
		w.ok(err)
	}
	_, err = w.a.Call(Obj(chain), Undefined)
	w.ok(err)
	w.check(len(args) == 100001, "%d arguments", len(args))
	_, err = GetFunctionRealm(w.a, chain)
	w.ok(err)
	_, err = InstanceofOperator(w.a, Obj(b), Obj(chain))
	w.throws(err, "RangeError: Maximum call stack size exceeded")
}

func TestMappedArguments(t *testing.T) {
	w := newWorld(t)
	x, y := &Box{Int(1)}, &Box{Int(2)}
	f := w.function(nothing)
	o := CreateMappedArgumentsObject(w.a, f, []Value{Int(1), Int(2), Int(3)}, []*Box{x, y})
	w.check(w.keys(o) == "0,1,2,length,callee,Symbol(Symbol.iterator)", "keys %s", w.keys(o))
	w.same(w.get(o, "callee"), Obj(f))
	x.V = StrGo("changed")
	w.same(w.get(o, "0"), StrGo("changed"))
	w.set(o, "1", StrGo("set"))
	w.same(y.V, StrGo("set"))
	w.set(o, "2", Int(33))
	w.same(w.get(o, "2"), Int(33))
	// Read-only: the value is kept and the map given up.
	w.check(w.define(o, "0", PropertyDescriptor{Has: HasWritable}), "define")
	x.V = Int(0)
	w.same(w.get(o, "0"), StrGo("changed"))
	w.check(w.define(o, "1", PropertyDescriptor{Has: HasEnumerable}), "define")
	w.set(o, "1", Int(8))
	w.same(y.V, Int(8))
	w.check(w.delete(o, "1"), "delete")
	w.same(w.get(o, "1"), Undefined)
	y.V = Int(9)
	w.set(o, "1", Int(10))
	w.same(y.V, Int(9))
	w.same(w.get(o, "1"), Int(10))

	o = CreateMappedArgumentsObject(w.a, f, []Value{Int(1)}, []*Box{x})
	w.check(w.define(o, "0", AccessorDescriptor(f, nil, AttrConfigurable)), "define accessor")
	w.same(w.get(o, "0"), Undefined)
}

func TestProxyWithoutTraps(t *testing.T) {
	w := newWorld(t)
	target := w.object()
	p, err := ProxyCreate(w.a, Obj(target), Obj(w.object()))
	w.ok(err)
	w.set(p, "x", Int(1))
	w.same(w.get(target, "x"), Int(1))
	w.same(w.get(p, "x"), Int(1))
	w.check(w.keys(p) == "x", "keys %s", w.keys(p))
	w.check(w.delete(p, "x") && w.keys(target) == "", "delete")
	ok, err := SetIntegrityLevel(w.a, p, Frozen)
	w.ok(err)
	frozen, _ := TestIntegrityLevel(w.a, target, Frozen)
	w.check(ok && frozen, "not frozen")
	proxyOfArray, _ := ProxyCreate(w.a, Obj(w.array()), Obj(w.object()))
	isArray, err := IsArray(w.a, Obj(proxyOfArray))
	w.ok(err)
	w.check(isArray, "a proxy for an array is no array")
	RevokeProxy(p)
	_, err = p.Get(w.a, w.key("x"))
	w.throws(err, "TypeError: Cannot perform 'get' on a proxy that has been revoked")
	_, err = IsArray(w.a, Obj(p))
	w.throws(err, "TypeError: Cannot perform 'IsArray' on a proxy that has been revoked")
	_, err = ProxyCreate(w.a, Int(1), Obj(target))
	w.throws(err, "TypeError: Cannot create proxy with a non-object as target or handler")
}

func TestProxyDepth(t *testing.T) {
	w := newWorld(t)
	p := w.object()
	for range 100000 {
		p, _ = ProxyCreate(w.a, Obj(p), Obj(w.object()))
	}
	const overflow = "RangeError: Maximum call stack size exceeded"
	_, err := p.Get(w.a, w.key("x"))
	w.throws(err, overflow)
	_, err = p.SetV(w.a, w.key("x"), Int(1), Obj(p))
	w.throws(err, overflow)
	_, err = p.HasProperty(w.a, w.key("x"))
	w.throws(err, overflow)
	_, err = p.OwnPropertyKeys(w.a)
	w.throws(err, overflow)
	_, err = p.GetPrototypeOf(w.a)
	w.throws(err, overflow)
	_, err = IsArray(w.a, Obj(p))
	w.ok(err)
	// A proxy that is its own prototype.
	q, _ := ProxyCreate(w.a, Obj(w.object()), Obj(w.object()))
	_, err = q.SetPrototypeOf(w.a, q)
	w.ok(err)
	_, err = q.Get(w.a, w.key("x"))
	w.throws(err, overflow)
	w.check(w.a.NativeDepth() == 0, "depth %d afterwards", w.a.NativeDepth())
}

// Each row: a handler that lies about a target, and the error that follows.
func TestProxyInvariants(t *testing.T) {
	w := newWorld(t)
	fixed := func() *Object {
		o := w.object()
		w.define(o, "k", DataDescriptor(Int(1), 0))
		return o
	}
	sealed := func() *Object {
		o := w.object()
		w.set(o, "k", Int(1))
		o.PreventExtensions(w.a)
		return o
	}
	k := w.key("k")
	returns := func(v Value) NativeFunction { return func(c *Call) (Value, error) { return v, nil } }
	keys := func(ks ...string) Value {
		var vs []Value
		for _, k := range ks {
			vs = append(vs, StrGo(k))
		}
		return Obj(w.array(vs...))
	}
	descriptor := func(d PropertyDescriptor) Value { return FromPropertyDescriptor(w.a, &d, true) }
	get := func(p *Object) error { _, err := p.Get(w.a, k); return err }
	own := func(p *Object) error { _, _, err := p.GetOwnProperty(w.a, k); return err }
	list := func(p *Object) error { _, err := p.OwnPropertyKeys(w.a); return err }
	define := func(d PropertyDescriptor) func(p *Object) error {
		return func(p *Object) error { _, err := p.DefineOwnProperty(w.a, k, &d); return err }
	}
	for _, c := range []struct {
		target  *Object
		trap    string
		handler NativeFunction
		action  func(p *Object) error
		want    string
	}{
		{fixed(), "get", returns(Int(2)), get, "'get' on proxy: property 'k' is a read-only and non-configurable data property on the proxy target but the proxy did not return its actual value (expected '1' but got '2')"},
		{fixed(), "get", returns(Int(1)), get, ""},
		{fixed(), "set", returns(True), func(p *Object) error { return p.Set(w.a, k, Int(2), true) }, "'set' on proxy: trap returned truish for property 'k' which exists in the proxy target as a non-configurable and non-writable data property with a different value"},
		{w.object(), "set", returns(False), func(p *Object) error { return p.Set(w.a, k, Int(2), true) }, "'set' on proxy: trap returned falsish for property 'k'"},
		{fixed(), "has", returns(False), func(p *Object) error { _, err := p.HasProperty(w.a, k); return err }, "'has' on proxy: trap returned falsish for property 'k' which exists in the proxy target as non-configurable"},
		{sealed(), "has", returns(False), func(p *Object) error { _, err := p.HasProperty(w.a, k); return err }, "'has' on proxy: trap returned falsish for property 'k' but the proxy target is not extensible"},
		{fixed(), "deleteProperty", returns(True), func(p *Object) error { _, err := p.Delete(w.a, k); return err }, "'deleteProperty' on proxy: trap returned truish for property 'k' which is non-configurable in the proxy target"},
		{sealed(), "deleteProperty", returns(True), func(p *Object) error { _, err := p.Delete(w.a, k); return err }, "'deleteProperty' on proxy: trap returned truish for property 'k' but the proxy target is non-extensible"},
		{w.object(), "deleteProperty", returns(False), func(p *Object) error { return p.DeletePropertyOrThrow(w.a, k) }, "'deleteProperty' on proxy: trap returned falsish for property 'k'"},
		{fixed(), "getOwnPropertyDescriptor", returns(Undefined), own, "'getOwnPropertyDescriptor' on proxy: trap returned undefined for property 'k' which is non-configurable in the proxy target"},
		{sealed(), "getOwnPropertyDescriptor", returns(Undefined), own, "'getOwnPropertyDescriptor' on proxy: trap returned undefined for property 'k' which exists in the non-extensible proxy target"},
		{w.object(), "getOwnPropertyDescriptor", returns(Int(1)), own, "'getOwnPropertyDescriptor' on proxy: trap returned neither object nor undefined for property 'k'"},
		{w.object(), "getOwnPropertyDescriptor", returns(descriptor(DataDescriptor(Int(1), 0))), own, "'getOwnPropertyDescriptor' on proxy: trap reported non-configurability for property 'k' which is either non-existent or configurable in the proxy target"},
		{fixed(), "getOwnPropertyDescriptor", returns(descriptor(DataDescriptor(Int(5), 0))), own, "'getOwnPropertyDescriptor' on proxy: trap returned descriptor for property 'k' that is incompatible with the existing property in the proxy target"},
		{sealed(), "defineProperty", returns(True), func(p *Object) error {
			_, err := p.DefineOwnProperty(w.a, w.key("new"), &PropertyDescriptor{})
			return err
		}, "'defineProperty' on proxy: trap returned truish for adding property 'new'  to the non-extensible proxy target"},
		{w.object(), "defineProperty", returns(True), define(PropertyDescriptor{Has: HasConfigurable}), "'defineProperty' on proxy: trap returned truish for defining non-configurable property 'k' which is either non-existent or configurable in the proxy target"},
		{fixed(), "defineProperty", returns(True), define(DataDescriptor(Int(2), 0)), "'defineProperty' on proxy: trap returned truish for adding property 'k'  that is incompatible with the existing property in the proxy target"},
		{w.object(), "defineProperty", returns(False), func(p *Object) error { return p.CreateDataPropertyOrThrow(w.a, k, Int(1)) }, "'defineProperty' on proxy: trap returned falsish for property 'k'"},
		{fixed(), "ownKeys", returns(keys()), list, "'ownKeys' on proxy: trap result did not include 'k'"},
		{sealed(), "ownKeys", returns(keys("k", "x")), list, "'ownKeys' on proxy: trap returned extra keys but proxy target is non-extensible"},
		{w.object(), "ownKeys", returns(keys("a", "a")), list, "'ownKeys' on proxy: trap returned duplicate entries"},
		{w.object(), "ownKeys", returns(Obj(w.array(Int(1)))), list, "1 is not a valid property name"},
		{w.object(), "ownKeys", returns(keys("b", "a")), list, ""},
		{w.object(), "getPrototypeOf", returns(Int(1)), func(p *Object) error { _, err := p.GetPrototypeOf(w.a); return err }, "'getPrototypeOf' on proxy: trap returned neither object nor null"},
		{sealed(), "getPrototypeOf", returns(Null), func(p *Object) error { _, err := p.GetPrototypeOf(w.a); return err }, "'getPrototypeOf' on proxy: proxy target is non-extensible but the trap did not return its actual prototype"},
		{sealed(), "setPrototypeOf", returns(True), func(p *Object) error { _, err := p.SetPrototypeOf(w.a, nil); return err }, "'setPrototypeOf' on proxy: trap returned truish for setting a new prototype on the non-extensible proxy target"},
		{w.object(), "isExtensible", returns(False), func(p *Object) error { _, err := p.IsExtensible(w.a); return err }, "'isExtensible' on proxy: trap result does not reflect extensibility of proxy target (which is 'true')"},
		{w.object(), "preventExtensions", returns(True), func(p *Object) error { _, err := p.PreventExtensions(w.a); return err }, "'preventExtensions' on proxy: trap returned truish but the proxy target is extensible"},
	} {
		handler := w.object()
		w.set(handler, c.trap, Obj(w.function(c.handler)))
		p, err := ProxyCreate(w.a, Obj(c.target), Obj(handler))
		w.ok(err)
		if err := c.action(p); c.want == "" {
			w.ok(err)
		} else {
			w.throws(err, "TypeError: "+c.want)
		}
	}
	bad := w.object()
	w.set(bad, "get", Int(5))
	p, _ := ProxyCreate(w.a, Obj(w.object()), Obj(bad))
	w.throws(get(p), "TypeError: '5' returned for property 'get' of object '#<Object>' is not a function")
}

func TestProxyCall(t *testing.T) {
	w := newWorld(t)
	f := w.function(func(c *Call) (Value, error) { return IntN(c.ArgCount()), nil })
	f.SetCallable(true)
	handler := w.object()
	p, _ := ProxyCreate(w.a, Obj(f), Obj(handler))
	w.check(IsCallable(Obj(p)) && IsConstructor(Obj(p)) && TypeOf(Obj(p)).EqualGo("function"), "a proxy for a function is no function")
	v, err := w.a.Call(Obj(p), Undefined, Int(1), Int(2))
	w.ok(err)
	w.same(v, Int(2))
	w.set(handler, "apply", Obj(w.function(func(c *Call) (Value, error) {
		list, err := CreateListFromArrayLike(w.a, c.Arg(2))
		return list[1], err
	})))
	v, err = w.a.Call(Obj(p), Undefined, Int(1), Int(2))
	w.ok(err)
	w.same(v, Int(2))
	w.set(handler, "construct", Obj(w.function(nothing)))
	_, err = w.a.Construct(p, nil)
	w.throws(err, "TypeError: 'construct' on proxy: trap returned non-object ('undefined')")
}

func TestModuleNamespace(t *testing.T) {
	w := newWorld(t)
	x, y := &Box{Int(1)}, &Box{TDZ}
	ns := ModuleNamespaceCreate(w.a, nil, []NamespaceBinding{
		{Name: w.key("x"), Box: x}, {Name: w.key("10"), Box: x}, {Name: w.key("default"), Box: y}, {Name: w.key("2"), Box: x},
	}, false)
	w.check(w.keys(ns) == "10,2,default,x,Symbol(Symbol.toStringTag)", "keys %s", w.keys(ns))
	w.same(w.get(ns, "x"), Int(1))
	x.V = Int(2)
	w.same(w.get(ns, "x"), Int(2))
	_, err := ns.Get(w.a, w.key("default"))
	w.throws(err, "ReferenceError: Cannot access 'default' before initialization")
	w.throws(ns.Set(w.a, w.key("x"), Int(1), true), "TypeError: Cannot assign to read only property 'x' of object '[object Module]'")
	w.check(!w.delete(ns, "x") && w.delete(ns, "nothing"), "deletion")
	w.check(w.define(ns, "x", PropertyDescriptor{Has: HasValue, Value: Int(2)}), "the same value was refused")
	w.check(!w.define(ns, "x", PropertyDescriptor{Has: HasValue, Value: Int(3)}), "another value was accepted")
	w.check(w.define(ns, "x", PropertyDescriptor{Has: HasWritable | HasEnumerable | HasConfigurable, Attrs: AttrWritable | AttrEnumerable}), "its attributes were refused")
	w.check(!w.define(ns, "new", DataDescriptor(Int(1), 0)), "a namespace got a property")
	ok, _ := ns.SetPrototypeOf(w.a, nil)
	w.check(ok, "null refused")
	d, _, _ := ns.GetOwnProperty(w.a, SymbolKey(SymbolToStringTag))
	w.check(d.Attrs == 0 && d.Value.AsString().EqualGo("Module"), "tag %+v", d)

	evaluated := 0
	EvaluateDeferredHook = func(a *Agent, d *NamespaceData) error { evaluated++; return nil }
	defer func() { EvaluateDeferredHook = nil }()
	ns = ModuleNamespaceCreate(w.a, nil, []NamespaceBinding{{Name: w.key("x"), Box: x}, {Name: w.key("then"), Box: x}}, true)
	w.same(w.get(ns, "then"), Undefined)
	w.check(evaluated == 0, "then evaluates the module")
	w.same(w.get(ns, "x"), Int(2))
	w.check(evaluated == 1, "x does not evaluate the module")
	w.check(w.keys(ns) == "x,Symbol(Symbol.toStringTag)", "keys %s", w.keys(ns))
}

func TestPrivateNames(t *testing.T) {
	w := newWorld(t)
	k := SymbolKey(NewPrivateName(jstring.FromGo("#x")))
	o := w.object()
	_, err := PrivateGet(w.a, o, k)
	w.throws(err, "TypeError: Cannot read private member #x from an object whose class did not declare it")
	w.throws(PrivateSet(w.a, o, k, Int(1)), "TypeError: Cannot write private member #x to an object whose class did not declare it")
	w.ok(PrivateFieldAdd(w.a, o, k, Int(1)))
	w.throws(PrivateFieldAdd(w.a, o, k, Int(1)), "TypeError: Cannot initialize #x twice on the same object")
	w.check(w.keys(o) == "", "a private name shows: %s", w.keys(o))
	_, err = SetIntegrityLevel(w.a, o, Frozen)
	w.ok(err)
	w.ok(PrivateSet(w.a, o, k, Int(2)))
	v, err := PrivateGet(w.a, o, k)
	w.ok(err)
	w.same(v, Int(2))
	p, _ := ProxyCreate(w.a, Obj(o), Obj(w.object()))
	w.check(!PrivateElementFind(p, k), "a proxy has its target's private names")
	w.ok(PrivateFieldAdd(w.a, p, k, Int(3)))
	method := SymbolKey(NewPrivateName(jstring.FromGo("#m")))
	w.throws(PrivateMethodOrAccessorAdd(w.a, o, method, w.function(nothing), nil, nil), "TypeError: Cannot define property #m, object is not extensible")
	o = w.object()
	w.ok(PrivateMethodOrAccessorAdd(w.a, o, method, w.function(nothing), nil, nil))
	w.throws(PrivateSet(w.a, o, method, Int(1)), "TypeError: Private method '#m' is not writable")
	acc := SymbolKey(NewPrivateName(jstring.FromGo("#a")))
	w.ok(PrivateMethodOrAccessorAdd(w.a, o, acc, nil, w.function(func(c *Call) (Value, error) { return c.This, nil }), nil))
	v, err = PrivateGet(w.a, o, acc)
	w.ok(err)
	w.same(v, Obj(o))
	w.throws(PrivateSet(w.a, o, acc, Int(1)), "TypeError: '#a' was defined without a setter")
}
