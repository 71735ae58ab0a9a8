package ast

import (
	"strconv"
	"unicode/utf8"

	"github.com/burrowjs/burrow/internal/jstring"
)

// ESTree returns the tree under n as JSON in the format of the ESTree
// specification, with the start and end of each node. Like Walk it keeps its own stack.
func ESTree(source *jstring.String, n Node) []byte {
	e := &estree{source: source}
	e.push(n)
	for len(e.stack) > 0 {
		top := e.stack[len(e.stack)-1]
		e.stack = e.stack[:len(e.stack)-1]
		switch v := top.(type) {
		case text:
			e.out = append(e.out, v...)
		case nil:
			e.out = append(e.out, "null"...)
		case *object:
			e.object(v)
		case list:
			e.list(v)
		case string:
			e.out = appendJSON(e.out, jstring.FromGo(v))
		case *jstring.String:
			e.out = appendJSON(e.out, v)
		case bool:
			e.out = strconv.AppendBool(e.out, v)
		case Node:
			if o, ok := e.node(v).(*object); ok {
				e.object(o)
			} else {
				e.push(e.node(v))
			}
		}
	}
	return e.out
}

type (
	estree struct {
		source *jstring.String
		out    []byte
		stack  []any
	}
	text   string // literal JSON
	list   []any
	field  = any
	object struct {
		kind       string
		start, end uint32
		fields     []field // name and value in turns
	}
)

func (e *estree) push(v any) { e.stack = append(e.stack, v) }

// object writes the head of an object and leaves its fields to the stack.
func (e *estree) object(o *object) {
	e.out = append(e.out, `{"type":"`...)
	e.out = append(e.out, o.kind...)
	e.out = append(e.out, `","start":`...)
	e.out = strconv.AppendUint(e.out, uint64(o.start), 10)
	e.out = append(e.out, `,"end":`...)
	e.out = strconv.AppendUint(e.out, uint64(o.end), 10)
	e.push(text("}"))
	for i := len(o.fields) - 2; i >= 0; i -= 2 {
		e.push(o.fields[i+1])
		e.push(text(`,"` + o.fields[i].(string) + `":`))
	}
}

func (e *estree) list(l list) {
	e.out = append(e.out, '[')
	e.push(text("]"))
	for i := len(l) - 1; i >= 0; i-- {
		e.push(l[i])
		if i > 0 {
			e.push(text(","))
		}
	}
}

func appendJSON(out []byte, s *jstring.String) []byte {
	const hex = "0123456789abcdef"
	out = append(out, '"')
	units := s.AppendUnits(nil)
	for i := 0; i < len(units); i++ {
		c := units[i]
		switch {
		case c == '"' || c == '\\':
			out = append(out, '\\', byte(c))
		case c < 0x20 || c >= 0xD800 && c <= 0xDFFF && !(i+1 < len(units) && jstring.IsLeadSurrogate(c) && jstring.IsTrailSurrogate(units[i+1])):
			out = append(out, '\\', 'u', hex[c>>12], hex[c>>8&15], hex[c>>4&15], hex[c&15])
		case c < 0x80:
			out = append(out, byte(c))
		case jstring.IsLeadSurrogate(c):
			out = utf8.AppendRune(out, jstring.JoinSurrogates(c, units[i+1]))
			i++
		default:
			out = utf8.AppendRune(out, rune(c))
		}
	}
	return append(out, '"')
}

func (e *estree) raw(n Node) *jstring.String { return Text(e.source, n) }

func newObject(kind string, n Node, fields ...field) *object {
	return &object{kind, n.Pos(), n.End(), fields}
}

// optional returns nil for a nil pointer.
func optional[T any, P interface {
	*T
	Node
}](n P) any {
	if n == nil {
		return nil
	}
	return n
}

func nodes[T interface {
	comparable
	Node
}](elements []T) list {
	var zero T
	l := make(list, len(elements))
	for i, n := range elements {
		if n != zero {
			l[i] = n
		}
	}
	return l
}

// node returns what n is in ESTree.
func (e *estree) node(n Node) any {
	switch n := n.(type) {
	case *Script:
		return newObject("Program", n, "body", nodes(n.Body), "sourceType", "script")
	case *Module:
		return newObject("Program", n, "body", nodes(n.Body), "sourceType", "module")
	case *Identifier:
		return newObject("Identifier", n, "name", n.Name)
	case *IdentifierName:
		return newObject("Identifier", n, "name", n.Name)
	case *PrivateIdentifier:
		return newObject("PrivateIdentifier", n, "name", n.Name.Substring(1, n.Name.Len()))
	case *ThisExpression:
		return newObject("ThisExpression", n)
	case *NullLiteral:
		return newObject("Literal", n, "value", nil, "raw", "null")
	case *BooleanLiteral:
		return newObject("Literal", n, "value", n.Value, "raw", e.raw(n))
	case *NumericLiteral:
		return newObject("Literal", n, "value", number(n.Value), "raw", e.raw(n))
	case *BigIntLiteral:
		return newObject("Literal", n, "value", nil, "raw", e.raw(n), "bigint", n.Value().String())
	case *StringLiteral:
		return newObject("Literal", n, "value", n.Value, "raw", e.raw(n))
	case *RegExpLiteral:
		regex := text(`{"pattern":` + string(appendJSON(nil, n.Pattern)) + `,"flags":` + string(appendJSON(nil, n.Flags)) + `}`)
		return newObject("Literal", n, "value", text("{}"), "raw", e.raw(n), "regex", regex)
	case *TemplateLiteral:
		return newObject("TemplateLiteral", n, "expressions", nodes(n.Expressions), "quasis", quasis(n))
	case *TaggedTemplate:
		return newObject("TaggedTemplateExpression", n, "tag", n.Tag, "quasi", n.Quasi)
	case *ArrayLiteral:
		return newObject("ArrayExpression", n, "elements", nodes(n.Elements))
	case *SpreadElement:
		return newObject("SpreadElement", n, "argument", n.Argument)
	case *ObjectLiteral:
		return newObject("ObjectExpression", n, "properties", nodes(n.Properties))
	case *Property:
		return property(n)
	case *UnaryExpression:
		return newObject("UnaryExpression", n, "operator", n.Op.String(), "prefix", true, "argument", n.Operand)
	case *UpdateExpression:
		op := "++"
		if n.Decrement {
			op = "--"
		}
		return newObject("UpdateExpression", n, "operator", op, "prefix", n.Prefix, "argument", n.Target)
	case *BinaryExpression:
		return newObject("BinaryExpression", n, "left", n.Left, "operator", n.Op.String(), "right", n.Right)
	case *PrivateInExpression:
		return newObject("BinaryExpression", n, "left", n.Name, "operator", "in", "right", n.Right)
	case *LogicalExpression:
		return newObject("LogicalExpression", n, "left", n.Left, "operator", n.Op.String(), "right", n.Right)
	case *ConditionalExpression:
		return newObject("ConditionalExpression", n, "test", n.Test, "consequent", n.Consequent, "alternate", n.Alternate)
	case *AssignmentExpression:
		return newObject("AssignmentExpression", n, "operator", n.Op.String(), "left", n.Target, "right", n.Value)
	case *SequenceExpression:
		return newObject("SequenceExpression", n, "expressions", nodes(n.Expressions))
	case *ParenthesizedExpression:
		return Unparen(n)
	case *MemberExpression:
		return newObject("MemberExpression", n, "object", n.Object, "property", n.Property, "computed", false, "optional", n.Optional)
	case *IndexExpression:
		return newObject("MemberExpression", n, "object", n.Object, "property", n.Index, "computed", true, "optional", n.Optional)
	case *PrivateMemberExpression:
		return newObject("MemberExpression", n, "object", n.Object, "property", n.Property, "computed", false, "optional", n.Optional)
	case *SuperProperty:
		var key any = n.Index
		if n.Property != nil {
			key = n.Property
		}
		return newObject("MemberExpression", n, "object", super(n), "property", key, "computed", n.Property == nil, "optional", false)
	case *CallExpression:
		return newObject("CallExpression", n, "callee", n.Callee, "arguments", nodes(n.Arguments), "optional", n.Optional)
	case *SuperCall:
		return newObject("CallExpression", n, "callee", super(n), "arguments", nodes(n.Arguments), "optional", false)
	case *NewExpression:
		return newObject("NewExpression", n, "callee", n.Callee, "arguments", nodes(n.Arguments))
	case *OptionalChain:
		return newObject("ChainExpression", n, "expression", n.Expression)
	case *NewTarget:
		return metaProperty(n, "new", "target")
	case *ImportMeta:
		return metaProperty(n, "import", "meta")
	case *ImportCall:
		return newObject("ImportExpression", n, "source", n.Source, "options", n.Options)
	case *YieldExpression:
		return newObject("YieldExpression", n, "delegate", n.Delegate, "argument", n.Argument)
	case *AwaitExpression:
		return newObject("AwaitExpression", n, "argument", n.Argument)
	}
	return e.declaration(n)
}

func number(v float64) text {
	if v > 1.7976931348623157e308 {
		return "null"
	}
	return text(strconv.FormatFloat(v, 'g', -1, 64))
}

func super(n Node) *object { return &object{kind: "Super", start: n.Pos(), end: n.Pos() + 5} }

func metaProperty(n Node, meta, name string) *object {
	return newObject("MetaProperty", n,
		"meta", &object{"Identifier", n.Pos(), n.Pos() + uint32(len(meta)), []field{"name", meta}},
		"property", &object{"Identifier", n.End() - uint32(len(name)), n.End(), []field{"name", name}})
}

func quasis(t *TemplateLiteral) list {
	l := make(list, len(t.Quasis))
	for i := range t.Quasis {
		q := &t.Quasis[i]
		cooked := text("null")
		if q.Cooked != nil {
			cooked = text(appendJSON(nil, q.Cooked))
		}
		value := text(`{"raw":`+string(appendJSON(nil, q.Raw))+`,"cooked":`) + cooked + "}"
		l[i] = newObject("TemplateElement", q, "value", value, "tail", i == len(t.Quasis)-1)
	}
	return l
}

func property(n *Property) *object {
	kind := "init"
	switch n.Kind {
	case PropertySpread:
		return newObject("SpreadElement", n, "argument", n.Value)
	case PropertyGetter:
		kind = "get"
	case PropertySetter:
		kind = "set"
	}
	return newObject("Property", n, "method", n.Kind == PropertyMethod, "shorthand", n.Kind == PropertyShorthand, "computed", n.Computed,
		"key", n.Key, "kind", kind, "value", n.Value)
}
