package main

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// commandVar makes this test binary behave as the command.
const commandVar = "BURROW_TEST_AS_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(commandVar) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// job and answer are the lines of the protocol, written down here once more, so
// that a change of their names is noticed.
type job struct {
	ID         int      `json:"id"`
	Test       string   `json:"test"`
	Source     string   `json:"source"`
	File       string   `json:"file"`
	Kind       string   `json:"kind"`
	Harness    []string `json:"harness"`
	HarnessDir string   `json:"harnessDir"`
	Async      bool     `json:"async"`
	CanBlock   bool     `json:"canBlock"`
	TimeoutMs  int      `json:"timeoutMs"`
}

type answer struct {
	ID      int      `json:"id"`
	Phase   string   `json:"phase"`
	Error   string   `json:"error"`
	Message string   `json:"message"`
	Print   []string `json:"print"`
	Host    string   `json:"host"`
}

var serverFiles = map[string]string{
	"harness/one.js":    "var order = ['one']; class Test262Error extends Error {}\nTest262Error.prototype.name = 'Test262Error';",
	"harness/two.js":    "order.push('two'); let lexical = 1;",
	"harness/throws.js": "throw new RangeError('from the harness');",
	"harness/early.js":  "var = 1;",
	"dep.js":            "export const a = 1; export default import.meta === undefined;",
	"early.js":          "export const = 1;",
	"throws.js":         "throw new URIError('in a dependency');",
	"data.json":         `{"a": [1, 2]}`,
	"text.txt":          "some text",
}

// serverCases are the requests of each kind and the answers in each phase.
var serverCases = []struct {
	name string
	job  job
	want answer
}{
	{"script", job{Source: "print('a'); print(1)"}, answer{Print: []string{"a", "1"}}},
	{"harness", job{Source: "print(order + lexical)", Harness: []string{"one.js", "two.js"}}, answer{Print: []string{"one,two1"}}},
	{"harness throws", job{Source: "print(1)", Harness: []string{"one.js", "throws.js"}}, answer{Phase: "harness", Error: "RangeError"}},
	{"harness early error", job{Harness: []string{"early.js"}}, answer{Phase: "harness", Error: "SyntaxError"}},
	{"harness missing", job{Harness: []string{"none.js"}}, answer{Phase: "harness"}},
	{"harness is per job", job{Source: "print(typeof order + typeof lexical)"}, answer{Print: []string{"undefinedundefined"}}},
	{"parse", job{Source: "print(1); var = 2"}, answer{Phase: "parse", Error: "SyntaxError"}},
	{"strict", job{Source: "\"use strict\";\nprint(this === globalThis, (function () { return this })())"}, answer{Print: []string{"true"}}},
	{"runtime", job{Source: "null.x"}, answer{Phase: "runtime", Error: "TypeError"}},
	{"Test262Error", job{Source: "throw new Test262Error('x')", Harness: []string{"one.js"}}, answer{Phase: "runtime", Error: "Test262Error"}},
	{"SyntaxError at run time", job{Source: "eval('var =')"}, answer{Phase: "runtime", Error: "SyntaxError"}},
	{"of another realm", job{Source: "$262.createRealm().evalScript('throw new EvalError')"}, answer{Phase: "runtime", Error: "EvalError"}},
	{"primitive thrown", job{Source: "throw 1"}, answer{Phase: "runtime", Error: "Number"}},
	{"undefined thrown", job{Source: "throw undefined"}, answer{Phase: "runtime"}},
	{"no constructor", job{Source: "throw Object.create(null)"}, answer{Phase: "runtime"}},
	{"hostile constructor", job{Source: "throw { get constructor() { throw 1 }, get message() { throw 2 } }"}, answer{Phase: "runtime"}},
	{"hostile name", job{Source: "throw { constructor: { name: {} } }"}, answer{Phase: "runtime"}},
	{"endless name", job{Source: "throw { constructor: { get name() { for (;;); } } }"}, answer{Phase: "runtime"}},
	{"hostile proxy", job{Source: "throw new Proxy({}, { get() { throw 1 } })"}, answer{Phase: "runtime"}},
	{"overflow", job{Source: "(function f() { f() })()"}, answer{Phase: "runtime", Error: "RangeError"}},

	{"module", job{Kind: "module", Source: "import { a } from './dep.js'; print(a); print(typeof this)"}, answer{Print: []string{"1", "undefined"}}},
	{"module of JSON", job{Kind: "module", Source: "import d from './data.json' with { type: 'json' }; print(d.a)"}, answer{Print: []string{"1,2"}}},
	{"module of text", job{Kind: "module", Source: "import d from './text.txt' with { type: 'text' }; print(d)"}, answer{Print: []string{"some text"}}},
	{"module of bytes", job{Kind: "module", Source: "import d from './text.txt' with { type: 'bytes' }; print(d.length)"}, answer{Print: []string{"9"}}},
	{"module parse", job{Kind: "module", Source: "import { a } from './none.js'; var = 1"}, answer{Phase: "parse", Error: "SyntaxError"}},
	{"module missing", job{Kind: "module", Source: "print(1); import './none.js'"}, answer{Phase: "resolution", Error: "TypeError"}},
	{"dependency early error", job{Kind: "module", Source: "print(1); import './early.js'"}, answer{Phase: "resolution", Error: "SyntaxError"}},
	{"missing export", job{Kind: "module", Source: "import { b } from './dep.js'"}, answer{Phase: "resolution", Error: "SyntaxError"}},
	{"module runtime", job{Kind: "module", Source: "print(1); throw new TypeError"}, answer{Phase: "runtime", Error: "TypeError", Print: []string{"1"}}},
	{"dependency runtime", job{Kind: "module", Source: "import './throws.js'; print(1)"}, answer{Phase: "runtime", Error: "URIError"}},
	{"module await", job{Kind: "module", Source: "await 0; print(1); await Promise.reject(new RangeError)"},
		answer{Phase: "runtime", Error: "RangeError", Print: []string{"1"}}},
	{"import()", job{Source: "import('./dep.js').then(ns => print(ns.a))"}, answer{Print: []string{"1"}}},

	{"jobs", job{Source: "Promise.resolve().then(() => print('job')); setTimeout(() => print('timer'), 1); print('script')"},
		answer{Print: []string{"script", "job", "timer"}}},
	{"unhandled rejection", job{Source: "Promise.reject(new TypeError)"}, answer{}},
	{"async", job{Async: true, Source: "setTimeout(() => {}, 60000); setTimeout(() => print('Test262:AsyncTestComplete'), 1)"},
		answer{Print: []string{"Test262:AsyncTestComplete"}}},
	{"async failure", job{Async: true, Source: "setTimeout(() => {}, 60000); print('Test262:AsyncTestFailure:x')"},
		answer{Print: []string{"Test262:AsyncTestFailure:x"}}},
	{"async without end", job{Async: true, Source: "print('nothing follows')"}, answer{Print: []string{"nothing follows"}}},
	{"timeout", job{Source: "for (;;);", TimeoutMs: 100}, answer{Host: "timeout"}},
	{"timeout in a job", job{Source: "Promise.resolve().then(() => { for (;;); })", TimeoutMs: 100}, answer{Host: "timeout"}},
	{"timeout of a timer", job{Async: true, Source: "setTimeout(() => {}, 60000)", TimeoutMs: 100}, answer{Host: "timeout"}},
	{"timeout in finally", job{Source: "try { for (;;); } finally { for (;;); }", TimeoutMs: 100}, answer{Host: "timeout"}},

	{"can block", job{CanBlock: true, Source: wait}, answer{Print: []string{"timed-out"}}},
	{"cannot block", job{Source: wait}, answer{Phase: "runtime", Error: "TypeError"}},
	{"pollute", job{Source: "var left = 1; Array.prototype.left = 1; $262.left = 1; print = 1"}, answer{}},
	{"not polluted", job{Source: "print(typeof left + [].left + $262.left)"}, answer{Print: []string{"undefinedundefinedundefined"}}},
	{"attributes", job{Source: "for (const k of ['print', '$262']) { const d = Object.getOwnPropertyDescriptor(globalThis, k);" +
		" print(d.writable + ',' + d.configurable + ',' + d.enumerable) }"}, answer{Print: []string{"true,true,false", "true,true,false"}}},
	{"$262", job{Source: `const other = $262.createRealm(), b = new ArrayBuffer(1);
		$262.detachArrayBuffer(b);
		$262.evalScript('let shared = 7');
		print([$262.global === globalThis, b.detached, shared, other.global !== globalThis, other.evalScript('[]') instanceof Array,
			typeof other.createRealm, typeof $262.IsHTMLDDA, $262.IsHTMLDDA(), typeof $262.AbstractModuleSource].join());
		try { $262.gc() } catch (e) {}`}, answer{Print: []string{"true,true,7,true,false,function,undefined,,function"}}},
	{"agents", job{CanBlock: true, Source: `
		$262.agent.start("$262.agent.receiveBroadcast(b => { const i = new Int32Array(b); $262.agent.report(Atomics.add(i, 0, 5)); $262.agent.leaving() })");
		const i = new Int32Array(new SharedArrayBuffer(4));
		$262.agent.broadcast(i.buffer);
		const from = $262.agent.monotonicNow();
		let r; while ((r = $262.agent.getReport()) === null) $262.agent.sleep(1);
		print(r + ',' + i[0] + ',' + ($262.agent.monotonicNow() >= from))`}, answer{Print: []string{"0,5,true"}}},
}

const wait = "print(Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1))"

// TestServerProtocol speaks the protocol of "burrow test262-server" with one process.
func TestServerProtocol(t *testing.T) {
	dir := t.TempDir()
	for name, text := range serverFiles {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), self, "test262-server")
	command.Env = append(os.Environ(), commandVar+"=1")
	command.Stderr = os.Stderr
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewReader(out)
	for i, c := range serverCases {
		c.job.ID, c.job.Test = i+7, c.name
		c.job.File, c.job.HarnessDir = filepath.Join(dir, "test.js"), filepath.Join(dir, "harness")
		if c.job.Kind == "" {
			c.job.Kind = "script"
		}
		if c.job.TimeoutMs == 0 {
			c.job.TimeoutMs = 20000
		}
		if c.job.Harness == nil {
			c.job.Harness = []string{}
		}
		if err := os.WriteFile(c.job.File, []byte(c.job.Source), 0o644); err != nil {
			t.Fatal(err)
		}
		got := exchange(t, in, answers, &c.job)
		if got.ID != c.job.ID || got.Print == nil {
			t.Errorf("%s: id %d, print %v", c.name, got.ID, got.Print)
		}
		if got.Phase != c.want.Phase || got.Error != c.want.Error || got.Host != c.want.Host || !slices.Equal(got.Print, c.want.Print) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", c.name, got, c.want)
		}
	}
	in.Close()
	if err := command.Wait(); err != nil {
		t.Errorf("the end of the input: %v", err)
	}
}

// exchange sends one job and waits for its answer, one line each.
func exchange(t *testing.T, in io.Writer, answers *bufio.Reader, j *job) answer {
	t.Helper()
	line, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write(append(line, '\n')); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(time.Minute, func() { panic("no answer to " + j.Test) })
	defer timer.Stop()
	text, err := answers.ReadString('\n')
	if err != nil {
		t.Fatalf("%s: %v", j.Test, err)
	}
	var fields map[string]any
	var a answer
	if err := json.Unmarshal([]byte(text), &fields); err != nil || json.Unmarshal([]byte(text), &a) != nil {
		t.Fatalf("%s: %s: %v", j.Test, text, err)
	}
	for _, k := range strings.Fields("id phase error message print host") {
		if _, ok := fields[k]; !ok {
			t.Errorf("%s: the answer has no %s", j.Test, k)
		}
	}
	return a
}
