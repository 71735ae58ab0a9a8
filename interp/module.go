package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// ModuleStatus is [[Status]] of a cyclic module record (16.2.1.6).
type ModuleStatus uint8

// The states of a module.
const (
	ModuleUnlinked ModuleStatus = iota
	ModuleLinking
	ModuleLinked
	ModuleEvaluating
	ModuleEvaluatingAsync
	ModuleEvaluated
)

// Module is a module record: a source text module (16.2.1.7) or, without a
// compiled body, a synthetic one (16.2.1.8).
type Module struct {
	Realm  *object.Realm
	Status ModuleStatus
	// Requested holds the loaded module of each of the body's requests; the
	// host fills it before Link.
	Requested []*Module
	// Source is [[ModuleSource]], what import source gives; nil if there is none.
	Source *object.Object
	// HostDefined is the embedder's.
	HostDefined any

	compiled *bytecode.Module
	code     *Code
	boxes    []*object.Box // the body's captured variables: locals, then imports

	// Of synthetic modules.
	names    []*jstring.String
	evaluate func(m *Module) error

	namespace         *object.Object
	deferredNamespace *object.Object
	meta              *object.Object
	exported          map[string]*exportEntry

	failure        object.Value // [[EvaluationError]]
	failed         bool
	failedErr      error // a termination
	dfsIndex       int
	dfsAncestor    int
	asyncOrder     uint64 // [[AsyncEvaluationOrder]]; 0 unset
	asyncDone      bool
	pendingAsync   int
	cycleRoot      *Module
	asyncParents   []*Module
	topLevel       *PromiseCapability
	topLevelResult *object.Object
}

// exportEntry is a local or indirect export by name.
type exportEntry struct {
	export *bytecode.ModuleExport
	box    *object.Box
}

// NewSourceTextModule returns the record of a compiled module.
func NewSourceTextModule(r *object.Realm, c *bytecode.Module, hostDefined any) *Module {
	m := &Module{Realm: r, compiled: c, HostDefined: hostDefined, failure: object.Undefined}
	m.Requested = make([]*Module, len(c.Requests))
	m.boxes = make([]*object.Box, len(c.Locals)+len(c.Imports))
	for i := range c.Locals {
		v := object.Undefined
		if c.Locals[i].Lexical {
			v = object.TDZ
		}
		m.boxes[i] = &object.Box{V: v}
	}
	m.exported = map[string]*exportEntry{}
	for i := range c.Exports {
		if e := &c.Exports[i]; e.Kind != bytecode.ExportStar {
			entry := &exportEntry{export: e}
			if e.Kind == bytecode.ExportLocal {
				entry.box = m.boxes[e.Local]
			}
			m.exported[e.Name.WTF8()] = entry
		}
	}
	m.code = newCode(r, c.Body, m)
	return m
}

// NewSyntheticModule is CreateSyntheticModule: a module with the given export
// names whose evaluation is a function of the host.
func NewSyntheticModule(r *object.Realm, names []*jstring.String, evaluate func(m *Module) error, hostDefined any) *Module {
	m := &Module{Realm: r, names: names, evaluate: evaluate, HostDefined: hostDefined, failure: object.Undefined}
	m.exported = map[string]*exportEntry{}
	for _, n := range names {
		m.exported[n.WTF8()] = &exportEntry{box: &object.Box{V: object.Undefined}}
	}
	return m
}

// SetExport is SetSyntheticModuleExport; it reports false if there is no such name.
func (m *Module) SetExport(name *jstring.String, v object.Value) bool {
	e := m.exported[name.WTF8()]
	if e == nil || m.compiled != nil {
		return false
	}
	e.box.V.SetHeap(v)
	return true
}

// Compiled returns the compiled module, nil for synthetic ones.
func (m *Module) Compiled() *bytecode.Module { return m.compiled }

// Failure returns the value with which evaluation failed.
func (m *Module) Failure() (object.Value, bool) { return m.failure, m.failed }

// resolution is the result of ResolveExport (16.2.1.7.2.2).
type resolution struct {
	module *Module
	box    *object.Box // nil: what an import of module in the phase gives
	phase  uint8
	// missing and ambiguous are null and AMBIGUOUS.
	missing, ambiguous bool
}

type resolveKey struct {
	module *Module
	name   string
}

// resolveExport is ResolveExport; visited is the resolve set.
func (m *Module) resolveExport(a *object.Agent, name string, visited map[resolveKey]bool) (resolution, error) {
	if err := a.EnterNative(); err != nil {
		return resolution{}, err
	}
	defer a.LeaveNative()
	if err := a.Tick(1); err != nil {
		return resolution{}, err
	}
	if visited[resolveKey{m, name}] {
		return resolution{missing: true}, nil
	}
	visited[resolveKey{m, name}] = true
	if e := m.exported[name]; e != nil {
		if e.box != nil {
			return resolution{module: m, box: e.box}, nil
		}
		target := m.Requested[e.export.Request]
		if e.export.Import == nil {
			return resolution{module: target, phase: m.compiled.Requests[e.export.Request].Phase}, nil
		}
		return target.resolveExport(a, e.export.Import.WTF8(), visited)
	}
	if m.compiled == nil || name == "default" {
		return resolution{missing: true}, nil
	}
	star := resolution{missing: true}
	for i := range m.compiled.Exports {
		e := &m.compiled.Exports[i]
		if e.Kind != bytecode.ExportStar {
			continue
		}
		r, err := m.Requested[e.Request].resolveExport(a, name, visited)
		if err != nil || r.ambiguous {
			return r, err
		}
		if r.missing {
			continue
		}
		if star.missing {
			star = r
		} else if r != star {
			return resolution{ambiguous: true}, nil
		}
	}
	return star, nil
}

// exportedNames is GetExportedNames (16.2.1.7.2.1).
func (m *Module) exportedNames(a *object.Agent, visited map[*Module]bool, names *[]*jstring.String, seen map[string]bool, star bool) error {
	if err := a.EnterNative(); err != nil {
		return err
	}
	defer a.LeaveNative()
	if err := a.Tick(1); err != nil || visited[m] {
		return err
	}
	visited[m] = true
	add := func(n *jstring.String) {
		if k := n.WTF8(); !seen[k] && !(star && k == "default") {
			seen[k] = true
			*names = append(*names, n)
		}
	}
	if m.compiled == nil {
		for _, n := range m.names {
			add(n)
		}
		return nil
	}
	for i := range m.compiled.Exports {
		if e := &m.compiled.Exports[i]; e.Kind != bytecode.ExportStar {
			add(e.Name)
		}
	}
	for i := range m.compiled.Exports {
		if e := &m.compiled.Exports[i]; e.Kind == bytecode.ExportStar {
			if err := m.Requested[e.Request].exportedNames(a, visited, names, seen, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// Namespace is GetModuleNamespace (16.2.1.11).
func (m *Module) Namespace(a *object.Agent) (*object.Object, error) {
	return m.makeNamespace(a, &m.namespace, false)
}

// makeNamespace makes the namespace object that belongs in the given field.
func (m *Module) makeNamespace(a *object.Agent, field **object.Object, isDeferred bool) (*object.Object, error) {
	if *field != nil {
		return *field, nil
	}
	var names []*jstring.String
	if err := m.exportedNames(a, map[*Module]bool{}, &names, map[string]bool{}, false); err != nil {
		return nil, err
	}
	type deferred struct {
		key object.PropertyKey
		to  resolution
	}
	var bindings []object.NamespaceBinding
	var later []deferred
	for _, n := range names {
		r, err := m.resolveExport(a, n.WTF8(), map[resolveKey]bool{})
		if err != nil {
			return nil, err
		}
		if r.missing || r.ambiguous {
			continue
		}
		name := *n
		b := object.NamespaceBinding{Name: a.StringKey(&name), Box: r.box}
		if r.box == nil {
			later = append(later, deferred{b.Name, r})
		}
		bindings = append(bindings, b)
	}
	ns := object.ModuleNamespaceCreate(a, unsafe.Pointer(m), bindings, isDeferred)
	*field = ns
	for _, d := range later {
		inner, err := d.to.object(a)
		if err != nil {
			*field = nil
			return nil, err
		}
		all := object.Payload[object.NamespaceData](ns).Bindings()
		for i := range all {
			if all[i].Name == d.key {
				all[i].Namespace = inner
			}
		}
	}
	return ns, nil
}

// Link is 16.2.1.6.1.2, https://tc39.es/ecma262/#sec-moduledeclarationlinking
func (m *Module) Link(a *object.Agent) error {
	var stack []*Module
	index := 0
	err := machineOf(a).WithRealm(m.Realm, func() error { return m.innerLink(a, &stack, &index) })
	if err != nil {
		for _, s := range stack {
			s.Status = ModuleUnlinked
		}
	}
	return err
}

func (m *Module) innerLink(a *object.Agent, stack *[]*Module, index *int) error {
	if err := a.EnterNative(); err != nil {
		return err
	}
	defer a.LeaveNative()
	if err := a.Tick(1); err != nil || m.Status != ModuleUnlinked {
		return err
	}
	if m.compiled == nil {
		m.Status = ModuleLinked
		return nil
	}
	m.Status = ModuleLinking
	m.dfsIndex, m.dfsAncestor = *index, *index
	*index++
	*stack = append(*stack, m)
	for i, r := range m.Requested {
		if r == nil {
			return a.TypeError("module request was not loaded")
		}
		if m.compiled.Requests[i].Phase == bytecode.PhaseSource {
			continue
		}
		if err := r.innerLink(a, stack, index); err != nil {
			return err
		}
		if r.Status == ModuleLinking {
			m.dfsAncestor = min(m.dfsAncestor, r.dfsAncestor)
		}
	}
	if err := m.initializeEnvironment(a); err != nil {
		return err
	}
	if m.dfsAncestor == m.dfsIndex {
		for {
			n := len(*stack) - 1
			s := (*stack)[n]
			*stack = (*stack)[:n]
			s.Status = ModuleLinked
			if s == m {
				break
			}
		}
	}
	return nil
}

// missingExport is the error for a name that another module does not have; start
// to end is where this one asks for it.
func (m *Module) missingExport(a *object.Agent, request uint32, name *jstring.String, start, end uint32, r resolution) error {
	spec := m.compiled.Requests[request].Specifier.String()
	form := "The requested module '%s' does not provide an export named '%s'"
	if r.ambiguous {
		form = "The requested module '%s' contains conflicting star exports for name '%s'"
	}
	err := a.SyntaxError(form, spec, name.String())
	if v, ok := object.Catch(err); ok {
		SetErrorPosition(v.AsObject(), m.compiled.Body.Source, start, end)
	}
	return err
}

// initializeEnvironment is 16.2.1.7.3.1, https://tc39.es/ecma262/#sec-source-text-module-record-initialize-environment
func (m *Module) initializeEnvironment(a *object.Agent) error {
	c := m.compiled
	for i := range c.Exports {
		e := &c.Exports[i]
		if e.Kind != bytecode.ExportIndirect || e.Import == nil {
			continue
		}
		r, err := m.resolveExport(a, e.Name.WTF8(), map[resolveKey]bool{})
		if err != nil {
			return err
		}
		if r.missing || r.ambiguous {
			return m.missingExport(a, e.Request, e.Import, e.Pos, e.Pos+uint32(e.Import.Len()), r)
		}
	}
	for i := range c.Imports {
		im := &c.Imports[i]
		target := m.Requested[im.Request]
		slot := &m.boxes[len(c.Locals)+i]
		r := resolution{module: target, phase: c.Requests[im.Request].Phase}
		if im.Name != nil {
			var err error
			if r, err = target.resolveExport(a, im.Name.WTF8(), map[resolveKey]bool{}); err != nil {
				return err
			}
			if r.missing || r.ambiguous {
				return m.missingExport(a, im.Request, im.Name, im.Pos, im.Pos+uint32(im.Local.Len()), r)
			}
		}
		if r.box != nil {
			*slot = r.box
			continue
		}
		ns, err := r.object(a)
		if err != nil {
			return err
		}
		if ns == nil {
			return noSource(a, c.Requests[im.Request].Specifier)
		}
		*slot = &object.Box{V: object.Obj(ns)}
	}
	return m.instantiateFunctions(a)
}

// bodyClosure returns the function object that runs the module's code.
func (m *Module) bodyClosure(a *object.Agent) *object.Object {
	f, cl := machineOf(a).newClosure(m.code)
	m.bind(cl)
	return f
}

func (m *Module) bind(cl *Closure) {
	cl.captured, cl.ncap = unsafe.Pointer(unsafe.SliceData(m.boxes)), uint32(len(m.boxes))
}

// instantiateFunctions makes the module's function declarations before anything runs.
func (m *Module) instantiateFunctions(a *object.Agent) error {
	vm := machineOf(a)
	if err := m.code.ensureLinked(); err != nil {
		return err
	}
	for _, h := range m.compiled.Functions {
		code := m.code.children[h.Func]
		f, cl := vm.newClosure(code)
		if n := len(code.template.Captures); n > 0 {
			boxes := make([]*object.Box, n)
			for i := range code.template.Captures {
				boxes[i] = m.boxes[code.template.Captures[i].Index]
			}
			cl.captured, cl.ncap = unsafe.Pointer(unsafe.SliceData(boxes)), uint32(n)
		}
		m.boxes[h.Local].V = object.Obj(f)
	}
	return nil
}
