package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/burrowjs/burrow/internal/jstring"
	burrow "github.com/burrowjs/burrow/parser"
	goja "github.com/dop251/goja/parser"
)

// parseFiles are large programs that fetch.sh brings from the npm registry.
var parseFiles = []string{
	"typescript/lib/typescript.js",
	"@babel/standalone/babel.js",
	"react-dom/cjs/react-dom-client.development.js",
	"prettier/index.mjs",
}

// acornDriver parses each file as often as asked and prints the least times in
// milliseconds, or null for a file that acorn refuses.
const acornDriver = `
const fs = require("fs"), [acornPath, reps, ...files] = process.argv.slice(2), acorn = require(acornPath);
console.log(JSON.stringify(files.map((f) => {
  const text = fs.readFileSync(f, "utf8"), sourceType = f.endsWith(".mjs") ? "module" : "script";
  let least = Infinity;
  for (let i = 0; i < +reps; i++) {
    const start = performance.now();
    try { acorn.parse(text, { ecmaVersion: "latest", sourceType, allowHashBang: true }); } catch { return null; }
    least = Math.min(least, performance.now() - start);
  }
  return least;
})));
`

// measureParsers prints how many megabytes of source per second Burrow's parser
// reads beside goja's and acorn (on Node with its compilers). The least time of
// reps counts, each after a garbage collection; the files are in memory.
func measureParsers(folder string, reps int, out io.Writer) error {
	var files []string
	for _, name := range parseFiles {
		file := filepath.Join(folder, filepath.FromSlash(name))
		if _, err := os.Stat(file); err != nil {
			return fmt.Errorf("%s is not there, run fetch.sh first: %w", name, err)
		}
		files = append(files, file)
	}
	acorn := acornTimes(folder, files, reps)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "file\tMB\tburrow\tgoja\tacorn\tMB/s\t")
	for i, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		mb := float64(len(text)) / 1e6
		fmt.Fprintf(w, "%s\t%.1f\t%s\t%s\t%s\t\t\n", parseFiles[i], mb,
			speed(mb, least(reps, func() error { return parseBurrow(file, string(text)) })),
			speed(mb, least(reps, func() error { return parseGoja(file, string(text)) })),
			speed(mb, acorn[i]))
	}
	return w.Flush()
}

func parseBurrow(file, text string) error {
	source := jstring.FromGo(text)
	var err error
	if strings.HasSuffix(file, ".mjs") {
		_, err = burrow.ParseModule(source, burrow.Options{})
	} else {
		_, err = burrow.ParseScript(source, burrow.Options{})
	}
	return err
}

func parseGoja(file, text string) error {
	if strings.HasSuffix(file, ".mjs") {
		return fmt.Errorf("goja has no modules")
	}
	_, err := goja.ParseFile(nil, file, text, 0, goja.WithDisableSourceMaps)
	return err
}

// least returns the least time of reps calls in milliseconds, or nil if one fails.
func least(reps int, parse func() error) *float64 {
	var best *float64
	for range reps {
		runtime.GC()
		start := time.Now()
		if parse() != nil {
			return nil
		}
		if ms := float64(time.Since(start).Microseconds()) / 1000; best == nil || ms < *best {
			best = &ms
		}
	}
	return best
}

// acornTimes measures acorn, if Node and acorn are here.
func acornTimes(folder string, files []string, reps int) []*float64 {
	times := make([]*float64, len(files))
	command := driverCommand("node", acornDriver, "--no-warnings")
	path, err := filepath.Abs(filepath.Join(folder, "acorn"))
	if command == nil || err != nil {
		return times
	}
	args := append(command[1:], append([]string{path, fmt.Sprint(reps)}, files...)...)
	text, err := exec.Command(command[0], args...).Output()
	if err != nil || json.Unmarshal(text, &times) != nil || len(times) != len(files) {
		return make([]*float64, len(files))
	}
	return times
}

func speed(mb float64, ms *float64) string {
	if ms == nil {
		return "fails"
	}
	return fmt.Sprintf("%.1f", mb/(*ms/1000))
}
