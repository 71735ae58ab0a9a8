package reflection

import "github.com/burrowjs/burrow/object"

func init() {
	object.DefineIntrinsic(object.IntrinsicProxy, object.Spec{
		Fn: proxyConstructor, Name: "Proxy", Length: 2, Constructor: true,
		Props: []object.Prop{object.Method("revocable", 2, proxyRevocable)},
	})
}

// 28.2.1.1 Proxy ( target, handler ), https://tc39.es/ecma262/#sec-proxy-target-handler
func proxyConstructor(c *object.Call) (object.Value, error) {
	if c.NewTarget == nil {
		return object.Undefined, c.Agent.TypeError("Constructor Proxy requires 'new'")
	}
	o, err := object.ProxyCreate(c.Agent, c.Arg(0), c.Arg(1))
	return object.ObjOrNull(o), err
}

var (
	nameProxy  = object.DeclareName("proxy")
	nameRevoke = object.DeclareName("revoke")
)

// 28.2.2.1 Proxy.revocable ( target, handler ), https://tc39.es/ecma262/#sec-proxy.revocable
func proxyRevocable(c *object.Call) (object.Value, error) {
	a := c.Agent
	proxy, err := object.ProxyCreate(a, c.Arg(0), c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	revoker := a.NewAnonymousNative(c.Realm(), 0, revokeProxy, object.Obj(proxy))
	result := a.NewObject(c.Intrinsic(object.IntrinsicObjectPrototype))
	if err := result.CreateDataPropertyOrThrow(a, a.NameKey(nameProxy), object.Obj(proxy)); err != nil {
		return object.Undefined, err
	}
	return object.Obj(result), result.CreateDataPropertyOrThrow(a, a.NameKey(nameRevoke), object.Obj(revoker))
}

// revokeProxy is the function that Proxy.revocable hands out; slot 0 is the
// proxy, null once it is revoked.
func revokeProxy(c *object.Call) (object.Value, error) {
	if p := c.Slot(0); p.IsObject() {
		c.SetSlot(0, object.Null)
		object.RevokeProxy(p.AsObject())
	}
	return object.Undefined, nil
}
