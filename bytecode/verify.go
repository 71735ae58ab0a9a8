package bytecode

import "fmt"

// Verify checks that the machine can run fn and the functions in it without
// leaving their registers, constants, sites or code: every operand is in range for
// its kind, jumps go forward (but for LOOP*) to the beginning of an instruction,
// and the code cannot run past its end. It is what makes templates from a cache,
// which anybody may have written, safe to run.
func Verify(fn *Function) error { return verifyTasks([]verifyTask{{fn, -1, 0, true, nil}}) }

// VerifyModule is Verify for a module.
func VerifyModule(m *Module) error {
	n := len(m.Locals) + len(m.Imports)
	if len(m.Body.Captures) != n {
		return fmt.Errorf("module has %d captured variables, not %d", len(m.Body.Captures), n)
	}
	if async := m.Body.Flags&FlagAsync != 0; async != m.HasTLA || async && (len(m.Body.Code) == 0 || m.Body.Code[0].Op != OpEXT || m.Body.Code[0].N != ExtINITASYNC) ||
		m.Body.Flags&(FlagGenerator|FlagClassConstructor) != 0 {
		return fmt.Errorf("module body with flags %x", uint32(m.Body.Flags))
	}
	for _, h := range m.Functions {
		if int(h.Local) >= len(m.Locals) || int(h.Func) >= len(m.Body.Functions) {
			return fmt.Errorf("hoisted function %d of local %d out of range", h.Func, h.Local)
		}
		for _, c := range m.Body.Functions[h.Func].Captures {
			if !c.FromParent {
				return fmt.Errorf("hoisted function %d captures a register", h.Func)
			}
		}
	}
	for _, i := range m.Imports {
		if int(i.Request) >= len(m.Requests) {
			return fmt.Errorf("import of request %d out of range", i.Request)
		}
	}
	for _, r := range m.Requests {
		if r.Phase > 2 {
			return fmt.Errorf("request in phase %d", r.Phase)
		}
	}
	for _, e := range m.Exports {
		if e.Kind > ExportStar || e.Name == nil && e.Kind != ExportStar {
			return fmt.Errorf("export of kind %d", e.Kind)
		}
		if e.Kind == ExportLocal && int(e.Local) >= len(m.Locals) || e.Kind != ExportLocal && int(e.Request) >= len(m.Requests) {
			return fmt.Errorf("export %v out of range", e.Name)
		}
	}
	early := make([]bool, n)
	for i := range early {
		early[i] = i >= len(m.Locals) || m.Locals[i].Lexical
	}
	return verifyTasks([]verifyTask{{m.Body, n, 0, true, early}})
}

type verifyTask struct {
	fn          *Function
	captures    int // of the parent; -1: there is none
	parentRegs  uint32
	isOutermost bool
	early       []bool // captured variables that may be uninitialised; nil: all
}

// VerifyLazy verifies the code of a function that was left uncompiled in a cache:
// it is the compiler's, but made from the cache's description.
func VerifyLazy(stub, full *Function) error {
	return verifyTasks([]verifyTask{{full, len(full.Captures), 0, true, stub.Lazy.early}})
}

func verifyTasks(tasks []verifyTask) error {
	for len(tasks) > 0 {
		t := tasks[len(tasks)-1]
		tasks = tasks[:len(tasks)-1]
		v := verifier{fn: t.fn}
		if t.fn.Lazy != nil && !t.isOutermost {
			t.fn.Lazy.early = t.early
		}
		if !t.fn.IsCompiled() && t.fn.Lazy != nil && !t.isOutermost {
			if err := v.captures(t); err != nil {
				return err
			}
			if len(t.fn.Lazy.Variables) != len(t.fn.Captures) {
				return v.errorf("captures are not those of the description")
			}
			continue
		}
		if err := v.verify(t); err != nil {
			return err
		}
		for i, inner := range t.fn.Functions {
			if v.early[i] == nil {
				v.early[i] = make([]bool, len(inner.Captures))
			}
			tasks = append(tasks, verifyTask{inner, len(t.fn.Captures), t.fn.NumRegs, false, v.early[i]})
		}
	}
	return nil
}

type verifier struct {
	fn *Function
	pc int
	in Instr
	// early is what flow has found out for the inner functions.
	early [][]bool
}

func (v *verifier) errorf(format string, args ...any) error {
	name := ""
	if v.fn.Name != nil {
		name = v.fn.Name.String()
	}
	return fmt.Errorf("%s: instruction %d %s: %s", name, v.pc, InstrName(v.in), fmt.Sprintf(format, args...))
}

// InstrName returns the name of an instruction.
func InstrName(in Instr) string {
	if info := InfoOf(in); info != nil {
		return info.Name
	}
	return fmt.Sprintf("op%d.%d", in.Op, in.N)
}

// InfoOf describes an instruction; it is nil for an unknown opcode.
func InfoOf(in Instr) *Info {
	switch {
	case in.Op == OpEXT:
		if int(in.N) < len(ExtTable) {
			return &ExtTable[in.N]
		}
	case int(in.Op) < len(Table):
		return &Table[in.Op]
	}
	return nil
}

func (v *verifier) verify(t verifyTask) error {
	fn := v.fn
	n := len(fn.Code)
	if fn.NumRegs < 2+uint32(fn.NumParams) || fn.NumRegs > 1<<16 {
		return v.errorf("%d registers", fn.NumRegs)
	}
	if n < 2 || fn.Code[n-1].Op != OpNOP {
		return v.errorf("code does not end with padding")
	}
	for v.pc = 0; v.pc < n; v.pc++ {
		v.in = fn.Code[v.pc]
		if err := v.instruction(); err != nil {
			return err
		}
	}
	v.pc, v.in = n-2, fn.Code[n-2]
	if !EndsFlow(v.in) {
		return v.errorf("code runs past its end")
	}
	for _, h := range fn.Handlers {
		if h.Start >= h.End || int(h.End) > n || h.Target < h.End || h.Reg == 0 || int(h.Target) >= n-1 || uint32(h.Reg) >= fn.NumRegs || v.isSecond(int(h.Target)) {
			return v.errorf("bad handler %v", h)
		}
	}
	if len(fn.ArgumentBoxes) > int(fn.NumParams) {
		return v.errorf("too many argument boxes")
	}
	for _, r := range fn.ArgumentBoxes {
		if uint32(r) >= fn.NumRegs {
			return v.errorf("argument box r%d", r)
		}
	}
	for _, s := range fn.Scopes {
		for _, name := range s.Names {
			if name.Captured && int(name.Index) >= len(fn.Captures) || !name.Captured && name.Index >= fn.NumRegs || name.Name == nil {
				return v.errorf("scope name %v out of range", name.Name)
			}
		}
	}
	for _, inner := range fn.Functions {
		if inner == nil {
			return v.errorf("missing inner function")
		}
	}
	for _, s := range fn.Sites {
		if s.Name == nil {
			return v.errorf("site without a name")
		}
	}
	if err := v.captures(t); err != nil {
		return err
	}
	if err := v.flags(); err != nil {
		return err
	}
	return v.flow(t)
}

// flags checks the flags that decide how the machine calls the function.
func (v *verifier) flags() error {
	f := v.fn.Flags
	coroutine := f&(FlagAsync|FlagGenerator) != 0
	switch {
	case f&FlagClassConstructor != 0 && f&FlagConstructor == 0,
		f&FlagDerived != 0 && f&FlagClassConstructor == 0,
		coroutine && f&FlagConstructor != 0,
		v.fn.Start > v.fn.End:
		return v.errorf("flags %x", uint32(f))
	}
	return nil
}

// eachJump calls yield with the targets of the instruction at v.pc.
func (v *verifier) eachJump(yield func(target int)) {
	info := InfoOf(v.in)
	for i, kind := range info.Operands {
		switch kind {
		case KindJump16:
			yield(v.pc + 1 + int(int16(v.in.C)))
		case KindJump32:
			yield(v.pc + 1 + int(int32(v.in.BC())))
		case KindConst:
			if k := &v.fn.Consts[[3]uint16{v.in.A, v.in.B, v.in.C}[i]]; k.Kind == ConstJumpTable {
				for _, d := range k.Jumps {
					yield(v.pc + 1 + int(d))
				}
			}
		}
	}
}

func (v *verifier) captures(t verifyTask) error {
	if t.isOutermost {
		if len(v.fn.Captures) > 0 && t.captures < 0 {
			return v.errorf("outermost function captures variables")
		}
		return nil
	}
	for _, c := range v.fn.Captures {
		if c.FromParent && int(c.Index) >= t.captures || !c.FromParent && c.Index >= t.parentRegs {
			return v.errorf("capture of %v out of range", c.Name)
		}
	}
	return nil
}

// EndsFlow reports whether control never goes on after an instruction.
func EndsFlow(in Instr) bool {
	switch in.Op {
	case OpRETURN, OpRETUNDEF, OpTHROW, OpJMP, OpLOOP:
		return true
	case OpEXT:
		switch in.N {
		case ExtCONSTERROR, ExtTHROWREF, ExtTHROWTYPE, ExtTHROWSYNTAX, ExtDELSUPER:
			return true
		}
	}
	return false
}

// isSecond reports whether the instruction at pc belongs to the one before.
func (v *verifier) isSecond(pc int) bool {
	if pc == 0 {
		return false
	}
	in := v.fn.Code[pc-1]
	return in.Op == OpITERNEXT || in.Op == OpEXT && in.N == ExtIMPORT
}

func (v *verifier) instruction() error {
	info := InfoOf(v.in)
	if info == nil {
		return v.errorf("unknown opcode")
	}
	if v.in.N != 0 {
		switch v.in.Op {
		case OpEXT:
		case OpSETFIELD, OpSETELEM, OpTHROW, OpGETITER:
			if v.in.N > 1 {
				return v.errorf("n%d", v.in.N)
			}
		default:
			return v.errorf("n%d", v.in.N)
		}
	}
	operands := [3]uint16{v.in.A, v.in.B, v.in.C}
	for i, kind := range info.Operands {
		if err := v.operand(i, kind, uint32(operands[i])); err != nil {
			return err
		}
	}
	return v.sequence()
}

func (v *verifier) operand(i int, kind OperandKind, x uint32) error {
	fn := v.fn
	switch kind {
	case KindWrite, KindRead, KindModify:
		n := uint32(1)
		if v.in.Op == OpGETSUPER && i == 1 {
			n = 2
		}
		if x+n > fn.NumRegs {
			return v.errorf("register r%d of %d", x, fn.NumRegs)
		}
	case KindGroup:
		n, err := v.groupSize(i)
		if err != nil {
			return err
		}
		if x+n > fn.NumRegs {
			return v.errorf("registers r%d to r%d of %d", x, x+n-1, fn.NumRegs)
		}
	case KindConst:
		return v.constant(x)
	case KindConst32:
		if v.in.Op != OpNEWARRAY {
			return v.constant(v.in.BC())
		}
	case KindSite:
		if int(x) >= len(fn.Sites) {
			return v.errorf("site %d of %d", x, len(fn.Sites))
		}
	case KindFunc:
		if int(x) >= len(fn.Functions) {
			return v.errorf("function %d of %d", x, len(fn.Functions))
		}
	case KindCaptured:
		if int(x) >= len(fn.Captures) {
			return v.errorf("captured variable %d of %d", x, len(fn.Captures))
		}
	case KindScopeDesc:
		if int(x) >= len(fn.Scopes) {
			return v.errorf("scope %d of %d", x, len(fn.Scopes))
		}
	case KindJump16:
		return v.jump(int(int16(v.in.C)))
	case KindJump32:
		return v.jump(int(int32(v.in.BC())))
	}
	return nil
}

// groupSize returns how many registers a group operand has.
func (v *verifier) groupSize(i int) (uint32, error) {
	b, c := uint32(v.in.B), uint32(v.in.C)
	if v.in.Op != OpEXT {
		switch v.in.Op {
		case OpCALL, OpNEW, OpTAILCALL:
			return 2 + b, nil
		case OpCALL1, OpGETITER, OpITERNEXT, OpITERVALUE, OpITERCLOSE:
			return 3, nil
		case OpCALL2:
			return 4, nil
		case OpARRLIT, OpCONCAT:
			return c, nil
		case OpOBJLIT:
			if int(c) >= len(v.fn.Consts) || v.fn.Consts[c].Kind != ConstShape {
				return 0, v.errorf("constant %d is no shape", c)
			}
			return uint32(len(v.fn.Consts[c].Strings)), nil
		}
		return 2, nil
	}
	switch v.in.N {
	case ExtRESTPROPS, ExtSCOPE:
		return 1, nil
	case ExtCLASS:
		return 4, nil
	case ExtSUPERCALL:
		return 2 + b, nil
	case ExtCALLEVAL:
		return 3 + b, nil
	case ExtCALLEVALSPREAD, ExtAPPLYARGS:
		return 4, nil
	case ExtCALLSPREAD, ExtNEWSPREAD, ExtSUPERSPREAD, ExtITERCLOSEQ, ExtGETASYNCITER, ExtASYNCNEXT:
		return 3, nil
	case ExtDELEGATE:
		if i == 0 {
			return 3, nil
		}
	case ExtITERRETURN:
		if i == 1 {
			return 3, nil
		}
	case ExtUSINGDISPOSE:
		return 5, nil
	}
	return 2, nil
}

// constKinds tells which kinds of constants an instruction takes.
func constKinds(in Instr) []ConstKind {
	if in.Op == OpEXT {
		switch in.N {
		case ExtREGEXP:
			return []ConstKind{ConstRegExp}
		case ExtTEMPLATEOBJ:
			return []ConstKind{ConstTemplate}
		case ExtJTABLE:
			return []ConstKind{ConstJumpTable}
		case ExtDECLGLOBAL, ExtDECLEVAL:
			return []ConstKind{ConstDeclarations}
		}
		return []ConstKind{ConstString}
	}
	switch in.Op {
	case OpLOADK:
		return []ConstKind{ConstNumber, ConstString, ConstBigInt}
	case OpADDK, OpKADD, OpJSEQK, OpJSNEK:
		return []ConstKind{ConstNumber, ConstString}
	case OpSUBK, OpMULK, OpDIVK, OpKSUB:
		return []ConstKind{ConstNumber}
	case OpOBJLIT:
		return []ConstKind{ConstShape}
	}
	return []ConstKind{ConstString}
}

func (v *verifier) constant(k uint32) error {
	if int64(k) >= int64(len(v.fn.Consts)) {
		return v.errorf("constant %d of %d", k, len(v.fn.Consts))
	}
	c := &v.fn.Consts[k]
	allowed := false
	for _, kind := range constKinds(v.in) {
		allowed = allowed || c.Kind == kind
	}
	if !allowed {
		return v.errorf("constant %d has kind %d", k, c.Kind)
	}
	ok := true
	switch c.Kind {
	case ConstString:
		ok = c.Str != nil
	case ConstBigInt:
		ok = c.Big != nil
	case ConstRegExp:
		ok = c.Str != nil && c.Str2 != nil
	case ConstTemplate:
		ok = len(c.Strings) == len(c.Raw)
	case ConstDeclarations:
		ok = c.Declarations != nil
	case ConstJumpTable:
		for _, d := range c.Jumps {
			if err := v.jump(int(d)); err != nil {
				return err
			}
		}
	}
	if !ok {
		return v.errorf("constant %d is incomplete", k)
	}
	return nil
}

func (v *verifier) jump(d int) error {
	back := v.in.Op >= OpLOOP && v.in.Op <= OpLOOPGEI
	target := v.pc + 1 + d
	if target < 0 || target >= len(v.fn.Code)-1 {
		return v.errorf("jump to %d", target)
	}
	if back != (d < 0) {
		return v.errorf("jump by %d", d)
	}
	if v.isSecond(target) {
		return v.errorf("jump into an instruction at %d", target)
	}
	return nil
}

// sequence checks what must come after an instruction.
func (v *verifier) sequence() error {
	if v.pc+1 >= len(v.fn.Code) {
		return nil
	}
	next := v.fn.Code[v.pc+1]
	switch {
	case v.in.Op == OpITERNEXT:
		if next.Op != OpITERVALUE || next.A != v.in.A || next.B != v.in.B {
			return v.errorf("without its ITERVALUE")
		}
	case v.in.Op == OpITERVALUE:
		if v.pc == 0 || v.fn.Code[v.pc-1].Op != OpITERNEXT {
			return v.errorf("without its ITERNEXT")
		}
	case v.in.Op == OpTAILCALL:
		if next.Op != OpRETURN || next.A != v.in.A {
			return v.errorf("without its RETURN")
		}
	case v.in.Op == OpEXT && v.in.N == ExtIMPORT:
		if next.Op != OpNOP || v.pc+2 >= len(v.fn.Code) {
			return v.errorf("without its NOP")
		}
	}
	return nil
}
