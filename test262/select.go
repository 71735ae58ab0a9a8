package test262

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
)

// Selection says which tests of the suite are run.
type Selection struct {
	Filters      []string // any of these patterns, or all tests when there are none
	Features     []string // at least one of these features, when there are any
	SkipFeatures []string // none of these features
	Shard        Shard
}

// Pick returns the selected tests in order.
func (sel *Selection) Pick(tests []*Test) []*Test {
	var out []*Test
	for _, t := range tests {
		if sel.wants(t) {
			out = append(out, t)
		}
	}
	return out
}

func (sel *Selection) wants(t *Test) bool {
	return sel.Shard.Has(t.Path) &&
		(len(sel.Filters) == 0 || matchesAny(sel.Filters, t.Path)) &&
		(len(sel.Features) == 0 || intersects(sel.Features, t.Meta.Features)) &&
		!intersects(sel.SkipFeatures, t.Meta.Features)
}

func matchesAny(patterns []string, path string) bool {
	for _, p := range patterns {
		if matchPath(p, path) {
			return true
		}
	}
	return false
}

func intersects(a, b []string) bool {
	for _, s := range a {
		if contains(b, s) {
			return true
		}
	}
	return false
}

// Shard is one of Count parts of the suite. Which part a test is in depends on
// its path alone, so shards of different machines and days fit together. Indices
// are taken modulo Count: both 0…n-1 and 1…n name all the parts.
type Shard struct{ Index, Count int }

// ParseShard reads "i/n".
func ParseShard(s string) (Shard, error) {
	a, b, ok := strings.Cut(s, "/")
	i, err1 := strconv.Atoi(a)
	n, err2 := strconv.Atoi(b)
	if !ok || err1 != nil || err2 != nil || n < 1 || i < 0 || i > n {
		return Shard{}, fmt.Errorf("shard %q is not i/n with 0 ≤ i ≤ n", s)
	}
	return Shard{i % n, n}, nil
}

// Has reports whether the test at path belongs to the shard. The zero Shard has
// all tests.
func (s Shard) Has(path string) bool {
	if s.Count <= 1 {
		return true
	}
	h := fnv.New32a()
	h.Write([]byte(path))
	return int(h.Sum32()%uint32(s.Count)) == s.Index
}
