package test262

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Suite is a checkout of test262: its tests, in order of their paths, and the
// folders where they lie on disk.
type Suite struct {
	Tests    []*Test
	Proposed map[string]bool // features listed under "Proposed language features"
	Revision string          // the git revision where it is known
	root     string
	cleanup  func()
}

// Test is one test file.
type Test struct {
	Path string // below test/, with forward slashes
	Meta *Meta
}

// Open reads the suite at path, which is a folder or a .tar.gz file. An archive
// is unpacked into a temporary folder, because modules need their fixtures as
// files; Close removes it.
func Open(path string) (*Suite, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return openFolder(path)
	}
	return openArchive(path)
}

// Close removes what Open unpacked.
func (s *Suite) Close() {
	if s.cleanup != nil {
		s.cleanup()
		s.cleanup = nil
	}
}

// HarnessDir is the folder of the harness scripts.
func (s *Suite) HarnessDir() string { return filepath.Join(s.root, "harness") }

// File is where a test lies on disk.
func (s *Suite) File(t *Test) string {
	return filepath.Join(s.root, "test", filepath.FromSlash(t.Path))
}

func newSuite(root string) *Suite {
	return &Suite{root: root, Proposed: map[string]bool{}}
}

func openFolder(path string) (*Suite, error) {
	root, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	s := newSuite(root)
	tests := filepath.Join(root, "test")
	err = filepath.WalkDir(tests, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(tests, file)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if !isTestPath(rel) {
			return nil
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		return s.addTest(rel, string(data))
	})
	if err != nil {
		return nil, err
	}
	if data, err := os.ReadFile(filepath.Join(root, "features.txt")); err == nil {
		s.readFeatures(string(data))
	}
	s.Revision = revisionOf(root)
	return s.finish()
}

// finish sorts the tests and refuses a folder that holds none.
func (s *Suite) finish() (*Suite, error) {
	if len(s.Tests) == 0 {
		s.Close()
		return nil, fmt.Errorf("%s holds no tests: a test262 checkout has test/ and harness/", s.root)
	}
	sort.Slice(s.Tests, func(i, j int) bool { return s.Tests[i].Path < s.Tests[j].Path })
	return s, nil
}

func (s *Suite) addTest(path, source string) error {
	meta, err := ParseMeta(source)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	s.Tests = append(s.Tests, &Test{Path: path, Meta: meta})
	return nil
}

// isTestPath reports whether a file below test/ is a test of its own.
func isTestPath(path string) bool {
	return strings.HasSuffix(path, ".js") && !strings.Contains(path[strings.LastIndexByte(path, '/')+1:], "_FIXTURE")
}

// readFeatures notes the features of features.txt that are still proposals.
func (s *Suite) readFeatures(text string) {
	proposed := false
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "## "); ok {
			switch title {
			case "Proposed language features":
				proposed = true
			case "Standard language features", "Test-Harness Features":
				proposed = false
			}
			continue
		}
		if line != "" && line[0] != '#' && proposed {
			s.Proposed[strings.Fields(line)[0]] = true
		}
	}
}

// revisionOf finds the revision of a checkout without calling git.
func revisionOf(root string) string {
	data, err := os.ReadFile(filepath.Join(root, ".git", "HEAD"))
	if err != nil {
		return ""
	}
	head := strings.TrimSpace(string(data))
	ref, ok := strings.CutPrefix(head, "ref: ")
	if !ok {
		return head
	}
	data, err = os.ReadFile(filepath.Join(root, ".git", filepath.FromSlash(ref)))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(data))
}
