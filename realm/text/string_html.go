package text

import (
	"github.com/burrowjs/burrow/object"
)

const (
	htmlAnchor = iota
	htmlBig
	htmlBlink
	htmlBold
	htmlFontcolor
	htmlFontsize
	htmlFixed
	htmlItalics
	htmlLink
	htmlSmall
	htmlStrike
	htmlSub
	htmlSup
)

// htmlMethods says which element each method makes, and with which attribute.
var htmlMethods = [...]struct{ method, tag, attribute string }{
	htmlAnchor:    {"anchor", "a", "name"},
	htmlBig:       {"big", "big", ""},
	htmlBlink:     {"blink", "blink", ""},
	htmlBold:      {"bold", "b", ""},
	htmlFontcolor: {"fontcolor", "font", "color"},
	htmlFontsize:  {"fontsize", "font", "size"},
	htmlFixed:     {"fixed", "tt", ""},
	htmlItalics:   {"italics", "i", ""},
	htmlLink:      {"link", "a", "href"},
	htmlSmall:     {"small", "small", ""},
	htmlStrike:    {"strike", "strike", ""},
	htmlSub:       {"sub", "sub", ""},
	htmlSup:       {"sup", "sup", ""},
}

// B.2.2.2.1 CreateHTML ( string, tag, attribute, value ), https://tc39.es/ecma262/#sec-createhtml
func stringPrototypeCreateHTML(c *object.Call) (object.Value, error) {
	m := &htmlMethods[c.Magic()]
	s, err := thisString(c, m.method)
	if err != nil {
		return object.Undefined, err
	}
	out := output{a: c.Agent}
	out.b.ASCII("<" + m.tag)
	if m.attribute != "" {
		value, err := object.ToString(c.Agent, c.Arg(0))
		if err != nil {
			return object.Undefined, err
		}
		out.b.ASCII(" " + m.attribute + `="`)
		from := 0
		for i := range value.Len() {
			if err := c.Agent.AttendAt(i); err != nil {
				return object.Undefined, err
			}
			if value.At(i) != '"' {
				continue
			}
			if err := out.part(value, from, i); err != nil {
				return object.Undefined, err
			}
			out.b.ASCII("&quot;")
			from = i + 1
		}
		if err := out.part(value, from, value.Len()); err != nil {
			return object.Undefined, err
		}
		out.b.Unit('"')
	}
	out.b.Unit('>')
	if err := out.str(s); err != nil {
		return object.Undefined, err
	}
	if err := out.reserve(len(m.tag) + 3); err != nil {
		return object.Undefined, err
	}
	out.b.ASCII("</" + m.tag + ">")
	return out.value(), nil
}
