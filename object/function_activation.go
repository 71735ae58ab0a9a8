package object

// FunctionActivationHook returns what the properties arguments and caller of a
// sloppy function are now; set by interp.
var FunctionActivationHook func(a *Agent, f *Object, arguments bool) Value

// AppendActivation gives a function under construction the properties arguments
// and caller. HOST: they are those of V8; their slots never hold a value, and their
// descriptors say null.
func (o *Object) AppendActivation(a *Agent) {
	o.addProperty(a, a.NameKey(NameArguments), Value{bits: tagInternal | internalArguments}, attrLazy)
	o.addProperty(a, a.NameKey(NameCaller), Value{bits: tagInternal | internalCaller}, attrLazy)
}

// isActivation tells these properties, which nothing can change.
func (o *Object) isActivation(k PropertyKey) bool {
	slot, attrs, ok := o.shape.lookup(k)
	if !ok || attrs&attrLazy == 0 {
		return false
	}
	v := *o.slotAt(slot)
	return v.IsInternal() && (v.bits&0xFF == internalArguments || v.bits&0xFF == internalCaller)
}
