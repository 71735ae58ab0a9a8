package host

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"syscall"

	"github.com/burrowjs/burrow/vmapi"
)

// fsModule is the binding of node:fs: synchronous calls.
func (h *Host) fsModule(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	path := func(c *vmapi.Call) (string, error) {
		s := c.Arg(0).Text()
		if c.Arg(0).IsObject() {
			href, err := c.Get(c.Arg(0), "href")
			if err != nil {
				return "", err
			}
			s = href.Text()
			if p, ok := pathOfURL(s); ok {
				return p, nil
			}
		}
		return h.abs(s), nil
	}
	call := func(name string, f func(c *vmapi.Call, path string) (vmapi.Value, error)) method {
		return method{name, 2, func(c *vmapi.Call) (vmapi.Value, error) {
			p, err := path(c)
			if err != nil {
				return vmapi.Value{}, err
			}
			v, err := f(c, p)
			var pe *fs.PathError
			if errors.As(err, &pe) {
				return v, h.fsError(c, pe, strings.TrimSuffix(name, "Sync"), c.Arg(0).Text())
			}
			return v, err
		}}
	}
	return o, defineMethods(c, o, []method{
		call("readFile", func(c *vmapi.Call, p string) (vmapi.Value, error) {
			data, err := os.ReadFile(p)
			return c.NewBytes(data), err
		}),
		call("writeFile", func(c *vmapi.Call, p string) (vmapi.Value, error) {
			data, ok := c.Arg(1).Bytes()
			if !ok {
				data = []byte(c.Arg(1).Text())
			}
			if c.Arg(2).Bool() {
				f, err := os.OpenFile(p, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
				if err != nil {
					return vmapi.Value{}, err
				}
				_, err = f.Write(data)
				return vmapi.Value{}, errors.Join(err, f.Close())
			}
			return vmapi.Value{}, os.WriteFile(p, data, 0o666)
		}),
		call("exists", func(c *vmapi.Call, p string) (vmapi.Value, error) {
			_, err := os.Stat(p)
			return h.vm.ToValue(err == nil)
		}),
		call("stat", func(c *vmapi.Call, p string) (vmapi.Value, error) {
			info, err := os.Stat(p)
			if err != nil {
				return vmapi.Value{}, err
			}
			r := c.NewObject()
			return r, setAll(c, r, "size", info.Size(), "mtimeMs", info.ModTime().UnixMilli(), "mode", int(info.Mode().Perm()), "dir", info.IsDir(), "file", info.Mode().IsRegular())
		}),
		call("readdir", func(c *vmapi.Call, p string) (vmapi.Value, error) {
			entries, err := os.ReadDir(p)
			names := make([]string, len(entries))
			for i, e := range entries {
				names[i] = e.Name()
			}
			return h.strings(c, names), err
		}),
		call("mkdir", func(c *vmapi.Call, p string) (vmapi.Value, error) {
			if c.Arg(1).Bool() {
				return vmapi.Value{}, os.MkdirAll(p, 0o777)
			}
			return vmapi.Value{}, os.Mkdir(p, 0o777)
		}),
		call("rm", func(c *vmapi.Call, p string) (vmapi.Value, error) {
			if c.Arg(1).Bool() {
				return vmapi.Value{}, os.RemoveAll(p)
			}
			return vmapi.Value{}, os.Remove(p)
		}),
		call("realpath", func(c *vmapi.Call, p string) (vmapi.Value, error) {
			r, err := realFile(p)
			if err != nil {
				r = p
			}
			return h.vm.ToValue(r)
		}),
	})
}

func (h *Host) fsError(c *vmapi.Call, pe *fs.PathError, call, path string) error {
	code, text := "EIO", pe.Err.Error()
	for e, n := range map[syscall.Errno]string{syscall.ENOENT: "ENOENT", syscall.EEXIST: "EEXIST", syscall.EISDIR: "EISDIR", syscall.ENOTDIR: "ENOTDIR", syscall.EACCES: "EACCES", syscall.ENOTEMPTY: "ENOTEMPTY"} {
		if errors.Is(pe.Err, e) {
			code = n
		}
	}
	if call == "readFile" || call == "writeFile" {
		call = "open"
	}
	e := c.NewError("Error", "", code+": "+text+", "+call+" '"+path+"'")
	if err := setAll(c, e, "errno", -2, "code", code, "syscall", call, "path", path); err != nil {
		return err
	}
	return c.Throw(e)
}

// osModule is node:os.
func (h *Host) osModule(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	name, _ := os.Hostname()
	home, _ := os.UserHomeDir()
	str := func(s string) vmapi.Function {
		return func(*vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(s) }
	}
	kind := map[string]string{"linux": "Linux", "darwin": "Darwin", "windows": "Windows_NT"}[runtime.GOOS]
	err := defineMethods(c, o, []method{
		{"hostname", 0, str(name)}, {"homedir", 0, str(home)}, {"tmpdir", 0, str(strings.TrimSuffix(os.TempDir(), "/"))},
		{"platform", 0, str(runtime.GOOS)}, {"type", 0, str(kind)}, {"arch", 0, str(runtime.GOARCH)},
		{"cpus", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			return c.NewArray(make([]vmapi.Value, runtime.NumCPU())...), nil
		}},
	})
	if err != nil {
		return o, err
	}
	return o, c.Set(o, "EOL", "\n")
}
