package host

import (
	"os"
	"os/user"
	"runtime"
	"strconv"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// osModule is the binding of node:os.
func (h *Host) osModule(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	name, _ := os.Hostname()
	home, _ := os.UserHomeDir()
	uname, uid, gid, shell := "", -1, -1, os.Getenv("SHELL")
	if u, err := user.Current(); err == nil {
		uname, home = u.Username, u.HomeDir
		uid, _ = strconv.Atoi(u.Uid)
		gid, _ = strconv.Atoi(u.Gid)
	}
	if env := h.env("HOME"); env != "" {
		home = env
	}
	read := func(file string) string {
		b, _ := os.ReadFile(file)
		return strings.TrimSpace(string(b))
	}
	kind := map[string]string{"linux": "Linux", "darwin": "Darwin", "windows": "Windows_NT"}[runtime.GOOS]
	machine := map[string]string{"amd64": "x86_64", "arm64": "aarch64", "386": "i686"}[runtime.GOARCH]
	if machine == "" {
		machine = runtime.GOARCH
	}
	return o, setAll(c, o, "hostname", name, "homedir", home, "type", kind, "machine", machine, "cpus", runtime.NumCPU(),
		"release", read("/proc/sys/kernel/osrelease"), "version", read("/proc/sys/kernel/version"), "meminfo", read("/proc/meminfo"),
		"uptime", read("/proc/uptime"), "loadavg", read("/proc/loadavg"), "cpuinfo", read("/proc/cpuinfo"),
		"username", uname, "uid", uid, "gid", gid, "shell", shell)
}

// env returns a variable of the environment that the program sees.
func (h *Host) env(name string) string {
	for _, e := range h.opts.Env {
		if v, ok := strings.CutPrefix(e, name+"="); ok {
			return v
		}
	}
	return ""
}
