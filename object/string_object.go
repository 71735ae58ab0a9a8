package object

import (
	"github.com/burrowjs/burrow/internal/jstring"
)

// ClassString is the class of String exotic objects (10.4.3).
var ClassString = wrapperClass("String")

func init() {
	ClassString.GetOwnProperty = stringGetOwnProperty
	ClassString.DefineOwnProperty = stringDefineOwnProperty
	ClassString.OwnPropertyKeys = stringOwnPropertyKeys
}

// StringData returns the [[StringData]] of a String object.
func (o *Object) StringData() *jstring.String { return (*PrimitiveData)(o.ext).Value.AsString() }

// stringOwnValue returns the value of an own property that a String has: a
// code unit or the length.
func stringOwnValue(a *Agent, s *jstring.String, k PropertyKey) (Value, bool) {
	if k.kind == keyIndex {
		if int(k.index) < s.Len() {
			return Str(jstring.FromUnit(s.At(int(k.index)))), true
		}
	} else if a.isLength(k) {
		return Int(int32(s.Len())), true
	}
	return Undefined, false
}

// stringGetOwnProperty is 10.4.3.1, https://tc39.es/ecma262/#sec-string-exotic-objects-getownproperty-p
// with StringGetOwnProperty (10.4.3.5); length is not in the shape either.
func stringGetOwnProperty(a *Agent, o *Object, k PropertyKey) (PropertyDescriptor, bool, error) {
	if v, ok := stringOwnValue(a, o.StringData(), k); ok {
		if k.kind == keyIndex {
			return DataDescriptor(v, AttrEnumerable), true, nil
		}
		return DataDescriptor(v, 0), true, nil
	}
	d, ok := OrdinaryGetOwnProperty(a, o, k)
	return d, ok, nil
}

// stringDefineOwnProperty is 10.4.3.2, https://tc39.es/ecma262/#sec-string-exotic-objects-defineownproperty-p-desc
func stringDefineOwnProperty(a *Agent, o *Object, k PropertyKey, d *PropertyDescriptor) (bool, error) {
	if _, ok := stringOwnValue(a, o.StringData(), k); ok {
		current, _, _ := stringGetOwnProperty(a, o, k)
		return IsCompatiblePropertyDescriptor(a, o.flags&flagExtensible != 0, d, &current, true), nil
	}
	return OrdinaryDefineOwnProperty(a, o, k, d)
}

// stringOwnPropertyKeys is 10.4.3.3, https://tc39.es/ecma262/#sec-string-exotic-objects-ownpropertykeys
func stringOwnPropertyKeys(a *Agent, o *Object) ([]PropertyKey, error) {
	n := o.StringData().Len()
	if err := a.Charge(n * 16); err != nil {
		return nil, err
	}
	if err := a.Tick(n); err != nil {
		return nil, err
	}
	keys := make([]PropertyKey, n, n+4)
	for i := range keys {
		keys[i] = IndexKey(uint32(i))
	}
	keys, err := OrdinaryOwnPropertyKeys(a, o, keys)
	if err != nil {
		return nil, err
	}
	// length comes first among the string keys.
	return insertKey(keys, a.NameKey(NameLength)), nil
}

// insertKey puts k before the first key that is not an index.
func insertKey(keys []PropertyKey, k PropertyKey) []PropertyKey {
	i := 0
	for i < len(keys) && keys[i].kind == keyIndex {
		i++
	}
	keys = append(keys, PropertyKey{})
	copy(keys[i+1:], keys[i:])
	keys[i] = k
	return keys
}
