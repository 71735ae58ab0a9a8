// Package unicodedata holds the parts of Unicode 17 that ECMA-262 names: the
// identifier properties, case mapping and folding, white space, and everything
// that a \p{…} of a regular expression can say.
//
// All of it sits in tables.bin, which the command in gen writes from published
// data: 84 KiB of delta-coded varints, embedded as they are and shared with the
// program text, so that a process that never asks for a property never pays for
// one. Each table is decoded on first use, once, and is immutable afterwards;
// everything in this package may be called from any goroutine. The questions
// that a lexer asks for every character (IsIDStart, IsIDContinue) are answered
// for Latin-1 by a bit table that is built in.
package unicodedata

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed tables.bin
var tables string

// reader takes varints off the front of a table.
type reader string

func (r *reader) more() bool { return len(*r) > 0 }

func (r *reader) uvarint() int {
	n, shift := 0, 0
	for i := 0; ; i++ {
		c := (*r)[i]
		n |= int(c&0x7F) << shift
		if c < 0x80 {
			*r = (*r)[i+1:]
			return n
		}
		shift += 7
	}
}

func (r *reader) varint() int {
	n := r.uvarint()
	return n>>1 ^ -(n & 1)
}

func (r *reader) bytes() string {
	n := r.uvarint()
	s := string((*r)[:n])
	*r = (*r)[n:]
	return s
}

// tableIndex maps the names of the tables to their contents. The first letter
// of a name is its kind: b binary property, g general category, s script,
// x script extensions (only where they differ from the script), m mapping,
// q property of strings.
var tableIndex = sync.OnceValue(func() map[string]string {
	index := make(map[string]string, 512)
	for r := reader(tables); r.more(); {
		name := r.bytes()
		index[name] = r.bytes()
	}
	return index
})

// aliasIndex maps an alias with its kind to the name of the table.
var aliasIndex = sync.OnceValue(func() map[string]string {
	index := make(map[string]string, 512)
	for line := range strings.Lines(tableIndex()["aliases"]) {
		alias, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		index[alias] = alias[:2] + name
	}
	return index
})
