package structured

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// plan is how objects of one shape are written: their enumerable data
// properties, with the slots and the quoted names.
type plan struct {
	shape  *object.Shape
	epoch  uint32
	props  []plannedProperty
	usable bool // props is all there is
	plain  bool // objects have no toJSON, until a prototype changes
}

type plannedProperty struct {
	key  object.PropertyKey
	slot uint32
	text *jstring.String // quoted, with the colon
}

// planFor returns the plan of o's shape, or nil if o has to be written property
// by property.
func (s *stringifier) planFor(o *object.Object) *plan {
	if p := s.inspect(o); p != nil && p.usable {
		return p
	}
	return nil
}

// plainObject reports whether o is known to have no property toJSON.
func (s *stringifier) plainObject(o *object.Object) bool {
	p := s.inspect(o)
	return p != nil && p.plain && p.epoch == s.a.ProtoEpoch
}

// inspect returns what is known about the shape of o. Shapes of single objects
// are not worth it.
func (s *stringifier) inspect(o *object.Object) *plan {
	shape := o.Shape()
	if p := s.lastPlan; p != nil && p.shape == shape {
		return p
	}
	if o.Class() != object.ClassObject && o.Class() != object.ClassArray || shape.IsUnique() {
		return nil
	}
	p := s.plans[shape]
	if p == nil {
		p = s.newPlan(o, shape)
		if s.plans == nil {
			s.plans = map[*object.Shape]*plan{}
		}
		s.plans[shape] = p
	}
	s.lastPlan = p
	return p
}

func (s *stringifier) newPlan(o *object.Object, shape *object.Shape) *plan {
	a := s.a
	p := &plan{shape: shape, epoch: a.ProtoEpoch}
	p.plain = o.LookupForCache(a, a.NameKey(nameToJSON)).Kind == object.CacheMissing
	if o.Class() != object.ClassObject {
		return p
	}
	keys, err := o.OwnPropertyKeys(a)
	if err != nil {
		return p
	}
	for _, k := range keys {
		if k.IsSymbol() {
			continue
		}
		r := o.LookupForCache(a, k)
		if r.Kind != object.CacheData || r.Holder != nil {
			return p
		}
		if r.Attrs&object.AttrEnumerable != 0 {
			text, err := s.quotedName(k)
			if err != nil {
				return p
			}
			p.props = append(p.props, plannedProperty{k, r.Slot, text})
		}
	}
	p.usable = true
	return p
}

func (s *stringifier) quotedName(k object.PropertyKey) (*jstring.String, error) {
	q := stringifier{a: s.a, gap: s.gap}
	if err := q.quote(k.String()); err != nil {
		return nil, err
	}
	q.colon()
	return q.out.String(), nil
}

// planned writes the properties of o.
//
// OPT: while o keeps its shape, its keys are those of the plan and [[Get]] of
// one is its slot; a callback that changes o changes its shape.
func (s *stringifier) planned(o *object.Object, p *plan, depth int) (any bool, err error) {
	a := s.a
	for i := range p.props {
		prop := &p.props[i]
		var v object.Value
		if o.Shape() == p.shape {
			v = *o.SlotAt(prop.slot)
		} else if v, err = o.Get(a, prop.key); err != nil {
			return false, err
		}
		if v, err = s.prepare(o, prop.key, v); err != nil {
			return false, err
		}
		if isLeftOut(v) {
			continue
		}
		s.separate(!any, depth)
		any = true
		s.out.Str(prop.text)
		if err := s.write(prop.key, v); err != nil {
			return false, err
		}
	}
	return any, a.Tick(len(p.props))
}
