package text

import (
	"math"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// delegate calls the method of an object argument that takes the place of the
// String method: its property k. done is false if there is none.
func delegate(c *object.Call, x object.Value, k *object.Symbol, args ...object.Value) (v object.Value, done bool, err error) {
	if !x.IsObject() {
		return v, false, nil
	}
	f, err := object.GetMethod(c.Agent, x, object.SymbolKey(k))
	if err != nil {
		return v, true, err
	}
	if f.IsUndefined() {
		return v, false, nil
	}
	v, err = c.Agent.Call(f, x, args...)
	return v, true, err
}

// byRegExp is what match, matchAll and search do with anything else than an
// object: they make a RegExp of it and invoke its method.
func byRegExp(c *object.Call, k *object.Symbol, flags object.Value) (object.Value, error) {
	s, err := object.ToString(c.Agent, c.This)
	if err != nil {
		return object.Undefined, err
	}
	rx, err := regExpCreate(c.Agent, c.Realm(), c.Arg(0), flags)
	if err != nil {
		return object.Undefined, err
	}
	return object.Invoke(c.Agent, object.Obj(rx), object.SymbolKey(k), object.Str(s))
}

// 22.1.3.13 String.prototype.match ( regexp ), https://tc39.es/ecma262/#sec-string.prototype.match
func stringPrototypeMatch(c *object.Call) (object.Value, error) {
	if err := requireThis(c, "match"); err != nil {
		return object.Undefined, err
	}
	if v, done, err := delegate(c, c.Arg(0), object.SymbolMatch, c.This); done {
		return v, err
	}
	return byRegExp(c, object.SymbolMatch, object.Undefined)
}

// 22.1.3.14 String.prototype.matchAll ( regexp ), https://tc39.es/ecma262/#sec-string.prototype.matchall
func stringPrototypeMatchAll(c *object.Call) (object.Value, error) {
	if err := requireThis(c, "matchAll"); err != nil {
		return object.Undefined, err
	}
	if err := requireGlobal(c, "matchAll"); err != nil {
		return object.Undefined, err
	}
	if v, done, err := delegate(c, c.Arg(0), object.SymbolMatchAll, c.This); done {
		return v, err
	}
	return byRegExp(c, object.SymbolMatchAll, object.StrGo("g"))
}

// requireGlobal throws if the argument is a regular expression without the flag g.
func requireGlobal(c *object.Call, method string) error {
	a, x := c.Agent, c.Arg(0)
	if !x.IsObject() {
		return nil
	}
	isRegExp, err := object.IsRegExp(a, x)
	if err != nil || !isRegExp {
		return err
	}
	flags, err := x.AsObject().Get(a, a.NameKey(nameFlags))
	if err != nil {
		return err
	}
	if err := object.RequireObjectCoercible(a, flags); err != nil {
		return err
	}
	text, err := object.ToString(a, flags)
	if err != nil {
		return err
	}
	if !hasFlag(text, 'g') {
		return a.TypeError("String.prototype.%s called with a non-global RegExp argument", method)
	}
	return nil
}

// 22.1.3.21 String.prototype.search ( regexp ), https://tc39.es/ecma262/#sec-string.prototype.search
func stringPrototypeSearch(c *object.Call) (object.Value, error) {
	if err := requireThis(c, "search"); err != nil {
		return object.Undefined, err
	}
	if v, done, err := delegate(c, c.Arg(0), object.SymbolSearch, c.This); done {
		return v, err
	}
	return byRegExp(c, object.SymbolSearch, object.Undefined)
}

// 22.1.3.19 String.prototype.replace ( searchValue, replaceValue ), https://tc39.es/ecma262/#sec-string.prototype.replace
func stringPrototypeReplace(c *object.Call) (object.Value, error) {
	if err := requireThis(c, "replace"); err != nil {
		return object.Undefined, err
	}
	if v, done, err := delegate(c, c.Arg(0), object.SymbolReplace, c.This, c.Arg(1)); done {
		return v, err
	}
	return replaceString(c, false)
}

// 22.1.3.20 String.prototype.replaceAll ( searchValue, replaceValue ), https://tc39.es/ecma262/#sec-string.prototype.replaceall
func stringPrototypeReplaceAll(c *object.Call) (object.Value, error) {
	if err := requireThis(c, "replaceAll"); err != nil {
		return object.Undefined, err
	}
	if err := requireGlobal(c, "replaceAll"); err != nil {
		return object.Undefined, err
	}
	if v, done, err := delegate(c, c.Arg(0), object.SymbolReplace, c.This, c.Arg(1)); done {
		return v, err
	}
	return replaceString(c, true)
}

// replaceString replaces the first or all occurrences of a string.
func replaceString(c *object.Call, all bool) (object.Value, error) {
	a := c.Agent
	s, err := object.ToString(a, c.This)
	if err != nil {
		return object.Undefined, err
	}
	search, err := object.ToString(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	replacer := c.Arg(1)
	var template *jstring.String
	if !object.IsCallable(replacer) {
		if template, err = object.ToString(a, replacer); err != nil {
			return object.Undefined, err
		}
	}
	out := output{a: a}
	end := 0 // of the last match
	for from := 0; ; {
		position, err := stringIndexOf(a, s, search, from)
		if err != nil {
			return object.Undefined, err
		}
		if position < 0 {
			break
		}
		if err := a.Tick(1); err != nil {
			return object.Undefined, err
		}
		if err := out.part(s, end, position); err != nil {
			return object.Undefined, err
		}
		if template == nil {
			v, err := a.Call(replacer, object.Undefined, object.Str(search), object.IntN(position), object.Str(s))
			if err != nil {
				return object.Undefined, err
			}
			text, err := object.ToString(a, v)
			if err != nil {
				return object.Undefined, err
			}
			err = out.str(text)
			if err != nil {
				return object.Undefined, err
			}
		} else {
			sub := substitution{s: s, position: position, end: position + search.Len()}
			if err := sub.append(&out, template); err != nil {
				return object.Undefined, err
			}
		}
		end = position + search.Len()
		if from = position + max(1, search.Len()); !all || from > s.Len() {
			break
		}
	}
	if end == 0 && out.b.Len() == 0 {
		return object.Str(s), nil
	}
	if err := out.part(s, end, s.Len()); err != nil {
		return object.Undefined, err
	}
	return out.value(), nil
}

// 22.1.3.23 String.prototype.split ( separator, limit ), https://tc39.es/ecma262/#sec-string.prototype.split
func stringPrototypeSplit(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := requireThis(c, "split"); err != nil {
		return object.Undefined, err
	}
	if v, done, err := delegate(c, c.Arg(0), object.SymbolSplit, c.This, c.Arg(1)); done {
		return v, err
	}
	s, err := object.ToString(a, c.This)
	if err != nil {
		return object.Undefined, err
	}
	limit := uint32(math.MaxUint32)
	if v := c.Arg(1); !v.IsUndefined() {
		if limit, err = object.ToUint32(a, v); err != nil {
			return object.Undefined, err
		}
	}
	separator, err := object.ToString(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if limit == 0 {
		return object.Obj(a.NewArray(c.Realm())), nil
	}
	if c.Arg(0).IsUndefined() {
		return object.Obj(a.NewArrayFrom([]object.Value{object.Str(s)})), nil
	}
	if separator.Len() == 0 {
		n := min(s.Len(), int(limit))
		if err := a.Charge(n * 16); err != nil {
			return object.Undefined, err
		}
		if err := a.Tick(n); err != nil {
			return object.Undefined, err
		}
		vs := make([]object.Value, n)
		for i := range vs {
			vs[i] = object.Str(jstring.FromUnit(s.At(i)))
		}
		return object.Obj(a.NewArrayFrom(vs)), nil
	}
	if s.Len() == 0 {
		return object.Obj(a.NewArrayFrom([]object.Value{object.Str(s)})), nil
	}
	p := pieces{a: a, s: s}
	from := 0
	for {
		i, err := stringIndexOf(a, s, separator, from)
		if err != nil {
			return object.Undefined, err
		}
		if i < 0 {
			break
		}
		if err := p.add(from, i); err != nil {
			return object.Undefined, err
		}
		if len(p.list) >= int(limit) {
			return p.array(), nil
		}
		from = i + separator.Len()
	}
	if err := p.add(from, s.Len()); err != nil {
		return object.Undefined, err
	}
	return p.array(), nil
}

// pieces collects parts of a string for an array.
type pieces struct {
	a    *object.Agent
	s    *jstring.String
	list []object.Value
}

// push appends a value.
func (p *pieces) push(v object.Value) error {
	if err := p.a.Tick(1); err != nil {
		return err
	}
	if len(p.list) == cap(p.list) {
		if err := p.a.Charge(16 * (len(p.list) + 8)); err != nil {
			return err
		}
	}
	p.list = append(p.list, v)
	return nil
}

// add appends the units [from,to).
func (p *pieces) add(from, to int) error {
	if err := p.a.Charge(32 + min(to-from, 32)); err != nil {
		return err
	}
	return p.push(object.Str(p.s.Substring(from, to)))
}

func (p *pieces) array() object.Value { return object.Obj(p.a.NewArrayFrom(p.list)) }
