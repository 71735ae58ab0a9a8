package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// Scope is a run-time scope record: an Environment Record (9.1) of code in
// which names have to be looked up, because of a direct eval or a with
// statement. The bindings themselves are the boxes that the code uses.
// A nil *Scope is the global environment.
type Scope struct {
	parent *Scope
	desc   *bytecode.ScopeDesc // nil: a with statement's
	keys   []object.PropertyKey
	boxes  []*object.Box
	with   *object.Object
	vars   map[object.PropertyKey]*object.Box // made by var declarations of sloppy direct evals
}

// ObjectScope returns the scope record of a with statement over o, for code
// that a host compiles; parent nil is the global scope.
func ObjectScope(o *object.Object, parent *Scope) *Scope {
	return &Scope{parent: parent, with: o}
}

func (s *Scope) trace(v object.Visitor) {
	for _, b := range s.boxes {
		if b != nil {
			v.Value(b.V)
		}
	}
	if s.with != nil {
		v.Object(s.with)
	}
	for _, b := range s.vars {
		v.Value(b.V)
	}
}

func (m *Machine) setScope(r uint16, s *Scope) {
	dst := m.reg(r)
	if s == nil {
		dst.bits = bitsUndefined
		return
	}
	dst.ref, dst.bits = unsafe.Pointer(s), bitsScope
}

// scopeIn returns the scope record in a register; undefined is the global scope.
func (m *Machine) scopeIn(r uint16) *Scope {
	if v := m.reg(r); v.bits == bitsScope {
		return (*Scope)(v.ref)
	}
	return nil
}

func extScope(m *Machine, in *bytecode.Instr) {
	desc := &m.code.template.Scopes[in.B]
	if err := m.agent.Charge(96 + 8*len(desc.Names)); err != nil {
		m.raise(err)
		return
	}
	s := &Scope{parent: m.scopeIn(in.C), desc: desc, keys: m.code.scopeKeys(int(in.B)), boxes: make([]*object.Box, len(desc.Names))}
	for i := range desc.Names {
		if n := &desc.Names[i]; n.Captured {
			own := closureOf(m.get(0).AsObject()).captured
			s.boxes[i] = *(**object.Box)(unsafe.Add(own, uintptr(n.Index)*ptrSize))
		} else {
			s.boxes[i] = (*object.Box)(m.reg(uint16(n.Index)).ref)
		}
	}
	m.setScope(in.A, s)
}

// scopeKeys returns the names of a scope description as keys.
func (c *Code) scopeKeys(i int) []object.PropertyKey {
	if c.keys == nil {
		c.keys = make([][]object.PropertyKey, len(c.template.Scopes))
	}
	if c.keys[i] == nil {
		names := c.template.Scopes[i].Names
		keys := make([]object.PropertyKey, len(names))
		for j := range names {
			s := *names[j].Name
			keys[j] = c.realm.Agent.StringKey(&s)
		}
		c.keys[i] = keys
	}
	return c.keys[i]
}

func extWithScope(m *Machine, in *bytecode.Instr) {
	o, err := object.ToObject(m.agent, m.get(in.B))
	if err != nil {
		m.raise(err)
		return
	}
	m.setScope(in.A, &Scope{parent: m.scopeIn(in.C), with: o})
}

// reference is a Reference Record (6.2.5) to a name.
type reference struct {
	kind  refKind
	box   *object.Box
	name  *bytecode.ScopeName // of a declared binding
	base  *object.Object      // with object, or the global object
	scope *Scope              // refVar: where it was injected
	konst bool
}

type refKind uint8

const (
	refUnresolvable refKind = iota
	refBox
	refVar
	refWith
	refGlobal
)

// resolve is GetIdentifierReference (9.1.2.1).
func (m *Machine) resolve(s *Scope, k object.PropertyKey) (ref reference, err error) {
	a := m.agent
	for ; s != nil; s = s.parent {
		if s.with != nil {
			found, err := s.with.HasProperty(a, k)
			if err != nil {
				return ref, err
			}
			if found {
				blocked, err := m.unscopable(s.with, k)
				if err != nil {
					return ref, err
				}
				if !blocked {
					return reference{kind: refWith, base: s.with}, nil
				}
			}
			continue
		}
		for i, key := range s.keys {
			if key == k {
				n := &s.desc.Names[i]
				return reference{kind: refBox, box: s.boxes[i], name: n, konst: n.Const}, nil
			}
		}
		if b := s.vars[k]; b != nil {
			return reference{kind: refVar, box: b, scope: s}, nil
		}
	}
	r := m.code.realm
	if l := globalEnvOf(r).lexicals[k]; l != nil {
		return reference{kind: refBox, box: &l.box, konst: l.konst}, nil
	}
	found, err := r.GlobalObject.HasProperty(a, k)
	if err == nil && found {
		return reference{kind: refGlobal, base: r.GlobalObject}, nil
	}
	return reference{base: r.GlobalObject}, err
}

// unscopable is steps 5 to 7 of HasBinding of object records (9.1.1.2.1).
func (m *Machine) unscopable(o *object.Object, k object.PropertyKey) (bool, error) {
	list, err := o.Get(m.agent, object.SymbolKey(object.SymbolUnscopables))
	if err != nil || !list.IsObject() {
		return false, err
	}
	v, err := list.AsObject().Get(m.agent, k)
	return object.ToBoolean(v), err
}

func (m *Machine) nameKey(c uint16) object.PropertyKey {
	return m.agent.StringKey(m.code.constant(uint32(c)).AsString())
}

func (m *Machine) notDefined(k object.PropertyKey) error {
	return m.agent.ReferenceError("%s is not defined", object.KeyText(k))
}

// getRef is GetValue (6.2.5.5) of a name.
func (m *Machine) getRef(ref *reference, k object.PropertyKey) (object.Value, error) {
	switch ref.kind {
	case refUnresolvable:
		return object.Undefined, m.notDefined(k)
	case refBox, refVar:
		if ref.box.V.IsTDZ() {
			if s := k.String(); s.EqualGo("%this") {
				return object.Undefined, m.superNotCalled()
			}
			return object.Undefined, m.agent.ReferenceError("Cannot access '%s' before initialization", object.KeyText(k))
		}
		return ref.box.V, nil
	}
	// GetBindingValue of object records (9.1.1.2.6): step 2 asks again.
	found, err := ref.base.HasProperty(m.agent, k)
	if err != nil {
		return object.Undefined, err
	}
	if !found {
		if m.code.strict() {
			return object.Undefined, m.notDefined(k)
		}
		return object.Undefined, nil
	}
	return ref.base.Get(m.agent, k)
}

// putRef is PutValue (6.2.5.6) of a name.
func (m *Machine) putRef(ref *reference, k object.PropertyKey, v object.Value) error {
	a := m.agent
	strict := m.code.strict()
	switch ref.kind {
	case refUnresolvable:
		if strict {
			return m.notDefined(k)
		}
		return ref.base.Set(a, k, v, false)
	case refBox, refVar:
		if s := k.String(); s.EqualGo("%this") {
			if !ref.box.V.IsTDZ() {
				return m.superCalledTwice()
			}
			ref.box.V = v
			return nil
		}
		if ref.box.V.IsTDZ() {
			return a.ReferenceError("Cannot access '%s' before initialization", object.KeyText(k))
		}
		if ref.name != nil && ref.name.Silent {
			if !strict {
				return nil
			}
			return a.TypeError("Assignment to constant variable.")
		}
		if ref.konst {
			return a.TypeError("Assignment to constant variable.")
		}
		ref.box.V.SetHeap(v)
		return nil
	}
	found, err := ref.base.HasProperty(a, k)
	if err != nil {
		return err
	}
	if !found && strict {
		return m.notDefined(k)
	}
	return ref.base.Set(a, k, v, strict)
}

func extLookup(m *Machine, in *bytecode.Instr) {
	k := m.nameKey(in.C)
	ref, err := m.resolve(m.scopeIn(in.B), k)
	v := object.Undefined
	if err == nil {
		v, err = m.getRef(&ref, k)
	}
	m.finish(in.A, v, err)
}

func extLookupTypeof(m *Machine, in *bytecode.Instr) {
	k := m.nameKey(in.C)
	ref, err := m.resolve(m.scopeIn(in.B), k)
	v := object.Undefined
	if err == nil && ref.kind != refUnresolvable {
		v, err = m.getRef(&ref, k)
	}
	m.finish(in.A, object.Str(object.TypeOf(v)), err)
}

func extLookupCall(m *Machine, in *bytecode.Instr) {
	k := m.nameKey(in.C)
	ref, err := m.resolve(m.scopeIn(in.B), k)
	v, this := object.Undefined, object.Undefined
	if err == nil {
		if ref.kind == refWith {
			this = object.Obj(ref.base)
		}
		v, err = m.getRef(&ref, k)
	}
	if err != nil {
		m.raise(err)
		return
	}
	m.reg(in.A).set(v)
	m.reg(in.A + 1).set(this)
}

func extLookupRef(m *Machine, in *bytecode.Instr) {
	ref, err := m.resolve(m.scopeIn(in.B), m.nameKey(in.C))
	if err != nil {
		m.raise(err)
		return
	}
	r := m.reg(in.A)
	r.ref, r.bits = unsafe.Pointer(&ref), bitsInternal
	m.reg(in.A + 1).bits = bitsUndefined
}

func extGetRef(m *Machine, in *bytecode.Instr) {
	v, err := m.getRef((*reference)(m.reg(in.B).ref), m.nameKey(in.C))
	m.finish(in.A, v, err)
}

func extPutRef(m *Machine, in *bytecode.Instr) {
	if err := m.putRef((*reference)(m.reg(in.A).ref), m.nameKey(in.C), m.get(in.B)); err != nil {
		m.raise(err)
	}
}

func extLookupSet(m *Machine, in *bytecode.Instr) {
	k := m.nameKey(in.C)
	ref, err := m.resolve(m.scopeIn(in.A), k)
	if err == nil {
		err = m.putRef(&ref, k, m.get(in.B))
	}
	if err != nil {
		m.raise(err)
	}
}

func extLookupDel(m *Machine, in *bytecode.Instr) {
	k := m.nameKey(in.C)
	ref, err := m.resolve(m.scopeIn(in.B), k)
	ok := true
	switch {
	case err != nil:
	case ref.kind == refBox:
		ok = false
	case ref.kind == refVar:
		delete(ref.scope.vars, k)
	case ref.kind == refWith, ref.kind == refGlobal:
		ok, err = ref.base.Delete(m.agent, k)
	}
	m.finish(in.A, object.Bool(ok), err)
}

// globalEnv is the declarative half of a Global Environment Record (9.1.1.4).
type globalEnv struct {
	lexicals map[object.PropertyKey]*lexical
}

type lexical struct {
	box   object.Box
	konst bool
}

func globalEnvOf(r *object.Realm) *globalEnv {
	if r.GlobalEnv == nil {
		r.GlobalEnv = unsafe.Pointer(&globalEnv{lexicals: map[object.PropertyKey]*lexical{}})
	}
	return (*globalEnv)(r.GlobalEnv)
}

func (m *Machine) redeclared(k object.PropertyKey) error {
	return m.agent.SyntaxError("Identifier '%s' has already been declared", object.KeyText(k))
}

func (m *Machine) keyOf(s *jstring.String) object.PropertyKey {
	c := *s
	return m.agent.StringKey(&c)
}

// extDeclGlobal is GlobalDeclarationInstantiation (16.1.7).
func extDeclGlobal(m *Machine, in *bytecode.Instr) {
	if err := m.declareGlobals(m.code.template.Consts[in.B].Declarations); err != nil {
		m.raise(err)
	}
}

func (m *Machine) declareGlobals(d *bytecode.Declarations) error {
	a := m.agent
	env, g := globalEnvOf(m.code.realm), m.code.realm.GlobalObject
	for _, l := range d.Lexicals { // step 3
		k := m.keyOf(l.Name)
		if env.lexicals[k] != nil {
			return m.redeclared(k)
		}
		// HasRestrictedGlobalProperty (9.1.1.4.14)
		desc, found, err := g.GetOwnProperty(a, k)
		if err != nil {
			return err
		}
		if found && !desc.Configurable() {
			return m.redeclared(k)
		}
	}
	for _, names := range [][]*jstring.String{d.Functions, d.Vars} { // step 4
		for _, n := range names {
			if k := m.keyOf(n); env.lexicals[k] != nil {
				return m.redeclared(k)
			}
		}
	}
	if err := m.checkGlobalFunctions(d.Functions); err != nil {
		return err
	}
	for _, n := range d.Vars {
		if err := m.checkGlobalVar(m.keyOf(n)); err != nil {
			return err
		}
	}
	for _, n := range d.AnnexB { // step 12
		k := m.keyOf(n)
		ok, err := m.canDeclareGlobalFunction(k)
		if err != nil {
			return err
		}
		if !ok || env.lexicals[k] != nil {
			m.skipAnnexB(k)
			continue
		}
		if err := m.createGlobalVar(k, false); err != nil {
			return err
		}
	}
	for _, l := range d.Lexicals {
		k := m.keyOf(l.Name)
		env.lexicals[k] = &lexical{box: object.Box{V: object.TDZ}, konst: l.Const}
		g.InvalidateShape(a) // sites that found a property of this name must look again
		if s := m.code.realm.Sandbox; s != nil && s.LookupForCache(a, k).Kind == object.CacheData {
			s.InvalidateShape(a)
		}
	}
	// Functions are bound by INITGLOBALFN, which follows.
	for _, n := range d.Vars {
		if err := m.createGlobalVar(m.keyOf(n), false); err != nil {
			return err
		}
	}
	return nil
}

func (m *Machine) checkGlobalFunctions(names []*jstring.String) error {
	for i := len(names) - 1; i >= 0; i-- {
		k := m.keyOf(names[i])
		ok, err := m.canDeclareGlobalFunction(k)
		if err != nil {
			return err
		}
		if !ok {
			return m.redeclaredType(k)
		}
	}
	return nil
}

func (m *Machine) redeclaredType(k object.PropertyKey) error {
	return m.agent.TypeError("Identifier '%s' has already been declared", object.KeyText(k))
}

// checkGlobalVar is CanDeclareGlobalVar (9.1.1.4.15), throwing if it may not.
func (m *Machine) checkGlobalVar(k object.PropertyKey) error {
	g := m.code.realm.GlobalObject
	has, err := g.HasOwnProperty(m.agent, k)
	if err != nil || has {
		return err
	}
	ext, err := g.IsExtensible(m.agent)
	if err == nil && !ext {
		err = m.redeclaredType(k)
	}
	return err
}

// canDeclareGlobalFunction is 9.1.1.4.16.
func (m *Machine) canDeclareGlobalFunction(k object.PropertyKey) (bool, error) {
	g := m.code.realm.GlobalObject
	d, found, err := g.GetOwnProperty(m.agent, k)
	if err != nil {
		return false, err
	}
	if !found {
		return g.IsExtensible(m.agent)
	}
	return d.Configurable() || !d.IsAccessor() && d.Writable() && d.Enumerable(), nil
}

// createGlobalVar is CreateGlobalVarBinding (9.1.1.4.17).
func (m *Machine) createGlobalVar(k object.PropertyKey, deletable bool) error {
	g := m.code.realm.GlobalObject
	if f := g.Class().DeclareVar; f != nil {
		return f(m.agent, g, k)
	}
	has, err := g.HasOwnProperty(m.agent, k)
	if err != nil || has {
		return err
	}
	ext, err := g.IsExtensible(m.agent)
	if err != nil || !ext {
		return err
	}
	attrs := object.AttrWritable | object.AttrEnumerable
	if deletable {
		attrs |= object.AttrConfigurable
	}
	d := object.DataDescriptor(object.Undefined, attrs)
	return g.DefinePropertyOrThrow(m.agent, k, &d)
}

// createGlobalFunction is CreateGlobalFunctionBinding (9.1.1.4.18).
func (m *Machine) createGlobalFunction(k object.PropertyKey, f object.Value, deletable bool) error {
	g := m.code.realm.GlobalObject
	if declare := g.Class().DeclareFunction; declare != nil {
		return declare(m.agent, g, k, f, deletable)
	}
	existing, found, err := g.GetOwnProperty(m.agent, k)
	if err != nil {
		return err
	}
	d := object.PropertyDescriptor{Value: f, Has: object.HasValue}
	if !found || existing.Configurable() {
		attrs := object.AttrWritable | object.AttrEnumerable
		if deletable {
			attrs |= object.AttrConfigurable
		}
		d = object.DataDescriptor(f, attrs)
	}
	if err := g.DefinePropertyOrThrow(m.agent, k, &d); err != nil {
		return err
	}
	return g.Set(m.agent, k, f, false)
}

func extInitGlobalFn(m *Machine, in *bytecode.Instr) {
	if err := m.createGlobalFunction(m.code.site(in.A).key, m.get(in.B), m.code.template.Flags&bytecode.FlagEval != 0); err != nil {
		m.raise(err)
	}
}

func extInitGlobalLex(m *Machine, in *bytecode.Instr) {
	s := m.code.site(in.A)
	l := globalEnvOf(m.code.realm).lexicals[s.key]
	if l == nil {
		m.malformed()
		return
	}
	l.box.V.SetHeap(m.get(in.B))
}

// lookupGlobal prepares a site for a global binding and returns where its value is:
// a lexical binding or a slot of the global object; nil if it has to be
// asked for each time.
func (m *Machine) lookupGlobal(s *site) (p *object.Value, konst bool) {
	r := m.code.realm
	if l := globalEnvOf(r).lexicals[s.key]; l != nil {
		s.shape = nil
		if !l.konst {
			s.box = (*val)(unsafe.Pointer(&l.box))
		} else {
			s.constBox = (*val)(unsafe.Pointer(&l.box))
		}
		return &l.box.V, l.konst
	}
	if m.code.behind != nil {
		return nil, false
	}
	g := r.GlobalObject
	if c := g.LookupForCache(m.agent, s.key); c.Kind == object.CacheData && c.Holder == nil {
		if c.Attrs&object.AttrWritable != 0 {
			s.shape, s.slot = g.Shape(), c.Slot
		}
		return g.SlotAt(c.Slot), c.Attrs&object.AttrWritable == 0
	}
	return nil, false
}

func slowGetGlobal(m *Machine, in *bytecode.Instr) {
	v, ok, err := m.getGlobal(m.code.site(in.B))
	if err == nil && !ok {
		err = m.notDefined(m.code.site(in.B).key)
	}
	m.finish(in.A, v, err)
}

// getGlobal reads a global binding; ok is false if there is none.
func (m *Machine) getGlobal(s *site) (v object.Value, ok bool, err error) {
	if s.constBox != nil && s.constBox.bits != bitsTDZ {
		return s.constBox.value(), true, nil
	}
	if p, _ := m.lookupGlobal(s); p != nil {
		if p.IsTDZ() {
			return object.Undefined, true, m.agent.ReferenceError("Cannot access '%s' before initialization", object.KeyText(s.key))
		}
		return *p, true, nil
	}
	if m.code.behind != nil {
		if v, ok = m.getContextGlobal(s); ok {
			return v, true, nil
		}
	}
	g := m.code.realm.GlobalObject
	has, err := g.HasProperty(m.agent, s.key)
	if err != nil || !has {
		return object.Undefined, false, err
	}
	v, err = g.Get(m.agent, s.key)
	return v, true, err
}

func slowTypeofGlobal(m *Machine, in *bytecode.Instr) {
	v, _, err := m.getGlobal(m.code.site(in.B))
	m.finish(in.A, object.Str(object.TypeOf(v)), err)
}

func slowSetGlobal(m *Machine, in *bytecode.Instr) {
	a := m.agent
	s, v := m.code.site(in.A), m.get(in.B)
	strict := in.C == 1
	if l := globalEnvOf(m.code.realm).lexicals[s.key]; l != nil {
		switch {
		case l.box.V.IsTDZ():
			m.raise(a.ReferenceError("Cannot access '%s' before initialization", object.KeyText(s.key)))
		case l.konst:
			m.raise(a.TypeError("Assignment to constant variable."))
		default:
			m.lookupGlobal(s)
			l.box.V.SetHeap(v)
		}
		return
	}
	if p, readOnly := m.lookupGlobal(s); p != nil && !readOnly {
		p.SetHeap(v)
		return
	}
	if m.code.behind != nil && m.setContextGlobal(s, v) {
		return
	}
	g := m.code.realm.GlobalObject
	if strict {
		has, err := g.HasProperty(a, s.key)
		if err == nil && !has {
			err = m.notDefined(s.key)
		}
		if err != nil {
			m.raise(err)
			return
		}
	}
	m.setProperty(g, s.key, v, strict)
}
