package ast

import "github.com/burrowjs/burrow/internal/jstring"

// declaration is node for patterns, functions, classes and statements.
func (e *estree) declaration(n Node) any {
	switch n := n.(type) {
	case *ArrayPattern:
		elements := nodes(n.Elements)
		if n.Rest != nil {
			elements = append(elements, n.Rest)
		}
		return newObject("ArrayPattern", n, "elements", elements)
	case *ObjectPattern:
		properties := nodes(n.Properties)
		if n.Rest != nil {
			properties = append(properties, n.Rest)
		}
		return newObject("ObjectPattern", n, "properties", properties)
	case *AssignmentElement:
		if n.Init == nil {
			return n.Target
		}
		return newObject("AssignmentPattern", n, "left", n.Target, "right", n.Init)
	case *PatternProperty:
		return newObject("Property", n, "method", false, "shorthand", n.Shorthand, "computed", n.Computed, "key", n.Key, "kind", "init", "value", n.Value)
	case *RestElement:
		return newObject("RestElement", n, "argument", n.Target)
	case *FunctionNode:
		return e.function(n)
	case *FunctionDeclaration:
		return e.function(n.Function)
	case *ClassNode:
		return class("ClassExpression", n)
	case *ClassDeclaration:
		return class("ClassDeclaration", n.Class)
	case *ClassElement:
		return classElement(n)
	}
	return e.statement(n)
}

func (e *estree) function(f *FunctionNode) *object {
	params := nodes(f.Params)
	if f.Rest != nil {
		params = append(params, f.Rest)
	}
	start, kind := f.Start, "FunctionExpression"
	var body any = f.Expression
	if f.Expression == nil {
		body = &object{"BlockStatement", f.BodySpan.Start, f.BodySpan.Stop, []field{"body", nodes(f.Body)}}
	}
	switch f.Kind {
	case FunctionDecl:
		kind = "FunctionDeclaration"
	case Arrow:
		kind = "ArrowFunctionExpression"
	case Method, Getter, Setter, BaseConstructor, DerivedConstructor:
		start = f.ParamsSpan.Start
		for start > 0 && e.source.At(int(start)) != '(' {
			start--
		}
	}
	return &object{kind, start, f.Stop, []field{"id", optional(f.Name), "expression", f.Expression != nil,
		"generator", f.IsGenerator, "async", f.IsAsync, "params", params, "body", body}}
}

func class(kind string, c *ClassNode) *object {
	elements := list{}
	constructor := c.Constructor
	addConstructor := func() {
		key := &object{"Identifier", constructor.Start, constructor.Start + 11, []field{"name", "constructor"}}
		elements = append(elements, newObject("MethodDefinition", constructor, "static", false, "computed", false,
			"key", key, "kind", "constructor", "value", constructor))
		constructor = nil
	}
	for _, el := range c.Elements {
		if constructor != nil && constructor.Start < el.Start {
			addConstructor()
		}
		elements = append(elements, el)
	}
	if constructor != nil {
		addConstructor()
	}
	body := &object{"ClassBody", c.BodySpan.Start, c.BodySpan.Stop, []field{"body", elements}}
	return newObject(kind, c, "id", optional(c.Name), "superClass", c.SuperClass, "body", body)
}

func classElement(n *ClassElement) *object {
	switch n.Kind {
	case ElementStaticBlock:
		return newObject("StaticBlock", n, "body", nodes(n.Function.Body))
	case ElementField:
		var value any
		if n.Function != nil {
			value = n.Function.Expression
		}
		return newObject("PropertyDefinition", n, "static", n.Static, "computed", n.Computed, "key", n.Key, "value", value)
	}
	return newObject("MethodDefinition", n, "static", n.Static, "computed", n.Computed, "key", n.Key, "kind", elementKinds[n.Kind], "value", n.Function)
}

func (e *estree) statement(n Node) any {
	switch n := n.(type) {
	case *BlockStatement:
		if len(n.Body) == 1 && n.Body[0].Pos() == n.Start { // see IfStatement
			return n.Body[0]
		}
		return newObject("BlockStatement", n, "body", nodes(n.Body))
	case *EmptyStatement:
		return newObject("EmptyStatement", n)
	case *ExpressionStatement:
		o := newObject("ExpressionStatement", n, "expression", n.Expression)
		if n.Directive {
			raw := e.raw(n.Expression)
			o.fields = append(o.fields, "directive", raw.Substring(1, raw.Len()-1))
		}
		return o
	case *IfStatement:
		return newObject("IfStatement", n, "test", n.Test, "consequent", n.Consequent, "alternate", n.Alternate)
	case *DoWhileStatement:
		return newObject("DoWhileStatement", n, "body", n.Body, "test", n.Test)
	case *WhileStatement:
		return newObject("WhileStatement", n, "test", n.Test, "body", n.Body)
	case *ForStatement:
		return newObject("ForStatement", n, "init", n.Init, "test", n.Test, "update", n.Update, "body", n.Body)
	case *ForInStatement:
		return newObject("ForInStatement", n, "left", n.Left, "right", n.Right, "body", n.Body)
	case *ForOfStatement:
		return newObject("ForOfStatement", n, "await", n.Await, "left", n.Left, "right", n.Right, "body", n.Body)
	case *ContinueStatement:
		return newObject("ContinueStatement", n, "label", optional(n.Label))
	case *BreakStatement:
		return newObject("BreakStatement", n, "label", optional(n.Label))
	case *ReturnStatement:
		return newObject("ReturnStatement", n, "argument", n.Argument)
	case *WithStatement:
		return newObject("WithStatement", n, "object", n.Object, "body", n.Body)
	case *SwitchStatement:
		return newObject("SwitchStatement", n, "discriminant", n.Discriminant, "cases", nodes(n.Cases))
	case *SwitchCase:
		return newObject("SwitchCase", n, "consequent", nodes(n.Body), "test", n.Test)
	case *LabelledStatement:
		var body any = n.Body
		for i := len(n.Labels) - 1; i >= 0; i-- {
			body = &object{"LabeledStatement", n.Labels[i].Start, n.Stop, []field{"body", body, "label", n.Labels[i]}}
		}
		return body
	case *ThrowStatement:
		return newObject("ThrowStatement", n, "argument", n.Argument)
	case *TryStatement:
		return newObject("TryStatement", n, "block", n.Block, "handler", optional(n.Handler), "finalizer", optional(n.Finalizer))
	case *CatchClause:
		return newObject("CatchClause", n, "param", n.Param, "body", n.Body)
	case *DebuggerStatement:
		return newObject("DebuggerStatement", n)
	case *VariableDeclaration:
		kinds := [...]string{"var", "let", "const", "using", "await using"}
		return newObject("VariableDeclaration", n, "declarations", nodes(n.Declarations), "kind", kinds[n.Kind])
	case *VariableDeclarator:
		return newObject("VariableDeclarator", n, "id", n.Target, "init", n.Init)
	}
	return e.moduleItem(n)
}

func (e *estree) moduleItem(n Node) any {
	switch n := n.(type) {
	case *ImportDeclaration:
		specifiers := list{}
		if n.Default != nil {
			specifiers = append(specifiers, newObject("ImportDefaultSpecifier", n.Default, "local", n.Default))
		}
		if n.Namespace != nil {
			specifiers = append(specifiers, &object{"ImportNamespaceSpecifier", n.StarPos, n.Namespace.Stop, []field{"local", n.Namespace}})
		}
		specifiers = append(specifiers, nodes(n.Specifiers)...)
		return newObject("ImportDeclaration", n, "specifiers", specifiers, "source", n.Source, "attributes", importAttributes(n.Attributes))
	case *ImportSpecifier:
		return newObject("ImportSpecifier", n, "imported", e.exportName(n.Start, e.wordEnd(n.Start, n.Imported), n.Imported), "local", n.Local)
	case *ExportNamedDeclaration:
		return newObject("ExportNamedDeclaration", n, "declaration", n.Declaration, "specifiers", nodes(n.Specifiers),
			"source", optional(n.Source), "attributes", importAttributes(n.Attributes))
	case *ExportSpecifier:
		return newObject("ExportSpecifier", n, "local", n.Local, "exported", e.exportName(n.ExportedPos, n.Stop, n.Exported))
	case *ExportDefaultDeclaration:
		return newObject("ExportDefaultDeclaration", n, "declaration", n.Declaration)
	case *ExportAllDeclaration:
		var exported any
		if n.Exported != nil {
			exported = e.exportName(n.ExportedPos, e.wordEnd(n.ExportedPos, n.Exported), n.Exported)
		}
		return newObject("ExportAllDeclaration", n, "exported", exported, "source", n.Source, "attributes", importAttributes(n.Attributes))
	}
	return nil
}

// exportName returns a ModuleExportName, which is a string or a name.
func (e *estree) exportName(start, end uint32, name *jstring.String) *object {
	if e.isQuote(start) {
		return &object{"Literal", start, end, []field{"value", name}}
	}
	return &object{"Identifier", start, end, []field{"name", name}}
}

func (e *estree) isQuote(at uint32) bool {
	c := e.source.At(int(at))
	return c == '"' || c == '\''
}

// wordEnd returns the end of a ModuleExportName without escapes.
func (e *estree) wordEnd(start uint32, name *jstring.String) uint32 {
	if e.isQuote(start) {
		return start + uint32(name.Len()) + 2
	}
	return start + uint32(name.Len())
}

func importAttributes(attributes []ImportAttribute) list {
	l := list{}
	for _, a := range attributes {
		l = append(l, text(`{"key":`+string(appendJSON(nil, a.Key))+`,"value":`+string(appendJSON(nil, a.Value))+`}`))
	}
	return l
}
