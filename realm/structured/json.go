package structured

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

var intrinsicJSON = object.DeclareIntrinsic("JSON")

func init() {
	object.DefineIntrinsic(intrinsicJSON, object.Spec{
		Props: []object.Prop{
			object.Method("parse", 2, jsonParse),
			object.Method("stringify", 3, jsonStringify),
			object.Method("rawJSON", 1, jsonRawJSON),
			object.Method("isRawJSON", 1, jsonIsRawJSON),
			object.ToStringTag("JSON"),
		},
	})
}

// classRawJSON is the class of objects with an [[IsRawJSON]] internal slot; the
// payload is the text, which is also their only property.
var classRawJSON = &object.Class{Name: "Object", Kind: object.KindOther}

var nameRawJSON = object.DeclareName("rawJSON")

// 25.5.1 JSON.isRawJSON ( O ), https://tc39.es/ecma262/#sec-json.israwjson
func jsonIsRawJSON(c *object.Call) (object.Value, error) {
	o := c.Arg(0).ObjectOrNil()
	return object.Bool(o != nil && o.Class() == classRawJSON), nil
}

// 25.5.3 JSON.rawJSON ( text ), https://tc39.es/ecma262/#sec-json.rawjson
func jsonRawJSON(c *object.Call) (object.Value, error) {
	a := c.Agent
	text, err := object.ToString(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if text.Len() == 0 || isJSONSpace(text.At(0)) || isJSONSpace(text.At(text.Len()-1)) {
		return object.Undefined, a.SyntaxError("Invalid value for JSON.rawJSON")
	}
	if first := text.At(0); first == '{' || first == '[' {
		return object.Undefined, a.SyntaxError("Invalid value for JSON.rawJSON")
	}
	if _, _, err := parseText(a, text, false); err != nil {
		return object.Undefined, err
	}
	o := object.New(a, classRawJSON, nil, text)
	if err := o.CreateDataPropertyOrThrow(a, a.NameKey(nameRawJSON), object.Str(text)); err != nil {
		return object.Undefined, err
	}
	_, err = object.SetIntegrityLevel(a, o, object.Frozen)
	return object.Obj(o), err
}

func isJSONSpace(c uint16) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// parseText parses a JSON text; with records it also returns where the parts
// of the value come from.
func parseText(a *object.Agent, text *jstring.String, records bool) (object.Value, *record, error) {
	if text.IsLatin1() {
		return newParser(a, text, text.Latin1(), records).parse()
	}
	return newParser(a, text, text.TwoByte(), records).parse()
}
