package host

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"slices"

	"github.com/burrowjs/burrow/vmapi"
)

// The binding of node:zlib. A handle is fed input and asked for output; the
// streams and the functions of lib/zlib.js both work so.

// codec is what handles have in common.
type codec interface {
	// feed adds input, of which finish tells that it is the last.
	feed(data []byte, flush int) error
	// read returns at most n bytes of output.
	read(n int) ([]byte, error)
	// end fails if the input ended too early.
	end() error
}

func (d *inflater) read(n int) ([]byte, error) {
	err := d.step(n)
	out := d.take(n)
	if len(out) > 0 {
		return out, nil // what came before the error
	}
	return out, err
}

func (d *inflater) end() error {
	if !d.complete() {
		return errUnexpectEnd
	}
	return nil
}

// inflateCodec is an inflater that is fed with a kind of flush, which it ignores.
type inflateCodec struct{ *inflater }

func (d inflateCodec) feed(data []byte, _ int) error { d.inflater.feed(data); return nil }

// deflater compresses with the standard library.
type deflater struct {
	out    bytes.Buffer
	w      *flate.Writer
	format int
	sum    hash.Hash32
	size   uint32
}

// kinds of flush, as zlib numbers them
const (
	flushNone    = 0
	flushPartial = 1
	flushFinish  = 4
)

func newDeflater(format, level int, dictionary []byte) (*deflater, error) {
	d := &deflater{format: format}
	var err error
	if d.w, err = flate.NewWriterDict(&d.out, level, dictionary); err != nil {
		return nil, err
	}
	switch format {
	case formatZlib:
		d.sum = adler32.New()
		head := []byte{0x78, 0}
		switch {
		case level == -1 || level == 6:
			head[1] = 2 << 6
		case level >= 7:
			head[1] = 3 << 6
		case level >= 2:
			head[1] = 1 << 6
		}
		if dictionary != nil {
			head[1] |= 32
		}
		head[1] += byte(31 - (int(head[0])<<8+int(head[1]))%31)
		d.out.Write(head)
		if dictionary != nil {
			d.out.Write(binary.BigEndian.AppendUint32(nil, adler32.Checksum(dictionary)))
		}
	case formatGzip:
		d.sum = crc32.NewIEEE()
		extra := byte(0)
		switch level {
		case 9:
			extra = 2
		case 1:
			extra = 4
		}
		d.out.Write([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, extra, 3})
	}
	return d, nil
}

func (d *deflater) feed(data []byte, flush int) error {
	if d.sum != nil {
		d.sum.Write(data)
	}
	d.size += uint32(len(data))
	if _, err := d.w.Write(data); err != nil {
		return err
	}
	switch {
	case flush == flushFinish:
		if err := d.w.Close(); err != nil {
			return err
		}
		switch d.format {
		case formatZlib:
			d.out.Write(binary.BigEndian.AppendUint32(nil, d.sum.Sum32()))
		case formatGzip:
			d.out.Write(binary.LittleEndian.AppendUint32(nil, d.sum.Sum32()))
			d.out.Write(binary.LittleEndian.AppendUint32(nil, d.size))
		}
	case flush >= flushPartial:
		return d.w.Flush()
	}
	return nil
}

func (d *deflater) read(n int) ([]byte, error) { return slices.Clone(d.out.Next(n)), nil }
func (d *deflater) end() error                 { return nil }

func (h *Host) zlibBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{
		{"inflate", 2, func(c *vmapi.Call) (vmapi.Value, error) { // format, dictionary
			var dictionary []byte
			if !c.Arg(1).IsUndefined() {
				dictionary = bytesOf(c.Arg(1))
			}
			return h.codecObject(c, inflateCodec{newInflater(int(c.Arg(0).Number()), dictionary)})
		}},
		{"deflate", 3, func(c *vmapi.Call) (vmapi.Value, error) { // format, level, dictionary
			var dictionary []byte
			if !c.Arg(2).IsUndefined() {
				dictionary = bytesOf(c.Arg(2))
			}
			if err := c.Charge(1 << 20); err != nil { // the tables of a compressor
				return vmapi.Value{}, err
			}
			d, err := newDeflater(int(c.Arg(0).Number()), int(c.Arg(1).Number()), dictionary)
			if err != nil {
				return vmapi.Value{}, c.Throw(c.NewError("RangeError", "ERR_OUT_OF_RANGE", err.Error()))
			}
			return h.codecObject(c, d)
		}},
		{"crc32", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			data, ok := c.Arg(0).Bytes()
			if !ok {
				data = []byte(c.Arg(0).Text())
			}
			if err := c.Tick(len(data) / 64); err != nil {
				return vmapi.Value{}, err
			}
			return h.vm.ToValue(crc32.Update(uint32(c.Arg(1).Number()), crc32.IEEETable, data))
		}},
	})
}

// codecObject is { feed ( bytes, flush ), read ( n ), end ( ) }; those that fail
// return the error.
func (h *Host) codecObject(c *vmapi.Call, z codec) (vmapi.Value, error) {
	failure := func(c *vmapi.Call, err error) (vmapi.Value, error) {
		if err == nil {
			return vmapi.Value{}, nil
		}
		bad, ok := err.(*inflateError)
		if !ok {
			return vmapi.Value{}, c.Throw(c.NewError("Error", "Z_STREAM_ERROR", err.Error()))
		}
		e := c.NewError("Error", "", bad.text)
		return e, setAll(c, e, "errno", bad.errno, "code", bad.code)
	}
	o := c.NewObject()
	return o, defineMethods(c, o, []method{
		{"feed", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			data, ok := c.Arg(0).Bytes()
			if !ok {
				data = []byte(c.Arg(0).Text())
			}
			if err := c.Charge(len(data)); err != nil {
				return vmapi.Value{}, err
			}
			flush := int(c.Arg(1).Number())
			for {
				n := min(len(data), 1<<20)
				if err := c.Tick(n / 8); err != nil {
					return vmapi.Value{}, err
				}
				if n == len(data) {
					return failure(c, z.feed(data, flush))
				}
				if err := z.feed(data[:n], flushNone); err != nil {
					return failure(c, err)
				}
				data = data[n:]
			}
		}},
		{"read", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			n := int(c.Arg(0).Number())
			if err := c.Tick(n / 8); err != nil {
				return vmapi.Value{}, err
			}
			out, err := z.read(n)
			if err != nil {
				return failure(c, err)
			}
			return newBytes(c, out)
		}},
		{"end", 0, func(c *vmapi.Call) (vmapi.Value, error) { return failure(c, z.end()) }},
	})
}
