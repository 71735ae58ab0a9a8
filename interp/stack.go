package interp

import (
	"fmt"
	"strings"
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// Stack traces. Capturing keeps (function, receiver, code, pc) of up to
// stackTraceLimit frames; text is made when somebody reads stack.

// StackFrame is a captured frame.
type StackFrame struct {
	Function *object.Object // nil: top-level code
	This     object.Value
	Code     *Code // nil: a native function
	PC       int32
	Flags    frameFlags
}

// Trace is a captured stack; it is the payload of error objects.
type Trace struct {
	Frames   []StackFrame
	Position *ErrorPosition // of a syntax error
}

const stackFrameBytes = int(unsafe.Sizeof(StackFrame{}))

func init() {
	object.CaptureStackHook = func(a *object.Agent, err *object.Object, skipUntil *object.Object) {
		m := machineOf(a)
		err.SetExt(unsafe.Pointer(&Trace{Frames: m.Capture(m.stackLimit(), skipUntil)}))
	}
	object.RenderStackHook = renderStack
	object.ClassError.Trace = func(o *object.Object, v object.Visitor) {
		if t := (*Trace)(o.Ext()); t != nil {
			for i := range t.Frames {
				if f := &t.Frames[i]; f.Function != nil {
					v.Object(f.Function)
				}
				v.Value(t.Frames[i].This)
			}
		}
	}
	object.ClassError.Size = func(o *object.Object) int {
		t := (*Trace)(o.Ext())
		if t == nil {
			return 0
		}
		return int(unsafe.Sizeof(*t)) + cap(t.Frames)*stackFrameBytes
	}
}

var nameStackTraceLimit = object.DeclareName("stackTraceLimit")

const maxStackTrace = 200

// stackLimit is Error.stackTraceLimit of the current realm, read without
// running script.
func (m *Machine) stackLimit() int {
	r := m.agent.CurrentRealm()
	if r == nil {
		return 0
	}
	d, ok := object.OrdinaryGetOwnProperty(m.agent, r.Intrinsic(object.IntrinsicError), m.agent.NameKey(nameStackTraceLimit))
	if !ok || !d.Value.IsNumber() || d.IsAccessor() {
		return 0
	}
	n := d.Value.AsNumber()
	if !(n >= 0) {
		return 0
	}
	return int(min(n, maxStackTrace))
}

// Capture returns the newest frames, without those above and including the
// function skipUntil if it is on the stack.
func (m *Machine) Capture(limit int, skipUntil *object.Object) []StackFrame {
	if limit == 0 {
		return nil
	}
	frames := make([]StackFrame, 0, min(limit, 10))
	defer func() { m.agent.Owe(cap(frames) * stackFrameBytes) }()
	skipping := skipUntil != nil
	add := func(f StackFrame) bool {
		if skipping {
			if f.Function == skipUntil {
				skipping = false
			}
			return true
		}
		frames = append(frames, f)
		return len(frames) < limit
	}
	native := m.nativeTop - 1
	code, regs, pc := m.code, m.regs, m.pc
	var oldest *Coroutine
	for fp := m.fp; ; fp-- {
		for ; native >= 0 && m.nativeFrame[native] == fp; native-- {
			c := m.natives[native]
			f := StackFrame{Function: c.Func, This: c.This}
			if c.NewTarget != nil {
				f.Flags = frameConstruct
			}
			if !isTransparent(c.Func) && !add(f) {
				return frames
			}
		}
		if code == nil && fp == 0 {
			break
		}
		if code != nil {
			flags := frameFlags(0)
			if fp > 0 {
				flags = m.frames[fp].flags
			}
			if !add(m.runningFrame(regs, code, pc, flags)) || flags&frameTail != 0 && !m.tails.replaced(fp, add) {
				return frames
			}
			oldest = m.frames[fp].co
		}
		if fp == 0 {
			break
		}
		code, regs, pc = m.frames[fp].code, m.frames[fp].regs, m.frames[fp].pc
	}
	captureAwaiting(oldest, add)
	return frames
}

// runningFrame is the frame with these registers.
func (m *Machine) runningFrame(regs unsafe.Pointer, code *Code, pc int32, flags frameFlags) StackFrame {
	return StackFrame{Code: code, PC: pc - 1, Flags: flags,
		This: (*val)(unsafe.Add(regs, valSize)).value().Clean(), Function: (*val)(regs).value().ObjectOrNil()}
}

// isTransparent reports whether V8 shows no frame for a built-in function: those
// that only call another, and the methods of RegExp that String's use.
func isTransparent(f *object.Object) bool {
	name := object.Payload[object.Native](f).Name.AsString()
	return name.EqualGo("call") || name.EqualGo("apply") || name.Len() > 8 && name.Substring(0, 8).EqualGo("[Symbol.")
}

// captureAwaiting adds the async functions that wait for the one that a job has
// resumed, as long as each is waited for by one only.
func captureAwaiting(co *Coroutine, add func(f StackFrame) bool) {
	for n := 0; co != nil && co.kind == coAsync && !co.first && n < maxStackTrace; n++ {
		p := PromiseOf(object.ObjOrNull(co.object))
		if p == nil || len(p.reactions) != 1 || p.reactions[0].co == nil {
			return
		}
		co = p.reactions[0].co
		f := StackFrame{Code: co.code, PC: co.pc - 1, Flags: frameAwaiting}
		if len(co.regs) > 1 {
			f.Function, f.This = co.regs[0].ObjectOrNil(), co.regs[1].Clean()
		}
		if co.code == nil || !add(f) {
			return
		}
	}
}

// Position returns the source and the offset at which the frame is.
func (f *StackFrame) Position() (*bytecode.Source, uint32) {
	if f.Code == nil || f.Code.template.Source == nil {
		return nil, 0
	}
	return f.Code.template.Source, f.Code.template.Position(uint32(max(f.PC, 0)))
}

// FunctionName returns the name shown for the frame, "" for top-level code.
func (f *StackFrame) FunctionName() string {
	if f.Code != nil {
		switch flags := f.Code.template.Flags; {
		case flags&bytecode.FlagEval != 0:
			return "eval"
		case flags&(bytecode.FlagScript|bytecode.FlagModule) != 0:
			return ""
		}
	}
	if f.Function == nil {
		return ""
	}
	name := functionNameText(f.Function)
	if name == "anonymous" && f.Code != nil && f.Code.template.Source != nil && f.Code.template.Source.Eval != nil {
		return "eval" // a function constructor's
	}
	return name
}

// Location renders "file:line:column", 1-based.
func Location(src *bytecode.Source, offset uint32) string {
	line, col := LineColumn(src, offset)
	name := src.Name
	if name == "" {
		name = "<anonymous>"
	}
	if src.Eval != nil {
		name = evalOrigin(src.Eval) + ", " + name
	}
	return fmt.Sprintf("%s:%d:%d", name, line, col)
}

// maxEvalDepth bounds what is told, and kept, of eval called by eval code.
const maxEvalDepth = 20

// evalOrigin renders where eval was called.
func evalOrigin(e *bytecode.EvalOrigin) string {
	name := e.Name
	if name == "" {
		name = "<anonymous>"
	}
	if e.Function == nil || e.Function.Source == nil {
		return "eval at " + name
	}
	src := e.Function.Source
	line, col := LineColumn(src, e.Offset)
	where := src.Name
	switch {
	case src.Eval != nil:
		return fmt.Sprintf("eval at %s (%s)", name, evalOrigin(src.Eval))
	case where == "":
		where = "<anonymous>"
	}
	return fmt.Sprintf("eval at %s (%s:%d:%d)", name, where, line, col)
}

// EvalOrigin is the place of the running code, for the code that it compiles.
func (m *Machine) EvalOrigin() *bytecode.EvalOrigin {
	if m.code == nil {
		return &bytecode.EvalOrigin{}
	}
	f := StackFrame{Code: m.code, Function: (*val)(m.regs).value().ObjectOrNil()}
	t := m.code.template
	name := f.FunctionName()
	if t.Flags&bytecode.FlagEval != 0 {
		name = ""
	}
	e := &bytecode.EvalOrigin{Name: name, Offset: t.Position(uint32(max(m.pc-1, 0)))}
	if t.Source != nil && t.Source.Eval != nil {
		e.Depth = t.Source.Eval.Depth + 1
	}
	if e.Depth < maxEvalDepth {
		e.Function = t
	}
	return e
}

// ThrowPosition returns the source and offset at which an exception was thrown.
func ThrowPosition(err error) (*bytecode.Source, uint32, bool) {
	e, ok := err.(*object.Exception)
	if !ok {
		return nil, 0, false
	}
	code, ok := e.Code.(*Code)
	if !ok || code == nil || code.template.Source == nil {
		return nil, 0, false
	}
	return code.template.Source, code.template.Position(uint32(max(e.PC, 0))), true
}

// LineColumn returns the 1-based line and column of an offset, with the
// source's own offsets added.
func LineColumn(src *bytecode.Source, offset uint32) (line, col int) {
	l, c := src.LineColumn(offset)
	l -= src.Skip
	line, col = l+src.LineOffset, c+1
	if l == 1 {
		col += src.ColumnOffset
	}
	return line, col
}

// String renders the frame as V8 does after "at ".
func (f *StackFrame) String(a *object.Agent) string {
	name := f.FunctionName()
	where := "<anonymous>"
	if f.Code != nil {
		if src, offset := f.Position(); src != nil {
			where = Location(src, offset)
		}
	}
	switch {
	case f.Flags&frameAwaiting != 0:
		if name == "" {
			return "async " + where
		}
		name = "async " + f.methodCall(a, name)
	case f.Flags&frameConstruct != 0:
		if name == "" {
			name = "<anonymous>"
		}
		name = "new " + name
	case !f.isToplevel():
		name = f.methodCall(a, name)
	}
	if name == "" {
		if f.Code == nil {
			return "<anonymous>"
		}
		return where
	}
	return name + " (" + where + ")"
}

// methodCall is the name of a frame with its receiver.
func (f *StackFrame) methodCall(a *object.Agent, name string) string {
	typeName, method := f.typeName(a), f.methodName(a)
	if o := f.This.ObjectOrNil(); o != nil && o.IsCallable() {
		if class := functionNameText(o); class != "" && f.Code != nil {
			typeName = class
		}
	}
	if name == "" {
		if method == "" {
			method = "<anonymous>"
		}
		if typeName != "" {
			method = typeName + "." + method
		}
		return method
	}
	if typeName != "" && isIdentifierName(name) {
		name = typeName + "." + name
	}
	if method != "" && name != method && !strings.HasSuffix(name, "."+method) {
		name += " [as " + method + "]"
	}
	return name
}

// isIdentifierName reports whether V8 puts the type before a name.
func isIdentifierName(name string) bool {
	for i, c := range name {
		if !(c == '_' || c == '$' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 || i > 0 && c >= '0' && c <= '9') {
			return false
		}
	}
	return true
}

// isToplevel reports whether the function was called without a receiver.
func (f *StackFrame) isToplevel() bool {
	if f.Flags&frameConstruct != 0 {
		return false
	}
	if f.Code != nil && f.Code.template.Flags&bytecode.FlagEval != 0 {
		return true
	}
	o := f.This.ObjectOrNil()
	return f.This.IsNullish() || f.This.IsInternal() || o != nil && f.realm() != nil && o == f.realm().GlobalThis
}

func (f *StackFrame) realm() *object.Realm {
	if f.Code != nil {
		return f.Code.realm
	}
	return nil
}

// typeName is the name of the receiver's constructor, "" if there is none.
func (f *StackFrame) typeName(a *object.Agent) string {
	v := f.This
	if f.isToplevel() || f.Flags&frameConstruct != 0 {
		return ""
	}
	if o := v.ObjectOrNil(); o != nil {
		n := a.ConstructorName(o)
		if n == "" || n == "Object" {
			if tag := a.TagOf(o); tag != "" {
				return tag
			}
		}
		if n == "" && f.Code != nil {
			return "Object"
		}
		return n
	}
	switch {
	case v.IsString():
		return "String"
	case v.IsNumber():
		return "Number"
	case v.IsBool():
		return "Boolean"
	case v.IsSymbol():
		return "Symbol"
	}
	return "BigInt"
}

// maxMethodSearch is the number of properties among which a method's name is looked for.
const maxMethodSearch = 200

// methodName is the name of the property of the receiver that holds the function.
func (f *StackFrame) methodName(a *object.Agent) string {
	o := f.This.ObjectOrNil()
	if f.Flags&frameConstruct != 0 || f.Function == nil || o == nil || f.isToplevel() {
		return ""
	}
	name := f.FunctionName()
	if f.Code != nil {
		name = strings.TrimPrefix(strings.TrimPrefix(name, "get "), "set ")
	}
	holds := func(p *object.Object, k object.PropertyKey) bool {
		d, ok := object.OrdinaryGetOwnProperty(a, p, k)
		return ok && (d.Value.ObjectOrNil() == f.Function || d.IsAccessor() && (d.Get.ObjectOrNil() == f.Function || d.Set.ObjectOrNil() == f.Function))
	}
	n, found := 0, ""
	for p := o; p != nil && p.Class().Get == nil && p.Class().GetOwnProperty == nil; p = p.Shape().Proto() {
		if name != "" && holds(p, a.Key(name)) {
			return name
		}
	}
	for p := o; p != nil && p.Class().Get == nil && p.Class().GetOwnProperty == nil; p = p.Shape().Proto() {
		if e := p.Elements(); p.Class().OwnPropertyKeys != nil || e != nil && e.Length > maxMethodSearch || p.Shape().SlotCount() > maxMethodSearch {
			return found
		}
		keys, err := p.OwnPropertyKeys(a)
		if err != nil || len(keys) > maxMethodSearch {
			return found
		}
		for _, k := range keys {
			if n++; n > maxMethodSearch {
				return found
			}
			if k.IsString() && !k.IsIndex() && holds(p, k) {
				if found != "" && found != k.String().String() {
					return ""
				}
				found = k.String().String()
			}
		}
	}
	return found
}

// renderStack is the text of an error's stack property: V8's format.
func renderStack(a *object.Agent, o *object.Object) (object.Value, error) {
	var t *Trace
	if o.Class() == object.ClassError {
		t = (*Trace)(o.Ext())
	}
	m := machineOf(a)
	if v, ok, err := m.prepareStackTrace(o, t); ok {
		return v, err
	}
	return object.Str(m.renderTrace(o, t)), nil
}

// captureStackTrace is V8's Error.captureStackTrace: it gives any object a
// stack property with the frames below skipUntil.
func captureStackTrace(a *object.Agent, o, skipUntil *object.Object) error {
	m := machineOf(a)
	t := &Trace{Frames: m.Capture(m.stackLimit(), skipUntil)}
	v, ok, err := m.prepareStackTrace(o, t)
	if err != nil {
		return err
	}
	if !ok {
		v = object.Str(m.renderTrace(o, t))
	}
	return o.DefineValue(a, a.NameKey(object.NameStack), v, object.AttrMethod)
}

// renderTrace is the text of a stack property.
func (m *Machine) renderTrace(o *object.Object, t *Trace) *jstring.String {
	var sb strings.Builder
	sb.WriteString(m.agent.ErrorHeader(o))
	if t != nil {
		for i := range t.Frames {
			// Rendering cannot fail, but the next poll comes sooner: finding a
			// line takes as long as the text before it.
			_, offset := t.Frames[i].Position()
			m.agent.Fuel -= 16 + int64(offset/64)
			sb.WriteString("\n    at ")
			sb.WriteString(t.Frames[i].String(m.agent))
		}
	}
	return jstring.FromGo(sb.String())
}
