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
