// Package adversary attacks the engine through vmapi. It has no code of its
// own, only tests.
//
// The contract: whatever a script, pattern or text contains, Burrow neither
// panics nor overflows the Go stack; limits of time, steps and memory hold also
// inside built-in functions; nothing that a script does catches the end of its
// run; and the VM is usable afterwards.
//
// The inputs are testdata/*.js, one attack each. The number in a file's name
// says which family of attacks it belongs to: 01–19 the text of a program,
// 20–26 recursion, 27–38 memory, 39–43 patterns, 44–52 changes under the hands
// of a built-in, 53 proxies, 54 errors, 55 jobs, 56–60 contexts. Comment lines
// at the top of a file say what must happen:
//
//	// expect: ok 42          the completion value
//	// expect: RangeError     the name of the uncaught error
//	// expect: timeout        or steps, memory: the limit that ends the run
//	// expect: stops          anything, within the limits
//	// limits: timeout=1s memory=64 steps=100000
//
// Memory is in megabytes. After each attack the same VM runs another script.
package adversary
