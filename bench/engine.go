package main

import (
	"fmt"
	"os"
	"os/exec"
	"time"
)

// runFunc evaluates scripts one after the other in a fresh engine, runs what is
// left in its job queue, and returns globalThis.result as a string with the time
// that all this took, without setting up the engine.
type runFunc func(scripts []script) (result string, elapsed time.Duration, err error)

type script struct{ name, source string }

// resultExpression is how engines are asked for the answer.
const resultExpression = "String(globalThis.result)"

// An engine is something that can be measured: built into this program (run is
// set) or a command that prints what a child of this program does.
type engine struct {
	name    string
	run     runFunc
	command []string
}

// enginesInOrder is the order of columns. goja, modernc and qjs are the
// yardsticks of the ratios.
var enginesInOrder = []string{"burrow", "goja", "modernc", "qjs", "jitless"}

var builtin = map[string]runFunc{}

// available finds the engines that can run here.
func available() map[string]*engine {
	engines := map[string]*engine{}
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	for name, run := range builtin {
		engines[name] = &engine{name: name, run: run, command: []string{self, "-child", name}}
	}
	for name, find := range external {
		if command := find(); engines[name] == nil && command != nil {
			engines[name] = &engine{name: name, command: command}
		}
	}
	return engines
}

// external finds commands that are installed.
var external = map[string]func() []string{
	"jitless": func() []string { return driverCommand("node", nodeDriver, "--no-warnings", "--jitless") },
	"node":    func() []string { return driverCommand("node", nodeDriver, "--no-warnings") },
	"qjs":     func() []string { return driverCommand("qjs", qjsDriver, "--std") },
}

// driverCommand is the command line of an installed engine with a driver script
// of ours, which needs a file of its own: code given with -e sees other globals.
func driverCommand(name, driver string, flags ...string) []string {
	path, err := exec.LookPath(name)
	if err != nil {
		return nil
	}
	file, err := os.CreateTemp("", "bench-driver-*.js")
	if err != nil {
		return nil
	}
	defer file.Close()
	temporary = append(temporary, file.Name())
	if _, err := file.WriteString(driver); err != nil {
		return nil
	}
	return append(append([]string{path}, flags...), file.Name())
}

// temporary are files to remove at the end.
var temporary []string

func removeTemporary() {
	for _, name := range temporary {
		os.Remove(name)
	}
}

// The drivers do in other engines what child does in this program.
const nodeDriver = `
const fs = require("fs"), vm = require("vm");
const scripts = process.argv.slice(2).map((f) => new vm.Script(fs.readFileSync(f, "utf8"), { filename: f }));
const start = performance.now();
for (const s of scripts) s.runInThisContext();
(function wait(tries) {
  if (globalThis.result === undefined && tries > 0) return setImmediate(wait, tries - 1);
  console.log(JSON.stringify({ ms: performance.now() - start, result: String(globalThis.result) }));
})(100000);
`

const qjsDriver = `
const sources = scriptArgs.slice(1).map((f) => std.loadFile(f));
const now = () => (globalThis.performance ? performance.now() : os.now());
const start = now();
for (const s of sources) std.evalScript(s);
(function wait(tries) {
  if (globalThis.result === undefined && tries > 0) return os.setTimeout(() => wait(tries - 1), 0);
  console.log(JSON.stringify({ ms: now() - start, result: String(globalThis.result) }));
})(100000);
`

// choose returns the named engines, or all available ones in order for none.
func choose(names []string, also []*engine) ([]*engine, error) {
	all := available()
	var out []*engine
	if len(names) == 0 {
		for _, name := range enginesInOrder {
			if e := all[name]; e != nil {
				out = append(out, e)
			}
		}
		return append(out, also...), nil
	}
	for _, name := range names {
		e := all[name]
		if e == nil {
			return nil, fmt.Errorf("engine %q is not available here", name)
		}
		out = append(out, e)
	}
	return append(out, also...), nil
}
