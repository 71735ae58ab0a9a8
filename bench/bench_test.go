package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test binary be its own child, as the command is.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == "-child" {
		if err := child(os.Args[2], os.Args[3:], os.Stdout); err != nil {
			os.Exit(1)
		}
		return
	}
	code := m.Run()
	removeTemporary()
	os.Exit(code)
}

func TestProgramsAreListed(t *testing.T) {
	programs, err := loadPrograms("programs", false, "")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, p := range programs {
		known[p.name] = true
		if p.expect == "" || p.expect == "?" {
			t.Errorf("%s does not say its answer", p.name)
		}
	}
	for _, name := range core {
		if !known[name] {
			t.Errorf("the core program %s is not there", name)
		}
	}
}

func TestMeasure(t *testing.T) {
	file := t.TempDir() + "/p.js"
	if err := os.WriteFile(file, []byte("Promise.resolve(6).then((v) => { globalThis.result = v * 7; });"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, e := range available() {
		s, err := measure(e, []string{file}, time.Minute)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if s.Result != "42" || s.Millis <= 0 {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

func TestMeasureFailures(t *testing.T) {
	dir := t.TempDir()
	for source, want := range map[string]string{
		"throw new RangeError('on purpose')": "on purpose",
		"for (;;);":                          "more than",
		"syntax error":                       "error",
	} {
		file := dir + "/p.js"
		if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := measure(available()["goja"], []string{file}, time.Second); err == nil || !strings.Contains(strings.ToLower(err.Error()), want) {
			t.Errorf("%q: error %v, want one with %q", source, err, want)
		}
	}
}

func TestTable(t *testing.T) {
	tab := newTable([]*engine{{name: "burrow"}, {name: "goja"}}, false)
	for _, v := range []float64{3, 1, 2} {
		tab.cell("a", "burrow").add(v, 2048)
		tab.cell("a", "goja").add(v*4, 1024)
	}
	tab.cell("b", "burrow").add(9, 1024)
	tab.cell("b", "goja").Error = "too slow"
	tab.settle()
	var b bytes.Buffer
	tab.write(&b)
	for _, want := range []string{"a                              2         8\n", "geomean ÷ goja          0.25(-1)     1(-1)\n", "fails", "b on goja: too slow"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	data, err := json.Marshal(tab)
	if err != nil || !strings.Contains(string(data), `"median":2,"best":1,"peakKiB":2048`) {
		t.Errorf("%v: %s", err, data)
	}
}

func TestOctaneScores(t *testing.T) {
	scores, err := octaneScores("Splay=123 SplayLatency=4,567")
	if err != nil || scores["Splay"] != 123 || scores["SplayLatency"] != 4567 {
		t.Errorf("%v, %v", scores, err)
	}
	if _, err := octaneScores("undefined"); err == nil {
		t.Error("no score is a score")
	}
}
