package interp

import (
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// Imports in other phases than that of evaluation: import defer and import source.

func init() { object.EvaluateDeferredHook = evaluateDeferred }

// DeferredNamespace is GetModuleNamespace for the phase defer: an object whose
// first use evaluates the module.
func (m *Module) DeferredNamespace(a *object.Agent) (*object.Object, error) {
	return m.makeNamespace(a, &m.deferredNamespace, true)
}

// object returns what an import of a whole module gives in its phase; nil if the
// module has no source object.
func (r resolution) object(a *object.Agent) (*object.Object, error) {
	switch r.phase {
	case bytecode.PhaseDefer:
		return r.module.DeferredNamespace(a)
	case bytecode.PhaseSource:
		return r.module.Source, nil
	}
	return r.module.Namespace(a)
}

// noSource is what GetModuleSource of a module throws that has none.
func noSource(a *object.Agent, specifier *jstring.String) error {
	return a.SyntaxError("Source phase import object is not defined for module '%s'", specifier.String())
}

// evaluationList is the modules that have to be evaluated before m: those that it
// imports, and of those whose evaluation is deferred what is asynchronous
// (16.2.1.6.1.3.1 InnerModuleEvaluation, https://tc39.es/proposal-defer-import-eval/#sec-innermoduleevaluation).
func (m *Module) evaluationList(a *object.Agent) ([]*Module, error) {
	plain := true
	for i := range m.compiled.Requests {
		plain = plain && m.compiled.Requests[i].Phase == bytecode.PhaseEvaluation
	}
	if plain {
		return m.Requested, nil
	}
	var list []*Module
	listed := map[*Module]bool{}
	add := func(r *Module) {
		if !listed[r] {
			listed[r] = true
			list = append(list, r)
		}
	}
	for i, r := range m.Requested {
		switch m.compiled.Requests[i].Phase {
		case bytecode.PhaseEvaluation:
			add(r)
		case bytecode.PhaseDefer:
			found, err := r.asyncDependencies(a)
			if err != nil {
				return nil, err
			}
			for _, d := range found {
				add(d)
			}
		}
	}
	return list, nil
}

// cycleEvaluated is IsModuleSCCEvaluated: whether m and all modules in a cycle with
// it are evaluated, https://tc39.es/proposal-defer-import-eval/#sec-IsModuleSCCEvaluated
func (m *Module) cycleEvaluated() bool {
	if m.cycleRoot != nil {
		m = m.cycleRoot
	}
	return m.Status == ModuleEvaluated
}

// asyncDependencies is GatherAsynchronousTransitiveDependencies: the nearest
// modules of the graph with a top-level await, in the order of evaluation,
// https://tc39.es/proposal-defer-import-eval/#sec-GatherAsynchronousTransitiveDependencies
func (m *Module) asyncDependencies(a *object.Agent) ([]*Module, error) {
	var list []*Module
	seen := map[*Module]bool{}
	work := []*Module{m}
	for len(work) > 0 {
		next := work[len(work)-1]
		work = work[:len(work)-1]
		if err := a.Tick(1); err != nil {
			return nil, err
		}
		if seen[next] {
			continue
		}
		seen[next] = true
		switch {
		case next.compiled == nil || next.Status == ModuleEvaluating || next.cycleEvaluated():
		case next.compiled.HasTLA:
			list = append(list, next)
		default:
			for i := len(next.Requested) - 1; i >= 0; i-- {
				if next.compiled.Requests[i].Phase != bytecode.PhaseSource {
					work = append(work, next.Requested[i])
				}
			}
		}
	}
	return list, nil
}

// readyForSync is ReadyForSyncExecution: whether m and all that it needs can be
// evaluated without waiting, https://tc39.es/proposal-defer-import-eval/#sec-ReadyForSyncExecution
func (m *Module) readyForSync(a *object.Agent) (bool, error) {
	seen := map[*Module]bool{}
	work := []*Module{m}
	for len(work) > 0 {
		next := work[len(work)-1]
		work = work[:len(work)-1]
		if err := a.Tick(1); err != nil {
			return false, err
		}
		if seen[next] || next.compiled == nil || next.cycleEvaluated() {
			continue
		}
		seen[next] = true
		if next.Status == ModuleEvaluating || next.Status == ModuleEvaluatingAsync || next.compiled.HasTLA {
			return false, nil
		}
		for i, r := range next.Requested {
			if next.compiled.Requests[i].Phase != bytecode.PhaseSource {
				work = append(work, r)
			}
		}
	}
	return true, nil
}

// evaluateDeferred evaluates the module of a deferred namespace object when it is used
// (EvaluateSync, https://tc39.es/proposal-defer-import-eval/#sec-EvaluateSync).
func evaluateDeferred(a *object.Agent, d *object.NamespaceData) error {
	m := (*Module)(d.Module)
	if m.cycleEvaluated() && !m.failed {
		return nil
	}
	if ready, err := m.readyForSync(a); err != nil {
		return err
	} else if !ready {
		return a.TypeError("Cannot evaluate a deferred module that is being evaluated or waits for others")
	}
	p, err := m.Evaluate(a)
	if err != nil {
		return err
	}
	s := PromiseOf(object.Obj(p))
	if s.State != PromiseRejected {
		return nil
	}
	PerformPromiseThen(a, p, object.Undefined, object.Undefined, nil)
	return object.Throw(s.Result)
}

// asyncCount counts down the modules that a deferred import() waits for.
type asyncCount struct{ left int }

var classAsyncCount = &object.Class{Name: "asyncCount", Kind: object.KindOther}

// evaluateDependencies evaluates what import.defer() has to wait for; nil if that
// is nothing.
func (m *Module) evaluateDependencies(a *object.Agent) (*object.Object, error) {
	list, err := m.asyncDependencies(a)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	all := newDirectCapability(a, m.Realm)
	count := object.Obj(object.New(a, classAsyncCount, nil, &asyncCount{len(list)}))
	for _, d := range list {
		p, err := d.Evaluate(a)
		if err != nil {
			return nil, err
		}
		onFulfilled := a.NewAnonymousNative(m.Realm, 1, dependencyEvaluated, count, all.Promise)
		onRejected := a.NewAnonymousNative(m.Realm, 1, dynamicImportFailed, all.Promise)
		PerformPromiseThen(a, p, object.Obj(onFulfilled), object.Obj(onRejected), nil)
	}
	return all.direct, nil
}

func dependencyEvaluated(c *object.Call) (object.Value, error) {
	n := object.Payload[asyncCount](c.Slot(0).AsObject())
	if n.left--; n.left > 0 {
		return object.Undefined, nil
	}
	return object.Undefined, ResolvePromise(c.Agent, c.Realm(), c.Slot(1).AsObject(), object.Undefined)
}
