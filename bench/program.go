package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

// core are the programs that measure the machine itself rather than the library.
var core = []string{
	"fib", "int-loop", "float-loop", "property", "method", "closures", "array-push",
	"for-of", "generators", "class-super", "try-throw", "string-concat",
}

// program is one thing to measure: scripts that leave an answer.
type program struct {
	name   string
	files  []string
	expect string // "" where any answer will do
}

const expectMark = "// expect: "

// loadPrograms reads the programs of a folder.
func loadPrograms(folder string, onlyCore bool, filter string) ([]*program, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.js"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []*program
	for _, file := range files {
		p := &program{name: strings.TrimSuffix(filepath.Base(file), ".js"), files: []string{file}}
		if onlyCore && !slices.Contains(core, p.name) || !strings.Contains(p.name, filter) {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		expect, ok := strings.CutPrefix(firstLine(string(data)), expectMark)
		if !ok {
			return nil, fmt.Errorf("%s: the first line is not %q and the answer", file, expectMark)
		}
		p.expect = expect
		out = append(out, p)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no programs in %s match", folder)
	}
	return out, nil
}
