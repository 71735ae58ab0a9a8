// Package numeric is clause 21 of the standard library: Number, BigInt, Math
// and Date.
//
// Numbers are printed by correctly rounded decimal conversion (strconv, with
// ties away from zero where the specification wants the larger n). Math comes
// from Go's math package where that is as exact as scripts can tell, and from
// code of its own where the specification asks for exact results (sumPrecise,
// f16round) or where Go's rounding of simple cases is worse than what programs
// are used to.
//
// Dates are a float64 time value and the calendar arithmetic of 21.4.1, done
// in integers. The time zone is the agent's (a.Host.Location), as are the clock
// and the random numbers: nothing here asks the operating system.
package numeric

import "github.com/burrowjs/burrow/object"

// Globals are the properties of the global object that this chapter defines.
var Globals = []object.Prop{
	object.Ref("Number", object.IntrinsicNumber),
	object.Ref("BigInt", object.IntrinsicBigInt),
	object.Ref("Math", object.IntrinsicMath),
	object.Ref("Date", object.IntrinsicDate),
}
