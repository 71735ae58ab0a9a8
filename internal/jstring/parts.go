package jstring

import "unsafe"

// Parts makes several substrings of one string that are likely to live and die
// together, as the captures of a match do.
type Parts struct {
	Source *String

	headers  []String
	units    []byte // a copy of Source[from:from+len(units)]
	from, to int
}

// partsMax bounds the units and the strings that share an allocation, and so
// what one survivor among them can keep alive.
const partsMax = 128

// Expect announces n substrings, most of them within [from,to).
func (p *Parts) Expect(from, to, n int) {
	p.Source.Flatten()
	if to-from > partsMax || to-from < 2 || p.Source.flags&flagTwoByte != 0 {
		return
	}
	p.from, p.to = from, to
	p.units = append(make([]byte, 0, to-from), p.Source.Latin1()[from:to]...)
	p.headers = make([]String, min(n, partsMax/8))
}

// Substring is Source.Substring(from, to).
//
// OPT: short ones share one copy of the units and one allocation of headers
// (TestParts).
func (p *Parts) Substring(from, to int) *String {
	n := to - from
	if n < 2 || n == int(p.Source.length) || from < p.from || to > p.to || len(p.headers) == 0 {
		return p.Source.Substring(from, to)
	}
	s := &p.headers[0]
	p.headers = p.headers[1:]
	s.data, s.length = unsafe.Pointer(&p.units[from-p.from]), uint32(n)
	return s
}
