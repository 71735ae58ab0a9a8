// Package interp says how code runs: clauses 8, 9 and 13 to 16 of ECMA-262 at
// run time. A Machine executes the instructions of bytecode templates over
// values in registers.
//
// Calls between JavaScript functions stay in one Go loop (run, generated from
// loop.tmpl): a call pushes a Frame and slides the register window, a return
// pops it, and an exception unwinds frames by their handler tables. What the
// loop cannot do with a few machine instructions it leaves to a slow path: it
// saves the program counter, calls a Go function, and reloads its state, so
// that no Go call ever returns into the middle of the loop. Go recursion
// happens only when Go code (a getter called by a built-in, say) calls back
// into script, and it is bounded.
//
// Property sites carry inline caches keyed by shape (site.go). Captured
// variables live in boxes. Generators and async functions are frames that are
// copied out and back (coroutine.go). Names that cannot be resolved
// statically, because of eval or with, are looked up in scope records
// (scope.go).
//
// The package is documented for readers; embedders use vmapi, and its API may
// change.
package interp

//go:generate go run ./gen
