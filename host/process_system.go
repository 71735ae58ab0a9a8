package host

import (
	"errors"
	"os"
	"runtime"
	"slices"
	"syscall"

	"github.com/burrowjs/burrow/vmapi"
)

// What process tells about the system. What needs no Go is in
// lib/internal_process.js, loaded with the first use of one of its functions.

func (h *Host) systemMethods() []method {
	number := func(f func() int) vmapi.Function {
		return func(*vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(f()) }
	}
	list := []method{
		{"memoryUsage", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			o := c.NewObject()
			return o, setAll(c, o, "rss", m.Sys, "heapTotal", m.HeapSys, "heapUsed", m.HeapAlloc, "external", 0, "arrayBuffers", 0)
		}},
		{"getBuiltinModule", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if !c.Arg(0).IsString() {
				return vmapi.Value{}, invalidArgType(c, "id", "string", c.Arg(0))
			}
			if name, ok := builtinName(c.Arg(0).Text()); ok {
				return h.requireBuiltin(c, name)
			}
			return vmapi.Value{}, nil
		}},
		{"hasUncaughtExceptionCaptureCallback", 0, func(*vmapi.Call) (vmapi.Value, error) {
			return h.vm.ToValue(h.capture.IsFunction())
		}},
		{"getActiveResourcesInfo", 0, func(c *vmapi.Call) (vmapi.Value, error) { return h.strings(c, h.activeResources()), nil }},
	}
	for _, name := range []string{"emitWarning", "kill", "umask", "cpuUsage", "resourceUsage", "availableMemory", "constrainedMemory", "loadEnvFile",
		"setSourceMapsEnabled", "setUncaughtExceptionCaptureCallback", "_getActiveHandles", "_getActiveRequests", "_rawDebug", "binding", "dlopen"} {
		list = append(list, method{name, processLengths[name], h.borrowed("internal/process", name)})
	}
	if runtime.GOOS == "windows" {
		return list
	}
	return append(list, method{"getuid", 0, number(os.Getuid)}, method{"geteuid", 0, number(os.Geteuid)}, method{"getgid", 0, number(os.Getgid)},
		method{"getegid", 0, number(os.Getegid)}, method{"getgroups", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			groups, err := os.Getgroups()
			if err != nil {
				return vmapi.Value{}, c.Throw(c.NewError("Error", "", err.Error()))
			}
			if gid := os.Getegid(); !slices.Contains(groups, gid) {
				groups = append(groups, gid)
			}
			out := make([]vmapi.Value, len(groups))
			for i, g := range groups {
				out[i], _ = h.vm.ToValue(g) // a number always is a value
			}
			return c.NewArray(out...), nil
		}})
}

// processLengths are the lengths of functions that take arguments.
var processLengths = map[string]int{"emitWarning": 4, "kill": 2, "umask": 1, "cpuUsage": 1, "loadEnvFile": 1, "setSourceMapsEnabled": 1,
	"setUncaughtExceptionCaptureCallback": 1, "binding": 1}

// borrowed is a function that a module of lib has.
func (h *Host) borrowed(module, name string) vmapi.Function {
	return func(c *vmapi.Call) (vmapi.Value, error) {
		m, err := h.requireBuiltin(c, module)
		if err != nil {
			return m, err
		}
		methods, err := c.Get(m, "borrowed")
		if err != nil {
			return m, err
		}
		return c.CallMethod(methods, name, anys(c.Args(0))...)
	}
}

// activeResources names what keeps the program alive.
func (h *Host) activeResources() []string {
	var out []string
	for range h.vm.Expected() {
		out = append(out, "FSReqCallback")
	}
	for _, t := range h.loop.timers {
		if !t.unref {
			out = append(out, "Timeout")
		}
	}
	for _, im := range h.loop.immediates {
		if !im.dead {
			out = append(out, "Immediate")
		}
	}
	return out
}

// processBinding is what lib/internal_process.js needs of Go.
func (h *Host) processBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{
		{"kill", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			proc, err := os.FindProcess(int(c.Arg(0).Number()))
			if err == nil {
				err = proc.Signal(syscall.Signal(int(c.Arg(1).Number())))
			}
			if err == nil {
				return vmapi.Value{}, nil
			}
			if errors.Is(err, os.ErrPermission) {
				return h.vm.ToValue("EPERM")
			}
			return h.vm.ToValue("ESRCH")
		}},
		{"umask", 1, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(umask(int(c.Arg(0).Number()))) }},
		{"usage", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			var out []vmapi.Value
			for _, n := range resourceUsage() {
				v, err := h.vm.ToValue(n)
				if err != nil {
					return v, err
				}
				out = append(out, v)
			}
			return c.NewArray(out...), nil
		}},
		{"capture", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			h.capture = c.Arg(0)
			return vmapi.Value{}, nil
		}},
		{"tick", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			h.loop.ticks = append(h.loop.ticks, tick{fn: c.Arg(0)})
			return vmapi.Value{}, nil
		}},
		{"writeError", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			h.writeError(c.Arg(0).Text())
			return vmapi.Value{}, nil
		}},
	})
}

// watchWarnings prints warnings, unless the program was started without them or
// removes the listener.
func (h *Host) watchWarnings(c *vmapi.Call) error {
	if slices.Contains(h.opts.ExecArgs, "--no-warnings") || h.env("NODE_NO_WARNINGS") == "1" {
		return nil
	}
	_, err := c.CallMethod(h.process, "on", "warning", c.NewFunction("onWarning", 1, h.borrowed("internal/process", "onWarning")))
	return err
}
