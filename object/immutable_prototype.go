package object

// ClassImmutablePrototype is the class of %Object.prototype% (10.4.7).
var ClassImmutablePrototype = &Class{Name: "Object", Kind: KindOrdinary}

func init() {
	ClassImmutablePrototype.SetPrototypeOf = func(a *Agent, o, proto *Object) (bool, error) {
		return SetImmutablePrototype(a, o, proto)
	}
}

// SetImmutablePrototype is 10.4.7.2, https://tc39.es/ecma262/#sec-set-immutable-prototype
func SetImmutablePrototype(a *Agent, o, proto *Object) (bool, error) {
	current, err := o.GetPrototypeOf(a)
	return err == nil && proto == current, err
}
