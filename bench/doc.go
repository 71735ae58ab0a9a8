// Command bench compares JavaScript engines on the same programs.
//
// It is a module of its own, so that the engines it compares with are no
// dependencies of Burrow. The programs in programs/ are plain scripts that leave
// their answer in globalThis.result; the first line says what it has to be.
//
// Every measurement is a process of its own: the command starts itself again
// with the name of an engine and a program, so that one run cannot warm up or
// burden the next and the peak memory of each is known. Engines take turns
// within each repetition, so that a machine that slows down slows all of them.
// The time is taken inside the process, around the program alone.
package main
