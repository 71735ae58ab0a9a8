package archtest

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// source is a Go file of the module.
type source struct {
	path      string // from the module's root, with forward slashes
	folder    string
	imports   []string
	lines     int
	test      bool
	generated bool
	comment   bool // has a package comment
}

// root is the module's folder, seen from this package.
const root = "../.."

// sources reads all Go files of the module for any platform. Folders with a
// go.mod of their own are other modules.
func sources(t *testing.T) []*source {
	t.Helper()
	var out []*source
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if file != root && isForeign(file, d.Name()) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(file, ".go") {
			return nil
		}
		s, err := readSource(file)
		if err == nil {
			out = append(out, s)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) == 0 {
		t.Fatal("no Go files found")
	}
	return out
}

func isForeign(file, name string) bool {
	if name == "testdata" || name == "node_modules" || name == "vendor" || name[0] == '.' || name[0] == '_' {
		return true
	}
	_, err := os.Stat(filepath.Join(file, "go.mod"))
	return err == nil
}

func readSource(file string) (*source, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	f, err := parser.ParseFile(token.NewFileSet(), file, data, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		return nil, err
	}
	rel, err := filepath.Rel(root, file)
	if err != nil {
		return nil, err
	}
	rel = filepath.ToSlash(rel)
	s := &source{
		path: rel, folder: path.Dir(rel), lines: bytes.Count(data, []byte("\n")),
		test: strings.HasSuffix(rel, "_test.go"), generated: ast.IsGenerated(f), comment: f.Doc != nil,
	}
	for _, i := range f.Imports {
		name, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return nil, err
		}
		s.imports = append(s.imports, name)
	}
	return s, nil
}
