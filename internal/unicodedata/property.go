package unicodedata

import (
	"slices"
	"sync"
)

// propertyCache keeps decoded sets by table name, so that every user of a
// property shares one slice.
var propertyCache sync.Map // string → RangeSet

func set(table string) (RangeSet, bool) {
	if s, ok := propertyCache.Load(table); ok {
		return s.(RangeSet), true
	}
	body, ok := tableIndex()[table]
	if !ok {
		return nil, false
	}
	s, _ := propertyCache.LoadOrStore(table, decodeSet(body))
	return s.(RangeSet), true
}

// find resolves a name or alias of the given kind.
func find(kind, name string) (RangeSet, bool) {
	key := kind + name
	if full, ok := aliasIndex()[key]; ok {
		key = full
	}
	return set(key)
}

// 22.2.2.9.8 UnicodeMatchPropertyValue ( p, v ), https://tc39.es/ecma262/#sec-runtime-semantics-unicodematchpropertyvalue-p-v
//
// Property returns the code points with a property, as the regular expression
// \p{name=value}, or \p{name} if value is empty, denotes them. Names and
// values are matched exactly, with the aliases that ECMA-262 allows.
func Property(name, value string) (RangeSet, bool) {
	if value == "" {
		if s, ok := find("g:", name); ok {
			return s, true
		}
		return find("b:", name)
	}
	switch name {
	case "General_Category", "gc":
		return find("g:", value)
	case "Script", "sc":
		return find("s:", value)
	case "Script_Extensions", "scx":
		if s, ok := find("x:", scriptName(value)); ok {
			return s, true
		}
		return find("s:", value)
	}
	return nil, false
}

func scriptName(value string) string {
	if full, ok := aliasIndex()["s:"+value]; ok {
		return full[2:]
	}
	return value
}

var sequenceParts = []string{
	"Basic_Emoji", "Emoji_Keycap_Sequence", "RGI_Emoji_Modifier_Sequence",
	"RGI_Emoji_Flag_Sequence", "RGI_Emoji_Tag_Sequence", "RGI_Emoji_ZWJ_Sequence",
}

var sequenceCache sync.Map // string → *Strings

// Strings is a set of strings of code points: those of one code point as a
// RangeSet, the longer ones (and the empty one) sorted by code points.
type Strings struct {
	Singles RangeSet
	Longer  [][]rune
}

// StringsProperty returns the strings of a property of strings (ECMA-262, table 68).
func StringsProperty(name string) (*Strings, bool) {
	if s, ok := sequenceCache.Load(name); ok {
		return s.(*Strings), true
	}
	var parts []string
	if name == "RGI_Emoji" {
		parts = sequenceParts
	} else if slices.Contains(sequenceParts, name) {
		parts = []string{name}
	} else {
		return nil, false
	}
	p := new(Strings)
	var singles []Range
	for _, part := range parts {
		for _, s := range decodeStrings(tableIndex()["q:"+part]) {
			if len(s) == 1 {
				singles = append(singles, Range{s[0], s[0]})
			} else {
				p.Longer = append(p.Longer, s)
			}
		}
	}
	p.Singles = MakeSet(singles)
	slices.SortFunc(p.Longer, slices.Compare[[]rune])
	cached, _ := sequenceCache.LoadOrStore(name, p)
	return cached.(*Strings), true
}

func decodeStrings(table string) (list [][]rune) {
	var last []rune
	for r := reader(table); r.more(); {
		shared, n := r.uvarint(), r.uvarint()
		s := make([]rune, shared, shared+n)
		copy(s, last)
		for range n {
			s = append(s, rune(r.uvarint()))
		}
		list = append(list, s)
		last = s
	}
	return list
}
