package text

import (
	"math"
	"unsafe"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicStringPrototype, object.Spec{
		Class: object.ClassString,
		Payload: func(r *object.Realm) unsafe.Pointer {
			return unsafe.Pointer(&object.PrimitiveData{Value: object.Str(jstring.Empty)})
		},
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicString),
			object.MethodMagic("anchor", 1, stringPrototypeCreateHTML, htmlAnchor),
			object.Method("at", 1, stringPrototypeAt),
			object.MethodMagic("big", 0, stringPrototypeCreateHTML, htmlBig),
			object.MethodMagic("blink", 0, stringPrototypeCreateHTML, htmlBlink),
			object.MethodMagic("bold", 0, stringPrototypeCreateHTML, htmlBold),
			object.Method("charAt", 1, stringPrototypeCharAt),
			object.Method("charCodeAt", 1, stringPrototypeCharCodeAt),
			object.Method("codePointAt", 1, stringPrototypeCodePointAt),
			object.Method("concat", 1, stringPrototypeConcat),
			object.Method("endsWith", 1, stringPrototypeEndsWith),
			object.MethodMagic("fontcolor", 1, stringPrototypeCreateHTML, htmlFontcolor),
			object.MethodMagic("fontsize", 1, stringPrototypeCreateHTML, htmlFontsize),
			object.MethodMagic("fixed", 0, stringPrototypeCreateHTML, htmlFixed),
			object.Method("includes", 1, stringPrototypeIncludes),
			object.Method("indexOf", 1, stringPrototypeIndexOf),
			object.Method("isWellFormed", 0, stringPrototypeIsWellFormed),
			object.MethodMagic("italics", 0, stringPrototypeCreateHTML, htmlItalics),
			object.Method("lastIndexOf", 1, stringPrototypeLastIndexOf),
			object.MethodMagic("link", 1, stringPrototypeCreateHTML, htmlLink),
			object.Method("localeCompare", 1, stringPrototypeLocaleCompare),
			object.Method("match", 1, stringPrototypeMatch),
			object.Method("matchAll", 1, stringPrototypeMatchAll),
			object.Method("normalize", 0, stringPrototypeNormalize),
			object.MethodMagic("padEnd", 1, stringPrototypePad, padEnd),
			object.MethodMagic("padStart", 1, stringPrototypePad, padStart),
			object.Method("repeat", 1, stringPrototypeRepeat),
			object.Method("replace", 2, stringPrototypeReplace),
			object.Method("replaceAll", 2, stringPrototypeReplaceAll),
			object.Method("search", 1, stringPrototypeSearch),
			object.Method("slice", 2, stringPrototypeSlice),
			object.MethodMagic("small", 0, stringPrototypeCreateHTML, htmlSmall),
			object.Method("split", 2, stringPrototypeSplit),
			object.MethodMagic("strike", 0, stringPrototypeCreateHTML, htmlStrike),
			object.MethodMagic("sub", 0, stringPrototypeCreateHTML, htmlSub),
			object.Method("substr", 2, stringPrototypeSubstr),
			object.Method("substring", 2, stringPrototypeSubstring),
			object.MethodMagic("sup", 0, stringPrototypeCreateHTML, htmlSup),
			object.Method("startsWith", 1, stringPrototypeStartsWith),
			object.Method("toString", 0, stringPrototypeToString),
			object.Method("toWellFormed", 0, stringPrototypeToWellFormed),
			object.MethodMagic("trim", 0, stringPrototypeTrim, trimBoth),
			object.MethodMagic("trimStart", 0, stringPrototypeTrim, trimStart),
			object.Alias("trimLeft", "trimStart"),
			object.MethodMagic("trimEnd", 0, stringPrototypeTrim, trimEnd),
			object.Alias("trimRight", "trimEnd"),
			object.Method("toLocaleLowerCase", 0, stringPrototypeToLocaleLowerCase),
			object.Method("toLocaleUpperCase", 0, stringPrototypeToLocaleUpperCase),
			object.Method("toLowerCase", 0, stringPrototypeToLowerCase),
			object.Method("toUpperCase", 0, stringPrototypeToUpperCase),
			object.Method("valueOf", 0, stringPrototypeValueOf),
			object.SymbolMethod(object.SymbolIterator, 0, stringPrototypeIterator),
		},
	})
}

// thisString is RequireObjectCoercible and ToString of the receiver.
func thisString(c *object.Call, method string) (*jstring.String, error) {
	if c.This.IsString() {
		return c.This.AsString(), nil
	}
	if err := requireThis(c, method); err != nil {
		return nil, err
	}
	return object.ToString(c.Agent, c.This)
}

// requireThis is RequireObjectCoercible of the receiver.
func requireThis(c *object.Call, method string) error {
	if !c.This.IsNullish() {
		return nil
	}
	if method[0] != '[' {
		method = "." + method
	}
	return c.Agent.TypeError("String.prototype%s called on null or undefined", method)
}

// thisAndIndex is what methods do whose one argument is a position.
func thisAndIndex(c *object.Call, method string) (*jstring.String, float64, error) {
	s, err := thisString(c, method)
	if err != nil {
		return nil, 0, err
	}
	i, err := object.ToIntegerOrInfinity(c.Agent, c.Arg(0))
	return s, i, err
}

// clampIndex returns f limited to [0, n].
func clampIndex(f float64, n int) int { return int(min(max(f, 0), float64(n))) }

// relativeIndex returns f, counted from the end if negative, limited to [0, n].
func relativeIndex(f float64, n int) int {
	if f < 0 {
		f += float64(n)
	}
	return clampIndex(f, n)
}

// 22.1.3.1 String.prototype.at ( index ), https://tc39.es/ecma262/#sec-string.prototype.at
func stringPrototypeAt(c *object.Call) (object.Value, error) {
	s, i, err := thisAndIndex(c, "at")
	if err != nil {
		return object.Undefined, err
	}
	if i < 0 {
		i += float64(s.Len())
	}
	if i < 0 || i >= float64(s.Len()) {
		return object.Undefined, nil
	}
	return object.Str(jstring.FromUnit(s.At(int(i)))), nil
}

// 22.1.3.2 String.prototype.charAt ( pos ), https://tc39.es/ecma262/#sec-string.prototype.charat
func stringPrototypeCharAt(c *object.Call) (object.Value, error) {
	s, i, err := thisAndIndex(c, "charAt")
	if err != nil {
		return object.Undefined, err
	}
	if i < 0 || i >= float64(s.Len()) {
		return object.Str(jstring.Empty), nil
	}
	return object.Str(jstring.FromUnit(s.At(int(i)))), nil
}

// 22.1.3.3 String.prototype.charCodeAt ( pos ), https://tc39.es/ecma262/#sec-string.prototype.charcodeat
func stringPrototypeCharCodeAt(c *object.Call) (object.Value, error) {
	s, i, err := thisAndIndex(c, "charCodeAt")
	if err != nil {
		return object.Undefined, err
	}
	if i < 0 || i >= float64(s.Len()) {
		return object.NaN, nil
	}
	return object.Int(int32(s.At(int(i)))), nil
}

// 22.1.3.4 String.prototype.codePointAt ( pos ), https://tc39.es/ecma262/#sec-string.prototype.codepointat
func stringPrototypeCodePointAt(c *object.Call) (object.Value, error) {
	s, i, err := thisAndIndex(c, "codePointAt")
	if err != nil || i < 0 || i >= float64(s.Len()) {
		return object.Undefined, err
	}
	r, _ := s.CodePointAt(int(i))
	return object.Int(r), nil
}

// 22.1.3.5 String.prototype.concat ( ...args ), https://tc39.es/ecma262/#sec-string.prototype.concat
func stringPrototypeConcat(c *object.Call) (object.Value, error) {
	s, err := thisString(c, "concat")
	if err != nil {
		return object.Undefined, err
	}
	for i := range c.ArgCount() {
		next, err := object.ToString(c.Agent, c.Arg(i))
		if err != nil {
			return object.Undefined, err
		}
		if s, err = concat(c.Agent, s, next); err != nil {
			return object.Undefined, err
		}
	}
	return object.Str(s), nil
}

// searchArguments is what endsWith, includes and startsWith begin with; the
// position is not converted yet.
func searchArguments(c *object.Call, method string) (s, search *jstring.String, err error) {
	if s, err = thisString(c, method); err != nil {
		return nil, nil, err
	}
	isRegExp, err := object.IsRegExp(c.Agent, c.Arg(0))
	if err != nil {
		return nil, nil, err
	}
	if isRegExp {
		return nil, nil, c.Agent.TypeError("First argument to String.prototype.%s must not be a regular expression", method)
	}
	search, err = object.ToString(c.Agent, c.Arg(0))
	return s, search, err
}

// 22.1.3.7 String.prototype.endsWith ( searchString [ , endPosition ] ), https://tc39.es/ecma262/#sec-string.prototype.endswith
func stringPrototypeEndsWith(c *object.Call) (object.Value, error) {
	s, search, err := searchArguments(c, "endsWith")
	if err != nil {
		return object.Undefined, err
	}
	end := s.Len()
	if pos := c.Arg(1); !pos.IsUndefined() {
		f, err := object.ToIntegerOrInfinity(c.Agent, pos)
		if err != nil {
			return object.Undefined, err
		}
		end = clampIndex(f, end)
	}
	start := end - search.Len()
	return object.Bool(start >= 0 && jstring.HasAt(s, search, start)), nil
}

// 22.1.3.8 String.prototype.includes ( searchString [ , position ] ), https://tc39.es/ecma262/#sec-string.prototype.includes
func stringPrototypeIncludes(c *object.Call) (object.Value, error) {
	s, search, err := searchArguments(c, "includes")
	if err != nil {
		return object.Undefined, err
	}
	f, err := object.ToIntegerOrInfinity(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	i, err := stringIndexOf(c.Agent, s, search, clampIndex(f, s.Len()))
	return object.Bool(i >= 0), err
}

// 22.1.3.9 String.prototype.indexOf ( searchString [ , position ] ), https://tc39.es/ecma262/#sec-string.prototype.indexof
func stringPrototypeIndexOf(c *object.Call) (object.Value, error) {
	s, err := thisString(c, "indexOf")
	if err != nil {
		return object.Undefined, err
	}
	search, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	f, err := object.ToIntegerOrInfinity(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	i, err := stringIndexOf(c.Agent, s, search, clampIndex(f, s.Len()))
	return object.IntN(i), err
}

// 22.1.3.11 String.prototype.lastIndexOf ( searchString [ , position ] ), https://tc39.es/ecma262/#sec-string.prototype.lastindexof
func stringPrototypeLastIndexOf(c *object.Call) (object.Value, error) {
	s, err := thisString(c, "lastIndexOf")
	if err != nil {
		return object.Undefined, err
	}
	search, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	f, err := object.ToNumber(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	from := s.Len()
	if !math.IsNaN(f) {
		from = clampIndex(math.Trunc(f), from)
	}
	i, err := stringLastIndexOf(c.Agent, s, search, from)
	return object.IntN(i), err
}

// 22.1.3.22 String.prototype.slice ( start, end ), https://tc39.es/ecma262/#sec-string.prototype.slice
func stringPrototypeSlice(c *object.Call) (object.Value, error) {
	s, start, end, err := thisAndRange(c, "slice")
	if err != nil {
		return object.Undefined, err
	}
	return substring(c.Agent, s, relativeIndex(start, s.Len()), relativeIndex(end, s.Len())), nil
}

// thisAndRange is what methods do whose arguments are a start and an end.
func thisAndRange(c *object.Call, method string) (s *jstring.String, start, end float64, err error) {
	if s, start, err = thisAndIndex(c, method); err != nil {
		return nil, 0, 0, err
	}
	end = float64(s.Len())
	if v := c.Arg(1); !v.IsUndefined() {
		end, err = object.ToIntegerOrInfinity(c.Agent, v)
	}
	return s, start, end, err
}

// 22.1.3.24 String.prototype.startsWith ( searchString [ , position ] ), https://tc39.es/ecma262/#sec-string.prototype.startswith
func stringPrototypeStartsWith(c *object.Call) (object.Value, error) {
	s, search, err := searchArguments(c, "startsWith")
	if err != nil {
		return object.Undefined, err
	}
	f, err := object.ToIntegerOrInfinity(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	return object.Bool(jstring.HasAt(s, search, clampIndex(f, s.Len()))), nil
}

// 22.1.3.25 String.prototype.substring ( start, end ), https://tc39.es/ecma262/#sec-string.prototype.substring
func stringPrototypeSubstring(c *object.Call) (object.Value, error) {
	s, start, end, err := thisAndRange(c, "substring")
	if err != nil {
		return object.Undefined, err
	}
	from, to := clampIndex(start, s.Len()), clampIndex(end, s.Len())
	return substring(c.Agent, s, min(from, to), max(from, to)), nil
}

// B.2.2.1 String.prototype.substr ( start, length ), https://tc39.es/ecma262/#sec-string.prototype.substr
func stringPrototypeSubstr(c *object.Call) (object.Value, error) {
	s, start, length, err := thisAndRange(c, "substr")
	if err != nil {
		return object.Undefined, err
	}
	from := relativeIndex(start, s.Len())
	return substring(c.Agent, s, from, clampIndex(float64(from)+length, s.Len())), nil
}

// 22.1.3.29 String.prototype.toString ( ), https://tc39.es/ecma262/#sec-string.prototype.tostring
func stringPrototypeToString(c *object.Call) (object.Value, error) {
	return thisStringValue(c, "toString")
}

// 22.1.3.36 String.prototype.valueOf ( ), https://tc39.es/ecma262/#sec-string.prototype.valueof
func stringPrototypeValueOf(c *object.Call) (object.Value, error) {
	return thisStringValue(c, "valueOf")
}

// 22.1.3.35.1 ThisStringValue ( value ), https://tc39.es/ecma262/#sec-thisstringvalue
func thisStringValue(c *object.Call, method string) (object.Value, error) {
	if c.This.IsString() {
		return c.This, nil
	}
	if d := object.PayloadOf[object.PrimitiveData](c.This, object.ClassString); d != nil {
		return d.Value, nil
	}
	return object.Undefined, c.Agent.TypeError("String.prototype.%s requires that 'this' be a String", method)
}
