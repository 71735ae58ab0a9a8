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
		return len(t.Frames) * int(unsafe.Sizeof(StackFrame{}))
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
	for fp := m.fp; ; fp-- {
		for ; native >= 0 && m.nativeFrame[native] == fp; native-- {
			c := m.natives[native]
			if !add(StackFrame{Function: c.Func, This: c.This}) {
				return frames
			}
		}
		if code == nil && fp == 0 {
			break
		}
		if code != nil {
			f := StackFrame{Code: code, PC: pc - 1, This: (*val)(unsafe.Add(regs, valSize)).value(), Function: (*val)(regs).value().ObjectOrNil()}
			if fp > 0 {
				f.Flags = m.frames[fp].flags
			}
			if !add(f) {
				return frames
			}
		}
		if fp == 0 {
			break
		}
		code, regs, pc = m.frames[fp].code, m.frames[fp].regs, m.frames[fp].pc
	}
	return frames
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
	if f.Function == nil || f.Code != nil && f.Code.template.Flags&(bytecode.FlagScript|bytecode.FlagModule|bytecode.FlagEval) != 0 {
		return ""
	}
	return functionNameText(f.Function)
}

// Location renders "file:line:column", 1-based.
func Location(src *bytecode.Source, offset uint32) string {
	line, col := LineColumn(src, offset)
	name := src.Name
	if name == "" {
		name = "<anonymous>"
	}
	return fmt.Sprintf("%s:%d:%d", name, line, col)
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
	l, c := jstring.LineColumn(src.Text, offset)
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
	if f.Code == nil {
		if f.This.IsObject() && f.This.AsObject().Class() != object.ClassError {
			if c := a.ConstructorName(f.This.AsObject()); c != "" && name != "" {
				name = c + "." + name
			}
		}
		if name == "" {
			name = "<anonymous>"
		}
		return name + " (<anonymous>)"
	}
	src, offset := f.Position()
	where := "<anonymous>"
	if src != nil {
		where = Location(src, offset)
	}
	if name == "" {
		return where
	}
	t := f.Code.template
	switch {
	case f.Flags&frameConstruct != 0:
		name = "new " + name
	case t.Flags&bytecode.FlagAsync != 0 && t.Flags&bytecode.FlagGenerator == 0:
		name = "async " + name
	case f.This.IsObject() && t.Flags&bytecode.FlagArrow == 0:
		o := f.This.AsObject()
		if o == f.Code.realm.GlobalThis {
			break
		}
		if o.IsCallable() {
			if class := functionNameText(o); class != "" && t.Flags&bytecode.FlagMethod != 0 {
				name = class + "." + name
			}
		} else if c := a.ConstructorName(o); c != "" {
			name = c + "." + name
		}
	}
	return name + " (" + where + ")"
}

// renderStack is the text of an error's stack property: V8's format.
func renderStack(a *object.Agent, o *object.Object) object.Value {
	var t *Trace
	if o.Class() == object.ClassError {
		t = (*Trace)(o.Ext())
	}
	m := machineOf(a)
	if v, ok := m.prepareStackTrace(o, t); ok {
		return v
	}
	return object.Str(m.renderTrace(o, t))
}

// captureStackTrace is V8's Error.captureStackTrace: it gives any object a
// stack property with the frames below skipUntil.
func captureStackTrace(a *object.Agent, o, skipUntil *object.Object) error {
	m := machineOf(a)
	t := &Trace{Frames: m.Capture(m.stackLimit(), skipUntil)}
	v, ok := m.prepareStackTrace(o, t)
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
