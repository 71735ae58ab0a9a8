package host

import (
	"crypto/hkdf"
	"crypto/hmac"
	"encoding/binary"
	"errors"
	"hash"
	"math/bits"

	"github.com/burrowjs/burrow/vmapi"
)

// Keys from passwords. Each function takes the work done so far to its tick,
// which may end it: with the limits of the VM when the script waits, with the
// end of the program on a goroutine.

var errProgramEnded = errors.New("the program has ended")

type ticker func(n int) error

// derive runs work at once, or on a goroutine if there is a callback, which gets
// (error, bytes).
func (h *Host) derive(c *vmapi.Call, callback vmapi.Value, work func(tick ticker) ([]byte, error)) (vmapi.Value, error) {
	if !callback.IsFunction() {
		key, err := work(c.Tick)
		if err != nil {
			return vmapi.Value{}, err
		}
		return newBytes(c, key)
	}
	var key []byte
	var err error
	h.background(func() {
		key, err = work(func(int) error {
			if h.ended.Load() {
				return errProgramEnded
			}
			return nil
		})
	}, func(c *vmapi.Call) error {
		if err != nil {
			_, err = c.Call(callback, nil, c.NewError("Error", "ERR_OPERATION_FAILED", err.Error()))
			return err
		}
		v, err := newBytes(c, key)
		if err == nil {
			_, err = c.Call(callback, nil, c.VM().Null(), v)
		}
		return err
	})
	return vmapi.Value{}, nil
}

// pbkdf2 is pbkdf2 ( password, salt, iterations, length, digest, callback ).
func (h *Host) pbkdf2(c *vmapi.Call) (vmapi.Value, error) {
	password, salt, iterations, length := bytesOf(c.Arg(0)), bytesOf(c.Arg(1)), int(c.Arg(2).Number()), int(c.Arg(3).Number())
	f := digestNamed(c.Arg(4).Text())
	if err := c.Charge(length); err != nil {
		return vmapi.Value{}, err
	}
	return h.derive(c, c.Arg(5), func(tick ticker) ([]byte, error) { return pbkdf2Key(tick, f, password, salt, iterations, length) })
}

// pbkdf2Key is PBKDF2 of RFC 8018, section 5.2.
func pbkdf2Key(tick ticker, f func() hash.Hash, password, salt []byte, iterations, length int) ([]byte, error) {
	mac := hmac.New(f, password)
	var out []byte
	for block := uint32(1); len(out) < length; block++ {
		mac.Reset()
		mac.Write(salt)
		mac.Write(binary.BigEndian.AppendUint32(nil, block))
		u := mac.Sum(nil)
		t := append([]byte(nil), u...)
		for i := 1; i < iterations; i++ {
			if i&63 == 0 {
				if err := tick(1024); err != nil {
					return nil, err
				}
			}
			mac.Reset()
			mac.Write(u)
			u = mac.Sum(u[:0])
			for k := range t {
				t[k] ^= u[k]
			}
		}
		if err := tick(16); err != nil {
			return nil, err
		}
		out = append(out, t...)
	}
	return out[:length], nil
}

// hkdf is hkdf ( digest, key, salt, info, length, callback ).
func (h *Host) hkdf(c *vmapi.Call) (vmapi.Value, error) {
	f := digestNamed(c.Arg(0).Text())
	key, salt, info, length := bytesOf(c.Arg(1)), bytesOf(c.Arg(2)), bytesOf(c.Arg(3)), int(c.Arg(4).Number())
	if length > 255*f().Size() {
		return vmapi.Value{}, c.Throw(c.NewError("RangeError", "ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length"))
	}
	return h.derive(c, c.Arg(5), func(ticker) ([]byte, error) { return hkdf.Key(f, key, salt, string(info), length) })
}

// scrypt is scrypt ( password, salt, length, N, r, p, callback ).
func (h *Host) scrypt(c *vmapi.Call) (vmapi.Value, error) {
	password, salt, length := bytesOf(c.Arg(0)), bytesOf(c.Arg(1)), int(c.Arg(2).Number())
	n, r, p := int(c.Arg(3).Number()), int(c.Arg(4).Number()), int(c.Arg(5).Number())
	if err := c.Charge(128*r*(n+p) + length); err != nil {
		return vmapi.Value{}, err
	}
	return h.derive(c, c.Arg(6), func(tick ticker) ([]byte, error) {
		b, err := pbkdf2Key(tick, digests["sha256"], password, salt, 1, p*128*r)
		if err != nil {
			return nil, err
		}
		table := make([]uint32, 32*n*r)
		for i := 0; i < p; i++ {
			if err := scryptROMix(tick, b[i*128*r:(i+1)*128*r], table, n, r); err != nil {
				return nil, err
			}
		}
		return pbkdf2Key(tick, digests["sha256"], password, b, 1, length)
	})
}

// scryptROMix is scryptROMix of RFC 7914, section 5; v has room for n blocks.
func scryptROMix(tick ticker, b []byte, v []uint32, n, r int) error {
	words := 32 * r
	x, y := make([]uint32, words), make([]uint32, words)
	for i := range x {
		x[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	for i := 0; i < n; i++ {
		if err := tick(32 * r); err != nil {
			return err
		}
		copy(v[i*words:], x)
		scryptBlockMix(x, y, r)
		x, y = y, x
	}
	for i := 0; i < n; i++ {
		if err := tick(32 * r); err != nil {
			return err
		}
		j := int(x[words-16]) & (n - 1)
		for k, w := range v[j*words : (j+1)*words] {
			x[k] ^= w
		}
		scryptBlockMix(x, y, r)
		x, y = y, x
	}
	for i, w := range x {
		binary.LittleEndian.PutUint32(b[4*i:], w)
	}
	return nil
}

// scryptBlockMix is scryptBlockMix of RFC 7914, section 4, from x to y.
func scryptBlockMix(x, y []uint32, r int) {
	var t [16]uint32
	copy(t[:], x[len(x)-16:])
	for i := 0; i < 2*r; i++ {
		for k := range t {
			t[k] ^= x[16*i+k]
		}
		salsa8(&t)
		at := i / 2
		if i&1 == 1 {
			at += r
		}
		copy(y[16*at:], t[:])
	}
}

// salsa8 is the Salsa20/8 core of RFC 7914, section 3.
func salsa8(b *[16]uint32) {
	x := *b
	quarter := func(a, b, c, d int) {
		x[b] ^= bits.RotateLeft32(x[a]+x[d], 7)
		x[c] ^= bits.RotateLeft32(x[b]+x[a], 9)
		x[d] ^= bits.RotateLeft32(x[c]+x[b], 13)
		x[a] ^= bits.RotateLeft32(x[d]+x[c], 18)
	}
	for range 4 {
		quarter(0, 4, 8, 12)
		quarter(5, 9, 13, 1)
		quarter(10, 14, 2, 6)
		quarter(15, 3, 7, 11)
		quarter(0, 1, 2, 3)
		quarter(5, 6, 7, 4)
		quarter(10, 11, 8, 9)
		quarter(15, 12, 13, 14)
	}
	for i := range b {
		b[i] += x[i]
	}
}
