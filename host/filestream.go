package host

import (
	"io"
	"os"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// The binding of fs.createReadStream and createWriteStream: files that are
// opened, read, written and closed on goroutines.

// fileFlags are the flags of fs.open.
var fileFlags = map[string]int{
	"r": os.O_RDONLY, "rs": os.O_RDONLY | os.O_SYNC, "r+": os.O_RDWR, "rs+": os.O_RDWR | os.O_SYNC,
	"w": os.O_WRONLY | os.O_CREATE | os.O_TRUNC, "wx": os.O_WRONLY | os.O_CREATE | os.O_TRUNC | os.O_EXCL,
	"w+": os.O_RDWR | os.O_CREATE | os.O_TRUNC, "wx+": os.O_RDWR | os.O_CREATE | os.O_TRUNC | os.O_EXCL,
	"a": os.O_WRONLY | os.O_CREATE | os.O_APPEND, "ax": os.O_WRONLY | os.O_CREATE | os.O_APPEND | os.O_EXCL,
	"a+": os.O_RDWR | os.O_CREATE | os.O_APPEND, "ax+": os.O_RDWR | os.O_CREATE | os.O_APPEND | os.O_EXCL,
}

func (h *Host) fileBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{{"open", 4, h.openFile}})
}

// openFile is open ( path, flags, mode, callback ): it calls back with (error, file).
func (h *Host) openFile(c *vmapi.Call) (vmapi.Value, error) {
	name, callback := c.Arg(0).Text(), c.Arg(3)
	flags, ok := fileFlags[c.Arg(1).Text()]
	if c.Arg(1).IsNumber() {
		flags, ok = int(c.Arg(1).Number()), true
	}
	if !ok {
		return vmapi.Value{}, c.Throw(c.NewError("TypeError", "ERR_INVALID_ARG_VALUE", "The argument 'flags' is invalid. Received '"+c.Arg(1).Text()+"'"))
	}
	path, mode := h.abs(name), os.FileMode(c.Arg(2).Number())
	if strings.HasPrefix(name, "file:") {
		if p, ok := pathOfURL(name); ok {
			path, name = p, p
		}
	}
	var file *os.File
	var err error
	h.background(func() { file, err = os.OpenFile(path, flags, mode) }, func(c *vmapi.Call) error {
		if err != nil {
			e, setErr := fileFailure(c, err, "open", name)
			if setErr != nil {
				return setErr
			}
			_, err := c.Call(callback, nil, e)
			return err
		}
		o, err := h.fileObject(c, file)
		if err == nil {
			_, err = c.Call(callback, nil, c.VM().Null(), o)
		}
		return err
	})
	return vmapi.Value{}, nil
}

// fileObject is an open file: read, write, close and its descriptor.
func (h *Host) fileObject(c *vmapi.Call, file *os.File) (vmapi.Value, error) {
	o, fd := c.NewObject(), h.addFile(file)
	err := defineMethods(c, o, []method{
		{"read", 3, func(c *vmapi.Call) (vmapi.Value, error) { // position or -1, length, callback
			at, length, callback := int64(c.Arg(0).Number()), int(c.Arg(1).Number()), c.Arg(2)
			length = max(min(length, 1<<24), 1)
			if err := c.Charge(length); err != nil {
				return vmapi.Value{}, err
			}
			var data []byte
			var err error
			h.background(func() {
				data = make([]byte, length)
				n := 0
				if at < 0 {
					n, err = file.Read(data)
				} else {
					n, err = file.ReadAt(data, at)
				}
				data = data[:n]
			}, func(c *vmapi.Call) error {
				if len(data) > 0 || err == io.EOF {
					err = nil
				}
				return fileResult(c, callback, err, "read", func() (vmapi.Value, error) { return newBytes(c, data) })
			})
			return vmapi.Value{}, nil
		}},
		{"write", 3, func(c *vmapi.Call) (vmapi.Value, error) { // bytes, position or -1, callback
			data, at, callback := bytesOf(c.Arg(0)), int64(c.Arg(1).Number()), c.Arg(2)
			var err error
			h.background(func() {
				if at < 0 {
					_, err = file.Write(data)
				} else {
					_, err = file.WriteAt(data, at)
				}
			}, func(c *vmapi.Call) error {
				return fileResult(c, callback, err, "write", func() (vmapi.Value, error) { return h.vm.ToValue(len(data)) })
			})
			return vmapi.Value{}, nil
		}},
		{"sync", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			callback := c.Arg(0)
			var err error
			h.background(func() { err = file.Sync() }, func(c *vmapi.Call) error { return fileResult(c, callback, err, "fsync", nil) })
			return vmapi.Value{}, nil
		}},
		{"close", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			callback := c.Arg(0)
			delete(h.files, fd)
			var err error
			h.background(func() { err = file.Close() }, func(c *vmapi.Call) error { return fileResult(c, callback, err, "close", nil) })
			return vmapi.Value{}, nil
		}},
	})
	if err != nil {
		return o, err
	}
	return o, c.Set(o, "fd", fd)
}

// fileResult calls back with an error, or with null and what value makes.
func fileResult(c *vmapi.Call, callback vmapi.Value, err error, call string, value func() (vmapi.Value, error)) error {
	if err != nil {
		e, setErr := fileFailure(c, err, call, "")
		if setErr != nil {
			return setErr
		}
		_, err = c.Call(callback, nil, e)
		return err
	}
	args := []any{c.VM().Null()}
	if value != nil {
		v, err := value()
		if err != nil {
			return err
		}
		args = append(args, v)
	}
	_, err = c.Call(callback, nil, args...)
	return err
}
