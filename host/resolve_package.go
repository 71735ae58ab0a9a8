package host

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// Requests and packages: what a specifier in a file means under conditions, of
// which "import" or "require" tells the two loaders apart.

func isRelative(name string) bool {
	return name == "." || name == ".." || strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../")
}

// resolve is the algorithm of require.resolve for a module in the file from.
func (h *Host) resolve(c *vmapi.Call, name, from string, conditions []string) (string, error) {
	dir := filepath.Dir(from)
	switch {
	case filepath.IsAbs(name):
		if p, err := resolvePath(name, h.extensions(c)); err == nil {
			return p, nil
		}
	case isRelative(name):
		path := filepath.Join(dir, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			path += "/"
		}
		if p, err := resolvePath(path, h.extensions(c)); err == nil {
			return p, nil
		}
	case strings.HasPrefix(name, "#"):
		if p := packageOf(from); p != nil && p.imports != nil {
			return h.resolveImports(c, name, from, conditions)
		}
	default:
		p, err := h.resolvePackage(c, name, from, conditions)
		if !errors.Is(err, errNotFound) {
			return p, err
		}
	}
	return "", h.notFound(c, name, from)
}

func (h *Host) resolvePackage(c *vmapi.Call, name, from string, conditions []string) (string, error) {
	pkgName, sub := splitPackageName(name)
	if self := packageOf(from); self != nil && self.name == pkgName && self.exports != nil {
		return h.resolveExports(c, self, sub, from, conditions)
	}
	importing := slices.Contains(conditions, "import")
	dirs := nodeModulesPaths(filepath.Dir(from))
	if !importing {
		for _, d := range strings.Split(h.env("NODE_PATH"), string(filepath.ListSeparator)) {
			if d != "" {
				dirs = append(dirs, d)
			}
		}
	}
	for _, dir := range dirs {
		pkgDir := filepath.Join(dir, filepath.FromSlash(pkgName))
		pkg := readPackage(pkgDir)
		if pkg != nil && pkg.exports != nil && !pkg.exports.null {
			return h.resolveExports(c, pkg, sub, from, conditions)
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			path += "/"
		}
		if !importing || sub == "." {
			if p, err := resolvePath(path, h.extensions(c)); err == nil {
				return p, nil
			}
			continue
		}
		if p, err := realFile(path); err == nil {
			return p, nil
		}
		if pkg != nil {
			return "", h.missingFile(c, path, from, conditions)
		}
	}
	return "", errNotFound
}

// importedFrom is the end of messages of the loader of modules.
func importedFrom(from string, conditions []string) string {
	if slices.Contains(conditions, "import") {
		return " imported from " + from
	}
	return ""
}

// missingFile is the error for a file that a package names but does not have.
func (h *Host) missingFile(c *vmapi.Call, path, from string, conditions []string) error {
	message := "Cannot find module '" + path + "'" + importedFrom(from, conditions)
	if !slices.Contains(conditions, "import") {
		e := c.NewError("Error", "", message)
		if err := setAll(c, e, "code", "MODULE_NOT_FOUND", "path", path); err != nil {
			return err
		}
		return c.Throw(e)
	}
	e := c.NewError("Error", "ERR_MODULE_NOT_FOUND", message)
	if err := c.Set(e, "url", fileURL(path)); err != nil {
		return err
	}
	return c.Throw(e)
}

func (h *Host) resolveExports(c *vmapi.Call, pkg *packageJSON, sub, from string, conditions []string) (string, error) {
	table := pkg.exports
	if len(table.keys) == 0 || !strings.HasPrefix(table.keys[0], ".") {
		table = &ordered{keys: []string{"."}, values: []*ordered{pkg.exports}}
	}
	file := filepath.Join(pkg.dir, "package.json")
	if target, ok := matchTable(table, sub, conditions); ok {
		if !validTarget(target) {
			return "", h.invalidTarget(c, "exports", target, "'"+sub+"'", file, from, conditions)
		}
		return h.targetFile(c, filepath.Join(pkg.dir, filepath.FromSlash(target)), from, conditions)
	}
	message := "Package subpath '" + sub + "' is not defined by \"exports\" in " + file
	if sub == "." {
		message = "No \"exports\" main defined in " + file
	}
	return "", c.Throw(c.NewError("Error", "ERR_PACKAGE_PATH_NOT_EXPORTED", message+importedFrom(from, conditions)))
}

// validTarget tells whether a target stays in its package.
func validTarget(target string) bool {
	if !strings.HasPrefix(target, "./") {
		return false
	}
	for _, part := range strings.Split(target[2:], "/") {
		if part == ".." || part == "." || part == "node_modules" {
			return false
		}
	}
	return true
}

func (h *Host) invalidTarget(c *vmapi.Call, field, target, key, file, from string, conditions []string) error {
	message := "Invalid \"" + field + "\" target \"" + target + "\" defined for " + key + " in the package config " + file + importedFrom(from, conditions)
	if !strings.HasPrefix(target, "./") {
		message += "; targets must start with \"./\""
	}
	return c.Throw(c.NewError("Error", "ERR_INVALID_PACKAGE_TARGET", message))
}

func (h *Host) targetFile(c *vmapi.Call, path, from string, conditions []string) (string, error) {
	p, err := realFile(path)
	if err != nil {
		return "", h.missingFile(c, path, from, conditions)
	}
	return p, nil
}

// resolveImports resolves a specifier that starts with #, by the imports of the
// package. The result may name a module of Node.
func (h *Host) resolveImports(c *vmapi.Call, name, from string, conditions []string) (string, error) {
	in := ""
	if pkg := packageOf(from); pkg != nil {
		file := filepath.Join(pkg.dir, "package.json")
		if pkg.imports != nil {
			in = " in package " + file
			if target, ok := matchTable(pkg.imports, name, conditions); ok {
				if strings.HasPrefix(target, "./") && validTarget(target) {
					return h.targetFile(c, filepath.Join(pkg.dir, filepath.FromSlash(target)), from, conditions)
				}
				if n, ok := builtinName(target); ok {
					return "node:" + n, nil
				}
				if isRelative(target) || strings.HasPrefix(target, "/") {
					return "", h.invalidTarget(c, "imports", target, "'"+name+"'", file, from, conditions)
				}
				p, err := h.resolvePackage(c, target, file, conditions)
				if errors.Is(err, errNotFound) {
					pkgName, _ := splitPackageName(target)
					err = c.Throw(c.NewError("Error", "ERR_MODULE_NOT_FOUND", "Cannot find package '"+pkgName+"' imported from "+file))
				}
				return p, err
			}
		}
	}
	return "", c.Throw(c.NewError("TypeError", "ERR_PACKAGE_IMPORT_NOT_DEFINED", "Package import specifier \""+name+"\" is not defined"+in+" imported from "+from))
}
