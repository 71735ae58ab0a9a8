package test262

import "strings"

// matchPath reports whether a test's path matches a pattern. In a pattern "*"
// and "?" stay within one folder and "**" crosses folders; a pattern without any
// of them matches every path that contains it.
func matchPath(pattern, path string) bool {
	pattern = strings.TrimPrefix(pattern, "test/")
	if !isGlob(pattern) {
		return strings.Contains(path, pattern)
	}
	return matchGlob(pattern, path)
}

func isGlob(pattern string) bool { return strings.ContainsAny(pattern, "*?") }

// matchGlob matches with backtracking to the last star of each kind, so its time
// is bounded by the product of the lengths.
func matchGlob(pattern, path string) bool {
	type retry struct{ pattern, path int }
	star, deep := retry{-1, 0}, retry{-1, 0}
	p, i := 0, 0
	for i < len(path) || p < len(pattern) {
		if p < len(pattern) {
			switch {
			case strings.HasPrefix(pattern[p:], "**"):
				p += 2
				if p < len(pattern) && pattern[p] == '/' && (i == 0 || path[i-1] == '/') {
					p++
				}
				deep, star = retry{p, i}, retry{-1, 0}
				continue
			case pattern[p] == '*':
				p++
				star = retry{p, i}
				continue
			case i < len(path) && (pattern[p] == path[i] || pattern[p] == '?' && path[i] != '/'):
				p++
				i++
				continue
			}
		}
		switch {
		case star.pattern >= 0 && star.path < len(path) && path[star.path] != '/':
			star.path++
			p, i = star.pattern, star.path
		case deep.pattern >= 0 && deep.path < len(path):
			deep.path++
			p, i, star = deep.pattern, deep.path, retry{-1, 0}
		default:
			return false
		}
	}
	return true
}
