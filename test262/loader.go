package test262

import (
	"os"
	"path/filepath"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
	"github.com/burrowjs/burrow/realm/reflection"
)

// loader is the module map of a job: specifiers resolve against the folder of
// the referring file.
type loader struct {
	run     *run
	modules map[moduleKey]*interp.Module
}

type moduleKey struct {
	realm *object.Realm
	file  string
	kind  string // the type attribute
}

func newLoader(r *run) *loader {
	l := &loader{run: r, modules: map[moduleKey]*interp.Module{}}
	interp.MachineOf(r.agent).ImportDynamically = l.importDynamically
	return l
}

// runMain loads, links and evaluates the job's module, and runs jobs until its
// promise is settled.
func (l *loader) runMain(r *object.Realm, src *bytecode.Source) (phase string, err error) {
	a := l.run.agent
	m, err := l.compile(r, src)
	if err != nil {
		return "parse", err
	}
	l.modules[moduleKey{r, src.Name, ""}] = m
	if err := l.loadRequests(m); err != nil {
		return "resolution", err
	}
	if err := m.Link(a); err != nil {
		return "resolution", err
	}
	p, err := m.Evaluate(a)
	if err != nil {
		return "runtime", err
	}
	interp.PerformPromiseThen(a, p, object.Undefined, object.Undefined, nil)
	if err := l.run.loop(); err != nil {
		return "runtime", err
	}
	if s := interp.PromiseOf(object.Obj(p)); s.State == interp.PromiseRejected {
		return "runtime", object.Throw(s.Result)
	}
	return "", nil
}

func (l *loader) compile(r *object.Realm, src *bytecode.Source) (*interp.Module, error) {
	c, err := realm.CompileModule(src, realm.ParseOptions())
	if err != nil {
		return nil, realm.ThrowCompileError(l.run.agent, r, src, err)
	}
	return interp.NewSourceTextModule(r, c, src.Name), nil
}

// loadRequests loads the graph of modules below m.
func (l *loader) loadRequests(m *interp.Module) error {
	work := []*interp.Module{m}
	seen := map[*interp.Module]bool{m: true}
	for len(work) > 0 {
		m := work[len(work)-1]
		work = work[:len(work)-1]
		c := m.Compiled()
		if c == nil {
			continue
		}
		for i := range c.Requests {
			req := &c.Requests[i]
			if m.Requested[i] == nil {
				dep, err := l.load(m.Realm, m.HostDefined.(string), req.Specifier, req.Attributes)
				if err != nil {
					return err
				}
				m.Requested[i] = dep
			}
			if dep := m.Requested[i]; !seen[dep] && req.Phase != bytecode.PhaseSource {
				seen[dep] = true
				work = append(work, dep)
			}
		}
	}
	return nil
}

// load is HostLoadImportedModule for one specifier.
func (l *loader) load(r *object.Realm, referrer string, specifier *jstring.String, attrs []bytecode.ImportAttribute) (m *interp.Module, err error) {
	a := l.run.agent
	file := filepath.Join(filepath.Dir(referrer), specifier.String())
	kind := ""
	for _, at := range attrs {
		if !at.Key.EqualGo("type") {
			return nil, a.SyntaxError("Import attribute '%s' is not supported", at.Key.String())
		}
		kind = at.Value.String()
	}
	key := moduleKey{r, file, kind}
	if m := l.modules[key]; m != nil {
		return m, nil
	}
	if specifier.EqualGo(moduleWithSource) {
		m := sourceModule(r)
		l.modules[key] = m
		return m, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, a.TypeError("Cannot find module '%s'", specifier.String())
	}
	switch kind {
	case "":
		m, err = l.compile(r, &bytecode.Source{Text: jstring.FromGo(string(text)), Name: file, HostDefined: file})
	case "json":
		var v object.Value
		if v, err = realm.ParseJSON(r, jstring.FromGo(string(text))); err == nil {
			m = defaultModule(r, v, file)
		}
	case "text":
		m = defaultModule(r, object.StrGo(string(text)), file)
	case "bytes":
		m = defaultModule(r, realm.ImmutableBytes(r, text), file)
	default:
		err = a.TypeError("Module type '%s' is not supported", kind)
	}
	if err != nil {
		return nil, err
	}
	l.modules[key] = m
	return m, nil
}

// moduleWithSource is the specifier of a module that has a module source
// ("Module specifiers" of INTERPRETING.md).
const moduleWithSource = "<module source>"

// sourceModule makes a module whose source is an object of a class of its own.
func sourceModule(r *object.Realm) *interp.Module {
	a := r.Agent
	m := interp.NewSyntheticModule(r, nil, nil, moduleWithSource)
	m.Source = reflection.NewModuleSource(a, a.NewObject(r.Intrinsic(reflection.AbstractModuleSourcePrototype)), "TestModule")
	return m
}

// defaultModule is CreateDefaultExportSyntheticModule (16.2.1.8.1).
func defaultModule(r *object.Realm, v object.Value, file string) *interp.Module {
	name := jstring.FromGo("default")
	m := interp.NewSyntheticModule(r, []*jstring.String{name}, nil, file)
	m.SetExport(name, v)
	return m
}

func (l *loader) importDynamically(r *object.Realm, d *interp.DynamicImport) error {
	referrer, _ := d.Source.HostDefined.(string)
	if referrer == "" {
		referrer = l.run.job.File
	}
	m, err := l.load(r, referrer, d.Specifier, d.Attributes)
	if err == nil && d.Phase != bytecode.PhaseSource {
		err = l.loadRequests(m)
	}
	return interp.FinishDynamicImport(l.run.agent, d, m, err)
}
