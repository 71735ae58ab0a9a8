package text

import (
	"strings"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicRegExp, object.Spec{
		Fn: regExpConstructor, Name: "RegExp", Length: 2, Constructor: true,
		Props: append([]object.Prop{
			object.FixedRef("prototype", object.IntrinsicRegExpPrototype),
			object.Method("escape", 1, regExpEscape),
			object.SpeciesGetter(),
		}, legacyProps()...),
	})
}

// 22.2.4.1 RegExp ( pattern, flags ), https://tc39.es/ecma262/#sec-regexp-pattern-flags
func regExpConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	pattern, flags := c.Arg(0), c.Arg(1)
	patternIsRegExp, err := object.IsRegExp(a, pattern)
	if err != nil {
		return object.Undefined, err
	}
	newTarget := c.NewTarget
	if newTarget == nil {
		newTarget = c.Func
		if patternIsRegExp && flags.IsUndefined() {
			constructor, err := pattern.AsObject().Get(a, a.NameKey(object.NameConstructor))
			if err != nil {
				return object.Undefined, err
			}
			if constructor.ObjectOrNil() == newTarget {
				return pattern, nil
			}
		}
	}
	p, f := pattern, flags
	if d := regExpOf(pattern); d != nil {
		p = object.Str(d.source)
		if flags.IsUndefined() {
			f = object.StrGo(d.flags.String())
		}
	} else if patternIsRegExp {
		if p, err = pattern.AsObject().Get(a, a.NameKey(nameSource)); err != nil {
			return object.Undefined, err
		}
		if flags.IsUndefined() {
			if f, err = pattern.AsObject().Get(a, a.NameKey(nameFlags)); err != nil {
				return object.Undefined, err
			}
		}
	}
	o, err := regExpAlloc(c, newTarget)
	if err != nil {
		return object.Undefined, err
	}
	return regExpInitialize(a, o, p, f)
}

const (
	syntaxCharacters  = `^$\.*+?()[]{}|/`
	otherPunctuators  = ",-=<>#&!%:;@~'`\""
	controlEscapes    = "\t\n\v\f\r"
	controlEscapeText = "tnvfr"
)

// 22.2.5.1 RegExp.escape ( S ), https://tc39.es/ecma262/#sec-regexp.escape
func regExpEscape(c *object.Call) (object.Value, error) {
	if !c.Arg(0).IsString() {
		return object.Undefined, c.Agent.TypeError("%s is not a string", c.Agent.DescribeOperand(c.Arg(0)))
	}
	s := c.Arg(0).AsString()
	out := output{a: c.Agent}
	for i := 0; i < s.Len(); {
		if i&1023 == 0 {
			if err := c.Agent.Tick(64); err != nil {
				return object.Undefined, err
			}
		}
		if err := out.reserve(12); err != nil {
			return object.Undefined, err
		}
		r, n := s.CodePointAt(i)
		if i == 0 && (r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z') {
			out.b.ASCII(`\x`)
			hexDigits(&out.b, uint16(r), 2)
		} else {
			encodeForRegExpEscape(&out.b, r)
		}
		i += n
	}
	return out.value(), nil
}

// 22.2.5.1.1 EncodeForRegExpEscape ( cp ), https://tc39.es/ecma262/#sec-encodeforregexpescape
func encodeForRegExpEscape(b *jstring.Builder, r rune) {
	switch {
	case r < 0x80 && strings.IndexByte(syntaxCharacters, byte(r)) >= 0:
		b.Unit('\\')
		b.Unit(uint16(r))
		return
	case r >= '\t' && r <= '\r':
		b.Unit('\\')
		b.Unit(uint16(controlEscapeText[strings.IndexByte(controlEscapes, byte(r))]))
		return
	}
	special := r < 0x80 && strings.IndexByte(otherPunctuators, byte(r)) >= 0 ||
		r < 0x10000 && object.IsStrWhiteSpace(uint16(r)) || r >= 0xD800 && r <= 0xDFFF
	switch {
	case !special:
		b.CodePoint(r)
	case r <= 0xFF:
		b.ASCII(`\x`)
		hexDigits(b, uint16(r), 2)
	default:
		b.ASCII(`\u`)
		hexDigits(b, uint16(r), 4)
	}
}

func hexDigits(b *jstring.Builder, u uint16, n int) {
	for shift := 4 * (n - 1); shift >= 0; shift -= 4 {
		b.Unit(uint16("0123456789abcdef"[u>>shift&15]))
	}
}
