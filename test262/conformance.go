package test262

import (
	"fmt"
	"io"
	"sort"
	"strings"
)

// chapter is one row of the page by chapter: a chapter of ECMA-262 and the
// folders of the suite that test it.
type chapter struct {
	title   string
	folders string
}

// chapters are in the order of the specification's table of contents. A test
// belongs to the chapter with the longest folder that its path begins with.
var chapters = []chapter{
	{"6 Data types and values", "language/types"},
	{"9 Execution contexts, name resolution", "language/identifier-resolution built-ins/global"},
	{"10 Ordinary and exotic objects", "language/arguments-object"},
	{"11, 12 Source text, lexical grammar", "language/source-text language/directive-prologue language/comments language/white-space " +
		"language/line-terminators language/identifiers language/keywords language/literals language/punctuators language/asi " +
		"language/future-reserved-words language/reserved-words"},
	{"13 Expressions", "language/expressions language/computed-property-names language/destructuring"},
	{"14 Statements and declarations", "language/statements language/block-scope language/statementList"},
	{"15 Functions and classes", "language/function-code language/rest-parameters language/statements/class language/statements/function " +
		"language/statements/generators language/statements/async-function language/statements/async-generator language/expressions/class " +
		"language/expressions/function language/expressions/generators language/expressions/async-function language/expressions/async-generator " +
		"language/expressions/arrow-function language/expressions/async-arrow-function"},
	{"16 Scripts and modules", "language/global-code language/module-code language/import language/export language/expressions/dynamic-import " +
		"language/expressions/import.meta"},
	{"19 The global object", "language/eval-code built-ins/eval built-ins/Infinity built-ins/NaN built-ins/undefined built-ins/isFinite " +
		"built-ins/isNaN built-ins/parseFloat built-ins/parseInt built-ins/decodeURI built-ins/decodeURIComponent built-ins/encodeURI " +
		"built-ins/encodeURIComponent"},
	{"20 Fundamental objects", "built-ins/Object built-ins/Function built-ins/ThrowTypeError built-ins/Boolean built-ins/Symbol built-ins/Error " +
		"built-ins/NativeErrors built-ins/AggregateError built-ins/SuppressedError"},
	{"21 Numbers and dates", "built-ins/Number built-ins/BigInt built-ins/Math built-ins/Date"},
	{"22 Text processing", "built-ins/String built-ins/StringIteratorPrototype built-ins/RegExp built-ins/RegExpStringIteratorPrototype"},
	{"23 Indexed collections", "built-ins/Array built-ins/ArrayIteratorPrototype built-ins/TypedArray built-ins/TypedArrayConstructors built-ins/Uint8Array"},
	{"24 Keyed collections", "built-ins/Map built-ins/MapIteratorPrototype built-ins/Set built-ins/SetIteratorPrototype built-ins/WeakMap built-ins/WeakSet"},
	{"25 Structured data", "built-ins/ArrayBuffer built-ins/SharedArrayBuffer built-ins/DataView built-ins/Atomics built-ins/JSON"},
	{"26 Managing memory", "built-ins/WeakRef built-ins/FinalizationRegistry"},
	{"27 Control abstraction objects", "built-ins/Iterator built-ins/AsyncIteratorPrototype built-ins/AsyncFromSyncIteratorPrototype built-ins/Promise " +
		"built-ins/GeneratorFunction built-ins/GeneratorPrototype built-ins/AsyncGeneratorFunction built-ins/AsyncGeneratorPrototype " +
		"built-ins/AsyncFunction built-ins/DisposableStack built-ins/AsyncDisposableStack"},
	{"28 Reflection", "built-ins/Reflect built-ins/Proxy"},
	{"Annex B", "annexB"},
	{"The suite's own harness", "harness"},
	{"Staging", "staging"},
}

// chapterOf returns the title of the chapter that a path belongs to.
func chapterOf(path string) string {
	title, length := "Not in a chapter", 0
	for _, c := range chapters {
		for folder := range strings.FieldsSeq(c.folders) {
			if len(folder) > length && strings.HasPrefix(path, folder+"/") {
				title, length = c.title, len(folder)
			}
		}
	}
	return title
}

// outside names the specification or proposal that a test belongs to when it
// is not ECMA-262's; "" for the others.
func outside(r *testResult, proposed []string) string {
	switch {
	case isTemporal(r):
		return "Temporal"
	case isIntl(r.path):
		return "ECMA-402 (Intl)"
	}
	for _, f := range r.features {
		if contains(proposed, f) {
			return f
		}
	}
	return ""
}

// WriteConformance writes CONFORMANCE.md: how much of each chapter of ECMA-262
// passes, what of it does not, and how far everything else is.
func WriteConformance(w io.Writer, res *Results, suite *Suite) error {
	rows, others := map[string]*Tally{}, map[string]*Tally{}
	tally := func(m map[string]*Tally, name string) *Tally {
		if m[name] == nil {
			m[name] = &Tally{}
		}
		return m[name]
	}
	var all Tally
	failing := map[string][]*testResult{}
	for _, r := range byTest(res, suite) {
		if name := outside(r, res.Header.Proposed); name != "" {
			tally(others, name).add(r)
			continue
		}
		title := chapterOf(r.path)
		tally(rows, title).add(r)
		all.add(r)
		if !r.passed() {
			failing[title] = append(failing[title], r)
		}
	}
	b := &strings.Builder{}
	fmt.Fprintf(b, "# Conformance, chapter by chapter\n\nGenerated by `burrow test262 --conformance` from a run of test262, revision %s. ", res.Header.Suite)
	b.WriteString("A test passes when all its modes pass; nothing is skipped that is not counted as failing. ")
	b.WriteString("The first table is ECMA-262 without proposals and Temporal. Folders and features: [RESULTS.md](../test262/RESULTS.md).\n")
	fmt.Fprintf(b, "\n| chapter%s", tableHead)
	titles := []string{}
	for _, c := range chapters {
		titles = append(titles, c.title)
	}
	for _, title := range append(titles, "Not in a chapter") {
		if t := rows[title]; t != nil {
			b.WriteString(t.row(title))
		}
	}
	b.WriteString(all.row("**all**"))
	writeMissing(b, res, titles, failing)
	b.WriteString("\n## Outside of these chapters\n\nProposals by the first proposed feature that a test names, and the other specifications.\n\n| |")
	b.WriteString(strings.TrimPrefix(tableHead, " |"))
	names := make([]string, 0, len(others))
	for name := range others {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		b.WriteString(others[name].row(name))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeMissing lists the tests of the chapters that fail, each with what
// happened.
func writeMissing(b *strings.Builder, res *Results, titles []string, failing map[string][]*testResult) {
	reasons := map[string]string{}
	for i := range res.Records {
		if rec := &res.Records[i]; rec.Outcome != Pass && reasons[rec.Test] == "" {
			reasons[rec.Test] = reasonOf(rec)
		}
	}
	b.WriteString("\n## What is missing\n")
	if len(failing) == 0 {
		b.WriteString("\nNothing.\n")
		return
	}
	for _, title := range append(titles, "Not in a chapter") {
		if len(failing[title]) == 0 {
			continue
		}
		fmt.Fprintf(b, "\n%s:\n\n", title)
		for _, r := range failing[title] {
			fmt.Fprintf(b, "- `%s`: %s\n", r.path, strings.ReplaceAll(orElse(reasons[r.path], "not run"), "|", "\\|"))
		}
	}
}
