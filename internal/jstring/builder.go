package jstring

// Builder assembles a string from parts. It stays in Latin-1 until a wider
// unit arrives. The zero Builder is ready to use; it must not be copied.
//
// Parts from largePart on are not copied: they become halves of a rope, whose
// flattening takes as much space as it needs and none at all if nobody looks.
type Builder struct {
	head  *String // what comes before the units below, or nil
	bytes []byte
	units []uint16
	wide  bool
}

const largePart = 1 << 15

// Len returns the number of code units written.
func (b *Builder) Len() int {
	n := len(b.bytes)
	if b.wide {
		n = len(b.units)
	}
	if b.head != nil {
		n += b.head.Len()
	}
	return n
}

// Grow makes room for n more units.
func (b *Builder) Grow(n int) {
	if b.wide {
		if cap(b.units)-len(b.units) < n {
			b.units = append(make([]uint16, 0, 2*cap(b.units)+n), b.units...)
		}
	} else if cap(b.bytes)-len(b.bytes) < n {
		b.bytes = append(make([]byte, 0, 2*cap(b.bytes)+n), b.bytes...)
	}
}

func (b *Builder) widen() {
	b.units = make([]uint16, len(b.bytes), 2*len(b.bytes)+16)
	for i, c := range b.bytes {
		b.units[i] = uint16(c)
	}
	b.bytes, b.wide = nil, true
}

// Unit appends one code unit.
func (b *Builder) Unit(c uint16) {
	if !b.wide {
		if c < 256 {
			b.bytes = append(b.bytes, byte(c))
			return
		}
		b.widen()
	}
	b.units = append(b.units, c)
}

// CodePoint appends one code point.
func (b *Builder) CodePoint(r rune) {
	if r < 0x10000 {
		b.Unit(uint16(r))
		return
	}
	hi, lo := SurrogatePair(r)
	b.Unit(hi)
	b.Unit(lo)
}

// ASCII appends a Go string of ASCII characters.
func (b *Builder) ASCII(s string) {
	if !b.wide {
		b.bytes = append(b.bytes, s...)
		return
	}
	for i := range len(s) {
		b.units = append(b.units, uint16(s[i]))
	}
}

// Latin1 appends the units that the bytes of p are.
func (b *Builder) Latin1(p []byte) {
	if !b.wide {
		b.bytes = append(b.bytes, p...)
		return
	}
	for _, c := range p {
		b.units = append(b.units, uint16(c))
	}
}

// Str appends a string.
func (b *Builder) Str(s *String) { b.Part(s, 0, s.Len()) }

// Part appends the units [from,to) of s.
func (b *Builder) Part(s *String, from, to int) {
	if from >= to {
		return
	}
	if to-from >= largePart {
		b.flush()
		b.follow(s.Substring(from, to))
		return
	}
	if s.IsLatin1() {
		b.Latin1(s.Latin1()[from:to])
		return
	}
	if !b.wide {
		b.widen()
	}
	b.units = append(b.units, s.TwoByte()[from:to]...)
}

// flush moves what is in the buffers to the head.
func (b *Builder) flush() {
	if b.wide {
		if len(b.units) > 0 {
			b.follow(FromUTF16(b.units))
		}
	} else if len(b.bytes) > 0 {
		b.follow(FromLatin1(b.bytes))
	}
	b.bytes, b.units, b.wide = nil, nil, false
}

// follow puts s at the end of the head; the buffers are empty.
func (b *Builder) follow(s *String) {
	if b.head == nil {
		b.head = s
	} else {
		b.head = newRope(b.head, s)
	}
}

// String returns what was written and resets the builder.
func (b *Builder) String() *String {
	b.flush()
	s := b.head
	*b = Builder{}
	if s == nil {
		return Empty
	}
	return s
}
