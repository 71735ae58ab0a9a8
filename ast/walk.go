package ast

// Walk calls visit for every node of the tree under n: with enter set before the
// node's children and, unless that call returned false, with enter unset after
// them. Children come in source order. Walk keeps its own stack, so the depth of
// a tree does not matter to it.
func Walk(n Node, visit func(n Node, enter bool) bool) {
	type item struct {
		node  Node
		leave bool
	}
	stack := []item{{node: n}}
	var children []Node
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if top.leave {
			visit(top.node, false)
			continue
		}
		if !visit(top.node, true) {
			continue
		}
		stack = append(stack, item{top.node, true})
		children = AppendChildren(children[:0], top.node)
		for i := len(children) - 1; i >= 0; i-- {
			stack = append(stack, item{node: children[i]})
		}
	}
}

// AppendChildren appends the children of n to list, in source order.
func AppendChildren(list []Node, n Node) []Node {
	l := nodeList(list)
	switch n := n.(type) {
	case *Script:
		addAll(&l, n.Body)
	case *Module:
		addAll(&l, n.Body)
	case *TemplateLiteral:
		addAll(&l, n.Expressions)
	case *TaggedTemplate:
		l.add(n.Tag)
		l.add(n.Quasi)
	case *ArrayLiteral:
		addAll(&l, n.Elements)
	case *SpreadElement:
		l.add(n.Argument)
	case *ObjectLiteral:
		addAll(&l, n.Properties)
	case *Property:
		if n.Kind != PropertyShorthand {
			l.add(n.Key)
		}
		l.add(n.Value)
	case *UnaryExpression:
		l.add(n.Operand)
	case *UpdateExpression:
		l.add(n.Target)
	case *BinaryExpression:
		l.add(n.Left)
		l.add(n.Right)
	case *PrivateInExpression:
		l.add(n.Name)
		l.add(n.Right)
	case *LogicalExpression:
		l.add(n.Left)
		l.add(n.Right)
	case *ConditionalExpression:
		l.add(n.Test)
		l.add(n.Consequent)
		l.add(n.Alternate)
	case *AssignmentExpression:
		l.add(n.Target)
		l.add(n.Value)
	case *SequenceExpression:
		addAll(&l, n.Expressions)
	case *ParenthesizedExpression:
		l.add(n.Expression)
	case *MemberExpression:
		l.add(n.Object)
		l.add(n.Property)
	case *IndexExpression:
		l.add(n.Object)
		l.add(n.Index)
	case *PrivateMemberExpression:
		l.add(n.Object)
		l.add(n.Property)
	case *SuperProperty:
		if n.Property != nil {
			l.add(n.Property)
		}
		l.add(n.Index)
	case *CallExpression:
		l.add(n.Callee)
		addAll(&l, n.Arguments)
	case *SuperCall:
		addAll(&l, n.Arguments)
	case *NewExpression:
		l.add(n.Callee)
		addAll(&l, n.Arguments)
	case *OptionalChain:
		l.add(n.Expression)
	case *ImportCall:
		l.add(n.Source)
		l.add(n.Options)
	case *YieldExpression:
		l.add(n.Argument)
	case *AwaitExpression:
		l.add(n.Argument)
	case *ArrayPattern, *ObjectPattern, *AssignmentElement, *PatternProperty, *RestElement:
		l.pattern(n)
	case *FunctionNode, *ClassNode, *ClassElement:
		l.function(n)
	default:
		l.statement(n)
	}
	return l
}

type nodeList []Node

// add appends a child unless it is nil.
func (l *nodeList) add(n Node) {
	if n != nil {
		*l = append(*l, n)
	}
}

func addAll[T interface {
	comparable
	Node
}](l *nodeList, list []T) {
	var zero T
	for _, n := range list {
		if n != zero {
			*l = append(*l, n)
		}
	}
}

func (l *nodeList) rest(r *RestElement) {
	if r != nil {
		l.add(r)
	}
}

func (l *nodeList) pattern(n Node) {
	switch n := n.(type) {
	case *ArrayPattern:
		addAll(l, n.Elements)
		l.rest(n.Rest)
	case *ObjectPattern:
		addAll(l, n.Properties)
		l.rest(n.Rest)
	case *AssignmentElement:
		l.add(n.Target)
		l.add(n.Init)
	case *PatternProperty:
		if !n.Shorthand {
			l.add(n.Key)
		}
		l.add(n.Value)
	case *RestElement:
		l.add(n.Target)
	}
}

func (l *nodeList) identifier(n *Identifier) {
	if n != nil {
		l.add(n)
	}
}

func (l *nodeList) function(n Node) {
	switch n := n.(type) {
	case *FunctionNode:
		l.identifier(n.Name)
		addAll(l, n.Params)
		l.rest(n.Rest)
		addAll(l, n.Body)
		l.add(n.Expression)
	case *ClassNode:
		l.identifier(n.Name)
		l.add(n.SuperClass)
		constructor := n.Constructor
		for _, el := range n.Elements {
			if constructor != nil && constructor.Start < el.Start {
				l.add(constructor)
				constructor = nil
			}
			l.add(el)
		}
		if constructor != nil {
			l.add(constructor)
		}
	case *ClassElement:
		l.add(n.Key)
		if n.Function != nil {
			l.add(n.Function)
		}
	}
}

func (l *nodeList) statement(n Node) {
	switch n := n.(type) {
	case *BlockStatement:
		addAll(l, n.Body)
	case *ExpressionStatement:
		l.add(n.Expression)
	case *IfStatement:
		l.add(n.Test)
		l.add(n.Consequent)
		l.add(n.Alternate)
	case *DoWhileStatement:
		l.add(n.Body)
		l.add(n.Test)
	case *WhileStatement:
		l.add(n.Test)
		l.add(n.Body)
	case *ForStatement:
		l.add(n.Init)
		l.add(n.Test)
		l.add(n.Update)
		l.add(n.Body)
	case *ForInStatement:
		l.add(n.Left)
		l.add(n.Right)
		l.add(n.Body)
	case *ForOfStatement:
		l.add(n.Left)
		l.add(n.Right)
		l.add(n.Body)
	case *ContinueStatement:
		if n.Label != nil {
			l.add(n.Label)
		}
	case *BreakStatement:
		if n.Label != nil {
			l.add(n.Label)
		}
	case *ReturnStatement:
		l.add(n.Argument)
	case *WithStatement:
		l.add(n.Object)
		l.add(n.Body)
	case *SwitchStatement:
		l.add(n.Discriminant)
		addAll(l, n.Cases)
	case *SwitchCase:
		l.add(n.Test)
		addAll(l, n.Body)
	case *LabelledStatement:
		addAll(l, n.Labels)
		l.add(n.Body)
	case *ThrowStatement:
		l.add(n.Argument)
	case *TryStatement:
		l.add(n.Block)
		if n.Handler != nil {
			l.add(n.Handler)
		}
		if n.Finalizer != nil {
			l.add(n.Finalizer)
		}
	case *CatchClause:
		l.add(n.Param)
		l.add(n.Body)
	case *VariableDeclaration:
		addAll(l, n.Declarations)
	case *VariableDeclarator:
		l.add(n.Target)
		l.add(n.Init)
	case *FunctionDeclaration:
		l.add(n.Function)
	case *ClassDeclaration:
		l.add(n.Class)
	default:
		l.moduleItem(n)
	}
}

func (l *nodeList) moduleItem(n Node) {
	switch n := n.(type) {
	case *ImportDeclaration:
		l.identifier(n.Default)
		l.identifier(n.Namespace)
		addAll(l, n.Specifiers)
		l.add(n.Source)
	case *ImportSpecifier:
		l.add(n.Local)
	case *ExportNamedDeclaration:
		l.add(n.Declaration)
		addAll(l, n.Specifiers)
		if n.Source != nil {
			l.add(n.Source)
		}
	case *ExportSpecifier:
		l.add(n.Local)
	case *ExportDefaultDeclaration:
		l.add(n.Declaration)
	case *ExportAllDeclaration:
		l.add(n.Source)
	}
}
