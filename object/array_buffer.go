package object

import (
	"sync/atomic"
	"unsafe"
)

// ArrayBufferData is the payload of ArrayBuffer and SharedArrayBuffer objects
// (25.1, 25.2). Bytes of a shared buffer are never in Data: they are behind
// Shared, where every access is atomic, so that code for ordinary buffers, which
// looks at Data only, finds nothing there.
type ArrayBufferData struct {
	Data          []byte
	Shared        *SharedBlock // not nil: a SharedArrayBuffer
	MaxByteLength int          // -1: the length is fixed
	Detached      bool
	Immutable     bool
	DetachKey     Value
}

// The classes of buffers.
var (
	ClassArrayBuffer = &Class{Name: "ArrayBuffer", Kind: KindOther, Size: arrayBufferSize,
		Trace: func(o *Object, v Visitor) { v.Value((*ArrayBufferData)(o.ext).DetachKey) }}
	ClassSharedArrayBuffer = &Class{Name: "SharedArrayBuffer", Kind: KindOther, Size: arrayBufferSize}
)

func arrayBufferSize(o *Object) int {
	b := (*ArrayBufferData)(o.ext)
	n := int(unsafe.Sizeof(*b)) + cap(b.Data)
	if b.Shared != nil {
		n += 8 * len(b.Shared.words)
	}
	return n
}

// BufferData returns the payload of v if it is an ArrayBuffer or SharedArrayBuffer, else nil.
func BufferData(v Value) *ArrayBufferData {
	if o := v.ObjectOrNil(); o != nil && (o.shape.class == ClassArrayBuffer || o.shape.class == ClassSharedArrayBuffer) {
		return (*ArrayBufferData)(o.ext)
	}
	return nil
}

// ByteLength is ArrayBufferByteLength (25.1.3.2); a detached buffer has 0.
func (b *ArrayBufferData) ByteLength() int {
	if b.Shared != nil {
		return b.Shared.Len()
	}
	return len(b.Data)
}

// IsFixedLength is IsFixedLengthArrayBuffer (25.1.3.10).
func (b *ArrayBufferData) IsFixedLength() bool { return b.MaxByteLength < 0 }

// allocationError is what a buffer too large for the engine throws.
func allocationError(a *Agent) error { return a.RangeError("Array buffer allocation failed") }

// maxBufferBytes is the greatest size of a buffer.
const maxBufferBytes = 1<<32 - 1

// CreateByteDataBlock is 6.2.9.1, https://tc39.es/ecma262/#sec-createbytedatablock
func CreateByteDataBlock(a *Agent, size int64) ([]byte, error) {
	if size > 1<<31 {
		return nil, allocationError(a)
	}
	if err := a.Charge(int(size)); err != nil {
		return nil, err
	}
	if err := a.Tick(int(size >> 12)); err != nil {
		return nil, err
	}
	return make([]byte, size), nil
}

// AllocateArrayBuffer is 25.1.3.1, https://tc39.es/ecma262/#sec-allocatearraybuffer ; maxByteLength -1 means empty.
func AllocateArrayBuffer(a *Agent, constructor *Object, byteLength, maxByteLength int64) (*Object, error) {
	if maxByteLength >= 0 && byteLength > maxByteLength {
		return nil, a.RangeError("Invalid array buffer max length")
	}
	proto, err := GetPrototypeFromConstructor(a, constructor, IntrinsicArrayBufferPrototype)
	if err != nil {
		return nil, err
	}
	if maxByteLength > maxBufferBytes {
		return nil, allocationError(a)
	}
	data, err := CreateByteDataBlock(a, byteLength)
	if err != nil {
		return nil, err
	}
	return a.NewArrayBuffer(proto, data, int(maxByteLength)), nil
}

// NewArrayBuffer returns an ArrayBuffer over data, which it takes over.
func (a *Agent) NewArrayBuffer(proto *Object, data []byte, maxByteLength int) *Object {
	return New(a, ClassArrayBuffer, proto, &ArrayBufferData{Data: data, MaxByteLength: maxByteLength, DetachKey: Undefined})
}

// Resize changes the length of a resizable buffer to n, at most MaxByteLength;
// new bytes are zero.
func (b *ArrayBufferData) Resize(a *Agent, n int) error {
	old := len(b.Data)
	if n <= cap(b.Data) {
		b.Data = b.Data[:n]
		if n > old {
			clear(b.Data[old:])
		} else if n < cap(b.Data)/4 {
			b.Data = append(make([]byte, 0, n), b.Data...)
		}
		return nil
	}
	size := min(max(n, 2*old), b.MaxByteLength)
	if int64(size) > 1<<31 {
		size = n
	}
	data, err := CreateByteDataBlock(a, int64(size))
	if err != nil {
		return err
	}
	copy(data, b.Data)
	b.Data = data[:n]
	return nil
}

// ImmutableBufferError is what writing to an immutable buffer throws.
func ImmutableBufferError(a *Agent, operation string) error {
	return a.TypeError("Cannot perform %s on an immutable ArrayBuffer", operation)
}

// DetachArrayBuffer is 25.1.3.5, https://tc39.es/ecma262/#sec-detacharraybuffer
func DetachArrayBuffer(a *Agent, b *ArrayBufferData, key Value) error {
	if b.Immutable {
		return ImmutableBufferError(a, "detach")
	}
	if !SameValue(b.DetachKey, key) {
		return a.TypeError("Cannot perform %s on an ArrayBuffer with a different detach key", "detach")
	}
	b.Data, b.Detached = nil, true
	if b.MaxByteLength > 0 {
		b.MaxByteLength = 0
	}
	return nil
}

// SharedBlock is a Shared Data Block (6.2.9). It may be used by several agents
// at once: all of its bytes are reached through atomic operations on words, in
// which byte i of a word is bits 8i and up, whatever the machine's order.
type SharedBlock struct {
	words  []uint64
	length atomic.Int64
	max    int // -1: fixed
}

// NewSharedBlock is CreateSharedByteDataBlock (6.2.9.2); max -1 means that the
// block cannot grow.
func NewSharedBlock(a *Agent, size, max int64) (*SharedBlock, error) {
	room := size
	if max > room {
		room = max
	}
	if room > 1<<31 {
		return nil, allocationError(a)
	}
	if err := a.Charge(int(room) + 8); err != nil {
		return nil, err
	}
	s := &SharedBlock{words: make([]uint64, (room+7)/8), max: int(max)}
	s.length.Store(size)
	return s, nil
}

// NewSharedArrayBuffer returns a SharedArrayBuffer over a block.
func (a *Agent) NewSharedArrayBuffer(proto *Object, s *SharedBlock) *Object {
	return New(a, ClassSharedArrayBuffer, proto, &ArrayBufferData{Shared: s, MaxByteLength: s.max, DetachKey: Undefined})
}

// Len returns the current length in bytes.
func (s *SharedBlock) Len() int { return int(s.length.Load()) }

// Grow changes the length from old to n, which is not less; false means that
// another agent was first.
func (s *SharedBlock) Grow(old, n int) bool { return s.length.CompareAndSwap(int64(old), int64(n)) }

func lowMask(size int) uint64 { return ^uint64(0) >> (64 - 8*size) }

// Load reads size bytes (1, 2, 4 or 8) at index i, little-endian. It is atomic
// if i is a multiple of size.
func (s *SharedBlock) Load(i, size int) uint64 {
	w, shift := i>>3, uint(i&7)*8
	x := atomic.LoadUint64(&s.words[w]) >> shift
	if i&7+size > 8 {
		x |= atomic.LoadUint64(&s.words[w+1]) << (64 - shift)
	}
	return x & lowMask(size)
}

// Store writes size bytes at index i, little-endian. It is atomic if i is a
// multiple of size.
func (s *SharedBlock) Store(i, size int, raw uint64) {
	if size == 8 && i&7 == 0 {
		atomic.StoreUint64(&s.words[i>>3], raw)
		return
	}
	if i&7+size > 8 {
		for k := range size {
			s.Store(i+k, 1, raw>>(8*k))
		}
		return
	}
	s.Update(i, size, func(_, raw uint64) uint64 { return raw }, raw)
}

// Update replaces the size bytes at i, a multiple of size, by f of them and
// arg, atomically, and returns what they were.
func (s *SharedBlock) Update(i, size int, f func(old, arg uint64) uint64, arg uint64) (old uint64) {
	word, shift, mask := &s.words[i>>3], uint(i&7)*8, lowMask(size)
	for {
		w := atomic.LoadUint64(word)
		old = w >> shift & mask
		if atomic.CompareAndSwapUint64(word, w, w&^(mask<<shift)|f(old, arg)&mask<<shift) {
			return old
		}
	}
}

// CompareExchange replaces the size bytes at i, a multiple of size, by
// replacement if they are expected, and returns what they were.
func (s *SharedBlock) CompareExchange(i, size int, expected, replacement uint64) (old uint64) {
	word, shift, mask := &s.words[i>>3], uint(i&7)*8, lowMask(size)
	for {
		w := atomic.LoadUint64(word)
		old = w >> shift & mask
		if old != expected&mask || atomic.CompareAndSwapUint64(word, w, w&^(mask<<shift)|replacement&mask<<shift) {
			return old
		}
	}
}

// CopyOut fills dst with the bytes from i on.
func (s *SharedBlock) CopyOut(dst []byte, i int) {
	for k := range dst {
		dst[k] = byte(s.Load(i+k, 1))
	}
}

// CopyIn writes src at i.
func (s *SharedBlock) CopyIn(i int, src []byte) {
	for k, c := range src {
		s.Store(i+k, 1, uint64(c))
	}
}

// LoadRaw reads size bytes at index i, little-endian.
func (b *ArrayBufferData) LoadRaw(i, size int) uint64 {
	if b.Shared != nil {
		return b.Shared.Load(i, size)
	}
	var raw uint64
	for k, c := range b.Data[i : i+size] {
		raw |= uint64(c) << (8 * k)
	}
	return raw
}

// StoreRaw writes size bytes at index i, little-endian.
func (b *ArrayBufferData) StoreRaw(i, size int, raw uint64) {
	if b.Shared != nil {
		b.Shared.Store(i, size, raw)
		return
	}
	for k := range b.Data[i : i+size] {
		b.Data[i+k] = byte(raw >> (8 * k))
	}
}

// CopyBytes copies n bytes, as if through a buffer when they overlap
// (CopyDataBlockBytes, 6.2.9.3). Long copies poll the limits.
func CopyBytes(a *Agent, to *ArrayBufferData, toIndex int, from *ArrayBufferData, fromIndex, n int) error {
	const piece = 1 << 20
	if to.Shared == nil && from.Shared == nil && (n <= piece || to == from) {
		copy(to.Data[toIndex:toIndex+n], from.Data[fromIndex:fromIndex+n])
		return a.Tick(n >> 8)
	}
	if to == from || to.Shared != nil && to.Shared == from.Shared {
		if err := a.Charge(n); err != nil {
			return err
		}
		whole := make([]byte, n)
		from.Shared.CopyOut(whole, fromIndex)
		from = &ArrayBufferData{Data: whole}
		fromIndex = 0
	}
	for done := 0; done < n; {
		size := min(piece, n-done)
		if err := a.Tick(size >> 8); err != nil {
			return err
		}
		switch {
		case to.Shared == nil && from.Shared == nil:
			copy(to.Data[toIndex+done:toIndex+done+size], from.Data[fromIndex+done:])
		case to.Shared == nil:
			from.Shared.CopyOut(to.Data[toIndex+done:toIndex+done+size], fromIndex+done)
		case from.Shared == nil:
			to.Shared.CopyIn(toIndex+done, from.Data[fromIndex+done:fromIndex+done+size])
		default:
			part := make([]byte, size)
			from.Shared.CopyOut(part, fromIndex+done)
			to.Shared.CopyIn(toIndex+done, part)
		}
		done += size
	}
	return nil
}
