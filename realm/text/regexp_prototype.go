package text

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/regexp"
	"github.com/burrowjs/burrow/regexp/syntax"
)

// flagProps are the flags with their accessor properties, in the order in which
// RegExp.prototype.flags asks for them.
var flagProps = [...]struct {
	name   object.Name
	letter uint16
	flag   syntax.Flags
}{
	{nameHasIndices, 'd', syntax.HasIndices},
	{nameGlobal, 'g', syntax.Global},
	{nameIgnoreCase, 'i', syntax.IgnoreCase},
	{nameMultiline, 'm', syntax.Multiline},
	{nameDotAll, 's', syntax.DotAll},
	{nameUnicode, 'u', syntax.Unicode},
	{nameUnicodeSets, 'v', syntax.UnicodeSets},
	{nameSticky, 'y', syntax.Sticky},
}

func init() {
	flag := func(i int) object.Prop {
		p := object.Getter(flagProps[i].name.String(), regExpPrototypeFlag)
		p.Magic = int32(i)
		return p
	}
	object.DefineIntrinsic(object.IntrinsicRegExpPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicRegExp),
			object.Method("exec", 1, regExpPrototypeExec),
			flag(4),
			object.Getter("flags", regExpPrototypeFlags),
			flag(1), flag(0), flag(2), flag(3),
			object.Getter("source", regExpPrototypeSource),
			flag(7), flag(5),
			object.Method("compile", 2, regExpPrototypeCompile),
			object.Method("toString", 0, regExpPrototypeToString),
			object.Method("test", 1, regExpPrototypeTest),
			flag(6),
			object.SymbolMethod(object.SymbolMatch, 1, regExpPrototypeMatch),
			object.SymbolMethod(object.SymbolMatchAll, 1, regExpPrototypeMatchAll),
			object.SymbolMethod(object.SymbolReplace, 2, regExpPrototypeReplace),
			object.SymbolMethod(object.SymbolSearch, 1, regExpPrototypeSearch),
			object.SymbolMethod(object.SymbolSplit, 2, regExpPrototypeSplit),
		},
	})
}

// hasFlag reports whether a flag is among the letters of s.
func hasFlag(s *jstring.String, letter uint16) bool {
	for i := range s.Len() {
		if s.At(i) == letter {
			return true
		}
	}
	return false
}

func incompatible(c *object.Call, method string) error {
	return c.Agent.TypeError("Method RegExp.prototype.%s called on incompatible receiver %s", method, c.Agent.Describe(c.This))
}

// thisAndString is what methods do that want an object and a string.
func thisAndString(c *object.Call, method string) (*object.Object, *jstring.String, error) {
	o := c.This.ObjectOrNil()
	if o == nil {
		if method == "test" || method == "@@replace" {
			// HOST: V8's message does not know the receiver.
			return nil, nil, c.Agent.TypeError("Method RegExp.prototype.%s called on incompatible receiver undefined", method)
		}
		return nil, nil, incompatible(c, method)
	}
	s, err := object.ToString(c.Agent, c.Arg(0))
	return o, s, err
}

// 22.2.6.2 RegExp.prototype.exec ( string ), https://tc39.es/ecma262/#sec-regexp.prototype.exec
func regExpPrototypeExec(c *object.Call) (object.Value, error) {
	d := regExpOf(c.This)
	if d == nil {
		return object.Undefined, incompatible(c, "exec")
	}
	s, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	realm := d.realm
	if realm.realm != c.Realm() {
		realm = regExpRealmOf(c.Realm())
	}
	return regExpBuiltinExec(realm, c.This.AsObject(), d, s)
}

// 22.2.6.16 RegExp.prototype.test ( S ), https://tc39.es/ecma262/#sec-regexp.prototype.test
func regExpPrototypeTest(c *object.Call) (object.Value, error) {
	o, s, err := thisAndString(c, "test")
	if err != nil {
		return object.Undefined, err
	}
	if d := regExpOf(c.This); d != nil && d.realm.realm == c.Realm() && d.realm.pristine(o) {
		// OPT: the result of exec would only be compared with null.
		_, ok, err := execRaw(d.realm, o, d, s, (*regexp.Program).Test)
		return object.Bool(ok), err
	}
	v, err := regExpExec(c, o, s)
	return object.Bool(!v.IsNull()), err
}

// 22.2.6.17 RegExp.prototype.toString ( ), https://tc39.es/ecma262/#sec-regexp.prototype.tostring
func regExpPrototypeToString(c *object.Call) (object.Value, error) {
	a := c.Agent
	o := c.This.ObjectOrNil()
	if o == nil {
		return object.Undefined, incompatible(c, "toString")
	}
	out := output{a: a}
	for _, n := range [...]object.Name{nameSource, nameFlags} {
		v, err := o.Get(a, a.NameKey(n))
		if err != nil {
			return object.Undefined, err
		}
		s, err := object.ToString(a, v)
		if err != nil {
			return object.Undefined, err
		}
		out.b.Unit('/')
		if n == nameFlags && out.b.Len() == 1 {
			out.b.Unit('/')
		}
		if err := out.str(s); err != nil {
			return object.Undefined, err
		}
	}
	return out.value(), nil
}

// 22.2.6.4.1 RegExpHasFlag ( R, codeUnit ), https://tc39.es/ecma262/#sec-regexphasflag
//
// It is the getter of each flag (22.2.6.3, 22.2.6.5 to 22.2.6.7, …).
func regExpPrototypeFlag(c *object.Call) (object.Value, error) {
	f := &flagProps[c.Magic()]
	if d := regExpOf(c.This); d != nil {
		return object.Bool(d.flags&f.flag != 0), nil
	}
	if c.This.ObjectOrNil() == c.Intrinsic(object.IntrinsicRegExpPrototype) {
		return object.Undefined, nil
	}
	return object.Undefined, c.Agent.TypeError("RegExp.prototype.%s getter called on non-RegExp object", f.name)
}

// 22.2.6.4 get RegExp.prototype.flags, https://tc39.es/ecma262/#sec-get-regexp.prototype.flags
func regExpPrototypeFlags(c *object.Call) (object.Value, error) {
	a := c.Agent
	o := c.This.ObjectOrNil()
	if o == nil {
		return object.Undefined, a.TypeError("RegExp.prototype.flags getter called on non-object %s", a.Describe(c.This))
	}
	var b jstring.Builder
	for i := range flagProps {
		v, err := o.Get(a, a.NameKey(flagProps[i].name))
		if err != nil {
			return object.Undefined, err
		}
		if object.ToBoolean(v) {
			b.Unit(flagProps[i].letter)
		}
	}
	return object.Str(b.String()), nil
}

// 22.2.6.13 get RegExp.prototype.source, https://tc39.es/ecma262/#sec-get-regexp.prototype.source
func regExpPrototypeSource(c *object.Call) (object.Value, error) {
	if d := regExpOf(c.This); d != nil {
		return escapeRegExpPattern(c.Agent, d.source)
	}
	if c.This.ObjectOrNil() == c.Intrinsic(object.IntrinsicRegExpPrototype) {
		return object.StrGo("(?:)"), nil
	}
	return object.Undefined, c.Agent.TypeError("RegExp.prototype.source getter called on non-RegExp object")
}

// 22.2.6.13.1 EscapeRegExpPattern ( P, F ), https://tc39.es/ecma262/#sec-escaperegexppattern
//
// Only what would end a literal is escaped: slashes outside of classes and line
// terminators.
func escapeRegExpPattern(a *object.Agent, s *jstring.String) (object.Value, error) {
	if s.Len() == 0 {
		return object.StrGo("(?:)"), nil
	}
	if err := a.Tick(s.Len() >> 6); err != nil {
		return object.Undefined, err
	}
	out := output{a: a}
	inClass, done := false, 0
	for i := 0; i < s.Len(); i++ {
		if err := a.AttendAt(i); err != nil {
			return object.Undefined, err
		}
		escape := ""
		escaped := false // a backslash stands before
		u := s.At(i)
		if u == '\\' && i+1 < s.Len() {
			i++
			u, escaped = s.At(i), true
		}
		switch u {
		case '/':
			if !inClass && !escaped {
				escape = `\/`
			}
		case '[':
			inClass = inClass || !escaped
		case ']':
			inClass = inClass && escaped
		case '\n':
			escape = `\n`
		case '\r':
			escape = `\r`
		case 0x2028:
			escape = `\u2028`
		case 0x2029:
			escape = `\u2029`
		}
		if escape == "" {
			continue
		}
		from := i
		if escaped {
			from-- // the backslash is in the escape
		}
		if err := out.part(s, done, from); err != nil {
			return object.Undefined, err
		}
		if err := out.reserve(len(escape)); err != nil {
			return object.Undefined, err
		}
		out.b.ASCII(escape)
		done = i + 1
	}
	if done == 0 {
		return object.Str(s), nil
	}
	err := out.part(s, done, s.Len())
	return out.value(), err
}

// B.2.4.1 RegExp.prototype.compile ( pattern, flags ), https://tc39.es/ecma262/#sec-regexp.prototype.compile
//
// With the restrictions of https://github.com/tc39/proposal-regexp-legacy-features .
func regExpPrototypeCompile(c *object.Call) (object.Value, error) {
	a := c.Agent
	d := regExpOf(c.This)
	if d == nil {
		return object.Undefined, incompatible(c, "compile")
	}
	if d.realm.realm != c.Realm() || !d.legacy {
		return object.Undefined, a.TypeError("RegExp.prototype.compile called on an object that the RegExp constructor did not make")
	}
	p, f := c.Arg(0), c.Arg(1)
	if other := regExpOf(p); other != nil {
		if !f.IsUndefined() {
			return object.Undefined, a.TypeError("Cannot supply flags when constructing one RegExp from another")
		}
		p, f = object.Str(other.source), object.StrGo(other.flags.String())
	}
	return regExpInitialize(a, c.This.AsObject(), p, f)
}
