package interp

import (
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// Some instructions need a certain kind of object in a register. The compiler
// sees to that, but code may come from a cache that somebody else has written, and
// the verifier knows values from boxes and the like, not one kind of value from
// another. So these, which are rare, look before they use their registers.

// operand is what an instruction needs in a register.
type operand uint8

const (
	anything operand = iota
	anObject
	aFunction // an ECMAScript function object
	anArray
	aSymbol // a private name
)

// needs are the operands of an instruction, by A, A+1, A+2, B and C.
type needs struct{ a, a1, a2, b, c operand }

// extNeeds lists what extended instructions need.
var extNeeds = [256]needs{
	bytecode.ExtSETHOME:        {a: aFunction, b: anObject},
	bytecode.ExtDEFGETTER:      {a: anObject, c: aFunction},
	bytecode.ExtDEFSETTER:      {a: anObject, c: aFunction},
	bytecode.ExtDEFCLSGETTER:   {a: anObject, c: aFunction},
	bytecode.ExtDEFCLSSETTER:   {a: anObject, c: aFunction},
	bytecode.ExtDEFMETHOD:      {a: anObject},
	bytecode.ExtSETPROTO:       {a: anObject},
	bytecode.ExtCOPYPROPS:      {a: anObject},
	bytecode.ExtAPPENDHOLE:     {a: anArray},
	bytecode.ExtSPREAD:         {a: anArray},
	bytecode.ExtCLASSFIELDS:    {a: aFunction, b: aFunction},
	bytecode.ExtDEFPRIVATE:     {a: anObject, b: aSymbol},
	bytecode.ExtDEFPRIVMETHOD:  {a: anObject, b: aSymbol, c: aFunction},
	bytecode.ExtDEFPRIVGET:     {a: anObject, b: aSymbol, c: aFunction},
	bytecode.ExtDEFPRIVSET:     {a: anObject, b: aSymbol, c: aFunction},
	bytecode.ExtHASPRIVATE:     {c: aSymbol},
	bytecode.ExtDEFFIELD:       {a: anObject},
	bytecode.ExtCALLSPREAD:     {a2: anArray},
	bytecode.ExtNEWSPREAD:      {a2: anArray},
	bytecode.ExtSUPERCALL:      {a1: anObject},
	bytecode.ExtSUPERSPREAD:    {a1: anObject, a2: anArray},
	bytecode.ExtCALLEVALSPREAD: {a2: anArray},
	bytecode.ExtITERDONE:       {b: anObject},
	bytecode.ExtITERVAL:        {b: anObject},
	bytecode.ExtSUPERBASE:      {b: anObject},
}

// meets reports whether the operands of in are what n says; if not it has raised.
func (m *Machine) meets(in *bytecode.Instr, n needs) bool {
	return m.is(in.A, n.a) && m.is(in.A+1, n.a1) && m.is(in.A+2, n.a2) && m.is(in.B, n.b) && m.is(in.C, n.c)
}

// is reports whether register r holds what an instruction needs; if not it has raised.
func (m *Machine) is(r uint16, want operand) bool {
	if want == anything {
		return true
	}
	v := m.get(r)
	o := v.ObjectOrNil()
	ok := o != nil
	switch want {
	case aFunction:
		ok = ok && o.Kind() == object.KindClosure
	case anArray:
		ok = ok && o.Kind() == object.KindArray && o.Elements() != nil && !o.Elements().ReadOnly
	case aSymbol:
		ok = v.IsSymbol() && v.AsSymbol().IsPrivate()
	}
	if !ok {
		m.malformed()
	}
	return ok
}

// malformed raises what code gets that no compiler has made.
func (m *Machine) malformed() { m.raise(m.agent.TypeError("Malformed code")) }
