package test262

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// runMainFake calls the command with a fake engine.
func runMainFake(t *testing.T, args ...string) (int, string) {
	t.Helper()
	engine := workerCommand(t, "fake")[0]
	var out, errs bytes.Buffer
	code := Main(append([]string{"-engine", engine, "-workers", "1", "-timeout", "2s"}, args...), &out, &errs)
	return code, out.String() + errs.String()
}

func TestCommand(t *testing.T) {
	root := writeSuite(t, fakeTests)
	dir := t.TempDir()
	known, raw, report := filepath.Join(dir, "known.txt"), filepath.Join(dir, "raw.jsonl"), filepath.Join(dir, "R.md")

	code, out := runMainFake(t, "-suite", root, "-filter", "a/**", "-known", known)
	if code != exitFail || !strings.Contains(out, "a/strictfail.js [strict] fail: TypeError: no # here") {
		t.Errorf("unlisted failures: exit %d\n%s", code, out)
	}
	code, out = runMainFake(t, "-suite", root, "-filter", "a/**", "-known", known, "-update")
	if code != exitOK {
		t.Errorf("-update: exit %d\n%s", code, out)
	}
	code, out = runMainFake(t, "-suite", root, "-filter", "a/**", "-known", known, "-out", raw, "-results", report, "-v")
	if code != exitOK || !strings.Contains(out, "PASS: 4 of 7 tests pass (57.14 %), 7 of 10 scenarios; 3 known failures") ||
		!strings.Contains(out, "second line") {
		t.Errorf("with the list: exit %d\n%s", code, out)
	}
	text, err := os.ReadFile(report)
	if err != nil || !strings.Contains(string(text), "# test262 results") {
		t.Errorf("report: %v\n%s", err, text)
	}
	code, out = runMainFake(t, "-suite", root, "-filter", "a/**", "-list")
	if code != exitOK || !strings.HasPrefix(out, "a/async.js [sloppy]\na/early.js [sloppy]\na/early.js [strict]\n") {
		t.Errorf("-list: exit %d\n%s", code, out)
	}

	merged := filepath.Join(dir, "merged.jsonl")
	var b bytes.Buffer
	code = Main([]string{"merge", "-known", known, "-out", merged, "-suite", root, raw, raw}, &b, &b)
	if code != exitOK || !strings.Contains(b.String(), "4 of 7 tests") {
		t.Errorf("merge: exit %d\n%s", code, b.String())
	}
	if one, err := readResultFiles([]string{merged}); err != nil || len(one.Records) != 10 {
		t.Errorf("merged file: %v", err)
	}

	if err := os.WriteFile(known, []byte("a/ok.js  # it passes\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, out = runMainFake(t, "-suite", root, "-filter", "a/ok", "-known", known)
	if code != exitFail || !strings.Contains(out, "2 unexpected passes") {
		t.Errorf("a listed test passes: exit %d\n%s", code, out)
	}
}

func TestCommandUsage(t *testing.T) {
	t.Setenv("BURROW_TEST262", "")
	root := writeSuite(t, fakeTests)
	for _, test := range []struct {
		args []string
		want string
	}{
		{nil, "no suite"},
		{[]string{"-suite", filepath.Join(root, "nowhere")}, "nowhere"},
		{[]string{"-suite", root, "-filter", "zzz"}, "no test matches"},
		{[]string{"-suite", root, "-shard", "9/2"}, "shard"},
		{[]string{"-suite", root, "-workers", "0"}, "positive"},
		{[]string{"-suite", root, "-update"}, "-known"},
		{[]string{"-suite", root, "extra"}, "unexpected argument"},
		{[]string{"-bogus"}, "bogus"},
	} {
		if code, out := runMainFake(t, test.args...); code != exitUsage || !strings.Contains(out, test.want) {
			t.Errorf("%v: exit %d, want one that mentions %q:\n%s", test.args, code, test.want, out)
		}
	}
	var b bytes.Buffer
	if code := Main([]string{"-suite", root, "-engine", "no-such-engine"}, &b, &b); code != exitUsage {
		t.Errorf("an engine that does not exist: exit %d\n%s", code, b.String())
	}
}
