package host

import (
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// Resolution of specifiers to files, as Node's CommonJS and module loaders do it.

// packageJSON is what resolution needs of a package.json. Exports and imports
// keep the order of their keys, which decides.
type packageJSON struct {
	dir     string
	name    string
	main    string
	kind    string
	exports *ordered
	imports *ordered
}

// ordered is a JSON value whose objects keep the order of their keys.
type ordered struct {
	text   *string
	list   []*ordered
	keys   []string
	values []*ordered
	null   bool
}

func (o *ordered) UnmarshalJSON(data []byte) error {
	dec := json.NewDecoder(strings.NewReader(string(data)))
	v, err := readOrdered(dec)
	if err == nil {
		*o = *v
	}
	return err
}

func readOrdered(dec *json.Decoder) (*ordered, error) {
	t, err := dec.Token()
	if err != nil {
		return nil, err
	}
	switch t := t.(type) {
	case string:
		return &ordered{text: &t}, nil
	case json.Delim:
		o := &ordered{}
		for dec.More() {
			if t == '{' {
				k, err := dec.Token()
				if err != nil {
					return nil, err
				}
				o.keys = append(o.keys, k.(string))
			}
			v, err := readOrdered(dec)
			if err != nil {
				return nil, err
			}
			if t == '{' {
				o.values = append(o.values, v)
			} else {
				o.list = append(o.list, v)
			}
		}
		_, err := dec.Token()
		return o, err
	}
	return &ordered{null: true}, nil
}

func readPackage(dir string) *packageJSON {
	data, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err != nil {
		return nil
	}
	var raw struct {
		Name    string          `json:"name"`
		Main    any             `json:"main"`
		Type    string          `json:"type"`
		Exports json.RawMessage `json:"exports"`
		Imports json.RawMessage `json:"imports"`
	}
	if json.Unmarshal(data, &raw) != nil {
		return nil
	}
	p := &packageJSON{dir: dir, name: raw.Name, kind: raw.Type}
	p.main, _ = raw.Main.(string)
	for _, f := range []struct {
		raw  json.RawMessage
		into **ordered
	}{{raw.Exports, &p.exports}, {raw.Imports, &p.imports}} {
		var o ordered
		if len(f.raw) > 0 && json.Unmarshal(f.raw, &o) == nil {
			*f.into = &o
		}
	}
	return p
}

// packageOf returns the nearest package.json above a file, or nil.
func packageOf(file string) *packageJSON {
	for dir := filepath.Dir(file); ; dir = filepath.Dir(dir) {
		if filepath.Base(dir) == "node_modules" {
			return nil
		}
		if p := readPackage(dir); p != nil {
			return p
		}
		if dir == filepath.Dir(dir) {
			return nil
		}
	}
}

// isModuleFile reports whether a file is an ES module.
func (h *Host) isModuleFile(file string) bool {
	switch filepath.Ext(file) {
	case ".mjs":
		return true
	case ".js", "":
		p := packageOf(file)
		return p != nil && p.kind == "module"
	}
	return false
}

var errNotFound = errors.New("not found")

func (h *Host) notFound(c *vmapi.Call, name, from string) error {
	e := c.NewError("Error", "", "Cannot find module '"+name+"'\nRequire stack:\n- "+from)
	if err := setAll(c, e, "code", "MODULE_NOT_FOUND", "requireStack", h.strings(c, []string{from})); err != nil {
		return err
	}
	return c.Throw(e)
}

// resolveEntry finds the file of the command line.
func (h *Host) resolveEntry(c *vmapi.Call, path string) (string, error) {
	if p, err := resolvePath(path); err == nil {
		return p, nil
	}
	e := c.NewError("Error", "", "Cannot find module '"+path+"'")
	if err := setAll(c, e, "code", "MODULE_NOT_FOUND", "requireStack", c.NewArray()); err != nil {
		return "", err
	}
	return "", c.Throw(e)
}

// resolve is the algorithm of require.resolve for a module in the file from.
func (h *Host) resolve(c *vmapi.Call, name, from string, conditions []string) (string, error) {
	dir := filepath.Dir(from)
	switch {
	case filepath.IsAbs(name):
		if p, err := resolvePath(name); err == nil {
			return p, nil
		}
	case name == "." || name == ".." || strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../"):
		path := filepath.Join(dir, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			path += "/"
		}
		if p, err := resolvePath(path); err == nil {
			return p, nil
		}
	case strings.HasPrefix(name, "#"):
		return h.resolveImports(c, name, from, conditions)
	default:
		p, err := h.resolvePackage(c, name, from, conditions)
		if !errors.Is(err, errNotFound) {
			return p, err
		}
	}
	return "", h.notFound(c, name, from)
}

// resolvePath tries a path as a file, with extensions, and as a folder.
func resolvePath(path string) (string, error) {
	if !strings.HasSuffix(path, "/") {
		for _, ext := range []string{"", ".js", ".json", ".node"} {
			if p, err := realFile(path + ext); err == nil {
				return p, nil
			}
		}
	}
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return "", errNotFound
	}
	if pkg := readPackage(path); pkg != nil && pkg.main != "" {
		main := filepath.Join(path, filepath.FromSlash(pkg.main))
		for _, try := range []string{main, main + ".js", main + ".json", filepath.Join(main, "index.js"), filepath.Join(main, "index.json")} {
			if p, err := realFile(try); err == nil {
				return p, nil
			}
		}
	}
	for _, index := range []string{"index.js", "index.json"} {
		if p, err := realFile(filepath.Join(path, index)); err == nil {
			return p, nil
		}
	}
	return "", errNotFound
}

// realFile returns the path of a regular file without symbolic links.
func realFile(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() {
		return "", errNotFound
	}
	return filepath.EvalSymlinks(path)
}

func nodeModulesPaths(dir string) []string {
	var out []string
	for ; ; dir = filepath.Dir(dir) {
		if filepath.Base(dir) != "node_modules" {
			out = append(out, filepath.Join(dir, "node_modules"))
		}
		if dir == filepath.Dir(dir) {
			return out
		}
	}
}

func splitPackageName(name string) (pkg, sub string) {
	parts := strings.SplitN(name, "/", 3)
	n := 1
	if strings.HasPrefix(name, "@") && len(parts) > 1 {
		n = 2
	}
	pkg = strings.Join(parts[:min(n, len(parts))], "/")
	return pkg, "." + strings.TrimPrefix(name, pkg)
}

func (h *Host) resolvePackage(c *vmapi.Call, name, from string, conditions []string) (string, error) {
	pkgName, sub := splitPackageName(name)
	if self := packageOf(from); self != nil && self.name == pkgName && self.exports != nil {
		return h.resolveExports(c, self, sub, conditions)
	}
	for _, dir := range nodeModulesPaths(filepath.Dir(from)) {
		pkgDir := filepath.Join(dir, filepath.FromSlash(pkgName))
		if pkg := readPackage(pkgDir); pkg != nil && pkg.exports != nil && !pkg.exports.null {
			return h.resolveExports(c, pkg, sub, conditions)
		}
		if p, err := resolvePath(filepath.Join(dir, filepath.FromSlash(name))); err == nil {
			return p, nil
		}
	}
	return "", errNotFound
}

func (h *Host) resolveExports(c *vmapi.Call, pkg *packageJSON, sub string, conditions []string) (string, error) {
	table := pkg.exports
	if len(table.keys) == 0 || !strings.HasPrefix(table.keys[0], ".") {
		table = &ordered{keys: []string{"."}, values: []*ordered{pkg.exports}}
	}
	if target, ok := matchTable(table, sub, conditions); ok {
		return realFileError(filepath.Join(pkg.dir, filepath.FromSlash(target)))
	}
	file := filepath.Join(pkg.dir, "package.json")
	message := "Package subpath '" + sub + "' is not defined by \"exports\" in " + file
	if sub == "." {
		message = "No \"exports\" main defined in " + file
	}
	return "", c.Throw(c.NewError("Error", "ERR_PACKAGE_PATH_NOT_EXPORTED", message))
}

func realFileError(path string) (string, error) {
	p, err := realFile(path)
	if err != nil {
		return "", errNotFound
	}
	return p, nil
}

func (h *Host) resolveImports(c *vmapi.Call, name, from string, conditions []string) (string, error) {
	if pkg := packageOf(from); pkg != nil && pkg.imports != nil {
		if target, ok := matchTable(pkg.imports, name, conditions); ok {
			if strings.HasPrefix(target, "./") {
				return realFileError(filepath.Join(pkg.dir, filepath.FromSlash(target)))
			}
			return h.resolve(c, target, filepath.Join(pkg.dir, "package.json"), conditions)
		}
	}
	return "", c.Throw(c.NewError("TypeError", "ERR_PACKAGE_IMPORT_NOT_DEFINED", "Package import specifier \""+name+"\" is not defined in package imported from "+from))
}

// matchTable finds the target of a subpath, with patterns, longest first.
func matchTable(table *ordered, sub string, conditions []string) (string, bool) {
	if i := slices.Index(table.keys, sub); i >= 0 && !strings.Contains(sub, "*") {
		return target(table.values[i], "", conditions)
	}
	best, bestLen, star := -1, -1, ""
	for i, k := range table.keys {
		before, after, ok := strings.Cut(k, "*")
		if !ok || !strings.HasPrefix(sub, before) || !strings.HasSuffix(sub, after) || len(sub) < len(before)+len(after) {
			continue
		}
		if len(before) > bestLen {
			best, bestLen, star = i, len(before), sub[len(before):len(sub)-len(after)]
		}
	}
	if best < 0 {
		return "", false
	}
	return target(table.values[best], star, conditions)
}

func target(o *ordered, star string, conditions []string) (string, bool) {
	switch {
	case o.text != nil:
		return strings.ReplaceAll(*o.text, "*", star), true
	case o.list != nil:
		for _, e := range o.list {
			if t, ok := target(e, star, conditions); ok {
				return t, true
			}
		}
	default:
		for i, k := range o.keys {
			if k == "default" || slices.Contains(conditions, k) {
				if t, ok := target(o.values[i], star, conditions); ok {
					return t, true
				}
			}
		}
	}
	return "", false
}

// fileURL returns the file: URL of a path.
func fileURL(path string) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	return u.String()
}

// pathOfURL returns the path of a file: URL.
func pathOfURL(s string) (string, bool) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "file" {
		return "", false
	}
	return filepath.FromSlash(u.Path), true
}
