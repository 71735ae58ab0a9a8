package object

// GroupBy is 7.3.35, https://tc39.es/ecma262/#sec-groupby
// The groups are the entries of the map that it returns: their keys, and
// arrays of the current realm with their elements. With asProperties the keys
// are property keys as Values (keyCoercion property), else they are any values
// (keyCoercion collection).
func GroupBy(a *Agent, items, callback Value, asProperties bool) (*MapData, error) {
	if items.IsNullish() {
		return nil, a.TypeError("%s is not iterable", a.Describe(items))
	}
	if !IsCallable(callback) {
		return nil, a.TypeError("%s is not a function", a.DescribeOperand(callback))
	}
	rec, err := GetIterator(a, items, false)
	if err != nil {
		return nil, err
	}
	groups := NewMapData()
	for k := 0; ; k++ {
		v, ok, err := IteratorStepValue(a, &rec)
		if err != nil || !ok {
			return groups, err
		}
		key, err := groupKey(a, callback, v, k, asProperties)
		if err == nil {
			err = addToGroup(a, groups, key, v)
		}
		if err != nil {
			return nil, IteratorClose(a, &rec, err)
		}
	}
}

func groupKey(a *Agent, callback, v Value, k int, asProperties bool) (Value, error) {
	key, err := a.Call(callback, Undefined, v, IntN(k))
	if err != nil {
		return Undefined, err
	}
	if !asProperties {
		return key.Clean(), nil
	}
	pk, err := ToPropertyKey(a, key)
	return pk.Value(), err
}

func addToGroup(a *Agent, groups *MapData, key, v Value) error {
	group, found := groups.Get(key)
	if !found {
		group = Obj(a.NewArray(a.CurrentRealm()))
		if err := groups.Set(a, key, group); err != nil {
			return err
		}
	}
	e := group.AsObject().Elements()
	if err := a.chargeElements(e, e.Len+1); err != nil {
		return err
	}
	e.Append(v)
	e.Length = e.Len
	return nil
}
