package lexer

import "github.com/burrowjs/burrow/internal/jstring"

// Kind is the kind of a token.
type Kind uint8

// Token is the lexer's current token. Names are canonical; Value is the string
// value of a string literal or the digits' text of a BigInt.
type Token struct {
	Kind Kind
	// Newline tells whether a line terminator comes before the token.
	Newline bool
	// Escaped tells whether an identifier was written with a Unicode escape. An
	// escaped reserved word has Kind EscapedKeyword, an escaped contextual
	// one Identifier; Name.Kind has the word's own kind.
	Escaped bool
	// Legacy is what makes a literal an error in strict code.
	Legacy     Legacy
	Start, End uint32
	Name       *Name
	Number     float64
	Value      *jstring.String
	// Base is the base of BigInt digits.
	Base int
}

// Legacy is a form of literal that strict code forbids.
type Legacy uint8

// The legacy forms of literals.
const (
	LegacyNone        Legacy = iota
	LegacyOctal              // 017
	LegacyDecimal            // 08
	LegacyOctalEscape        // "\1"
	LegacyEightOrNine        // "\8"
)

// Message returns the message of the error in strict code.
func (l Legacy) Message() string {
	switch l {
	case LegacyOctal:
		return "Octal literals are not allowed in strict mode."
	case LegacyDecimal:
		return "Decimals with leading zeros are not allowed in strict mode."
	case LegacyEightOrNine:
		return "\\8 and \\9 are not allowed in strict mode."
	}
	return "Octal escape sequences are not allowed in strict mode."
}

// The kinds of tokens. Words that are identifiers in some context come first,
// then those that strict code reserves, then reserved words.
const (
	EOF Kind = iota
	Illegal

	Identifier
	Eval
	Arguments
	Async
	Of
	Get
	Set
	As
	From
	Using
	Accessor
	Constructor
	Prototype
	Proto
	Target
	Meta
	Source
	Defer
	Assert
	Await
	// Reserved in strict code:
	Implements
	Interface
	Let
	Package
	Private
	Protected
	Public
	Static
	Yield
	// Reserved words:
	Break
	Case
	Catch
	Class
	Const
	Continue
	Debugger
	Default
	Delete
	Do
	Else
	Enum
	Export
	Extends
	False
	Finally
	For
	Function
	If
	Import
	In
	Instanceof
	New
	Null
	Return
	Super
	Switch
	This
	Throw
	True
	Try
	Typeof
	Var
	Void
	While
	With
	EscapedKeyword

	PrivateName
	Number
	BigInt
	String
	Template // ` or, after ScanTemplate, nothing else
	RegExp

	LBrace
	RBrace
	LParen
	RParen
	LBracket
	RBracket
	Dot
	Ellipsis
	Semicolon
	Comma
	Question
	QuestionDot
	Colon
	Arrow
	Not
	BitNot
	Inc
	Dec

	// Binary operators, in the order of ast.BinaryOp.
	Add
	Sub
	Mul
	Div
	Mod
	Exp
	Shl
	Sar
	Shr
	BitAnd
	BitOr
	BitXor
	Eq
	Ne
	StrictEq
	StrictNe
	Lt
	Le
	Gt
	Ge
	// Logical operators, in the order of ast.LogicalOp.
	And
	Or
	Coalesce
	// Assignment operators, in the order of ast.AssignOp.
	Assign
	AssignAnd
	AssignOr
	AssignCoalesce
	AssignAdd
	AssignSub
	AssignMul
	AssignDiv
	AssignMod
	AssignExp
	AssignShl
	AssignSar
	AssignShr
	AssignBitAnd
	AssignBitOr
	AssignBitXor

	kindCount
)

// IsWord reports whether k is an identifier or keyword.
func (k Kind) IsWord() bool { return k >= Identifier && k <= EscapedKeyword }

// IsContextual reports whether k is an identifier in at least some context.
func (k Kind) IsContextual() bool { return k >= Identifier && k <= Yield }

// IsStrictReserved reports whether only strict code reserves k.
func (k Kind) IsStrictReserved() bool { return k >= Implements && k <= Yield }

// IsReserved reports whether k is a reserved word everywhere.
func (k Kind) IsReserved() bool { return k >= Break && k <= With }

// IsAssign reports whether k is an assignment operator.
func (k Kind) IsAssign() bool { return k >= Assign && k <= AssignBitXor }

var wordKinds = map[string]Kind{
	"eval": Eval, "arguments": Arguments, "async": Async, "of": Of, "get": Get, "set": Set, "as": As,
	"from": From, "using": Using, "accessor": Accessor, "constructor": Constructor, "prototype": Prototype, "__proto__": Proto,
	"target": Target, "meta": Meta, "source": Source, "defer": Defer, "assert": Assert, "await": Await,
	"implements": Implements, "interface": Interface, "let": Let, "package": Package, "private": Private,
	"protected": Protected, "public": Public, "static": Static, "yield": Yield,
	"break": Break, "case": Case, "catch": Catch, "class": Class, "const": Const, "continue": Continue,
	"debugger": Debugger, "default": Default, "delete": Delete, "do": Do, "else": Else, "enum": Enum,
	"export": Export, "extends": Extends, "false": False, "finally": Finally, "for": For, "function": Function,
	"if": If, "import": Import, "in": In, "instanceof": Instanceof, "new": New, "null": Null, "return": Return,
	"super": Super, "switch": Switch, "this": This, "throw": Throw, "true": True, "try": Try, "typeof": Typeof,
	"var": Var, "void": Void, "while": While, "with": With,
}
