// Package differential compares the engine with Node 20, program by program.
//
// testdata/node holds small programs, most of them made from tables by chapter
// of the library, with the output that Node 20 gives (update.sh makes it).
// testdata/later holds programs about what Node 20 does not have; their output
// was checked by hand against the specification. So are those in
// testdata/proposed, which have the built-ins of proposals.
//
// What differs from Node is not hidden: testdata/differences.txt lists every
// differing line, and the test fails when that list changes in either
// direction. COVERAGE.md lists the built-in functions that no program calls;
// it is made by counting calls in a realm of its own.
package differential
