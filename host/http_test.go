package host

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEndCloses checks that nothing listens any more when a program has ended.
func TestEndCloses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "server.js")
	script := `const server = require('node:net').createServer().listen(0, '127.0.0.1', () => {
  console.log(server.address().port);
  process.exit(5);
});`
	if err := os.WriteFile(file, []byte(script), 0o666); err != nil {
		t.Fatal(err)
	}
	out, stderr, code := runFile(t, file)
	if code != 5 {
		t.Errorf("exit %d, %s", code, stderr)
	}
	if conn, err := net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(out)); err == nil {
		_ = conn.Close()
		t.Error("the server listens still")
	}
}

// TestClient asks a server of Go.
func TestClient(t *testing.T) {
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		w.Header().Set("X-Seen", r.Method+" "+r.URL.Path+" "+r.Header.Get("X-Mine")+" "+r.Host[:9]+" "+string(body))
		w.WriteHeader(203)
		for range 3 {
			_, _ = w.Write([]byte(strings.Repeat("0123456789", 2000)))
			w.(http.Flusher).Flush()
		}
	})
	plain, secure := httptest.NewServer(handler), httptest.NewTLSServer(handler)
	defer plain.Close()
	defer secure.Close()
	file := filepath.Join(t.TempDir(), "client.js")
	script := `const ask = (module, url, then) => {
  const req = require(module).request(url, { method: 'POST', headers: { 'X-Mine': 'yes' }, rejectUnauthorized: false }, (res) => {
    let n = 0;
    res.on('data', (d) => { n += d.length; });
    res.on('end', () => { console.log(res.statusCode, res.headers['x-seen'], n); then(); });
  });
  req.write('some ');
  req.end('text');
};
ask('node:http', '` + plain.URL + `/one', () => ask('node:https', '` + secure.URL + `/two', () => {}));`
	if err := os.WriteFile(file, []byte(script), 0o666); err != nil {
		t.Fatal(err)
	}
	out, stderr, code := runFile(t, file)
	want := "203 POST /one yes 127.0.0.1 some text 60000\n203 POST /two yes 127.0.0.1 some text 60000\n"
	if out != want || code != 0 {
		t.Errorf("exit %d\n got %s\nwant %s%s", code, out, want, stderr)
	}
}

// TestHeads checks that malformed messages are found.
func TestHeads(t *testing.T) {
	for _, test := range []struct{ text, code string }{
		{"GET / HTTP/1.1\r\nA: b\r\n\r\n", ""},
		{"GET / HTTP/1.1\r\nA: b\r\n", ""},
		{"\r\n\r\nGET /x HTTP/1.0\r\n\r\n", ""},
		{"get / HTTP/1.1\r\n\r\n", "HPE_INVALID_METHOD"},
		{"GET / HTTP/2.0\r\n\r\n", "HPE_INVALID_CONSTANT"},
		{"GET  HTTP/1.1\r\n\r\n", "HPE_INVALID_URL"},
		{"GET / HTTP/1.1\r\nA : b\r\n\r\n", "HPE_INVALID_HEADER_TOKEN"},
		{"GET / HTTP/1.1\r\n folded\r\n\r\n", "HPE_INVALID_HEADER_TOKEN"},
		{"GET / HTTP/1.1\r\nA: " + strings.Repeat("x", 20000), "HPE_HEADER_OVERFLOW"},
		{"\x16\x03\x01", "HPE_INVALID_METHOD"},
	} {
		_, bad := readHead([]byte(test.text), false, 16384)
		code := ""
		if bad != nil {
			code = bad.code
		}
		if code != test.code {
			t.Errorf("%.40q: %q, want %q", test.text, code, test.code)
		}
	}
}
