package inspect

import (
	"slices"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// errorBase renders an error: its stack, with the class's name put right.
func (p *printer) errorBase(w *view) (string, error) {
	v := w.v
	stack, err := p.stackOf(v)
	if err != nil {
		return "", err
	}
	for _, n := range []string{"name", "message", "stack"} {
		i := slices.IndexFunc(w.keys, func(k vmapi.Key) bool { return !k.IsSymbol() && k.String() == n })
		if i < 0 {
			continue
		}
		x, err := p.c.Get(v, n)
		if err != nil {
			return "", err
		}
		if !x.IsString() || strings.Contains(stack, x.Text()) {
			w.keys = slices.Delete(w.keys, i, i+1)
		}
	}
	for _, n := range []string{"cause", "errors"} {
		k := p.c.Key(n)
		has, err := p.c.Has(v, k)
		if err != nil {
			return "", err
		}
		if !has || slices.ContainsFunc(w.keys, func(k vmapi.Key) bool { return k.String() == n }) {
			continue
		}
		if n == "errors" {
			x, err := p.c.Get(v, n)
			if err != nil {
				return "", err
			}
			if !x.IsArray() {
				continue
			}
		}
		w.keys = append(w.keys, k)
	}
	name, err := p.c.Get(v, "name")
	if err != nil {
		return "", err
	}
	stack = improveStack(stack, w, name)
	message, err := p.c.Get(v, "message")
	if err != nil {
		return "", err
	}
	at := 0
	if m := message.Text(); m != "" {
		if i := strings.Index(stack, m); i >= 0 {
			at = i + len(m)
		}
	}
	if !strings.Contains(stack[at:], "\n    at") {
		stack = "[" + stack + "]"
	}
	if p.indent != 0 {
		stack = strings.ReplaceAll(stack, "\n", "\n"+strings.Repeat(" ", p.indent))
	}
	return stack, nil
}

func (p *printer) stackOf(v vmapi.Value) (string, error) {
	s, err := p.c.Get(v, "stack")
	if err != nil {
		return "", err
	}
	if s.Bool() {
		return p.c.ToString(s)
	}
	return p.builtin(v, "Error", "toString")
}

func improveStack(stack string, w *view, nameValue vmapi.Value) string {
	name := "Error"
	if nameValue.IsString() {
		name = nameValue.Text()
	}
	rest, found := strings.CutPrefix(stack, name)
	if !w.nullProto && !(strings.HasSuffix(name, "Error") && found && (rest == "" || rest[0] == ':' || rest[0] == '\n')) {
		return stack
	}
	switch {
	case w.nullProto:
		fallback := "Error"
		if found && name != "" {
			return "[" + name + ": null prototype]" + rest
		}
		return "[" + fallback + ": null prototype]" + stack
	case w.constructor == name:
		return stack
	case strings.Contains(w.constructor, name):
		if name == "" {
			return w.constructor + ": " + stack
		}
		return w.constructor + rest
	}
	return w.constructor + " [" + name + "]" + rest
}
