package interp

import (
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// EvalContext is what the compiler must know about the place of an eval.
type EvalContext struct {
	Direct bool
	Strict bool // the calling code is strict
	// What the code around a direct eval allows.
	AllowNewTarget, AllowSuperProperty, AllowSuperCall, InClassField bool
	// PrivateNames are the private names in scope.
	PrivateNames []*jstring.String
	// Caller is the source of the calling code, whose host-defined referrer
	// eval code inherits.
	Caller *bytecode.Source
	// Scoped: the code resolves its free names from a scope record.
	Scoped bool
}

// CompileEval compiles eval code; its errors are the exceptions to throw. Set
// by package realm.
var CompileEval func(a *object.Agent, r *object.Realm, source *jstring.String, ctx EvalContext) (*bytecode.Function, error)

func init() {
	object.IndirectEval = func(a *object.Agent, r *object.Realm, x object.Value) (object.Value, error) {
		return machineOf(a).performEval(r, x, EvalContext{})
	}
	object.CaptureStackTraceHook = captureStackTrace
}

// performEval is PerformEval (19.2.1.1) of an indirect eval.
func (m *Machine) performEval(r *object.Realm, x object.Value, ctx EvalContext) (object.Value, error) {
	if !x.IsString() {
		return x, m.mayCompileStrings(r)
	}
	f, err := m.compileEval(r, x.AsString(), ctx, nil)
	if err != nil {
		return object.Undefined, err
	}
	return m.agent.Call(object.Obj(f), object.Obj(r.GlobalThis))
}

// mayCompileStrings is HostEnsureCanCompileStrings (19.2.1.2).
//
// HOST: it is asked for values that are not strings too, because where eval is
// forbidden it does not return them either.
func (m *Machine) mayCompileStrings(r *object.Realm) error {
	if f := m.agent.Host.EnsureCanCompileStrings; f != nil {
		return f(m.agent, r)
	}
	return nil
}

// compileEval returns the function that runs eval code in a scope.
func (m *Machine) compileEval(r *object.Realm, source *jstring.String, ctx EvalContext, scope *Scope) (*object.Object, error) {
	a := m.agent
	if err := m.mayCompileStrings(r); err != nil {
		return nil, err
	}
	if err := a.Tick(source.Len() / 8); err != nil {
		return nil, err
	}
	if err := a.Charge(source.Len() * 8); err != nil {
		return nil, err
	}
	t, err := CompileEval(a, r, source, ctx)
	if err != nil {
		return nil, err
	}
	f, c := m.newClosure(newCode(r, t, m.currentModule()))
	c.scope = scope
	return f, nil
}

func (m *Machine) currentModule() *Module {
	if m.code != nil {
		return m.code.module
	}
	return nil
}

func extCallEval(m *Machine, in *bytecode.Instr) {
	m.callEval(in.A, int(in.B), in.C, m.scopeIn(in.A+2+in.B))
}

// callEval is a call of something named eval (13.3.6.1 step 6).
func (m *Machine) callEval(base uint16, argc int, dst uint16, scope *Scope) {
	r := m.code.realm
	if f := m.get(base).ObjectOrNil(); f == nil || f != r.Intrinsic(object.IntrinsicEval) {
		m.call(base, argc, dst)
		return
	}
	if argc == 0 {
		m.reg(dst).set(object.Undefined)
		return
	}
	m.directEval(m.get(base+2), dst, scope)
}

func extCallEvalSpread(m *Machine, in *bytecode.Instr) {
	r := m.code.realm
	if f := m.get(in.A).ObjectOrNil(); f == nil || f != r.Intrinsic(object.IntrinsicEval) {
		m.callSpread(in.A, in.C)
		return
	}
	x := object.Undefined
	if args := m.get(in.A + 2).AsObject().Elements().Values(); len(args) > 0 {
		x = args[0]
	}
	m.directEval(x, in.C, m.scopeIn(in.A+3))
}

func (m *Machine) directEval(x object.Value, dst uint16, scope *Scope) {
	if !x.IsString() {
		if err := m.mayCompileStrings(m.code.realm); err != nil {
			m.raise(err)
			return
		}
		m.reg(dst).set(x)
		return
	}
	ctx := EvalContext{Direct: true, Strict: m.code.strict(), Caller: m.code.template.Source, Scoped: true}
	nearest := true
	for s := scope; s != nil; s = s.parent {
		if s.desc == nil {
			continue
		}
		if nearest {
			// Every description carries what the function around it allows.
			ctx.AllowNewTarget, ctx.AllowSuperProperty = s.desc.AllowNewTarget, s.desc.AllowSuperProperty
			ctx.AllowSuperCall, ctx.InClassField = s.desc.AllowSuperCall, s.desc.InClassField
			nearest = false
		}
		for i := range s.desc.Names {
			if n := s.desc.Names[i].Name; n.Len() > 0 && n.At(0) == '#' {
				ctx.PrivateNames = append(ctx.PrivateNames, n)
			}
		}
	}
	f, err := m.compileEval(m.code.realm, x.AsString(), ctx, scope)
	if err != nil {
		m.raise(err)
		return
	}
	v, done, err := m.callInLoop(f, m.get(1), dst, actionStore)
	if err != nil {
		m.raise(err)
	} else if done {
		m.reg(dst).set(v)
	}
}

// varScope returns the scope record whose variables a sloppy direct eval in s
// declares; nil is the global one.
func varScope(s *Scope) *Scope {
	for s != nil && (s.desc == nil || !s.desc.VarScope) {
		s = s.parent
	}
	return s
}

// extDeclEval is EvalDeclarationInstantiation (19.2.1.3) for sloppy eval code.
func extDeclEval(m *Machine, in *bytecode.Instr) {
	if err := m.declareEval(m.scopeIn(in.A), m.code.template.Consts[in.B].Declarations); err != nil {
		m.raise(err)
	}
}

func (m *Machine) declareEval(scope *Scope, d *bytecode.Declarations) error {
	vs := varScope(scope)
	env := globalEnvOf(m.code.realm)
	names := append(append([]*jstring.String(nil), d.Functions...), d.Vars...)
	for _, n := range names { // step 3
		k := m.keyOf(n)
		if vs == nil && env.lexicals[k] != nil || m.lexicalBetween(scope, vs, k) {
			return m.redeclared(k)
		}
	}
	if vs == nil {
		if err := m.checkGlobalFunctions(d.Functions); err != nil {
			return err
		}
	}
	for _, n := range d.AnnexB { // step 11
		k := m.keyOf(n)
		ok := !m.lexicalBetween(scope, vs, k) && !(vs == nil && env.lexicals[k] != nil)
		if ok && vs == nil {
			var err error
			if ok, err = m.canDeclareGlobalFunction(k); err != nil {
				return err
			}
		}
		if !ok {
			m.skipAnnexB(k)
			continue
		}
		if err := m.declareEvalVar(vs, k); err != nil {
			return err
		}
	}
	if vs == nil {
		for _, n := range d.Vars {
			if err := m.checkGlobalVar(m.keyOf(n)); err != nil {
				return err
			}
		}
	}
	for _, n := range d.Vars {
		if err := m.declareEvalVar(vs, m.keyOf(n)); err != nil {
			return err
		}
	}
	return nil
}

// lexicalBetween reports whether a scope from s up to (and with, for its
// lexical names) vs has a lexical binding k.
func (m *Machine) lexicalBetween(s, vs *Scope, k object.PropertyKey) bool {
	for ; s != nil; s = s.parent {
		if s.desc != nil {
			for i, key := range s.keys {
				if key != k {
					continue
				}
				if (s.desc.Names[i].Lexical || s.desc.ParameterScope) && !s.desc.CatchParameter {
					return true
				}
			}
		}
		if s == vs {
			break
		}
	}
	return false
}

// declareEvalVar makes the var k of a variable scope unless it exists.
func (m *Machine) declareEvalVar(vs *Scope, k object.PropertyKey) error {
	if vs == nil {
		return m.createGlobalVar(k, true)
	}
	if vs.ownBox(k) == nil {
		vs.inject(k)
	}
	return nil
}

func (s *Scope) ownBox(k object.PropertyKey) *object.Box {
	for i, key := range s.keys {
		if key == k {
			return s.boxes[i]
		}
	}
	return s.vars[k]
}

func (s *Scope) inject(k object.PropertyKey) *object.Box {
	if s.vars == nil {
		s.vars = map[object.PropertyKey]*object.Box{}
	}
	b := &object.Box{V: object.Undefined}
	s.vars[k] = b
	return b
}

func extInitEvalFn(m *Machine, in *bytecode.Instr) {
	if err := m.setEvalVar(varScope(m.scopeIn(in.A)), m.nameKey(in.C), m.get(in.B)); err != nil {
		m.raise(err)
	}
}

func (m *Machine) setEvalVar(vs *Scope, k object.PropertyKey, f object.Value) error {
	if vs == nil {
		return m.createGlobalFunction(k, f, true)
	}
	b := vs.ownBox(k)
	if b == nil {
		b = vs.inject(k)
	}
	b.V.SetHeap(f)
	return nil
}

// skipAnnexB remembers that the function k in a block of the running code has
// not become a var.
func (m *Machine) skipAnnexB(k object.PropertyKey) {
	c := closureOf(m.get(0).AsObject())
	if c.skipped == nil {
		c.skipped = map[object.PropertyKey]struct{}{}
	}
	c.skipped[k] = struct{}{}
}

// extAnnexBFn is B.3.2.2 and B.3.2.3, step "When the FunctionDeclaration f is evaluated".
func extAnnexBFn(m *Machine, in *bytecode.Instr) {
	k, f := m.nameKey(in.C), m.get(in.B)
	if _, skip := closureOf(m.get(0).AsObject()).skipped[k]; skip {
		return
	}
	vs := varScope(m.scopeIn(in.A))
	if vs == nil {
		if err := m.code.realm.GlobalObject.Set(m.agent, k, f, false); err != nil {
			m.raise(err)
		}
		return
	}
	b := vs.ownBox(k)
	if b == nil {
		b = vs.inject(k)
	}
	b.V.SetHeap(f)
}
