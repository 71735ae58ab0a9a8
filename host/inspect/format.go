package inspect

import (
	"math"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// ReadOptions reads an options object of util.inspect into o.
func ReadOptions(c *vmapi.Call, v vmapi.Value, o *Options) error {
	if !v.IsObject() {
		return nil
	}
	read := func(name string, into func(vmapi.Value)) error {
		x, err := c.Get(v, name)
		if err == nil && !x.IsUndefined() {
			into(x)
		}
		return err
	}
	number := func(into *int) func(vmapi.Value) {
		return func(x vmapi.Value) {
			n := x.Number()
			if x.IsNull() || n >= Infinite {
				n = Infinite
			}
			*into = int(n)
		}
	}
	for _, f := range []struct {
		name string
		into func(vmapi.Value)
	}{
		{"depth", number(&o.Depth)},
		{"breakLength", number(&o.BreakLength)},
		{"maxArrayLength", number(&o.MaxArrayLength)},
		{"maxStringLength", number(&o.MaxStringLen)},
		{"showHidden", func(x vmapi.Value) { o.ShowHidden = x.Bool() }},
		{"showProxy", func(x vmapi.Value) { o.ShowProxy = x.Bool() }},
		{"customInspect", func(x vmapi.Value) { o.NoCustom = !x.Bool() }},
		{"getters", func(x vmapi.Value) { o.Getters = x.Bool() }},
		{"sorted", func(x vmapi.Value) { o.Sorted = x.Bool() }},
		{"compact", func(x vmapi.Value) {
			switch {
			case x.IsBool() && !x.Bool():
				o.Compact = 0
			case x.IsNumber():
				o.Compact = int(x.Number())
			}
		}},
	} {
		if err := read(f.name, f.into); err != nil {
			return err
		}
	}
	return nil
}

// Format is util.format: the first argument may have %s, %d, %i, %f, %j, %o,
// %O, %c and %%; what is left over is appended with spaces.
func Format(c *vmapi.Call, args []vmapi.Value, opts Options) (string, error) {
	if len(args) == 0 {
		return "", nil
	}
	var sb strings.Builder
	next := 0
	if args[0].IsString() {
		next = 1
		if err := formatTo(c, &sb, args, &next, opts); err != nil {
			return "", err
		}
	}
	for i := next; i < len(args); i++ {
		if i > 0 {
			sb.WriteByte(' ')
		}
		if args[i].IsString() {
			sb.WriteString(args[i].Text())
			continue
		}
		s, err := Inspect(c, args[i], opts)
		if err != nil {
			return "", err
		}
		sb.WriteString(s)
	}
	return sb.String(), nil
}

func formatTo(c *vmapi.Call, sb *strings.Builder, args []vmapi.Value, next *int, opts Options) error {
	f := args[0].Text()
	if len(args) == 1 {
		sb.WriteString(f)
		return nil
	}
	last := 0
	for i := 0; i+1 < len(f); i++ {
		if f[i] != '%' {
			continue
		}
		verb := f[i+1]
		if verb == '%' {
			sb.WriteString(f[last : i+1])
			last = i + 2
			i++
			continue
		}
		if *next >= len(args) || !strings.ContainsRune("sdifjoOc", rune(verb)) {
			continue
		}
		s, err := directive(c, verb, args[*next], opts)
		if err != nil {
			return err
		}
		*next++
		sb.WriteString(f[last:i])
		sb.WriteString(s)
		last = i + 2
		i++
	}
	sb.WriteString(f[last:])
	return nil
}

func directive(c *vmapi.Call, verb byte, v vmapi.Value, opts Options) (string, error) {
	switch verb {
	case 's':
		return formatString(c, v, opts)
	case 'd', 'i', 'f':
		return formatNumber(c, verb, v)
	case 'j':
		return formatJSON(c, v)
	case 'O':
		return Inspect(c, v, opts)
	case 'o':
		opts.ShowHidden, opts.ShowProxy, opts.Depth = true, true, 4
		return Inspect(c, v, opts)
	}
	return "", nil
}

func formatString(c *vmapi.Call, v vmapi.Value, opts Options) (string, error) {
	switch {
	case v.IsNumber():
		return number(v), nil
	case v.IsBigInt():
		return v.String() + "n", nil
	case !v.IsObject():
		return v.String(), nil
	case v.IsFunction():
		return c.ToString(v)
	}
	own := v.IsError()
	if !own {
		f, err := c.Get(v, "toString")
		if err != nil {
			return "", err
		}
		proto, err := c.Global("Object")
		if err == nil {
			proto, err = c.Get(proto, "prototype")
		}
		if err != nil {
			return "", err
		}
		builtin, err := c.Get(proto, "toString")
		if err != nil {
			return "", err
		}
		_, hasOwn, err := c.OwnProperty(v, c.Key("toString"))
		if err != nil {
			return "", err
		}
		own = f.IsFunction() && (hasOwn || v.Class() == "Object" && !f.Same(builtin))
	}
	if own {
		return c.ToString(v)
	}
	opts.Depth = 0
	return Inspect(c, v, opts)
}

func formatNumber(c *vmapi.Call, verb byte, v vmapi.Value) (string, error) {
	if v.IsBigInt() {
		return v.String() + "n", nil
	}
	if v.IsSymbol() {
		return "NaN", nil
	}
	if verb == 'd' && v.IsObject() {
		return "NaN", nil
	}
	n, err := c.ToNumber(v)
	if err != nil {
		return "", err
	}
	if verb == 'i' {
		n = math.Trunc(n)
	}
	if n == 0 && math.Signbit(n) {
		return "-0", nil
	}
	x, err := c.VM().ToValue(n)
	return x.String(), err
}

func formatJSON(c *vmapi.Call, v vmapi.Value) (string, error) {
	json, err := c.Global("JSON")
	if err != nil {
		return "", err
	}
	s, err := c.CallMethod(json, "stringify", v)
	if err != nil {
		thrown, ok := c.Catch(err)
		if ok && strings.Contains(thrown.String(), "circular") {
			return "[Circular]", nil
		}
		return "", err
	}
	return s.String(), nil
}
