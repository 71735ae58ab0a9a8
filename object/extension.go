package object

// Extension is what a proposal adds to an intrinsic of the standard: properties
// that a realm has only if its owner asks for them.
type Extension struct {
	Of    Intrinsic
	Props []Prop
}

// Extend adds the properties of extensions to intrinsics of the realm, in order.
// Those of IntrinsicGlobal go to the realm's global object.
func (r *Realm) Extend(list []Extension) error {
	a := r.Agent
	for i := range list {
		o := r.GlobalObject
		if list[i].Of != IntrinsicGlobal {
			o = r.Intrinsic(list[i].Of)
		}
		for j := range list[i].Props {
			p := &list[i].Props[j]
			v := r.makeProp(o, p)
			d := DataDescriptor(v, p.Attrs)
			if p.Attrs&AttrAccessor != 0 {
				acc := v.accessor()
				d = AccessorDescriptor(acc.Get, acc.Set, p.Attrs&^AttrAccessor)
			}
			if err := o.DefinePropertyOrThrow(a, p.key(a), &d); err != nil {
				return err
			}
		}
	}
	return nil
}
