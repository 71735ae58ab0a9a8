package test262

import (
	"fmt"
	"testing"
)

func TestMatchPath(t *testing.T) {
	for _, test := range []struct {
		pattern, path string
		want          bool
	}{
		{"Array", "built-ins/Array/length.js", true},
		{"test/built-ins/Array", "built-ins/Array/length.js", true},
		{"Map", "built-ins/Array/length.js", false},
		{"built-ins/*/length.js", "built-ins/Array/length.js", true},
		{"built-ins/*", "built-ins/Array/length.js", false},
		{"built-ins/**", "built-ins/Array/length.js", true},
		{"**/length.js", "built-ins/Array/length.js", true},
		{"**/length.js", "length.js", true},
		{"built-ins/**/length.js", "built-ins/length.js", true},
		{"built-ins/**/length.js", "built-ins/a/b/length.js", true},
		{"built-ins/**/length.js", "built-ins/a/b/strength.js", false},
		{"**/a*b/*.js", "x/a/ab/acb/c.js", true},
		{"?uilt-ins/**", "built-ins/a.js", true},
		{"built?ins", "built/ins", false},
		{"*", "a/b", false},
		{"**", "a/b", true},
		{"a*", "a", true},
		{"**a", "aaab", false},
	} {
		if got := matchPath(test.pattern, test.path); got != test.want {
			t.Errorf("matchPath(%q, %q) = %v", test.pattern, test.path, got)
		}
	}
}

func TestShardsPartition(t *testing.T) {
	const n, tests = 4, 2000
	counts := make([]int, n)
	for i := 0; i < tests; i++ {
		path, owners := fmt.Sprintf("language/x/%d.js", i), 0
		for k := 1; k <= n; k++ {
			s, err := ParseShard(fmt.Sprintf("%d/%d", k, n))
			if err != nil {
				t.Fatal(err)
			}
			if s.Has(path) {
				owners++
				counts[k-1]++
			}
		}
		if owners != 1 {
			t.Fatalf("%s is in %d shards", path, owners)
		}
	}
	for k, c := range counts {
		if c < tests/n/2 || c > tests/n*2 {
			t.Errorf("shard %d has %d of %d tests", k+1, c, tests)
		}
	}
	first, _ := ParseShard("0/4")
	last, _ := ParseShard("4/4")
	if first != last {
		t.Errorf("0/4 and 4/4 differ")
	}
	if !(Shard{}).Has("anything") {
		t.Error("the zero shard leaves tests out")
	}
	for _, bad := range []string{"", "1", "5/4", "-1/4", "1/0", "a/b", "1/2/3"} {
		if _, err := ParseShard(bad); err == nil {
			t.Errorf("ParseShard(%q) succeeded", bad)
		}
	}
}

func TestShardIsStable(t *testing.T) {
	// A change of the hash would mix old and new shards of one suite.
	if got := shardOf("built-ins/Array/length.js", 1000); got != 650 {
		t.Errorf("the test moved to shard %d of 1000", got)
	}
}

func shardOf(path string, count int) int {
	for i := 0; i < count; i++ {
		if (Shard{i, count}).Has(path) {
			return i
		}
	}
	return -1
}

func TestPick(t *testing.T) {
	tests := []*Test{
		{"built-ins/Array/a.js", &Meta{Features: []string{"x"}}},
		{"built-ins/Map/b.js", &Meta{Features: []string{"x", "y"}}},
		{"language/c.js", &Meta{}},
	}
	for _, test := range []struct {
		sel  Selection
		want string
	}{
		{Selection{}, "[built-ins/Array/a.js built-ins/Map/b.js language/c.js]"},
		{Selection{Filters: []string{"Array", "language/**"}}, "[built-ins/Array/a.js language/c.js]"},
		{Selection{Features: []string{"x"}, SkipFeatures: []string{"y"}}, "[built-ins/Array/a.js]"},
	} {
		var got []string
		for _, t := range test.sel.Pick(tests) {
			got = append(got, t.Path)
		}
		if fmt.Sprint(got) != test.want {
			t.Errorf("%+v: %v, want %s", test.sel, got, test.want)
		}
	}
}
