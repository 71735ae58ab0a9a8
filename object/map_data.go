package object

import (
	"sort"
	"unsafe"
)

// MapData is [[MapData]] or [[SetData]] (24.1.3, 24.2.4): a hash table with
// its entries in order of insertion. Sets have no values.
//
// Removal leaves a hole. When holes are squeezed out, or the table is cleared,
// the entries move to a fresh store; the old one remembers the way, so that a
// cursor that still points at it finds its place. Old stores are garbage as
// soon as no cursor points at them.
type MapData struct {
	store *mapStore
	live  int
	isSet bool
}

type mapStore struct {
	entries []mapEntry
	values  []Value // beside entries, for maps
	buckets []int32 // entry+1 at the head of each chain, 0: none
	holes   int

	// Set when the entries have moved.
	next    *mapStore
	removed []int32 // positions that were holes, ascending
	cleared bool    // all were
}

type mapEntry struct {
	key  Value // Empty: a hole
	hash uint32
	next int32 // entry+1 in the chain
}

// The classes of Map and Set objects; the payload is a MapData.
var (
	ClassMap = mapClass("Map")
	ClassSet = mapClass("Set")
)

func mapClass(name string) *Class {
	return &Class{Name: name, Kind: KindOther,
		Trace: func(o *Object, v Visitor) { (*MapData)(o.ext).Trace(v) },
		Size:  func(o *Object) int { return (*MapData)(o.ext).Size() },
	}
}

// NewMapData returns an empty table with values.
func NewMapData() *MapData { return &MapData{store: &mapStore{}} }

// NewSetData returns an empty table without values.
func NewSetData() *MapData { return &MapData{store: &mapStore{}, isSet: true} }

// Trace visits all keys and values.
func (d *MapData) Trace(v Visitor) {
	for i := range d.store.entries {
		v.Value(d.store.entries[i].key)
	}
	for _, x := range d.store.values {
		v.Value(x)
	}
}

// Size returns the number of bytes of the table.
func (d *MapData) Size() int {
	s := d.store
	return int(unsafe.Sizeof(*d)+unsafe.Sizeof(*s)) + cap(s.entries)*int(unsafe.Sizeof(mapEntry{})) +
		cap(s.values)*int(unsafe.Sizeof(Value{})) + 4*cap(s.buckets)
}

// Len returns the number of entries.
func (d *MapData) Len() int { return d.live }

// CanonicalizeKeyedCollectionKey is 24.5.1, https://tc39.es/ecma262/#sec-canonicalizekeyedcollectionkey
// Other Numbers take the one form that they have as keys, so that all values
// but strings and BigInts are the same key if their words are the same.
func CanonicalizeKeyedCollectionKey(v Value) Value {
	if v.IsFloat() {
		return Number(v.AsFloat() + 0)
	}
	return v
}

// hashValue returns the hash of a canonical key.
func hashValue(v Value) uint32 {
	var h uint64
	switch {
	case v.IsString():
		return v.AsString().Hash()
	case v.IsBigInt():
		b := v.AsBigInt()
		h = uint64(b.Sign())
		for _, w := range b.Bits() {
			h = (h ^ uint64(w)) * 0x9E3779B97F4A7C15
			h ^= h >> 29
		}
	case v.IsHeap():
		h = uint64(uintptr(v.ref)) >> 4 // the collector does not move what lives in the heap
	default:
		h = v.bits
	}
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	return uint32(h >> 32)
}

// find returns the position of a canonical key, or -1.
func (s *mapStore) find(key Value, hash uint32) int {
	if len(s.buckets) == 0 {
		return -1
	}
	byContent := key.IsString() || key.IsBigInt()
	for i := s.buckets[hash&uint32(len(s.buckets)-1)]; i != 0; {
		e := &s.entries[i-1]
		if e.hash == hash && e.key.bits == key.bits && (e.key.ref == key.ref || byContent && sameHeap(e.key, key)) {
			return int(i - 1)
		}
		i = e.next
	}
	return -1
}

func (d *MapData) find(key Value) int {
	key = CanonicalizeKeyedCollectionKey(key)
	return d.store.find(key, hashValue(key))
}

// Has reports whether key is in the table.
func (d *MapData) Has(key Value) bool { return d.find(key) >= 0 }

// Get returns the value of key.
func (d *MapData) Get(key Value) (Value, bool) {
	if i := d.find(key); i >= 0 {
		return d.store.values[i], true
	}
	return Undefined, false
}

// Set gives key a value, adding it at the end if it is not there.
func (d *MapData) Set(a *Agent, key, value Value) error {
	key = CanonicalizeKeyedCollectionKey(key)
	hash := hashValue(key)
	if i := d.store.find(key, hash); i >= 0 {
		if !d.isSet {
			d.store.values[i].SetHeap(value)
		}
		return nil
	}
	if len(d.store.entries) == cap(d.store.entries) {
		if err := d.makeRoom(a); err != nil {
			return err
		}
	}
	s := d.store
	b := &s.buckets[hash&uint32(len(s.buckets)-1)]
	s.entries = append(s.entries, mapEntry{key.Clean(), hash, *b})
	*b = int32(len(s.entries))
	if !d.isSet {
		s.values = append(s.values, value.Clean())
	}
	d.live++
	return nil
}

// Add adds key to a set.
func (d *MapData) Add(a *Agent, key Value) error { return d.Set(a, key, Undefined) }

// maxMapEntries is the greatest size of a Map or Set, about that of V8.
const maxMapEntries = 1 << 24

// makeRoom makes room for more entries: it squeezes the holes out if there are
// many, else it enlarges the store, in which positions stay what they are.
func (d *MapData) makeRoom(a *Agent) error {
	s := d.store
	if s.holes > 0 && s.holes >= len(s.entries)/4 {
		return d.compact(a)
	}
	if len(s.entries) >= maxMapEntries {
		name := "Map"
		if d.isSet {
			name = "Set"
		}
		return a.RangeError("%s maximum size exceeded", name)
	}
	n := max(4, 2*len(s.entries))
	if err := d.charge(a, n); err != nil {
		return err
	}
	entries := make([]mapEntry, len(s.entries), n)
	copy(entries, s.entries)
	s.entries = entries
	if !d.isSet {
		values := make([]Value, len(s.values), n)
		copy(values, s.values)
		s.values = values
	}
	s.rehash(n)
	return nil
}

func (d *MapData) charge(a *Agent, n int) error {
	if err := a.Charge(n * int(unsafe.Sizeof(mapEntry{})+unsafe.Sizeof(Value{})+8)); err != nil {
		return err
	}
	return a.Tick(n / 8)
}

// rehash makes buckets for n entries.
func (s *mapStore) rehash(n int) {
	size := 4
	for size < n {
		size *= 2
	}
	s.buckets = make([]int32, size)
	for i := range s.entries {
		e := &s.entries[i]
		if e.key.IsEmpty() {
			continue
		}
		b := &s.buckets[e.hash&uint32(size-1)]
		e.next = *b
		*b = int32(i + 1)
	}
}

// compact moves the entries to a store without holes that has room for more.
func (d *MapData) compact(a *Agent) error {
	old := d.store
	n := max(4, d.live+d.live/2)
	if err := d.charge(a, n); err != nil {
		return err
	}
	s := &mapStore{entries: make([]mapEntry, 0, n)}
	if !d.isSet {
		s.values = make([]Value, 0, n)
	}
	removed := make([]int32, 0, old.holes)
	for i := range old.entries {
		if old.entries[i].key.IsEmpty() {
			removed = append(removed, int32(i))
			continue
		}
		s.entries = append(s.entries, old.entries[i])
		if !d.isSet {
			s.values = append(s.values, old.values[i])
		}
	}
	s.rehash(n)
	*old = mapStore{next: s, removed: removed}
	d.store = s
	return nil
}

// Delete removes key and reports whether it was there.
func (d *MapData) Delete(a *Agent, key Value) (bool, error) {
	i := d.find(key)
	if i < 0 {
		return false, nil
	}
	s := d.store
	s.unlink(int32(i + 1))
	s.entries[i].key = Empty
	if !d.isSet {
		s.values[i] = Undefined
	}
	s.holes++
	d.live--
	if s.holes > 32 && s.holes > 3*d.live {
		return true, d.compact(a)
	}
	return true, nil
}

// unlink takes an entry out of its chain: a table that is used as a queue must
// not grow long chains of holes.
func (s *mapStore) unlink(link int32) {
	e := &s.entries[link-1]
	p := &s.buckets[e.hash&uint32(len(s.buckets)-1)]
	for *p != link {
		p = &s.entries[*p-1].next
	}
	*p = e.next
}

// Clear removes all entries.
func (d *MapData) Clear() {
	if len(d.store.entries) == 0 {
		return
	}
	s := &mapStore{}
	*d.store = mapStore{next: s, cleared: true}
	d.store, d.live = s, 0
}

// Copy returns a table with the same entries.
func (d *MapData) Copy(a *Agent) (*MapData, error) {
	if err := d.charge(a, d.live); err != nil {
		return nil, err
	}
	c := &MapData{store: &mapStore{}, isSet: d.isSet}
	for cur := d.Cursor(); ; {
		key, value, ok := cur.Next()
		if !ok {
			return c, nil
		}
		if err := c.Set(a, key, value); err != nil {
			return nil, err
		}
	}
}

// MapCursor is a place in a MapData. It sees entries that are added behind it
// and skips those that are removed before it gets there.
type MapCursor struct {
	store *mapStore
	index int
}

// Cursor returns a cursor at the beginning.
func (d *MapData) Cursor() MapCursor { return MapCursor{store: d.store} }

// Next returns the next entry.
func (c *MapCursor) Next() (key, value Value, ok bool) {
	for c.store.next != nil {
		c.follow()
	}
	s := c.store
	for c.index < len(s.entries) {
		i := c.index
		c.index++
		if key = s.entries[i].key; key.IsEmpty() {
			continue
		}
		if s.values != nil {
			return key, s.values[i], true
		}
		return key, Undefined, true
	}
	return Undefined, Undefined, false
}

// follow moves the cursor to where the entries of its store went.
func (c *MapCursor) follow() {
	s := c.store
	if s.cleared {
		c.index = 0
	} else {
		c.index -= sort.Search(len(s.removed), func(i int) bool { return int(s.removed[i]) >= c.index })
	}
	c.store = s.next
}
