package host

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"crypto/subtle"
	"hash"
	"io"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// The binding of node:crypto: hashes, codes, randomness. What takes arguments
// apart is in lib/crypto.js.

// digests are the hash functions by the names that getHashes lists.
var digests = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha224": sha256.New224, "sha256": sha256.New,
	"sha384": sha512.New384, "sha512": sha512.New, "sha512-224": sha512.New512_224, "sha512-256": sha512.New512_256,
	"sha3-224": func() hash.Hash { return sha3.New224() }, "sha3-256": func() hash.Hash { return sha3.New256() },
	"sha3-384": func() hash.Hash { return sha3.New384() }, "sha3-512": func() hash.Hash { return sha3.New512() },
}

// digestNamed finds a hash function as OpenSSL does: without regard to case, and
// by the names of signatures that use it.
func digestNamed(name string) func() hash.Hash {
	name = strings.ToLower(name)
	name = strings.TrimPrefix(name, "rsa-")
	switch name {
	case "sha-1", "ssl3-sha1":
		name = "sha1"
	case "ssl3-md5":
		name = "md5"
	case "sha2-224", "sha-224", "sha2-256", "sha-256", "sha2-384", "sha-384", "sha2-512", "sha-512":
		name = "sha" + name[len(name)-3:]
	case "sha512/224", "sha-512/224", "sha512/256", "sha-512/256":
		name = "sha512-" + name[len(name)-3:]
	}
	return digests[name]
}

// digester is a running hash: a function of fixed length, or one that can give
// output of any length.
type digester struct {
	fixed hash.Hash
	shake *sha3.SHAKE
	size  int
}

func newDigester(name string) *digester {
	switch strings.ToLower(name) {
	case "shake128", "shake-128":
		return &digester{shake: sha3.NewSHAKE128(), size: 16}
	case "shake256", "shake-256":
		return &digester{shake: sha3.NewSHAKE256(), size: 32}
	}
	if f := digestNamed(name); f != nil {
		d := f()
		return &digester{fixed: d, size: d.Size()}
	}
	return nil
}

func (d *digester) write(data []byte) {
	if d.shake != nil {
		_, _ = d.shake.Write(data) // hashes do not fail
		return
	}
	_, _ = d.fixed.Write(data)
}

func (d *digester) sum(size int) []byte {
	if d.shake != nil {
		out := make([]byte, size)
		_, _ = d.shake.Read(out)
		return out
	}
	return d.fixed.Sum(nil)
}

func (d *digester) clone() (*digester, error) {
	if d.shake != nil {
		state, err := d.shake.MarshalBinary()
		if err != nil {
			return nil, err
		}
		s := sha3.NewSHAKE128() // takes its rate from the state
		if d.size == 32 {
			s = sha3.NewSHAKE256()
		}
		return &digester{shake: s, size: d.size}, s.UnmarshalBinary(state)
	}
	h, err := d.fixed.(hash.Cloner).Clone()
	return &digester{fixed: h, size: d.size}, err
}

func (h *Host) cryptoBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{
		{"hash", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if d := newDigester(c.Arg(0).Text()); d != nil {
				return h.digestObject(c, d)
			}
			return vmapi.Value{}, nil
		}},
		{"hmac", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			f := digestNamed(c.Arg(0).Text())
			if f == nil {
				return vmapi.Value{}, nil
			}
			m := hmac.New(f, bytesOf(c.Arg(1)))
			return h.digestObject(c, &digester{fixed: m, size: m.Size()})
		}},
		{"hasDigest", 1, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(digestNamed(c.Arg(0).Text()) != nil) }},
		{"random", 1, func(c *vmapi.Call) (vmapi.Value, error) { // fills a view
			data, _ := c.Arg(0).Bytes()
			for len(data) > 0 {
				n := min(len(data), 1<<20)
				if err := c.Tick(n / 64); err != nil {
					return vmapi.Value{}, err
				}
				if _, err := io.ReadFull(rand.Reader, data[:n]); err != nil {
					return vmapi.Value{}, c.Throw(c.NewError("Error", "ERR_OPERATION_FAILED", err.Error()))
				}
				data = data[n:]
			}
			return vmapi.Value{}, nil
		}},
		{"equal", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			x, _ := c.Arg(0).Bytes()
			y, _ := c.Arg(1).Bytes()
			return h.vm.ToValue(subtle.ConstantTimeCompare(x, y) == 1)
		}},
		{"pbkdf2", 6, h.pbkdf2}, {"scrypt", 7, h.scrypt}, {"hkdf", 6, h.hkdf},
		{"cipher", 5, h.newCipher},
	})
}

// digestObject is { size, update ( bytes ), digest ( size ), copy ( ) }.
func (h *Host) digestObject(c *vmapi.Call, d *digester) (vmapi.Value, error) {
	o := c.NewObject()
	err := defineMethods(c, o, []method{
		{"update", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			data, ok := c.Arg(0).Bytes()
			if !ok {
				data = []byte(c.Arg(0).Text())
			}
			for len(data) > 0 {
				n := min(len(data), 1<<20)
				if err := c.Tick(n / 16); err != nil {
					return vmapi.Value{}, err
				}
				d.write(data[:n])
				data = data[n:]
			}
			return vmapi.Value{}, nil
		}},
		{"digest", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			size := d.size
			if d.shake != nil && c.Arg(0).IsNumber() {
				size = int(c.Arg(0).Number())
				if err := c.Charge(size); err != nil {
					return vmapi.Value{}, err
				}
			}
			return newBytes(c, d.sum(size))
		}},
		{"copy", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			clone, err := d.clone()
			if err != nil {
				return vmapi.Value{}, c.Throw(c.NewError("Error", "ERR_OPERATION_FAILED", err.Error()))
			}
			return h.digestObject(c, clone)
		}},
	})
	if err != nil {
		return o, err
	}
	return o, c.Set(o, "size", d.size)
}
