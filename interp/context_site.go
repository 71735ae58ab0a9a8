package interp

import "github.com/burrowjs/burrow/object"

// Global sites of a context that was made from a sandbox. Its global asks the
// sandbox first (see package realm), so the sandbox takes the place of the
// global object in Code.global, and the global itself is Code.behind. A site
// knows one of two things about the sandbox's shape:
//
//   - shape, slot: the sandbox has the property itself. If newShape is the
//     shape of the global behind, whose copy is in the slot with the number
//     epoch, an assignment stores the value in both places.
//   - newShape, poly[0]: it does not, and what is found is a slot of a prototype
//     of the sandbox or of the global behind, as long as that has the shape in
//     poly[0] and the agent's epoch is the same.
//
// OPT: nobody can tell, because everything else that decides an access changes
// a shape or the epoch: deletion, redefinition, freezing, a new prototype, a
// property added in front, a lexical declaration (which asks for it). What does
// not is left to the methods of the global: accessors, read-only properties,
// proxies and other exotic sandboxes, and the sandbox as a value, for which the
// global is read. TestContextCachesSame compares programs with and without these caches,
// TestContextCacheInvalidation has a case for each reason.

// linkGlobal tells a Code where its global sites look.
func (c *Code) linkGlobal() {
	c.global = c.realm.GlobalObject
	if s := c.realm.Sandbox; s != nil {
		c.global, c.behind = s, c.global
	}
}

// getContextGlobal looks a global of a context up and lets the site remember
// where it is. found is false if the methods of the global have to be asked.
func (m *Machine) getContextGlobal(s *site) (v object.Value, found bool) {
	sandbox, g := m.code.global, m.code.behind
	r := sandbox.LookupForCache(m.agent, s.key)
	holder := r.Holder
	switch r.Kind {
	case object.CacheData:
		if holder == nil {
			s.shape, s.slot, s.newShape = sandbox.Shape(), r.Slot, nil
			return m.inward(*sandbox.SlotAt(r.Slot)), true
		}
		v = m.inward(*holder.SlotAt(r.Slot))
	case object.CacheMissing:
		attrs, ok := object.Attributes(0), false
		if r.Slot, attrs, ok = g.OwnForCache(m.agent, s.key); !ok || attrs&object.AttrAccessor != 0 {
			return v, false
		}
		holder, v = g, *g.SlotAt(r.Slot)
	default:
		return v, false
	}
	holder.Shape().MarkCached()
	s.shape, s.newShape = nil, sandbox.Shape()
	s.poly = append(s.poly[:0], polyEntry{shape: holder.Shape(), holder: holder, slot: r.Slot, epoch: m.agent.ProtoEpoch})
	return v, true
}

// inward replaces the sandbox by the global that stands for it inside.
func (m *Machine) inward(v object.Value) object.Value {
	if v.ObjectOrNil() == m.code.global {
		return object.Obj(m.code.behind)
	}
	return v
}

// contextSlots returns where an assignment to a global of a context puts the
// value: a slot of the sandbox and one of the global behind.
func (m *Machine) contextSlots(k object.PropertyKey) (own, kept uint32, ok bool) {
	r := m.code.global.LookupForCache(m.agent, k)
	if r.Kind != object.CacheData || r.Holder != nil || r.Attrs&object.AttrWritable == 0 {
		return 0, 0, false
	}
	kept, attrs, ok := m.code.behind.OwnForCache(m.agent, k)
	return r.Slot, kept, ok && attrs&(object.AttrAccessor|object.AttrWritable) == object.AttrWritable
}

// setContextGlobal assigns to a global of a context where that is a matter of
// two slots, and lets the site remember them.
func (m *Machine) setContextGlobal(s *site, v object.Value) bool {
	own, kept, ok := m.contextSlots(s.key)
	if !ok {
		return false
	}
	sandbox, g := m.code.global, m.code.behind
	g.Shape().MarkCached()
	s.shape, s.slot, s.newShape, s.epoch = sandbox.Shape(), own, g.Shape(), kept
	sandbox.SlotAt(own).SetHeap(v)
	g.SlotAt(kept).SetHeap(v)
	return true
}

// getContextField reads a property of the running code's contextified global
// (`this.x`). The site remembers the sandbox's shape as that of any object, and
// forgets another: a sandbox has one shape at a time.
func (m *Machine) getContextField(s *site) (v object.Value, found bool) {
	sandbox := m.code.global
	if s.shape != sandbox.Shape() || s.holder != nil && s.epoch != m.agent.ProtoEpoch {
		r := sandbox.LookupForCache(m.agent, s.key)
		switch r.Kind {
		case object.CacheData:
			s.shape, s.holder, s.slot, s.epoch = sandbox.Shape(), r.Holder, r.Slot, m.agent.ProtoEpoch
		case object.CacheMissing:
			slot, attrs, ok := m.code.behind.OwnForCache(m.agent, s.key)
			if !ok || attrs&object.AttrAccessor != 0 {
				return v, false
			}
			return *m.code.behind.SlotAt(slot), true
		default:
			return v, false
		}
	}
	e := polyEntry{holder: s.holder, slot: s.slot}
	return m.inward(e.load(sandbox)), true
}

// setContextField is setContextGlobal for a property of the global object. The
// site remembers the sandbox's shape as that of any object, and in poly[0] the
// slot of the copy.
func (m *Machine) setContextField(s *site, v object.Value) bool {
	own, kept, ok := m.contextSlots(s.key)
	if !ok {
		return false
	}
	sandbox, g := m.code.global, m.code.behind
	g.Shape().MarkCached()
	s.shape, s.slot, s.holder, s.newShape = sandbox.Shape(), own, nil, nil
	s.poly = append(s.poly[:0], polyEntry{shape: g.Shape(), slot: kept})
	sandbox.SlotAt(own).SetHeap(v)
	g.SlotAt(kept).SetHeap(v)
	return true
}
