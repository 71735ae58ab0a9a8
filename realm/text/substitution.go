package text

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/regexp"
)

// substitution is what a replacement template can refer to: a match in s from
// position to end, with captures. They are given either as strings (nil:
// undefined) with an object of named ones, as the specification has them, or
// as the offsets that a program returned.
type substitution struct {
	s             *jstring.String
	position, end int // end may be beyond s

	matched  *jstring.String // if not s[position:end]
	captures []*jstring.String
	named    object.Value // an object if the template may name groups

	program *regexp.Program
	offsets []int
}

// count returns the number of captures.
func (sub *substitution) count() int {
	if sub.program != nil {
		return sub.program.NumCaptures()
	}
	return len(sub.captures)
}

// capture appends capture i, 1 being the first.
func (sub *substitution) capture(out *output, i int) error {
	if sub.program != nil {
		if from := sub.offsets[2*i]; from >= 0 {
			return out.part(sub.s, from, sub.offsets[2*i+1])
		}
		return nil
	}
	if s := sub.captures[i-1]; s != nil {
		return out.str(s)
	}
	return nil
}

// 22.1.3.19.1 GetSubstitution ( matched, str, position, captures, namedCaptures, replacementTemplate ), https://tc39.es/ecma262/#sec-getsubstitution
//
// append appends the result to out.
func (sub *substitution) append(out *output, template *jstring.String) error {
	n := template.Len()
	plain := 0        // start of the text that has not been copied
	unclosed := false // no > follows
	for i := 0; i+1 < n; i++ {
		if template.At(i) != '$' {
			continue
		}
		next := template.At(i + 1)
		end := i + 2 // of the reference
		var from, to int
		switch {
		case next == '$':
			if err := out.part(template, plain, i+1); err != nil {
				return err
			}
			plain, i = end, end-1
			continue
		case next == '`':
			from, to = 0, sub.position
		case next == '\'':
			from, to = min(sub.end, sub.s.Len()), sub.s.Len()
		case next == '&':
			from, to = sub.position, sub.end
		case next >= '0' && next <= '9':
			index := int(next - '0')
			if i+2 < n {
				if d := template.At(i + 2); d >= '0' && d <= '9' {
					if two := index*10 + int(d-'0'); two <= sub.count() {
						index, end = two, i+3
					}
				}
			}
			if index < 1 || index > sub.count() {
				continue
			}
			if err := out.part(template, plain, i); err != nil {
				return err
			}
			if err := sub.capture(out, index); err != nil {
				return err
			}
			plain, i = end, end-1
			continue
		case next == '<' && !unclosed && sub.hasNames():
			end = i + 2
			for end < n && template.At(end) != '>' {
				end++
			}
			if unclosed = end == n; unclosed {
				continue
			}
			if err := out.part(template, plain, i); err != nil {
				return err
			}
			if err := sub.name(out, template.Substring(i+2, end)); err != nil {
				return err
			}
			plain, i = end+1, end
			continue
		default:
			continue
		}
		if err := out.part(template, plain, i); err != nil {
			return err
		}
		if next == '&' && sub.matched != nil {
			if err := out.str(sub.matched); err != nil {
				return err
			}
		} else if err := out.part(sub.s, from, to); err != nil {
			return err
		}
		plain, i = end, end-1
	}
	return out.part(template, plain, n)
}

func (sub *substitution) hasNames() bool {
	if sub.program != nil {
		return len(sub.program.GroupNames()) > 0
	}
	return sub.named.IsObject()
}

// name appends the capture of a named group.
func (sub *substitution) name(out *output, name *jstring.String) error {
	if sub.program != nil {
		for _, g := range sub.program.GroupNames() {
			if !jstring.Equal(g.Name, name) {
				continue
			}
			for _, i := range g.Indices {
				if sub.offsets[2*i] >= 0 {
					return sub.capture(out, i)
				}
			}
		}
		return nil
	}
	v, err := sub.named.AsObject().Get(out.a, out.a.StringKey(name))
	if err != nil || v.IsUndefined() {
		return err
	}
	s, err := object.ToString(out.a, v)
	if err != nil {
		return err
	}
	return out.str(s)
}
