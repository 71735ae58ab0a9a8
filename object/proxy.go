package object

// ProxyData is the payload of proxies: [[ProxyTarget]] and [[ProxyHandler]],
// both nil once the proxy is revoked.
type ProxyData struct{ Target, Handler *Object }

// ClassProxy is the class of proxy exotic objects (10.5).
var ClassProxy = &Class{Name: "Object", Kind: KindOther}

// ProxyTarget returns the target of a proxy, nil if it is revoked.
func ProxyTarget(o *Object) (target *Object, isProxy bool) {
	if o.shape.class != ClassProxy {
		return nil, false
	}
	return (*ProxyData)(o.ext).Target, true
}
