package object

// attribution tells in a live walk to which realm the bytes belong. An object is
// of the realm in whose intrinsics its prototype chain ends; what has no
// such chain, as strings have not, is of the realm of what refers to it first.
// Shapes, keys and the agent's own tables are nobody's.
type attribution struct {
	index   map[*Realm]int
	of      map[*Object]int // intrinsics, and prototypes met before
	owners  []int           // of the walk's visited
	totals  []uint64        // by realm; the last is nobody's
	current int
	counted uint64 // of the walk's total
}

// NewAttributedWalk is NewLiveWalk for a walk whose bytes are told apart by
// realm. A sandbox belongs to the realm that asks it for globals.
func NewAttributedWalk(a *Agent, realms []*Realm) *LiveWalk {
	w := NewLiveWalk(a)
	t := &attribution{index: map[*Realm]int{}, of: map[*Object]int{}, totals: make([]uint64, len(realms)+1), current: len(realms)}
	for i, r := range realms {
		t.index[r] = i
		r.eachIntrinsic(func(o *Object) { t.of[o] = i })
		if r.Sandbox != nil {
			t.of[r.Sandbox] = i
		}
	}
	for range w.visited {
		t.owners = append(t.owners, t.current)
	}
	w.attributed = t
	return w
}

// attribute makes what is counted from now on belong to realm i; it returns the
// one before.
func (w *LiveWalk) attribute(i int) int {
	t := w.attributed
	if t == nil {
		return 0
	}
	t.totals[t.current] += w.total - t.counted
	t.counted = w.total
	before := t.current
	t.current = i
	return before
}

// InRealm calls f, whose roots belong to r unless they tell another realm.
func (w *LiveWalk) InRealm(r *Realm, f func()) {
	if w.attributed == nil {
		f()
		return
	}
	before := w.attribute(w.attributed.index[r])
	f()
	w.attribute(before)
}

// owner returns the realm of visited object i.
func (t *attribution) owner(o *Object, i int) int {
	owner := -1
	var path []*Object
	for p := o; p != nil; p = p.shape.proto {
		if known, ok := t.of[p]; ok {
			owner = known
			break
		}
		if p.flags&flagPrototype != 0 {
			path = append(path, p)
		}
	}
	for _, p := range path {
		t.of[p] = owner
	}
	if owner < 0 {
		return t.owners[i]
	}
	return owner
}

// Attributed ends a walk made by NewAttributedWalk: the bytes of each realm, and
// those of none.
func (w *LiveWalk) Attributed() (realms []uint64, shared uint64) {
	w.Finish()
	n := len(w.attributed.totals) - 1
	w.attribute(n)
	return w.attributed.totals[:n], w.attributed.totals[n]
}
