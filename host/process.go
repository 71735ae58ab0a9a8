package host

import (
	"math/big"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
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
	env := c.NewObject()
	for _, e := range h.opts.Env {
		if k, v, ok := strings.Cut(e, "="); ok && k != "" {
			if err := c.Set(env, k, v); err != nil {
				return err
			}
		}
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
		"env", env, "pid", os.Getpid(), "ppid", os.Getppid(), "title", "node", "features", features, "config", config, "exitCode", nil); err != nil {
		return err
	}
	for _, s := range []struct {
		name string
		fd   int
	}{{"stdout", 1}, {"stderr", 2}} {
		o, err := h.stream(c, s.fd)
		if err == nil {
			err = c.Set(p, s.name, o)
		}
		if err != nil {
			return err
		}
	}
	if err := defineMethods(c, p, h.processMethods()); err != nil {
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
	if err := h.watchSignals(c); err != nil {
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
			dir := h.abs(c.Arg(0).Text())
			if info, err := os.Stat(dir); err != nil || !info.IsDir() {
				return vmapi.Value{}, c.Throw(c.NewError("Error", "ENOENT", "ENOENT: no such file or directory, chdir "+h.dir+" -> '"+c.Arg(0).Text()+"'"))
			}
			h.dir = dir
			return vmapi.Value{}, nil
		}},
		{"exit", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if !c.Arg(0).IsUndefined() {
				if err := c.Set(h.process, "exitCode", c.Arg(0)); err != nil {
					return vmapi.Value{}, err
				}
			}
			if err := h.exit(c); err != nil {
				return vmapi.Value{}, err
			}
			return vmapi.Value{}, c.Terminate()
		}},
		{"reallyExit", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			h.exiting, h.exitCode = true, int(c.Arg(0).Number())
			return vmapi.Value{}, c.Terminate()
		}},
		{"nextTick", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if !c.Arg(0).IsFunction() {
				return vmapi.Value{}, invalidArgType(c, "callback", "function", c.Arg(0))
			}
			h.loop.ticks = append(h.loop.ticks, tick{c.Arg(0), anys(c.Args(1))})
			return vmapi.Value{}, nil
		}},
		{"hrtime", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			t := int64(time.Since(started)) + 1e12
			if prev := c.Arg(0); prev.IsArray() {
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
		{"memoryUsage", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			o := c.NewObject()
			return o, setAll(c, o, "rss", m.Sys, "heapTotal", m.HeapSys, "heapUsed", m.HeapAlloc, "external", 0, "arrayBuffers", 0)
		}},
		{"cpuUsage", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			o := c.NewObject()
			return o, setAll(c, o, "user", time.Since(started).Microseconds(), "system", 0)
		}},
		{"umask", 0, func(*vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(0o22) }},
		{"abort", 0, func(*vmapi.Call) (vmapi.Value, error) {
			h.flush()
			os.Exit(134)
			return vmapi.Value{}, nil
		}},
		{"kill", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			sig := syscall.SIGTERM
			switch c.Arg(1).Text() {
			case "SIGINT":
				sig = syscall.SIGINT
			case "SIGKILL":
				sig = syscall.SIGKILL
			}
			proc, err := os.FindProcess(int(c.Arg(0).Number()))
			if err == nil {
				err = proc.Signal(sig)
			}
			if err != nil {
				return vmapi.Value{}, c.Throw(c.NewError("Error", "ESRCH", "kill ESRCH"))
			}
			return h.vm.ToValue(true)
		}},
		{"emitWarning", 1, h.emitWarning},
	}
}

// emitWarning is process.emitWarning ( warning [ , type [ , code ] ] ).
func (h *Host) emitWarning(c *vmapi.Call) (vmapi.Value, error) {
	if slices.Contains(h.opts.ExecArgs, "--no-warnings") {
		return vmapi.Value{}, nil
	}
	w := c.Arg(0)
	kind, code := c.Arg(1), c.Arg(2)
	if kind.IsObject() {
		var err error
		opts := kind
		if kind, err = c.Get(opts, "type"); err == nil {
			code, err = c.Get(opts, "code")
		}
		if err != nil {
			return vmapi.Value{}, err
		}
	}
	if !w.IsError() {
		text, err := c.ToString(w)
		if err != nil {
			return vmapi.Value{}, err
		}
		w = c.NewError("Error", "", text)
		name := "Warning"
		if kind.IsString() {
			name = kind.Text()
		}
		if err := c.Define(w, c.Key("name"), name, vmapi.Hidden); err != nil {
			return vmapi.Value{}, err
		}
		if code.IsString() {
			if err := c.Set(w, "code", code); err != nil {
				return vmapi.Value{}, err
			}
		}
	}
	warn := c.NewFunction("", 0, func(c *vmapi.Call) (vmapi.Value, error) {
		handled, err := h.emitHandled(c, "warning", w)
		if err != nil || handled {
			return vmapi.Value{}, err
		}
		name, err := c.Get(w, "name")
		if err != nil {
			return vmapi.Value{}, err
		}
		message, err := c.Get(w, "message")
		if err != nil {
			return vmapi.Value{}, err
		}
		text := name.Text() + ": " + message.Text()
		if code.IsString() {
			text = "[" + code.Text() + "] " + text
		}
		h.writeError("(node:" + itoa(os.Getpid()) + ") " + text + "\n")
		if !h.warned {
			h.warned = true
			h.writeError("(Use `node --trace-warnings ...` to show where the warning was created)\n")
		}
		return vmapi.Value{}, nil
	})
	h.loop.ticks = append(h.loop.ticks, tick{fn: warn})
	return vmapi.Value{}, nil
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

// exit ends the program: exit listeners run once, then nothing more does.
func (h *Host) exit(c *vmapi.Call) error {
	if h.exiting {
		return nil
	}
	if err := h.readExitCode(c); err != nil {
		return err
	}
	h.exiting = true
	if err := h.emit(c, "exit", h.exitCode); err != nil {
		if v, ok := c.Catch(err); ok {
			h.writeError(h.uncaughtText(c, err, v))
			h.exitCode = 7
			return nil
		}
		return err
	}
	return h.readExitCode(c)
}

func (h *Host) readExitCode(c *vmapi.Call) error {
	v, err := c.Get(h.process, "exitCode")
	if err == nil && !v.IsUndefined() {
		n, err := c.ToNumber(v)
		h.exitCode = int(n)
		return err
	}
	return err
}

// stream is process.stdout or process.stderr.
func (h *Host) stream(c *vmapi.Call, fd int) (vmapi.Value, error) {
	events, err := h.requireBuiltin(c, "events")
	if err != nil {
		return vmapi.Value{}, err
	}
	o, err := c.New(events)
	if err != nil {
		return vmapi.Value{}, err
	}
	write := func(c *vmapi.Call) (vmapi.Value, error) {
		data, ok := c.Arg(0).Bytes()
		if !ok {
			s, err := c.ToString(c.Arg(0))
			if err != nil {
				return vmapi.Value{}, err
			}
			data = []byte(s)
		}
		if fd == 1 {
			h.stdout.Write(data)
		} else {
			h.writeError(string(data))
		}
		for _, a := range c.Args(1) {
			if a.IsFunction() {
				h.loop.ticks = append(h.loop.ticks, tick{fn: a})
				break
			}
		}
		return h.vm.ToValue(true)
	}
	err = defineMethods(c, o, []method{
		{"write", 1, write},
		{"end", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			if c.Arg(0).IsUndefined() || c.Arg(0).IsFunction() {
				return vmapi.Value{}, nil
			}
			return write(c)
		}},
	})
	if err != nil {
		return vmapi.Value{}, err
	}
	return o, setAll(c, o, "fd", fd, "isTTY", false, "writable", true, "columns", 80)
}

func itoa(n int) string { return big.NewInt(int64(n)).String() }

// fileDir returns the folder of a file.
func fileDir(file string) string { return filepath.Dir(file) }
