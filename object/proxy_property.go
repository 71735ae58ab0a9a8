package object

// The internal methods of proxies that are about a property.

// proxyGetOwnProperty is 10.5.5, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-getownproperty-p
func proxyGetOwnProperty(a *Agent, o *Object, k PropertyKey) (d PropertyDescriptor, found bool, err error) {
	t, err := enterTrap(a, o, nameGetOwnDescriptor)
	if err != nil {
		return d, false, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return t.target.GetOwnProperty(a, k)
	}
	const prefix = "'getOwnPropertyDescriptor' on proxy: "
	v, err := t.call(a, Obj(t.target), k.Value())
	if err != nil {
		return d, false, err
	}
	if !v.IsObject() && !v.IsUndefined() {
		return d, false, a.TypeError(prefix+"trap returned neither object nor undefined for property '%s'", keyText(k))
	}
	actual, exists, err := t.target.GetOwnProperty(a, k)
	if err != nil {
		return d, false, err
	}
	if v.IsUndefined() {
		if !exists {
			return d, false, nil
		}
		if !actual.Configurable() {
			return d, false, a.TypeError(prefix+"trap returned undefined for property '%s' which is non-configurable in the proxy target", keyText(k))
		}
		extensible, err := t.target.IsExtensible(a)
		if err == nil && !extensible {
			err = a.TypeError(prefix+"trap returned undefined for property '%s' which exists in the non-extensible proxy target", keyText(k))
		}
		return d, false, err
	}
	extensible, err := t.target.IsExtensible(a)
	if err != nil {
		return d, false, err
	}
	d, err = ToPropertyDescriptor(a, v)
	if err != nil {
		return d, false, err
	}
	d.Complete()
	if !IsCompatiblePropertyDescriptor(a, extensible, &d, &actual, exists) {
		return d, false, a.TypeError(prefix+"trap returned descriptor for property '%s' that is incompatible with the existing property in the proxy target", keyText(k))
	}
	if !d.Configurable() {
		if !exists || actual.Configurable() {
			return d, false, a.TypeError(prefix+"trap reported non-configurability for property '%s' which is either non-existent or configurable in the proxy target", keyText(k))
		}
		if d.Has&HasWritable != 0 && !d.Writable() && actual.Writable() {
			return d, false, a.TypeError(prefix+"trap reported non-configurable and writable for property '%s' which is non-configurable, non-writable in the proxy target", keyText(k))
		}
	}
	return d, true, nil
}

// proxyDefineOwnProperty is 10.5.6, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-defineownproperty-p-desc
func proxyDefineOwnProperty(a *Agent, o *Object, k PropertyKey, d *PropertyDescriptor) (bool, error) {
	t, err := enterTrap(a, o, nameDefineProperty)
	if err != nil {
		return false, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return t.target.DefineOwnProperty(a, k, d)
	}
	const prefix = "'defineProperty' on proxy: trap returned truish for "
	ok, err := t.callBool(a, Obj(t.target), k.Value(), FromPropertyDescriptor(a, d, true))
	if err != nil || !ok {
		return false, err
	}
	actual, exists, err := t.target.GetOwnProperty(a, k)
	if err != nil {
		return false, err
	}
	extensible, err := t.target.IsExtensible(a)
	if err != nil {
		return false, err
	}
	fixes := d.Has&HasConfigurable != 0 && !d.Configurable()
	if !exists {
		if !extensible {
			return false, a.TypeError(prefix+"adding property '%s'  to the non-extensible proxy target", keyText(k))
		}
		if fixes {
			return false, a.TypeError(prefix+"defining non-configurable property '%s' which is either non-existent or configurable in the proxy target", keyText(k))
		}
		return true, nil
	}
	if !IsCompatiblePropertyDescriptor(a, extensible, d, &actual, true) {
		return false, a.TypeError(prefix+"adding property '%s'  that is incompatible with the existing property in the proxy target", keyText(k))
	}
	if fixes && actual.Configurable() {
		return false, a.TypeError(prefix+"defining non-configurable property '%s' which is either non-existent or configurable in the proxy target", keyText(k))
	}
	if actual.IsData() && !actual.Configurable() && actual.Writable() && d.Has&HasWritable != 0 && !d.Writable() {
		return false, a.TypeError(prefix+"defining non-configurable property '%s' which cannot be non-writable", keyText(k))
	}
	return true, nil
}

// proxyHasProperty is 10.5.7, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-hasproperty-p
func proxyHasProperty(a *Agent, o *Object, k PropertyKey) (bool, error) {
	t, err := enterTrap(a, o, nameHas)
	if err != nil {
		return false, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return t.target.HasProperty(a, k)
	}
	has, err := t.callBool(a, Obj(t.target), k.Value())
	if err != nil || has {
		return has, err
	}
	actual, exists, err := t.target.GetOwnProperty(a, k)
	if err != nil || !exists {
		return false, err
	}
	if !actual.Configurable() {
		return false, a.TypeError("'has' on proxy: trap returned falsish for property '%s' which exists in the proxy target as non-configurable", keyText(k))
	}
	extensible, err := t.target.IsExtensible(a)
	if err == nil && !extensible {
		err = a.TypeError("'has' on proxy: trap returned falsish for property '%s' but the proxy target is not extensible", keyText(k))
	}
	return false, err
}

// proxyGet is 10.5.8, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-get-p-receiver
func proxyGet(a *Agent, o *Object, k PropertyKey, receiver Value) (Value, error) {
	t, err := enterTrap(a, o, NameGet)
	if err != nil {
		return Undefined, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return t.target.GetV(a, k, receiver)
	}
	v, err := t.call(a, Obj(t.target), k.Value(), receiver)
	if err != nil {
		return Undefined, err
	}
	actual, exists, err := t.target.GetOwnProperty(a, k)
	if err != nil {
		return Undefined, err
	}
	if exists && !actual.Configurable() {
		if actual.IsData() && !actual.Writable() && !SameValue(v, actual.Value) {
			return Undefined, a.TypeError("'get' on proxy: property '%s' is a read-only and non-configurable data property on the proxy target but the proxy did not return its actual value (expected '%s' but got '%s')",
				keyText(k), a.Describe(actual.Value), a.Describe(v))
		}
		if actual.IsAccessor() && actual.Get.IsUndefined() && !v.IsUndefined() {
			return Undefined, a.TypeError("'get' on proxy: property '%s' is a non-configurable accessor property on the proxy target and does not have a getter function, but the trap did not return 'undefined' (got '%s')",
				keyText(k), a.Describe(v))
		}
	}
	return v, nil
}

// proxySet is 10.5.9, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-set-p-v-receiver
func proxySet(a *Agent, o *Object, k PropertyKey, v, receiver Value) (bool, error) {
	t, err := enterTrap(a, o, NameSet)
	if err != nil {
		return false, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return t.target.SetV(a, k, v, receiver)
	}
	if ok, err := t.callBool(a, Obj(t.target), k.Value(), v, receiver); err != nil || !ok {
		return false, err
	}
	actual, exists, err := t.target.GetOwnProperty(a, k)
	if err != nil {
		return false, err
	}
	if exists && !actual.Configurable() {
		if actual.IsData() && !actual.Writable() && !SameValue(v, actual.Value) {
			return false, a.TypeError("'set' on proxy: trap returned truish for property '%s' which exists in the proxy target as a non-configurable and non-writable data property with a different value", keyText(k))
		}
		if actual.IsAccessor() && actual.Set.IsUndefined() {
			return false, a.TypeError("'set' on proxy: trap returned truish for property '%s' which exists in the proxy target as a non-configurable and non-writable accessor property without a setter", keyText(k))
		}
	}
	return true, nil
}

// proxyDelete is 10.5.10, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-delete-p
func proxyDelete(a *Agent, o *Object, k PropertyKey) (bool, error) {
	t, err := enterTrap(a, o, nameDeleteProperty)
	if err != nil {
		return false, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return t.target.Delete(a, k)
	}
	if ok, err := t.callBool(a, Obj(t.target), k.Value()); err != nil || !ok {
		return false, err
	}
	actual, exists, err := t.target.GetOwnProperty(a, k)
	if err != nil || !exists {
		return err == nil, err
	}
	if !actual.Configurable() {
		return false, a.TypeError("'deleteProperty' on proxy: trap returned truish for property '%s' which is non-configurable in the proxy target", keyText(k))
	}
	extensible, err := t.target.IsExtensible(a)
	if err != nil {
		return false, err
	}
	if !extensible {
		return false, a.TypeError("'deleteProperty' on proxy: trap returned truish for property '%s' but the proxy target is non-extensible", keyText(k))
	}
	return true, nil
}

// proxyOwnPropertyKeys is 10.5.11, https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots-ownpropertykeys
func proxyOwnPropertyKeys(a *Agent, o *Object) ([]PropertyKey, error) {
	t, err := enterTrap(a, o, nameOwnKeys)
	if err != nil {
		return nil, err
	}
	defer a.LeaveNative()
	if t.absent() {
		return t.target.OwnPropertyKeys(a)
	}
	v, err := t.call(a, Obj(t.target))
	if err != nil {
		return nil, err
	}
	keys, err := listOfKeys(a, v)
	if err != nil {
		return nil, err
	}
	claimed := make(map[PropertyKey]bool, len(keys))
	for _, k := range keys {
		if claimed[k] {
			return nil, a.TypeError("'ownKeys' on proxy: trap returned duplicate entries")
		}
		claimed[k] = true
	}
	extensible, err := t.target.IsExtensible(a)
	if err != nil {
		return nil, err
	}
	actual, err := t.target.OwnPropertyKeys(a)
	if err != nil {
		return nil, err
	}
	var configurable, fixed []PropertyKey
	for _, k := range actual {
		d, exists, err := t.target.GetOwnProperty(a, k)
		if err != nil {
			return nil, err
		}
		if exists && !d.Configurable() {
			fixed = append(fixed, k)
		} else {
			configurable = append(configurable, k)
		}
	}
	if extensible && len(fixed) == 0 {
		return keys, nil
	}
	if !extensible {
		fixed = append(fixed, configurable...)
	}
	for _, k := range fixed {
		if !claimed[k] {
			return nil, a.TypeError("'ownKeys' on proxy: trap result did not include '%s'", keyText(k))
		}
		delete(claimed, k)
	}
	if !extensible && len(claimed) > 0 {
		return nil, a.TypeError("'ownKeys' on proxy: trap returned extra keys but proxy target is non-extensible")
	}
	return keys, nil
}

// listOfKeys is CreateListFromArrayLike(v, property-key) (7.3.19).
func listOfKeys(a *Agent, v Value) ([]PropertyKey, error) {
	o := v.ObjectOrNil()
	if o == nil {
		return nil, a.TypeError("CreateListFromArrayLike called on non-object")
	}
	n, err := LengthOfArrayLike(a, o)
	if err != nil {
		return nil, err
	}
	if n > maxListLength {
		return nil, a.RangeError("Invalid array length")
	}
	if err := a.chargeValues(int(n)); err != nil {
		return nil, err
	}
	keys := make([]PropertyKey, 0, n)
	for i := range n {
		if err := a.Tick(1); err != nil {
			return nil, err
		}
		x, err := o.Get(a, IndexKey(uint32(i)))
		if err != nil {
			return nil, err
		}
		switch {
		case x.IsString():
			keys = append(keys, a.StringKey(x.AsString()))
		case x.IsSymbol():
			keys = append(keys, SymbolKey(x.AsSymbol()))
		default:
			return nil, a.TypeError("%s is not a valid property name", a.Describe(x))
		}
	}
	return keys, nil
}
