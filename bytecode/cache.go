package bytecode

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc64"
	"sync"

	"github.com/burrowjs/burrow/internal/jstring"
)

// A cache is a header and a payload. The header binds it to what it was made
// from: the instruction set, the kind of compilation and the whole text; and it
// has a checksum of everything. None of this protects from a cache that was
// written in bad faith: that is the decoder's and the verifier's work, and
// nothing of a cache is used before both have agreed to all of it.
//
//	offset  bytes
//	0       4      "BRWC"
//	4       4      version of the format
//	8       8      build tag: hash of the instruction table
//	16      1      kind
//	17      16     hash of the source text and of what else decides the code
//	33      8      checksum (CRC-64) of bytes 0 to 32 and of the payload
//	41             payload: the strings, then the functions, outer before inner
const (
	cacheMagic   = "BRWC"
	cacheVersion = 1
	headerSize   = 41
	checksumAt   = 33
)

// CacheKind tells what was compiled.
type CacheKind uint8

// The kinds of caches.
const (
	CacheScript CacheKind = iota
	CacheModule
	CacheFunction
	// CacheScopedFunction is a function whose free names are looked up in objects.
	CacheScopedFunction
)

// CacheKey is what a cache must have been made for to be taken.
type CacheKey struct {
	kind CacheKind
	hash [16]byte
}

// ErrCache is wrapped by the errors of caches that are not taken.
var ErrCache = errors.New("bytecode cache")

// NewCacheKey returns the key of a text: for functions the text with its
// parameters, as toString shows it.
func NewCacheKey(kind CacheKind, text *jstring.String) CacheKey {
	h := sha256.New()
	if text.IsLatin1() {
		h.Write([]byte{byte(kind), 1})
		h.Write(text.Latin1())
	} else {
		h.Write([]byte{byte(kind), 2})
		var buf [4096]byte
		for u := text.TwoByte(); len(u) > 0; {
			n := min(len(u), len(buf)/2)
			for i, c := range u[:n] {
				binary.LittleEndian.PutUint16(buf[2*i:], c)
			}
			h.Write(buf[:2*n])
			u = u[n:]
		}
	}
	k := CacheKey{kind: kind}
	copy(k.hash[:], h.Sum(nil))
	return k
}

// buildTag is a hash of the instruction table: what the opcodes are and mean.
var buildTag = sync.OnceValue(func() uint64 {
	h := sha256.New()
	for _, table := range [][]Info{Table[:], ExtTable[:]} {
		for _, in := range table {
			fmt.Fprintf(h, "%s %v %s\n", in.Name, in.Operands, in.Effect)
		}
	}
	return binary.LittleEndian.Uint64(h.Sum(nil))
})

var crcTable = sync.OnceValue(func() *crc64.Table { return crc64.MakeTable(crc64.ECMA) })

func checksum(data []byte) uint64 {
	return crc64.Update(crc64.Checksum(data[:checksumAt], crcTable()), crcTable(), data[headerSize:])
}

func (k CacheKey) header() []byte {
	h := make([]byte, 0, headerSize)
	h = append(h, cacheMagic...)
	h = binary.LittleEndian.AppendUint32(h, cacheVersion)
	h = binary.LittleEndian.AppendUint64(h, buildTag())
	h = append(h, byte(k.kind))
	h = append(h, k.hash[:]...)
	return append(h, make([]byte, 8)...)
}

// Seal writes the checksum of a cache whose other bytes are in place. Whoever
// wants to test the decoder with broken caches has to call it.
func Seal(data []byte) {
	if len(data) >= headerSize {
		binary.LittleEndian.PutUint64(data[checksumAt:], checksum(data))
	}
}

// payload checks the header of a cache and returns what follows.
func (k CacheKey) payload(data []byte) ([]byte, error) {
	if len(data) < headerSize {
		return nil, fmt.Errorf("%w: too short", ErrCache)
	}
	if h := k.header(); string(h[:checksumAt]) != string(data[:checksumAt]) {
		return nil, fmt.Errorf("%w: of another version, kind or source", ErrCache)
	}
	if binary.LittleEndian.Uint64(data[checksumAt:]) != checksum(data) {
		return nil, fmt.Errorf("%w: damaged", ErrCache)
	}
	return data[headerSize:], nil
}

// EncodeFunction makes a cache of a script or function: of what is compiled now
// and either has run or cannot be compiled later.
func EncodeFunction(fn *Function, key CacheKey) []byte {
	e := &encoder{key: key, index: map[string]int{}}
	e.function(fn, true)
	return e.finish()
}

// EncodeModule makes a cache of a module.
func EncodeModule(m *Module, key CacheKey) []byte {
	e := &encoder{key: key, index: map[string]int{}}
	e.module(m)
	return e.finish()
}

// DecodeFunction reads a cache of a script or function of source, which is that
// of key, and verifies it. It keeps no part of data.
func DecodeFunction(data []byte, key CacheKey, source *Source) (*Function, error) {
	d, err := newDecoder(data, key, source)
	if err != nil {
		return nil, err
	}
	fn := d.function(0, nil)
	if err := d.finish(); err != nil {
		return nil, err
	}
	if err := Verify(fn); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCache, err)
	}
	return fn, nil
}

// DecodeModule reads a cache of a module.
func DecodeModule(data []byte, key CacheKey, source *Source) (*Module, error) {
	d, err := newDecoder(data, key, source)
	if err != nil {
		return nil, err
	}
	m := d.module()
	if err := d.finish(); err != nil {
		return nil, err
	}
	if err := VerifyModule(m); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCache, err)
	}
	return m, nil
}
