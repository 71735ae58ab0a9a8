package parser

import "github.com/burrowjs/burrow/ast"

// reference is an entry of the log. prev is the number (index plus one) of the
// next older unresolved reference to the same name.
type reference struct {
	ident *ast.Identifier
	scope *ast.Scope
	prev  int32
}

// referenceLog is the log of references, in blocks: programs with large
// top-level scopes have hundreds of thousands open, and a slice would be copied
// again and again.
type referenceLog struct {
	blocks [][]reference
	n      int
}

const blockBits = 9

func (l *referenceLog) at(i int) *reference { return &l.blocks[i>>blockBits][i&(1<<blockBits-1)] }

func (l *referenceLog) push(r reference) {
	b := l.n >> blockBits
	if b == len(l.blocks) {
		size := 1 << blockBits
		if b == 0 {
			size = 8 // most texts of eval need no more
		}
		l.blocks = append(l.blocks, make([]reference, 0, size))
	}
	l.blocks[b] = append(l.blocks[b], r)
	l.n++
}

// truncate forgets all but the first n references.
func (l *referenceLog) truncate(n int) {
	for b := n >> blockBits; b < len(l.blocks) && b<<blockBits < l.n; b++ {
		l.blocks[b] = l.blocks[b][:max(0, n-b<<blockBits)]
	}
	l.n = n
}
