package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestEmbeddingAPI wants of everything that vmapi exports a comment, and of every
// type, function and method that an Example uses it.
func TestEmbeddingAPI(t *testing.T) {
	dir := filepath.Join(root, "vmapi")
	set := token.NewFileSet()
	parse := func(tests bool) []*ast.File {
		packages, err := parser.ParseDir(set, dir, func(f fs.FileInfo) bool { return strings.HasSuffix(f.Name(), "_test.go") == tests }, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		var files []*ast.File
		for _, p := range packages {
			for _, f := range p.Files {
				files = append(files, f)
			}
		}
		return files
	}
	used := map[string]bool{}
	for _, f := range parse(true) {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || !strings.HasPrefix(fn.Name.Name, "Example") {
				continue
			}
			for _, part := range strings.Split(strings.TrimPrefix(fn.Name.Name, "Example"), "_") {
				used[part] = true
			}
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					used[s.Sel.Name] = true
				}
				return true
			})
		}
	}
	if len(used) == 0 {
		t.Fatal("no examples found")
	}
	missing := func(name *ast.Ident, what string) { t.Errorf("%s: %s %s", set.Position(name.Pos()), name.Name, what) }
	shown := func(name *ast.Ident) {
		if !used[name.Name] && !implied[name.Name] {
			missing(name, "is used by no Example")
		}
	}
	for _, f := range parse(false) {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if !d.Name.IsExported() || !onExported(d) {
					continue
				}
				if d.Doc == nil && !implied[d.Name.Name] {
					missing(d.Name, "has no comment")
				}
				shown(d.Name)
			case *ast.GenDecl:
				for _, s := range d.Specs {
					documented(d, s, missing, shown)
				}
			}
		}
	}
}

// implied are methods that interfaces ask for, and types that only come as
// fields or results of others.
var implied = map[string]bool{
	"Error": true, "Unwrap": true, "String": true,
	"ThrowSite": true, "Property": true, "Attributes": true, "Key": true, "ModuleStatus": true, "MicrotaskMode": true, "ModuleRequest": true, "Loader": true,
}

// onExported reports whether d is no method of an unexported type.
func onExported(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	e := d.Recv.List[0].Type
	if p, ok := e.(*ast.StarExpr); ok {
		e = p.X
	}
	name, ok := e.(*ast.Ident)
	return ok && name.IsExported()
}

// documented checks the comments of one specification, and of the fields of a struct.
func documented(d *ast.GenDecl, s ast.Spec, missing func(*ast.Ident, string), shown func(*ast.Ident)) {
	switch s := s.(type) {
	case *ast.TypeSpec:
		if !s.Name.IsExported() {
			return
		}
		if d.Doc == nil && s.Doc == nil {
			missing(s.Name, "has no comment")
		}
		shown(s.Name)
		st, ok := s.Type.(*ast.StructType)
		if !ok {
			return
		}
		before := false // a comment may speak of the fields that follow it
		for _, f := range st.Fields.List {
			before = before || f.Doc != nil || f.Comment != nil
			for _, n := range f.Names {
				if n.IsExported() && !before && len(st.Fields.List) > 1 {
					missing(n, "has no comment")
				}
			}
		}
	case *ast.ValueSpec:
		for _, n := range s.Names {
			if n.IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
				missing(n, "has no comment")
			}
		}
	}
}
