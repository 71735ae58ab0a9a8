package host

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// Programs that never end, or that need a signal, run in a process of their
// own: this test binary again, with the file to run in the environment.

const childFile = "BURROW_TEST_CHILD"

func TestChildProcess(t *testing.T) {
	file := os.Getenv(childFile)
	if file == "" {
		t.Skip("only runs as the child of other tests")
	}
	h, err := New(Options{Args: []string{file}, Stdout: os.Stdout, Stderr: os.Stderr, Env: []string{}, VMModules: true})
	if err != nil {
		t.Fatal(err)
	}
	os.Exit(h.RunFile(file))
}

// child starts a program; it is killed at the end of the test at the latest.
func child(t *testing.T, file string) (cmd *exec.Cmd, stdout *bufio.Reader, stderr *bytes.Buffer) {
	t.Helper()
	path, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	cmd = exec.Command(os.Args[0], "-test.run=^TestChildProcess$")
	cmd.Env = append(os.Environ(), childFile+"="+path)
	stderr = &bytes.Buffer{}
	cmd.Stderr = stderr
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := time.AfterFunc(30*time.Second, func() { _ = cmd.Process.Kill() })
	t.Cleanup(func() {
		kill.Stop()
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	return cmd, bufio.NewReader(pipe), stderr
}

func writeScript(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func line(t *testing.T, r *bufio.Reader, stderr *bytes.Buffer) string {
	t.Helper()
	s, err := r.ReadString('\n')
	if err != nil {
		t.Fatalf("%v; %s", err, stderr)
	}
	return strings.TrimSuffix(s, "\n")
}

// TestExampleHTTPServer runs the documentation's server, which has a fixed port,
// and asks it once.
func TestExampleHTTPServer(t *testing.T) {
	for try := 0; ; try++ {
		_, out, stderr := child(t, "../examples/node-vm/http-server.js")
		first, err := out.ReadString('\n')
		if first != "Server running at http://127.0.0.1:8124/\n" {
			t.Fatalf("prints %q; %v, %s", first, err, stderr)
		}
		var response *http.Response
		for i := 0; i < 20; i++ {
			if response, err = http.Get("http://127.0.0.1:8124/"); err == nil {
				break
			}
			time.Sleep(20 * time.Millisecond)
		}
		if err != nil && try < 3 {
			continue // another program had the port
		}
		if err != nil {
			t.Skipf("port 8124 is not to be had: %v", err)
		}
		body, err := io.ReadAll(response.Body)
		_ = response.Body.Close()
		if err != nil || string(body) != "Hello World\n" || response.StatusCode != 200 || response.Header.Get("Content-Type") != "text/plain" {
			t.Errorf("%d %q %v", response.StatusCode, body, err)
		}
		return
	}
}

// TestExampleTimeoutEscapes compares the first lines of an example whose point
// is that it does not end.
func TestExampleTimeoutEscapes(t *testing.T) {
	_, out, stderr := child(t, "../examples/node-vm/timeout-escapes.js")
	for _, want := range []string{"done executing", "entering loop"} {
		if got := line(t, out, stderr); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
	for range 3 {
		if got := line(t, out, stderr); len(got) != 13 {
			t.Errorf("got %q, want a time in milliseconds", got)
		}
	}
}

// TestBreakOnSigint interrupts scripts by the signal: the program's own handler
// is disabled meanwhile and works afterwards.
func TestBreakOnSigint(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no signals to send")
	}
	cmd, out, stderr := child(t, writeScript(t, "sigint.js", `
const vm = require('vm');
let handled = 0;
process.on('SIGINT', () => {
  handled++;
  console.log('handled', handled);
  process.exit(5);
});
const context = vm.createContext({ console });
const runs = {
  runInThisContext: () => { globalThis.report = console.log; vm.runInThisContext('report("go"); for (;;);', { breakOnSigint: true }); },
  runInContext: () => vm.runInContext('try { console.log("go"); for (;;); } catch { console.log("caught") } finally { console.log("finally") }', context, { breakOnSigint: true }),
  runInNewContext: () => vm.runInNewContext('Promise.resolve().then(() => { console.log("go"); for (;;); })', { console }, { breakOnSigint: true, microtaskMode: 'afterEvaluate', timeout: 20000 }),
};
for (const name in runs) {
  try {
    runs[name]();
  } catch (e) {
    console.log(name, e.code, e.message, handled);
  }
}
(async () => {
  const m = new vm.SourceTextModule('report("go"); for (;;);');
  await m.link(() => {});
  await m.evaluate({ breakOnSigint: true }).catch((e) => console.log('evaluate', e.code, m.status));
  console.log('go');
  setTimeout(() => {}, 20000);
})();
`))
	interrupt := func() {
		t.Helper()
		if got := line(t, out, stderr); got != "go" {
			t.Fatalf("got %q", got)
		}
		time.Sleep(30 * time.Millisecond)
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
	}
	const interrupted = " ERR_SCRIPT_EXECUTION_INTERRUPTED "
	for _, name := range []string{"runInThisContext", "runInContext", "runInNewContext"} {
		interrupt()
		if got, want := line(t, out, stderr), name+interrupted+"Script execution was interrupted by `SIGINT` 0"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	interrupt()
	if got, want := line(t, out, stderr), "evaluate"+interrupted+"errored"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	interrupt()
	if got := line(t, out, stderr); got != "handled 1" {
		t.Errorf("got %q: the program's handler does not work again", got)
	}
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 5 {
		t.Errorf("ends with %v", err)
	}
}
