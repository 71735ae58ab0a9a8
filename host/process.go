package host

import (
	"math/big"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

var started = time.Now()

// method is a function of an object that the host makes.
type method struct {
	name   string
	length int
	fn     vmapi.Function
}

func defineMethods(c *vmapi.Call, o vmapi.Value, methods []method) error {
	for _, m := range methods {
		if err := c.Define(o, c.Key(m.name), c.NewFunction(m.name, m.length, m.fn), vmapi.Plain); err != nil {
			return err
		}
	}
	return nil
}

func setAll(c *vmapi.Call, o vmapi.Value, props ...any) error {
	for i := 0; i+1 < len(props); i += 2 {
		if err := c.Set(o, props[i].(string), props[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (h *Host) strings(c *vmapi.Call, list []string) vmapi.Value {
	vs := make([]vmapi.Value, len(list))
	for i, s := range list {
		vs[i], _ = h.vm.ToValue(s)
	}
	return c.NewArray(vs...)
}

// installProcess makes the process object.
func (h *Host) installProcess(c *vmapi.Call) error {
	events, err := h.requireBuiltin(c, "events")
	if err != nil {
		return err
	}
	emitter, err := c.Get(events, "prototype")
	if err != nil {
		return err
	}
	ctor, proto := h.vm.NewConstructor("process", 0, func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, c.TypeError("Illegal constructor") })
	_ = ctor
	if err := c.SetPrototype(proto, emitter); err != nil {
		return err
	}
	p := c.NewObjectWith(proto)
	h.process = p
	tag, err := c.KeyOf(c.Symbol("toStringTag"))
	if err == nil {
		err = c.Define(p, tag, "process", vmapi.Configurable)
	}
	if err != nil {
		return err
	}
	env, err := h.environment(c)
	if err != nil {
		return err
	}
	versions := c.NewObject()
	if err := setAll(c, versions, "node", Version[1:], "v8", "11.3.244.8-node.33", "burrow", "0.1.0", "modules", "115"); err != nil {
		return err
	}
	release := c.NewObject()
	if err := setAll(c, release, "name", "node", "lts", "Iron"); err != nil {
		return err
	}
	features := c.NewObject()
	if err := setAll(c, features, "inspector", false, "debug", false, "uv", false, "ipv6", true, "tls_alpn", true, "tls_sni", true, "tls_ocsp", true,
		"tls", true, "cached_builtins", true); err != nil {
		return err
	}
	arch := map[string]string{"amd64": "x64", "386": "ia32"}[runtime.GOARCH]
	if arch == "" {
		arch = runtime.GOARCH
	}
	platform := map[string]string{"windows": "win32", "illumos": "sunos", "solaris": "sunos"}[runtime.GOOS]
	if platform == "" {
		platform = runtime.GOOS
	}
	config := c.NewObject()
	if err := setAll(c, config, "variables", c.NewObject()); err != nil {
		return err
	}
	if err := setAll(c, p, "version", Version, "versions", versions, "arch", arch, "platform", platform, "release", release,
		"argv", h.strings(c, append([]string{h.opts.Exec}, h.opts.Args...)), "execArgv", h.strings(c, h.opts.ExecArgs), "execPath", h.opts.Exec,
		"env", env, "pid", os.Getpid(), "ppid", os.Getppid(), "title", "node", "features", features, "config", config, "argv0", h.opts.Exec, "domain", c.VM().Null(), "debugPort", 9229, "_exiting", false); err != nil {
		return err
	}
	if err := h.installExitCode(c); err != nil {
		return err
	}
	if err := h.installStdio(c); err != nil {
		return err
	}
	if err := defineMethods(c, p, slices.Concat(h.processMethods(), h.systemMethods())); err != nil {
		return err
	}
	hr, err := c.Get(p, "hrtime")
	if err == nil {
		err = defineMethods(c, hr, []method{{"bigint", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			return h.vm.ToValue(big.NewInt(int64(time.Since(started)) + 1e12))
		}}})
	}
	if err != nil {
		return err
	}
	memory, err := c.Get(p, "memoryUsage")
	if err == nil {
		err = defineMethods(c, memory, []method{{"rss", 0, func(*vmapi.Call) (vmapi.Value, error) {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			return h.vm.ToValue(m.Sys)
		}}})
	}
	if err == nil {
		err = h.lazyProperty(c, p, "allowedNodeEnvironmentFlags", "internal/process", true)
	}
	if err != nil {
		return err
	}
	if err := h.watchSignals(c); err != nil {
		return err
	}
	if err := h.watchWarnings(c); err != nil {
		return err
	}
	h.exports["process"] = p
	return h.defineGlobal(c, "process", p, vmapi.Hidden)
}

func (h *Host) processMethods() []method {
	str := func(s string) (vmapi.Value, error) { return h.vm.ToValue(s) }
	return []method{
		{"cwd", 0, func(*vmapi.Call) (vmapi.Value, error) { return str(h.dir) }},
		{"chdir", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if !c.Arg(0).IsString() {
				return vmapi.Value{}, invalidArgType(c, "directory", "string", c.Arg(0))
			}
			dir := h.abs(c.Arg(0).Text())
			info, err := os.Stat(dir)
			if err == nil && !info.IsDir() {
				err = syscall.ENOTDIR
			}
			if err != nil {
				code, text, errno := systemCode(err)
				dest := c.Arg(0).Text()
				e := c.NewError("Error", "", code+": "+text+", chdir '"+h.dir+"' -> '"+dest+"'")
				if err := setAll(c, e, "errno", errno, "code", code, "syscall", "chdir", "path", h.dir, "dest", dest); err != nil {
					return vmapi.Value{}, err
				}
				return vmapi.Value{}, c.Throw(e)
			}
			h.dir = dir
			return vmapi.Value{}, nil
		}},
		{"nextTick", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if !c.Arg(0).IsFunction() {
				return vmapi.Value{}, invalidArgType(c, "callback", "function", c.Arg(0))
			}
			h.loop.ticks = append(h.loop.ticks, tick{c.Arg(0), anys(c.Args(1)), c.JobData()})
			return vmapi.Value{}, nil
		}},
		{"hrtime", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			t := int64(time.Since(started)) + 1e12
			if prev := c.Arg(0); !prev.IsUndefined() {
				if !prev.IsArray() {
					return vmapi.Value{}, invalidArgType(c, "time", "an instance of Array", prev)
				}
				if n, err := c.Length(prev); err != nil || n != 2 {
					return vmapi.Value{}, c.Throw(c.NewError("RangeError", "ERR_OUT_OF_RANGE", "The value of \"time\" is out of range. It must be 2. Received "+itoa(n)))
				}
				s, err := c.Index(prev, 0)
				if err != nil {
					return vmapi.Value{}, err
				}
				n, err := c.Index(prev, 1)
				if err != nil {
					return vmapi.Value{}, err
				}
				t -= int64(s.Number())*1e9 + int64(n.Number())
			}
			s, _ := h.vm.ToValue(t / 1e9)
			n, err := h.vm.ToValue(t % 1e9)
			return c.NewArray(s, n), err
		}},
		{"uptime", 0, func(*vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(time.Since(started).Seconds()) }},
		{"abort", 0, func(*vmapi.Call) (vmapi.Value, error) {
			h.flush()
			os.Exit(134)
			return vmapi.Value{}, nil
		}},
	}
}

// emitHandled emits an event of process and reports whether it had listeners.
func (h *Host) emitHandled(c *vmapi.Call, event string, args ...any) (bool, error) {
	if !h.process.IsObject() {
		return false, nil
	}
	v, err := c.CallMethod(h.process, "emit", append([]any{event}, args...)...)
	return v.Bool(), err
}

func (h *Host) emit(c *vmapi.Call, event string, args ...any) error {
	_, err := h.emitHandled(c, event, args...)
	return err
}

// fileDir returns the folder of a file.
func fileDir(file string) string { return filepath.Dir(file) }
