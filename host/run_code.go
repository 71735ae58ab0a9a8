package host

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// RunModuleCode runs code of the command line as a module.
func (h *Host) RunModuleCode(code string) int {
	return h.run(func(c *vmapi.Call) error { return h.runModuleText(c, code) })
}

func (h *Host) runModuleText(c *vmapi.Call, code string) error {
	file := filepath.Join(h.dir, "[eval1]")
	m, err := h.sourceModule(c, file, fileURL(file), code)
	if err != nil {
		return err
	}
	return h.runLoaded(c, m)
}

// CheckFile looks for syntax errors in a file and returns the exit code.
func (h *Host) CheckFile(file string) int {
	return h.run(func(c *vmapi.Call) error {
		path, err := h.resolveEntry(c, h.abs(file))
		if err != nil {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return h.check(c, string(text), path, h.isModuleFile(path))
	})
}

// CheckCode looks for syntax errors in code and returns the exit code.
func (h *Host) CheckCode(code, name string) int {
	return h.run(func(c *vmapi.Call) error { return h.check(c, code, name, false) })
}

func (h *Host) check(c *vmapi.Call, text, name string, module bool) error {
	var err error
	if module {
		_, err = vmapi.NewSourceTextModule(h.vm.Main(), text, vmapi.ModuleOptions{Identifier: fileURL(name)})
	} else if strings.HasPrefix(text, "#!") {
		text = "//" + text
	}
	if !module {
		_, err = c.CompileFunction(text, wrapperParams, vmapi.FunctionOptions{Filename: name})
		if h.looksLikeModule(name, text, err) {
			return h.check(c, text, name, true)
		}
	}
	return h.syntaxError(err)
}

// preload loads what the command line asks for before the program.
func (h *Host) preload(c *vmapi.Call) error {
	from := filepath.Join(h.dir, "[preload]")
	for _, name := range h.opts.Preload {
		request, err := h.vm.ToValue(name)
		if err != nil {
			return err
		}
		m, err := h.newModule(c, "internal/preload", from, vmapi.Value{})
		if err != nil {
			return err
		}
		if _, err := h.require(c, request, m, from); err != nil {
			return err
		}
	}
	for _, name := range h.opts.Import {
		m, err := h.loadImport(c, name, from, nil)
		if err == nil {
			err = h.linkGraph(c, m)
		}
		if err == nil {
			err = h.runLoaded(c, m)
		}
		for err == nil {
			if state, _, ok := h.pendingMain.PromiseState(); !ok || state != "pending" || !h.alive() {
				break
			}
			err = h.turn(c)
		}
		if err != nil {
			return err
		}
		h.pendingMain = vmapi.Value{}
	}
	return nil
}

var envLine = lazyRegexp("(?m)^\\s*(?:export\\s+)?([\\w.-]+)\\s*=\\s*(?:\"((?:\\\\\"|[^\"])*)\"|'([^']*)'|`([^`]*)`|([^#\\r\\n]*))?[^\\r\\n]*$")

// AddEnvFile adds the variables of a file to an environment, except those that
// it has.
func AddEnvFile(env []string, file string) ([]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	has := map[string]bool{}
	for _, e := range env {
		name, _, _ := strings.Cut(e, "=")
		has[name] = true
	}
	values := map[string]string{}
	for _, m := range envLine().FindAllStringSubmatch(string(text), -1) {
		value := strings.TrimSpace(m[5])
		if m[2] != "" {
			value = strings.ReplaceAll(m[2], "\\n", "\n")
		} else if m[3]+m[4] != "" {
			value = m[3] + m[4]
		}
		values[m[1]] = value // the last one counts
	}
	names := map[string]bool{}
	for name := range values {
		names[name] = !has[name]
	}
	for _, name := range sortedKeys(names) {
		if names[name] {
			env = append(env, name+"="+values[name])
		}
	}
	return env, nil
}
