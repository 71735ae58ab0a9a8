package object

import "github.com/burrowjs/burrow/internal/jstring"

// What operators do with long strings and BigInts takes time in proportion, in
// one step of the program. It is counted as further steps.

const (
	longText    = 4096 // units; shorter strings cost nothing
	textPerStep = 8    // log2 of the units gone through in a step
	bitsPerStep = 12   // log2 of the bits of BigInts compared in a step
)

// TickText accounts for going through v once, if it is a long string. Making
// a rope flat is part of that.
func (a *Agent) TickText(v Value) error {
	if v.IsString() {
		if n := v.AsString().Len(); n >= longText {
			return a.Tick(n >> textPerStep)
		}
	}
	return nil
}

// TickEqual accounts for the comparison of x with y for equality: strings and
// BigInts of different lengths differ at once.
func (a *Agent) TickEqual(x, y Value) error {
	switch {
	case x.ref == y.ref:
	case x.IsString() && y.IsString() && x.AsString().Len() == y.AsString().Len():
		return a.TickText(x)
	case x.IsBigInt() && y.IsBigInt():
		return a.tickBits(x, y)
	}
	return nil
}

// tickLess accounts for putting two primitive values in order.
func (a *Agent) tickLess(x, y Value) error {
	switch {
	case x.IsString() && y.IsString():
		return a.TickOrder(x.AsString(), y.AsString())
	case x.IsBigInt() && y.IsBigInt():
		return a.tickBits(x, y)
	}
	return nil
}

// TickOrder accounts for putting two strings in order.
func (a *Agent) TickOrder(s, t *jstring.String) error {
	if n := min(s.Len(), t.Len()); n >= longText {
		return a.Tick(n >> textPerStep)
	}
	return nil
}

func (a *Agent) tickBits(x, y Value) error {
	if n := min(x.AsBigInt().BitLen(), y.AsBigInt().BitLen()) >> bitsPerStep; n > 0 {
		return a.Tick(n)
	}
	return nil
}
