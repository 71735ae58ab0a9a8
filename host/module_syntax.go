package host

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/burrowjs/burrow/vmapi"
)

// Files that do not say what they are. One that is no CommonJS but a module, by
// its syntax, is run as a module; and the names that a CommonJS file exports are
// guessed from its text, so that modules can import them before it runs.

// errModuleSyntax says that a CommonJS file turned out to be a module.
var errModuleSyntax = errors.New("the file is an ES module")

var (
	moduleSyntax  = lazyRegexp(`^(?:Cannot use import statement outside a module|Unexpected token 'export'|Cannot use 'import\.meta' outside a module)$`)
	awaitSyntax   = lazyRegexp(`^(?:await is only valid in async functions and the top level bodies of modules|Identifier '(?:__filename|__dirname|exports|module|require)' has already been declared)$`)
	moduleKeyword = lazyRegexp(`(?m)^\s*(?:import|export)\b|[;}]\s*(?:import|export)\b|\bimport\s*\.\s*meta\b|\bawait\b`)
)

// lazyRegexp compiles an expression when it is first used: start-up is short.
func lazyRegexp(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// looksLikeModule tells whether the error of a text that is no CommonJS means
// that the file is a module, and remembers it.
func (h *Host) looksLikeModule(file, text string, err error) bool {
	var s *vmapi.SyntaxError
	if ext := filepath.Ext(file); !filepath.IsAbs(file) || ext != ".js" && ext != "" || !errors.As(err, &s) {
		return false
	}
	if p := packageOf(file); p != nil && p.kind != "" {
		return false
	}
	if !h.isModuleText(text, s) {
		return false
	}
	h.detected[file] = true
	return true
}

// isModuleText tells whether a text that fails with an error as a script is a
// module.
func (h *Host) isModuleText(text string, s *vmapi.SyntaxError) bool {
	if moduleSyntax().MatchString(s.Message) {
		return true
	}
	if !awaitSyntax().MatchString(s.Message) {
		return false
	}
	_, err := vmapi.NewSourceTextModule(h.vm.Main(), text, vmapi.ModuleOptions{Identifier: "detect"})
	return err == nil
}

// detectModule tells whether a file that a module imports is one itself.
func (h *Host) detectModule(c *vmapi.Call, file, text string) (bool, error) {
	if !moduleKeyword().MatchString(text) {
		return false, nil
	}
	_, err := c.CompileFunction(text, wrapperParams, vmapi.FunctionOptions{Filename: file})
	var s *vmapi.SyntaxError
	if err != nil && !errors.As(err, &s) {
		return false, err
	}
	return err != nil && h.looksLikeModule(file, text, err), nil
}

var (
	jsNoise        = lazyRegexp(`(?s)/\*.*?\*/|(?m)(^|[\s;{}(),])//[^\n]*`)
	exportAssign   = lazyRegexp(`(?:^|[^.\w$])(?:module\s*\.\s*)?exports\s*(?:\.\s*([A-Za-z_$][\w$]*)|\[\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*\])\s*=(?:[^=]|$)`)
	exportDefine   = lazyRegexp(`Object\s*\.\s*defineProperty\s*\(\s*(?:module\s*\.\s*)?exports\s*,\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*,\s*\{\s*(?:enumerable\s*:\s*(?:true|!0)\s*,\s*get\s*(?::\s*function\s*[\w$]*\s*)?\(\s*\)\s*\{\s*return\s+[\w$]+(?:\s*\.\s*[\w$]+|\s*\[\s*(?:'[^'\n]*'|"[^"\n]*")\s*\])\s*;?\s*\}|value\s*:)`)
	exportObject   = lazyRegexp(`(?:^|[^.\w$])module\s*\.\s*exports\s*=\s*\{`)
	exportRequire  = lazyRegexp(`(?:^|[^.\w$])module\s*\.\s*exports\s*=\s*require\s*\(\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*\)`)
	exportStar     = lazyRegexp(`(?:__export|__exportStar)\s*\)?\s*\(\s*require\s*\(\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*\)`)
	exportProperty = lazyRegexp(`^\s*(?:([A-Za-z_$][\w$]*)|'([^'\\\n]*)'|"([^"\\\n]*)")\s*`)
	exportValue    = lazyRegexp(`^:\s*[A-Za-z_$][\w$]*\s*`)
	exportSpread   = lazyRegexp(`^\s*\.\.\.\s*(?:require\s*\(\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*\)|[A-Za-z_$][\w$]*)\s*`)
)

// cjsNames adds to names those that the text of a CommonJS file seems to export:
// by assignment, by Object.defineProperty, by an object, or from another file.
func (h *Host) cjsNames(c *vmapi.Call, file, text string, names, seen map[string]bool) {
	if seen[file] {
		return
	}
	seen[file] = true
	text = jsNoise().ReplaceAllString(text, "$1 ")
	for _, re := range []*regexp.Regexp{exportAssign(), exportDefine()} {
		for _, m := range re.FindAllStringSubmatch(text, -1) {
			names[strings.Join(m[1:], "")] = true
		}
	}
	var from []string
	for _, re := range []*regexp.Regexp{exportRequire(), exportStar()} {
		for _, m := range re.FindAllStringSubmatch(text, -1) {
			from = append(from, m[1]+m[2])
		}
	}
	if at := exportObject().FindAllStringIndex(text, -1); len(at) > 0 {
		from = append(from, objectNames(text[at[len(at)-1][1]:], names)...)
	}
	for _, f := range from {
		h.reexported(c, file, f, names, seen)
	}
	delete(names, "")
}

// objectNames reads the keys of an object as far as their values are names, and
// returns what is spread into it from other files.
func objectNames(text string, names map[string]bool) (from []string) {
	for {
		if m := exportSpread().FindStringSubmatch(text); m != nil {
			if m[1]+m[2] != "" {
				from = append(from, m[1]+m[2])
			}
			text = text[len(m[0]):]
		} else if m := exportProperty().FindStringSubmatch(text); m != nil {
			rest := text[len(m[0]):]
			names[strings.Join(m[1:], "")] = true
			text = rest
			if strings.HasPrefix(rest, ":") {
				v := exportValue().FindString(rest)
				if text = rest[len(v):]; v == "" {
					return from
				}
			}
		}
		if !strings.HasPrefix(text, ",") {
			return from
		}
		text = text[1:]
	}
}

func (h *Host) reexported(c *vmapi.Call, file, specifier string, names, seen map[string]bool) {
	if n, ok := builtinName(specifier); ok {
		if v, err := h.requireBuiltin(c, n); err == nil {
			if list, err := exportNames(c, v); err == nil {
				for _, name := range list {
					names[name] = true
				}
			}
		}
		return
	}
	path, err := h.resolve(c, specifier, file, h.conditions("require"))
	if err != nil || !slices.Contains([]string{".js", ".cjs"}, filepath.Ext(path)) || h.isModuleFile(path) {
		return // it fails when it runs, if it does
	}
	if text, err := os.ReadFile(path); err == nil {
		h.cjsNames(c, path, string(text), names, seen)
	}
}
