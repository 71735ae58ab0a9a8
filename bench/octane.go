package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// octaneSuites names the benchmarks of Octane 2.0 and their files.
var octaneSuites = []struct {
	name  string
	files string
}{
	{"Richards", "richards"},
	{"DeltaBlue", "deltablue"},
	{"Crypto", "crypto"},
	{"RayTrace", "raytrace"},
	{"EarleyBoyer", "earley-boyer"},
	{"RegExp", "regexp"},
	{"Splay", "splay"},
	{"NavierStokes", "navier-stokes"},
	{"PdfJS", "pdfjs"},
	{"Mandreel", "mandreel"},
	{"Gameboy", "gbemu-part1 gbemu-part2"},
	{"CodeLoad", "code-load"},
	{"Box2D", "box2d"},
	{"zlib", "zlib zlib-data"},
	{"Typescript", "typescript typescript-input typescript-compiler"},
}

// octaneStart comes before and octaneEnd after the files of a suite. Each score
// is printed by the suite's runner; some suites have a second one for latency.
const (
	octaneStart = `var print = globalThis.print || function () {};
var read = globalThis.read || function () { return ""; };
`
	octaneEnd = `(function () {
  var scores = [], failure = "";
  BenchmarkSuite.RunSuites({
    NotifyResult: function (name, score) { scores.push(name + "=" + score); },
    NotifyError: function (name, error) { failure = name + ": " + error; },
    NotifyScore: function () {}
  });
  if (failure) throw new Error(failure);
  globalThis.result = scores.join(" ");
})();
`
)

// loadOctane lists Octane's benchmarks as programs whose answer is the scores.
func loadOctane(folder, filter string) ([]*program, error) {
	source := filepath.Join(folder, "lib", "octane")
	if _, err := os.Stat(filepath.Join(source, "base.js")); err != nil {
		return nil, fmt.Errorf("Octane is not there, run fetch.sh first: %w", err)
	}
	frame, err := os.MkdirTemp("", "bench-octane-")
	if err != nil {
		return nil, err
	}
	temporary = append(temporary, filepath.Join(frame, "start.js"), filepath.Join(frame, "end.js"), frame)
	for name, text := range map[string]string{"start.js": octaneStart, "end.js": octaneEnd} {
		if err := os.WriteFile(filepath.Join(frame, name), []byte(text), 0o644); err != nil {
			return nil, err
		}
	}
	var out []*program
	for _, suite := range octaneSuites {
		if !strings.Contains(strings.ToLower(suite.name), strings.ToLower(filter)) {
			continue
		}
		p := &program{name: suite.name, files: []string{filepath.Join(frame, "start.js"), filepath.Join(source, "base.js")}}
		for _, file := range strings.Fields(suite.files) {
			p.files = append(p.files, filepath.Join(source, file+".js"))
		}
		p.files = append(p.files, filepath.Join(frame, "end.js"))
		out = append(out, p)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no benchmark of Octane matches %q", filter)
	}
	return out, nil
}

// octaneScores reads "Name=score" pairs.
func octaneScores(result string) (map[string]float64, error) {
	scores := map[string]float64{}
	for _, pair := range strings.Fields(result) {
		name, value, _ := strings.Cut(pair, "=")
		var score float64
		if _, err := fmt.Sscanf(strings.ReplaceAll(value, ",", ""), "%g", &score); err != nil {
			return nil, fmt.Errorf("not a score: %q", pair)
		}
		scores[name] = score
	}
	return scores, nil
}
