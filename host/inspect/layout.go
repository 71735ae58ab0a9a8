package inspect

import (
	"math"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// reduce puts the entries of an object together: on one line if at most Compact
// levels are inside and the line is short enough, else below each other.
func (p *printer) reduce(output []string, base, open, end string, array bool, level int, v vmapi.Value) string {
	entries := len(output)
	if p.Compact == CompactFully {
		return p.reduceFully(output, base, open, end)
	}
	if p.Compact > 0 && array && entries > 6 {
		output = p.group(output, v)
	}
	prefix := ""
	if base != "" {
		prefix = base + " "
	}
	if p.Compact > 0 && p.currentDepth-level < p.Compact && entries == len(output) {
		start := len(output) + p.indent + length(open) + length(base) + 10
		if p.fits(output, start, base) {
			if joined := strings.Join(output, ", "); !strings.Contains(joined, "\n") {
				return prefix + open + " " + joined + " " + end
			}
		}
	}
	nl := "\n" + strings.Repeat(" ", p.indent)
	return prefix + open + nl + "  " + strings.Join(output, ","+nl+"  ") + nl + end
}

// reduceFully is reduce for compact: true.
func (p *printer) reduceFully(output []string, base, open, end string) string {
	if base != "" {
		base = " " + base
	}
	if p.fits(output, 0, base) {
		return open + base + " " + strings.Join(output, ", ") + " " + end
	}
	nl := "\n" + strings.Repeat(" ", p.indent)
	line := base + nl + "  "
	if base == "" && len(open) == 1 {
		line = " "
	}
	return open + line + strings.Join(output, ","+nl+"  ") + " " + end
}

func (p *printer) fits(output []string, start int, base string) bool {
	total := len(output) + start
	if total+len(output) > p.BreakLength {
		return false
	}
	for _, s := range output {
		if total += p.width(s); total > p.BreakLength {
			return false
		}
	}
	return base == "" || !strings.Contains(base, "\n")
}

// group arranges the elements of an array in columns if they are many and of
// similar length.
func (p *printer) group(output []string, v vmapi.Value) []string {
	const gap = 2
	n := len(output)
	if p.MaxArrayLength < n {
		n-- // "... more items" stays by itself
	}
	total, longest := 0, 0
	lengths := make([]int, n)
	for i := range n {
		lengths[i] = p.columns(output[i])
		total += lengths[i] + gap
		longest = max(longest, lengths[i])
	}
	widest := longest + gap
	if !(widest*3+p.indent < p.BreakLength && (float64(total)/float64(widest) > 5 || longest <= 6)) {
		return output
	}
	bias := math.Sqrt(float64(widest) - float64(total)/float64(len(output)))
	biased := math.Max(float64(widest)-3-bias, 1)
	columns := min(
		int(math.Floor(math.Sqrt(2.5*biased*float64(n))/biased+0.5)),
		(p.BreakLength-p.indent)/widest,
		p.Compact*4,
		15,
	)
	if columns <= 1 {
		return output
	}
	widths := make([]int, columns)
	for i := range columns {
		for j := i; j < n; j += columns {
			widths[i] = max(widths[i], lengths[j])
		}
		widths[i] += gap
	}
	right := p.allNumbers(v, len(output))
	var rows []string
	for i := 0; i < n; i += columns {
		end := min(i+columns, n)
		var sb strings.Builder
		for j := i; j < end; j++ {
			last := j == end-1
			pad := strings.Repeat(" ", max(widths[j-i]-lengths[j]-gap, 0))
			if right {
				sb.WriteString(pad)
			}
			sb.WriteString(output[j])
			if !last {
				sb.WriteString(", ")
				if !right {
					sb.WriteString(pad)
				}
			}
		}
		rows = append(rows, sb.String())
	}
	if p.MaxArrayLength < len(output) {
		rows = append(rows, output[n])
	}
	return rows
}

func (p *printer) allNumbers(v vmapi.Value, n int) bool {
	if !v.IsObject() {
		return true
	}
	for i := range n {
		e, err := p.c.Index(v, i)
		if err != nil || !e.IsNumber() && !e.IsBigInt() {
			return false
		}
	}
	return true
}
