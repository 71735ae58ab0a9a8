package test262

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
)

// Record is the raw result of one scenario: one line of a results file.
type Record struct {
	Test     string   `json:"test"`
	Mode     Mode     `json:"mode"`
	Outcome  Outcome  `json:"outcome"`
	Phase    string   `json:"phase,omitempty"`
	Error    string   `json:"error,omitempty"`
	Message  string   `json:"message,omitempty"`
	Millis   int      `json:"ms"`
	Retry    string   `json:"retry,omitempty"` // what happened on the first try, if there was a second
	Features []string `json:"features,omitempty"`
}

// Header is the first line of a results file: what the whole suite is, of which
// the file may hold only a part.
type Header struct {
	Suite     string   `json:"suite"` // the revision, or "unknown"
	Tests     int      `json:"tests"`
	Scenarios int      `json:"scenarios"`
	Proposed  []string `json:"proposed"`
}

// Results are raw results of one run or of several merged ones.
type Results struct {
	Header  Header
	Records []Record
}

// HeaderOf describes a suite.
func HeaderOf(s *Suite) Header {
	h := Header{Suite: orElse(s.Revision, "unknown"), Tests: len(s.Tests), Proposed: []string{}}
	for _, t := range s.Tests {
		h.Scenarios += len(t.Meta.Modes())
	}
	for f := range s.Proposed {
		h.Proposed = append(h.Proposed, f)
	}
	sort.Strings(h.Proposed)
	return h
}

// Sort puts the records into the order of tests, then modes.
func (r *Results) Sort() {
	sort.SliceStable(r.Records, func(i, j int) bool {
		a, b := &r.Records[i], &r.Records[j]
		if a.Test != b.Test {
			return a.Test < b.Test
		}
		return a.Mode < b.Mode
	})
}

// Write writes the results as JSON lines.
func (r *Results) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	if err := writeLine(b, r.Header); err != nil {
		return err
	}
	for i := range r.Records {
		if err := writeLine(b, &r.Records[i]); err != nil {
			return err
		}
	}
	return b.Flush()
}

// ReadResults reads what Write wrote. A last line that was cut off when a run
// was killed is left out.
func ReadResults(in io.Reader) (*Results, error) {
	r := bufio.NewReaderSize(in, 1<<16)
	res := &Results{}
	line, err := readLine(r)
	if err != nil {
		return nil, fmt.Errorf("no header: %w", err)
	}
	if err := json.Unmarshal(line, &res.Header); err != nil || res.Header.Suite == "" {
		return nil, errors.New("the first line is not the header of a results file")
	}
	for number := 2; ; number++ {
		line, err := readLine(r)
		if errors.Is(err, io.EOF) {
			return res, nil
		}
		if err != nil {
			return nil, err
		}
		var rec Record
		if err := json.Unmarshal(line, &rec); err != nil {
			if _, more := r.Peek(1); errors.Is(more, io.EOF) {
				return res, nil
			}
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		res.Records = append(res.Records, rec)
	}
}
