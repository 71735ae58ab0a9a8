package test262

import (
	"fmt"
	"os"
)

// Merge joins results of the same suite. Where files overlap the later one counts.
func Merge(parts ...*Results) (*Results, error) {
	out := &Results{}
	index := map[string]int{}
	for i, part := range parts {
		if i == 0 {
			out.Header = part.Header
		} else if h := part.Header; h.Suite != out.Header.Suite || h.Tests != out.Header.Tests || h.Scenarios != out.Header.Scenarios {
			return nil, fmt.Errorf("results are of different suites: %s with %d tests and %s with %d",
				out.Header.Suite, out.Header.Tests, h.Suite, h.Tests)
		}
		for _, rec := range part.Records {
			key := rec.Test + " " + string(rec.Mode)
			if at, ok := index[key]; ok {
				out.Records[at] = rec
				continue
			}
			index[key] = len(out.Records)
			out.Records = append(out.Records, rec)
		}
	}
	out.Sort()
	return out, nil
}

// readResultFiles merges results files.
func readResultFiles(names []string) (*Results, error) {
	var parts []*Results
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		part, err := ReadResults(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		parts = append(parts, part)
	}
	return Merge(parts...)
}
