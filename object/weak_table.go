package object

import (
	"runtime"
	"sync/atomic"
	"unsafe"
	"weak"
)

// Weak collections (WeakMap, WeakSet, 24.3 and 24.4) keep their entries with
// the keys: a key has a small table from collections to values, and a
// collection is no more than an identity. Then
//
//   - key → value → key is a cycle like any other, which the garbage collector
//     takes when nothing else leads to the key;
//   - a dead collection's values stay in the tables of keys that live on until
//     the tables are swept. Tables refer to collections weakly, so a sweep can
//     tell;
//   - a value that refers to its own collection keeps it, and itself, alive as
//     long as the key lives. This is the one case that differs from ephemerons.
//
// Where is an object's table? It has no field to spare, and a property would
// change the shape, which inline caches and a reader of shapes would notice. So
// it is behind the last slot: the slot array of an object with flagWeakKey has
// one element more than its capacity says. Only the functions that allocate
// slot arrays know (replaceSlots, attachWeakTable); an object that becomes a
// key pays for a new array once.
//
// A map from weak pointers to values, with a cleanup, would be simpler, but the
// value would be a root, and key → value → key would never be collected.

// WeakCollection is the identity of a weak map or set.
type WeakCollection struct {
	id uint64
	_  *byte // a pointer keeps it out of the allocator's tiny blocks, so that it dies alone
}

type weakEntry struct {
	id    uint64
	owner weak.Pointer[WeakCollection]
	value Value
}

type weakTable struct {
	entries []weakEntry
	index   map[uint64]int // of entries, when there are many
	listed  bool           // in weakState.tables
}

// weakState is what an agent knows about weak tables.
type weakState struct {
	nextID  uint64
	dead    *atomic.Uint32 // collections that died since the last sweep
	tables  []weak.Pointer[weakTable]
	sweepAt int // length of tables at which to sweep
	// Well-known symbols are shared by agents; their tables are here.
	shared map[*Symbol]*weakTable
}

// manyWeak is the number of entries from which a table has an index.
const manyWeak = 8

// NewWeakCollection returns the payload of a new weak map or set.
func (a *Agent) NewWeakCollection() *WeakCollection {
	w := &a.weak
	if w.dead == nil {
		w.dead = new(atomic.Uint32)
		w.sweepAt = 1024
	}
	w.nextID++
	c := &WeakCollection{id: w.nextID}
	runtime.AddCleanup(c, func(dead *atomic.Uint32) { dead.Add(1) }, w.dead)
	return c
}

// CanBeHeldWeakly is 9.13, https://tc39.es/ecma262/#sec-canbeheldweakly
func CanBeHeldWeakly(v Value) bool {
	return v.IsObject() || v.IsSymbol() && !v.AsSymbol().Registered
}

// weakTableOf returns the table of a key, or nil.
func (a *Agent) weakTableOf(key Value) *weakTable {
	switch {
	case key.IsObject():
		return key.AsObject().weakTable()
	case key.IsSymbol():
		s := key.AsSymbol()
		if s.shared {
			return a.weak.shared[s]
		}
		return s.weak
	}
	return nil
}

func (o *Object) weakTable() *weakTable {
	if o.flags&flagWeakKey == 0 {
		return nil
	}
	return (*weakTable)(o.slotAt(o.SlotCapacity()).ref)
}

// attachWeakTable gives o a slot array with a table behind its end.
func (o *Object) attachWeakTable(t *weakTable) {
	n := o.SlotCapacity()
	slots := make([]Value, n+1)
	if n > 0 {
		old := unsafe.Slice((*Value)(o.slots), n)
		copy(slots, old)
		clear(old)
	}
	slots[n] = weakTail(t)
	o.slots = unsafe.Pointer(unsafe.SliceData(slots))
	o.flags |= flagWeakKey
}

func weakTail(t *weakTable) Value { return Value{unsafe.Pointer(t), Empty.bits} }

// find returns the entry of a collection, or -1.
func (t *weakTable) find(c *WeakCollection) int {
	if t == nil {
		return -1
	}
	if t.index != nil {
		if i, ok := t.index[c.id]; ok {
			return i
		}
		return -1
	}
	for i := range t.entries {
		if t.entries[i].id == c.id {
			return i
		}
	}
	return -1
}

// remove deletes entry i.
func (t *weakTable) remove(i int) {
	last := len(t.entries) - 1
	if t.index != nil {
		delete(t.index, t.entries[i].id)
		if i != last {
			t.index[t.entries[last].id] = i
		}
	}
	t.entries[i] = t.entries[last]
	t.entries[last] = weakEntry{}
	t.entries = t.entries[:last]
}

func (t *weakTable) add(c *WeakCollection, v Value) {
	t.entries = append(t.entries, weakEntry{c.id, weak.Make(c), v.Clean()})
	if t.index != nil {
		t.index[c.id] = len(t.entries) - 1
	} else if len(t.entries) > manyWeak {
		t.index = make(map[uint64]int, 2*manyWeak)
		for i := range t.entries {
			t.index[t.entries[i].id] = i
		}
	}
}

// Get returns the value that the collection has for key.
func (c *WeakCollection) Get(a *Agent, key Value) (Value, bool) {
	t := a.weakTableOf(key)
	if i := t.find(c); i >= 0 {
		return t.entries[i].value, true
	}
	return Undefined, false
}

// Set gives the collection a value for key, for which CanBeHeldWeakly holds.
func (c *WeakCollection) Set(a *Agent, key, v Value) error {
	t := a.weakTableOf(key)
	if i := t.find(c); i >= 0 {
		t.entries[i].value.SetHeap(v)
		return nil
	}
	if err := a.Charge(64); err != nil {
		return err
	}
	if t == nil {
		t = &weakTable{}
		switch {
		case key.IsObject():
			key.AsObject().attachWeakTable(t)
		case key.AsSymbol().shared:
			if a.weak.shared == nil {
				a.weak.shared = map[*Symbol]*weakTable{}
			}
			a.weak.shared[key.AsSymbol()] = t
		default:
			key.AsSymbol().weak = t
		}
	}
	t.add(c, v)
	if w := &a.weak; !t.listed {
		t.listed = true
		if len(w.tables) >= w.sweepAt {
			if err := a.Tick(len(w.tables) / 16); err != nil {
				return err
			}
			a.SweepWeakTables()
		}
		w.tables = append(w.tables, weak.Make(t))
	}
	return nil
}

// Delete removes key from the collection and reports whether it was there.
func (c *WeakCollection) Delete(a *Agent, key Value) bool {
	t := a.weakTableOf(key)
	i := t.find(c)
	if i >= 0 {
		t.remove(i)
	}
	return i >= 0
}

// SweepWeakTables drops the values of dead collections and forgets the tables
// of dead keys. It runs when the number of tables has doubled, and may be
// called at any safe point, best after a collection of garbage.
func (a *Agent) SweepWeakTables() {
	w := &a.weak
	purge := w.dead != nil && w.dead.Swap(0) > 0
	live := w.tables[:0]
	for _, p := range w.tables {
		t := p.Value()
		if t == nil {
			continue
		}
		if purge {
			t.purge()
		}
		if len(t.entries) == 0 {
			t.listed = false
			continue
		}
		live = append(live, p)
	}
	clear(w.tables[len(live):])
	w.tables = live
	w.sweepAt = max(1024, 2*len(live))
}

func (t *weakTable) purge() {
	for i := len(t.entries) - 1; i >= 0; i-- {
		if t.entries[i].owner.Value() == nil {
			t.remove(i)
		}
	}
}

// trace visits the values that a live key has in live collections.
func (t *weakTable) trace(v Visitor) {
	for i := range t.entries {
		if t.entries[i].owner.Value() != nil {
			v.Value(t.entries[i].value)
		}
	}
}
