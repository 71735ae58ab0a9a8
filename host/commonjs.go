package host

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// syntaxError turns a syntax error of a file into the exception of the main
// context.
func (h *Host) syntaxError(err error) error {
	var s *vmapi.SyntaxError
	if errors.As(err, &s) {
		return s.Throwable(h.vm.Main(), false)
	}
	return err
}

// loadCommonJS runs a file as a CommonJS module and returns its module object.
func (h *Host) loadCommonJS(c *vmapi.Call, file string, parent vmapi.Value) (vmapi.Value, error) {
	return h.loadHooked(c, file, parent, false)
}

// cached returns the module of a file in require.cache.
func (h *Host) cached(c *vmapi.Call, file string) (m vmapi.Value, found bool, err error) {
	key := c.Key(file)
	if _, found, err = c.OwnProperty(h.cache, key); err == nil && found {
		m, err = c.GetKey(h.cache, key)
	}
	return m, found, err
}

// loadHooked returns the module of a file, which runs unless it is cached, by
// the functions that programs may have replaced.
func (h *Host) loadHooked(c *vmapi.Call, file string, parent vmapi.Value, main bool) (vmapi.Value, error) {
	m, found, err := h.cached(c, file)
	if err != nil {
		return m, err
	}
	if found {
		return m, h.adopt(c, parent, m)
	}
	id := file
	if main {
		id = "."
	}
	module, err := h.newModule(c, id, file, parent)
	if err != nil {
		return module, err
	}
	if main {
		h.main = module
		if err := c.Define(h.process, c.Key("mainModule"), module, vmapi.Plain); err != nil {
			return module, err
		}
	}
	key := c.Key(file)
	if err := c.SetKey(h.cache, key, module); err != nil {
		return module, err
	}
	load, hooked, err := h.hook(c, module, "load", h.modules.protoLoad)
	if err == nil && hooked {
		_, err = c.Call(load, module, file)
	} else if err == nil {
		err = h.runExtension(c, module, file)
	}
	if err != nil {
		_, _ = c.Delete(h.cache, key)
		return module, err
	}
	return module, c.Set(module, "loaded", true)
}

// newModule makes the module object of a file.
func (h *Host) newModule(c *vmapi.Call, id, file string, parent vmapi.Value) (vmapi.Value, error) {
	if _, err := h.requireBuiltin(c, "module"); err != nil {
		return vmapi.Value{}, err
	}
	m := c.NewObjectWith(h.modules.proto)
	err := setAll(c, m, "id", id, "path", filepath.Dir(file), "exports", c.NewObject(), "filename", file, "loaded", false,
		"children", c.NewArray(), "paths", h.strings(c, nodeModulesPaths(filepath.Dir(file))))
	if err == nil {
		err = c.Define(m, h.modules.parentKey, parent, vmapi.Hidden)
	}
	if err == nil {
		err = h.adopt(c, parent, m)
	}
	return m, err
}

// adopt adds a module to the children of the one that asked for it first.
func (h *Host) adopt(c *vmapi.Call, parent, m vmapi.Value) error {
	if !parent.IsObject() {
		return nil
	}
	children, err := c.Get(parent, "children")
	if err != nil || !children.IsArray() {
		return err
	}
	n, err := c.Length(children)
	if err != nil {
		return err
	}
	for i := range n {
		if x, err := c.Index(children, i); err != nil || x.Same(m) {
			return err
		}
	}
	return c.SetKey(children, c.Key(itoa(n)), m)
}

// wrapperParams are what a CommonJS file gets.
var wrapperParams = []string{"exports", "require", "module", "__filename", "__dirname"}

// runJS is the extension .js: the text of the file is compiled and run.
func (h *Host) runJS(c *vmapi.Call, module vmapi.Value, file string) error {
	if h.isModuleFile(file) {
		v, err := h.requireModule(c, file, file)
		if err != nil {
			return err
		}
		return c.Set(module, "exports", v)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		e, err := fileFailure(c, err, "open", file)
		if err != nil {
			return err
		}
		return c.Throw(e)
	}
	source := strings.TrimPrefix(string(text), "\uFEFF")
	compile, hooked, err := h.hook(c, module, "_compile", h.modules.compile)
	if err != nil {
		return err
	}
	if hooked {
		_, err = c.Call(compile, module, source, file)
		return err
	}
	return h.compileCommonJS(c, module, file, source)
}

// runJSON is the extension .json.
func (h *Host) runJSON(c *vmapi.Call, module vmapi.Value, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		e, err := fileFailure(c, err, "open", file)
		if err != nil {
			return err
		}
		return c.Throw(e)
	}
	v, err := h.parseJSON(c, file, string(text))
	if err != nil {
		return err
	}
	return c.Set(module, "exports", v)
}

func (h *Host) runNative(c *vmapi.Call, _ vmapi.Value, file string) error {
	return c.Throw(c.NewError("Error", "ERR_DLOPEN_FAILED", "native addons cannot be loaded: "+file))
}

// compileCommonJS runs a text as the body of a module.
func (h *Host) compileCommonJS(c *vmapi.Call, module vmapi.Value, file, text string) error {
	if strings.HasPrefix(text, "#!") {
		text = "//" + text
	}
	f, err := c.CompileFunction(text, wrapperParams, vmapi.FunctionOptions{Filename: file, Import: h.importFrom(file)})
	if err != nil {
		if h.looksLikeModule(file, text, err) {
			return errModuleSyntax
		}
		return h.syntaxError(err)
	}
	exports, err := c.Get(module, "exports")
	if err != nil {
		return err
	}
	require, err := h.requireFor(c, module, file)
	if err != nil {
		return err
	}
	_, err = c.Call(f, exports, exports, require, module, file, filepath.Dir(file))
	return err
}

func (h *Host) parseJSON(c *vmapi.Call, file, text string) (vmapi.Value, error) {
	json, err := c.Global("JSON")
	if err != nil {
		return vmapi.Value{}, err
	}
	v, err := c.CallMethod(json, "parse", strings.TrimPrefix(text, "\uFEFF"))
	if thrown, ok := c.Catch(err); err != nil && ok {
		m, _ := c.Get(thrown, "message")
		if err := c.Set(thrown, "message", file+": "+m.Text()); err != nil {
			return v, err
		}
	}
	return v, err
}

// requireFor makes the require function of a module.
func (h *Host) requireFor(c *vmapi.Call, module vmapi.Value, file string) (vmapi.Value, error) {
	require := c.NewFunction("require", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		own, hooked, err := h.hook(c, module, "require", h.modules.protoRequire)
		if err != nil {
			return vmapi.Value{}, err
		}
		if hooked {
			return c.Call(own, module, c.Arg(0))
		}
		return h.require(c, c.Arg(0), module, file)
	})
	resolve := c.NewFunction("resolve", 2, func(c *vmapi.Call) (vmapi.Value, error) {
		if err := checkRequest(c, c.Arg(0)); err != nil {
			return vmapi.Value{}, err
		}
		return h.resolveFilename(c, c.Arg(0), module, file, c.Arg(1))
	})
	paths := c.NewFunction("paths", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		if !c.Arg(0).IsString() {
			return vmapi.Value{}, invalidArgType(c, "request", "string", c.Arg(0))
		}
		return h.lookupPaths(c, c.Arg(0).Text(), file)
	})
	if err := c.Set(resolve, "paths", paths); err != nil {
		return require, err
	}
	return require, setAll(c, require, "resolve", resolve, "main", h.main, "extensions", h.modules.extensions, "cache", h.cache)
}

// checkRequest refuses what require cannot take.
func checkRequest(c *vmapi.Call, v vmapi.Value) error {
	if !v.IsString() {
		return invalidArgType(c, "id", "string", v)
	}
	if v.Text() == "" {
		return c.Throw(c.NewError("TypeError", "ERR_INVALID_ARG_VALUE", "The argument 'id' must be a non-empty string. Received ''"))
	}
	return nil
}

// require is the require function of a module, which is in file.
func (h *Host) require(c *vmapi.Call, request, module vmapi.Value, file string) (vmapi.Value, error) {
	if err := checkRequest(c, request); err != nil {
		return vmapi.Value{}, err
	}
	load, hooked, err := h.hook(c, h.modules.ctor, "_load", h.modules.load)
	if err != nil {
		return vmapi.Value{}, err
	}
	if hooked {
		return c.Call(load, h.modules.ctor, request, module, false)
	}
	return h.load(c, request, module, file)
}

// load is Module._load: what a request of a module means, loaded.
func (h *Host) load(c *vmapi.Call, request, module vmapi.Value, file string) (vmapi.Value, error) {
	if name := request.Text(); strings.HasPrefix(name, "node:") {
		n, ok := builtinName(name)
		if !ok {
			return vmapi.Value{}, c.Throw(c.NewError("Error", "ERR_UNKNOWN_BUILTIN_MODULE", "No such built-in module: "+name))
		}
		return h.requireBuiltin(c, n)
	}
	resolved, err := h.resolveFilename(c, request, module, file, vmapi.Value{})
	if err != nil {
		return vmapi.Value{}, err
	}
	path, err := c.ToString(resolved)
	if err != nil {
		return vmapi.Value{}, err
	}
	if m, found, err := h.cached(c, path); err != nil || found {
		if err == nil {
			err = h.adopt(c, module, m)
		}
		if err != nil {
			return m, err
		}
		return c.Get(m, "exports")
	}
	if n, ok := builtinName(path); ok {
		return h.requireBuiltin(c, n)
	}
	if h.isModuleFile(path) {
		if _, hooked, err := h.extension(c, path); err != nil || !hooked {
			if err != nil {
				return vmapi.Value{}, err
			}
			return h.requireModule(c, path, file)
		}
	}
	m, err := h.loadHooked(c, path, module, false)
	if errors.Is(err, errModuleSyntax) {
		return h.requireModule(c, path, file)
	}
	if err != nil {
		return vmapi.Value{}, err
	}
	return c.Get(m, "exports")
}

// evalGlobals gives the code of -e what CommonJS files have as parameters.
func (h *Host) evalGlobals(c *vmapi.Call, name string) error {
	file := filepath.Join(h.dir, name)
	m, err := h.newModule(c, name, file, vmapi.Value{})
	if err != nil {
		return err
	}
	require, err := h.requireFor(c, m, file)
	if err != nil {
		return err
	}
	exports, err := c.Get(m, "exports")
	if err != nil {
		return err
	}
	for name, v := range map[string]any{"module": m, "require": require, "exports": exports, "__filename": name, "__dirname": "."} {
		if err := h.defineGlobal(c, name, v, vmapi.Hidden); err != nil {
			return err
		}
	}
	for _, n := range publicModules {
		if strings.Contains(n, "/") || n == "process" || n == "console" || n == "module" {
			continue
		}
		get := c.NewFunction(n, 0, func(c *vmapi.Call) (vmapi.Value, error) { return h.requireBuiltin(c, n) })
		if err := c.DefineAccessor(h.vm.Main().Global(), c.Key(n), get, vmapi.Value{}, vmapi.Configurable); err != nil {
			return err
		}
	}
	return nil
}

func sortedKeys(m map[string]bool) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
