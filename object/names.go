package object

import "github.com/burrowjs/burrow/internal/jstring"

// Name is a property name known when the engine was built. Each agent interns
// it on first use, so that NameKey costs an index.
type Name uint16

var declaredNames []string
var declaredIndex = map[string]Name{}

// DeclareName returns the Name for s. It is for package-level variables: no
// name may be declared once an agent exists.
func DeclareName(s string) Name {
	if n, ok := declaredIndex[s]; ok {
		return n
	}
	n := Name(len(declaredNames))
	declaredNames = append(declaredNames, s)
	declaredIndex[s] = n
	return n
}

// String returns the text of the name.
func (n Name) String() string { return declaredNames[n] }

// Names used by this package and the interpreter.
var (
	NameLength       = DeclareName("length")
	NameName         = DeclareName("name")
	NamePrototype    = DeclareName("prototype")
	NameConstructor  = DeclareName("constructor")
	NameValue        = DeclareName("value")
	NameWritable     = DeclareName("writable")
	NameGet          = DeclareName("get")
	NameSet          = DeclareName("set")
	NameEnumerable   = DeclareName("enumerable")
	NameConfigurable = DeclareName("configurable")
	NameToString     = DeclareName("toString")
	NameValueOf      = DeclareName("valueOf")
	NameMessage      = DeclareName("message")
	NameStack        = DeclareName("stack")
	NameCause        = DeclareName("cause")
	NameErrors       = DeclareName("errors")
	NameNext         = DeclareName("next")
	NameReturn       = DeclareName("return")
	NameThrow        = DeclareName("throw")
	NameDone         = DeclareName("done")
	NameThen         = DeclareName("then")
	NameCallee       = DeclareName("callee")
	NameIndex        = DeclareName("index")
	NameInput        = DeclareName("input")
	NameGroups       = DeclareName("groups")
	NameRaw          = DeclareName("raw")
	NameProto        = DeclareName("__proto__")
	NameDefault      = DeclareName("default")
	NameArguments    = DeclareName("arguments")
	NameCaller       = DeclareName("caller")
)

// NameKey returns the property key of n.
func (a *Agent) NameKey(n Name) PropertyKey {
	if k := a.names[n]; k.kind != keyNone {
		return k
	}
	k := a.Key(declaredNames[n])
	a.names[n] = k
	return k
}

// NameString returns the text of n as an interned string.
func (a *Agent) NameString(n Name) *jstring.String { return a.NameKey(n).String() }
