package test262

import (
	"fmt"
	"strings"
)

// Meta is what a test says about itself between "/*---" and "---*/".
type Meta struct {
	Description string
	ESID        string
	Info        string
	Includes    []string
	Features    []string
	Flags       []string
	Locale      []string
	Negative    *Negative
}

// Negative describes the exception that a test must end in.
type Negative struct {
	Phase string // parse, resolution or runtime
	Type  string // name of the constructor
}

// HasFlag reports whether the test carries the flag.
func (m *Meta) HasFlag(name string) bool { return contains(m.Flags, name) }

func contains(list []string, name string) bool {
	for _, s := range list {
		if s == name {
			return true
		}
	}
	return false
}

// ParseMeta reads the frontmatter of a test. A test without one has empty
// metadata, which is legal.
func ParseMeta(source string) (*Meta, error) {
	m := &Meta{}
	start := strings.Index(source, "/*---")
	if start < 0 {
		return m, nil
	}
	text := source[start+len("/*---"):]
	end := strings.Index(text, "---*/")
	if end < 0 {
		return m, fmt.Errorf("frontmatter is not closed")
	}
	r := newYAMLReader(text[:end])
	for r.next() {
		if err := m.set(r); err != nil {
			return m, err
		}
	}
	if r.err != nil {
		return m, r.err
	}
	return m, nil
}

func (m *Meta) set(r *yamlReader) error {
	switch r.key {
	case "description":
		m.Description = r.text()
	case "info":
		m.Info = r.text()
	case "esid":
		m.ESID = r.text()
	case "includes":
		m.Includes = r.list()
	case "features":
		m.Features = r.list()
	case "flags":
		m.Flags = r.list()
	case "locale":
		m.Locale = r.list()
	case "negative":
		fields := r.mapping()
		m.Negative = &Negative{Phase: fields["phase"], Type: fields["type"]}
		if m.Negative.Phase == "" || m.Negative.Type == "" {
			return fmt.Errorf("negative needs phase and type")
		}
	}
	return nil
}

// yamlReader walks the top-level keys of the YAML subset that tests use: plain
// and quoted scalars, block scalars (| and >), flow lists, dashed lists and one
// level of mapping. Nothing else occurs in the suite.
type yamlReader struct {
	lines []string
	pos   int
	key   string
	value string   // what follows the colon on the key's line
	block []string // the more deeply indented lines below it
	err   error
}

func newYAMLReader(text string) *yamlReader {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	return &yamlReader{lines: strings.Split(text, "\n")}
}

func isIndented(line string) bool {
	return line == "" || line[0] == ' ' || line[0] == '\t'
}

// next moves to the next key. The first line that is not blank sets the margin:
// some tests indent their whole frontmatter.
func (r *yamlReader) next() bool {
	for r.pos < len(r.lines) && isSkippable(r.lines[r.pos]) {
		r.pos++
	}
	if r.pos == len(r.lines) {
		return false
	}
	line := r.lines[r.pos]
	margin := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	key, value, ok := strings.Cut(line[len(margin):], ":")
	if !ok {
		r.err = fmt.Errorf("frontmatter line is not a key: %q", line)
		return false
	}
	r.key, r.value = strings.TrimSpace(key), strings.TrimSpace(value)
	r.pos++
	first := r.pos
	for r.pos < len(r.lines) && r.continues(margin) {
		r.pos++
	}
	r.block = r.lines[first:r.pos]
	return true
}

// continues reports whether the current line still belongs to the key before
// it: it is indented more, or it is a dash at the margin, which YAML allows.
func (r *yamlReader) continues(margin string) bool {
	line := r.lines[r.pos]
	if strings.TrimSpace(line) == "" {
		return true
	}
	rest, ok := strings.CutPrefix(line, margin)
	if !ok {
		return false
	}
	if isIndented(rest) {
		return true
	}
	return strings.HasPrefix(rest, "- ") || strings.HasPrefix(strings.TrimSpace(rest), "]")
}

func isSkippable(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || strings.HasPrefix(line, "#")
}

// text is the value as a scalar.
func (r *yamlReader) text() string {
	if r.value != "" && (r.value[0] == '|' || r.value[0] == '>') {
		return blockScalar(r.block, r.value[0] == '>')
	}
	parts := []string{r.value}
	for _, line := range r.block {
		parts = append(parts, strings.TrimSpace(line))
	}
	return unquote(strings.TrimSpace(strings.Join(parts, " ")))
}

func blockScalar(lines []string, folded bool) string {
	margin := -1
	for _, line := range lines {
		if body := strings.TrimLeft(line, " \t"); body != "" {
			if n := len(line) - len(body); margin < 0 || n < margin {
				margin = n
			}
		}
	}
	var out []string
	for _, line := range lines {
		if len(line) >= margin && margin >= 0 {
			line = line[margin:]
		}
		out = append(out, strings.TrimRight(line, " \t"))
	}
	sep := "\n"
	if folded {
		sep = " "
	}
	return strings.TrimSpace(strings.Join(out, sep))
}

// list is the value as a list: "[a, b]" on one or several lines, "- a" lines,
// or a single plain word.
func (r *yamlReader) list() []string {
	var items []string
	flow := r.value
	for _, line := range r.block {
		line = strings.TrimSpace(stripComment(line))
		if item, ok := strings.CutPrefix(line, "-"); ok && !strings.HasPrefix(flow, "[") {
			items = append(items, unquote(strings.TrimSpace(item)))
			continue
		}
		flow += " " + line
	}
	flow = strings.TrimSpace(stripComment(flow))
	flow = strings.TrimSuffix(strings.TrimPrefix(flow, "["), "]")
	for _, item := range strings.Split(flow, ",") {
		if item = unquote(strings.TrimSpace(item)); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// mapping is the value as one level of "key: value" lines.
func (r *yamlReader) mapping() map[string]string {
	fields := map[string]string{}
	for _, line := range r.block {
		if key, value, ok := strings.Cut(stripComment(line), ":"); ok {
			fields[strings.TrimSpace(key)] = unquote(strings.TrimSpace(value))
		}
	}
	return fields
}

func stripComment(s string) string {
	if strings.HasPrefix(strings.TrimSpace(s), "#") {
		return ""
	}
	if i := strings.Index(s, " #"); i >= 0 {
		return s[:i]
	}
	return s
}

func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}
