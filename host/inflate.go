package host

import (
	"encoding/binary"
	"errors"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"math/bits"
	"sync"
)

// Decompression of RFC 1950 (zlib), 1951 (deflate) and 1952 (gzip), of input that
// comes in pieces: what the standard library cannot resume. Whatever needs more
// input than there is leaves the state as it was and is tried again later.

// inflateError is an error of the compressed data, in the words of zlib.
type inflateError struct {
	text, code string
	errno      int
}

func (e *inflateError) Error() string { return e.text }

func badData(text string) error { return &inflateError{text, "Z_DATA_ERROR", -3} }

var (
	errShort       = errors.New("more input is needed")
	errNeedDict    = &inflateError{"Missing dictionary", "Z_NEED_DICT", 2}
	errUnexpectEnd = &inflateError{"unexpected end of file", "Z_BUF_ERROR", -5}
)

// formats of compressed data
const (
	formatRaw = iota
	formatZlib
	formatGzip
	formatAuto // gzip or zlib
)

const windowSize = 1 << 15

// inflater decompresses: feed gives it input, step makes output.
type inflater struct {
	format     int
	in         []byte
	pos        int
	acc        uint64 // bits taken from in and not used
	count      uint
	out        []byte // the last 32 KiB and what has not been taken
	taken      int    // of out
	dictionary []byte
	sum        hash.Hash32
	size       uint32
	state      func(*inflater, int) (bool, error)
	last       bool
	stored     int
	lit, dist  *huffman
	finished   bool
	reset      bool // a member has ended: another may follow
	err        error
}

func newInflater(format int, dictionary []byte) *inflater {
	d := &inflater{format: format, dictionary: dictionary, state: (*inflater).header}
	if format == formatRaw {
		d.out = append(d.out, dictionary...)
		d.taken = len(d.out)
	}
	return d
}

func (d *inflater) feed(data []byte) {
	kept := int(d.count / 8) // bytes that unread may give back
	d.in = append(append([]byte(nil), d.in[d.pos-kept:]...), data...)
	d.pos = kept
}

// need makes n bits available, n at most 32.
func (d *inflater) need(n uint) bool {
	for d.count < n {
		if d.pos == len(d.in) {
			return false
		}
		d.acc |= uint64(d.in[d.pos]) << d.count
		d.pos++
		d.count += 8
	}
	return true
}

func (d *inflater) bits(n uint) int {
	v := int(d.acc & (1<<n - 1))
	d.acc >>= n
	d.count -= n
	return v
}

// bytes returns the next n bytes of input, of which whole ones are in acc.
func (d *inflater) bytes(n int) ([]byte, bool) {
	d.unread()
	if len(d.in)-d.pos < n {
		return nil, false
	}
	d.pos += n
	return d.in[d.pos-n : d.pos], true
}

// unread gives whole bytes in acc back and drops the bits of a partial one.
func (d *inflater) unread() {
	d.pos -= int(d.count / 8)
	d.acc, d.count = 0, 0
}

// step makes output until limit bytes can be taken, or input or data end.
func (d *inflater) step(limit int) error {
	for d.err == nil && !d.finished && len(d.out)-d.taken < limit {
		pos, acc, count := d.pos, d.acc, d.count
		more, err := d.state(d, limit)
		if err == errShort {
			if d.pos != pos || d.count != count {
				d.pos, d.acc, d.count = pos, acc, count
			}
			return nil
		}
		if d.err = err; err == nil && !more {
			return nil
		}
	}
	return d.err
}

// take returns output of at most n bytes.
func (d *inflater) take(n int) []byte {
	n = min(n, len(d.out)-d.taken)
	data := append([]byte(nil), d.out[d.taken:d.taken+n]...)
	d.taken += n
	if d.taken > 4*windowSize {
		keep := d.taken - windowSize
		d.out = append(d.out[:0], d.out[keep:]...)
		d.taken -= keep
	}
	return data
}

// check adds new output to the sums.
func (d *inflater) check(from int) {
	if d.sum != nil {
		d.sum.Write(d.out[from:])
	}
	d.size += uint32(len(d.out) - from)
}

func (d *inflater) header(int) (bool, error) {
	rest := d.in[d.pos:]
	if d.format == formatAuto {
		switch {
		case len(rest) == 0 || rest[0] == 0x1f && len(rest) < 2:
			return false, errShort
		case rest[0] == 0x1f && rest[1] == 0x8b:
			d.format = formatGzip
		default:
			d.format = formatZlib
		}
	}
	d.size, d.sum = 0, nil
	switch d.format {
	case formatZlib:
		return d.zlibHeader(rest)
	case formatGzip:
		return d.gzipHeader(rest)
	}
	d.state = (*inflater).block
	return true, nil
}

func (d *inflater) zlibHeader(b []byte) (bool, error) {
	if len(b) < 2 {
		return false, errShort
	}
	switch {
	case (int(b[0])<<8+int(b[1]))%31 != 0:
		return false, badData("incorrect header check")
	case b[0]&15 != 8:
		return false, badData("unknown compression method")
	case b[0]>>4 > 7:
		return false, badData("invalid window size")
	}
	n := 2
	if b[1]&32 != 0 {
		if len(b) < 6 {
			return false, errShort
		}
		if d.dictionary == nil {
			return false, errNeedDict
		}
		if binary.BigEndian.Uint32(b[2:]) != adler32.Checksum(d.dictionary) {
			return false, &inflateError{"Bad dictionary", "Z_NEED_DICT", 2}
		}
		d.out = append(d.out, d.dictionary...)
		d.taken = len(d.out)
		n = 6
	}
	d.pos += n
	d.sum = adler32.New()
	d.state = (*inflater).block
	return true, nil
}

func (d *inflater) gzipHeader(b []byte) (bool, error) {
	if len(b) > 0 && b[0] != 0x1f || len(b) > 1 && b[1] != 0x8b {
		return false, badData("incorrect header check")
	}
	if len(b) < 10 {
		return false, errShort
	}
	if b[2] != 8 {
		return false, badData("unknown compression method")
	}
	flags := b[3]
	if flags&0xe0 != 0 {
		return false, badData("unknown header flags set")
	}
	n := 10
	if flags&4 != 0 {
		if len(b) < n+2 {
			return false, errShort
		}
		n += 2 + int(binary.LittleEndian.Uint16(b[n:]))
	}
	for _, flag := range []byte{8, 16} { // name and comment end with a zero
		for ended := flags&flag == 0; !ended; n++ {
			if n >= len(b) {
				return false, errShort
			}
			ended = b[n] == 0
		}
	}
	if flags&2 != 0 {
		if len(b) < n+2 {
			return false, errShort
		}
		if uint16(crc32.ChecksumIEEE(b[:n])) != binary.LittleEndian.Uint16(b[n:]) {
			return false, badData("header crc mismatch")
		}
		n += 2
	}
	if n > len(b) {
		return false, errShort
	}
	d.pos += n
	d.sum = crc32.NewIEEE()
	d.state = (*inflater).block
	return true, nil
}

// block reads the header of a block.
func (d *inflater) block(int) (bool, error) {
	if d.last {
		d.state = (*inflater).trailer
		return true, nil
	}
	if !d.need(3) {
		return false, errShort
	}
	last, kind := d.bits(1) == 1, d.bits(2)
	switch kind {
	case 0:
		b, ok := d.bytes(4)
		if !ok {
			return false, errShort
		}
		if binary.LittleEndian.Uint16(b) != ^binary.LittleEndian.Uint16(b[2:]) {
			return false, badData("invalid stored block lengths")
		}
		d.stored = int(binary.LittleEndian.Uint16(b))
		d.state = (*inflater).storedBlock
	case 1:
		d.lit, d.dist = fixedCodes()
		d.state = (*inflater).codes
	case 2:
		if err := d.readCodes(); err != nil {
			return false, err
		}
		d.state = (*inflater).codes
	default:
		return false, badData("invalid block type")
	}
	d.last = last
	return true, nil
}

func (d *inflater) storedBlock(int) (bool, error) {
	if d.stored == 0 {
		d.state = (*inflater).block
		return true, nil
	}
	n := min(d.stored, len(d.in)-d.pos)
	if n == 0 {
		return false, errShort
	}
	from := len(d.out)
	d.out = append(d.out, d.in[d.pos:d.pos+n]...)
	d.check(from)
	d.pos += n
	d.stored -= n
	return true, nil
}

var codeOrder = [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// readCodes reads the codes of a dynamic block.
func (d *inflater) readCodes() error {
	if !d.need(14) {
		return errShort
	}
	literals, distances, n := d.bits(5)+257, d.bits(5)+1, d.bits(4)+4
	if literals > 286 || distances > 30 {
		return badData("too many length or distance symbols")
	}
	var lengths [320]byte
	for i := range n {
		if !d.need(3) {
			return errShort
		}
		lengths[codeOrder[i]] = byte(d.bits(3))
	}
	code, ok := newHuffman(lengths[:19], false)
	if !ok {
		return badData("invalid code lengths set")
	}
	clear(lengths[:19])
	for i := 0; i < literals+distances; {
		symbol, err := d.symbol(code, "invalid code lengths set")
		if err != nil {
			return err
		}
		if symbol < 16 {
			lengths[i] = byte(symbol)
			i++
			continue
		}
		repeat, extra, base := byte(0), uint(2), 3
		switch symbol {
		case 16:
			if i == 0 {
				return badData("invalid bit length repeat")
			}
			repeat = lengths[i-1]
		case 17:
			extra = 3
		default:
			extra, base = 7, 11
		}
		if !d.need(extra) {
			return errShort
		}
		n := base + d.bits(extra)
		if i+n > literals+distances {
			return badData("invalid bit length repeat")
		}
		for ; n > 0; n-- {
			lengths[i] = repeat
			i++
		}
	}
	if lengths[256] == 0 {
		return badData("invalid code -- missing end-of-block")
	}
	if d.lit, ok = newHuffman(lengths[:literals], true); !ok {
		return badData("invalid literal/lengths set")
	}
	if d.dist, ok = newHuffman(lengths[literals:literals+distances], true); !ok {
		return badData("invalid distances set")
	}
	return nil
}

var (
	lengthBase  = [29]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthExtra = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distBase    = [30]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
	distExtra   = [30]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
)

// codes decodes literals and matches until there is output enough.
func (d *inflater) codes(limit int) (bool, error) {
	from := len(d.out)
	defer func() { d.check(from) }()
	for len(d.out)-d.taken < limit {
		pos, acc, count := d.pos, d.acc, d.count
		symbol, err := d.symbol(d.lit, "invalid literal/length code")
		switch {
		case err != nil:
		case symbol < 256:
			d.out = append(d.out, byte(symbol))
			continue
		case symbol == 256:
			d.state = (*inflater).block
			return true, nil
		case symbol > 285:
			err = badData("invalid literal/length code")
		default:
			err = d.match(symbol - 257)
		}
		if err != nil {
			if err == errShort {
				d.pos, d.acc, d.count = pos, acc, count
				return false, nil
			}
			return false, err
		}
	}
	return true, nil
}

func (d *inflater) match(length int) error {
	extra := uint(lengthExtra[length])
	if !d.need(extra) {
		return errShort
	}
	n := int(lengthBase[length]) + d.bits(extra)
	symbol, err := d.symbol(d.dist, "invalid distance code")
	if err != nil {
		return err
	}
	if symbol > 29 {
		return badData("invalid distance code")
	}
	extra = uint(distExtra[symbol])
	if !d.need(extra) {
		return errShort
	}
	distance := int(distBase[symbol]) + d.bits(extra)
	if distance > len(d.out) {
		return badData("invalid distance too far back")
	}
	at := len(d.out) - distance
	for n > 0 { // the match may overlap what it makes
		k := min(n, len(d.out)-at)
		d.out = append(d.out, d.out[at:at+k]...)
		n -= k
	}
	return nil
}

// trailer checks the sums after the last block.
func (d *inflater) trailer(int) (bool, error) {
	switch d.format {
	case formatZlib:
		b, ok := d.bytes(4)
		if !ok {
			return false, errShort
		}
		if binary.BigEndian.Uint32(b) != d.sum.Sum32() {
			return false, badData("incorrect data check")
		}
	case formatGzip:
		b, ok := d.bytes(8)
		if !ok {
			return false, errShort
		}
		if binary.LittleEndian.Uint32(b) != d.sum.Sum32() {
			return false, badData("incorrect data check")
		}
		if binary.LittleEndian.Uint32(b[4:]) != d.size {
			return false, badData("incorrect length check")
		}
		d.last = false
		d.state = (*inflater).nextMember
		d.reset = true
		return true, nil
	default:
		d.unread()
	}
	d.finished = true
	return true, nil
}

// nextMember looks for another member of a gzip file; zeros may fill up its end.
func (d *inflater) nextMember(int) (bool, error) {
	if d.pos == len(d.in) {
		return false, errShort
	}
	if d.in[d.pos] == 0 {
		d.finished = true
		return true, nil
	}
	d.reset = false
	d.state = (*inflater).header
	return true, nil
}

// complete reports whether the data may end here.
func (d *inflater) complete() bool { return d.finished || d.reset }

const fastBits = 9

// huffman is a code: a table for codes of up to fastBits bits (symbol<<4 |
// length), and the canonical order for the longer ones.
type huffman struct {
	fast    [1 << fastBits]uint16
	count   [16]int
	symbols []uint16
}

// newHuffman makes the code of the given lengths; it fails if they are too many,
// or too few unless it is a single code.
func newHuffman(lengths []byte, allowOne bool) (*huffman, bool) {
	h := &huffman{}
	for _, n := range lengths {
		h.count[n]++
	}
	used := len(lengths) - h.count[0]
	h.count[0] = 0
	left := 1
	for n := 1; n <= 15; n++ {
		if left = left<<1 - h.count[n]; left < 0 {
			return nil, false
		}
	}
	if left > 0 && used > 0 && !(allowOne && used == 1 && h.count[1] == 1) || used == 0 && !allowOne {
		return nil, false
	}
	var offset, code [16]int
	for n := 1; n < 15; n++ {
		offset[n+1] = offset[n] + h.count[n]
		code[n+1] = (code[n] + h.count[n]) << 1
	}
	h.symbols = make([]uint16, used)
	for symbol, n := range lengths {
		if n == 0 {
			continue
		}
		h.symbols[offset[n]] = uint16(symbol)
		offset[n]++
		if n <= fastBits {
			reversed := int(bits.Reverse16(uint16(code[n])) >> (16 - n))
			for i := reversed; i < 1<<fastBits; i += 1 << n {
				h.fast[i] = uint16(symbol)<<4 | uint16(n)
			}
		}
		code[n]++
	}
	return h, true
}

// symbol decodes one symbol.
func (d *inflater) symbol(h *huffman, invalid string) (int, error) {
	enough := d.need(15)
	if e := h.fast[d.acc&(1<<fastBits-1)]; e != 0 && uint(e&15) <= d.count {
		d.bits(uint(e & 15))
		return int(e >> 4), nil
	}
	code, first, index := 0, 0, 0
	for n := uint(1); n <= 15; n++ {
		if n > d.count {
			return 0, errShort
		}
		code |= int(d.acc >> (n - 1) & 1)
		if k := h.count[n]; code-first < k {
			d.bits(n)
			return int(h.symbols[index+code-first]), nil
		} else {
			index += k
			first = (first + k) << 1
		}
		code <<= 1
	}
	if !enough {
		return 0, errShort
	}
	return 0, badData(invalid)
}

// fixedCodes are the codes of blocks that bring none.
var fixedCodes = sync.OnceValues(func() (literals, distances *huffman) {
	var lengths [288]byte
	for i := range lengths {
		switch {
		case i < 144:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		case i < 280:
			lengths[i] = 7
		default:
			lengths[i] = 8
		}
	}
	literals, _ = newHuffman(lengths[:], true)
	var d [32]byte
	for i := range d {
		d[i] = 5
	}
	distances, _ = newHuffman(d[:], true)
	return literals, distances
})
