package interp

// Questions about the graph below a module, which may have any depth.

// walk calls f for every module of the graph that enter lets in, until it
// returns false.
func (m *Module) walk(enter, f func(m *Module) bool) {
	seen := map[*Module]bool{m: true}
	work := []*Module{m}
	for len(work) > 0 {
		next := work[len(work)-1]
		work = work[:len(work)-1]
		if !f(next) {
			return
		}
		for _, r := range next.Requested {
			if r != nil && !seen[r] && enter(r) {
				seen[r] = true
				work = append(work, r)
			}
		}
	}
}

// HasAsyncGraph reports whether a module of the graph has a top-level await.
func (m *Module) HasAsyncGraph() bool {
	found := false
	m.walk(func(*Module) bool { return true }, func(m *Module) bool {
		found = m.compiled != nil && m.compiled.HasTLA
		return !found
	})
	return found
}

// FirstUnanswered returns a module of the graph and the specifier of a request
// for which it has no module yet.
func (m *Module) FirstUnanswered() (open *Module, specifier string, found bool) {
	unlinked := func(m *Module) bool { return m.Status == ModuleUnlinked }
	if !unlinked(m) {
		return nil, "", false
	}
	m.walk(unlinked, func(m *Module) bool {
		for i, r := range m.Requested {
			if r == nil {
				open, specifier, found = m, m.compiled.Requests[i].Specifier.String(), true
				return false
			}
		}
		return true
	})
	return open, specifier, found
}
