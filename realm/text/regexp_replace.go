package text

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/regexp"
	"github.com/burrowjs/burrow/regexp/syntax"
)

// 22.2.6.11 RegExp.prototype [ %Symbol.replace% ] ( string, replaceValue ), https://tc39.es/ecma262/#sec-regexp.prototype-%symbol.replace%
func regExpPrototypeReplace(c *object.Call) (object.Value, error) {
	a := c.Agent
	rx, s, err := thisAndString(c, "@@replace")
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
	if d := fast(c, rx); d != nil {
		return replaceFast(c, d, rx, s, template, replacer)
	}
	flags, err := flagsText(a, rx)
	if err != nil {
		return object.Undefined, err
	}
	global := hasFlag(flags, 'g')
	if global {
		if err := putLastIndex(a, rx, 0); err != nil {
			return object.Undefined, err
		}
	}
	var results []object.Value
	for {
		result, err := regExpExec(c, rx, s)
		if err != nil {
			return object.Undefined, err
		}
		if result.IsNull() {
			break
		}
		if err := a.Charge(16); err != nil {
			return object.Undefined, err
		}
		results = append(results, result.Clean())
		if !global {
			break
		}
		text, err := matchText(a, result.AsObject())
		if err != nil {
			return object.Undefined, err
		}
		if text.Len() == 0 {
			if err := skipEmpty(a, rx, s, isUnicodeMode(flags)); err != nil {
				return object.Undefined, err
			}
		}
	}
	out := output{a: a}
	next := 0 // nextSourcePosition
	for _, result := range results {
		sub := substitution{s: s}
		text, err := replacement(a, &sub, result.AsObject(), template, replacer)
		if err != nil {
			return object.Undefined, err
		}
		if sub.position >= next {
			if err := out.part(s, next, sub.position); err != nil {
				return object.Undefined, err
			}
			if err := out.str(text); err != nil {
				return object.Undefined, err
			}
			next = sub.position + sub.matched.Len()
		}
	}
	if next < s.Len() {
		err = out.part(s, next, s.Len())
	}
	return out.value(), err
}

// replacement is step 14 up to j: it reads a result into sub and returns what
// takes the place of the match.
func replacement(a *object.Agent, sub *substitution, result *object.Object, template *jstring.String, replacer object.Value) (*jstring.String, error) {
	n, err := object.LengthOfArrayLike(a, result)
	if err != nil {
		return nil, err
	}
	if sub.matched, err = matchText(a, result); err != nil {
		return nil, err
	}
	v, err := result.Get(a, a.NameKey(object.NameIndex))
	if err != nil {
		return nil, err
	}
	position, err := object.ToIntegerOrInfinity(a, v)
	if err != nil {
		return nil, err
	}
	sub.position = clampIndex(position, sub.s.Len())
	sub.end = sub.position + sub.matched.Len()
	for i := int64(1); i < n; i++ {
		if err := a.Tick(1); err != nil {
			return nil, err
		}
		if err := a.Charge(16); err != nil {
			return nil, err
		}
		k, err := object.ToPropertyKey(a, object.IntN(int(i)))
		if err != nil {
			return nil, err
		}
		v, err := result.Get(a, k)
		if err != nil {
			return nil, err
		}
		var capture *jstring.String
		if !v.IsUndefined() {
			if capture, err = object.ToString(a, v); err != nil {
				return nil, err
			}
		}
		sub.captures = append(sub.captures, capture)
	}
	named, err := result.Get(a, a.NameKey(object.NameGroups))
	if err != nil {
		return nil, err
	}
	if template == nil {
		args := make([]object.Value, 0, len(sub.captures)+4)
		args = append(args, object.Str(sub.matched))
		for _, s := range sub.captures {
			if s == nil {
				args = append(args, object.Undefined)
			} else {
				args = append(args, object.Str(s))
			}
		}
		args = append(args, object.IntN(sub.position), object.Str(sub.s))
		if !named.IsUndefined() {
			args = append(args, named.Clean())
		}
		v, err := a.Call(replacer, object.Undefined, args...)
		if err != nil {
			return nil, err
		}
		return object.ToString(a, v)
	}
	sub.named = object.Undefined
	if !named.IsUndefined() {
		o, err := object.ToObject(a, named)
		if err != nil {
			return nil, err
		}
		sub.named = object.Obj(o)
	}
	out := output{a: a}
	err = sub.append(&out, template)
	return out.b.String(), err
}

// replaceFast replaces the matches of a pristine expression.
//
// OPT: the results that exec would make are read by nobody but replace itself,
// so their captures do. All matches are found before a function is called.
func replaceFast(c *object.Call, d *regExp, rx *object.Object, s, template *jstring.String, replacer object.Value) (object.Value, error) {
	a := c.Agent
	program := d.program
	width := 2 * (program.NumCaptures() + 1)
	var found []int // the captures of all matches
	add := func(captures []int) error {
		if len(found)+width > cap(found) {
			if err := a.Charge(8 * (2*len(found) + width)); err != nil {
				return err
			}
		}
		found = append(found, captures...)
		return nil
	}
	if d.flags&syntax.Global == 0 {
		captures, ok, err := execRaw(d.realm, rx, d, s, (*regexp.Program).Match)
		if err != nil {
			return object.Undefined, err
		}
		if ok {
			found = append(found, captures...)
		}
	} else {
		w := globalWalk{d: d, rx: rx, s: s, match: (*regexp.Program).Match}
		for {
			captures, ok, err := w.next()
			if err == nil && ok {
				err = add(captures)
			}
			if err != nil {
				return object.Undefined, err
			}
			if !ok {
				break
			}
		}
	}
	if len(found) == 0 {
		return object.Str(s), nil
	}
	out := output{a: a}
	end := 0
	for i := 0; i < len(found); i += width {
		captures := found[i : i+width]
		if err := out.part(s, end, captures[0]); err != nil {
			return object.Undefined, err
		}
		if template != nil {
			sub := substitution{s: s, position: captures[0], end: captures[1], program: program, offsets: captures}
			if err := sub.append(&out, template); err != nil {
				return object.Undefined, err
			}
		} else {
			v, err := a.Call(replacer, object.Undefined, replacerArguments(a, program, s, captures)...)
			if err != nil {
				return object.Undefined, err
			}
			text, err := object.ToString(a, v)
			if err != nil {
				return object.Undefined, err
			}
			if err := out.str(text); err != nil {
				return object.Undefined, err
			}
		}
		end = captures[1]
	}
	err := out.part(s, end, s.Len())
	return out.value(), err
}

// replacerArguments are what a replacing function gets for a match.
func replacerArguments(a *object.Agent, program *regexp.Program, s *jstring.String, captures []int) []object.Value {
	n := len(captures) / 2
	args := make([]object.Value, n, n+3)
	for i := range args {
		args[i] = object.Undefined
		if captures[2*i] >= 0 {
			args[i] = object.Str(s.Substring(captures[2*i], captures[2*i+1]))
		}
	}
	groups := object.Undefined
	if names := program.GroupNames(); len(names) > 0 {
		groups = namedGroups(a, names, args[:n])
	}
	args = append(args, object.IntN(captures[0]), object.Str(s))
	if !groups.IsUndefined() {
		args = append(args, groups)
	}
	return args
}
