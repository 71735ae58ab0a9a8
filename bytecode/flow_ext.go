package bytecode

// extended takes the state over an extended instruction.
func (f *flow) extended(a, b, c int) {
	fn := f.fn
	switch f.in.N {
	case ExtARGUMENTS:
		if b > 1 || fn.Flags&FlagNeedsArguments == 0 {
			f.fail("without arguments")
		}
		for _, r := range fn.ArgumentBoxes {
			if b == 1 && r != 0 {
				f.box(int(r))
			}
		}
		f.set(a, regValue)
	case ExtMAKEARGS, ExtARGLENGTH, ExtARGELEM:
		f.makesArguments()
		f.operands()
	case ExtAPPLYARGS:
		f.makesArguments()
		f.need(b, regValue)
		f.call(a, 1, c)
	case ExtREST:
		if fn.Flags&FlagNeedsArguments == 0 {
			f.fail("without arguments")
		}
		f.set(a, regValue)
	case ExtFUNCSCOPE:
		f.set(a, regScope)
	case ExtSETSUPER:
		f.read(a, 2)
		f.operands()
	case ExtGETSUPERELEM:
		f.read(b, 2)
		f.operands()
	case ExtSETNAME:
		if c > 2 {
			f.fail("prefix %d", c)
		}
		f.operands()
	case ExtRESTPROPS:
		f.need(c, regValue) // the keys are checked by the machine
		f.operands()
	case ExtCLASS:
		if c == 1 {
			f.need(a+2, regValue)
		}
		f.captures(b)
		f.values(a, 2)
	case ExtCALLSPREAD, ExtSUPERSPREAD:
		f.read(a, 3)
		f.set(c, regValue)
	case ExtCALLEVALSPREAD:
		f.read(a, 3)
		f.set(c, regValue)
	case ExtNEWSPREAD:
		f.need(a, regValue)
		f.need(a+2, regValue)
		f.set(c, regValue)
	case ExtSUPERCALL, ExtCALLEVAL:
		f.call(a, b, c)
	case ExtBINDTHIS:
		f.maybe(a)
		f.need(b, regValue)
		f.set(a, regValue)
	case ExtBINDTHISBOX:
		f.need(b, regValue)
		f.known(a)
	case ExtIMPORT:
		if fn.Code[f.pc+1].A > 2 {
			f.fail("phase of an import")
		}
		f.operands()
	case ExtSCOPE:
		f.work += len(fn.Scopes[b].Names)
		for _, n := range fn.Scopes[b].Names {
			if !n.Captured {
				f.box(int(n.Index))
			}
		}
		f.set(a, regScope)
	case ExtWITHSCOPE:
		f.need(b, regValue)
		f.set(a, regScope)
	// Whether a register holds a scope record, the machine sees.
	case ExtLOOKUP, ExtLOOKUPTYPEOF, ExtLOOKUPDEL:
		f.set(a, regValue)
	case ExtLOOKUPCALL:
		f.values(a, 2)
	case ExtLOOKUPREF:
		f.set(a, regRef)
		f.set(a+1, regValue)
	case ExtGETREF:
		f.need(b, regRef)
		f.set(a, regValue)
	case ExtPUTREF:
		f.need(a, regRef)
		f.need(b, regValue)
	case ExtLOOKUPSET, ExtINITEVALFN, ExtANNEXBFN:
		f.need(b, regValue)
	case ExtDECLEVAL:
	case ExtINITGENERATOR:
		f.startCoroutine(FlagGenerator | fn.Flags&FlagAsync)
		if fn.Flags&FlagGenerator == 0 {
			f.fail("not in a generator")
		}
	case ExtINITASYNC:
		f.startCoroutine(FlagAsync)
	case ExtYIELDRAW:
		f.need(a, regValue)
		f.coroutine(FlagGenerator)
		f.values(b, 2)
	case ExtDELEGATE:
		f.read(a, 2)
		f.read(b, 2)
		f.values(c, 2)
	case ExtITERCLOSEQ:
		f.iterator(a)
	case ExtITERRETURN:
		f.iterator(b)
		f.values(a, 2)
	case ExtGETASYNCITER:
		f.need(b, regValue)
		f.values(a, 3)
	case ExtASYNCNEXT:
		f.read(b, 2)
		f.set(b+2, regValue)
		f.set(a, regValue)
	case ExtUSINGSTACK:
		f.set(a, regUsing)
	case ExtUSINGADD:
		f.need(a, regUsing)
		f.need(b, regValue)
	case ExtUSINGDISPOSE:
		f.need(a, regUsing)
		f.read(a+1, 4)
		f.values(a+1, 4)
	default:
		f.operands()
	}
	f.jumps()
}

// makesArguments checks what an instruction needs that may make the arguments object.
func (f *flow) makesArguments() {
	if f.fn.Flags&FlagNeedsArguments == 0 {
		f.fail("without arguments")
	}
	if f.fn.Flags&FlagMappedArguments == 0 {
		return
	}
	for _, r := range f.fn.ArgumentBoxes {
		if r != 0 {
			f.box(int(r))
		}
	}
}
