package bytecode

// Positions of a function are a byte string of entries, one for each
// instruction at which the source position changes: the pc delta, and the
// offset delta zig-zag encoded with a statement-start bit below. Both are
// varints. The offset of a call is where V8 reports it: at the callee's
// property name, or at the start of the callee if it has none.

// AppendPosition appends an entry. pc and offset are those of the entry, the
// last ones those of the entry before (0, and the function's Start, at first).
func AppendPosition(dst []byte, pc, lastPC uint32, offset, lastOffset uint32, statement bool) []byte {
	dst = appendVarint(dst, uint64(pc-lastPC))
	d := int64(offset) - int64(lastOffset)
	z := uint64(d<<1) ^ uint64(d>>63)
	z <<= 1
	if statement {
		z |= 1
	}
	return appendVarint(dst, z)
}

// Position returns the source offset of the instruction at pc.
func (f *Function) Position(pc uint32) uint32 {
	offset := f.Start
	f.EachPosition(func(at, off uint32, _ bool) bool {
		if at > pc {
			return false
		}
		offset = off
		return true
	})
	return offset
}

// EachPosition calls yield with the entries of the position table in order
// until it returns false.
func (f *Function) EachPosition(yield func(pc, offset uint32, statement bool) bool) {
	b := f.Positions
	pc, offset := uint32(0), int64(f.Start)
	for len(b) > 0 {
		var d, z uint64
		d, b = readVarint(b)
		z, b = readVarint(b)
		pc += uint32(d)
		offset += int64(z>>2) ^ -int64(z>>1&1)
		if !yield(pc, uint32(offset), z&1 != 0) {
			return
		}
	}
}

func appendVarint(dst []byte, v uint64) []byte {
	for v >= 0x80 {
		dst = append(dst, byte(v)|0x80)
		v >>= 7
	}
	return append(dst, byte(v))
}

// readVarint reads a varint; a truncated one reads as what is there.
func readVarint(b []byte) (v uint64, rest []byte) {
	for i, shift := 0, 0; i < len(b); i, shift = i+1, shift+7 {
		v |= uint64(b[i]&0x7F) << shift
		if b[i] < 0x80 {
			return v, b[i+1:]
		}
	}
	return v, nil
}
