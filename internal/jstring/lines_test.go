package jstring

import (
	"slices"
	"testing"
)

func TestLineColumn(t *testing.T) {
	source := FromGo("a\nbc\r\nd\re\u2028f\U0001F600g")
	for _, c := range []struct {
		offset       uint32
		line, column int
	}{{0, 1, 0}, {1, 1, 1}, {2, 2, 0}, {4, 2, 2}, {5, 2, 3}, {6, 3, 0}, {8, 4, 0}, {10, 5, 0}, {13, 5, 3}, {14, 5, 4}} {
		if line, column := LineColumn(source, c.offset); line != c.line || column != c.column {
			t.Errorf("offset %d is at %d:%d, want %d:%d", c.offset, line, column, c.line, c.column)
		}
	}
	if start := NewLines(source).LineStart(4); start != 8 {
		t.Errorf("line 4 starts at %d", start)
	}
}

func TestLinesOfBothForms(t *testing.T) {
	for _, text := range []string{"", "\n", "\r", "\r\n", "\n\r", "a\r\rb\r\n\nc\r", "\r\n\r", "x\ny", "no end", "é\nü\r\n"} {
		wide := FromGo(text + "\u0100")
		narrow := FromGo(text)
		got, want := NewLines(narrow).starts, NewLines(wide).starts
		if !slices.Equal(got, want) {
			t.Errorf("%q: lines start at %v, want %v", text, got, want)
		}
	}
}
