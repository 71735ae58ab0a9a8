package indexed

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// Base64 and hexadecimal text of Uint8Arrays (23.3).

var uint8ArrayProps = []object.Prop{
	object.Method("fromBase64", 1, uint8ArrayFromBase64),
	object.Method("fromHex", 1, uint8ArrayFromHex),
}

var uint8ArrayPrototypeProps = []object.Prop{
	object.Method("toBase64", 0, uint8ArrayPrototypeToBase64),
	object.Method("setFromBase64", 1, uint8ArrayPrototypeSetFromBase64),
	object.Method("toHex", 0, uint8ArrayPrototypeToHex),
	object.Method("setFromHex", 1, uint8ArrayPrototypeSetFromHex),
}

var (
	nameAlphabet          = object.DeclareName("alphabet")
	nameLastChunkHandling = object.DeclareName("lastChunkHandling")
	nameOmitPadding       = object.DeclareName("omitPadding")
	nameRead              = object.DeclareName("read")
	nameWritten           = object.DeclareName("written")
)

const (
	base64Digits    = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	base64URLDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	hexDigits       = "0123456789abcdef"
)

// base64Values gives for each ASCII character its digit in both alphabets, or -1.
var base64Values, base64URLValues = digitValues(base64Digits), digitValues(base64URLDigits)

func digitValues(digits string) (values [128]int8) {
	for i := range values {
		values[i] = -1
	}
	for i := range len(digits) {
		values[digits[i]] = int8(i)
	}
	return values
}

// uint8This is ValidateUint8Array (23.3.3.1): the this value.
func uint8This(c *object.Call) (*object.TypedArrayData, error) {
	t := object.TypedArrayOf(c.This)
	if t == nil || t.Type != object.TypeUint8 {
		return nil, c.Agent.TypeError("this is not a Uint8Array")
	}
	return t, nil
}

// uint8ThisWritable is uint8This for a method that writes.
func uint8ThisWritable(c *object.Call, method string) (*object.TypedArrayData, error) {
	t, err := uint8This(c)
	if err == nil && t.Buffer.Immutable {
		err = object.ImmutableBufferError(c.Agent, "Uint8Array.prototype."+method)
	}
	return t, err
}

// optionsObject is GetOptionsObject; nil means that there are none.
func optionsObject(a *object.Agent, v object.Value) (*object.Object, error) {
	if v.IsUndefined() {
		return nil, nil
	}
	if !v.IsObject() {
		return nil, a.TypeError("options must be an object")
	}
	return v.AsObject(), nil
}

// stringOption gets an option that must be one of some strings; the result is
// its index, 0 if it is undefined.
func stringOption(a *object.Agent, options *object.Object, name object.Name, allowed ...string) (int, error) {
	if options == nil {
		return 0, nil
	}
	v, err := options.Get(a, a.NameKey(name))
	if err != nil || v.IsUndefined() {
		return 0, err
	}
	if v.IsString() {
		for i, s := range allowed {
			if v.AsString().EqualGo(s) {
				return i, nil
			}
		}
	}
	return 0, a.TypeError("%s is not a valid value for option %s", a.Describe(v), name)
}

// bytesOf is GetUint8ArrayBytes (23.3.3.2): a copy if the buffer is shared.
func bytesOf(a *object.Agent, t *object.TypedArrayData) ([]byte, error) {
	if t.OutOfBounds() {
		return nil, detached(a, "%TypedArray%.prototype.toBase64")
	}
	if t.Buffer.Shared == nil {
		return t.Bytes(), nil
	}
	n := t.Length()
	if err := a.Charge(n); err != nil {
		return nil, err
	}
	b := make([]byte, n)
	t.Buffer.Shared.CopyOut(b, t.Offset)
	return b, nil
}

// chargeText charges for a string of n characters and the work of making it.
func chargeText(a *object.Agent, n int) error {
	if n > jstring.MaxLength {
		return a.RangeError("Invalid string length")
	}
	if err := a.Charge(n); err != nil {
		return err
	}
	return a.Tick(n / 64)
}

// 23.3.2.1 Uint8Array.prototype.toBase64 ( [ options ] ), https://tc39.es/ecma262/#sec-uint8array.prototype.tobase64
func uint8ArrayPrototypeToBase64(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, err := uint8This(c)
	if err != nil {
		return object.Undefined, err
	}
	options, err := optionsObject(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	alphabet, err := stringOption(a, options, nameAlphabet, "base64", "base64url")
	if err != nil {
		return object.Undefined, err
	}
	omitPadding := false
	if options != nil {
		v, err := options.Get(a, a.NameKey(nameOmitPadding))
		if err != nil {
			return object.Undefined, err
		}
		omitPadding = object.ToBoolean(v)
	}
	b, err := bytesOf(a, t)
	if err != nil {
		return object.Undefined, err
	}
	if err := chargeText(a, (len(b)+2)/3*4); err != nil {
		return object.Undefined, err
	}
	digits := base64Digits
	if alphabet == 1 {
		digits = base64URLDigits
	}
	out := make([]byte, 0, (len(b)+2)/3*4)
	for ; len(b) >= 3; b = b[3:] {
		if len(out)&(object.Piece-1) == 0 {
			if err := a.Attend(); err != nil {
				return object.Undefined, err
			}
		}
		x := uint(b[0])<<16 | uint(b[1])<<8 | uint(b[2])
		out = append(out, digits[x>>18], digits[x>>12&63], digits[x>>6&63], digits[x&63])
	}
	switch len(b) {
	case 1:
		out = append(out, digits[b[0]>>2], digits[b[0]&3<<4], '=', '=')
	case 2:
		x := uint(b[0])<<8 | uint(b[1])
		out = append(out, digits[x>>10], digits[x>>4&63], digits[x&15<<2], '=')
	}
	if omitPadding {
		for len(out) > 0 && out[len(out)-1] == '=' {
			out = out[:len(out)-1]
		}
	}
	return object.Str(jstring.FromLatin1(out)), nil
}

// 23.3.2.2 Uint8Array.prototype.toHex ( ), https://tc39.es/ecma262/#sec-uint8array.prototype.tohex
func uint8ArrayPrototypeToHex(c *object.Call) (object.Value, error) {
	t, err := uint8This(c)
	if err != nil {
		return object.Undefined, err
	}
	b, err := bytesOf(c.Agent, t)
	if err != nil {
		return object.Undefined, err
	}
	if err := chargeText(c.Agent, 2*len(b)); err != nil {
		return object.Undefined, err
	}
	out := make([]byte, 0, 2*len(b))
	for i, x := range b {
		if err := c.Agent.AttendAt(i); err != nil {
			return object.Undefined, err
		}
		out = append(out, hexDigits[x>>4], hexDigits[x&15])
	}
	return object.Str(jstring.FromLatin1(out)), nil
}

// base64Options is the options of the functions that read base64.
type base64Options struct {
	values    *[128]int8
	lastChunk int
}

// How the last chunk may look.
const (
	lastLoose = iota
	lastStrict
	lastStopBeforePartial
)

// base64Arguments is the common first steps of fromBase64 and setFromBase64.
func base64Arguments(c *object.Call) (o base64Options, err error) {
	a := c.Agent
	if !c.Arg(0).IsString() {
		return o, a.TypeError("expected input to be a string, got %s", object.TypeOf(c.Arg(0)))
	}
	options, err := optionsObject(a, c.Arg(1))
	if err != nil {
		return o, err
	}
	alphabet, err := stringOption(a, options, nameAlphabet, "base64", "base64url")
	if err != nil {
		return o, err
	}
	o.values = &base64Values
	if alphabet == 1 {
		o.values = &base64URLValues
	}
	o.lastChunk, err = stringOption(a, options, nameLastChunkHandling, "loose", "strict", "stop-before-partial")
	return o, err
}

// decoded is the record that FromBase64 and FromHex return.
type decoded struct {
	read  int
	bytes []byte
	err   error
}

// 23.3.1.1 Uint8Array.fromBase64 ( string [ , options ] ), https://tc39.es/ecma262/#sec-uint8array.frombase64
func uint8ArrayFromBase64(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, err := base64Arguments(c)
	if err != nil {
		return object.Undefined, err
	}
	s := c.Arg(0).AsString()
	if err := chargeText(a, s.Len()); err != nil {
		return object.Undefined, err
	}
	d := o.decode(a, s, -1)
	return newUint8Array(c, d)
}

// 23.3.1.2 Uint8Array.fromHex ( string ), https://tc39.es/ecma262/#sec-uint8array.fromhex
func uint8ArrayFromHex(c *object.Call) (object.Value, error) {
	a := c.Agent
	if !c.Arg(0).IsString() {
		return object.Undefined, a.TypeError("expected input to be a string, got %s", object.TypeOf(c.Arg(0)))
	}
	s := c.Arg(0).AsString()
	if err := chargeText(a, s.Len()/2); err != nil {
		return object.Undefined, err
	}
	return newUint8Array(c, decodeHex(a, s, -1))
}

func newUint8Array(c *object.Call, d decoded) (object.Value, error) {
	if d.err != nil {
		return object.Undefined, d.err
	}
	a := c.Agent
	buffer := a.NewArrayBuffer(c.Intrinsic(object.IntrinsicArrayBufferPrototype), d.bytes, -1)
	return object.Obj(a.NewTypedArray(object.TypeUint8, c.Intrinsic(typedArrayPrototypes[object.TypeUint8]), buffer, 0, len(d.bytes))), nil
}

// 23.3.2.3 Uint8Array.prototype.setFromBase64 ( string [ , options ] ), https://tc39.es/ecma262/#sec-uint8array.prototype.setfrombase64
func uint8ArrayPrototypeSetFromBase64(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, err := uint8ThisWritable(c, "setFromBase64")
	if err != nil {
		return object.Undefined, err
	}
	o, err := base64Arguments(c)
	if err != nil {
		return object.Undefined, err
	}
	if t.OutOfBounds() {
		return object.Undefined, detached(a, "Uint8Array.prototype.setFromBase64")
	}
	s := c.Arg(0).AsString()
	if err := chargeText(a, s.Len()); err != nil {
		return object.Undefined, err
	}
	return setDecoded(c, t, o.decode(a, s, t.Length()))
}

// 23.3.2.4 Uint8Array.prototype.setFromHex ( string ), https://tc39.es/ecma262/#sec-uint8array.prototype.setfromhex
func uint8ArrayPrototypeSetFromHex(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, err := uint8ThisWritable(c, "setFromHex")
	if err != nil {
		return object.Undefined, err
	}
	if !c.Arg(0).IsString() {
		return object.Undefined, a.TypeError("expected input to be a string, got %s", object.TypeOf(c.Arg(0)))
	}
	if t.OutOfBounds() {
		return object.Undefined, detached(a, "Uint8Array.prototype.setFromHex")
	}
	s := c.Arg(0).AsString()
	if err := chargeText(a, s.Len()/2); err != nil {
		return object.Undefined, err
	}
	return setDecoded(c, t, decodeHex(a, s, t.Length()))
}

// setDecoded writes what has been decoded, also before an error.
func setDecoded(c *object.Call, t *object.TypedArrayData, d decoded) (object.Value, error) {
	a := c.Agent
	if len(d.bytes) > 0 {
		if err := object.CopyBytes(a, t.Buffer, t.Offset, &object.ArrayBufferData{Data: d.bytes}, 0, len(d.bytes)); err != nil {
			return object.Undefined, err
		}
	}
	if d.err != nil {
		return object.Undefined, d.err
	}
	o := a.NewObject(c.Intrinsic(object.IntrinsicObjectPrototype))
	o.AppendProperty(a, a.NameKey(nameRead), object.IntN(d.read), object.AttrDefault)
	o.AppendProperty(a, a.NameKey(nameWritten), object.IntN(len(d.bytes)), object.AttrDefault)
	return object.Obj(o), nil
}

// decodeHex is FromHex (23.3.3.6), https://tc39.es/ecma262/#sec-fromhex ; limit -1 is none.
func decodeHex(a *object.Agent, s *jstring.String, limit int) (d decoded) {
	n := s.Len()
	if n%2 != 0 {
		d.err = a.SyntaxError("string should be an even number of characters")
		return d
	}
	s.Flatten()
	d.bytes = make([]byte, 0, n/2)
	for d.read < n && len(d.bytes) != limit {
		if d.err = a.AttendAt(d.read); d.err != nil {
			return d
		}
		hi, lo := hexValue(s.At(d.read)), hexValue(s.At(d.read+1))
		if hi < 0 || lo < 0 {
			d.err = a.SyntaxError("string should only contain hex characters")
			return d
		}
		d.bytes = append(d.bytes, byte(hi<<4|lo))
		d.read += 2
	}
	return d
}

func hexValue(c uint16) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

func skipSpace(s *jstring.String, i int) int {
	for i < s.Len() {
		switch s.At(i) {
		case ' ', '\t', '\n', '\f', '\r':
			i++
		default:
			return i
		}
	}
	return i
}

// decode is FromBase64 (23.3.3.5), https://tc39.es/ecma262/#sec-frombase64 ; limit -1 is none.
func (o *base64Options) decode(a *object.Agent, s *jstring.String, limit int) (d decoded) {
	if limit == 0 {
		return d
	}
	s.Flatten()
	if limit < 0 {
		limit = int(^uint(0) >> 1)
	}
	fail := func(text string) decoded {
		d.err = a.SyntaxError("%s", text)
		return d
	}
	var chunk [4]byte
	n := 0
	for i, polled := 0, 0; ; {
		i = skipSpace(s, i)
		if i == s.Len() {
			if n > 0 {
				if o.lastChunk == lastStopBeforePartial {
					return d
				}
				if o.lastChunk == lastStrict || n == 1 {
					return fail("missing padding")
				}
				d.appendPartial(chunk, n)
			}
			d.read = s.Len()
			return d
		}
		c := s.At(i)
		i++
		if c == '=' {
			if n < 2 {
				return fail("padding is too early")
			}
			i = skipSpace(s, i)
			if n == 2 {
				if i == s.Len() {
					if o.lastChunk == lastStopBeforePartial {
						return d
					}
					return fail("malformed padding - only one =")
				}
				if s.At(i) == '=' {
					i = skipSpace(s, i+1)
				}
			}
			if i < s.Len() {
				return fail("unexpected character after padding")
			}
			if o.lastChunk == lastStrict && (n == 2 && chunk[1]&15 != 0 || n == 3 && chunk[2]&3 != 0) {
				return fail("extra bits")
			}
			d.appendPartial(chunk, n)
			d.read = s.Len()
			return d
		}
		if c >= 128 || o.values[c] < 0 {
			return fail("unexpected character")
		}
		if room := limit - len(d.bytes); room == 1 && n == 2 || room == 2 && n == 3 {
			return d
		}
		chunk[n] = byte(o.values[c])
		if n++; n == 4 {
			d.bytes = append(d.bytes, chunk[0]<<2|chunk[1]>>4, chunk[1]<<4|chunk[2]>>2, chunk[2]<<6|chunk[3])
			n = 0
			d.read = i
			if len(d.bytes) == limit {
				return d
			}
			if i-polled >= object.Piece {
				if d.err = a.Attend(); d.err != nil {
					return d
				}
				polled = i
			}
		}
	}
}

// appendPartial appends the bytes of a last chunk of 2 or 3 digits.
func (d *decoded) appendPartial(chunk [4]byte, n int) {
	d.bytes = append(d.bytes, chunk[0]<<2|chunk[1]>>4)
	if n == 3 {
		d.bytes = append(d.bytes, chunk[1]<<4|chunk[2]>>2)
	}
}
