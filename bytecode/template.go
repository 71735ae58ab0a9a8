// Package bytecode is the interface between the compiler and the interpreter:
// the instruction table, function templates, and the tools that need only
// those (assembler, disassembler, verifier, cache encoding). It is plain data:
// a template holds no runtime value, never changes once it is built, and is
// shared by agents and goroutines.
//
// The machine has registers, a constant table per function, property sites
// with inline caches, and captured variables in heap boxes. ops.txt is the
// table of instructions from which the opcodes, the documentation, the
// disassembler and the verifier are made.
package bytecode

//go:generate go run ./gen

import (
	"math/big"
	"sync/atomic"

	"github.com/burrowjs/burrow/internal/jstring"
)

// Op is a primary opcode, ExtOp the opcode of an EXT instruction.
type (
	Op    = uint8
	ExtOp = uint8
)

// Instr is one instruction. For 32-bit operands B is the low and C the high half.
type Instr struct {
	Op, N   uint8
	A, B, C uint16
}

// BC returns the 32-bit operand.
func (i Instr) BC() uint32 { return uint32(i.B) | uint32(i.C)<<16 }

// OperandKind tells what an operand is; the verifier has a rule for each.
type OperandKind uint8

// The operand kinds; see ops.txt.
const (
	KindNone OperandKind = iota
	KindWrite
	KindRead
	KindModify
	KindGroup
	KindSigned
	KindUnsigned
	KindJump16
	KindJump32
	KindConst
	KindConst32
	KindSite
	KindFunc
	KindCaptured
	KindScopeDesc
)

// Info describes an instruction.
type Info struct {
	Name     string
	Operands [3]OperandKind
	Effect   string
}

// Flags of a function template.
type Flags uint32

// The flags.
const (
	FlagStrict Flags = 1 << iota
	FlagArrow
	FlagAsync
	FlagGenerator
	FlagMethod      // no [[Construct]], no prototype property (also accessors, arrows, async)
	FlagConstructor // has [[Construct]]
	FlagClassConstructor
	FlagDerived
	FlagNeedsArguments // keeps the extra arguments: uses ARGUMENTS or REST
	FlagNeedsScope     // uses FUNCSCOPE: closures carry the scope record they are made in
	FlagScript         // top-level code of a script
	FlagModule
	FlagEval
	FlagHasUsesThis // a sloppy function that reads its this value
	FlagHasName     // the name was written, for stack traces and toString
	FlagFieldInit
	FlagMappedArguments // the arguments object is mapped: see ArgumentBoxes
)

// Function is a function template.
type Function struct {
	Name       *jstring.String // initial name property; nil: set at run time by SETNAME or none
	Code       []Instr         // ends with a NOP after the last instruction
	Consts     []Const
	Functions  []*Function
	Sites      []Site
	Captures   []Capture
	Handlers   []Handler // inner handlers before outer ones
	Positions  []byte    // see AppendPosition
	Scopes     []ScopeDesc
	ScopeTable []byte // names of registers and boxes by pc range, for debuggers

	NumRegs   uint32 // including R[0], R[1] and the parameters
	NumParams uint16 // formal parameters that have a register from R[2] on
	Length    uint16 // the length property
	Flags     Flags

	// ArgumentBoxes lists for a mapped arguments object the register that holds
	// the box of each parameter, 0 if a later parameter has the same name.
	ArgumentBoxes []uint16

	Source     *Source
	Start, End uint32 // what toString shows, UTF-16 offsets

	// Lazy tells how to compile the function from its text alone; nil if that
	// cannot be. With it Code may be nil: the function is not compiled yet.
	Lazy *Lazy
	ran  atomic.Bool
}

// Lazy is what the parser and compiler have to know of the program around a
// function to compile the function by itself, some time later.
type Lazy struct {
	// Kind and the flags are those of the syntax tree's node.
	Kind                           uint8
	IsAsync, IsGenerator, IsStatic bool
	// OuterStrict and OuterModule say what code the function is in.
	OuterStrict, OuterModule bool
	// Offsets in the source; NameStart is meaningless without FlagHasName.
	NameStart, NameEnd, ParamsStart, ParamsEnd, BodyStart, BodyEnd uint32
	// Variables tells the kinds of the captured variables' bindings, in the
	// order of Captures.
	Variables []uint8

	early    []bool // what the verifier has found out about the captured variables
	compiled atomic.Pointer[Function]
}

// IsCompiled reports whether f itself has code.
func (f *Function) IsCompiled() bool { return f.Code != nil }

// Compiled returns the function with code that stands for f, nil as long as
// nobody has published it.
func (f *Function) Compiled() *Function {
	if f.Code != nil || f.Lazy == nil {
		return f
	}
	return f.Lazy.compiled.Load()
}

// Publish makes full the code of f for everybody who shares f, unless somebody
// else was faster, and returns the code that counts.
func (f *Function) Publish(full *Function) *Function {
	if f.Lazy.compiled.CompareAndSwap(nil, full) {
		return full
	}
	return f.Lazy.compiled.Load()
}

// MarkRun notes that f has been called; functions that were not are left out of
// caches if they can be compiled later.
func (f *Function) MarkRun() {
	if !f.ran.Load() {
		f.ran.Store(true)
	}
}

// Source is the text that templates were compiled from.
type Source struct {
	Text *jstring.String // flat
	Name string          // file name or URL
	// LineOffset and ColumnOffset are added to positions (0-based); the column
	// offset applies to the first line only.
	LineOffset, ColumnOffset int
	// Skip is the number of lines that the host has put before the text proper:
	// they are not counted, and the column offset applies to the line after.
	Skip int
	// HostDefined is the embedder's: the referrer of import(). It is inherited
	// by eval and Function code.
	HostDefined any
	// Eval is set for the code of eval and of function constructors.
	Eval *EvalOrigin

	// Units is the text as the compiler reads it, while it is at hand: a weak
	// pointer, so that functions compiled one after the other share it.
	Units atomic.Value

	lines atomic.Pointer[jstring.Lines] // nil until somebody asks for a line
}

// LineColumn returns the line, from 1, and the column, from 0, of an offset in
// the text. The line table is kept: programs that make many errors ask for many
// positions of the same large text.
func (s *Source) LineColumn(offset uint32) (line, column int) {
	l := s.lines.Load()
	if l == nil {
		l = jstring.NewLines(s.Text)
		s.lines.Store(l)
	}
	return l.LineColumn(offset)
}

// EvalOrigin is where eval or a function constructor was called.
type EvalOrigin struct {
	Function *Function // whose name is Name; nil if no script called
	Name     string
	Offset   uint32
	Depth    int // of eval code that calls eval; from some depth on Function is nil
}

// ConstKind tells what a constant is.
type ConstKind uint8

// The kinds of constants.
const (
	ConstNumber ConstKind = iota
	ConstString
	ConstBigInt
	ConstRegExp   // Str is the pattern, Str2 the flags
	ConstTemplate // Strings, Raw
	ConstShape    // Strings are the keys of an object literal
	ConstDeclarations
	ConstJumpTable // Jumps, relative to the instruction after JTABLE
)

// Const is a constant.
type Const struct {
	Kind         ConstKind
	Number       float64
	Str, Str2    *jstring.String
	Big          *big.Int
	Strings, Raw []*jstring.String // Strings[i] is nil for an invalid escape
	Declarations *Declarations
	Jumps        []int32
}

// Declarations says what global or eval code declares.
type Declarations struct {
	Vars      []*jstring.String // var names that are not functions
	Functions []*jstring.String // in order, each once; bound by INITGLOBALFN or INITEVALFN
	// AnnexB are names of functions in blocks that become vars if nothing objects.
	AnnexB []*jstring.String
	// Lexicals are the let, const and class names of a script.
	Lexicals []Lexical
}

// Lexical is a lexical declaration.
type Lexical struct {
	Name  *jstring.String
	Const bool
}

// Site is a property or global access with an inline cache.
type Site struct{ Name *jstring.String }

// Capture tells where a closure finds a captured variable's box when it is made.
type Capture struct {
	FromParent bool // true: the parent's captured variable Index; false: its register
	Index      uint32
	Name       *jstring.String
}

// Handler covers the instructions [Start, End): when one throws, R[Reg] is
// set to what was thrown and control goes to Target.
type Handler struct {
	Start, End, Target uint32
	Reg                uint16
}

// ScopeDesc describes a run-time scope record: the names visible to direct
// eval and with, and where their boxes are when SCOPE runs.
type ScopeDesc struct {
	Names []ScopeName
	// VarScope: var declarations of a sloppy direct eval land here.
	VarScope bool
	// FunctionKind flags for direct eval inside: whether new.target, super
	// property and super call are allowed, and class field initialisers.
	AllowNewTarget, AllowSuperProperty, AllowSuperCall, InClassField bool
	// Strict tells whether code in the scope is strict.
	Strict bool
	// ParameterScope: var declarations of eval code here conflict with the
	// parameters' names.
	ParameterScope bool
	// CatchParameter: a simple catch parameter may be redeclared by var in eval.
	CatchParameter bool
}

// ScopeName is a name of a scope description. The pseudo names "%this",
// "%newtarget", "%home" and "%function" carry what eval code and arrow functions in it
// need; private names are listed with their #.
type ScopeName struct {
	Name     *jstring.String
	Captured bool // Index is a captured variable of the function, else a register holding a box
	Index    uint32
	Const    bool // assignment is an error
	Silent   bool // assignment to a function expression's own name: an error in strict code only
	Lexical  bool // conflicts with var declarations of eval code
	Import   bool
}

// Module is a compiled module.
type Module struct {
	// Body is the module's code, whose captured variables are the module's
	// environment: first Locals, then the imports. With HasTLA it is an
	// async function.
	Body   *Function
	HasTLA bool
	Locals []ModuleLocal
	// Imports fill the captured variables after the locals.
	Imports  []ModuleImport
	Requests []ModuleRequest
	Exports  []ModuleExport
	// Functions are instantiated when the module is linked.
	Functions []HoistedFunction
}

// ModuleLocal is a binding of the module's own.
type ModuleLocal struct {
	Name    *jstring.String
	Lexical bool // starts uninitialised
	Const   bool
}

// HoistedFunction is a function declaration: local Local := closure of Body.Functions[Func].
type HoistedFunction struct{ Local, Func uint32 }

// The phases of imports.
const (
	PhaseEvaluation = iota
	PhaseDefer
	PhaseSource
)

// ModuleRequest is a ModuleRequest Record (16.2.1.3).
type ModuleRequest struct {
	Specifier  *jstring.String
	Attributes []ImportAttribute
	Phase      uint8
	Pos        uint32
}

// ImportAttribute is one attribute of an import.
type ImportAttribute struct{ Key, Value *jstring.String }

// ModuleImport is an ImportEntry Record.
type ModuleImport struct {
	Request uint32
	Name    *jstring.String // nil: namespace
	Local   *jstring.String
	Pos     uint32
}

// ModuleExport is an ExportEntry Record.
type ModuleExport struct {
	Kind    ExportKind
	Name    *jstring.String // exported name; nil for export *
	Local   uint32          // ExportLocal: index in Locals
	Request uint32          // others
	Import  *jstring.String // ExportIndirect: name in the other module; nil: namespace
	Pos     uint32
}

// ExportKind tells ExportEntry Records apart.
type ExportKind uint8

// The kinds of exports.
const (
	ExportLocal ExportKind = iota
	ExportIndirect
	ExportStar
)
