package host

import (
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// The binding of node:http: a server of Go whose requests are answered by
// script. Each request waits on its goroutine until the script ends the answer.

// maxRequestBody bounds what a request may send.
const maxRequestBody = 16 << 20

// answer is what a script has said to a request; it is used on the VM's
// goroutine until done is closed.
type answer struct {
	status int
	header http.Header
	body   []byte
	ended  bool
	done   chan struct{}
}

func (h *Host) httpBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{{"listen", 3, h.httpListen}})
}

// httpListen is listen ( port, host, onRequest ): it returns { port, close }.
func (h *Host) httpListen(c *vmapi.Call) (vmapi.Value, error) {
	address := net.JoinHostPort(c.Arg(1).Text(), strconv.Itoa(int(c.Arg(0).Number())))
	listener, err := net.Listen("tcp", address)
	if err != nil {
		e := c.NewError("Error", "", "listen EADDRINUSE: address already in use "+address)
		if strings.Contains(err.Error(), "permission") {
			e = c.NewError("Error", "", "listen EACCES: permission denied "+address)
		}
		if setErr := setAll(c, e, "code", "EADDRINUSE", "syscall", "listen", "port", c.Arg(0)); setErr != nil {
			return vmapi.Value{}, setErr
		}
		return vmapi.Value{}, c.Throw(e)
	}
	onRequest := c.Arg(2)
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h.serve(w, r, onRequest) })}
	h.vm.Expect(1)
	go func() {
		_ = server.Serve(listener) // it ends by Close
	}()
	o := c.NewObject()
	closed := false
	err = defineMethods(c, o, []method{{"close", 0, func(c *vmapi.Call) (vmapi.Value, error) {
		if !closed {
			closed = true
			h.vm.Expect(-1)
			_ = listener.Close()
		}
		return vmapi.Value{}, nil
	}}})
	if err != nil {
		return o, err
	}
	return o, c.Set(o, "port", listener.Addr().(*net.TCPAddr).Port)
}

// serve runs on a goroutine of the server.
func (h *Host) serve(w http.ResponseWriter, r *http.Request, onRequest vmapi.Value) {
	body, err := io.ReadAll(io.LimitReader(r.Body, maxRequestBody))
	if err != nil {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	a := &answer{status: http.StatusOK, header: w.Header(), done: make(chan struct{})}
	h.vm.Post(func(c *vmapi.Call) error {
		request, err := h.requestObject(c, r, body)
		if err != nil {
			return err
		}
		response, err := h.responseObject(c, a)
		if err != nil {
			return err
		}
		_, err = c.Call(onRequest, nil, request, response)
		return err
	})
	select {
	case <-a.done:
	case <-r.Context().Done():
		return
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body) // the client may have gone
}

func (h *Host) requestObject(c *vmapi.Call, r *http.Request, body []byte) (vmapi.Value, error) {
	headers := c.NewObject()
	for name, values := range r.Header {
		if err := c.Set(headers, strings.ToLower(name), strings.Join(values, ", ")); err != nil {
			return headers, err
		}
	}
	if err := c.Set(headers, "host", r.Host); err != nil {
		return headers, err
	}
	o := c.NewObject()
	return o, setAll(c, o, "method", r.Method, "url", r.RequestURI, "headers", headers, "httpVersion", strings.TrimPrefix(r.Proto, "HTTP/"), "body", string(body))
}

func (h *Host) responseObject(c *vmapi.Call, a *answer) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{
		{"header", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			v, err := c.ToString(c.Arg(1))
			if err == nil && !a.ended {
				a.header.Set(c.Arg(0).Text(), v)
			}
			return vmapi.Value{}, err
		}},
		{"status", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if n := int(c.Arg(0).Number()); !a.ended && n >= 100 && n <= 999 {
				a.status = n
			}
			return vmapi.Value{}, nil
		}},
		{"write", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			data, ok := c.Arg(0).Bytes()
			if !ok {
				data = []byte(c.Arg(0).Text())
			}
			if !a.ended {
				a.body = append(a.body, data...)
			}
			return vmapi.Value{}, nil
		}},
		{"end", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			if !a.ended {
				a.ended = true
				close(a.done)
			}
			return vmapi.Value{}, nil
		}},
	})
}
