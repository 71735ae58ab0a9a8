package object

import "unsafe"

// Box is a variable that outlives its frame: one that an inner function, a
// mapped arguments object or a module namespace refers to. V is TDZ until the
// variable is initialised.
type Box struct{ V Value }

const bitsBox = tagSymBigInt | 2

// NewBoxValue returns a new box as a value for slots and registers, which
// scripts never see.
func NewBoxValue(v Value) Value { return Value{unsafe.Pointer(&Box{v.Clean()}), bitsBox} }

// IsBox reports whether v is a box.
func (v Value) IsBox() bool { return v.bits == bitsBox }

// AsBox returns the box of a value for which IsBox holds.
func (v Value) AsBox() *Box { return (*Box)(v.ref) }

// MagicSpecies is the Magic of the built-in get [Symbol.species] functions,
// all of which return their receiver.
const MagicSpecies = -2

// The Magic of built-in functions that the interpreter does itself.
const (
	MagicHasInstance  = -3 // Function.prototype[Symbol.hasInstance]
	MagicCall         = -4 // Function.prototype.call
	MagicApply        = -5 // Function.prototype.apply
	MagicReflectApply = -6
	MagicTypedLength  = -7 // get %TypedArray%.prototype.length
)

// SpeciesGetter is the accessor property [Symbol.species] of constructors.
func SpeciesGetter() Prop {
	return Prop{Symbol: SymbolSpecies, Fn: speciesGet, Attrs: AttrConfigurable | AttrAccessor, Magic: MagicSpecies}
}

func speciesGet(c *Call) (Value, error) { return c.This, nil }
