package main

import (
	"fmt"
	"io"
	"math"
	"sort"
	"strings"
)

// cell is what an engine did on one row: a time in milliseconds, or a score.
type cell struct {
	Median  float64 `json:"median"`
	Best    float64 `json:"best"`
	PeakKiB int64   `json:"peakKiB"`
	Error   string  `json:"error,omitempty"`

	values []float64
}

func (c *cell) add(value float64, peak int64) {
	c.values = append(c.values, value)
	c.PeakKiB = max(c.PeakKiB, peak)
}

// settle computes the figures. Of scores the best is the largest.
func (c *cell) settle(scores bool) {
	if len(c.values) == 0 {
		return
	}
	sort.Float64s(c.values)
	n := len(c.values)
	c.Median = (c.values[(n-1)/2] + c.values[n/2]) / 2
	c.Best = c.values[0]
	if scores {
		c.Best = c.values[n-1]
	}
}

func (c *cell) ok() bool { return c != nil && c.Error == "" && c.Median > 0 }

// table holds all results: rows by program, columns by engine.
type table struct {
	Scores  bool                        `json:"scores"`
	Engines []string                    `json:"engines"`
	Rows    []string                    `json:"rows"`
	Cells   map[string]map[string]*cell `json:"cells"` // row, engine
}

func newTable(engines []*engine, scores bool) *table {
	t := &table{Scores: scores, Cells: map[string]map[string]*cell{}}
	for _, e := range engines {
		t.Engines = append(t.Engines, e.name)
	}
	return t
}

func (t *table) cell(row, engine string) *cell {
	if t.Cells[row] == nil {
		t.Rows = append(t.Rows, row)
		t.Cells[row] = map[string]*cell{}
	}
	if t.Cells[row][engine] == nil {
		t.Cells[row][engine] = &cell{}
	}
	return t.Cells[row][engine]
}

func (t *table) settle() {
	for _, row := range t.Cells {
		for _, c := range row {
			c.settle(t.Scores)
		}
	}
}

// yardsticks are what ratios are taken to.
var yardsticks = []string{"goja", "modernc", "qjs"}

// write prints medians, peak memory, and geometric means of the ratios to the
// yardsticks over the rows that both engines can run.
func (t *table) write(w io.Writer) {
	unit := "median ms, lower is better"
	if t.Scores {
		unit = "score, higher is better"
	}
	t.writeGrid(w, unit, func(c *cell) string { return fmt.Sprintf("%.0f", c.Median) })
	t.writeRatios(w)
	t.writeGrid(w, "peak memory, MiB", func(c *cell) string { return fmt.Sprintf("%.0f", float64(c.PeakKiB)/1024) })
	for _, row := range t.Rows {
		for _, name := range t.Engines {
			if c := t.Cells[row][name]; c != nil && c.Error != "" {
				fmt.Fprintf(w, "%s on %s: %s\n", row, name, c.Error)
			}
		}
	}
}

const nameWidth, columnWidth = 22, 10

func (t *table) writeGrid(w io.Writer, title string, show func(*cell) string) {
	fmt.Fprintf(w, "%s\n%-*s", title, nameWidth, "")
	for _, name := range t.Engines {
		fmt.Fprintf(w, "%*s", columnWidth, name)
	}
	fmt.Fprintln(w)
	for _, row := range t.Rows {
		fmt.Fprintf(w, "%-*s", nameWidth, row)
		for _, name := range t.Engines {
			text := "–"
			if c := t.Cells[row][name]; c.ok() {
				text = show(c)
			} else if c != nil && c.Error != "" {
				text = "fails"
			}
			fmt.Fprint(w, strings.Repeat(" ", max(0, columnWidth-len([]rune(text)))), text)
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w)
}

func (t *table) writeRatios(w io.Writer) {
	for _, base := range yardsticks {
		if !contains(t.Engines, base) || len(t.Engines) < 2 {
			continue
		}
		fmt.Fprintf(w, "%-*s", nameWidth, "geomean ÷ "+base)
		for _, name := range t.Engines {
			fmt.Fprintf(w, "%*s", columnWidth, t.ratio(name, base))
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "%-*s", nameWidth, "geomean")
	for _, name := range t.Engines {
		fmt.Fprintf(w, "%*s", columnWidth, t.ratio(name, ""))
	}
	fmt.Fprint(w, "\n\n")
}

// ratio is the geometric mean of an engine's medians over those of another, or
// the plain geometric mean. Rows that either cannot run are left out and counted.
func (t *table) ratio(name, base string) string {
	sum, n, missing := 0.0, 0, 0
	for _, row := range t.Rows {
		c, b := t.Cells[row][name], t.Cells[row][base]
		switch {
		case !c.ok() || base != "" && !b.ok():
			missing++
		case base == "":
			sum += math.Log(c.Median)
			n++
		default:
			sum += math.Log(c.Median / b.Median)
			n++
		}
	}
	if n == 0 {
		return "-"
	}
	text := fmt.Sprintf("%.3g", math.Exp(sum/float64(n)))
	if missing > 0 {
		text += fmt.Sprintf("(-%d)", missing)
	}
	return text
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
