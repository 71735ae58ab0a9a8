package inspect

import (
	"slices"
	"strconv"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// view is what is known about an object while it is rendered.
type view struct {
	v           vmapi.Value
	constructor string
	nullProto   bool // the prototype chain has no constructor and begins with null
	tag         string
	keys        []vmapi.Key
	base        string
	open, end   string
	array       bool // entries may be grouped
	// entries renders what is not a property; nil if there is none.
	entries func(level int) ([]string, error)
	// names: keys are rendered by entries (module namespaces).
	noKeys bool
}

// prefix is "Class [tag] " as it stands before the opening bracket.
func (w *view) prefix(fallback, size string) string {
	if w.nullProto {
		if w.tag != "" && w.tag != fallback {
			return "[" + fallback + size + ": null prototype] [" + w.tag + "] "
		}
		return "[" + fallback + size + ": null prototype] "
	}
	if w.tag != "" && w.tag != w.constructor {
		return w.constructor + size + " [" + w.tag + "] "
	}
	return w.constructor + size + " "
}

func (p *printer) object(v vmapi.Value, level int, typed bool) (string, error) {
	w := &view{v: v, open: "{", end: "}"}
	if err := p.names(w, level); err != nil {
		return "", err
	}
	done, err := p.classify(w, level, typed)
	if err != nil {
		return "", err
	}
	if done != "" {
		return done, nil
	}
	if level > p.Depth {
		name := strings.TrimSuffix(w.prefix("Object", ""), " ")
		if v.IsArray() && !w.nullProto && w.constructor == "Array" {
			name = "Array"
		}
		if w.nullProto {
			return name, nil
		}
		return p.style("["+name+"]", "special"), nil
	}
	level++
	p.seen = append(p.seen, v)
	p.currentDepth = level
	var output []string
	if w.entries != nil {
		output, err = w.entries(level)
	}
	if !w.noKeys {
		for _, k := range w.keys {
			if err != nil {
				break
			}
			var s string
			if s, err = p.property(v, level, k, false); err == nil {
				output = append(output, s)
			}
		}
	}
	p.seen = p.seen[:len(p.seen)-1]
	if err != nil {
		return "", err
	}
	for i, s := range p.circular {
		if s.Same(v) {
			ref := p.style("<ref *"+strconv.Itoa(i+1)+">", "special")
			if w.base != "" {
				ref += " " + w.base
			}
			w.base = ref
		}
	}
	if p.Sorted && !w.array {
		slices.SortStableFunc(output, p.compare)
	}
	return p.reduce(output, w.base, w.open, w.end, w.array, level, v), nil
}

// names finds the constructor's name and the tag.
func (p *printer) names(w *view, level int) error {
	name, null, err := p.constructorName(w.v, level, 0)
	if err != nil {
		return err
	}
	w.constructor, w.nullProto = name, null
	key, err := p.c.KeyOf(p.c.Symbol("toStringTag"))
	if err != nil {
		return err
	}
	tag, err := p.c.GetKey(w.v, key)
	if err != nil {
		return err
	}
	if tag.IsString() && tag.Text() != "" {
		own, found, err := p.c.OwnProperty(w.v, key)
		if err != nil {
			return err
		}
		if !found || own.Attributes&vmapi.Enumerable == 0 {
			w.tag = tag.Text()
		}
	}
	return nil
}

func (p *printer) constructorName(v vmapi.Value, level, depth int) (name string, null bool, err error) {
	key := p.c.Key("constructor")
	first, isFirst := vmapi.Value{}, true
	for o := v; o.IsObject(); {
		d, found, err := p.c.OwnProperty(o, key)
		if err != nil {
			return "", false, err
		}
		if found && !d.Accessor && d.Value.IsFunction() {
			n, err := p.c.Get(d.Value, "name")
			if err != nil {
				return "", false, err
			}
			if n.IsString() && n.Text() != "" {
				is, err := p.isInstance(v, d.Value)
				if err != nil || is {
					return n.Text(), false, err
				}
			}
		}
		if o, err = p.c.Prototype(o); err != nil {
			return "", false, err
		}
		if isFirst {
			first, isFirst = o, false
		}
	}
	if !first.IsObject() {
		return "", true, nil
	}
	res := v.Class()
	if level > p.Depth || depth > 20 {
		return res + " <Complex prototype>", false, nil
	}
	inner, null, err := p.constructorName(first, level+1, depth+1)
	if err != nil {
		return "", false, err
	}
	if null {
		o := p.Options
		o.NoCustom, o.Depth = true, -1
		text, err := Inspect(p.c, first, o)
		return res + " <" + text + ">", false, err
	}
	return res + " <" + inner + ">", false, nil
}

// isInstance is instanceof that takes errors for false.
func (p *printer) isInstance(v, ctor vmapi.Value) (bool, error) {
	proto, err := p.c.Get(ctor, "prototype")
	if err != nil || !proto.IsObject() {
		return false, nil
	}
	for o, n := v, 0; o.IsObject() && n < 10000; n++ {
		if o, err = p.c.Prototype(o); err != nil {
			return false, nil
		}
		if o.Same(proto) {
			return true, nil
		}
	}
	return false, nil
}

// ownKeys returns the keys that are shown; withIndexes is false for the extra
// properties of arrays.
func (p *printer) ownKeys(v vmapi.Value, withIndexes bool) ([]vmapi.Key, error) {
	all, err := p.c.OwnKeys(v)
	if err != nil {
		return nil, err
	}
	var keys []vmapi.Key
	for _, k := range all {
		if !withIndexes && k.IsIndex() {
			continue
		}
		if !p.ShowHidden {
			d, found, err := p.c.OwnProperty(v, k)
			if v.Class() == "Module" && err != nil {
				found, d.Attributes = true, vmapi.Enumerable
			} else if err != nil {
				return nil, err
			}
			if !found || d.Attributes&vmapi.Enumerable == 0 {
				continue
			}
		}
		keys = append(keys, k)
	}
	return keys, nil
}

// property renders a property; element leaves out the name.
func (p *printer) property(v vmapi.Value, level int, k vmapi.Key, element bool) (string, error) {
	d, found, err := p.c.OwnProperty(v, k)
	if err != nil {
		return "", err
	}
	if !found {
		d.Attributes = vmapi.Plain
		if d.Value, err = p.c.GetKey(v, k); err != nil {
			return "", err
		}
	}
	var s string
	if d.Accessor {
		s, err = p.accessor(v, d, level)
	} else {
		p.indent += 2
		s, err = p.value(d.Value, level, false)
		p.indent -= 2
	}
	if err != nil || element {
		return s, err
	}
	name := k.String()
	switch {
	case k.IsSymbol():
		name = "[" + p.style(name, "symbol") + "]"
	case name == "__proto__":
		name = "['__proto__']"
	case d.Attributes&vmapi.Enumerable == 0:
		name = "[" + name + "]"
	case !isIdentifier(name):
		name = p.style(quoteUnits(k.Value().Units()), "string")
	}
	return name + ": " + s, nil
}

func (p *printer) accessor(v vmapi.Value, d vmapi.Property, level int) (string, error) {
	switch {
	case d.Get.IsUndefined() && d.Set.IsUndefined():
		return "undefined", nil
	case d.Get.IsUndefined():
		return p.style("[Setter]", "special"), nil
	}
	label := "Getter"
	if !d.Set.IsUndefined() {
		label = "Getter/Setter"
	}
	if !p.Getters {
		return p.style("["+label+"]", "special"), nil
	}
	p.indent += 2
	defer func() { p.indent -= 2 }()
	x, err := p.c.Call(d.Get, v)
	if thrown, ok := p.c.Catch(err); err != nil && ok {
		m, _ := p.c.Get(thrown, "message")
		return "[" + label + ": <Inspection threw (" + m.String() + ")>]", nil
	}
	if err != nil {
		return "", err
	}
	s, err := p.value(x, level, false)
	if x.IsObject() {
		return p.style("["+label+"]", "special") + " " + s, err
	}
	return p.style("["+label+":", "special") + " " + s + p.style("]", "special"), err
}

// compare orders the entries of an object for the option sorted.
func (p *printer) compare(a, b string) int {
	if p.Compare.IsFunction() {
		if r, err := p.c.Call(p.Compare, nil, a, b); err == nil {
			return int(max(min(r.Number(), 1), -1))
		}
	}
	return strings.Compare(a, b)
}
