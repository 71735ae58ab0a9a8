package object

import "github.com/burrowjs/burrow/internal/jstring"

// CacheResult is what an inline cache needs to know about a property lookup.
type CacheResult struct {
	Holder *Object // nil: the receiver itself
	Slot   uint32
	Attrs  Attributes
	Kind   CacheKind
}

// CacheKind tells what a lookup found.
type CacheKind uint8

const (
	CacheNone    CacheKind = iota // not cacheable
	CacheData                     // a data property in a slot
	CacheGetter                   // an accessor in a slot
	CacheMissing                  // nowhere on the chain
)

// cacheable reports whether the own property k of o is decided by o's shape.
func (o *Object) cacheable(a *Agent, k PropertyKey) bool {
	c := o.shape.class
	if c.Get == nil && c.GetOwnProperty == nil && c.GetPrototypeOf == nil {
		return true
	}
	return c.CacheNamed != nil && c.CacheNamed(a, k)
}

// LookupForCache looks k, which is not an index, up on o and its prototypes
// and says whether a site may remember the answer for all objects of o's
// shape, as long as the agent's ProtoEpoch stays the same (an own property
// needs no epoch). It marks the shape as cached.
func (o *Object) LookupForCache(a *Agent, k PropertyKey) (r CacheResult) {
	if k.kind == keyIndex {
		return r
	}
	for p := o; p != nil; p = p.shape.proto {
		if !p.cacheable(a, k) {
			return r
		}
		if p.flags&flagLazy != 0 && p.shape.class.HasLazy(a, p, k) {
			p.materialize(a)
		}
		slot, attrs, ok := p.shape.lookup(k)
		if !ok {
			continue
		}
		if attrs&attrLazy != 0 {
			return r
		}
		if p.slotAt(slot).IsInternal() {
			if a.fillSlot(p, slot); p.slotAt(slot).IsInternal() {
				return r
			}
		}
		if p != o {
			r.Holder = p
		}
		r.Slot, r.Attrs, r.Kind = slot, attrs, CacheData
		if attrs&AttrAccessor != 0 {
			r.Kind = CacheGetter
		}
		o.shape.cached = true
		return r
	}
	o.shape.cached = true
	r.Kind = CacheMissing
	return r
}

// OwnForCache looks an own named property of o up without asking its class, and
// says in which slot it is, whatever that holds.
func (o *Object) OwnForCache(a *Agent, k PropertyKey) (slot uint32, attrs Attributes, ok bool) {
	if slot, attrs, ok = o.shape.lookup(k); ok {
		if o.slotAt(slot).IsInternal() {
			a.fillSlot(o, slot)
		}
		ok = attrs&attrLazy == 0
	}
	return slot, attrs, ok
}

// AddForCache says which shape objects of o's shape get when k is added by an
// assignment, or nil if that cannot be remembered: o must be ordinary and extensible
// and not have k, and nothing on the prototype chain may intercept the assignment.
func (o *Object) AddForCache(a *Agent, k PropertyKey) *Shape {
	if o.shape.unique || k.kind == keyIndex || o.flags&flagLazy != 0 || o.flags&flagExtensible == 0 {
		return nil
	}
	c := o.shape.class
	if c.Set != nil || c.DefineOwnProperty != nil {
		if c.CacheNamed == nil || !c.CacheNamed(a, k) {
			return nil
		}
	}
	// A writable data property of a prototype is shadowed (10.1.9.2 step 2). That it
	// has become read-only raises the epoch, as its removal does.
	switch r := o.LookupForCache(a, k); {
	case r.Kind == CacheData && r.Holder != nil && r.Attrs&AttrWritable != 0:
	case r.Kind != CacheMissing:
		return nil
	}
	for p := o.shape.proto; p != nil; p = p.shape.proto {
		if pc := p.shape.class; pc.Set != nil && (pc.CacheNamed == nil || !pc.CacheNamed(a, k)) {
			return nil
		}
	}
	return o.shape.child(k, AttrDefault)
}

// DefineForCache is AddForCache for CreateDataProperty, which no prototype intercepts.
func (o *Object) DefineForCache(a *Agent, k PropertyKey) *Shape {
	if o.shape.unique || k.kind == keyIndex || o.flags&flagLazy != 0 || o.flags&flagExtensible == 0 ||
		o.shape.class != ClassObject {
		return nil
	}
	if _, _, ok := o.shape.lookup(k); ok {
		return nil
	}
	return o.shape.child(k, AttrDefault)
}

// SlotCount returns the number of slots of objects with shape s.
func (s *Shape) SlotCount() uint32 { return s.count }

// IsUnique reports whether s belongs to one object.
func (s *Shape) IsUnique() bool { return s.unique }

// InternIfShort returns s, interned if it is short enough to be a property
// key; for constants of code.
func (a *Agent) InternIfShort(s *jstring.String) *jstring.String {
	if s.Len() > 64 {
		return s
	}
	if _, isIndex := parseArrayIndex(s); isIndex {
		return s
	}
	return a.atoms.intern(s)
}

// LiteralShape returns the shape of an object literal's objects: s extended by
// keys with default attributes.
func (a *Agent) LiteralShape(s *Shape, keys []PropertyKey) *Shape {
	return a.ShapeWith(s, AttrDefault, keys...)
}

// AppendProperty adds a property that o is known not to have, for objects
// under construction.
func (o *Object) AppendProperty(a *Agent, k PropertyKey, v Value, attrs Attributes) {
	o.addProperty(a, k, v, attrs)
}

// InvalidateShape makes every inline cache that has seen o's own shape miss.
func (o *Object) InvalidateShape(a *Agent) {
	o.toUnique()
	o.touch(a)
}

// RemoveProperty deletes an own property that is known to exist in the shape.
func (o *Object) RemoveProperty(a *Agent, k PropertyKey) { o.removeProperty(a, k) }
