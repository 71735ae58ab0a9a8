package test262

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// maxArchiveFile bounds one file of an archive; the suite's largest is far below.
const maxArchiveFile = 64 << 20

// openArchive unpacks the test/ and harness/ folders of a .tar.gz into a
// temporary folder and indexes the tests on the way, so that each is read once.
func openArchive(path string) (*Suite, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	zip, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	root, err := os.MkdirTemp("", "test262-")
	if err != nil {
		return nil, err
	}
	s := newSuite(root)
	s.cleanup = func() { os.RemoveAll(root) }
	if err := s.unpack(tar.NewReader(zip)); err != nil {
		s.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if s.Revision == "" {
		if data, err := os.ReadFile(strings.TrimSuffix(path, ".tar.gz") + ".REVISION"); err == nil {
			s.Revision = strings.TrimSpace(string(data))
		}
	}
	return s.finish()
}

func (s *Suite) unpack(archive *tar.Reader) error {
	made := map[string]bool{}
	for {
		h, err := archive.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if h.Typeflag == tar.TypeXGlobalHeader {
			s.Revision = h.PAXRecords["comment"]
			continue
		}
		name, ok := suitePath(h.Name)
		if h.Typeflag != tar.TypeReg || !ok {
			continue
		}
		if h.Size > maxArchiveFile {
			return fmt.Errorf("%s is too big (%d bytes)", h.Name, h.Size)
		}
		data, err := io.ReadAll(archive)
		if err != nil {
			return err
		}
		if name == "features.txt" {
			s.readFeatures(string(data))
			continue
		}
		file := filepath.Join(s.root, filepath.FromSlash(name))
		if dir := filepath.Dir(file); !made[dir] {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			made[dir] = true
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return err
		}
		if test, ok := strings.CutPrefix(name, "test/"); ok && isTestPath(test) {
			if err := s.addTest(test, string(data)); err != nil {
				return err
			}
		}
	}
}

// suitePath takes the top folder off a name inside an archive, as archives made
// by git hosts have one, and tells whether the file is wanted.
func suitePath(name string) (string, bool) {
	name = strings.TrimPrefix(name, "./")
	for tries := 0; tries < 2; tries++ {
		if name == "features.txt" || strings.HasPrefix(name, "test/") || strings.HasPrefix(name, "harness/") {
			return name, filepath.IsLocal(filepath.FromSlash(name))
		}
		_, rest, ok := strings.Cut(name, "/")
		if !ok {
			return "", false
		}
		name = rest
	}
	return "", false
}
