package object

// Attributes of a property (6.1.7.1), plus what its slot holds.
type Attributes uint8

const (
	AttrWritable Attributes = 1 << iota
	AttrEnumerable
	AttrConfigurable
	AttrAccessor // the slot holds an *Accessor
	attrLazy     // the slot may hold an internal marker: never cached by sites
	attrDeleted  // tombstone of a dictionary

	AttrDefault = AttrWritable | AttrEnumerable | AttrConfigurable // as created by assignment
	AttrMethod  = AttrWritable | AttrConfigurable                  // as methods of intrinsics
)

// Shape describes objects with the same class, prototype and property keys in
// the same order with the same attributes. Shared shapes form a transition
// tree and never change; a unique shape belongs to one object (a dictionary,
// a prototype, a global) and may change in place as long as no inline cache
// has seen it, and is replaced by a fresh header afterwards.
type Shape struct {
	class  *Class
	proto  *Object
	parent *Shape // shared shapes: without the last property
	key    PropertyKey
	count  uint32 // slots, tombstones included
	attrs  Attributes
	unique bool
	cached bool // unique: seen by an inline cache
	hasIdx bool // some key is an array index

	table *propTable // shared: built on demand, with entries of descendants behind; unique: always

	next     *Shape // the one transition, or
	nextMany map[transition]*Shape
	children int

	// Prototype role (unique shapes only): the shapes of objects that have this
	// object as their prototype, by class.
	roots []*Shape
}

type transition struct {
	key   PropertyKey
	attrs Attributes
}

const (
	maxFanOut     = 64   // transitions of a shape; more make a dictionary
	maxRootFanOut = 1024 // the same for shapes without properties: programs have many first keys
	maxShared     = 512  // properties of a shared shape; more make a dictionary
	walkMax       = 6    // lookups walk parents up to here, then build a table
)

// Class returns the table of internal methods of the objects with this shape.
func (s *Shape) Class() *Class { return s.class }

// Proto returns the prototype of the objects with this shape.
func (s *Shape) Proto() *Object { return s.proto }

// propEntry is a property of a table: its key, attributes and slot.
type propEntry struct {
	key   PropertyKey
	slot  uint32
	attrs Attributes
}

// propTable is an open-addressing hash table over entries in creation order.
type propTable struct {
	entries []propEntry
	index   []uint32 // entry+1, 0 free
	live    int
	shared  bool // of a Spec: cloned before it is changed
}

func newPropTable(capacity int) *propTable {
	size := 8
	for size*3 < capacity*4 {
		size *= 2
	}
	return &propTable{entries: make([]propEntry, 0, capacity), index: make([]uint32, size)}
}

func (t *propTable) find(k PropertyKey) *propEntry {
	mask := uint32(len(t.index) - 1)
	for i := k.hash() & mask; ; i = (i + 1) & mask {
		e := t.index[i]
		if e == 0 {
			return nil
		}
		if p := &t.entries[e-1]; p.key == k && p.attrs&attrDeleted == 0 {
			return p
		}
	}
}

func (t *propTable) add(e propEntry) {
	if 4*(len(t.entries)+1) > 3*len(t.index) {
		t.rehash(2 * len(t.index))
	}
	t.entries = append(t.entries, e)
	t.live++
	t.link(e.key, uint32(len(t.entries)))
}

func (t *propTable) link(k PropertyKey, n uint32) {
	mask := uint32(len(t.index) - 1)
	i := k.hash() & mask
	for t.index[i] != 0 {
		i = (i + 1) & mask
	}
	t.index[i] = n
}

func (t *propTable) rehash(size int) {
	t.index = make([]uint32, size)
	for i := range t.entries {
		t.link(t.entries[i].key, uint32(i+1))
	}
}

func (t *propTable) clone() *propTable {
	return &propTable{
		entries: append(make([]propEntry, 0, len(t.entries)+4), t.entries...),
		index:   append([]uint32(nil), t.index...),
		live:    t.live,
	}
}

// lookup returns the slot and attributes of key k, or ok false.
func (s *Shape) lookup(k PropertyKey) (slot uint32, attrs Attributes, ok bool) {
	t := s.table
	if t == nil {
		if s.count <= walkMax {
			for p := s; p.parent != nil; p = p.parent {
				if p.key == k {
					return p.count - 1, p.attrs, true
				}
			}
			return 0, 0, false
		}
		t = s.buildTable()
	}
	if e := t.find(k); e != nil && e.slot < s.count {
		return e.slot, e.attrs, true
	}
	return 0, 0, false
}

// buildTable gives a shared shape its table.
//
// OPT: it is the table of the nearest ancestor that has one, if no other
// descendant has added to that: who looks for a key ignores the entries beyond
// its count. An object that grows to n properties so costs n steps and not n²
// (TestShapeTables).
func (s *Shape) buildTable() *propTable {
	ancestor := s
	for ancestor.parent != nil && ancestor.table == nil {
		ancestor = ancestor.parent
	}
	t := ancestor.table
	if t == nil || len(t.entries) != int(ancestor.count) {
		t = s.ownTable()
	} else {
		added := make([]propEntry, s.count-ancestor.count)
		for p := s; p != ancestor; p = p.parent {
			added[p.count-ancestor.count-1] = propEntry{p.key, p.count - 1, p.attrs}
		}
		for _, e := range added {
			t.add(e)
		}
	}
	s.table = t
	return t
}

// ownTable makes a table with nothing but the properties of a shared shape.
func (s *Shape) ownTable() *propTable {
	t := newPropTable(int(s.count))
	t.entries = t.entries[:s.count]
	for p := s; p.parent != nil; p = p.parent {
		t.entries[p.count-1] = propEntry{p.key, p.count - 1, p.attrs}
	}
	t.live = int(s.count)
	t.rehash(len(t.index))
	return t
}

// prototypeBytes is what becoming a prototype is taken to cost: a shape of its
// own with a table, and one for its heirs.
const prototypeBytes = 512

// rootShape returns the empty shape of class c with prototype proto.
func (a *Agent) rootShape(c *Class, proto *Object) *Shape {
	if proto == nil {
		for _, r := range a.nullRoots {
			if r.class == c {
				return r
			}
		}
		r := &Shape{class: c}
		a.nullRoots = append(a.nullRoots, r)
		return r
	}
	proto.becomePrototype(a)
	for _, r := range proto.shape.roots {
		if r.class == c {
			return r
		}
	}
	a.Owe(prototypeBytes)
	r := &Shape{class: c, proto: proto}
	proto.shape.roots = append(proto.shape.roots, r)
	return r
}

// RootShape returns the shape of empty objects of class c whose prototype is proto (nil: null).
func (a *Agent) RootShape(c *Class, proto *Object) *Shape { return a.rootShape(c, proto) }

// ShapeWith returns s extended by keys with the given attributes, for
// allocation sites that know the layout of what they make. Where the transition
// tree is full the shape hangs outside of it: only this site's objects share it.
func (a *Agent) ShapeWith(s *Shape, attrs Attributes, keys ...PropertyKey) *Shape {
	for _, k := range keys {
		n := s.child(k, attrs)
		if n == nil {
			n = s.newChild(k, attrs)
		}
		s = n
	}
	return s
}

func (s *Shape) newChild(k PropertyKey, attrs Attributes) *Shape {
	return &Shape{class: s.class, proto: s.proto, parent: s, key: k, attrs: attrs,
		count: s.count + 1, hasIdx: s.hasIdx || k.kind == keyIndex}
}

// child returns the shared shape with one more property, or nil if the object
// has to become a dictionary.
func (s *Shape) child(k PropertyKey, attrs Attributes) *Shape {
	if n := s.next; n != nil && n.key == k && n.attrs == attrs {
		return n
	}
	if s.nextMany != nil {
		if n := s.nextMany[transition{k, attrs}]; n != nil {
			return n
		}
	}
	if s.children >= maxFanOut && (s.parent != nil || s.children >= maxRootFanOut) || s.count >= maxShared {
		return nil
	}
	n := s.newChild(k, attrs)
	s.children++
	switch {
	case s.next == nil && s.nextMany == nil:
		s.next = n
	case s.nextMany == nil:
		s.nextMany = map[transition]*Shape{{s.next.key, s.next.attrs}: s.next, {k, attrs}: n}
		s.next = nil
	default:
		s.nextMany[transition{k, attrs}] = n
	}
	return n
}

// toUnique gives o a shape of its own with the same properties.
func (o *Object) toUnique() {
	s := o.shape
	if s.unique {
		return
	}
	o.shape = &Shape{class: s.class, proto: s.proto, count: s.count, hasIdx: s.hasIdx, unique: true, table: s.ownTable()}
}

// touch prepares o's unique shape for a change: inline caches that have seen
// it must miss from now on, and those that went through o as a prototype too.
func (o *Object) touch(a *Agent) *Shape {
	s := o.shape
	if s.table != nil && s.table.shared {
		s.table = s.table.clone()
	}
	if s.cached {
		n := *s
		n.cached = false
		o.shape = &n
		s.table, s.roots = nil, nil
		s = &n
	}
	if o.flags&flagPrototype != 0 {
		a.ProtoEpoch++
	}
	return s
}

// MarkCached tells that an inline cache remembers the shape.
func (s *Shape) MarkCached() { s.cached = true }

// becomePrototype marks o as somebody's prototype; from then on changes of its
// shape invalidate the caches that look through it.
func (o *Object) becomePrototype(a *Agent) {
	if o.flags&flagPrototype == 0 {
		o.materialize(a)
		o.toUnique()
		o.flags |= flagPrototype
	}
}

// addProperty appends a property that o does not have, with its slot value.
func (o *Object) addProperty(a *Agent, k PropertyKey, v Value, attrs Attributes) {
	if !o.shape.unique {
		if n := o.shape.child(k, attrs); n != nil {
			o.pushSlot(o.shape.count, v)
			o.shape = n
			return
		}
		o.toUnique()
	}
	s := o.touch(a)
	slot := s.count
	o.pushSlot(slot, v)
	s.table.add(propEntry{k, slot, attrs})
	s.count++
	s.hasIdx = s.hasIdx || k.kind == keyIndex
}

// setAttributes changes the attributes of an existing property.
func (o *Object) setAttributes(a *Agent, k PropertyKey, attrs Attributes) {
	if _, old, _ := o.shape.lookup(k); old == attrs {
		return
	}
	if s := o.shape; !s.unique && s.parent != nil && s.key == k {
		// OPT: the last property of a shared shape moves to a sibling, so that
		// defining accessors in order keeps sharing shapes (TestShapeSibling).
		if n := s.parent.child(k, attrs); n != nil {
			o.shape = n
			return
		}
	}
	o.toUnique()
	o.touch(a).table.find(k).attrs = attrs
}

// removeProperty deletes an existing property.
func (o *Object) removeProperty(a *Agent, k PropertyKey) {
	if s := o.shape; !s.unique && s.key == k && s.parent != nil {
		// OPT: deleting the last property steps back (TestShapeDeleteLast).
		*o.slotAt(s.count - 1) = Value{}
		o.shape = s.parent
		return
	}
	o.toUnique()
	s := o.touch(a)
	e := s.table.find(k)
	e.attrs |= attrDeleted
	*o.slotAt(e.slot) = Empty
	s.table.live--
	if t := s.table; len(t.entries) > 32 && t.live < len(t.entries)/2 {
		o.compact(a)
	}
}

// compact drops the tombstones of a dictionary and renumbers its slots.
func (o *Object) compact(a *Agent) {
	s := o.touch(a)
	old := s.table
	t := newPropTable(old.live + 4)
	slots := make([]Value, 0, old.live+4)
	for _, e := range old.entries {
		if e.attrs&attrDeleted == 0 {
			slots = append(slots, *o.slotAt(e.slot))
			t.add(propEntry{e.key, uint32(len(slots) - 1), e.attrs})
		}
	}
	s.table, s.count = t, uint32(len(slots))
	o.replaceSlots(slots)
}

// setProto changes the prototype in the shape.
func (o *Object) setProto(a *Agent, proto *Object) {
	if proto != nil {
		proto.becomePrototype(a)
	}
	if !o.shape.unique && o.shape.count == 0 {
		o.shape = a.rootShape(o.shape.class, proto)
		return
	}
	if !o.shape.unique && o.shape.count <= 16 && o.flags&flagPrototype == 0 {
		// Replay the properties from the new root, so that objects made the
		// same way keep sharing a shape.
		n := a.rootShape(o.shape.class, proto)
		for _, e := range o.shape.props() {
			if n = n.child(e.key, e.attrs); n == nil {
				break
			}
		}
		if n != nil {
			o.shape = n
			return
		}
	}
	o.toUnique()
	o.touch(a).proto = proto
}

// props returns the live properties in creation order.
func (s *Shape) props() []propEntry {
	t := s.table
	if t == nil {
		if s.count == 0 {
			return nil
		}
		list := make([]propEntry, s.count)
		for p := s; p.parent != nil; p = p.parent {
			list[p.count-1] = propEntry{p.key, p.count - 1, p.attrs}
		}
		return list
	}
	if t.live == len(t.entries) {
		return t.entries[:s.count]
	}
	list := make([]propEntry, 0, t.live)
	for _, e := range t.entries {
		if e.attrs&attrDeleted == 0 {
			list = append(list, e)
		}
	}
	return list
}
