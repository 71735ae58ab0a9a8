package host

import (
	"errors"
	"io"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// The binding of node:fs: synchronous calls, which take paths and numbers that
// lib/fs.js has checked.

// fsCall is one function of the binding; op names it in errors.
type fsCall struct {
	name, op string
	fn       func(h *Host, c *vmapi.Call) (any, error)
}

func (h *Host) fsModule(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	var methods []method
	for _, f := range fsCalls {
		methods = append(methods, method{f.name, 2, func(c *vmapi.Call) (vmapi.Value, error) {
			r, err := f.fn(h, c)
			if err != nil {
				return vmapi.Value{}, h.fsError(c, f.op, err)
			}
			if v, ok := r.(vmapi.Value); ok {
				return v, nil
			}
			return h.vm.ToValue(r)
		}})
	}
	return o, defineMethods(c, o, append(methods, method{"later", 1, h.later}))
}

// fsError turns an error of the system into Node's exception.
func (h *Host) fsError(c *vmapi.Call, op string, err error) error {
	var errno syscall.Errno
	if !errors.As(err, &errno) {
		if _, ok := c.Catch(err); ok || !errors.Is(err, os.ErrClosed) {
			return err
		}
		errno = syscall.EBADF
	}
	code := errnoName(errno)
	text := code + ": " + errnoText(code, errno) + ", " + op
	var paths []string
	for i := range 2 {
		if p := c.Arg(i); p.IsString() && (i == 0 || op == "rename" || op == "link" || op == "symlink" || op == "copyfile") {
			paths = append(paths, p.Text())
		}
	}
	for i, p := range paths {
		if i > 0 {
			text += " ->"
		}
		text += " '" + p + "'"
	}
	e := c.NewError("Error", "", text)
	if err := setAll(c, e, "errno", -int(errno), "code", code, "syscall", op); err != nil {
		return err
	}
	for i, p := range paths {
		if err := c.Set(e, [2]string{"path", "dest"}[i], p); err != nil {
			return err
		}
	}
	return c.Throw(e)
}

// path returns argument i as a path of the system.
func (h *Host) path(c *vmapi.Call, i int) string { return h.abs(c.Arg(i).Text()) }

func intArg(c *vmapi.Call, i int) int { return int(c.Arg(i).Number()) }

// files are the open files by descriptor: those of the host have the numbers
// from 3 on, whatever the system's are.
type files map[int]*os.File

func (h *Host) file(c *vmapi.Call) (*os.File, error) {
	fd := intArg(c, 0)
	if f := h.files[fd]; f != nil {
		return f, nil
	}
	if fd >= 0 && fd <= 2 {
		if fd > 0 {
			h.flush()
		}
		return [3]*os.File{os.Stdin, os.Stdout, os.Stderr}[fd], nil
	}
	return nil, syscall.EBADF
}

// addFile gives a file the lowest free number.
func (h *Host) addFile(f *os.File) int {
	if h.files == nil {
		h.files = files{}
	}
	fd := 3
	for h.files[fd] != nil {
		fd++
	}
	h.files[fd] = f
	return fd
}

// window returns the part of the bytes in argument 1 that arguments 2 and 3
// tell, and the position in argument 4, -1 for the file's own.
func window(c *vmapi.Call) ([]byte, int64) {
	b, _ := c.Arg(1).Bytes()
	at, n := intArg(c, 2), intArg(c, 3)
	position := int64(-1)
	if c.Arg(4).IsNumber() {
		position = int64(c.Arg(4).Number())
	}
	return b[min(at, len(b)):min(at+n, len(b))], position
}

var fsCalls = []fsCall{
	// open ( path, flags, mode )
	{"open", "open", func(h *Host, c *vmapi.Call) (any, error) {
		f, err := os.OpenFile(h.path(c, 0), intArg(c, 1), os.FileMode(intArg(c, 2)))
		if err != nil {
			return nil, err
		}
		return h.addFile(f), nil
	}},
	{"close", "close", func(h *Host, c *vmapi.Call) (any, error) {
		f, err := h.file(c)
		if err == nil && intArg(c, 0) > 2 {
			delete(h.files, intArg(c, 0))
			err = f.Close()
		}
		return nil, err
	}},
	{"read", "read", func(h *Host, c *vmapi.Call) (any, error) {
		f, err := h.file(c)
		if err != nil {
			return nil, err
		}
		b, position := window(c)
		n := 0
		if position >= 0 {
			n, err = f.ReadAt(b, position)
		} else {
			n, err = f.Read(b)
		}
		if err == io.EOF {
			err = nil
		}
		return n, err
	}},
	{"write", "write", func(h *Host, c *vmapi.Call) (any, error) {
		f, err := h.file(c)
		if err != nil {
			return nil, err
		}
		b, position := window(c)
		if position >= 0 {
			return f.WriteAt(b, position)
		}
		return f.Write(b)
	}},
	// readAll ( fd ) reads what is left
	{"readAll", "read", func(h *Host, c *vmapi.Call) (any, error) {
		f, err := h.file(c)
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(f)
		return c.NewBytes(data), err
	}},
	{"stat", "stat", func(h *Host, c *vmapi.Call) (any, error) {
		info, err := os.Stat(h.path(c, 0))
		return statArray(h, c, info), err
	}},
	{"lstat", "lstat", func(h *Host, c *vmapi.Call) (any, error) {
		info, err := os.Lstat(h.path(c, 0))
		return statArray(h, c, info), err
	}},
	{"fstat", "fstat", func(h *Host, c *vmapi.Call) (any, error) {
		f, err := h.file(c)
		if err != nil {
			return nil, err
		}
		info, err := f.Stat()
		return statArray(h, c, info), err
	}},
	{"access", "access", func(h *Host, c *vmapi.Call) (any, error) { return nil, access(h.path(c, 0), uint32(intArg(c, 1))) }},
	{"exists", "access", func(h *Host, c *vmapi.Call) (any, error) {
		_, err := os.Stat(h.path(c, 0))
		return err == nil, nil
	}},
	// readdir ( path ) returns names and types (of dirent) in turn
	{"readdir", "scandir", func(h *Host, c *vmapi.Call) (any, error) {
		entries, err := os.ReadDir(h.path(c, 0))
		var out []vmapi.Value
		for _, e := range entries {
			name, _ := h.vm.ToValue(e.Name())
			kind, _ := h.vm.ToValue(direntType(e.Type()))
			out = append(out, name, kind)
		}
		return c.NewArray(out...), err
	}},
	{"mkdir", "mkdir", func(h *Host, c *vmapi.Call) (any, error) {
		return nil, os.Mkdir(h.path(c, 0), os.FileMode(intArg(c, 1)))
	}},
	{"rmdir", "rmdir", func(h *Host, c *vmapi.Call) (any, error) {
		info, err := os.Lstat(h.path(c, 0))
		if err == nil && !info.IsDir() {
			err = syscall.ENOTDIR
		}
		if err != nil {
			return nil, err
		}
		return nil, os.Remove(h.path(c, 0))
	}},
	{"unlink", "unlink", func(h *Host, c *vmapi.Call) (any, error) {
		info, err := os.Lstat(h.path(c, 0))
		if err == nil && info.IsDir() {
			err = syscall.EISDIR
		}
		if err != nil {
			return nil, err
		}
		return nil, os.Remove(h.path(c, 0))
	}},
	{"removeAll", "rm", func(h *Host, c *vmapi.Call) (any, error) { return nil, os.RemoveAll(h.path(c, 0)) }},
	{"rename", "rename", func(h *Host, c *vmapi.Call) (any, error) { return nil, os.Rename(h.path(c, 0), h.path(c, 1)) }},
	{"link", "link", func(h *Host, c *vmapi.Call) (any, error) { return nil, os.Link(h.path(c, 0), h.path(c, 1)) }},
	{"symlink", "symlink", func(h *Host, c *vmapi.Call) (any, error) { return nil, os.Symlink(c.Arg(0).Text(), h.path(c, 1)) }},
	{"readlink", "readlink", func(h *Host, c *vmapi.Call) (any, error) { return os.Readlink(h.path(c, 0)) }},
	{"realpath", "lstat", func(h *Host, c *vmapi.Call) (any, error) { return filepath.EvalSymlinks(h.path(c, 0)) }},
	// copyFile ( from, to, exclusive )
	{"copyFile", "copyfile", func(h *Host, c *vmapi.Call) (any, error) {
		return nil, copyFile(h.path(c, 0), h.path(c, 1), c.Arg(2).Bool())
	}},
	{"ftruncate", "ftruncate", func(h *Host, c *vmapi.Call) (any, error) {
		f, err := h.file(c)
		if err != nil {
			return nil, err
		}
		return nil, f.Truncate(int64(c.Arg(1).Number()))
	}},
	{"fsync", "fsync", func(h *Host, c *vmapi.Call) (any, error) {
		f, err := h.file(c)
		if err != nil {
			return nil, err
		}
		return nil, f.Sync()
	}},
	{"chmod", "chmod", func(h *Host, c *vmapi.Call) (any, error) {
		return nil, os.Chmod(h.path(c, 0), os.FileMode(intArg(c, 1)))
	}},
	{"fchmod", "fchmod", func(h *Host, c *vmapi.Call) (any, error) {
		f, err := h.file(c)
		if err != nil {
			return nil, err
		}
		return nil, f.Chmod(os.FileMode(intArg(c, 1)))
	}},
	{"fchown", "fchown", func(h *Host, c *vmapi.Call) (any, error) {
		f, err := h.file(c)
		if err != nil {
			return nil, err
		}
		return nil, f.Chown(intArg(c, 1), intArg(c, 2))
	}},
	{"futimes", "futime", func(h *Host, c *vmapi.Call) (any, error) {
		f, err := h.file(c)
		if err != nil {
			return nil, err
		}
		return nil, os.Chtimes(f.Name(), timeArg(c, 1), timeArg(c, 2))
	}},
	{"statfs", "statfs", func(h *Host, c *vmapi.Call) (any, error) {
		numbers, err := statfs(h.path(c, 0))
		if err != nil {
			return nil, err
		}
		out := make([]vmapi.Value, len(numbers))
		for i, n := range numbers {
			out[i], _ = h.vm.ToValue(n) // a number always is a value
		}
		return c.NewArray(out...), nil
	}},
	{"chown", "chown", func(h *Host, c *vmapi.Call) (any, error) {
		return nil, os.Chown(h.path(c, 0), intArg(c, 1), intArg(c, 2))
	}},
	{"lchown", "lchown", func(h *Host, c *vmapi.Call) (any, error) {
		return nil, os.Lchown(h.path(c, 0), intArg(c, 1), intArg(c, 2))
	}},
	{"utimes", "utime", func(h *Host, c *vmapi.Call) (any, error) {
		return nil, os.Chtimes(h.path(c, 0), timeArg(c, 1), timeArg(c, 2))
	}},
	{"mkdtemp", "mkdtemp", func(h *Host, c *vmapi.Call) (any, error) {
		prefix := c.Arg(0).Text()
		for range 100 {
			name := make([]byte, 6)
			for i := range name {
				name[i] = base64Digits[rand.IntN(62)]
			}
			err := os.Mkdir(h.abs(prefix+string(name)), 0o700)
			if err == nil || !errors.Is(err, fs.ErrExist) {
				return prefix + string(name), err
			}
		}
		return nil, syscall.EEXIST
	}},
}

// statArray returns what Stats is made of: numbers, and the four times as
// pairs of seconds and nanoseconds.
func statArray(h *Host, c *vmapi.Call, info fs.FileInfo) vmapi.Value {
	if info == nil {
		return vmapi.Value{}
	}
	var out []vmapi.Value
	for _, n := range statNumbers(info) {
		v, _ := h.vm.ToValue(n) // integers convert
		out = append(out, v)
	}
	return c.NewArray(out...)
}

func copyFile(from, to string, exclusive bool) error {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	info, err := src.Stat()
	if err != nil {
		return err
	}
	if info.IsDir() {
		return syscall.EISDIR
	}
	flags := os.O_WRONLY | os.O_CREATE
	if exclusive {
		flags |= os.O_EXCL
	}
	dst, err := os.OpenFile(to, flags, info.Mode().Perm())
	if err != nil {
		return err
	}
	if there, err := dst.Stat(); err == nil && os.SameFile(info, there) {
		return dst.Close()
	}
	if err = dst.Truncate(0); err == nil {
		_, err = io.Copy(dst, src)
	}
	return errors.Join(err, dst.Close())
}

// direntType is the UV_DIRENT constant of a file's type.
func direntType(m fs.FileMode) int {
	switch {
	case m.IsRegular():
		return 1
	case m.IsDir():
		return 2
	case m&fs.ModeSymlink != 0:
		return 3
	case m&fs.ModeNamedPipe != 0:
		return 4
	case m&fs.ModeSocket != 0:
		return 5
	case m&fs.ModeCharDevice != 0:
		return 6
	case m&fs.ModeDevice != 0:
		return 7
	}
	return 0
}

// timeArg is an argument in seconds.
func timeArg(c *vmapi.Call, i int) time.Time {
	return time.UnixMicro(int64(math.Round(c.Arg(i).Number() * 1e6)))
}
