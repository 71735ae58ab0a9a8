// Package archtest holds tests of the project's shape: which package may import
// which, how long a file may be, what may be depended on. It has no code of its
// own; the rules are the tables at the top of the test files.
package archtest
