package host

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// esModule is an entry of the module map, by URL.
type esModule struct {
	module *vmapi.Module
	linked bool
	// commonJS tells that this is a CommonJS file, deps what was imported.
	commonJS bool
	deps     []*esModule
	names    []string // exports of a module of Node
}

// importFrom answers import() in a file.
func (h *Host) importFrom(file string) vmapi.ImportFunc {
	return func(c *vmapi.Call, specifier string, attributes []vmapi.ImportAttribute) (vmapi.ImportResult, error) {
		m, err := h.loadImport(c, specifier, file, attributes)
		if err == nil {
			err = h.linkGraph(c, m)
		}
		if err != nil {
			return vmapi.ImportResult{}, err
		}
		return vmapi.ImportResult{Module: m.module}, nil
	}
}

// importByLoader is the default loader of the main context, for scripts that are
// no files: without a path of their own, what they import is looked for from
// the working directory.
func (h *Host) importByLoader(c *vmapi.Call, specifier, referrer string, attributes []vmapi.ImportAttribute) (vmapi.ImportResult, error) {
	file, ok := pathOfURL(referrer)
	if !ok {
		file = referrer
	}
	if !filepath.IsAbs(file) {
		file = filepath.Join(h.dir, "vm")
	}
	return h.importFrom(file)(c, specifier, attributes)
}

// runModule runs an entry file that is an ES module.
func (h *Host) runModule(c *vmapi.Call, file string) error {
	m, err := h.loadFile(c, file, "")
	if err != nil {
		return err
	}
	return h.runLoaded(c, m)
}

// runLoaded links and evaluates the module that the program starts with.
func (h *Host) runLoaded(c *vmapi.Call, m *esModule) error {
	err := h.linkGraph(c, m)
	if err == nil {
		err = h.explainExport(c, m, m.module.Instantiate(c))
	}
	if err != nil {
		return err
	}
	p, err := m.module.Evaluate(c, vmapi.RunOptions{})
	if err != nil {
		return err
	}
	if err := c.RunJobs(); err != nil {
		return err
	}
	state, reason, _ := p.PromiseState()
	if state == "rejected" {
		p.MarkHandled()
		h.onRejection(c, p, true)
		if err := explainScope(c, reason); err != nil {
			return err
		}
		return c.Rethrow(reason)
	}
	then := c.NewFunction("", 1, func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, nil })
	fail := c.NewFunction("", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		return vmapi.Value{}, h.uncaught(c, c.Rethrow(c.Arg(0)))
	})
	if state == "pending" {
		h.pendingMain = p
	}
	_, err = c.CallMethod(p, "then", then, fail)
	return err
}

var missingExport = lazyRegexp(`^The requested module '(.*)' does not provide an export named '(.*)'$`)

// explainExport says more where a name is missing in a CommonJS module.
func (h *Host) explainExport(c *vmapi.Call, root *esModule, err error) error {
	v, ok := c.Catch(err)
	if err == nil || !ok || !v.IsError() {
		return err
	}
	message, getErr := c.Get(v, "message")
	if getErr != nil {
		return getErr
	}
	parts := missingExport().FindStringSubmatch(message.Text())
	if parts == nil {
		return err
	}
	for work, seen := []*esModule{root}, map[*esModule]bool{}; len(work) > 0; work = work[1:] {
		if seen[work[0]] {
			continue
		}
		seen[work[0]] = true
		work = append(work, work[0].deps...)
		for i, r := range work[0].module.Requests() {
			if i >= len(work[0].deps) || r.Specifier != parts[1] || !work[0].deps[i].commonJS {
				continue
			}
			text := "Named export '" + parts[2] + "' not found. The requested module '" + parts[1] + "' is a CommonJS module, which may not support all " +
				"module.exports as named exports.\nCommonJS modules can always be imported via the default export, for example using:\n\nimport pkg from '" + parts[1] +
				"';\nconst {" + parts[2] + "} = pkg;\n"
			if setErr := setAll(c, v, "message", text, "stack", "SyntaxError: "+text); setErr != nil {
				return setErr
			}
			return err
		}
	}
	return err
}

var commonJSName = lazyRegexp(`^(require|exports|module|__filename|__dirname) is not defined$`)

// explainScope says more where a module uses what only CommonJS files have.
func explainScope(c *vmapi.Call, v vmapi.Value) error {
	if !v.IsError() {
		return nil
	}
	message, err := c.Get(v, "message")
	if err != nil {
		return err
	}
	name := commonJSName().FindStringSubmatch(message.Text())
	stack, err := c.Get(v, "stack")
	if name == nil || err != nil || !stack.IsString() {
		return err
	}
	text := message.Text() + " in ES module scope"
	if name[1] == "require" {
		text += ", you can use import instead"
	}
	return setAll(c, v, "message", text, "stack", strings.Replace(stack.Text(), message.Text(), text, 1))
}

// loadImport loads what a specifier in the file from means.
func (h *Host) loadImport(c *vmapi.Call, specifier, from string, attributes []vmapi.ImportAttribute) (*esModule, error) {
	kind := ""
	for _, a := range attributes {
		if a.Key == "type" {
			kind = a.Value
		}
	}
	if n, ok := builtinName(specifier); ok {
		if kind != "" {
			return nil, c.Throw(c.NewError("TypeError", "ERR_IMPORT_ASSERTION_TYPE_FAILED", "Module \"node:"+n+"\" is not of type \""+kind+"\""))
		}
		return h.builtinModule(c, n)
	} else if strings.HasPrefix(specifier, "node:") {
		return nil, c.Throw(c.NewError("Error", "ERR_UNKNOWN_BUILTIN_MODULE", "No such built-in module: "+specifier))
	}
	if strings.HasPrefix(specifier, "data:") {
		return h.dataModule(c, specifier, kind)
	}
	path, err := h.resolveImport(c, specifier, from)
	if err != nil {
		return nil, err
	}
	if n, ok := builtinName(path); ok {
		return h.builtinModule(c, n)
	}
	return h.loadFile(c, path, kind)
}

// resolveImport resolves a specifier of an import to a file.
func (h *Host) resolveImport(c *vmapi.Call, specifier, from string) (string, error) {
	missing := func(path string) error {
		e := c.NewError("Error", "ERR_MODULE_NOT_FOUND", "Cannot find module '"+path+"' imported from "+from)
		if err := c.Set(e, "url", fileURL(path)); err != nil {
			return err
		}
		return c.Throw(e)
	}
	path, isURL := pathOfURL(specifier)
	switch {
	case isURL:
	case strings.HasPrefix(specifier, "./"), strings.HasPrefix(specifier, "../"), filepath.IsAbs(specifier):
		path = specifier
		if !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(from), filepath.FromSlash(specifier))
		}
	case strings.HasPrefix(specifier, "#"):
		return h.resolveImports(c, specifier, from, h.conditions("import"))
	case strings.Contains(specifier, "://"):
		scheme, _, _ := strings.Cut(specifier, "//")
		return "", c.Throw(c.NewError("Error", "ERR_UNSUPPORTED_ESM_URL_SCHEME",
			"Only URLs with a scheme in: file, data, and node are supported by the default ESM loader. Received protocol '"+scheme+"'"))
	default:
		p, err := h.resolvePackage(c, specifier, from, h.conditions("import"))
		if err == errNotFound {
			pkg, _ := splitPackageName(specifier)
			return "", c.Throw(c.NewError("Error", "ERR_MODULE_NOT_FOUND", "Cannot find package '"+pkg+"' imported from "+from))
		}
		return p, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", missing(path)
	}
	if info.IsDir() {
		e := c.NewError("Error", "ERR_UNSUPPORTED_DIR_IMPORT", "Directory import '"+path+"' is not supported resolving ES modules imported from "+from+h.importHint(path, specifier))
		if err := c.Set(e, "url", fileURL(path)); err != nil {
			return "", err
		}
		return "", c.Throw(e)
	}
	return realFile(path)
}

// importHint names the file that require would have taken for a folder.
func (h *Host) importHint(path, specifier string) string {
	p, err := resolvePath(path, plainExtensions)
	if err != nil {
		return ""
	}
	rest, err := filepath.Rel(path, p)
	if err != nil {
		return ""
	}
	return "\nDid you mean to import \"" + strings.TrimSuffix(specifier, "/") + "/" + filepath.ToSlash(rest) + "\"?"
}

// loadFile returns the module of a file; its requests are not answered yet.
func (h *Host) loadFile(c *vmapi.Call, file, kind string) (*esModule, error) {
	ext := filepath.Ext(file)
	if m := h.esm[file]; m != nil && (ext == ".json") == (kind == "json") && (kind == "" || kind == "json") {
		return m, nil
	}
	if kind != "" && kind != "json" {
		return nil, c.Throw(c.NewError("TypeError", "ERR_IMPORT_ASSERTION_TYPE_UNSUPPORTED", "Import attribute type \""+kind+"\" is unsupported"))
	}
	switch {
	case ext == ".json":
		if kind != "json" {
			return nil, c.Throw(c.NewError("TypeError", "ERR_IMPORT_ASSERTION_TYPE_MISSING", "Module \""+fileURL(file)+"\" needs an import attribute of type \"json\""))
		}
		return h.jsonModule(c, file)
	case kind == "json":
		return nil, c.Throw(c.NewError("TypeError", "ERR_IMPORT_ASSERTION_TYPE_FAILED", "Module \""+fileURL(file)+"\" is not of type \"json\""))
	case h.isModuleFile(file):
	case ext != ".js" && ext != ".cjs" && ext != "":
		return nil, c.Throw(c.NewError("TypeError", "ERR_UNKNOWN_FILE_EXTENSION", "Unknown file extension \""+ext+"\" for "+file))
	default:
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, c.Throw(c.NewError("Error", "ENOENT", err.Error()))
		}
		if m, err := h.detectModule(c, file, string(text)); m || err != nil {
			if err != nil {
				return nil, err
			}
			break
		}
		return h.commonJSModule(c, file, string(text))
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, c.Throw(c.NewError("Error", "ENOENT", err.Error()))
	}
	return h.sourceModule(c, file, fileURL(file), string(text))
}

func (h *Host) sourceModule(c *vmapi.Call, key, url, text string) (*esModule, error) {
	m, err := vmapi.NewSourceTextModule(h.vm.Main(), strings.TrimPrefix(text, "\uFEFF"), vmapi.ModuleOptions{
		Identifier: url,
		Import:     h.importFrom(key),
		ImportMeta: func(c *vmapi.Call, meta vmapi.Value) error { return h.fillImportMeta(c, meta, key, url) },
	})
	if err != nil {
		return nil, h.syntaxError(err)
	}
	e := &esModule{module: m}
	h.esm[key] = e
	return e, nil
}

func (h *Host) fillImportMeta(c *vmapi.Call, meta vmapi.Value, file, url string) error {
	if filepath.IsAbs(file) {
		if err := setAll(c, meta, "dirname", filepath.Dir(file), "filename", file); err != nil {
			return err
		}
	}
	resolve := c.NewFunction("resolve", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		s := c.Arg(0).Text()
		if n, ok := builtinName(s); ok {
			return h.vm.ToValue("node:" + n)
		}
		p, err := h.resolveImport(c, s, file)
		if thrown, ok := c.Catch(err); err != nil && ok {
			code, codeErr := c.Get(thrown, "code")
			url, urlErr := c.Get(thrown, "url")
			if codeErr == nil && urlErr == nil && code.Text() == "ERR_MODULE_NOT_FOUND" && url.IsString() {
				return url, nil // whether there is such a file shows when it is imported
			}
		}
		if err != nil {
			return vmapi.Value{}, err
		}
		if n, ok := builtinName(p); ok {
			return h.vm.ToValue("node:" + n)
		}
		return h.vm.ToValue(fileURL(p))
	})
	return setAll(c, meta, "resolve", resolve, "url", url)
}

// synthetic makes a module of the properties of an object.
func (h *Host) synthetic(c *vmapi.Call, key, url string, names []string, evaluate func(c *vmapi.Call, m *vmapi.Module) error) *esModule {
	m := vmapi.NewSyntheticModule(h.vm.Main(), names, evaluate, vmapi.ModuleOptions{Identifier: url})
	e := &esModule{module: m, linked: true}
	h.esm[key] = e
	return e
}

func (h *Host) jsonModule(c *vmapi.Call, file string) (*esModule, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, c.Throw(c.NewError("Error", "ENOENT", err.Error()))
	}
	v, err := h.parseJSON(c, file, string(text))
	if err != nil {
		return nil, err
	}
	return h.synthetic(c, file, fileURL(file), []string{"default"}, func(c *vmapi.Call, m *vmapi.Module) error {
		m.SetExport("default", v)
		return nil
	}), nil
}

// exportNames returns the names that an object's own enumerable properties give
// a synthetic module, default first.
func exportNames(c *vmapi.Call, o vmapi.Value) ([]string, error) {
	names := []string{"default"}
	if !o.IsObject() {
		return names, nil
	}
	keys, err := c.OwnKeys(o)
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		d, found, err := c.OwnProperty(o, k)
		if err != nil {
			return nil, err
		}
		if !k.IsSymbol() && found && d.Attributes&vmapi.Enumerable != 0 && k.String() != "default" {
			names = append(names, k.String())
		}
	}
	return names, nil
}

func setExports(c *vmapi.Call, m *vmapi.Module, names []string, v vmapi.Value) error {
	m.SetExport("default", v)
	for _, n := range names[1:] {
		x, err := c.Get(v, n)
		if err != nil {
			return err
		}
		m.SetExport(n, x)
	}
	return nil
}

func (h *Host) builtinModule(c *vmapi.Call, name string) (*esModule, error) {
	key := "node:" + name
	if m := h.esm[key]; m != nil {
		return m, nil
	}
	v, err := h.requireBuiltin(c, name)
	if err != nil {
		return nil, err
	}
	names, err := exportNames(c, v)
	if err != nil {
		return nil, err
	}
	e := h.synthetic(c, key, key, names, func(c *vmapi.Call, m *vmapi.Module) error { return setExports(c, m, names, v) })
	e.names = names
	return e, nil
}

// commonJSModule wraps a CommonJS file. It runs when the module is evaluated;
// the names of its exports are found in its text.
func (h *Host) commonJSModule(c *vmapi.Call, file, text string) (*esModule, error) {
	exports := map[string]bool{}
	if m, found, err := h.cached(c, file); err != nil {
		return nil, err
	} else if found {
		v, err := c.Get(m, "exports")
		if err != nil {
			return nil, err
		}
		list, err := exportNames(c, v)
		if err != nil {
			return nil, err
		}
		for _, n := range list {
			exports[n] = true
		}
	}
	h.cjsNames(c, file, text, exports, map[string]bool{})
	delete(exports, "default")
	names := append([]string{"default"}, sortedKeys(exports)...)
	e := h.synthetic(c, file, fileURL(file), names, func(c *vmapi.Call, m *vmapi.Module) error {
		module, err := h.loadCommonJS(c, file, vmapi.Value{})
		if err != nil {
			return err
		}
		v, err := c.Get(module, "exports")
		if err != nil {
			return err
		}
		m.SetExport("default", v)
		if !v.IsObject() {
			return nil
		}
		for _, n := range names[1:] {
			x, err := c.Get(v, n)
			if err != nil {
				return err
			}
			m.SetExport(n, x)
		}
		return nil
	})
	e.commonJS = true
	return e, nil
}

// linkGraph answers the requests of a module and of everything below it.
func (h *Host) linkGraph(c *vmapi.Call, root *esModule) error {
	work := []*esModule{root}
	for len(work) > 0 {
		m := work[len(work)-1]
		work = work[:len(work)-1]
		if m.linked {
			continue
		}
		m.linked = true
		from, ok := pathOfURL(m.module.Identifier())
		if !ok {
			from = filepath.Join(h.dir, "data")
		}
		var deps []*vmapi.Module
		for _, r := range m.module.Requests() {
			d, err := h.loadImport(c, r.Specifier, from, r.Attributes)
			if err != nil {
				m.linked = false
				return err
			}
			deps = append(deps, d.module)
			m.deps = append(m.deps, d)
			work = append(work, d)
		}
		if err := m.module.LinkRequests(deps); err != nil {
			return err
		}
	}
	return nil
}
