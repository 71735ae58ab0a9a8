package compiler

import (
	"strconv"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

// groupLimit is how many elements of a literal are collected in registers.
const groupLimit = 32

// arrayLiteral evaluates an array literal into dst.
func (f *funcState) arrayLiteral(e *ast.ArrayLiteral, dst int) {
	f.at(e.Start)
	f.arrayElements(e.Elements, dst)
}

// arrayElements makes an array of a list with spreads and holes.
func (f *funcState) arrayElements(list []ast.Expr, dst int) {
	first := 0
	for first < len(list) && first < groupLimit && list[first] != nil {
		if _, ok := list[first].(*ast.SpreadElement); ok {
			break
		}
		first++
	}
	mark := f.next
	if first == len(list) && first > 0 {
		f.pushGroup(list)
		f.emit(bytecode.OpARRLIT, dst, mark, first)
		f.release(mark)
		return
	}
	array := f.alloc()
	if first > 0 {
		f.pushGroup(list[:first])
		f.emit(bytecode.OpARRLIT, array, array+1, first)
		f.release(array + 1)
	} else {
		f.emit32(bytecode.OpNEWARRAY, array, uint32(len(list)))
	}
	for _, x := range list[first:] {
		switch x := x.(type) {
		case nil:
			f.ext(bytecode.ExtAPPENDHOLE, array, 0, 0)
		case *ast.SpreadElement:
			r := f.any(x.Argument)
			f.at(x.Argument.Pos())
			f.ext(bytecode.ExtSPREAD, array, r, 0)
		default:
			f.emit(bytecode.OpAPPEND, array, f.any(x), 0)
		}
		f.release(array + 1)
	}
	f.move(dst, array)
	f.release(mark)
}

func (f *funcState) pushGroup(list []ast.Expr) {
	for _, x := range list {
		f.push(x)
	}
}

// propertyName returns the property key of a name, string or number as a string.
func propertyName(key ast.Node) *jstring.String {
	switch k := key.(type) {
	case *ast.IdentifierName:
		return k.Name
	case *ast.Identifier:
		return k.Name
	case *ast.PrivateIdentifier:
		return k.Name
	case *ast.StringLiteral:
		return k.Value
	case *ast.NumericLiteral:
		return jstring.FromGo(numberToString(k.Value))
	case *ast.BigIntLiteral:
		return jstring.FromGo(k.Value().String())
	}
	return emptyString
}

// numberToString is 6.1.6.1.20 Number::toString ( x, 10 ) for numbers that are not negative,
// https://tc39.es/ecma262/#sec-numeric-types-number-tostring
func numberToString(v float64) string {
	switch {
	case v > 1.7976931348623157e308:
		return "Infinity"
	case v == 0:
		return "0"
	case v >= 1e21 || v < 1e-6:
		s := strconv.FormatFloat(v, 'e', -1, 64)
		i := len(s) - 1
		for s[i] != 'e' {
			i--
		}
		exponent := s[i+2:]
		for len(exponent) > 1 && exponent[0] == '0' {
			exponent = exponent[1:]
		}
		return s[:i+2] + exponent
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// objectLiteral evaluates an object literal into dst.
func (f *funcState) objectLiteral(e *ast.ObjectLiteral, dst int) {
	f.at(e.Start)
	mark := f.next
	if keys := literalShape(e); keys != nil {
		for i, p := range e.Properties {
			r := f.alloc()
			f.named(p.Value, keys[i], r)
			f.release(r + 1)
		}
		k := f.constant(bytecode.Const{Kind: bytecode.ConstShape, Strings: keys}, true)
		f.emit(bytecode.OpOBJLIT, dst, mark, k)
		f.release(mark)
		return
	}
	obj := f.alloc()
	f.emit(bytecode.OpNEWOBJECT, obj, min(len(e.Properties), 1<<15), 0)
	for _, p := range e.Properties {
		f.property(obj, p)
		f.release(obj + 1)
	}
	f.move(dst, obj)
	f.release(mark)
}

// literalShape returns the keys of a literal that OBJLIT can make, or nil.
func literalShape(e *ast.ObjectLiteral) []*jstring.String {
	if len(e.Properties) == 0 || len(e.Properties) > groupLimit {
		return nil
	}
	keys := make([]*jstring.String, len(e.Properties))
	for i, p := range e.Properties {
		switch p.Kind {
		case ast.PropertyInit, ast.PropertyShorthand:
		case ast.PropertyMethod:
			if p.Value.(*ast.FunctionNode).Has(ast.UsesSuperProperty) {
				return nil
			}
		default:
			return nil
		}
		if p.Computed {
			return nil
		}
		keys[i] = propertyName(p.Key)
		if isArrayIndex(keys[i]) {
			return nil
		}
		for _, k := range keys[:i] {
			if jstring.Equal(k, keys[i]) {
				return nil
			}
		}
	}
	return keys
}

// property evaluates a PropertyDefinition for the object in obj.
func (f *funcState) property(obj int, p *ast.Property) {
	f.at(p.Start)
	switch p.Kind {
	case ast.PropertySpread:
		r := f.any(p.Value)
		f.ext(bytecode.ExtCOPYPROPS, obj, r, 0)
		return
	case ast.PropertyProto:
		f.ext(bytecode.ExtSETPROTO, obj, f.any(p.Value), 0)
		return
	}
	accessor := p.Kind == ast.PropertyGetter || p.Kind == ast.PropertySetter
	key := noReg
	if p.Computed {
		key = f.alloc()
		f.to(p.Key.(ast.Expr), key)
		f.ext(bytecode.ExtTOKEY, key, key, 0)
	} else if accessor {
		key = f.alloc()
		f.loadString(key, propertyName(p.Key))
	}
	prefix := prefixNone
	switch p.Kind {
	case ast.PropertyGetter:
		prefix = prefixGet
	case ast.PropertySetter:
		prefix = prefixSet
	}
	value := f.propertyValue(p.Value, p.Key, p.Computed, key, prefix)
	if fn, ok := p.Value.(*ast.FunctionNode); ok && (accessor || p.Kind == ast.PropertyMethod) && fn.Has(ast.UsesSuperProperty) {
		f.ext(bytecode.ExtSETHOME, value, obj, 0)
	}
	switch {
	case p.Kind == ast.PropertyGetter:
		f.ext(bytecode.ExtDEFGETTER, obj, key, value)
	case p.Kind == ast.PropertySetter:
		f.ext(bytecode.ExtDEFSETTER, obj, key, value)
	case key != noReg:
		f.emit(bytecode.OpINITELEM, obj, key, value)
	default:
		f.initField(obj, propertyName(p.Key), value)
	}
}

// The prefixes of accessors' names, as in SETNAME.
const (
	prefixNone = iota
	prefixGet
	prefixSet
)

// functionNameOf returns the name of a function under a static key.
func (c *compiler) functionNameOf(key ast.Node, prefix int) *jstring.String {
	name := propertyName(key)
	switch prefix {
	case prefixGet:
		return jstring.Concat(c.name("get "), name)
	case prefixSet:
		return jstring.Concat(c.name("set "), name)
	}
	return name
}

// propertyValue evaluates the value of a property, with the name that its key gives
// to an anonymous function, and returns its register.
func (f *funcState) propertyValue(value ast.Expr, key ast.Node, computed bool, keyReg, prefix int) int {
	if !isAnonymousFunction(value) {
		return f.any(value)
	}
	r := f.alloc()
	if !computed {
		f.named(value, f.c.functionNameOf(key, prefix), r)
		return r
	}
	if cl, ok := ast.Unparen(value).(*ast.ClassNode); ok {
		f.class(cl, nil, keyReg, r)
		return r
	}
	f.functionExpression(ast.Unparen(value).(*ast.FunctionNode), nil, r)
	f.ext(bytecode.ExtSETNAME, r, keyReg, prefix)
	return r
}

// template evaluates an untagged template into dst.
func (f *funcState) template(e *ast.TemplateLiteral, dst int) {
	mark := f.next
	if len(e.Expressions) == 0 {
		f.loadString(dst, e.Quasis[0].Cooked)
		return
	}
	part := func() {
		if f.next-mark >= groupLimit {
			f.emit(bytecode.OpCONCAT, mark, mark, f.next-mark)
			f.release(mark + 1)
		}
	}
	for i := range e.Quasis {
		if q := e.Quasis[i].Cooked; q.Len() > 0 {
			part()
			f.loadString(f.alloc(), q)
		}
		if i < len(e.Expressions) {
			part()
			r := f.alloc()
			v := f.any(e.Expressions[i])
			f.at(e.Expressions[i].Pos())
			f.emit(bytecode.OpTEMPLATE, r, v, 0)
			f.release(r + 1)
		}
	}
	if f.next-mark == 1 {
		f.move(dst, mark)
	} else {
		f.emit(bytecode.OpCONCAT, dst, mark, f.next-mark)
	}
	f.release(mark)
}

// taggedTemplate calls a tag, which is at s.callee or the value so far.
func (f *funcState) taggedTemplate(s *chainState, e *ast.TaggedTemplate, out int, tail bool) {
	if s.callee == noReg {
		f.plainCallee(s)
	}
	c := bytecode.Const{Kind: bytecode.ConstTemplate}
	for _, q := range e.Quasi.Quasis {
		c.Strings = append(c.Strings, q.Cooked)
		c.Raw = append(c.Raw, q.Raw)
	}
	site := f.alloc()
	f.ext(bytecode.ExtTEMPLATEOBJ, site, f.constant(c, true), 0)
	f.pushGroup(e.Quasi.Expressions)
	f.at(CallPosition(e.Tag))
	f.call(s.callee, 1+len(e.Quasi.Expressions), false, out, tail)
}
