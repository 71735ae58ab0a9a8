package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// The loop reads values and objects through structs of its own with the layout
// of those in package object, so that it can use their fields directly;
// TestLayout compares them.

type val struct {
	ref  unsafe.Pointer
	bits uint64
}

type obj struct {
	shape, slots, ext unsafe.Pointer
	flags             uint64
}

// privateName is what the loop sees of a symbol that is a private name.
type privateName struct {
	shape    unsafe.Pointer
	slot     uint32
	writable bool
}

type elements struct {
	data             unsafe.Pointer
	len, cap, length uint32
	form             uint8
	readOnly         bool
}

const (
	valSize   = unsafe.Sizeof(val{})
	ptrSize   = unsafe.Sizeof(unsafe.Pointer(nil))
	siteSize  = unsafe.Sizeof(site{})
	frameSize = unsafe.Sizeof(Frame{})
	instrSize = int(unsafe.Sizeof(bytecode.Instr{}))

	tagInternal  uint64 = 0xFFF9 << 48
	tagObject    uint64 = 0xFFFC << 48
	tagString    uint64 = 0xFFFD << 48
	tagSymBigInt uint64 = 0xFFFE << 48
	tagInt32     uint64 = 0xFFFF << 48

	bitsFalse     uint64 = 0xFFFA << 48
	bitsTrue             = bitsFalse | 1
	bitsUndefined uint64 = 0xFFFB << 48
	bitsNull             = bitsUndefined | 1
	bitsHole             = tagInternal
	bitsTDZ              = tagInternal | 1
	bitsEmpty            = tagInternal | 2
	bitsSymbol           = tagSymBigInt

	// Machine-only values, which live in registers: a box of a captured
	// variable, a scope record, an iteration or for-in state, a reference.
	bitsBox      = tagSymBigInt | 2
	bitsScope    = tagSymBigInt | 3
	bitsInternal = tagSymBigInt | 4
	// bitsFastIter stands for the next method of an array that is stepped by index.
	bitsFastIter = tagInternal | 0x10
	// bitsFastPos with the next index in its low half is its third register: falsy,
	// as the flag that the iterator is done would be.
	bitsFastPos = tagInternal | 1<<40

	kindArray   = uint8(object.KindArray)
	kindClosure = uint8(object.KindClosure)
	kindNative  = uint8(object.KindNative)

	capShift    = object.CapShift // of obj.flags
	flagHTMLDDA = object.FlagHTMLDDA

	formInt   = uint8(object.ElementsInt)
	formFloat = uint8(object.ElementsFloat)
)

// Modes with which a generator is resumed.
const (
	resumeNext uint32 = iota
	resumeThrow
	resumeReturn
)

func (v *val) value() object.Value { return (*(*object.Value)(unsafe.Pointer(v))).Clean() }

func (v *val) set(x object.Value) { *(*object.Value)(unsafe.Pointer(v)) = x }

func (v *val) isObject() bool { return v.bits == tagObject }

// reg returns a register of the current frame.
func (m *Machine) reg(i uint16) *val { return (*val)(unsafe.Add(m.regs, uintptr(i)*valSize)) }

// get returns the value of a register of the current frame.
func (m *Machine) get(i uint16) object.Value { return m.reg(i).value() }
