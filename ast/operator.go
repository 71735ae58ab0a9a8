package ast

// UnaryOp is a unary operator.
type UnaryOp uint8

// The unary operators.
const (
	OpDelete UnaryOp = iota
	OpVoid
	OpTypeof
	OpPlus
	OpMinus
	OpBitNot
	OpNot
)

var unaryText = [...]string{OpDelete: "delete", OpVoid: "void", OpTypeof: "typeof", OpPlus: "+", OpMinus: "-", OpBitNot: "~", OpNot: "!"}

func (op UnaryOp) String() string { return unaryText[op] }

// BinaryOp is a binary operator that evaluates both operands.
type BinaryOp uint8

// The binary operators.
const (
	OpAdd BinaryOp = iota
	OpSub
	OpMul
	OpDiv
	OpMod
	OpExp
	OpShl
	OpSar
	OpShr
	OpBitAnd
	OpBitOr
	OpBitXor
	OpEq
	OpNe
	OpStrictEq
	OpStrictNe
	OpLt
	OpLe
	OpGt
	OpGe
	OpIn
	OpInstanceof
)

// BinaryOperators describes the binary operators: their text and precedence,
// a greater one binding tighter.
var BinaryOperators = [...]struct {
	Text       string
	Precedence int
}{
	OpBitOr: {"|", 4}, OpBitXor: {"^", 5}, OpBitAnd: {"&", 6},
	OpEq: {"==", 7}, OpNe: {"!=", 7}, OpStrictEq: {"===", 7}, OpStrictNe: {"!==", 7},
	OpLt: {"<", 8}, OpLe: {"<=", 8}, OpGt: {">", 8}, OpGe: {">=", 8}, OpIn: {"in", 8}, OpInstanceof: {"instanceof", 8},
	OpShl: {"<<", 9}, OpSar: {">>", 9}, OpShr: {">>>", 9},
	OpAdd: {"+", 10}, OpSub: {"-", 10},
	OpMul: {"*", 11}, OpDiv: {"/", 11}, OpMod: {"%", 11},
	OpExp: {"**", 12},
}

func (op BinaryOp) String() string { return BinaryOperators[op].Text }

// LogicalOp is an operator that may skip its right operand.
type LogicalOp uint8

// The logical operators.
const (
	OpAnd LogicalOp = iota
	OpOr
	OpCoalesce
)

// LogicalOperators describes the logical operators, as BinaryOperators does.
var LogicalOperators = [...]struct {
	Text       string
	Precedence int
}{OpAnd: {"&&", 3}, OpOr: {"||", 2}, OpCoalesce: {"??", 1}}

func (op LogicalOp) String() string { return LogicalOperators[op].Text }

// AssignOp is an assignment operator.
type AssignOp uint8

// The assignment operators: AssignPlain, the logical ones, and from AssignBinary on
// one for each arithmetic BinaryOp, in the same order.
const (
	AssignPlain AssignOp = iota
	AssignAnd
	AssignOr
	AssignCoalesce
	AssignBinary
)

// Binary returns the operator of a compound assignment.
func (op AssignOp) Binary() (BinaryOp, bool) {
	return BinaryOp(op - AssignBinary), op >= AssignBinary
}

// Logical returns the operator of a logical assignment.
func (op AssignOp) Logical() (LogicalOp, bool) {
	return LogicalOp(op - AssignAnd), op >= AssignAnd && op <= AssignCoalesce
}

func (op AssignOp) String() string {
	if b, ok := op.Binary(); ok {
		return b.String() + "="
	}
	if l, ok := op.Logical(); ok {
		return l.String() + "="
	}
	return "="
}
