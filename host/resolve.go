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
		return p != nil && p.kind == "module" || h.detected[file]
	}
	return false
}

// conditions are those under which exports are looked up.
func (h *Host) conditions(kind string) []string {
	return append([]string{"node", kind, "module-sync", "node-addons"}, h.opts.Conditions...)
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
	if p, err := resolvePath(path, plainExtensions); err == nil {
		return p, nil
	}
	e := c.NewError("Error", "", "Cannot find module '"+path+"'")
	if err := setAll(c, e, "code", "MODULE_NOT_FOUND", "requireStack", c.NewArray()); err != nil {
		return "", err
	}
	return "", c.Throw(e)
}

// plainExtensions are those that require tries without any of the program's.
var plainExtensions = []string{".js", ".json", ".node"}

// extensions are those that require tries.
func (h *Host) extensions(c *vmapi.Call) []string {
	if !h.modules.extensions.IsObject() {
		return plainExtensions
	}
	keys, err := c.OwnKeys(h.modules.extensions)
	if err != nil {
		return plainExtensions
	}
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k.String()
	}
	return out
}

// resolvePath tries a path as a file, with extensions, and as a folder.
func resolvePath(path string, extensions []string) (string, error) {
	tries := func(path string) (string, error) {
		for _, ext := range extensions {
			if p, err := realFile(path + ext); err == nil {
				return p, nil
			}
		}
		return "", errNotFound
	}
	if !strings.HasSuffix(path, "/") {
		if p, err := realFile(path); err == nil {
			return p, nil
		}
		if p, err := tries(path); err == nil {
			return p, nil
		}
	}
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return "", errNotFound
	}
	if pkg := readPackage(path); pkg != nil && pkg.main != "" {
		main := filepath.Join(path, filepath.FromSlash(pkg.main))
		if p, err := realFile(main); err == nil {
			return p, nil
		}
		for _, try := range []string{main, filepath.Join(main, "index")} {
			if p, err := tries(try); err == nil {
				return p, nil
			}
		}
	}
	return tries(filepath.Join(path, "index"))
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
