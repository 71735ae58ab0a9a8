package text

import (
	"math"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

const (
	padStart = iota
	padEnd
)

// 22.1.3.16 String.prototype.padEnd ( maxLength [ , fillString ] ), https://tc39.es/ecma262/#sec-string.prototype.padend
//
// 22.1.3.17 String.prototype.padStart ( maxLength [ , fillString ] ), https://tc39.es/ecma262/#sec-string.prototype.padstart
func stringPrototypePad(c *object.Call) (object.Value, error) {
	a := c.Agent
	method := "padStart"
	if c.Magic() == padEnd {
		method = "padEnd"
	}
	s, err := thisString(c, method)
	if err != nil {
		return object.Undefined, err
	}
	maxLength, err := object.ToLength(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if maxLength <= int64(s.Len()) {
		return object.Str(s), nil
	}
	fill := jstring.FromUnit(' ')
	if v := c.Arg(1); !v.IsUndefined() {
		if fill, err = object.ToString(a, v); err != nil {
			return object.Undefined, err
		}
	}
	if fill.Len() == 0 {
		return object.Str(s), nil
	}
	if maxLength > jstring.MaxLength {
		return object.Undefined, a.RangeError("Invalid string length")
	}
	n := int(maxLength) - s.Len()
	pad, err := repeat(a, fill, n/fill.Len(), n%fill.Len())
	if err != nil {
		return object.Undefined, err
	}
	if c.Magic() == padEnd {
		s, err = concat(a, s, pad)
	} else {
		s, err = concat(a, pad, s)
	}
	return object.Str(s), err
}

// repeat returns s n times, then its first extra units. The caller has checked
// the length.
func repeat(a *object.Agent, s *jstring.String, n, extra int) (*jstring.String, error) {
	out := output{a: a}
	total := n*s.Len() + extra
	if err := out.reserve(total); err != nil {
		return nil, err
	}
	out.b.Grow(min(total, 1<<20))
	for i := range n {
		if i&1023 == 1023 {
			if err := a.Tick(16 + s.Len()>>2); err != nil {
				return nil, err
			}
		}
		out.b.Str(s)
	}
	out.b.Part(s, 0, extra)
	return out.b.String(), nil
}

// 22.1.3.18 String.prototype.repeat ( count ), https://tc39.es/ecma262/#sec-string.prototype.repeat
func stringPrototypeRepeat(c *object.Call) (object.Value, error) {
	s, n, err := thisAndIndex(c, "repeat")
	if err != nil {
		return object.Undefined, err
	}
	if n < 0 || math.IsInf(n, 1) {
		return object.Undefined, c.Agent.RangeError("Invalid count value: %s", c.Agent.Describe(c.Arg(0)))
	}
	if n == 0 || s.Len() == 0 {
		return object.Str(jstring.Empty), nil
	}
	if n*float64(s.Len()) > jstring.MaxLength {
		return object.Undefined, c.Agent.RangeError("Invalid string length")
	}
	if n == 1 {
		return object.Str(s), nil
	}
	// Doubling keeps the loop of short strings short.
	count, extra := int(n), 0
	if s.Len() < 64 && count > 128 {
		piece, err := repeat(c.Agent, s, 64, 0)
		if err != nil {
			return object.Undefined, err
		}
		extra = count % 64 * s.Len()
		s, count = piece, count/64
	}
	r, err := repeat(c.Agent, s, count, extra)
	return object.Str(r), err
}

const (
	trimStart = 1 << iota
	trimEnd
	trimBoth = trimStart | trimEnd
)

var trimNames = [...]string{trimStart: "trimStart", trimEnd: "trimEnd", trimBoth: "trim"}

// 22.1.3.32.1 TrimString ( string, where ), https://tc39.es/ecma262/#sec-trimstring
//
// It is String.prototype.trim (22.1.3.32), trimEnd (22.1.3.33) and trimStart (22.1.3.34).
func stringPrototypeTrim(c *object.Call) (object.Value, error) {
	where := c.Magic()
	s, err := thisString(c, trimNames[where])
	if err != nil {
		return object.Undefined, err
	}
	if err := c.Agent.Tick(s.Len() >> 10); err != nil {
		return object.Undefined, err
	}
	from, to := 0, s.Len()
	if where&trimStart != 0 {
		for from < to && object.IsStrWhiteSpace(s.At(from)) {
			from++
			if err := c.Agent.AttendAt(from); err != nil {
				return object.Undefined, err
			}
		}
	}
	if where&trimEnd != 0 {
		for to > from && object.IsStrWhiteSpace(s.At(to-1)) {
			to--
			if err := c.Agent.AttendAt(to); err != nil {
				return object.Undefined, err
			}
		}
	}
	return substring(c.Agent, s, from, to), nil
}
