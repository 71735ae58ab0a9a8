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
	key := c.Key(file)
	if _, found, err := c.OwnProperty(h.cache, key); err != nil || found {
		m, getErr := c.GetKey(h.cache, key)
		if err == nil {
			err = getErr
		}
		return m, err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return vmapi.Value{}, c.Throw(c.NewError("Error", "ENOENT", err.Error()))
	}
	module, err := h.newModule(c, file, parent)
	if err != nil {
		return vmapi.Value{}, err
	}
	if err := c.SetKey(h.cache, key, module); err != nil {
		return vmapi.Value{}, err
	}
	if parent.IsUndefined() {
		h.main = module
	}
	if err = h.executeCommonJS(c, module, file, string(text)); err != nil {
		_, _ = c.Delete(h.cache, key)
		return module, err
	}
	return module, c.Set(module, "loaded", true)
}

func (h *Host) newModule(c *vmapi.Call, file string, parent vmapi.Value) (vmapi.Value, error) {
	mod, err := h.requireBuiltin(c, "module")
	if err != nil {
		return vmapi.Value{}, err
	}
	proto, err := c.Get(mod, "prototype")
	if err != nil {
		return vmapi.Value{}, err
	}
	m := c.NewObjectWith(proto)
	id := file
	if parent.IsUndefined() {
		id = "."
	}
	return m, setAll(c, m, "id", id, "path", filepath.Dir(file), "exports", c.NewObject(), "filename", file, "loaded", false,
		"children", c.NewArray(), "paths", h.strings(c, nodeModulesPaths(filepath.Dir(file))))
}

// wrapperParams are what a CommonJS file gets.
var wrapperParams = []string{"exports", "require", "module", "__filename", "__dirname"}

func (h *Host) executeCommonJS(c *vmapi.Call, module vmapi.Value, file, text string) error {
	if filepath.Ext(file) == ".json" {
		v, err := h.parseJSON(c, file, text)
		if err != nil {
			return err
		}
		return c.Set(module, "exports", v)
	}
	if filepath.Ext(file) == ".node" {
		return c.Throw(c.NewError("Error", "ERR_DLOPEN_FAILED", "native addons cannot be loaded: "+file))
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	if strings.HasPrefix(text, "#!") {
		text = "//" + text
	}
	f, err := c.CompileFunction(text, wrapperParams, vmapi.FunctionOptions{Filename: file, Import: h.importFrom(file)})
	if err != nil {
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
		if !c.Arg(0).IsString() {
			return vmapi.Value{}, invalidArgType(c, "id", "string", c.Arg(0))
		}
		if c.Arg(0).Text() == "" {
			return vmapi.Value{}, c.Throw(c.NewError("TypeError", "ERR_INVALID_ARG_VALUE", "The argument 'id' must be a non-empty string. Received ''"))
		}
		return h.require(c, c.Arg(0).Text(), module, file)
	})
	resolve := c.NewFunction("resolve", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		s := c.Arg(0).Text()
		if n := strings.TrimPrefix(s, "node:"); hasBuiltin(n) {
			return c.Arg(0), nil
		}
		p, err := h.resolve(c, s, file, []string{"node", "require"})
		if err != nil {
			return vmapi.Value{}, err
		}
		return h.vm.ToValue(p)
	})
	main := h.main
	return require, setAll(c, require, "resolve", resolve, "main", main, "cache", h.cache, "extensions", c.NewObjectWith(vmapi.Value{}))
}

// require is the require function for a module in file.
func (h *Host) require(c *vmapi.Call, name string, module vmapi.Value, file string) (vmapi.Value, error) {
	if n, scheme := strings.CutPrefix(name, "node:"); hasBuiltin(n) {
		return h.requireBuiltin(c, n)
	} else if scheme {
		return vmapi.Value{}, c.Throw(c.NewError("Error", "ERR_UNKNOWN_BUILTIN_MODULE", "No such built-in module: "+name))
	}
	path, err := h.resolve(c, name, file, []string{"node", "require"})
	if err != nil {
		return vmapi.Value{}, err
	}
	if h.isModuleFile(path) {
		return h.requireModule(c, path, file)
	}
	m, err := h.loadCommonJS(c, path, module)
	if err != nil {
		return vmapi.Value{}, err
	}
	return c.Get(m, "exports")
}

// evalGlobals gives the code of -e what CommonJS files have as parameters.
func (h *Host) evalGlobals(c *vmapi.Call) error {
	file := filepath.Join(h.dir, "[eval]")
	m, err := h.newModule(c, file, vmapi.Value{})
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
	for name, v := range map[string]any{"module": m, "require": require, "exports": exports, "__filename": "[eval]", "__dirname": "."} {
		if err := h.defineGlobal(c, name, v, vmapi.Hidden); err != nil {
			return err
		}
	}
	for _, n := range builtinNames() {
		if strings.Contains(n, "/") || n == "process" || n == "console" {
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
