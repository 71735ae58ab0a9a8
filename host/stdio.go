package host

import (
	"io"
	"os"

	"github.com/burrowjs/burrow/vmapi"
)

// The standard streams. Output is written at once, as Node does for files and
// terminals; input is read on a goroutine, when somebody asks for it.

// installStdio makes process.stdin, stdout and stderr, which load the module of
// streams when they are first asked for.
func (h *Host) installStdio(c *vmapi.Call) error {
	for fd, name := range []string{"stdin", "stdout", "stderr"} {
		get := c.NewFunction("get "+name, 0, func(c *vmapi.Call) (vmapi.Value, error) {
			if h.stdio[fd].IsObject() {
				return h.stdio[fd], nil
			}
			module, err := h.requireBuiltin(c, "internal/stdio")
			if err != nil {
				return vmapi.Value{}, err
			}
			h.stdio[fd], err = c.CallMethod(module, name)
			return h.stdio[fd], err
		})
		set := c.NewFunction("set "+name, 1, func(c *vmapi.Call) (vmapi.Value, error) {
			h.stdio[fd] = c.Arg(0) // console writes to it from now on
			return vmapi.Value{}, c.Define(h.process, c.Key(name), c.Arg(0), vmapi.Plain)
		})
		if err := c.DefineAccessor(h.process, c.Key(name), get, set, vmapi.Configurable|vmapi.Enumerable); err != nil {
			return err
		}
	}
	return nil
}

// stdioBinding is { write ( fd, chunk ), read ( callback ), kind ( fd ) }.
func (h *Host) stdioBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	files := []any{h.opts.Stdin, h.opts.Stdout, h.opts.Stderr}
	return o, defineMethods(c, o, []method{
		{"write", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			data, ok := c.Arg(1).Bytes()
			if !ok {
				data = []byte(c.Arg(1).Text())
			}
			if c.Arg(0).Number() == 1 {
				if err := h.writeOut(data); err != nil {
					return fileFailure(c, err, "write", "")
				}
				return vmapi.Value{}, nil
			}
			h.flush()
			if _, err := h.opts.Stderr.Write(data); err != nil {
				return fileFailure(c, err, "write", "")
			}
			return vmapi.Value{}, nil
		}},
		{"kind", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			return h.vm.ToValue(kindOfFile(files[int(c.Arg(0).Number())]))
		}},
		{"read", 1, h.readStdin},
	})
}

// writeOut writes to the buffer of standard output.
func (h *Host) writeOut(data []byte) error {
	_, err := h.stdout.Write(data)
	return err
}

// kindOfFile tells what is behind a standard stream: tty, file or pipe.
func kindOfFile(f any) string {
	file, ok := f.(*os.File)
	if !ok {
		return "pipe"
	}
	info, err := file.Stat()
	if err != nil {
		return "pipe"
	}
	if info.Mode()&os.ModeCharDevice != 0 {
		if null, err := os.Stat(os.DevNull); err == nil && !os.SameFile(info, null) {
			return "tty"
		}
		return "file"
	}
	if info.Mode().IsRegular() {
		return "file"
	}
	return "pipe"
}

// readStdin reads what there is and calls back with (error, bytes): no bytes at
// the end.
func (h *Host) readStdin(c *vmapi.Call) (vmapi.Value, error) {
	callback := c.Arg(0)
	var data []byte
	var err error
	h.background(func() {
		if h.opts.Stdin == nil {
			return
		}
		buf := make([]byte, 1<<16)
		n := 0
		for n == 0 && err == nil {
			n, err = h.opts.Stdin.Read(buf)
		}
		data = buf[:n]
	}, func(c *vmapi.Call) error {
		if len(data) == 0 && err != nil && err != io.EOF {
			e, setErr := fileFailure(c, err, "read", "")
			if setErr != nil {
				return setErr
			}
			_, err := c.Call(callback, nil, e)
			return err
		}
		chunk, err := newBytes(c, data)
		if err == nil {
			_, err = c.Call(callback, nil, c.VM().Null(), chunk)
		}
		return err
	})
	return vmapi.Value{}, nil
}
