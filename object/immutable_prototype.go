package object

// ClassImmutablePrototype is the class of %Object.prototype% (10.4.7).
var ClassImmutablePrototype = &Class{Name: "Object", Kind: KindOrdinary, SetPrototypeOf: SetImmutablePrototype}

// ClassHTMLDDA is the class of objects that are like document.all (B.3.6): they
// can be called and look like undefined. NewHTMLDDA makes one.
var ClassHTMLDDA = &Class{Name: "Object", Kind: KindOther, Call: func(a *Agent, o *Object, this Value, args []Value) (Value, error) {
	return Null, nil
}}

// NewHTMLDDA returns an object that is like document.all.
func (a *Agent) NewHTMLDDA(proto *Object) *Object {
	o := a.NewOf(ClassHTMLDDA, proto, nil)
	o.SetCallable(false)
	o.SetHTMLDDA()
	return o
}

// SetImmutablePrototype is 10.4.7.2, https://tc39.es/ecma262/#sec-set-immutable-prototype
func SetImmutablePrototype(a *Agent, o, proto *Object) (bool, error) {
	current, err := o.GetPrototypeOf(a)
	return err == nil && proto == current, err
}
