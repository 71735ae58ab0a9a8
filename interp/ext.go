package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// extTable holds the slow functions of the extended instructions.
var extTable [256]func(m *Machine, in *bytecode.Instr)

func slowExt(m *Machine, in *bytecode.Instr) {
	if n := &extNeeds[in.N]; *n == (needs{}) || m.meets(in, *n) {
		extTable[in.N](m, in)
	}
}

func init() {
	for op, f := range map[bytecode.ExtOp]func(m *Machine, in *bytecode.Instr){
		bytecode.ExtNEWTARGET: func(m *Machine, in *bytecode.Instr) {
			v := object.Undefined
			if f := &m.frames[m.fp]; f.flags&frameConstruct != 0 {
				v = object.Obj(f.newTarget)
			}
			m.reg(in.A).set(v)
		},
		bytecode.ExtHOMEOBJECT: func(m *Machine, in *bytecode.Instr) {
			m.reg(in.A).set(valueOrUndefined(closureOf(m.get(0).AsObject()).home))
		},
		bytecode.ExtFUNCSCOPE: func(m *Machine, in *bytecode.Instr) {
			m.setScope(in.A, closureOf(m.get(0).AsObject()).scope)
		},
		bytecode.ExtARGUMENTS: extArguments,
		bytecode.ExtMAKEARGS: func(m *Machine, in *bytecode.Instr) {
			m.makeArguments(in.A)
		},
		bytecode.ExtARGLENGTH: extArgLength,
		bytecode.ExtARGELEM:   extArgElem,
		bytecode.ExtAPPLYARGS: extApplyArgs,
		bytecode.ExtREST:      extRest,
		bytecode.ExtCONSTERROR: func(m *Machine, in *bytecode.Instr) {
			m.raise(m.agent.TypeError("Assignment to constant variable."))
		},
		bytecode.ExtTHROWREF: func(m *Machine, in *bytecode.Instr) {
			m.raise(m.agent.ReferenceError("%s", m.code.template.Consts[in.BC()].Str.String()))
		},
		bytecode.ExtTHROWTYPE: func(m *Machine, in *bytecode.Instr) {
			m.raise(m.agent.TypeError("%s", m.code.template.Consts[in.BC()].Str.String()))
		},
		bytecode.ExtTHROWSYNTAX: func(m *Machine, in *bytecode.Instr) {
			m.raise(m.agent.SyntaxError("%s", m.code.template.Consts[in.BC()].Str.String()))
		},
		bytecode.ExtREQUIREOBJ: func(m *Machine, in *bytecode.Instr) {
			if v := m.get(in.A); v.IsNullish() {
				m.raise(m.notDestructurable(v))
			}
		},
		bytecode.ExtCHECKOBJECT: func(m *Machine, in *bytecode.Instr) {
			if v := m.get(in.A); !v.IsObject() {
				m.raise(m.agent.TypeError("Iterator result %s is not an object", m.agent.Describe(v)))
			}
		},
		bytecode.ExtTOOBJECT: func(m *Machine, in *bytecode.Instr) {
			o, err := object.ToObject(m.agent, m.get(in.B))
			if err != nil {
				m.raise(err)
				return
			}
			m.reg(in.A).set(object.Obj(o))
		},
		bytecode.ExtTOKEY: func(m *Machine, in *bytecode.Instr) {
			k, err := object.ToPropertyKey(m.agent, m.get(in.B))
			if err != nil {
				m.raise(err)
				return
			}
			m.reg(in.A).set(k.Value())
		},
		bytecode.ExtDEBUGGER: func(m *Machine, in *bytecode.Instr) {
			if m.OnDebugger != nil {
				m.OnDebugger(m)
			}
		},
		bytecode.ExtJTABLE: extJTable,

		bytecode.ExtDELFIELD: extDelete,
		bytecode.ExtDELSUPER: func(m *Machine, in *bytecode.Instr) {
			m.raise(m.agent.ReferenceError("Unsupported reference to 'super'"))
		},
		bytecode.ExtSETSUPER:     extSetSuper,
		bytecode.ExtGETSUPERELEM: extGetSuperElem,
		bytecode.ExtDEFGETTER:    func(m *Machine, in *bytecode.Instr) { m.defineAccessor(in, true, object.AttrEnumerable) },
		bytecode.ExtDEFSETTER:    func(m *Machine, in *bytecode.Instr) { m.defineAccessor(in, false, object.AttrEnumerable) },
		bytecode.ExtDEFCLSGETTER: func(m *Machine, in *bytecode.Instr) { m.defineAccessor(in, true, 0) },
		bytecode.ExtDEFCLSSETTER: func(m *Machine, in *bytecode.Instr) { m.defineAccessor(in, false, 0) },
		bytecode.ExtDEFMETHOD:    extDefMethod,
		bytecode.ExtSETHOME: func(m *Machine, in *bytecode.Instr) {
			closureOf(m.get(in.A).AsObject()).home = m.get(in.B).AsObject()
		},
		bytecode.ExtSETNAME:  extSetName,
		bytecode.ExtSETPROTO: extSetProto,
		bytecode.ExtCOPYPROPS: func(m *Machine, in *bytecode.Instr) {
			if err := object.CopyDataProperties(m.agent, m.get(in.A).AsObject(), m.get(in.B), nil); err != nil {
				m.raise(err)
			}
		},
		bytecode.ExtRESTPROPS:   extRestProps,
		bytecode.ExtAPPENDHOLE:  extAppendHole,
		bytecode.ExtSPREAD:      extSpread,
		bytecode.ExtREGEXP:      extRegExp,
		bytecode.ExtTEMPLATEOBJ: extTemplateObj,

		bytecode.ExtCLASS:         extClass,
		bytecode.ExtCLASSFIELDS:   func(m *Machine, in *bytecode.Instr) { setFields(m.get(in.A), m.get(in.B)) },
		bytecode.ExtPRIVATENAME:   extPrivateName,
		bytecode.ExtDEFPRIVATE:    extDefPrivate,
		bytecode.ExtDEFPRIVMETHOD: extDefPrivMethod,
		bytecode.ExtDEFPRIVGET:    func(m *Machine, in *bytecode.Instr) { m.definePrivateAccessor(in, true) },
		bytecode.ExtDEFPRIVSET:    func(m *Machine, in *bytecode.Instr) { m.definePrivateAccessor(in, false) },
		bytecode.ExtHASPRIVATE:    extHasPrivate,
		bytecode.ExtDEFFIELD:      slowInitElem,

		bytecode.ExtCALLSPREAD:     func(m *Machine, in *bytecode.Instr) { m.callSpread(in.A, in.C) },
		bytecode.ExtNEWSPREAD:      extNewSpread,
		bytecode.ExtSUPERCALL:      extSuperCall,
		bytecode.ExtSUPERSPREAD:    extSuperSpread,
		bytecode.ExtBINDTHIS:       extBindThis,
		bytecode.ExtBINDTHISBOX:    extBindThisBox,
		bytecode.ExtCALLEVAL:       extCallEval,
		bytecode.ExtCALLEVALSPREAD: extCallEvalSpread,
		bytecode.ExtIMPORT:         extImport,
		bytecode.ExtIMPORTMETA:     extImportMeta,

		bytecode.ExtSCOPE:         extScope,
		bytecode.ExtWITHSCOPE:     extWithScope,
		bytecode.ExtLOOKUP:        extLookup,
		bytecode.ExtLOOKUPTYPEOF:  extLookupTypeof,
		bytecode.ExtLOOKUPCALL:    extLookupCall,
		bytecode.ExtLOOKUPREF:     extLookupRef,
		bytecode.ExtGETREF:        extGetRef,
		bytecode.ExtPUTREF:        extPutRef,
		bytecode.ExtLOOKUPDEL:     extLookupDel,
		bytecode.ExtLOOKUPSET:     extLookupSet,
		bytecode.ExtDECLGLOBAL:    extDeclGlobal,
		bytecode.ExtDECLEVAL:      extDeclEval,
		bytecode.ExtINITGLOBALFN:  extInitGlobalFn,
		bytecode.ExtINITGLOBALLEX: extInitGlobalLex,
		bytecode.ExtINITEVALFN:    extInitEvalFn,
		bytecode.ExtANNEXBFN:      extAnnexBFn,

		bytecode.ExtINITGENERATOR: extInitGenerator,
		bytecode.ExtINITASYNC:     extInitAsync,
		bytecode.ExtYIELDRAW:      slowYieldRaw,
		bytecode.ExtDELEGATE:      extDelegate,
		bytecode.ExtITERDONE:      extIterDone,
		bytecode.ExtITERVAL:       extIterVal,
		bytecode.ExtITERCLOSEQ:    extIterCloseQ,
		bytecode.ExtITERRETURN:    extIterReturn,
		bytecode.ExtGETASYNCITER:  extGetAsyncIter,
		bytecode.ExtASYNCNEXT:     extAsyncNext,

		bytecode.ExtSUPERBASE: func(m *Machine, in *bytecode.Instr) {
			base, err := m.superBase(m.get(in.B))
			m.finish(in.A, base, err)
		},
		bytecode.ExtISEVAL: func(m *Machine, in *bytecode.Instr) {
			f := m.get(in.B).ObjectOrNil()
			m.reg(in.A).set(object.Bool(f != nil && f == m.code.realm.Intrinsic(object.IntrinsicEval)))
		},
		bytecode.ExtUSINGSTACK:   extUsingStack,
		bytecode.ExtUSINGADD:     extUsingAdd,
		bytecode.ExtUSINGDISPOSE: extUsingDispose,
	} {
		extTable[op] = f
	}
}

func valueOrUndefined(o *object.Object) object.Value {
	if o == nil {
		return object.Undefined
	}
	return object.Obj(o)
}

// slowPropKey is PROPKEY.
func slowPropKey(m *Machine, in *bytecode.Instr) {
	base, key := m.get(in.B), m.get(in.C)
	if base.IsNullish() {
		m.raise(m.readFailure(base, key))
		return
	}
	if key.IsInt() {
		m.reg(in.A).set(key)
		return
	}
	k, err := object.ToPropertyKey(m.agent, key)
	if err != nil {
		m.raise(err)
		return
	}
	m.reg(in.A).set(k.Value())
}

// slowLoadThis is steps 5 and 6 of OrdinaryCallBindThis (10.2.1.2).
func slowLoadThis(m *Machine, in *bytecode.Instr) {
	v := m.get(in.A)
	switch {
	case v.IsObject():
	case v.IsNullish():
		m.reg(in.A).set(object.Obj(m.code.realm.GlobalThis))
	default:
		o, err := object.ToObject(m.agent, v)
		if err != nil {
			m.raise(err)
			return
		}
		m.reg(in.A).set(object.Obj(o))
	}
}

func slowCheckThis(m *Machine, in *bytecode.Instr) {
	if m.reg(in.A).bits != bitsTDZ {
		return
	}
	if next := m.instr(m.pc); next.Op == bytecode.OpRETURN && next.A == in.A {
		// 10.2.2 step 14: the constructor has returned, its context and handlers
		// are gone.
		f := m.popFrame()
		m.failed(f, m.superNotCalled())
		return
	}
	m.raise(m.superNotCalled())
}

func extRest(m *Machine, in *bytecode.Instr) {
	args, n := m.callArgs()
	from := int(in.B)
	o := m.agent.NewArray(m.code.realm)
	e := o.Elements()
	if n > from {
		if err := m.agent.Charge((n - from) * int(valSize)); err != nil {
			m.raise(err)
			return
		}
		e.InitForm((*val)(unsafe.Add(args, uintptr(from)*valSize)).value(), uint32(n-from))
		for i := from; i < n; i++ {
			e.Append((*val)(unsafe.Add(args, uintptr(i)*valSize)).value())
		}
		e.Length = e.Len
	}
	m.reg(in.A).set(object.Obj(o))
}

func extJTable(m *Machine, in *bytecode.Instr) {
	v := m.get(in.A)
	if i, ok := arrayIndex(v); ok {
		if jumps := m.code.template.Consts[in.B].Jumps; int(i) < len(jumps) {
			m.pc += jumps[i]
		}
	}
}

// extDelete is the delete operator on a property reference (13.5.1.2).
func extDelete(m *Machine, in *bytecode.Instr) {
	a := m.agent
	base := m.get(in.B)
	if base.IsNullish() {
		m.raise(a.TypeError("Cannot convert undefined or null to object"))
		return
	}
	o, err := object.ToObject(a, base)
	var k object.PropertyKey
	if err == nil {
		k, err = object.ToPropertyKey(a, m.get(in.C))
	}
	var ok bool
	if err == nil {
		ok, err = o.Delete(a, k)
	}
	if err == nil && !ok && m.code.strict() {
		err = a.DeleteFailure(o, k)
	}
	m.finish(in.A, object.Bool(ok), err)
}

func extSetSuper(m *Machine, in *bytecode.Instr) {
	k, err := object.ToPropertyKey(m.agent, m.get(in.B))
	if err == nil {
		err = m.setSuper(m.get(in.A), k, m.get(in.C), m.get(in.A+1))
	}
	if err != nil {
		m.raise(err)
	}
}

func extGetSuperElem(m *Machine, in *bytecode.Instr) {
	v := object.Undefined
	k, err := object.ToPropertyKey(m.agent, m.get(in.C))
	if err == nil {
		v, err = m.getSuper(m.get(in.B), k, m.get(in.B+1))
	}
	m.finish(in.A, v, err)
}

func (m *Machine) defineAccessor(in *bytecode.Instr, getter bool, attrs object.Attributes) {
	k, err := object.ToPropertyKey(m.agent, m.get(in.B))
	if err == nil {
		d := object.PropertyDescriptor{Attrs: attrs | object.AttrConfigurable, Has: object.HasEnumerable | object.HasConfigurable}
		if getter {
			d.Get, d.Has = m.get(in.C), d.Has|object.HasGet
		} else {
			d.Set, d.Has = m.get(in.C), d.Has|object.HasSet
		}
		err = m.get(in.A).AsObject().DefinePropertyOrThrow(m.agent, k, &d)
	}
	if err != nil {
		m.raise(err)
	}
}

func extDefMethod(m *Machine, in *bytecode.Instr) {
	k, err := object.ToPropertyKey(m.agent, m.get(in.B))
	if err == nil {
		d := object.DataDescriptor(m.get(in.C), object.AttrMethod)
		err = m.get(in.A).AsObject().DefinePropertyOrThrow(m.agent, k, &d)
	}
	if err != nil {
		m.raise(err)
	}
}

var namePrefixes = [...]string{"", "get", "set"}

func extSetName(m *Machine, in *bytecode.Instr) {
	f := m.get(in.A).ObjectOrNil()
	if f == nil || f.Kind() != object.KindClosure {
		return
	}
	k, err := object.ToPropertyKey(m.agent, m.get(in.B))
	if v := m.get(in.B); v.IsSymbol() {
		k = object.SymbolKey(v.AsSymbol()) // also private names
		err = nil
	}
	if err != nil {
		m.raise(err)
		return
	}
	c := closureOf(f)
	name := object.FunctionName(k, namePrefixes[in.C])
	if f.Shape().SlotCount() == 0 && c.name.IsEmpty() {
		c.name = name
		return
	}
	if f.IsClassConstructor() {
		if own, err := f.HasOwnProperty(m.agent, m.agent.NameKey(object.NameName)); own || err != nil {
			return
		}
	}
	if err := f.DefineValue(m.agent, m.agent.NameKey(object.NameName), name, object.AttrConfigurable); err != nil {
		m.raise(err)
	}
}

func extSetProto(m *Machine, in *bytecode.Instr) {
	if v := m.get(in.B); v.IsObject() || v.IsNull() {
		if _, err := m.get(in.A).AsObject().SetPrototypeOf(m.agent, v.ObjectOrNil()); err != nil {
			m.raise(err)
		}
	}
}

func extRestProps(m *Machine, in *bytecode.Instr) {
	count := m.get(in.C)
	n := 0
	if count.IsInt() {
		n = int(count.AsInt())
	}
	if n < 0 || uintptr(int(in.C)+1+n)*valSize > m.code.windowSize {
		m.malformed()
		return
	}
	excluded := make([]object.PropertyKey, n)
	for i := range excluded {
		v := m.get(in.C + 1 + uint16(i))
		if !v.IsString() && !v.IsSymbol() && !v.IsInt() {
			m.malformed()
			return
		}
		k, err := object.ToPropertyKey(m.agent, v)
		if err != nil {
			m.raise(err)
			return
		}
		excluded[i] = k
	}
	rest := m.agent.NewObject(m.code.realm.Intrinsic(object.IntrinsicObjectPrototype))
	if err := object.CopyDataProperties(m.agent, rest, m.get(in.B), excluded); err != nil {
		m.raise(err)
		return
	}
	m.reg(in.A).set(object.Obj(rest))
}
