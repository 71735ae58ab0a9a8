package bytecode

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Disassemble writes the code of fn and of the functions in it: one line per
// instruction with what its constants, sites and jumps mean.
func Disassemble(w io.Writer, fn *Function) error {
	d := &disassembler{w: w}
	d.function(fn, "")
	return d.err
}

type disassembler struct {
	w   io.Writer
	err error
}

func (d *disassembler) printf(format string, args ...any) {
	if d.err == nil {
		_, d.err = fmt.Fprintf(d.w, format, args...)
	}
}

var flagNames = []string{"strict", "arrow", "async", "generator", "method", "constructor", "class", "derived",
	"arguments", "scope", "script", "module", "eval", "this", "named", "fields"}

func (d *disassembler) function(fn *Function, path string) {
	name := "(top)"
	if fn.Name != nil {
		name = strconv.Quote(fn.Name.String())
	}
	var flags []string
	for i, f := range flagNames {
		if fn.Flags&(1<<i) != 0 {
			flags = append(flags, f)
		}
	}
	d.printf("function %s%s: %d params, %d registers", path, name, fn.NumParams, fn.NumRegs)
	if len(flags) > 0 {
		d.printf(", %s", strings.Join(flags, " "))
	}
	d.printf("\n")
	for i, c := range fn.Captures {
		from := "register"
		if c.FromParent {
			from = "captured"
		}
		d.printf("  v%d: %s, %s %d\n", i, c.Name, from, c.Index)
	}
	for i, s := range fn.Scopes {
		d.printf("  scope %d:%s\n", i, scopeText(s))
	}
	for pc, in := range fn.Code {
		d.printf("%5d  %s\n", pc, strings.TrimRight(InstrText(fn, pc, in), " "))
	}
	for _, h := range fn.Handlers {
		d.printf("  handler [%d, %d) -> %d, r%d\n", h.Start, h.End, h.Target, h.Reg)
	}
	for i, inner := range fn.Functions {
		d.function(inner, path+"f"+strconv.Itoa(i)+" ")
	}
}

func scopeText(s ScopeDesc) string {
	var b strings.Builder
	for _, n := range s.Names {
		place := "r"
		if n.Captured {
			place = "v"
		}
		fmt.Fprintf(&b, " %s=%s%d", n.Name, place, n.Index)
	}
	if s.VarScope {
		b.WriteString(" (var scope)")
	}
	return b.String()
}

// InstrText returns the text of the instruction in at pc.
func InstrText(fn *Function, pc int, in Instr) string {
	info := InfoOf(in)
	if info == nil {
		return InstrName(in)
	}
	var operands, notes []string
	for i, x := range [3]uint16{in.A, in.B, in.C} {
		switch info.Operands[i] {
		case KindWrite, KindRead, KindModify:
			operands = append(operands, "r"+strconv.Itoa(int(x)))
		case KindGroup:
			operands = append(operands, "r"+strconv.Itoa(int(x))+"..")
		case KindSigned:
			operands = append(operands, strconv.Itoa(int(int16(x))))
		case KindUnsigned:
			operands = append(operands, strconv.Itoa(int(x)))
		case KindConst:
			operands = append(operands, "k"+strconv.Itoa(int(x)))
			notes = append(notes, constText(fn, uint32(x), pc))
		case KindConst32:
			if in.Op == OpNEWARRAY {
				operands = append(operands, strconv.Itoa(int(in.BC())))
				break
			}
			operands = append(operands, "k"+strconv.Itoa(int(in.BC())))
			notes = append(notes, constText(fn, in.BC(), pc))
		case KindSite:
			operands = append(operands, "p"+strconv.Itoa(int(x)))
			if int(x) < len(fn.Sites) {
				notes = append(notes, "."+fn.Sites[x].Name.String())
			}
		case KindFunc:
			operands = append(operands, "f"+strconv.Itoa(int(x)))
		case KindCaptured:
			operands = append(operands, "v"+strconv.Itoa(int(x)))
			if int(x) < len(fn.Captures) {
				notes = append(notes, fn.Captures[x].Name.String())
			}
		case KindScopeDesc:
			operands = append(operands, "s"+strconv.Itoa(int(x)))
		case KindJump16:
			operands = append(operands, "->"+strconv.Itoa(pc+1+int(int16(in.C))))
		case KindJump32:
			operands = append(operands, "->"+strconv.Itoa(pc+1+int(int32(in.BC()))))
		}
	}
	text := fmt.Sprintf("%-13s %s", info.Name, strings.Join(operands, ", "))
	if in.Op != OpEXT && in.N != 0 {
		text += fmt.Sprintf(" n%d", in.N)
	}
	if len(notes) > 0 {
		text = fmt.Sprintf("%-36s ; %s", text, strings.Join(notes, " "))
	}
	return text
}

// constText shows a constant.
func constText(fn *Function, k uint32, pc int) string {
	if int64(k) >= int64(len(fn.Consts)) {
		return "?"
	}
	c := &fn.Consts[k]
	switch c.Kind {
	case ConstNumber:
		return strconv.FormatFloat(c.Number, 'g', -1, 64)
	case ConstString:
		return strconv.Quote(c.Str.String())
	case ConstBigInt:
		return c.Big.String() + "n"
	case ConstRegExp:
		return "/" + c.Str.String() + "/" + c.Str2.String()
	case ConstTemplate:
		parts := make([]string, len(c.Raw))
		for i, r := range c.Raw {
			parts[i] = r.String()
		}
		return "`" + strings.Join(parts, "${}") + "`"
	case ConstShape:
		parts := make([]string, len(c.Strings))
		for i, s := range c.Strings {
			parts[i] = s.String()
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case ConstJumpTable:
		parts := make([]string, len(c.Jumps))
		for i, j := range c.Jumps {
			parts[i] = strconv.Itoa(pc + 1 + int(j))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case ConstDeclarations:
		if c.Declarations == nil {
			return "?"
		}
		d := c.Declarations
		var b strings.Builder
		fmt.Fprintf(&b, "var %v function %v", d.Vars, d.Functions)
		if len(d.AnnexB) > 0 {
			fmt.Fprintf(&b, " annexB %v", d.AnnexB)
		}
		for _, l := range d.Lexicals {
			fmt.Fprintf(&b, " let %v", l.Name)
		}
		return b.String()
	}
	return "?"
}
