package compiler

import (
	"encoding/binary"

	"github.com/burrowjs/burrow/ast"
)

// localName is an entry of the scope table: a variable and where it lives in a
// range of the code.
type localName struct {
	binding    *ast.Binding
	variable   variable
	start, end int
}

func (f *funcState) addName(b *ast.Binding, v variable) {
	f.names = append(f.names, localName{b, v, f.pc(), -1})
}

// endNames ends the ranges of the names from first on that are still open.
func (f *funcState) endNames(first int) {
	for i := first; i < len(f.names); i++ {
		if f.names[i].end < 0 {
			f.names[i].end = f.pc()
		}
	}
}

// scopeTable encodes the names of local variables for debuggers. Each entry is a
// sequence of varints: the start pc as the difference to that of the entry before,
// the length of the pc range, the place (index<<2 | 0 register, 1 box in a
// register, 3 element of the array of spilled variables), the binding kind (as in
// package ast), the length of the name in bytes, and the name in WTF-8.
func (f *funcState) scopeTable() []byte {
	var b []byte
	last := 0
	for _, n := range f.names {
		b = binary.AppendUvarint(b, uint64(n.start-last))
		last = n.start
		b = binary.AppendUvarint(b, uint64(max(0, n.end-n.start)))
		b = binary.AppendUvarint(b, uint64(n.variable.index)<<2|uint64(n.variable.kind))
		b = binary.AppendUvarint(b, uint64(n.binding.Kind))
		name := n.binding.Name.WTF8()
		b = binary.AppendUvarint(b, uint64(len(name)))
		b = append(b, name...)
	}
	return b
}
