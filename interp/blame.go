package interp

import (
	"weak"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// Messages that name the expression at fault, as V8's do: "q.f is not a
// function". The instruction that failed knows its offset only, so package
// realm parses the function again and looks for what is there. HOST: wording.

// SiteKind tells what was being done when an instruction failed.
type SiteKind uint8

// The kinds of sites.
const (
	SiteCall SiteKind = iota
	SiteNew
	SiteIterate // for-of, array patterns, yield*
	SiteSpread  // ...x in arrays and arguments
	SiteDestructure
)

// Site is what was found at an offset. The zero Site says nothing.
type Site struct {
	// Text is the expression, or one of the names V8 gives to what has none.
	Text string
	// IsCall is set if the value iterated is the result of a call.
	IsCall bool
	// LastArgument is set if the spread element is the only one of a call, at its end.
	LastArgument bool
	// Delegate is set for yield*.
	Delegate bool
	// Value is set if what is destructured has no expression: its value is shown.
	Value bool
	// Property is the first property of a pattern, HasProperty whether its name
	// is known; Plain whether V8 tells the value beside it.
	Property           string
	HasProperty, Plain bool
	// Inner is set for a pattern inside the property Property of another.
	Inner bool
}

// FindSite finds what is at an offset of a function; set by package realm. It runs
// no script and must be quick, since scripts decide how often it is called.
var FindSite func(a *object.Agent, t *bytecode.Function, offset uint32, kind SiteKind) Site

// siteKey is a place that failed.
type siteKey struct {
	function weak.Pointer[bytecode.Function]
	offset   uint32
	kind     SiteKind
}

// sitesKept bounds the memory of places that have failed.
const sitesKept = 256

// site finds what the current instruction is about.
func (m *Machine) site(kind SiteKind) Site {
	if m.code == nil || m.code.template.Source == nil || FindSite == nil {
		return Site{}
	}
	t := m.code.template
	k := siteKey{weak.Make(t), t.Position(uint32(m.pc - 1)), kind}
	if s, ok := m.sites[k]; ok {
		return s
	}
	s := FindSite(m.agent, t, k.offset, kind)
	if m.sites == nil || len(m.sites) >= sitesKept {
		m.sites = map[siteKey]Site{}
	}
	m.sites[k] = s
	return s
}

func (m *Machine) notConstructor(v object.Value) error {
	if s := m.site(SiteNew); s.Text != "" {
		return m.agent.TypeError("%s is not a constructor", s.Text)
	}
	return m.agent.TypeError("%s is not a constructor", m.agent.Describe(v))
}

func init() {
	object.NotCallableHook = func(a *object.Agent, v object.Value) error { return machineOf(a).notCallable(v) }
}

// notCallable is the error for a call of v by the current instruction.
func (m *Machine) notCallable(v object.Value) error {
	if s := m.site(SiteCall); s.Text != "" {
		return m.agent.TypeError("%s is not a function", s.Text)
	}
	return m.agent.TypeError("%s is not a function", m.agent.Describe(v))
}

// notIterable is the error of an instruction that iterates v.
func (m *Machine) notIterable(v object.Value) error {
	a, s := m.agent, m.site(SiteIterate)
	switch {
	case s.Inner && v.IsNullish():
		return a.TypeError("Cannot destructure property 'Symbol(Symbol.iterator)' of '%s' as it is %s.", m.siteText(s, v), a.Describe(v))
	case s.Delegate && !v.IsNullish(), s.Text == "", s.Inner:
		return object.NotIterable(a, v)
	case s.IsCall:
		return a.TypeError("%s is not a function or its return value is not iterable", s.Text)
	}
	return a.TypeError("%s is not iterable", s.Text)
}

// notAsyncIterable is the same for for await.
func (m *Machine) notAsyncIterable(v object.Value) error {
	a, s := m.agent, m.site(SiteIterate)
	switch {
	case v.IsNullish():
		return a.TypeError("Cannot read properties of %s (reading 'Symbol(Symbol.asyncIterator)')", a.Describe(v))
	case s.Delegate, s.Text == "":
		return object.NotAsyncIterable(a, v)
	case s.IsCall:
		return a.TypeError("%s(...) is not a function or its return value is not async iterable", s.Text)
	}
	return a.TypeError("%s is not async iterable", s.Text)
}

// notSpreadable is the error of a spread element.
func (m *Machine) notSpreadable(v object.Value) error {
	a, s := m.agent, m.site(SiteSpread)
	switch {
	case s.LastArgument && !v.IsNullish():
		return a.TypeError("Spread syntax requires ...iterable[Symbol.iterator] to be a function")
	case s.Text == "":
		return object.NotIterable(a, v)
	case s.LastArgument:
		return a.TypeError("%s is not iterable (cannot read property %s)", s.Text, a.Describe(v))
	case s.IsCall:
		return a.TypeError("%s is not a function or its return value is not iterable", s.Text)
	}
	return a.TypeError("%s is not iterable", s.Text)
}

// notDestructurable is the error of an object pattern that is given v.
func (m *Machine) notDestructurable(v object.Value) error {
	a, s := m.agent, m.site(SiteDestructure)
	text, value := m.siteText(s, v), a.Describe(v)
	switch {
	case text != "" && s.HasProperty && s.Plain:
		return a.TypeError("Cannot destructure property '%s' of '%s' as it is %s.", s.Property, text, value)
	case s.HasProperty:
		return a.TypeError("Cannot read properties of %s (reading '%s')", value, s.Property)
	case s.Inner:
		return a.TypeError("Cannot read properties of %s", value)
	case text == "":
		text = value
	}
	return a.TypeError("Cannot destructure '%s' as it is %s.", text, value)
}

func (m *Machine) siteText(s Site, v object.Value) string {
	if s.Value {
		return m.agent.DescribeOperand(v)
	}
	return s.Text
}
