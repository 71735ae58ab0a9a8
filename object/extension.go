package object

// Extension is what a proposal adds to an intrinsic of the standard: properties
// that a realm has only if its owner asks for them.
type Extension struct {
	Of    Intrinsic
	Props []Prop
}

// Extend adds the properties of extensions to intrinsics of the realm, in order;
// those of IntrinsicGlobal to its global object, where no sandbox is asked.
func (r *Realm) Extend(list []Extension) {
	a := r.Agent
	for i := range list {
		o := r.GlobalObject
		if list[i].Of != IntrinsicGlobal {
			o = r.Intrinsic(list[i].Of)
		}
		for j := range list[i].Props {
			p := &list[i].Props[j]
			k := p.key(a)
			if _, _, exists := o.shape.lookup(k); !exists {
				o.addProperty(a, k, r.makeProp(o, p), p.Attrs)
			}
		}
	}
}
