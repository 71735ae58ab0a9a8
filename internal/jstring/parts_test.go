package jstring

import (
	"strings"
	"testing"
)

func TestParts(t *testing.T) {
	for _, text := range []string{"", "a", "abc", "key: value; other: 1", strings.Repeat("long text ", 30), "sch\u00f6n", "\u4e2d\u6587 text"} {
		s := FromGo(text)
		for _, span := range [][2]int{{0, s.Len()}, {1, s.Len() - 1}, {0, min(s.Len(), 20)}} {
			from, to := span[0], span[1]
			if from > to {
				continue
			}
			p := Parts{Source: s}
			p.Expect(from, to, 6)
			var got []*String
			var want []string
			for i := range 24 {
				a := min(i%7, s.Len())
				b := min(a+i, s.Len())
				got = append(got, p.Substring(a, b))
				want = append(want, s.Substring(a, b).String())
			}
			for i := range got {
				if got[i].String() != want[i] || got[i].Hash() != FromGo(want[i]).Hash() {
					t.Errorf("%q [%d,%d): part %d is %q, want %q", text, from, to, i, got[i], want[i])
				}
				if longer := Concat(got[i], FromGo("!")); longer.String() != want[i]+"!" || got[i].String() != want[i] {
					t.Errorf("%q: appending to a part gave %q", text, longer)
				}
			}
		}
	}
}
