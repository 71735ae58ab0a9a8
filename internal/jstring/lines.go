package jstring

import (
	"bytes"
	"sort"
)

// Lines is the line table of a source text.
type Lines struct{ starts []uint32 }

// NewLines finds the lines of source, which end with a LineTerminatorSequence (12.3).
func NewLines(source *String) *Lines {
	l := &Lines{starts: []uint32{0}}
	if source.IsLatin1() {
		l.latin1(source.Latin1())
		return l
	}
	units := source.TwoByte()
	for i, c := range units {
		switch c {
		case '\r':
			if i+1 < len(units) && units[i+1] == '\n' {
				continue
			}
			fallthrough
		case '\n', 0x2028, 0x2029:
			l.starts = append(l.starts, uint32(i+1))
		}
	}
	return l
}

// latin1 adds the lines of a text of bytes.
func (l *Lines) latin1(text []byte) {
	returns := bytes.IndexByte(text, '\r') >= 0
	for at := 0; at < len(text); {
		line := text[at:]
		end := bytes.IndexByte(line, '\n')
		if end >= 0 {
			line = line[:end]
		}
		if returns {
			for i, c := range line {
				if c == '\r' && (i+1 < len(line) || end < 0) {
					l.starts = append(l.starts, uint32(at+i+1))
				}
			}
		}
		if end < 0 {
			return
		}
		at += end + 1
		l.starts = append(l.starts, uint32(at))
	}
}

// LineColumn returns the line, from 1, and the column, from 0, in UTF-16 units, of an offset.
func (l *Lines) LineColumn(offset uint32) (line, column int) {
	line = sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > offset })
	return line, int(offset - l.starts[line-1])
}

// LineStart returns the offset at which a line, counted from 1, starts.
func (l *Lines) LineStart(line int) uint32 { return l.starts[line-1] }

// LineColumn returns line and column of a single offset in source; use a Lines
// for more than one.
func LineColumn(source *String, offset uint32) (line, column int) {
	return NewLines(source).LineColumn(offset)
}
