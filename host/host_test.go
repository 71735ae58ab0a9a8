package host

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// runFile runs a program and returns what it prints.
func runFile(t *testing.T, file string, flags ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	h, err := New(Options{Args: []string{file}, ExecArgs: append(flags, "--no-warnings"), Stdout: &out, Stderr: &errs, Env: []string{}, VMModules: true})
	if err != nil {
		t.Fatal(err)
	}
	code = h.RunFile(file)
	return out.String(), errs.String(), code
}

// known are the rows of vmpoints where Burrow prints something else than Node
// 20: what it prints, and why.
var known = map[string]struct{ value, reason string }{
	"A35":  {"[ 'a', 'b', Symbol(s1), Symbol(s2) ]", "non-enumerable keys of the sandbox are listed, as later Node does"},
	"E03~": {"[ true, 'xyz-1' ]", "data is bound to the whole text, not to its length: that of another text is rejected"},
	"E07~": {"true", "there is no cache of earlier compilations that would answer instead: damaged data is always read, and rejected"},
}

var rowStart = regexp.MustCompile(`(?m)^## (.*)$`)

// rows splits the output of a vmpoints file.
func rows(text string) map[string]string {
	out := map[string]string{}
	marks := rowStart.FindAllStringSubmatchIndex(text, -1)
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		out[text[m[2]:m[3]]] = strings.TrimSpace(text[m[1]:end])
	}
	return out
}

// TestVMPoints compares the rows of the table of node:vm's finer points with
// what Node 20 printed.
func TestVMPoints(t *testing.T) {
	files, err := filepath.Glob("testdata/vmpoints/?.js")
	if err != nil || len(files) == 0 {
		t.Fatal("no rows", err)
	}
	dir, err := filepath.Abs("testdata/vmpoints")
	if err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadFile("testdata/vmpoints/rows.txt")
	if err != nil {
		t.Fatal(err)
	}
	missing := map[string]bool{} // of the rows that the table has
	for _, name := range strings.Fields(string(list)) {
		missing[name] = true
	}
	defer func() {
		for name := range missing {
			t.Errorf("no file has row %s", name)
		}
	}()
	for _, file := range files {
		want, err := os.ReadFile(strings.TrimSuffix(file, ".js") + ".out")
		if err != nil {
			t.Fatal(err)
		}
		out, stderr, _ := runFile(t, file)
		got := rows(strings.ReplaceAll(out, dir+"/", "DIR/"))
		for name, w := range rows(string(want)) {
			delete(missing, name)
			if excused, ok := known[name]; ok {
				w = excused.value
			}
			if g, ok := got[name]; !ok {
				t.Errorf("%s: row %s is missing; %s", file, name, stderr)
			} else if g != w {
				t.Errorf("%s: row %s\n got %s\nwant %s", file, name, g, w)
			}
		}
	}
}

// TestExamples runs the examples of the documentation.
func TestExamples(t *testing.T) {
	files, err := filepath.Glob("testdata/examples/*.out")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	for _, file := range files {
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".out")
		out, stderr, _ := runFile(t, filepath.Join("../examples/node-vm", name), "--experimental-vm-modules")
		if out != string(want) {
			t.Errorf("%s prints %q, want %q\n%s", name, out, want, stderr)
		}
		if wantError := strings.HasPrefix(name, "import-meta."); wantError != strings.Contains(stderr, "ReferenceError: secret is not defined") {
			t.Errorf("%s: %s", name, stderr)
		}
	}
}

func TestTimeoutAfterEvaluate(t *testing.T) {
	_, stderr, code := runFile(t, "../examples/node-vm/timeout-after-evaluate.js")
	if code != 1 || !strings.Contains(stderr, "Error: Script execution timed out after 5ms") {
		t.Errorf("exit %d, %s", code, stderr)
	}
}

func TestMeasureMemory(t *testing.T) {
	out, stderr, code := runFile(t, "../examples/node-vm/measure-memory.js")
	if code != 0 || strings.Count(out, "jsMemoryEstimate") != 4 && strings.Count(out, "jsMemoryEstimate") != 3 {
		t.Errorf("exit %d, %s%s", code, out, stderr)
	}
}

// TestContextsLeaveNothing drops 10,000 contexts of scripts: see the test of that
// name in package vmapi.
func TestContextsLeaveNothing(t *testing.T) {
	out, stderr, code := runFile(t, "testdata/many_contexts.js")
	if left, err := strconv.ParseFloat(strings.TrimSpace(out), 64); err != nil || left > 100 || code != 0 {
		t.Errorf("exit %d, %s bytes are left of each context; %s", code, out, stderr)
	}
}

// TestMeasureMemoryWaiting checks that a measurement that waits for a garbage
// collection does not hold the loop open, and that the warning comes once.
func TestMeasureMemoryWaiting(t *testing.T) {
	file := filepath.Join(t.TempDir(), "m.js")
	script := "const vm = require('vm'); process.on('warning', (w) => console.log(w.name)); process.on('exit', () => console.log('exit')); vm.measureMemory(); vm.measureMemory()"
	if err := os.WriteFile(file, []byte(script), 0o666); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if out, stderr, code := runFile(t, file); out != "ExperimentalWarning\nexit\n" || code != 0 || time.Since(start) > time.Minute {
		t.Errorf("exit %d after %v, %s%s", code, time.Since(start), out, stderr)
	}
}

func TestHTTPServer(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "server.js")
	script := `const http = require('node:http');
const server = http.createServer((request, response) => {
  response.writeHead(201, { 'Content-Type': 'text/plain' });
  response.end('Hello ' + request.url);
  server.close();
}).listen(0, '127.0.0.1', () => console.log(server.address().port));`
	if err := os.WriteFile(file, []byte(script), 0o666); err != nil {
		t.Fatal(err)
	}
	r, w := io.Pipe()
	h, err := New(Options{Args: []string{file}, Stdout: w, Stderr: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan int, 1)
	go func() { done <- h.RunFile(file) }()
	port := make([]byte, 16)
	n, err := r.Read(port)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.Get("http://127.0.0.1:" + strings.TrimSpace(string(port[:n])) + "/x")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	if err != nil || string(body) != "Hello /x" || response.StatusCode != 201 || response.Header.Get("Content-Type") != "text/plain" {
		t.Errorf("%d %q %v", response.StatusCode, body, err)
	}
	select {
	case code := <-done:
		if code != 0 {
			t.Errorf("exit %d", code)
		}
	case <-time.After(10 * time.Second):
		t.Error("the server does not end")
	}
}

// TestOrder checks the order of the queues of the event loop.
func TestOrder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "order.js")
	script := `setTimeout(() => console.log('timeout'), 1);
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => { console.log('micro'); process.nextTick(() => console.log('tick 2')); }).then(() => console.log('micro 2'));
queueMicrotask(() => console.log('queued'));
process.on('exit', (code) => console.log('exit', code));
process.exitCode = 3;
console.log('main');`
	if err := os.WriteFile(file, []byte(script), 0o666); err != nil {
		t.Fatal(err)
	}
	out, _, code := runFile(t, file)
	if want := "main\ntick\nmicro\nqueued\nmicro 2\ntick 2\ntimeout\nexit 3\n"; out != want || code != 3 {
		t.Errorf("exit %d, %q, want %q", code, out, want)
	}
}

// TestUncaught checks what is printed for exceptions that end a program.
func TestUncaught(t *testing.T) {
	for _, test := range []struct{ script, want string }{
		{"throw { a: 1 }", "\nFILE:1\nthrow { a: 1 }\n^\n{ a: 1 }\n"},
		{"throw 5", "\nFILE:1\nthrow 5\n^\n5\n(Use `node --trace-uncaught ...` to show where the exception was thrown)\n\nNode.js"},
		{"process.on('exit', () => process.exit(1)); throw new Error('not shown')", ""},
		{"Promise.reject({ a: 1 })", "node:internal/process/promises:394\n      new UnhandledPromiseRejection(reason);\n      ^\n\nUnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason \"#<Object>\"."},
		{"import { nope } from 'fs'", "file://FILE:1\nimport { nope } from 'fs'\n         ^^^^\nSyntaxError: The requested module 'fs' does not provide an export named 'nope'\n"},
		{"function f() { null.x }\nf()", "FILE:1\nfunction f() { null.x }\n                    ^\n\nTypeError: Cannot read properties of null (reading 'x')\n    at f (FILE:1:21)\n"},
		{"let a = ;", "FILE:1\nlet a = ;\n        ^\n\nSyntaxError: Unexpected token ';'\n"},
		{"Promise.reject(new Error('x'))", "FILE:1\nPromise.reject(new Error('x'))\n               ^\n\nError: x\n    at"},
	} {
		file := filepath.Join(t.TempDir(), "a.js")
		if err := os.WriteFile(file, []byte(test.script), 0o666); err != nil {
			t.Fatal(err)
		}
		_, stderr, code := runFile(t, file)
		if got := strings.ReplaceAll(stderr, file, "FILE"); code != 1 || !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: exit %d, %s", test.script, code, got)
		}
	}
}

// TestBusy checks that a VM in use by a host refuses others.
func TestBusy(t *testing.T) {
	h, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = h.vm.Do(func(*vmapi.Call) (vmapi.Value, error) {
		_, err := vmapi.RunInContext("1", h.vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{})
		return vmapi.Value{}, err
	})
	if err != vmapi.ErrBusy {
		t.Errorf("got %v", err)
	}
}
