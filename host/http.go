package host

import (
	"bytes"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// The binding of node:http: reading the heads of messages. The rest of the
// protocol is in lib/internal_http_*.js, over node:net.

func (h *Host) httpBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{{"head", 3, h.parseHead}})
}

// head is what comes before the body of a message.
type head struct {
	size           int // bytes, with the empty line
	method, target string
	major, minor   int
	status         int
	reason         string
	fields         []string // names and values
}

// headError is a malformed head: Node's code and message.
type headError struct{ code, text string }

// parseHead is head ( bytes, isResponse, limit ): nothing if the head is not
// complete, [ code, message ] if it is malformed, or
// [ size, method, target, status, reason, major, minor, fields ].
func (h *Host) parseHead(c *vmapi.Call) (vmapi.Value, error) {
	data, _ := c.Arg(0).Bytes()
	if err := c.Tick(len(data) / 16); err != nil {
		return vmapi.Value{}, err
	}
	m, bad := readHead(data, c.Arg(1).Bool(), int(c.Arg(2).Number()))
	if bad != nil {
		return h.strings(c, []string{bad.code, bad.text}), nil
	}
	if m == nil {
		return vmapi.Value{}, nil
	}
	var out []vmapi.Value
	for _, x := range []any{m.size, m.method, m.target, m.status, m.reason, m.major, m.minor} {
		v, err := h.vm.ToValue(x)
		if err != nil {
			return v, err
		}
		out = append(out, v)
	}
	return c.NewArray(append(out, h.strings(c, m.fields))...), nil
}

func readHead(data []byte, response bool, limit int) (*head, *headError) {
	start := 0
	for start < len(data) && (data[start] == '\r' || data[start] == '\n') {
		start++ // lines between messages
	}
	end := bytes.Index(data[start:], []byte("\r\n\r\n"))
	if end > limit || end < 0 && len(data)-start > limit {
		return nil, &headError{"HPE_HEADER_OVERFLOW", "Parse Error: Header overflow"}
	}
	m := &head{}
	if end < 0 {
		// A first line that can be none is found early.
		line, _, complete := bytes.Cut(data[start:], []byte("\r\n"))
		if complete || len(line) > 0 && (line[0] < 'A' || line[0] > 'Z') {
			return nil, m.firstLine(latin1(line), response)
		}
		return nil, nil
	}
	m.size = start + end + 4
	lines := strings.Split(latin1(data[start:start+end]), "\r\n")
	if bad := m.firstLine(lines[0], response); bad != nil {
		return nil, bad
	}
	for _, line := range lines[1:] {
		name, value, ok := strings.Cut(line, ":")
		if !ok || name == "" || !isToken(name) {
			return nil, &headError{"HPE_INVALID_HEADER_TOKEN", "Parse Error: Invalid header token"}
		}
		if strings.ContainsAny(value, "\x00\r\n") {
			return nil, &headError{"HPE_INVALID_HEADER_TOKEN", "Parse Error: Invalid header value char"}
		}
		m.fields = append(m.fields, name, textproto.TrimString(value))
	}
	return m, nil
}

// firstLine reads a request line or a status line.
func (m *head) firstLine(line string, response bool) *headError {
	if response {
		version, rest, _ := strings.Cut(line, " ")
		if !m.version(version) {
			return &headError{"HPE_INVALID_CONSTANT", "Parse Error: Expected HTTP/"}
		}
		code, reason, _ := strings.Cut(rest, " ")
		n, err := strconv.Atoi(code)
		if err != nil || len(code) != 3 {
			return &headError{"HPE_INVALID_STATUS", "Parse Error: Invalid status code"}
		}
		m.status, m.reason = n, reason
		return nil
	}
	method, rest, _ := strings.Cut(line, " ")
	if !isToken(method) || strings.ToUpper(method) != method {
		return &headError{"HPE_INVALID_METHOD", "Parse Error: Invalid method encountered"}
	}
	target, version, _ := strings.Cut(rest, " ")
	if target == "" || strings.ContainsAny(target, "\t\x00") {
		return &headError{"HPE_INVALID_URL", "Parse Error: Invalid url"}
	}
	if !m.version(version) {
		return &headError{"HPE_INVALID_CONSTANT", "Parse Error: Expected HTTP/"}
	}
	m.method, m.target = method, target
	return nil
}

func (m *head) version(s string) bool {
	v, ok := strings.CutPrefix(s, "HTTP/")
	if !ok || len(v) != 3 || v[1] != '.' || v[0] != '1' || v[2] != '0' && v[2] != '1' {
		return false
	}
	m.major, m.minor = int(v[0]-'0'), int(v[2]-'0')
	return true
}

// isToken tells whether s is a token of RFC 9110, section 5.6.2.
func isToken(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c >= 0x7f || strings.IndexByte(`"(),/:;<=>?@[\]{}`, c) >= 0 {
			return false
		}
	}
	return s != ""
}

// latin1 makes a string of bytes that are characters each.
func latin1(data []byte) string {
	for _, b := range data {
		if b >= 0x80 {
			runes := make([]rune, len(data))
			for i, b := range data {
				runes[i] = rune(b)
			}
			return string(runes)
		}
	}
	return string(data)
}
