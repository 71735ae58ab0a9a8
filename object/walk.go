package object

import (
	"unsafe"

	"github.com/burrowjs/burrow/internal/jstring"
)

// LiveWalk measures what is reachable from some roots: it adds up the bytes of
// objects, their slots and payloads, strings, BigInts, symbols and shapes, each
// once. It uses no Go recursion. A walk visits objects of one agent; it marks
// them in their flags and must be ended by Finish.
type LiveWalk struct {
	visited []*Object // all objects seen; those from next on are to be scanned
	next    int
	shapes  []*Shape // to be scanned
	ropes   []*jstring.String
	seen    map[unsafe.Pointer]struct{} // everything that is no object
	layouts map[*Shape][]uint32         // the accessor slots of shapes met before
	total   uint64

	attributed *attribution // nil: nobody asks whose the bytes are
}

// NewLiveWalk returns a walk that has the agent's own tables as roots. Callers
// add theirs through the Visitor methods, then call Finish.
func NewLiveWalk(a *Agent) *LiveWalk {
	w := &LiveWalk{seen: map[unsafe.Pointer]struct{}{}, layouts: map[*Shape][]uint32{}}
	for _, s := range a.nullRoots {
		w.shape(s)
	}
	for _, s := range a.registry {
		w.symbol(s)
		w.total += registryEntryBytes
	}
	for _, k := range a.names {
		w.key(k)
	}
	for _, t := range a.weak.shared {
		t.trace(w)
	}
	w.total += uint64(len(a.atoms.entries))*12 + uint64(len(a.weak.tables))*8
	return w
}

// first reports whether p is met for the first time.
func (w *LiveWalk) first(p unsafe.Pointer) bool {
	if _, ok := w.seen[p]; ok || p == nil {
		return false
	}
	w.seen[p] = struct{}{}
	return true
}

// Object adds an object.
func (w *LiveWalk) Object(o *Object) {
	if o != nil && o.flags&flagMarked == 0 {
		o.flags |= flagMarked
		w.visited = append(w.visited, o)
		if t := w.attributed; t != nil {
			t.owners = append(t.owners, t.current)
		}
	}
}

// Value adds what a Value refers to.
func (w *LiveWalk) Value(v Value) {
	switch {
	case v.IsObject():
		w.Object(v.AsObject())
	case v.IsString():
		w.string(v.AsString())
	case v.IsSymbol():
		w.symbol(v.AsSymbol())
	case v.IsBigInt():
		if b := v.AsBigInt(); w.first(v.ref) {
			w.total += 32 + uint64(cap(b.Bits()))*uint64(unsafe.Sizeof(uintptr(0)))
		}
	case v.IsBox():
		if w.first(v.ref) {
			w.total += uint64(unsafe.Sizeof(Box{}))
			w.Value(v.AsBox().V)
		}
	case v.IsInternal() && v.bits&0xFF == internalLazy:
		w.Realm((*Realm)(v.ref))
	}
}

// Realm adds a realm.
func (w *LiveWalk) Realm(r *Realm) {
	if r != nil && w.first(unsafe.Pointer(r)) {
		if t := w.attributed; t != nil {
			defer w.attribute(w.attribute(t.index[r]))
		}
		w.total += uint64(unsafe.Sizeof(*r)) + uint64(cap(r.intrinsics))*uint64(unsafe.Sizeof(uintptr(0)))
		for _, c := range r.intrinsics {
			if c != nil {
				w.total += uint64(unsafe.Sizeof(*c))
			}
		}
		r.trace(w)
	}
}

// Bytes adds memory that belongs to no object.
func (w *LiveWalk) Bytes(n int) { w.total += uint64(n) }

// string adds a string, and the halves of a rope without recursion.
func (w *LiveWalk) string(s *jstring.String) {
	for {
		if w.first(unsafe.Pointer(s)) {
			w.total += uint64(unsafe.Sizeof(*s))
			if left, right, rope := s.Halves(); rope {
				w.ropes = append(w.ropes, left, right)
			} else {
				w.total += uint64(s.Size())
			}
		}
		if len(w.ropes) == 0 {
			return
		}
		s = w.ropes[len(w.ropes)-1]
		w.ropes = w.ropes[:len(w.ropes)-1]
	}
}

func (w *LiveWalk) symbol(s *Symbol) {
	if !w.first(unsafe.Pointer(s)) {
		return
	}
	w.total += uint64(unsafe.Sizeof(*s))
	if s.Description != nil {
		w.string(s.Description)
	}
	if s.weak != nil && !s.shared {
		w.weakTable(s.weak)
	}
}

func (w *LiveWalk) weakTable(t *weakTable) {
	w.total += uint64(cap(t.entries))*uint64(unsafe.Sizeof(weakEntry{})) + uint64(len(t.index))*48
	t.trace(w)
}

func (w *LiveWalk) key(k PropertyKey) {
	switch k.kind {
	case keyString:
		w.string((*jstring.String)(k.ptr))
	case keySymbol, keyPrivate:
		w.symbol(k.Symbol())
	}
}

func (w *LiveWalk) shape(s *Shape) {
	if s != nil && w.first(unsafe.Pointer(s)) {
		w.shapes = append(w.shapes, s)
	}
}

// scanShape adds what a shape refers to: its transitions too, because it keeps
// them.
func (w *LiveWalk) scanShape(s *Shape) {
	w.total += uint64(unsafe.Sizeof(*s)) + uint64(len(s.nextMany))*56 + uint64(cap(s.roots))*8
	w.Object(s.proto)
	w.shape(s.parent)
	w.shape(s.next)
	for _, n := range s.nextMany {
		w.shape(n)
	}
	for _, n := range s.roots {
		w.shape(n)
	}
	w.key(s.key)
	if t := s.table; t != nil && w.first(unsafe.Pointer(t)) {
		w.total += uint64(cap(t.entries))*uint64(unsafe.Sizeof(propEntry{})) + uint64(len(t.index))*4
		for i := range t.entries {
			w.key(t.entries[i].key)
		}
	}
}

// accessors returns the slots of a shape that hold accessors, in order.
func (w *LiveWalk) accessors(s *Shape) []uint32 {
	if list, ok := w.layouts[s]; ok {
		return list
	}
	var list []uint32
	for _, e := range s.props() {
		if e.attrs&AttrAccessor != 0 {
			list = append(list, e.slot)
		}
	}
	if !s.unique {
		w.layouts[s] = list
	}
	return list
}

func (w *LiveWalk) scanObject(o *Object) {
	w.total += uint64(o.Size())
	s := o.shape
	w.shape(s)
	accessors := w.accessors(s)
	for i := range s.count {
		slot := o.slotAt(i)
		if len(accessors) == 0 || accessors[0] != i {
			w.Value(*slot)
			continue
		}
		accessors = accessors[1:]
		if !slot.IsObject() {
			w.Value(*slot) // not made yet
		} else if acc := slot.accessor(); w.first(slot.ref) {
			w.total += uint64(unsafe.Sizeof(*acc))
			w.Object(acc.Get)
			w.Object(acc.Set)
		}
	}
	if t := o.weakTable(); t != nil {
		w.weakTable(t)
	}
	if trace := s.class.Trace; trace != nil {
		trace(o, w)
	}
}

// registryEntryBytes is what an entry of the symbol registry weighs beside its symbol.
const registryEntryBytes = 96

// payloadBytes is what a payload is taken to weigh whose class does not tell.
const payloadBytes = 96

// Size returns the bytes of an object itself: header, slots and payload.
func (o *Object) Size() int {
	n := int(unsafe.Sizeof(*o)) + int(o.SlotCapacity())*int(unsafe.Sizeof(Value{}))
	if size := o.shape.class.Size; size != nil {
		n += size(o)
	} else if o.ext != nil {
		n += payloadBytes
	}
	return n
}

// Finish visits everything that can be reached, clears the marks and returns
// the sum in bytes.
func (w *LiveWalk) Finish() uint64 {
	for w.next < len(w.visited) || len(w.shapes) > 0 {
		if n := len(w.shapes); n > 0 {
			s := w.shapes[n-1]
			w.shapes = w.shapes[:n-1]
			if t := w.attributed; t != nil {
				w.attribute(len(t.totals) - 1)
			}
			w.scanShape(s)
			continue
		}
		o := w.visited[w.next]
		if t := w.attributed; t != nil {
			w.attribute(t.owner(o, w.next))
		}
		w.next++
		w.scanObject(o)
	}
	for _, o := range w.visited {
		o.flags &^= flagMarked
	}
	return w.total
}
