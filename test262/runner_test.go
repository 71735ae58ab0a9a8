package test262

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"
)

// writeSuite makes a suite on disk from path → source.
func writeSuite(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

const rawFlag = "/*---\nflags: [raw]\n---*/\n"

var fakeTests = map[string]string{
	"test/a/ok.js":          "",
	"test/a/noise.js":       rawFlag + "NOISE",
	"test/a/throws.js":      rawFlag + "THROWTYPE",
	"test/a/strictfail.js":  "STRICTFAIL",
	"test/a/early.js":       "/*---\nnegative:\n  phase: parse\n  type: SyntaxError\n---*/\nEARLY",
	"test/a/async.js":       "/*---\nflags: [async, noStrict]\n---*/\nDONE",
	"test/a/notdone.js":     "/*---\nflags: [async, noStrict]\n---*/\n",
	"test/a/mod_FIXTURE.js": "NOT A TEST",
	"test/b/crash.js":       rawFlag + "CRASH",
	"test/b/hang.js":        rawFlag + "HANG",
	"test/b/memory.js":      rawFlag + "MEMORY",
	"test/b/panic.js":       rawFlag + "PANIC",
	"test/b/timeout.js":     rawFlag + "TIMEOUT",
	"test/c/1-poison.js":    rawFlag + "POISON",
	"test/c/2-victim.js":    rawFlag,
	"test/c/3-skipped.js":   rawFlag + "CRASH",
	"harness/assert.js":     "",
	"harness/sta.js":        "",
}

func runFake(t *testing.T, r *Runner, tests []*Test) map[string]Record {
	t.Helper()
	got := map[string]Record{}
	r.Done = func(rec Record) { got[rec.Test+" "+string(rec.Mode)] = rec }
	r.Run(context.Background(), tests)
	return got
}

func TestRunnerOutcomes(t *testing.T) {
	suite, err := Open(writeSuite(t, fakeTests))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]Outcome{
		"a/ok.js sloppy": Pass, "a/ok.js strict": Pass, "a/noise.js raw": Pass, "a/throws.js raw": Fail,
		"a/strictfail.js sloppy": Pass, "a/strictfail.js strict": Fail,
		"a/early.js sloppy": Pass, "a/early.js strict": Pass, "a/async.js sloppy": Pass, "a/notdone.js sloppy": Fail,
		"b/crash.js raw": Crash, "b/hang.js raw": Hang, "b/panic.js raw": Panic, "b/timeout.js raw": Timeout,
		"c/1-poison.js raw": Pass, "c/2-victim.js raw": Pass, "c/3-skipped.js raw": Skip,
	}
	tests := suite.Tests
	if residentBytes(os.Getpid()) > 0 {
		want["b/memory.js raw"] = Memory
	} else {
		tests = (&Selection{Filters: []string{"a/**", "c/**", "crash", "hang", "panic", "timeout"}}).Pick(tests)
	}
	r := &Runner{
		Suite: suite, Command: workerCommand(t, "fake"), Workers: 1,
		Limits: Limits{200 * time.Millisecond, 200 << 20},
		Skips:  mustParse(t, "c/3-skipped.js  # it would crash"),
	}
	got := runFake(t, r, tests)
	for name, o := range want {
		if rec, ok := got[name]; !ok || rec.Outcome != o {
			t.Errorf("%s: %q (%s), want %s", name, rec.Outcome, rec.Message, o)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d scenarios ran, want %d", len(got), len(want))
	}
	if m := got["b/crash.js raw"].Message; !strings.Contains(m, "the fake engine dies") {
		t.Errorf("the crash does not quote standard error: %q", m)
	}
	if rec := got["c/2-victim.js raw"]; !strings.HasPrefix(rec.Retry, "crash") {
		t.Errorf("the victim's first try is %q, want a crash", rec.Retry)
	}
	if rec := got["c/1-poison.js raw"]; rec.Retry != "" {
		t.Errorf("the culprit was retried: %q", rec.Retry)
	}
}

func TestRunnerInProcess(t *testing.T) {
	defer func(old func() Engine) { NewEngine = old }(NewEngine)
	NewEngine = func() Engine { return &fakeEngine{} }
	suite, err := Open(writeSuite(t, fakeTests))
	if err != nil {
		t.Fatal(err)
	}
	tests := (&Selection{Filters: []string{"a/ok", "a/throws", "panic", "hang"}}).Pick(suite.Tests)
	got := runFake(t, &Runner{Suite: suite, InProcess: true, Workers: 2, Limits: Limits{Time: 10 * time.Millisecond}}, tests)
	for name, o := range map[string]Outcome{"a/ok.js strict": Pass, "a/throws.js raw": Fail, "b/panic.js raw": Panic, "b/hang.js raw": Hang} {
		if got[name].Outcome != o {
			t.Errorf("%s: %q, want %s", name, got[name].Outcome, o)
		}
	}
}

func TestRunnerInterrupted(t *testing.T) {
	suite, err := Open(writeSuite(t, fakeTests))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, cancel)
	r := &Runner{Suite: suite, Command: workerCommand(t, "fake"), Workers: 1, Limits: Limits{Time: time.Hour}}
	var done []string
	r.Done = func(rec Record) { done = append(done, rec.Test) }
	start := time.Now()
	r.Run(ctx, (&Selection{Filters: []string{"hang", "c/1"}}).Pick(suite.Tests))
	if len(done) != 0 || time.Since(start) > 30*time.Second {
		t.Errorf("%v reported after %v", done, time.Since(start))
	}
}

// archiveOf packs a folder as git hosts do: with a top folder and a comment.
func archiveOf(t *testing.T, root, top string) string {
	t.Helper()
	var buf bytes.Buffer
	zip := gzip.NewWriter(&buf)
	w := tar.NewWriter(zip)
	var files []string
	filepath.Walk(root, func(file string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			files = append(files, file)
		}
		return err
	})
	sort.Strings(files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rel, _ := filepath.Rel(root, file)
		h := &tar.Header{Name: top + filepath.ToSlash(rel), Mode: 0o644, Size: int64(len(data)), Typeflag: tar.TypeReg}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		w.Write(data)
	}
	w.Close()
	zip.Close()
	name := filepath.Join(t.TempDir(), "suite.tar.gz")
	if err := os.WriteFile(name, buf.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestArchive(t *testing.T) {
	files := map[string]string{"features.txt": "## Proposed language features\nnew-thing\n## Standard language features\nold-thing\n"}
	for name, text := range fakeTests {
		files[name] = text
	}
	root := writeSuite(t, files)
	want, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, top := range []string{"", "./", "test262-main/"} {
		got, err := Open(archiveOf(t, root, top))
		if err != nil {
			t.Fatalf("top %q: %v", top, err)
		}
		if len(got.Tests) != len(want.Tests) {
			t.Errorf("top %q: %d tests, want %d", top, len(got.Tests), len(want.Tests))
		}
		if !got.Proposed["new-thing"] || got.Proposed["old-thing"] {
			t.Errorf("top %q: proposed features %v", top, got.Proposed)
		}
		if _, err := os.Stat(filepath.Join(got.File(got.Tests[0]), "..", "mod_FIXTURE.js")); err != nil {
			t.Errorf("top %q: no fixture: %v", top, err)
		}
		temp := got.HarnessDir()
		got.Close()
		if _, err := os.Stat(temp); err == nil {
			t.Errorf("top %q: Close leaves %s", top, temp)
		}
	}
	if _, err := Open(t.TempDir()); err == nil {
		t.Error("an empty folder is a suite")
	}
}

func TestServe(t *testing.T) {
	in := strings.NewReader(`{"id":7,"source":"THROWTYPE <&>"}` + "\n\n" + `{"id":8,"source":"PANIC"}` + "\r\n" + `{"id":9,"source":"DONE"}`)
	var out bytes.Buffer
	if err := Serve(in, &out, &fakeEngine{}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d answers: %s", len(lines), out.String())
	}
	for i, want := range []string{
		`{"id":7,"phase":"runtime","error":"TypeError",`,
		`{"id":8,"phase":"","error":"","message":"panic: a bug`,
		`{"id":9,"phase":"","error":"","message":"","print":["hello","Test262:AsyncTestComplete"],"host":""}`,
	} {
		if !strings.HasPrefix(lines[i], want) {
			t.Errorf("answer %d is %s, want it to start with %s", i, lines[i], want)
		}
	}
	if err := Serve(strings.NewReader("{not json\n"), io.Discard, &fakeEngine{}); err == nil {
		t.Error("a broken line is accepted")
	}
}
