package host

import (
	"embed"
	"slices"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// The modules of Node. Those with work in the outside world are Go functions,
// the others JavaScript files in lib, which get (exports, require, module,
// process, binding): binding is an object of Go functions, if the module has one.

//go:embed lib/*.js
var lib embed.FS

// goModules make modules, or the bindings of those in lib.
var goModules map[string]func(h *Host, c *vmapi.Call) (vmapi.Value, error)

func init() {
	goModules = map[string]func(h *Host, c *vmapi.Call) (vmapi.Value, error){
		"vm":                     (*Host).vmBinding,
		"internal/vm_module":     (*Host).vmBinding,
		"internal/validators":    (*Host).validatorsBinding,
		"util":                   (*Host).utilBinding,
		"internal/console/table": (*Host).utilBinding,
		"internal/types":         (*Host).utilBinding,
		"internal/encoding":      (*Host).bufferBinding,
		"internal/messaging":     (*Host).loopBinding,
		"internal/clone":         (*Host).cloneBinding,
		"async_hooks":            (*Host).loopBinding,
		"buffer":                 (*Host).bufferBinding,
		"string_decoder":         (*Host).bufferBinding,
		"internal/url":           (*Host).urlBinding,
		"internal/fs_sync":       (*Host).fsModule,
		"timers":                 (*Host).timersModule,
		"internal/process":       (*Host).processBinding,
		"process":                func(h *Host, c *vmapi.Call) (vmapi.Value, error) { return h.process, nil },
		"module":                 (*Host).moduleModule,
		"os":                     (*Host).osModule,
		"internal/http/wire":     (*Host).httpBinding,
		"internal/stdio":         (*Host).stdioBinding,
		"internal/fs/streams":    (*Host).fileBinding,
		"crypto":                 (*Host).cryptoBinding,
		"net":                    (*Host).netBinding,
		"dns":                    (*Host).netBinding,
		"zlib":                   (*Host).zlibBinding,
		"console":                func(h *Host, c *vmapi.Call) (vmapi.Value, error) { return h.exports["console"], nil },
	}
}

// publicModules are the modules that programs may load, in Node's order; those
// of schemeOnly only as node:name.
var (
	publicModules = []string{"assert", "assert/strict", "async_hooks", "buffer", "console", "constants", "crypto", "diagnostics_channel", "dns",
		"dns/promises", "events", "fs", "fs/promises", "http", "http2", "https", "module", "net", "os", "path", "path/posix", "path/win32",
		"perf_hooks", "process", "punycode", "querystring", "readline", "readline/promises", "stream", "stream/promises", "stream/web",
		"string_decoder", "sys", "timers", "timers/promises", "tls", "tty", "url", "util", "util/types", "v8", "vm", "worker_threads", "zlib"}
	schemeOnly = []string{"test"}
)

// builtinName returns the name of the module of Node that a specifier means.
func builtinName(specifier string) (name string, ok bool) {
	name, scheme := strings.CutPrefix(specifier, "node:")
	return name, slices.Contains(publicModules, name) || scheme && slices.Contains(schemeOnly, name)
}

func libName(name string) string { return strings.ReplaceAll(name, "/", "_") + ".js" }

// requireBuiltin returns a module of Node, without node: in its name.
func (h *Host) requireBuiltin(c *vmapi.Call, name string) (vmapi.Value, error) {
	if v, ok := h.exports[name]; ok {
		return v, nil
	}
	var binding vmapi.Value
	var err error
	if f := goModules[name]; f != nil {
		if binding, err = f(h, c); err != nil {
			return vmapi.Value{}, err
		}
	}
	text, err := lib.ReadFile("lib/" + libName(name))
	if err != nil {
		h.exports[name] = binding
		return binding, nil
	}
	exports := c.NewObject()
	module := c.NewObject()
	if err := c.Set(module, "exports", exports); err != nil {
		return vmapi.Value{}, err
	}
	h.exports[name] = exports
	f, err := c.CompileFunction(string(text), []string{"exports", "require", "module", "process", "binding"},
		vmapi.FunctionOptions{Filename: "node:" + name})
	if err != nil {
		return vmapi.Value{}, h.syntaxError(err)
	}
	require := c.NewFunction("require", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		return h.requireBuiltin(c, strings.TrimPrefix(c.Arg(0).Text(), "node:"))
	})
	if _, err = c.Call(f, exports, exports, require, module, h.process, binding); err != nil {
		return vmapi.Value{}, err
	}
	v, err := c.Get(module, "exports")
	if err == nil {
		h.exports[name] = v
	}
	return v, err
}
