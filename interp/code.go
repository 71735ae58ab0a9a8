package interp

import (
	"unsafe"
	"weak"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// Code is a function template linked to a realm: its constants as values, its
// inline caches, and the Codes of its inner functions. The closures of a
// function share it.
type Code struct {
	base       *bytecode.Instr
	consts     *object.Value
	sites      *site
	global     *object.Object // asked first: the global object, or the sandbox of a context
	behind     *object.Object // the global object of a context with a sandbox, else nil
	frameSize  uintptr        // bytes of registers, with the two that calls add
	windowSize uintptr        // bytes of registers
	numParams  uint32
	simple     bool // may be entered by the loop itself
	needsArgs  bool
	linked     bool

	template *bytecode.Function
	realm    *object.Realm
	children []*Code
	keys     [][]object.PropertyKey // names of scope descriptions
	aux      []constAux             // by constant; nil until one is needed
	// module is the record whose code this is part of, for import.meta and import().
	module *Module
}

// constAux is what the first execution makes of a structured constant.
type constAux struct {
	template *object.Object // template object
	shape    *object.Shape  // object literal
	size     int
}

// codes are a realm's Codes of templates that are run more than once from
// outside: scripts. They are held weakly.
type codes map[*bytecode.Function]weak.Pointer[Code]

// CodeFor returns the realm's Code of a top-level template.
func CodeFor(r *object.Realm, t *bytecode.Function) *Code {
	cs, _ := r.Codes.(codes)
	if cs == nil {
		cs = codes{}
		r.Codes = cs
	}
	if c := cs[t].Value(); c != nil {
		return c
	}
	for k, w := range cs {
		if w.Value() == nil {
			delete(cs, k)
		}
	}
	c := newCode(r, t, nil)
	cs[t] = weak.Make(c)
	return c
}

func newCode(r *object.Realm, t *bytecode.Function, module *Module) *Code {
	return &Code{template: t, realm: r, module: module}
}

// CompileLazy compiles a function that was left uncompiled.
var CompileLazy func(a *object.Agent, r *object.Realm, t *bytecode.Function) (*bytecode.Function, error)

// link makes the constants and caches of a code that is called for the first
// time, and compiles it if nobody has yet. The others who share the template, in
// this agent or in another, get the code that was ready first.
func (c *Code) link() error {
	a, t := c.realm.Agent, c.template
	t.MarkRun()
	if !t.IsCompiled() {
		full := t.Compiled()
		if full == nil {
			var err error
			if full, err = CompileLazy(a, c.realm, t); err != nil {
				return err
			}
			full = t.Publish(full)
		}
		t = full
		c.template = full
	}
	c.linked = true
	c.base = unsafe.SliceData(t.Code)
	c.linkGlobal()
	c.windowSize = uintptr(t.NumRegs) * valSize
	c.frameSize = c.windowSize + 2*valSize
	c.numParams = uint32(t.NumParams)
	c.needsArgs = t.Flags&bytecode.FlagNeedsArguments != 0
	c.simple = t.Flags&(bytecode.FlagNeedsArguments|bytecode.FlagClassConstructor) == 0
	consts := make([]object.Value, len(t.Consts))
	for i := range t.Consts {
		switch k := &t.Consts[i]; k.Kind {
		case bytecode.ConstNumber:
			consts[i] = object.Number(k.Number)
		case bytecode.ConstString:
			s := *k.Str // strings of templates are shared between goroutines
			consts[i] = object.Str(a.InternIfShort(&s))
		case bytecode.ConstBigInt:
			consts[i] = object.BigInt(k.Big)
		default:
			consts[i] = object.Undefined
		}
	}
	c.consts = unsafe.SliceData(consts)
	sites := make([]site, len(t.Sites))
	for i := range t.Sites {
		name := *t.Sites[i].Name
		sites[i].key = a.StringKey(&name)
	}
	c.sites = unsafe.SliceData(sites)
	c.children = make([]*Code, len(t.Functions))
	for i, f := range t.Functions {
		c.children[i] = newCode(c.realm, f, c.module)
	}
	return nil
}

func (c *Code) ensureLinked() error {
	if !c.linked {
		return c.link()
	}
	return nil
}

func (c *Code) constant(i uint32) object.Value {
	return *(*object.Value)(unsafe.Add(unsafe.Pointer(c.consts), uintptr(i)*valSize))
}

func (c *Code) constAux(i uint16) *constAux {
	if c.aux == nil {
		c.aux = make([]constAux, len(c.template.Consts))
	}
	return &c.aux[i]
}

func (c *Code) site(i uint16) *site {
	return (*site)(unsafe.Add(unsafe.Pointer(c.sites), uintptr(i)*siteSize))
}

func (c *Code) strict() bool { return c.template.Flags&bytecode.FlagStrict != 0 }

// Closure is the payload of ECMAScript function objects (10.2).
type Closure struct {
	code     *Code
	captured unsafe.Pointer                  // *[n]*object.Box
	home     *object.Object                  // [[HomeObject]]
	scope    *Scope                          // if the code looks names up at run time
	fields   *object.Object                  // [[Fields]]: the initialiser of a class's instances
	name     object.Value                    // what the name property starts as; Empty: none
	instance *instanceCache                  // of a constructor
	skipped  map[object.PropertyKey]struct{} // of eval and script code: see skipAnnexB
	ncap     uint32
	derived  bool // [[ConstructorKind]]
}

func closureOf(o *object.Object) *Closure { return (*Closure)(o.Ext()) }
