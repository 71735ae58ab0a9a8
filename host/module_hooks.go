package host

import (
	"path/filepath"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// node:module. Tools replace functions of Module and of require.extensions to
// change how files are loaded; require honours what they have put there, and
// takes the direct way where the functions are still the host's.

// moduleParts are the functions of node:module as the host made them.
type moduleParts struct {
	ctor, proto, extensions             vmapi.Value
	load, resolve                       vmapi.Value // Module._load, Module._resolveFilename
	compile, protoLoad, protoRequire    vmapi.Value // of Module.prototype
	extensionJS, extensionJSON, extNode vmapi.Value
	parentKey                           vmapi.Key
}

// hook returns a function of an object and whether it is not the host's.
func (h *Host) hook(c *vmapi.Call, o vmapi.Value, name string, original vmapi.Value) (f vmapi.Value, replaced bool, err error) {
	f, err = c.Get(o, name)
	return f, err == nil && f.IsFunction() && !f.Same(original), err
}

// extension returns the function for the longest registered extension of a
// file, that for .js if there is none.
func (h *Host) extension(c *vmapi.Call, file string) (f vmapi.Value, hooked bool, err error) {
	base := filepath.Base(file)
	for i := 1; i < len(base); i++ {
		if base[i] != '.' || i == len(base)-1 {
			continue
		}
		f, err = c.Get(h.modules.extensions, base[i:])
		if err != nil || f.IsFunction() {
			break
		}
	}
	if err == nil && !f.IsFunction() {
		f, err = c.Get(h.modules.extensions, ".js")
	}
	return f, !f.Same(h.modules.extensionJS) && !f.Same(h.modules.extensionJSON) && !f.Same(h.modules.extNode), err
}

// runExtension runs a file by the function of its extension.
func (h *Host) runExtension(c *vmapi.Call, module vmapi.Value, file string) error {
	f, hooked, err := h.extension(c, file)
	switch {
	case err != nil:
		return err
	case hooked:
		_, err = c.Call(f, h.modules.extensions, module, file)
		return err
	case f.Same(h.modules.extensionJSON):
		return h.runJSON(c, module, file)
	case f.Same(h.modules.extNode):
		return h.runNative(c, module, file)
	}
	return h.runJS(c, module, file)
}

// fileOf returns the file name of a module object.
func (h *Host) fileOf(c *vmapi.Call, module vmapi.Value) (string, error) {
	if module.IsObject() {
		v, err := c.Get(module, "filename")
		if err != nil || v.IsString() {
			return v.Text(), err
		}
		if v, err = c.Get(module, "id"); err != nil || v.IsString() && filepath.IsAbs(v.Text()) {
			return v.Text(), err
		}
	}
	return filepath.Join(h.dir, "[eval]"), nil
}

// resolveFilename is Module._resolveFilename or what a program has put there.
func (h *Host) resolveFilename(c *vmapi.Call, request, module vmapi.Value, file string, options vmapi.Value) (vmapi.Value, error) {
	f, hooked, err := h.hook(c, h.modules.ctor, "_resolveFilename", h.modules.resolve)
	if err != nil {
		return vmapi.Value{}, err
	}
	if hooked {
		return c.Call(f, h.modules.ctor, request, module, false, options)
	}
	return h.resolveRequest(c, request, file, options)
}

// resolveRequest finds the file of a request; options may have paths to look in.
func (h *Host) resolveRequest(c *vmapi.Call, request vmapi.Value, file string, options vmapi.Value) (vmapi.Value, error) {
	if _, ok := builtinName(request.Text()); ok {
		return request, nil
	}
	name, err := c.ToString(request)
	if err != nil {
		return vmapi.Value{}, err
	}
	froms := []string{file}
	if options.IsObject() {
		paths, err := c.Get(options, "paths")
		if err != nil {
			return vmapi.Value{}, err
		}
		if !paths.IsUndefined() {
			if !paths.IsArray() {
				return vmapi.Value{}, c.Throw(c.NewError("TypeError", "ERR_INVALID_ARG_VALUE", "The property 'options.paths' is invalid. Received "+paths.String()))
			}
			list, err := textsOf(c, paths)
			if err != nil {
				return vmapi.Value{}, err
			}
			froms = froms[:0]
			for _, p := range list {
				froms = append(froms, filepath.Join(h.abs(p), "x"))
			}
		}
	}
	var last error
	for _, from := range froms {
		p, err := h.resolve(c, name, from, h.conditions("require"))
		if err == nil {
			return h.vm.ToValue(p)
		}
		last = err
	}
	if last == nil {
		last = h.notFound(c, name, file)
	}
	return vmapi.Value{}, last
}

// lookupPaths are the folders in which a request is looked for, null for a
// module of Node.
func (h *Host) lookupPaths(c *vmapi.Call, name, file string) (vmapi.Value, error) {
	if _, ok := builtinName(name); ok {
		return c.VM().Null(), nil
	}
	if strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../") || name == "." || name == ".." {
		return h.strings(c, []string{filepath.Dir(file)}), nil
	}
	return h.strings(c, append(nodeModulesPaths(filepath.Dir(file)), h.globalPaths()...)), nil
}

// globalPaths are the folders of packages that belong to no project.
func (h *Host) globalPaths() []string {
	var out []string
	if home := h.env("HOME"); home != "" {
		out = append(out, filepath.Join(home, ".node_modules"), filepath.Join(home, ".node_libraries"))
	}
	return append(out, filepath.Join(filepath.Dir(filepath.Dir(h.opts.Exec)), "lib", "node"))
}

// moduleModule is node:module.
func (h *Host) moduleModule(c *vmapi.Call) (vmapi.Value, error) {
	ctor, proto := h.vm.NewConstructor("Module", 0, func(c *vmapi.Call) (vmapi.Value, error) {
		id := ""
		if c.Arg(0).IsString() {
			id = c.Arg(0).Text()
		}
		m, err := h.newModule(c, id, id, c.Arg(1))
		if err == nil {
			err = c.Set(m, "filename", c.VM().Null())
		}
		if err == nil {
			_, err = c.Delete(m, c.Key("paths"))
		}
		return m, err
	})
	parent, err := c.KeyOf(c.NewSymbol("kModuleParent"))
	if err != nil {
		return ctor, err
	}
	h.modules = moduleParts{ctor: ctor, proto: proto, extensions: c.NewObjectWith(c.VM().Null()), parentKey: parent}
	if err := h.modulePrototype(c, proto); err != nil {
		return ctor, err
	}
	ext := func(name string, run func(*vmapi.Call, vmapi.Value, string) error) (vmapi.Value, error) {
		f := c.NewFunction("", 2, func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, run(c, c.Arg(0), c.Arg(1).Text()) })
		return f, c.Set(h.modules.extensions, name, f)
	}
	if h.modules.extensionJS, err = ext(".js", h.runJS); err == nil {
		h.modules.extensionJSON, err = ext(".json", h.runJSON)
	}
	if err == nil {
		h.modules.extNode, err = ext(".node", h.runNative)
	}
	if err == nil {
		err = h.moduleStatics(c, ctor)
	}
	if err == nil {
		h.modules.load, err = c.Get(ctor, "_load")
	}
	if err == nil {
		h.modules.resolve, err = c.Get(ctor, "_resolveFilename")
	}
	return ctor, err
}

func (h *Host) modulePrototype(c *vmapi.Call, proto vmapi.Value) error {
	err := defineMethods(c, proto, []method{
		{"require", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			file, err := h.fileOf(c, c.This())
			if err != nil {
				return vmapi.Value{}, err
			}
			return h.require(c, c.Arg(0), c.This(), file)
		}},
		{"load", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			file, err := c.ToString(c.Arg(0))
			if err != nil {
				return vmapi.Value{}, err
			}
			err = setAll(c, c.This(), "filename", file, "paths", h.strings(c, nodeModulesPaths(filepath.Dir(file))))
			if err == nil {
				err = h.runExtension(c, c.This(), file)
			}
			if err == nil {
				err = c.Set(c.This(), "loaded", true)
			}
			return vmapi.Value{}, err
		}},
		{"_compile", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			text, err := c.ToString(c.Arg(0))
			if err != nil {
				return vmapi.Value{}, err
			}
			file, err := c.ToString(c.Arg(1))
			if err != nil {
				return vmapi.Value{}, err
			}
			return vmapi.Value{}, h.compileCommonJS(c, c.This(), file, text)
		}},
	})
	if err != nil {
		return err
	}
	for name, into := range map[string]*vmapi.Value{"require": &h.modules.protoRequire, "load": &h.modules.protoLoad, "_compile": &h.modules.compile} {
		if *into, err = c.Get(proto, name); err != nil {
			return err
		}
	}
	get := c.NewFunction("get parent", 0, func(c *vmapi.Call) (vmapi.Value, error) { return c.GetKey(c.This(), h.modules.parentKey) })
	set := c.NewFunction("set parent", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		return vmapi.Value{}, c.Define(c.This(), h.modules.parentKey, c.Arg(0), vmapi.Hidden)
	})
	return c.DefineAccessor(proto, c.Key("parent"), get, set, vmapi.Configurable)
}

func (h *Host) moduleStatics(c *vmapi.Call, ctor vmapi.Value) error {
	err := defineMethods(c, ctor, []method{
		{"_load", 3, func(c *vmapi.Call) (vmapi.Value, error) {
			file, err := h.fileOf(c, c.Arg(1))
			if err != nil {
				return vmapi.Value{}, err
			}
			return h.load(c, c.Arg(0), c.Arg(1), file)
		}},
		{"_resolveFilename", 4, func(c *vmapi.Call) (vmapi.Value, error) {
			file, err := h.fileOf(c, c.Arg(1))
			if err != nil {
				return vmapi.Value{}, err
			}
			return h.resolveRequest(c, c.Arg(0), file, c.Arg(3))
		}},
		{"_resolveLookupPaths", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			file, err := h.fileOf(c, c.Arg(1))
			if err != nil {
				return vmapi.Value{}, err
			}
			return h.lookupPaths(c, c.Arg(0).Text(), file)
		}},
		{"_nodeModulePaths", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			return h.strings(c, nodeModulesPaths(h.abs(c.Arg(0).Text()))), nil
		}},
		{"createRequire", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			s, err := c.ToString(c.Arg(0))
			if err != nil {
				return vmapi.Value{}, err
			}
			if p, ok := pathOfURL(s); ok {
				s = p
			} else if !filepath.IsAbs(s) {
				return vmapi.Value{}, c.Throw(c.NewError("TypeError", "ERR_INVALID_ARG_VALUE",
					"The argument 'filename' must be a file URL object, file URL string, or absolute path string. Received "+inspectText(c, c.Arg(0))))
			}
			if strings.HasSuffix(s, "/") {
				s += "noop.js"
			}
			m, err := h.newModule(c, s, s, vmapi.Value{})
			if err != nil {
				return vmapi.Value{}, err
			}
			return h.requireFor(c, m, s)
		}},
		{"isBuiltin", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			_, ok := builtinName(c.Arg(0).Text())
			return h.vm.ToValue(ok)
		}},
		{"syncBuiltinESMExports", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			for key, m := range h.esm {
				name, ok := strings.CutPrefix(key, "node:")
				if !ok {
					continue
				}
				if err := setExports(c, m.module, m.names, h.exports[name]); err != nil {
					return vmapi.Value{}, err
				}
			}
			return vmapi.Value{}, nil
		}},
		{"wrap", 1, h.borrowed("internal/module", "wrap")},
		{"findSourceMap", 1, h.borrowed("internal/module", "findSourceMap")},
		{"runMain", 0, nothing}, {"_initPaths", 0, nothing}, {"_preloadModules", 0, nothing}, {"_debug", 0, nothing},
		{"register", 0, h.borrowed("internal/module", "register")},
	})
	if err != nil {
		return err
	}
	if err := h.lazyProperty(c, ctor, "SourceMap", "internal/module", true); err != nil {
		return err
	}
	wrapper := []string{"(function (exports, require, module, __filename, __dirname) { ", "\n});"}
	return setAll(c, ctor, "builtinModules", h.strings(c, publicModules), "Module", ctor, "_cache", h.cache, "_pathCache", c.NewObjectWith(c.VM().Null()),
		"_extensions", h.modules.extensions, "globalPaths", h.strings(c, h.globalPaths()), "wrapper", h.strings(c, wrapper))
}
