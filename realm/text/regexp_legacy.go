package text

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/regexp"
)

// The static properties of RegExp that remember the last match, of the proposal
// https://github.com/tc39/proposal-regexp-legacy-features . A match records
// only where it was; captures are found again when somebody asks.

// legacyStatics are the [[RegExp…]] internal slots of %RegExp%.
type legacyStatics struct {
	input      *jstring.String // [[RegExpInput]], nil: empty
	s          *jstring.String // that was matched, nil: the slots are empty
	start, end int
	program    *regexp.Program // nil before the first match
}

func (l *legacyStatics) reset() { *l = legacyStatics{input: jstring.Empty, s: jstring.Empty} }

// updateLegacy is UpdateLegacyRegExpStaticProperties, or
// InvalidateLegacyRegExpStaticProperties for objects of subclasses.
func (r *regExpRealm) updateLegacy(d *regExp, s *jstring.String, start, end int) {
	if d.realm != r {
		return
	}
	if !d.legacy {
		r.legacy = legacyStatics{}
		return
	}
	r.legacy = legacyStatics{s, s, start, end, d.program}
}

const (
	legacyLastMatch = 10 + iota
	legacyLastParen
	legacyLeftContext
	legacyRightContext
	legacyInput
)

// legacyProps are the properties in V8's order. $1 to $9 have their number as magic.
func legacyProps() []object.Prop {
	getter := func(name string, magic int32) object.Prop {
		p := object.Getter(name, regExpLegacyGet)
		p.Magic = magic
		return p
	}
	input := func(name string) object.Prop {
		p := object.GetterSetter(name, regExpLegacyGet, regExpLegacySetInput)
		p.Magic = legacyInput
		return p
	}
	props := []object.Prop{
		input("input"), input("$_"),
		getter("lastMatch", legacyLastMatch), getter("$&", legacyLastMatch),
		getter("lastParen", legacyLastParen), getter("$+", legacyLastParen),
		getter("leftContext", legacyLeftContext), getter("$`", legacyLeftContext),
		getter("rightContext", legacyRightContext), getter("$'", legacyRightContext),
	}
	for i := int32(1); i <= 9; i++ {
		props = append(props, getter("$"+string(rune('0'+i)), i))
	}
	return props
}

// GetLegacyRegExpStaticProperty ( C, thisValue, internalSlotName ), https://github.com/tc39/proposal-regexp-legacy-features#getlegacyregexpstaticproperty-c-thisvalue-internalslotname-
func regExpLegacyGet(c *object.Call) (object.Value, error) {
	a := c.Agent
	if c.This.ObjectOrNil() != c.Intrinsic(object.IntrinsicRegExp) {
		return object.Undefined, a.TypeError("Receiver is not the RegExp constructor")
	}
	l := &regExpRealmOf(c.Realm()).legacy
	magic := c.Magic()
	if magic == legacyInput && l.input != nil {
		return object.Str(l.input), nil
	}
	if l.s == nil || magic == legacyInput {
		return object.Undefined, a.TypeError("The last match was not made by the RegExp constructor")
	}
	from, to := 0, 0
	switch magic {
	case legacyLastMatch:
		from, to = l.start, l.end
	case legacyLeftContext:
		to = l.start
	case legacyRightContext:
		from, to = l.end, l.s.Len()
	default:
		if l.program == nil {
			break
		}
		if magic == legacyLastParen {
			magic = l.program.NumCaptures()
		}
		if magic == 0 || magic > l.program.NumCaptures() {
			break
		}
		captures, ok, err := matchingOf(a).run((*regexp.Program).MatchAt, l.program, l.s, l.start)
		if err != nil {
			return object.Undefined, err
		}
		if ok && captures[2*magic] >= 0 {
			from, to = captures[2*magic], captures[2*magic+1]
		}
	}
	return object.Str(l.s.Substring(from, to)), nil
}

// SetLegacyRegExpStaticProperty ( C, thisValue, internalSlotName, val ), https://github.com/tc39/proposal-regexp-legacy-features#setlegacyregexpstaticproperty-c-thisvalue-internalslotname-val-
func regExpLegacySetInput(c *object.Call) (object.Value, error) {
	if c.This.ObjectOrNil() != c.Intrinsic(object.IntrinsicRegExp) {
		return object.Undefined, c.Agent.TypeError("Receiver is not the RegExp constructor")
	}
	s, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	regExpRealmOf(c.Realm()).legacy.input = s
	return object.Undefined, nil
}
