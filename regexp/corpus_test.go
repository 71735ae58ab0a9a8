package regexp

import (
	"bufio"
	"cmp"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

// jsonString decodes a JSON string literal, keeping lone surrogates.
func jsonString(t *testing.T, raw json.RawMessage) *jstring.String {
	var b jstring.Builder
	for i := 1; i < len(raw)-1; i++ {
		c := raw[i]
		if c != '\\' {
			b.Unit(uint16(c))
			continue
		}
		i++
		switch c = raw[i]; c {
		case 'b', 'f', 'n', 'r', 't':
			b.Unit(map[byte]uint16{'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}[c])
		case 'u':
			u, err := strconv.ParseUint(string(raw[i+1:i+5]), 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			b.Unit(uint16(u))
			i += 4
		default:
			b.Unit(uint16(c))
		}
	}
	return b.String()
}

// testdata/exec.jsonl holds pattern, flags, input, lastIndex and the expected
// captures or null: random patterns with the results of another engine.
// BURROW_REGEXP_CASES names a further file in this format.
func TestCorpus(t *testing.T) {
	for _, name := range []string{"testdata/exec.jsonl", cmp.Or(os.Getenv("BURROW_REGEXP_CASES"), os.DevNull)} {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		var m Matcher
		bad := 0
		scanner := bufio.NewScanner(file)
		scanner.Buffer(nil, 1<<24)
		for scanner.Scan() && bad < 20 {
			var c [5]json.RawMessage
			if err := json.Unmarshal(scanner.Bytes(), &c); err != nil {
				t.Fatal(err)
			}
			var lastIndex int
			var want []int
			if json.Unmarshal(c[3], &lastIndex) != nil || json.Unmarshal(c[4], &want) != nil {
				t.Fatalf("bad case %s", scanner.Bytes())
			}
			p, err := Compile(jsonString(t, c[0]), jsonString(t, c[1]))
			if err != nil {
				t.Errorf("%s: %v", scanner.Bytes(), err)
				bad++
				continue
			}
			input := jsonString(t, c[2])
			got, _, err := p.Match(&m, input, lastIndex)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: got %v, %v", scanner.Bytes(), got, err)
				bad++
			}
			got, _, err = p.Test(&m, input, lastIndex)
			if err != nil || len(got) > 2 || !slices.Equal(got, want[:min(2, len(want))]) {
				t.Errorf("%s: test mode got %v, %v", scanner.Bytes(), got, err)
				bad++
			}
		}
		if err := scanner.Err(); err != nil {
			t.Error(err)
		}
	}
}
