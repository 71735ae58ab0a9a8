package archtest

import (
	"strings"
	"testing"
)

const module = "github.com/burrowjs/burrow"

// layers is the table of who may import whom: a folder, and the folders that its
// packages may import beside the standard library. A folder stands for its
// sub-packages too. "realm/*" means every chapter of the library.
var layers = []struct {
	folder  string
	imports string
}{
	{"internal/jstring", ""},
	{"internal/unicodedata", ""},
	{"internal/golden", ""},
	{"internal/archtest", ""},
	{"internal", "internal"},
	{"ast", "internal"},
	{"lexer", "ast internal"},
	{"regexp/syntax", "internal"},
	{"parser", "lexer ast regexp/syntax internal"},
	{"bytecode", "internal"},
	{"compiler", "ast parser bytecode internal"},
	{"regexp", "regexp/syntax internal"},
	{"object", "internal"},
	{"interp", "object bytecode internal"},
	{"realm/text", "interp object regexp internal"},
	{"realm/*", "interp object internal"},
	{"realm", "realm interp object regexp compiler bytecode parser lexer ast internal"},
	{"vmapi", "realm interp object regexp compiler bytecode parser lexer ast internal"},
	{"host", "host vmapi"},
	// The suite judges realms and agents as the specification has them, below
	// what the embedding API shows: see docs/RATIONALE.md.
	{"test262", "vmapi realm interp object parser bytecode internal"},
	{"cmd/burrow", "host vmapi test262 ast lexer parser compiler bytecode regexp"},
	{"examples", "vmapi"},
}

// external lists what may be imported from outside the standard library.
var (
	external     = []string{"golang.org/x/text"}
	externalTest = []string{"golang.org/x/text", "github.com/google/go-cmp"}
)

func TestImports(t *testing.T) {
	for _, f := range sources(t) {
		for _, path := range f.imports {
			if complaint := checkImport(f.folder, path, f.test); complaint != "" {
				t.Errorf("%s: %s", f.path, complaint)
			}
		}
	}
}

// checkImport says what is wrong with an import, "" for nothing. Tests may use
// any package of the project: they look at layers from outside.
func checkImport(folder, path string, test bool) string {
	if path == "C" {
		return "imports C: the project builds without cgo"
	}
	if !strings.Contains(strings.Split(path, "/")[0], ".") {
		return ""
	}
	if path != module && !within(path, module) {
		allowed := external
		if test {
			allowed = externalTest
		}
		for _, e := range allowed {
			if within(path, e) {
				return ""
			}
		}
		return "imports " + path + ": only the standard library, golang.org/x/text and, in tests, go-cmp are used"
	}
	target := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
	if test {
		return ""
	}
	allowed, ok := allowedFor(folder)
	if !ok {
		return "the folder " + folder + " is not in the table of layers"
	}
	for _, a := range allowed {
		if within(target, a) {
			return ""
		}
	}
	return folder + " must not import " + target
}

// allowedFor finds the line of the table for a folder: the longest that names it.
func allowedFor(folder string) ([]string, bool) {
	best, found, imports := -1, false, ""
	for _, l := range layers {
		name, chapters := strings.CutSuffix(l.folder, "/*")
		matches := within(folder, name) && (!chapters || folder != name)
		if matches && len(name) > best || matches && chapters && len(name) == best {
			best, found, imports = len(name), true, l.imports
		}
	}
	return strings.Fields(imports), found
}

// within reports whether path is folder or lies below it.
func within(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

func TestCheckImport(t *testing.T) {
	for _, test := range []struct {
		folder, path string
		test, ok     bool
	}{
		{"lexer", "strings", false, true},
		{"lexer", "archive/tar", false, true},
		{"lexer", module + "/ast", false, true},
		{"lexer", module + "/internal/jstring", false, true},
		{"lexer", module + "/parser", false, false},
		{"lexer", module + "/parser", true, true},
		{"parser", module + "/regexp/syntax", false, true},
		{"parser", module + "/regexp", false, false},
		{"regexp", module + "/regexp/syntax", false, true},
		{"regexp/syntax", module + "/regexp", false, false},
		{"regexp", module + "/object", false, false},
		{"internal/jstring", module + "/internal/unicodedata", false, false},
		{"object", module + "/interp", false, false},
		{"interp", module + "/compiler", false, false},
		{"realm", module + "/realm/indexed", false, true},
		{"realm", module + "/compiler", false, true},
		{"realm", module + "/vmapi", false, false},
		{"realm/indexed", module + "/interp", false, true},
		{"realm/indexed", module + "/realm/keyed", false, false},
		{"realm/indexed", module + "/realm", false, false},
		{"realm/indexed", module + "/regexp", false, false},
		{"realm/text", module + "/regexp", false, true},
		{"vmapi", module + "/realm", false, true},
		{"host/vm", module + "/vmapi", false, true},
		{"host/vm", module + "/realm", false, false},
		{"test262", module + "/host", false, false},
		{"cmd/burrow", module + "/test262", false, true},
		{"cmd/burrow", module + "/realm", false, false},
		{"examples/hello", module + "/vmapi", false, true},
		{"somewhere", module + "/vmapi", false, false},
		{"lexer", "golang.org/x/text/unicode/norm", false, true},
		{"lexer", "golang.org/x/textile", false, false},
		{"lexer", "github.com/google/go-cmp/cmp", false, false},
		{"lexer", "github.com/google/go-cmp/cmp", true, true},
		{"lexer", "github.com/dop251/goja", true, false},
		{"lexer", "C", true, false},
	} {
		complaint := checkImport(test.folder, test.path, test.test)
		if (complaint == "") != test.ok {
			t.Errorf("%s imports %s (test: %v): %q", test.folder, test.path, test.test, complaint)
		}
	}
}
