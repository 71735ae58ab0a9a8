package text

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// output assembles the result of a string method within the limits: no result
// grows beyond what a string may hold, and memory is charged as it grows.
type output struct {
	a *object.Agent
	b jstring.Builder
}

// reserve makes sure that n more units may follow.
func (o *output) reserve(n int) error {
	if o.b.Len()+n > jstring.MaxLength {
		return o.a.RangeError("Invalid string length")
	}
	if err := o.a.Tick(1 + n>>6); err != nil {
		return err
	}
	return o.a.Charge(n)
}

// part appends the units [from,to) of s.
func (o *output) part(s *jstring.String, from, to int) error {
	if from >= to {
		return nil
	}
	if err := o.reserve(to - from); err != nil {
		return err
	}
	o.b.Part(s, from, to)
	return nil
}

// str appends all of s.
func (o *output) str(s *jstring.String) error { return o.part(s, 0, s.Len()) }

// value returns the result.
func (o *output) value() object.Value { return object.Str(o.b.String()) }

// substringBytes is about what a substring takes, which shares the text or is short.
const substringBytes = 64

// substring is the substring of 6.1.4, with what it takes accounted for.
func substring(a *object.Agent, s *jstring.String, from, to int) object.Value {
	a.Owe(substringBytes)
	return object.Str(s.Substring(from, to))
}

// concat returns x followed by y, or the error that it would be too long.
func concat(a *object.Agent, x, y *jstring.String) (*jstring.String, error) {
	return a.Concat(x, y)
}

// searchPiece is how many comparisons of units go between two polls.
const searchPiece = 1 << 20

// stringIndexOf is 6.1.4.1, https://tc39.es/ecma262/#sec-stringindexof ; -1 is NOT-FOUND.
// Long searches go in pieces with a poll between them.
func stringIndexOf(a *object.Agent, s, sub *jstring.String, from int) (int, error) {
	n, m := s.Len(), sub.Len()
	if (n-from)*max(m, 1) <= searchPiece || m == 0 {
		return jstring.Index(s, sub, from), nil
	}
	step := max(1, searchPiece/m)
	for ; from+m <= n; from += step {
		if err := a.Tick(searchPiece >> 6); err != nil {
			return -1, err
		}
		end := min(n, from+step+m-1)
		if i := jstring.Index(s.Substring(from, end), sub, 0); i >= 0 {
			return from + i, nil
		}
	}
	return -1, nil
}

// stringLastIndexOf is 6.1.4.2, https://tc39.es/ecma262/#sec-stringlastindexof
func stringLastIndexOf(a *object.Agent, s, sub *jstring.String, from int) (int, error) {
	m := sub.Len()
	step := max(1, searchPiece/max(m, 1))
	from = min(from, s.Len()-m)
	for i := from; i >= 0; i-- {
		if jstring.HasAt(s, sub, i) {
			return i, nil
		}
		if (from-i)%step == step-1 {
			if err := a.Tick(searchPiece >> 6); err != nil {
				return -1, err
			}
		}
	}
	return -1, nil
}
