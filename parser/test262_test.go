package parser_test

import (
	"archive/tar"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

// TestTest262 parses every test of the suite named by BURROW_TEST262 (a folder or a
// .tar.gz) that needs no proposed feature, and expects an error exactly from the
// tests that are negative in the parse phase. BURROW_TEST262_FILTER restricts it to paths
// that contain one of a comma-separated list of strings.
func TestTest262(t *testing.T) {
	root := os.Getenv("BURROW_TEST262")
	if root == "" {
		t.Skip("BURROW_TEST262 does not name a test262 checkout or archive")
	}
	files := readSuite(t, root)
	proposed := proposedFeatures(files["features.txt"])
	if len(proposed) == 0 {
		t.Fatal("features.txt lists no proposed features")
	}
	var filters []string
	if f := os.Getenv("BURROW_TEST262_FILTER"); f != "" {
		filters = strings.Split(f, ",")
	}
	var paths []string
	for path := range files {
		if strings.HasPrefix(path, "test/") && strings.HasSuffix(path, ".js") && !strings.Contains(path, "_FIXTURE") {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	run, failed := 0, 0
	for _, path := range paths {
		if len(filters) > 0 && !slices.ContainsFunc(filters, func(f string) bool { return strings.Contains(path, f) }) {
			continue
		}
		m := readMeta(files[path])
		if slices.ContainsFunc(m.features, func(f string) bool { return proposed[f] }) {
			continue
		}
		for _, strict := range m.modes() {
			run++
			if msg := parseOne(files[path], m, strict); msg != "" {
				failed++
				if failed <= 1000 {
					t.Errorf("%s (strict %v): %s", path, strict, msg)
				}
			}
		}
	}
	t.Logf("%d parses, %d failures", run, failed)
	if run == 0 {
		t.Error("no tests were found")
	}
}

func parseOne(source string, m meta, strict bool) (message string) {
	defer func() {
		if r := recover(); r != nil {
			message = fmt.Sprintf("panic: %v", r)
		}
	}()
	if strict {
		source = "\"use strict\";\n" + source
	}
	start := time.Now()
	var err error
	if m.has("module") {
		_, err = parser.ParseModule(jstring.FromGo(source), parser.Options{})
	} else {
		_, err = parser.ParseScript(jstring.FromGo(source), parser.Options{})
	}
	if d := time.Since(start); d > 10*time.Second {
		return fmt.Sprintf("took %v", d)
	}
	switch {
	case m.negative && err == nil:
		return "was accepted"
	case !m.negative && err != nil:
		return fmt.Sprintf("%v at %d", err, err.(*parser.SyntaxError).Offset)
	}
	return ""
}

// meta is what the front matter of a test says about parsing it.
type meta struct {
	flags, features []string
	negative        bool // in the parse phase
}

func (m meta) has(flag string) bool { return slices.Contains(m.flags, flag) }

func (m meta) modes() []bool {
	switch {
	case m.has("module"), m.has("raw"), m.has("noStrict"):
		return []bool{false}
	case m.has("onlyStrict"):
		return []bool{true}
	}
	return []bool{false, true}
}

var (
	frontMatter = regexp.MustCompile(`(?s)/\*---(.*?)---\*/`)
	listField   = regexp.MustCompile(`(?m)^(flags|features):[ ]*(?:\[([^\]]*)\]|((?:\r?\n[ ]+-[^\r\n]*)*))`)
	phaseParse  = regexp.MustCompile(`negative:\s*(?:[^\n]*\n)?\s*(?:[^\n]*\n)?\s*phase:\s*parse`)
)

func readMeta(source string) (m meta) {
	match := frontMatter.FindStringSubmatch(source)
	if match == nil {
		return m
	}
	for _, f := range listField.FindAllStringSubmatch(match[1], -1) {
		items := strings.FieldsFunc(f[2]+f[3], func(r rune) bool { return r == ',' || r == '\n' || r == '\r' })
		for _, item := range items {
			item = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(item), "-"))
			if f[1] == "flags" {
				m.flags = append(m.flags, item)
			} else {
				m.features = append(m.features, item)
			}
		}
	}
	m.negative = phaseParse.MatchString(match[1])
	return m
}

func proposedFeatures(text string) map[string]bool {
	head, _, _ := strings.Cut(text, "## Standard language features")
	proposed := map[string]bool{}
	for _, line := range strings.Split(head, "\n") {
		if line, _, _ = strings.Cut(line, "#"); strings.TrimSpace(line) != "" {
			proposed[strings.TrimSpace(line)] = true
		}
	}
	return proposed
}

// readSuite returns the files under test/ and features.txt by path.
func readSuite(t *testing.T, root string) map[string]string {
	files := map[string]string{}
	if !strings.HasSuffix(root, ".gz") {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			rel, _ := filepath.Rel(root, path)
			if rel = filepath.ToSlash(rel); strings.HasPrefix(rel, "test/") || rel == "features.txt" {
				b, err := os.ReadFile(path)
				files[rel] = string(b)
				return err
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	f, err := os.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		rel := strings.TrimPrefix(h.Name, "./")
		if !strings.HasPrefix(rel, "test/") && rel != "features.txt" {
			_, rel, _ = strings.Cut(rel, "/") // an archive of a checkout has a folder around it
		}
		if h.Typeflag == tar.TypeReg && (strings.HasPrefix(rel, "test/") || rel == "features.txt") {
			b, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			files[rel] = string(b)
		}
	}
}
