package text_test

import (
	"errors"
	"testing"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

// eval runs a script in a fresh realm; an exception becomes its text.
func eval(t *testing.T, a *object.Agent, source string) (string, error) {
	t.Helper()
	r := realm.New(a)
	f, err := realm.CompileScript(&bytecode.Source{Text: jstring.FromGo(source), Name: "test.js"}, realm.ParseOptions())
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	v, err := interp.RunScript(r, f)
	if err != nil {
		if e, ok := object.Catch(err); ok {
			return a.Describe(e), nil
		}
		return "", err
	}
	s, err := object.ToString(a, v)
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return s.String(), nil
}

func check(t *testing.T, tests [][2]string) {
	t.Helper()
	for _, test := range tests {
		got, err := eval(t, realm.NewAgent(), test[0])
		if err != nil || got != test[1] {
			t.Errorf("%s\n got %q, %v\nwant %q", test[0], got, err, test[1])
		}
	}
}

func TestString(t *testing.T) {
	check(t, [][2]string{
		{`'abc'.at(-1) + 'abc'.charAt(1) + 'abc'.charCodeAt(5) + '😀'.codePointAt(0)`, "cbNaN128512"},
		{`'abc'.slice(-2) + 'abc'.substring(2, 0) + 'abcdef'.substr(-3, 2)`, "bcabde"},
		{`'abc'.padStart(7, 'xy') + 'abc'.padEnd(5) + '|'`, "xyxyabcabc  |"},
		{`'ab'.repeat(200).length`, "400"},
		{`'ab'.repeat(1001).slice(-3)`, "bab"},
		{`'\ufeff a\u2003'.trim() + '|' + ' a '.trimEnd() + '|'`, "a| a|"},
		{`'ß'.toUpperCase() + 'ΑΣ ΑΣΑ'.toLowerCase() + 'aÿµ'.toUpperCase()`, "SSας ασαAŸΜ"},
		{`'a\ud800b'.isWellFormed() + ' ' + 'a\ud800b'.toWellFormed()`, "false a\ufffdb"},
		{`'a\u0301'.normalize('NFC').length + '\u00e1'.normalize('NFD').length + ' ' + '\ud800\u00e1'.normalize('NFD').length`, "3 3"},
		{`('a' + '\u0301'.repeat(40)).normalize().length + escape('x\u0301\u0323\u0301'.normalize('NFD')) + '각'.normalize('NFD').length + '\u1100\u1161\u11a8'.normalize()`, "40x%u0323%u0301%u03013각"},
		{`'ﬁ①\u00e9'.normalize('NFKD') + 'ﬁ①\u00e9'.normalize('NFKC')`, "fi1e\u0301fi1é"},
		{`let p = 'x'.repeat(1e5); (p + 'a').localeCompare(p + 'B') + ',' + (p + 'e\u0301').localeCompare(p + 'é')`, "-1,0"},
		{`['b', 'a', 'C', 'ä', 'z'].sort((x, y) => x.localeCompare(y))`, "a,ä,b,C,z"},
		{`'o\u0308'.localeCompare('ö')`, "0"},
		{`'a-b-c'.split('-', 2) + '|' + 'abc'.split('') + '|' + ''.split('').length`, "a,b|a,b,c|0"},
		{`'aXbX'.replaceAll('X', "$&$&$$$'") + 'aXb'.replace('X', "[$` + "`" + `]")`, "aXX$bXbXX$a[a]b"},
		{`'abab'.replaceAll('b', (m, i, s) => i + s.length)`, "a5a7"},
		{`'abc'.replaceAll('', '-')`, "-a-b-c-"},
		{`'abcabc'.lastIndexOf('c', 4) + 'abcabc'.indexOf('c', 3) + ' ' + 'abc'.includes('bc', 1)`, "7 true"},
		{`'a'.link('"') + 'x'.big()`, `<a href="&quot;">a</a><big>x</big>`},
		{`[...'a😀b'].length + Object.prototype.toString.call(''[Symbol.iterator]())`, "3[object String Iterator]"},
		{"String.raw`a\\n${1}b` + String.raw({raw: 'xyz'}, 1, 2, 3)", `a\n1bx1y2z`},
		{`String.fromCharCode(65, 0x10042) + String.fromCodePoint(0x1F600) + String(Symbol('s'))`, "AB😀Symbol(s)"},
		{`'a'.repeat(-1)`, "RangeError: Invalid count value: -1"},
		{`'ab'.repeat(2 ** 29)`, "RangeError: Invalid string length"},
		{`'a'.padEnd(2 ** 30)`, "RangeError: Invalid string length"},
		{`String.fromCodePoint(1.5)`, "RangeError: Invalid code point 1.5"},
		{`String.prototype.at.call(null)`, "TypeError: String.prototype.at called on null or undefined"},
		{`'a'.startsWith(/a/)`, "TypeError: First argument to String.prototype.startsWith must not be a regular expression"},
		{`'a'.replaceAll(/a/, '')`, "TypeError: String.prototype.replaceAll called with a non-global RegExp argument"},
		{`'a'.normalize('x')`, "RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD."},
	})
}

func TestRegExp(t *testing.T) {
	check(t, [][2]string{
		{`JSON.stringify(/a(b)?(c)/.exec('xac'))`, `["ac",null,"c"]`},
		{`Reflect.ownKeys(/(?<n>a)/d.exec('xa'))`, "0,1,length,index,input,groups,indices"},
		{`let m = /(?<n>a)(?<o>b)?/d.exec('xa'); m.index + m.input + m.groups.n + m.groups.o + m.indices.groups.n`, "1xaaundefined1,2"},
		{`'2020-01-02'.replace(/(?<y>\d+)-(?<m>\d+)-(\d+)/, "$3/$<m>/$<y> $0 $10 $$ $& $<x>|")`, "02/01/2020 $0 20200 $ 2020-01-02 |"},
		{`[...'a1b2c3'.matchAll(/[a-z](\d)/g)].map(m => m[1] + m.index)`, "10,22,34"},
		{`'a1b2'.replace(/\d/g, x => x * 2) + 'ab'.replace(/(?:)/g, '-') + '😀'.replace(/(?:)/gu, '-')`, "a2b4-a-b--😀-"},
		{`'aabab'.replace(/a/gy, 'x') + 'aabb'.replace(/b/y, 'x')`, "xxbabaabb"},
		{`'a,b;c'.split(/([,;])/) + '|' + 'abc'.split(/(?:)/) + '|' + ''.split(/x/).length + ''.split(/(?:)/).length`, "a,,,b,;,c|a,b,c|10"},
		{`'😀x'.split(/(?:)/u).length + 'abc'.split(/b/, 1) + 'aaa'.split(/a/y).length`, "2a4"},
		{`'abcabc'.match(/b/g) + '' + 'abcabc'.match(/c/).index + 'abc'.search(/c/) + 'abc'.match(/x/g)`, "b,b22null"},
		{`let r = /a/g; r.lastIndex = 5; 'aaa'.replace(r, 'b') + r.lastIndex`, "bbb0"},
		{`let r = /a/y; r.lastIndex = 1; 'aaa'.replace(r, 'b') + r.lastIndex + r.test('aaa') + r.lastIndex`, "aba2true3"},
		{`String(new RegExp('/\n[/]\\/')) + new RegExp('') + /a/gimsuyd.flags`, `/\/\n[/]\//` + "/(?:)/dgimsuy"},
		{`RegExp.escape('a.b c\n😀-')`, `\x61\.b\x20c\n😀\x2d`},
		{`/(\d)(\d)/.test('a12b'); [RegExp.$1, RegExp.$2, RegExp.$3, RegExp.lastMatch, RegExp["$` + "`" + `"], RegExp["$'"], RegExp['$+'], RegExp.input]`, "1,2,,12,a,b,2,a12b"},
		{`class R extends RegExp {}; /a/.test('a'); new R('b').test('b'); RegExp.$1`, "TypeError: The last match was not made by the RegExp constructor"},
		{`let r = /a/; r.compile('b', 'g'); r + '' + r.lastIndex`, "/b/g0"},
		{`new RegExp('a', 'gg')`, "SyntaxError: Invalid flags supplied to RegExp constructor 'gg'"},
		{`new RegExp('(', 'g')`, "SyntaxError: Invalid regular expression: /(/g: Unterminated group"},
		{`Object.freeze(/a/g).exec('a')`, "TypeError: Cannot assign to read only property 'lastIndex' of object '[object RegExp]'"},
		{`RegExp.prototype.exec.call({})`, "TypeError: Method RegExp.prototype.exec called on incompatible receiver #<Object>"},
	})
}

// TestTampered checks that the short cuts are left when scripts replace what
// they stand for.
func TestTampered(t *testing.T) {
	check(t, [][2]string{
		{`'a'.replace(/a/, 'b'); let n = 0, e = RegExp.prototype.exec;
		  RegExp.prototype.exec = function (s) { n++; return e.call(this, s) };
		  'aa'.replace(/a/g, 'b') + 'aa'.match(/a/g) + 'aXa'.split(/X/) + 'a'.search(/a/) + /a/.test('a') + n`, "bba,aa,a0true11"},
		{`'a'.match(/a/); Object.defineProperty(RegExp.prototype, 'global', {get() { return false }});
		  'aa'.match(/a/g).index`, "0"},
		{`let r = /a/; r.exec = () => ({0: 'x', index: 0, length: 1}); 'ab'.replace(r, '[$&]')`, "[x]b"},
		{`let r = /-/; r.constructor = {[Symbol.species]: function (x, f) { this.exec = () => null; this.flags = f }}; 'a-b'.split(r)`, "a-b"},
		{`let r = /a/g; r.lastIndex = {valueOf() { r.compile('b', 'g'); return 0 }}; r.exec('ab')[0]`, "b"},
		{`'aa'.replace(/a/g, () => { /(b)/.exec('b'); return RegExp.$1 })`, "bb"},
	})
}

// TestLimits checks that no string method goes on when the steps are used up.
func TestLimits(t *testing.T) {
	for _, source := range []string{
		`'a'.repeat(2 ** 24).replace(/b|$/g, 'c')`,
		`/(a*)*[bc]/.exec('a'.repeat(50))`,
		`'ab'.repeat(2 ** 24).split('b')`,
		`('é€'.repeat(2 ** 20) + 'x').indexOf('é€'.repeat(2 ** 19) + 'y')`,
		`'$<'.repeat(2 ** 20); 'a'.repeat(2 ** 20).replaceAll('a', 'b'.repeat(100))`,
		`String.raw({raw: {length: 2 ** 53 - 1}})`,
	} {
		a := realm.NewAgent()
		a.StepLimit = 200_000
		_, err := eval(t, a, source)
		var limit *object.Termination
		if !errors.As(err, &limit) || limit.Cause != object.TerminatedSteps {
			t.Errorf("%s: %v", source, err)
		}
	}
}

func TestManyPrograms(t *testing.T) {
	got, err := eval(t, realm.NewAgent(), `let n = 0; for (let i = 0; i < 3000; i++) n += new RegExp('^' + i + '$').test('' + i) ? 1 : 0; n`)
	if err != nil || got != "3000" {
		t.Error(got, err)
	}
}
