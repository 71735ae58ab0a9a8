// Package inspect renders values as Node's util.inspect does, and formats
// messages as util.format does.
//
// A rendering is built from the inside out: every entry of an object becomes a
// string, and reduce decides whether the entries fit on one line, are grouped
// into columns (arrays of more than six short elements), or go below each
// other. The order of questions about a value is Node's, because getters,
// proxies and custom inspection functions can watch it.
package inspect

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/burrowjs/burrow/vmapi"
)

// Options are those of util.inspect.
type Options struct {
	// Depth is how many levels of objects are shown; Infinite for all.
	Depth          int
	ShowHidden     bool
	ShowProxy      bool
	NoCustom       bool // customInspect: false
	Getters        bool
	Sorted         bool
	BreakLength    int
	Compact        int
	MaxArrayLength int
	MaxStringLen   int
	Colors         bool
	// NumericSeparator puts _ between groups of three digits.
	NumericSeparator bool
	// Compare orders the keys if Sorted is given as a function.
	Compare vmapi.Value
	// User is the options object itself, whose other properties custom
	// functions see.
	User vmapi.Value
	// Inspect is the function that custom functions get, undefined for one of
	// the printer's own.
	Inspect vmapi.Value
}

// CompactFully is compact: true.
const CompactFully = -1

// Infinite stands for depth: null or Infinity.
const Infinite = math.MaxInt32

// Defaults returns the options that console.log uses.
func Defaults() Options {
	return Options{Depth: 2, BreakLength: 80, Compact: 3, MaxArrayLength: 100, MaxStringLen: 10000}
}

// printer is one rendering in progress.
type printer struct {
	Options
	c            *vmapi.Call
	indent       int
	currentDepth int
	seen         []vmapi.Value
	circular     []vmapi.Value
	inspectFn    vmapi.Value // what custom functions get as their third argument
	customKey    vmapi.Key
}

// Inspect renders v.
func Inspect(c *vmapi.Call, v vmapi.Value, opts Options) (string, error) {
	p := &printer{Options: opts, c: c, inspectFn: opts.Inspect}
	k, err := c.KeyOf(c.SymbolFor("nodejs.util.inspect.custom"))
	if err != nil {
		return "", err
	}
	p.customKey = k
	return p.value(v, 0, false)
}

// maxNesting bounds the recursion of a rendering, whatever depth was asked for.
const maxNesting = 1000

func (p *printer) value(v vmapi.Value, level int, typed bool) (string, error) {
	if !v.IsObject() {
		return p.primitive(v), nil
	}
	if len(p.seen) > maxNesting {
		return "[" + v.Class() + "]", nil
	}
	context := v
	if _, _, ok := v.ProxyParts(); ok {
		if p.ShowProxy {
			return p.proxy(v, level)
		}
		for {
			target, _, ok := v.ProxyParts()
			if !ok {
				break
			}
			if target.IsNull() {
				return p.style("<Revoked Proxy>", "special"), nil
			}
			v = target
		}
	}
	if !p.NoCustom {
		s, done, err := p.custom(context, v, level)
		if done || err != nil {
			return s, err
		}
	}
	for _, s := range p.seen {
		if s.Same(v) {
			return p.style("[Circular *"+strconv.Itoa(p.circularIndex(v))+"]", "special"), nil
		}
	}
	return p.object(v, level, typed)
}

func (p *printer) circularIndex(v vmapi.Value) int {
	for i, s := range p.circular {
		if s.Same(v) {
			return i + 1
		}
	}
	p.circular = append(p.circular, v)
	return len(p.circular)
}

// custom calls v[Symbol.for('nodejs.util.inspect.custom')].
func (p *printer) custom(context, v vmapi.Value, level int) (s string, done bool, err error) {
	f, err := p.c.GetKey(v, p.customKey)
	if err != nil || !f.IsFunction() {
		return "", false, err
	}
	depth := p.Depth - level
	opts, err := p.userOptions()
	if err != nil {
		return "", false, err
	}
	fn := p.inspectFn
	if fn.IsUndefined() {
		outer := *p
		fn = p.c.NewFunction("inspect", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			o := outer.Options
			if err := ReadOptions(c, c.Arg(1), &o); err != nil {
				return vmapi.Value{}, err
			}
			text, err := Inspect(c, c.Arg(0), o)
			if err != nil {
				return vmapi.Value{}, err
			}
			return c.VM().ToValue(text)
		})
		p.inspectFn = fn
	}
	var d any = depth
	if p.Depth == Infinite {
		d = math.Inf(1)
	}
	r, err := p.c.Call(f, context, d, opts, fn)
	if err != nil {
		return "", false, err
	}
	if r.Same(v) {
		return "", false, nil
	}
	if r.IsString() {
		return strings.ReplaceAll(r.Text(), "\n", "\n"+strings.Repeat(" ", p.indent)), true, nil
	}
	s, err = p.value(r, level, false)
	return s, true, err
}

// userOptions is what custom functions get as their second argument.
func (p *printer) userOptions() (vmapi.Value, error) {
	o := p.c.NewObject()
	number := func(n int) any {
		if n >= Infinite {
			return math.Inf(1)
		}
		return n
	}
	var compact any = p.Compact
	if p.Compact <= 0 {
		compact = p.Compact == CompactFully
	}
	stylize := p.c.NewFunction("stylize", 2, func(c *vmapi.Call) (vmapi.Value, error) {
		s, err := c.ToString(c.Arg(0))
		if err != nil {
			return vmapi.Value{}, err
		}
		return c.VM().ToValue(p.style(s, c.Arg(1).Text()))
	})
	for _, x := range []struct {
		name  string
		value any
	}{
		{"stylize", stylize}, {"showHidden", p.ShowHidden}, {"depth", number(p.Depth)}, {"colors", p.Colors}, {"customInspect", !p.NoCustom},
		{"showProxy", p.ShowProxy}, {"maxArrayLength", number(p.MaxArrayLength)}, {"maxStringLength", number(p.MaxStringLen)},
		{"breakLength", number(p.BreakLength)}, {"compact", compact}, {"sorted", p.Sorted}, {"getters", p.Getters},
		{"numericSeparator", p.NumericSeparator},
	} {
		if err := p.c.Set(o, x.name, x.value); err != nil {
			return o, err
		}
	}
	if !p.User.IsObject() {
		return o, nil
	}
	keys, err := p.c.OwnKeys(p.User)
	for _, k := range keys {
		if err != nil {
			break
		}
		var x vmapi.Value
		if x, err = p.c.GetKey(p.User, k); err == nil && (k.IsSymbol() || k.String() != "stylize") {
			err = p.c.SetKey(o, k, x)
		}
	}
	return o, err
}

func (p *printer) proxy(v vmapi.Value, level int) (string, error) {
	target, handler, _ := v.ProxyParts()
	if target.IsNull() {
		return p.style("<Revoked Proxy>", "special"), nil
	}
	if level > p.Depth {
		return "Proxy [Array]", nil
	}
	p.indent += 2
	t, err := p.value(target, level+1, false)
	var h string
	if err == nil {
		h, err = p.value(handler, level+1, false)
	}
	p.indent -= 2
	if err != nil {
		return "", err
	}
	return p.reduce([]string{t, h}, "", "Proxy [", "]", true, level, vmapi.Value{}), nil
}

// length is the length of s in UTF-16 code units, which Node counts in.
func length(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return len(utf16.Encode([]rune(s)))
		}
	}
	return len(s)
}
