package host

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/subtle"

	"github.com/burrowjs/burrow/vmapi"
)

// Ciphers: AES in the modes that Node's programs use.

// cipherState is a running encryption or decryption.
type cipherState struct {
	block   cipher.Block
	mode    string
	decrypt bool
	// Of the modes that work on blocks.
	blocks  cipher.BlockMode
	pending []byte
	pad     bool
	// Of those that work on bytes.
	stream cipher.Stream
	// Of GCM: the plaintext so far is needed for the tag.
	iv, aad, plain, tag []byte
	tagLength           int
	done                bool
}

// newCipher is cipher ( mode, key, iv, decrypt, tagLength ); the sizes of key and
// iv have been checked.
func (h *Host) newCipher(c *vmapi.Call) (vmapi.Value, error) {
	block, err := aes.NewCipher(bytesOf(c.Arg(1)))
	if err != nil {
		return vmapi.Value{}, c.Throw(c.NewError("RangeError", "ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length"))
	}
	s := &cipherState{block: block, mode: c.Arg(0).Text(), iv: bytesOf(c.Arg(2)), decrypt: c.Arg(3).Bool(), pad: true, tagLength: int(c.Arg(4).Number())}
	switch s.mode {
	case "cbc":
		if s.decrypt {
			s.blocks = cipher.NewCBCDecrypter(block, s.iv)
		} else {
			s.blocks = cipher.NewCBCEncrypter(block, s.iv)
		}
	case "ecb":
		s.blocks = &codebook{block, s.decrypt}
	case "ctr":
		s.stream = cipher.NewCTR(block, s.iv)
	case "gcm":
		if s.stream, err = gcmStream(block, s.iv); err != nil {
			return vmapi.Value{}, c.Throw(c.NewError("TypeError", "ERR_CRYPTO_INVALID_IV", "Invalid initialization vector"))
		}
	default:
		s.stream = &feedback{block: block, register: s.iv, mode: s.mode, decrypt: s.decrypt, used: aes.BlockSize}
	}
	o := c.NewObject()
	return o, defineMethods(c, o, []method{
		{"update", 1, s.update}, {"final", 0, s.final},
		{"setAAD", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			s.aad = append(s.aad, bytesOf(c.Arg(0))...)
			return vmapi.Value{}, nil
		}},
		{"setTag", 1, func(c *vmapi.Call) (vmapi.Value, error) { s.tag = bytesOf(c.Arg(0)); return vmapi.Value{}, nil }},
		{"getTag", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			if s.tag == nil {
				return vmapi.Value{}, nil
			}
			return newBytes(c, append([]byte(nil), s.tag...))
		}},
		{"setPadding", 1, func(c *vmapi.Call) (vmapi.Value, error) { s.pad = c.Arg(0).Bool(); return vmapi.Value{}, nil }},
	})
}

// gcmStream is the key stream of GCM. Sealing zeros shows its first block, whose
// decryption is the counter that it starts with.
func gcmStream(block cipher.Block, iv []byte) (cipher.Stream, error) {
	aead, err := cipher.NewGCMWithNonceSize(block, len(iv))
	if err != nil {
		return nil, err
	}
	var counter [aes.BlockSize]byte
	block.Decrypt(counter[:], aead.Seal(nil, iv, counter[:], nil)[:aes.BlockSize])
	return cipher.NewCTR(block, counter[:]), nil
}

func (s *cipherState) update(c *vmapi.Call) (vmapi.Value, error) {
	if s.done {
		return vmapi.Value{}, c.Throw(c.NewError("Error", "", "Trying to add data in unsupported state"))
	}
	data := bytesOf(c.Arg(0))
	if err := c.Tick(len(data) / 16); err != nil {
		return vmapi.Value{}, err
	}
	if err := c.Charge(2 * len(data)); err != nil {
		return vmapi.Value{}, err
	}
	if s.stream != nil {
		if s.mode == "gcm" && !s.decrypt {
			s.plain = append(s.plain, data...)
		}
		s.stream.XORKeyStream(data, data)
		if s.mode == "gcm" && s.decrypt {
			s.plain = append(s.plain, data...)
		}
		return c.NewBytes(data), nil
	}
	s.pending = append(s.pending, data...)
	n := len(s.pending) / aes.BlockSize * aes.BlockSize
	if s.decrypt && s.pad && n == len(s.pending) {
		n = max(n-aes.BlockSize, 0) // the last block may be padding
	}
	out := make([]byte, n)
	s.blocks.CryptBlocks(out, s.pending[:n])
	s.pending = append([]byte(nil), s.pending[n:]...)
	return c.NewBytes(out), nil
}

// providerError throws an error as OpenSSL's providers report it.
func providerError(c *vmapi.Call, code, number, reason string) error {
	e := c.NewError("Error", "", "error:"+number+":Provider routines::"+reason)
	if err := setAll(c, e, "library", "Provider routines", "reason", reason, "code", code); err != nil {
		return err
	}
	return c.Throw(e)
}

func (s *cipherState) final(c *vmapi.Call) (vmapi.Value, error) {
	if s.done {
		return vmapi.Value{}, c.Throw(c.NewError("Error", "ERR_CRYPTO_INVALID_STATE", "Invalid state"))
	}
	s.done = true
	if s.mode == "gcm" {
		return s.finalGCM(c)
	}
	if s.stream != nil {
		return c.NewBytes(nil), nil
	}
	rest := len(s.pending)
	if s.decrypt {
		if rest%aes.BlockSize != 0 || s.pad && rest == 0 {
			return vmapi.Value{}, providerError(c, "ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH", "1C80006B", "wrong final block length")
		}
		if !s.pad {
			return c.NewBytes(nil), nil
		}
		out := make([]byte, rest)
		s.blocks.CryptBlocks(out, s.pending)
		n := int(out[rest-1])
		ok := n >= 1 && n <= aes.BlockSize
		for i := 0; ok && i < n; i++ {
			ok = out[rest-1-i] == byte(n)
		}
		if !ok {
			return vmapi.Value{}, providerError(c, "ERR_OSSL_BAD_DECRYPT", "1C800064", "bad decrypt")
		}
		return c.NewBytes(out[:rest-n]), nil
	}
	if !s.pad {
		if rest != 0 {
			return vmapi.Value{}, providerError(c, "ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH", "1C80006B", "wrong final block length")
		}
		return c.NewBytes(nil), nil
	}
	for n := aes.BlockSize - rest; len(s.pending) < aes.BlockSize; {
		s.pending = append(s.pending, byte(n))
	}
	out := make([]byte, aes.BlockSize)
	s.blocks.CryptBlocks(out, s.pending)
	return c.NewBytes(out), nil
}

// finalGCM makes the tag, or checks it.
func (s *cipherState) finalGCM(c *vmapi.Call) (vmapi.Value, error) {
	aead, err := cipher.NewGCMWithNonceSize(s.block, len(s.iv))
	if err != nil {
		return vmapi.Value{}, c.Throw(c.NewError("Error", "", err.Error()))
	}
	sealed := aead.Seal(nil, s.iv, s.plain, s.aad)
	tag := sealed[len(s.plain):]
	s.plain = nil
	if !s.decrypt {
		s.tag = tag[:s.tagLength]
	} else if s.tag == nil || subtle.ConstantTimeCompare(tag[:len(s.tag)], s.tag) != 1 {
		return vmapi.Value{}, c.Throw(c.NewError("Error", "", "Unsupported state or unable to authenticate data"))
	}
	return c.NewBytes(nil), nil
}

// codebook is ECB: each block for itself.
type codebook struct {
	block   cipher.Block
	decrypt bool
}

func (e *codebook) BlockSize() int { return e.block.BlockSize() }

func (e *codebook) CryptBlocks(dst, src []byte) {
	for n := e.block.BlockSize(); len(src) >= n; dst, src = dst[n:], src[n:] {
		if e.decrypt {
			e.block.Decrypt(dst, src)
		} else {
			e.block.Encrypt(dst, src)
		}
	}
}

// feedback is CFB, CFB with steps of a byte (cfb8), and OFB.
type feedback struct {
	block    cipher.Block
	register []byte
	key      [aes.BlockSize]byte // the encrypted register
	used     int                 // of key
	mode     string
	decrypt  bool
}

func (f *feedback) XORKeyStream(dst, src []byte) {
	for i, in := range src {
		if f.used == aes.BlockSize || f.mode == "cfb8" {
			f.block.Encrypt(f.key[:], f.register)
			f.used = 0
		}
		out := in ^ f.key[f.used]
		coded := out
		if f.decrypt {
			coded = in
		}
		switch f.mode {
		case "cfb8":
			copy(f.register, f.register[1:])
			f.register[aes.BlockSize-1] = coded
		case "cfb":
			f.register[f.used] = coded
		default:
			f.register[f.used] = f.key[f.used]
		}
		f.used++
		dst[i] = out
	}
}
