package host

import (
	"strings"

	"github.com/burrowjs/burrow/host/inspect"
	"github.com/burrowjs/burrow/vmapi"
)

// invalidArgType returns the error that throws Node's ERR_INVALID_ARG_TYPE; name
// ends in " argument" or is the bare name of one; want is a type or a phrase.
func invalidArgType(c *vmapi.Call, name, want string, v vmapi.Value) error {
	kind := "argument"
	if strings.Contains(name, ".") {
		kind = "property"
	}
	if !strings.Contains(want, " ") {
		want = "of type " + want
	}
	return c.Throw(c.NewError("TypeError", "ERR_INVALID_ARG_TYPE", "The \""+name+"\" "+kind+" must be "+want+"."+received(c, v)))
}

// received is how Node's argument errors describe a value.
func received(c *vmapi.Call, v vmapi.Value) string {
	switch {
	case v.IsNullish():
		return " Received " + v.String()
	case v.IsFunction():
		name, err := c.Get(v, "name")
		if err != nil || name.Text() == "" {
			return " Received function "
		}
		return " Received function " + name.Text()
	case v.IsObject():
		if n := v.ConstructorName(); n != "" {
			return " Received an instance of " + n
		}
		opts := inspect.Defaults()
		opts.Depth = -1
		s, err := inspect.Inspect(c, v, opts)
		if err != nil {
			s = v.String()
		}
		return " Received " + s
	}
	opts := inspect.Defaults()
	s, err := inspect.Inspect(c, v, opts)
	if err != nil {
		s = v.String()
	}
	if v.IsString() && len(s) > 28 {
		s = inspect.Quote(v.Text())
		s = s[:26] + "..."
		s += s[:1]
	}
	return " Received type " + v.TypeOf() + " (" + s + ")"
}

// inspectText is a value as messages show it.
func inspectText(c *vmapi.Call, v vmapi.Value) string {
	s, err := inspect.Inspect(c, v, inspect.Defaults())
	if err != nil {
		return v.String()
	}
	return s
}
