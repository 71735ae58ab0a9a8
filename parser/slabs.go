package parser

import "github.com/burrowjs/burrow/ast"

// slabs allocate the most frequent nodes in blocks: a tree is short-lived and
// dies as a whole.
type slabs struct {
	identifiers []ast.Identifier
	names       []ast.IdentifierName
	members     []ast.MemberExpression
	calls       []ast.CallExpression
	binaries    []ast.BinaryExpression
	strings     []ast.StringLiteral
	statements  []ast.ExpressionStatement
	numbers     []ast.NumericLiteral
	assignments []ast.AssignmentExpression
	properties  []ast.Property
	blocks      []ast.BlockStatement
	size        int

	statementLists lists[ast.Stmt]
	expressions    lists[ast.Expr]
	propertyLists  lists[*ast.Property]
}

// lists makes slices of the tree that have no room to spare: elements wait on a
// stack until their number is known. Inner lists end before outer ones.
type lists[T any] struct {
	open  []T
	block []T // where the next short slices are cut from
	size  int
}

func (l *lists[T]) push(x T) { l.open = append(l.open, x) }

// since ends the list whose first element was pushed when open had start elements.
func (l *lists[T]) since(start int) []T {
	n := len(l.open) - start
	if n == 0 {
		return nil
	}
	if n > len(l.block) {
		if l.size < 2*slabMax {
			l.size += 8
		}
		if n >= l.size/2 {
			list := append(make([]T, 0, n), l.open[start:]...)
			l.drop(start)
			return list
		}
		l.block = make([]T, l.size)
	}
	list := l.block[:n:n]
	l.block = l.block[n:]
	copy(list, l.open[start:])
	l.drop(start)
	return list
}

func (l *lists[T]) drop(start int) {
	clear(l.open[start:])
	l.open = l.open[:start]
}

const slabMax = 128

// take returns the next element of a slab.
func take[T any](slab *[]T, size *int) *T {
	if len(*slab) == 0 {
		if *size < slabMax {
			*size += 4
		}
		*slab = make([]T, *size)
	}
	n := &(*slab)[0]
	*slab = (*slab)[1:]
	return n
}
