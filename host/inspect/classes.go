package inspect

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// classify decides how an object is rendered. A text that is not empty is the
// whole rendering.
func (p *printer) classify(w *view, level int, typed bool) (string, error) {
	class := w.v.Class()
	iterable, err := p.isIterable(w)
	if err != nil {
		return "", err
	}
	if iterable {
		done, handled, err := p.collection(w, class)
		if handled || err != nil {
			return done, err
		}
	}
	if w.keys, err = p.ownKeys(w.v, true); err != nil {
		return "", err
	}
	plain := len(w.keys) == 0
	wrapper := func(fallback string) {
		if pre := w.prefix(fallback, ""); pre != fallback+" " {
			w.base = pre + w.base
		}
	}
	switch {
	case w.constructor == "Object" && !w.nullProto && class != "Error":
		if class == "Arguments" {
			w.open = "[Arguments] {"
			if plain {
				return "[Arguments] {}", nil
			}
			return "", nil
		}
		if w.tag != "" {
			w.open = w.prefix("Object", "") + "{"
		}
		if plain && class == "Object" {
			return w.open + "}", nil
		}
		if class == "Object" {
			return "", nil
		}
	}
	switch class {
	case "Function":
		w.base, err = p.function(w)
		if plain || err != nil {
			return w.base, err
		}
	case "RegExp", "Date":
		method := "toString"
		if class == "Date" {
			method = "toISOString"
		}
		s, err := p.builtin(w.v, class, method)
		if err != nil {
			if _, ok := p.c.Catch(err); !ok {
				return "", err
			}
			s = "Invalid Date"
		}
		w.base = s
		wrapper(class)
		if plain || level > p.Depth {
			return w.base, nil
		}
	case "Error":
		if w.base, err = p.errorBase(w); err != nil {
			return "", err
		}
		if len(w.keys) == 0 {
			return w.base, nil
		}
	case "ArrayBuffer", "SharedArrayBuffer":
		w.open = w.prefix(class, "") + "{"
		data, _ := w.v.Bytes()
		if typed && plain {
			return w.open + fmt.Sprintf(" byteLength: %d }", len(data)), nil
		}
		w.entries = func(level int) ([]string, error) {
			var sb strings.Builder
			sb.WriteString("[Uint8Contents]: <")
			for i, b := range data[:min(len(data), p.MaxArrayLength)] {
				if i > 0 {
					sb.WriteByte(' ')
				}
				fmt.Fprintf(&sb, "%02x", b)
			}
			if rest := len(data) - p.MaxArrayLength; rest > 0 {
				fmt.Fprintf(&sb, " ... %d more byte%s", rest, plural(rest))
			}
			sb.WriteByte('>')
			return []string{sb.String(), fmt.Sprintf("byteLength: %d", len(data))}, nil
		}
	case "DataView":
		w.open = w.prefix(class, "") + "{"
		w.entries = func(level int) ([]string, error) {
			var out []string
			for _, n := range []string{"byteLength", "byteOffset", "buffer"} {
				x, err := p.c.Get(w.v, n)
				if err != nil {
					return nil, err
				}
				p.indent += 2
				s, err := p.value(x, level, false)
				p.indent -= 2
				if err != nil {
					return nil, err
				}
				out = append(out, n+": "+s)
			}
			return out, nil
		}
	case "Promise":
		w.open = w.prefix(class, "") + "{"
		w.entries = func(level int) ([]string, error) {
			state, result, _ := w.v.PromiseState()
			if state == "pending" {
				return []string{"<pending>"}, nil
			}
			p.indent += 2
			s, err := p.value(result, level, false)
			p.indent -= 2
			if state == "rejected" {
				s = "<rejected> " + s
			}
			return []string{s}, err
		}
	case "WeakSet", "WeakMap":
		w.open = w.prefix(class, "") + "{"
		w.entries = func(int) ([]string, error) { return []string{"<items unknown>"}, nil }
	case "Module":
		w.open = w.prefix(class, "") + "{"
		w.noKeys = true
		w.entries = func(level int) ([]string, error) { return p.namespace(w, level) }
	case "Number", "Boolean", "String", "Symbol", "BigInt":
		x, ok := w.v.Primitive()
		if !ok {
			return p.rest(w)
		}
		w.base = "[" + class
		if class == "String" {
			w.keys = slices.DeleteFunc(w.keys, func(k vmapi.Key) bool { return k.IsIndex() })
		}
		if w.nullProto {
			w.base += " (null prototype)"
		} else if class != w.constructor {
			w.base += " (" + w.constructor + ")"
		}
		q := *p
		q.BreakLength = Infinite
		w.base += ": " + q.primitive(x) + "]"
		if w.tag != "" && w.tag != w.constructor {
			w.base += " [" + w.tag + "]"
		}
		if len(w.keys) == 0 {
			return w.base, nil
		}
	case "Generator", "AsyncGenerator":
		w.open = w.prefix("Object", "") + "{"
		if plain {
			return w.open + "}", nil
		}
	default:
		return p.rest(w)
	}
	return "", nil
}

// rest is the rendering of objects that are nothing special.
func (p *printer) rest(w *view) (string, error) {
	w.open = w.prefix("Object", "") + "{"
	if len(w.keys) == 0 {
		return w.open + "}", nil
	}
	return "", nil
}

func (p *printer) isIterable(w *view) (bool, error) {
	if w.nullProto {
		return true, nil
	}
	k, err := p.c.KeyOf(p.c.Symbol("iterator"))
	if err != nil {
		return false, err
	}
	f, err := p.c.GetKey(w.v, k)
	return f.Bool(), err
}

// collection renders arrays, sets, maps, typed arrays and their iterators.
func (p *printer) collection(w *view, class string) (done string, handled bool, err error) {
	size := func(n int) string { return "(" + strconv.Itoa(n) + ")" }
	switch {
	case class == "Array":
		n, err := p.c.Length(w.v)
		if err != nil {
			return "", true, err
		}
		pre := ""
		if w.constructor != "Array" || w.nullProto || w.tag != "" {
			pre = w.prefix("Array", size(n))
		}
		w.keys, err = p.ownKeys(w.v, false)
		w.open, w.end, w.array = pre+"[", "]", true
		if n == 0 && len(w.keys) == 0 {
			return w.open + "]", true, err
		}
		w.entries = p.elements(w.v)
		return "", true, err
	case class == "Set", class == "Map":
		keys, values, _ := w.v.Entries()
		if w.keys, err = p.ownKeys(w.v, true); err != nil {
			return "", true, err
		}
		w.open = w.prefix(class, size(len(keys))) + "{"
		if len(keys) == 0 && len(w.keys) == 0 {
			return w.open + "}", true, nil
		}
		w.entries = func(level int) ([]string, error) {
			p.indent += 2
			defer func() { p.indent -= 2 }()
			var out []string
			for i, k := range keys {
				if i >= p.MaxArrayLength {
					out = append(out, remaining(len(keys)-i))
					break
				}
				s, err := p.value(k, level, false)
				if err == nil && class == "Map" {
					var x string
					x, err = p.value(values[i], level, false)
					s += " => " + x
				}
				if err != nil {
					return nil, err
				}
				out = append(out, s)
			}
			return out, nil
		}
		return "", true, nil
	case strings.HasSuffix(class, "Array"):
		n := w.v.Len()
		if w.keys, err = p.ownKeys(w.v, false); err != nil {
			return "", true, err
		}
		w.open, w.end, w.array = w.prefix(class, size(n))+"[", "]", true
		if n == 0 && len(w.keys) == 0 && !p.ShowHidden {
			return w.open + "]", true, nil
		}
		w.entries = p.elements(w.v)
		return "", true, nil
	case class == "Map Iterator", class == "Set Iterator":
		list, pairs, _ := w.v.IteratorEntries()
		tag := class
		if pairs {
			tag = strings.TrimSuffix(class, "Iterator") + "Entries"
		}
		if w.tag != class && w.tag != "" {
			tag += "] [" + w.tag
		}
		w.open = "[" + tag + "] {"
		w.keys, err = p.ownKeys(w.v, true)
		w.entries = p.iteratorEntries(list, pairs)
		return "", true, err
	}
	return "", false, nil
}

// iteratorEntries renders what an iterator of a map or set has still to deliver.
func (p *printer) iteratorEntries(list []vmapi.Value, pairs bool) func(level int) ([]string, error) {
	each := 1
	if pairs {
		each = 2
	}
	return func(level int) ([]string, error) {
		p.indent += 2
		defer func() { p.indent -= 2 }()
		var out []string
		for i := 0; i < len(list); i += each {
			if len(out) >= p.MaxArrayLength {
				return append(out, remaining(len(list)/each-len(out))), nil
			}
			var parts []string
			for _, v := range list[i : i+each] {
				s, err := p.value(v, level, false)
				if err != nil {
					return nil, err
				}
				parts = append(parts, s)
			}
			if pairs {
				parts[0] = p.reduce(parts, "", "[", "]", false, level, list[i])
			}
			out = append(out, parts[0])
		}
		return out, nil
	}
}

// elements renders the elements of an array-like object with holes counted.
func (p *printer) elements(v vmapi.Value) func(level int) ([]string, error) {
	return func(level int) ([]string, error) {
		n, err := p.c.Length(v)
		if err != nil {
			return nil, err
		}
		if t := v.Len(); v.Class() != "Array" && t > 0 {
			n = t
		}
		var out []string
		i := 0
		for i < n && len(out) < p.MaxArrayLength {
			k := p.c.Key(strconv.Itoa(i))
			_, found, err := p.c.OwnProperty(v, k)
			if err != nil {
				return nil, err
			}
			if !found {
				next, err := p.nextElement(v, i, n)
				if err != nil {
					return nil, err
				}
				out = append(out, fmt.Sprintf("<%d empty item%s>", next-i, plural(next-i)))
				i = next
				continue
			}
			s, err := p.property(v, level, k, true)
			if err != nil {
				return nil, err
			}
			out = append(out, s)
			i++
		}
		if rest := n - i; rest > 0 {
			out = append(out, remaining(rest))
		}
		return out, nil
	}
}

// nextElement returns the index of the first element from i on, n if there is none.
func (p *printer) nextElement(v vmapi.Value, i, n int) (int, error) {
	keys, err := p.c.OwnKeys(v)
	if err != nil {
		return 0, err
	}
	next := n
	for _, k := range keys {
		if k.IsIndex() && int(k.Index()) > i {
			next = min(next, int(k.Index()))
		}
	}
	return next, nil
}

func remaining(n int) string { return fmt.Sprintf("... %d more item%s", n, plural(n)) }

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// namespace renders the exports of a module; those in the temporal dead zone
// are uninitialized.
func (p *printer) namespace(w *view, level int) ([]string, error) {
	var out []string
	for _, k := range w.keys {
		s, err := p.property(w.v, level, k, false)
		if err != nil {
			if _, ok := p.c.Catch(err); !ok {
				return nil, err
			}
			name := k.String()
			if !isIdentifier(name) {
				name = quoteUnits(k.Value().Units())
			}
			s = name + ": <uninitialized>"
		}
		out = append(out, s)
	}
	return out, nil
}

// builtin calls a method of the intrinsic prototype of a class.
func (p *printer) builtin(v vmapi.Value, class, method string) (string, error) {
	ctor, err := p.c.Global(class)
	if err != nil {
		return "", err
	}
	proto, err := p.c.Get(ctor, "prototype")
	if err != nil {
		return "", err
	}
	f, err := p.c.Get(proto, method)
	if err != nil {
		return "", err
	}
	s, err := p.c.Call(f, v)
	return s.Text(), err
}

func (p *printer) function(w *view) (string, error) {
	name, err := p.c.Get(w.v, "name")
	if err != nil {
		return "", err
	}
	if w.v.IsClass() {
		return p.class(w, name)
	}
	kind := "Function"
	async, generator := w.v.FunctionKind()
	if generator {
		kind = "GeneratorFunction"
	}
	if async {
		kind = "Async" + kind
	}
	base := "[" + kind
	if w.nullProto {
		base += " (null prototype)"
	}
	if name.Text() == "" {
		base += " (anonymous)"
	} else {
		base += ": " + name.Text()
	}
	base += "]"
	if !w.nullProto && w.constructor != kind {
		base += " " + w.constructor
	}
	if w.tag != "" && w.tag != w.constructor {
		base += " [" + w.tag + "]"
	}
	return base, nil
}

func (p *printer) class(w *view, name vmapi.Value) (string, error) {
	base := "class "
	if _, own, _ := p.c.OwnProperty(w.v, p.c.Key("name")); own && name.Text() != "" {
		base += name.Text()
	} else {
		base += "(anonymous)"
	}
	if !w.nullProto && w.constructor != "Function" {
		base += " [" + w.constructor + "]"
	}
	if w.tag != "" && w.tag != w.constructor {
		base += " [" + w.tag + "]"
	}
	if w.nullProto {
		return "[" + base + " extends [null prototype]]", nil
	}
	super, err := p.c.Prototype(w.v)
	if err != nil {
		return "", err
	}
	if super.IsObject() {
		n, err := p.c.Get(super, "name")
		if err != nil {
			return "", err
		}
		if n.Text() != "" {
			base += " extends " + n.Text()
		}
	}
	return "[" + base + "]", nil
}
