package ast

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/burrowjs/burrow/internal/jstring"
)

// Sexpr returns the tree under n as an S-expression: each node is its type, what
// it says besides its children, and its children in source order. Absent
// children that would make two trees look alike show as words.
func Sexpr(n Node) string {
	var b strings.Builder
	Walk(n, func(n Node, enter bool) bool {
		if !enter {
			b.WriteByte(')')
			return true
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteByte('(')
		b.WriteString(TypeName(n))
		for _, a := range attributes(n) {
			b.WriteByte(' ')
			b.WriteString(a)
		}
		return true
	})
	return b.String()
}

// TypeName returns the name of n's type.
func TypeName(n Node) string {
	name := fmt.Sprintf("%T", n)
	return name[strings.LastIndexByte(name, '.')+1:]
}

func quote(s *jstring.String) string {
	if s == nil {
		return "undefined"
	}
	return strconv.Quote(s.WTF8())
}

// flags returns the words whose conditions hold, given in turns.
func flags(pairs ...any) (list []string) {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1].(bool) {
			list = append(list, pairs[i].(string))
		}
	}
	return list
}

// attributes returns what distinguishes n from other nodes with the same children.
func attributes(n Node) []string {
	switch n := n.(type) {
	case *Identifier:
		return []string{n.Name.WTF8()}
	case *IdentifierName:
		return []string{n.Name.WTF8()}
	case *PrivateIdentifier:
		return []string{n.Name.WTF8()}
	case *BooleanLiteral:
		return []string{strconv.FormatBool(n.Value)}
	case *NumericLiteral:
		return []string{strconv.FormatFloat(n.Value, 'g', -1, 64)}
	case *BigIntLiteral:
		return []string{n.Digits, "base", strconv.Itoa(n.Base)}
	case *StringLiteral:
		return []string{quote(n.Value)}
	case *RegExpLiteral:
		return []string{quote(n.Pattern), quote(n.Flags)}
	case *TemplateLiteral:
		var list []string
		for _, q := range n.Quasis {
			list = append(list, quote(q.Cooked), quote(q.Raw))
		}
		return list
	case *ArrayLiteral:
		return holes(n.Elements)
	case *ArrayPattern:
		return holes(n.Elements)
	case *Property:
		return append([]string{propertyKinds[n.Kind]}, flags("computed", n.Computed)...)
	case *PatternProperty:
		return flags("computed", n.Computed, "shorthand", n.Shorthand)
	case *UnaryExpression:
		return []string{n.Op.String()}
	case *UpdateExpression:
		return flags("--", n.Decrement, "++", !n.Decrement, "prefix", n.Prefix)
	case *BinaryExpression:
		return []string{n.Op.String()}
	case *LogicalExpression:
		return []string{n.Op.String()}
	case *AssignmentExpression:
		return []string{n.Op.String()}
	case *MemberExpression:
		return flags("?.", n.Optional)
	case *IndexExpression:
		return flags("?.", n.Optional)
	case *PrivateMemberExpression:
		return flags("?.", n.Optional)
	case *CallExpression:
		return flags("?.", n.Optional, "eval", n.DirectEval)
	case *ImportCall:
		return flags("source", n.Phase == PhaseSource, "defer", n.Phase == PhaseDefer)
	case *YieldExpression:
		return flags("*", n.Delegate)
	case *FunctionNode:
		return append([]string{functionKinds[n.Kind]}, flags("async", n.IsAsync, "*", n.IsGenerator, "strict", n.IsStrict, "static", n.IsStatic)...)
	case *ClassNode:
		return flags("extends", n.SuperClass != nil)
	case *ClassElement:
		return append([]string{elementKinds[n.Kind]}, flags("static", n.Static, "computed", n.Computed)...)
	}
	return statementAttributes(n)
}

func holes[T interface {
	comparable
	Node
}](elements []T) (list []string) {
	var zero T
	for i, e := range elements {
		if e == zero {
			list = append(list, "hole:"+strconv.Itoa(i))
		}
	}
	return list
}

var (
	propertyKinds = [...]string{"init", "shorthand", "method", "get", "set", "...", "__proto__"}
	functionKinds = [...]string{"declaration", "expression", "arrow", "method", "get", "set", "constructor", "derived", "field", "block"}
	elementKinds  = [...]string{"method", "get", "set", "field", "block"}
	variableKinds = [...]string{"var", "let", "const", "using", "await-using"}
)

func statementAttributes(n Node) []string {
	switch n := n.(type) {
	case *Script:
		return flags("strict", n.Strict)
	case *ExpressionStatement:
		return flags("directive", n.Directive)
	case *ForStatement:
		return flags("no-init", n.Init == nil, "no-test", n.Test == nil, "no-update", n.Update == nil)
	case *ForOfStatement:
		return flags("await", n.Await)
	case *SwitchCase:
		return flags("default", n.Test == nil)
	case *TryStatement:
		return flags("catch", n.Handler != nil)
	case *CatchClause:
		return flags("no-param", n.Param == nil)
	case *VariableDeclaration:
		return []string{variableKinds[n.Kind]}
	case *FunctionDeclaration:
		return flags("annex-b-var", n.AnnexBVar)
	case *ImportDeclaration:
		list := flags("source", n.Phase == PhaseSource, "defer", n.Phase == PhaseDefer, "default", n.Default != nil, "namespace", n.Namespace != nil)
		return append(list, withClause(n.Attributes)...)
	case *ImportSpecifier:
		return []string{quote(n.Imported)}
	case *ExportNamedDeclaration:
		return withClause(n.Attributes)
	case *ExportSpecifier:
		return []string{quote(n.Exported)}
	case *ExportAllDeclaration:
		return append(withClause(n.Attributes), quote(n.Exported))
	}
	return nil
}

func withClause(attributes []ImportAttribute) (list []string) {
	for _, a := range attributes {
		list = append(list, "with:"+quote(a.Key)+":"+quote(a.Value))
	}
	return list
}
