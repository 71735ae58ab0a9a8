package interp

import (
	"cmp"
	"slices"

	"github.com/burrowjs/burrow/object"
)

// Evaluate is 16.2.1.6.1.3, https://tc39.es/ecma262/#sec-moduleevaluation ; it
// returns a promise.
func (m *Module) Evaluate(a *object.Agent) (*object.Object, error) {
	module := m
	if m.Status == ModuleEvaluatingAsync || m.Status == ModuleEvaluated {
		if m.cycleRoot != nil {
			module = m.cycleRoot
		}
	}
	if module.topLevel != nil {
		return module.topLevelResult, nil
	}
	capability := newDirectCapability(a, m.Realm)
	module.topLevel, module.topLevelResult = capability, capability.direct
	var stack []*Module
	index := 0
	err := machineOf(a).WithRealm(m.Realm, func() error { return module.innerEvaluate(a, &stack, &index) })
	if err != nil {
		v, ok := object.Catch(err)
		for _, s := range stack {
			s.Status = ModuleEvaluated
			s.asyncDone = true
			s.failed, s.failure, s.cycleRoot = true, v, s
			if !ok {
				s.failedErr = err
			}
		}
		if !ok {
			return nil, err
		}
		module.failed, module.failure = true, v
		return capability.direct, capability.RejectWith(a, v)
	}
	if module.asyncOrder == 0 || module.asyncDone {
		return capability.direct, capability.ResolveWith(a, object.Undefined)
	}
	return capability.direct, nil
}

func (m *Module) failureError() error {
	if m.failedErr != nil {
		return m.failedErr
	}
	return object.Throw(m.failure)
}

func (m *Module) innerEvaluate(a *object.Agent, stack *[]*Module, index *int) error {
	if err := a.EnterNative(); err != nil {
		return err
	}
	defer a.LeaveNative()
	if m.compiled == nil {
		return m.evaluateSynthetic(a)
	}
	switch m.Status {
	case ModuleEvaluatingAsync, ModuleEvaluated:
		if m.failed {
			return m.failureError()
		}
		return nil
	case ModuleEvaluating:
		return nil
	}
	m.Status = ModuleEvaluating
	m.dfsIndex, m.dfsAncestor = *index, *index
	*index++
	m.pendingAsync = 0
	*stack = append(*stack, m)
	list, err := m.evaluationList(a)
	if err != nil {
		return err
	}
	for _, r := range list {
		if err := r.innerEvaluate(a, stack, index); err != nil {
			return err
		}
		if r.compiled == nil {
			continue
		}
		if r.Status == ModuleEvaluating {
			m.dfsAncestor = min(m.dfsAncestor, r.dfsAncestor)
		} else {
			r = r.cycleRoot
			if r.failed {
				return r.failureError()
			}
		}
		if r.asyncOrder != 0 && !r.asyncDone {
			m.pendingAsync++
			r.asyncParents = append(r.asyncParents, m)
		}
	}
	if m.pendingAsync > 0 || m.compiled.HasTLA {
		m.asyncOrder = nextAsyncOrder(a)
		if m.pendingAsync == 0 {
			if err := m.executeAsync(a); err != nil {
				return err
			}
		}
	} else if err := m.execute(a); err != nil {
		return err
	}
	if m.dfsAncestor == m.dfsIndex {
		for {
			n := len(*stack) - 1
			s := (*stack)[n]
			*stack = (*stack)[:n]
			s.Status = ModuleEvaluated
			if s.asyncOrder != 0 {
				s.Status = ModuleEvaluatingAsync
			}
			s.cycleRoot = m
			if s == m {
				break
			}
		}
	}
	return nil
}

func nextAsyncOrder(a *object.Agent) uint64 {
	m := machineOf(a)
	m.asyncModules++
	return m.asyncModules
}

func (m *Module) evaluateSynthetic(a *object.Agent) error {
	if m.Status == ModuleEvaluated {
		if m.failed {
			return m.failureError()
		}
		return nil
	}
	m.Status = ModuleEvaluated
	if m.evaluate == nil {
		return nil
	}
	if err := m.evaluate(m); err != nil {
		m.failed = true
		var ok bool
		if m.failure, ok = object.Catch(err); !ok {
			m.failedErr = err
		}
		return err
	}
	return nil
}

// execute runs the body of a module without top-level await.
func (m *Module) execute(a *object.Agent) error {
	_, err := a.Call(object.Obj(m.bodyClosure(a)), object.Undefined)
	return err
}

// executeAsync is ExecuteAsyncModule (16.2.1.6.1.3.2).
func (m *Module) executeAsync(a *object.Agent) error {
	v, err := a.Call(object.Obj(m.bodyClosure(a)), object.Undefined)
	if err != nil {
		return err
	}
	handle := newModuleHandle(a, m)
	on := func(magic int32) object.Value {
		f := a.NewAnonymousNative(m.Realm, 1, asyncModuleSettled, handle)
		object.Payload[object.Native](f).Magic = magic
		return object.Obj(f)
	}
	PerformPromiseThen(a, v.AsObject(), on(0), on(1), nil)
	return nil
}

// classModuleHandle wraps a module record for the slot of a native function.
var classModuleHandle = &object.Class{Name: "Module", Kind: object.KindOther}

func newModuleHandle(a *object.Agent, m *Module) object.Value {
	return object.Obj(object.New(a, classModuleHandle, nil, m))
}

func asyncModuleSettled(c *object.Call) (object.Value, error) {
	m := object.Payload[Module](c.Slot(0).AsObject())
	if c.Magic() == 0 {
		return object.Undefined, m.asyncFulfilled(c.Agent)
	}
	return object.Undefined, m.asyncRejected(c.Agent, c.Arg(0))
}

// gatherAvailable is GatherAvailableAncestors (16.2.1.6.1.3.3), sorted by
// [[AsyncEvaluationOrder]]. The ancestors may be any number of levels above.
func (m *Module) gatherAvailable(a *object.Agent) ([]*Module, error) {
	var list []*Module
	seen := map[*Module]bool{}
	work := []*Module{m}
	for len(work) > 0 {
		next := work[len(work)-1]
		work = work[:len(work)-1]
		if err := a.Tick(1 + len(next.asyncParents)); err != nil {
			return nil, err
		}
		for _, p := range next.asyncParents {
			if seen[p] || p.cycleRoot != nil && p.cycleRoot.failed {
				continue
			}
			if p.pendingAsync--; p.pendingAsync == 0 {
				seen[p] = true
				list = append(list, p)
				if !p.compiled.HasTLA {
					work = append(work, p)
				}
			}
		}
	}
	slices.SortFunc(list, func(p, q *Module) int { return cmp.Compare(p.asyncOrder, q.asyncOrder) })
	return list, nil
}

// asyncFulfilled is AsyncModuleExecutionFulfilled (16.2.1.6.1.3.4).
func (m *Module) asyncFulfilled(a *object.Agent) error {
	if m.Status == ModuleEvaluated {
		return nil
	}
	m.asyncDone = true
	m.Status = ModuleEvaluated
	if m.topLevel != nil {
		if err := m.topLevel.ResolveWith(a, object.Undefined); err != nil {
			return err
		}
	}
	list, err := m.gatherAvailable(a)
	if err != nil {
		return err
	}
	for _, p := range list {
		if p.Status == ModuleEvaluated {
			continue
		}
		if p.compiled.HasTLA {
			if err := p.executeAsync(a); err != nil {
				return err
			}
			continue
		}
		if err := p.execute(a); err != nil {
			v, ok := object.Catch(err)
			if !ok {
				return err
			}
			if err := p.asyncRejected(a, v); err != nil {
				return err
			}
			continue
		}
		p.asyncDone = true
		p.Status = ModuleEvaluated
		if p.topLevel != nil {
			if err := p.topLevel.ResolveWith(a, object.Undefined); err != nil {
				return err
			}
		}
	}
	return nil
}

// asyncRejected is AsyncModuleExecutionRejected (16.2.1.6.1.3.5).
// The recursion of the specification is a list of work: ancestors may be any
// number of levels above.
func (m *Module) asyncRejected(a *object.Agent, v object.Value) error {
	work := []*Module{m}
	for len(work) > 0 {
		next := work[len(work)-1]
		work = work[:len(work)-1]
		if err := a.Tick(1); err != nil {
			return err
		}
		if next.Status == ModuleEvaluated {
			continue
		}
		next.failed, next.failure = true, v
		next.Status = ModuleEvaluated
		next.asyncDone = true
		if next.topLevel != nil {
			if err := next.topLevel.RejectWith(a, v); err != nil {
				return err
			}
		}
		for _, p := range slices.Backward(next.asyncParents) {
			work = append(work, p)
		}
	}
	return nil
}
