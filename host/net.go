package host

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// The binding of node:net: connections and listeners. A connection is read when
// the script asks for more, one goroutine for each read, so that a slow reader
// slows the other side down. Connections and listeners keep the loop alive until
// they are closed or unref'd.

// connection is one end of a stream of bytes.
type connection struct {
	h      *Host
	conn   net.Conn
	raw    net.Conn // below TLS
	keep   keeper
	closed bool
	writes sync.Mutex // writes are in order
	queued int        // writes that wait for their goroutine
}

// What is written goes out at once where the system takes it, as in Node, so
// that a write is over before its answer is read. The rest waits elsewhere.
const (
	writePatience = 2 * time.Millisecond
	writeAtOnce   = 1 << 16 // bytes
)

func (h *Host) netBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{
		{"connect", 4, h.netConnect}, {"listen", 4, h.netListen}, {"lookup", 3, h.netLookup},
		{"isIP", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			s, _, _ := strings.Cut(c.Arg(0).Text(), "%")
			ip := net.ParseIP(s)
			switch {
			case ip == nil:
				return h.vm.ToValue(0)
			case strings.Contains(s, ":"):
				return h.vm.ToValue(6)
			}
			return h.vm.ToValue(4)
		}},
	})
}

// netConnect is connect ( host, port, path, callback ): it calls back with
// (error, connection) and returns a function that gives up.
func (h *Host) netConnect(c *vmapi.Call) (vmapi.Value, error) {
	host, port, path, callback := c.Arg(0).Text(), int(c.Arg(1).Number()), c.Arg(2), c.Arg(3)
	network, address := "tcp", net.JoinHostPort(host, itoa(port))
	if path.IsString() {
		network, address, host, port = "unix", h.abs(path.Text()), path.Text(), -1
	}
	ctx, cancel := context.WithCancel(context.Background())
	var conn net.Conn
	var err error
	h.background(func() { conn, err = (&net.Dialer{}).DialContext(ctx, network, address) }, func(c *vmapi.Call) error {
		defer cancel()
		if err != nil {
			call := "connect"
			var dns *net.DNSError
			var op *net.OpError
			switch {
			case errors.As(err, &dns):
				call, port = "getaddrinfo", -1
			case errors.As(err, &op) && op.Addr != nil:
				if tcp, ok := op.Addr.(*net.TCPAddr); ok {
					host = tcp.IP.String()
				}
			}
			e, setErr := netFailure(c, err, call, host, port)
			if setErr != nil {
				return setErr
			}
			_, err := c.Call(callback, nil, e)
			return err
		}
		o, err := h.connectionObject(c, conn)
		if err == nil {
			_, err = c.Call(callback, nil, h.vm.Null(), o)
		}
		return err
	})
	return c.NewFunction("", 0, func(*vmapi.Call) (vmapi.Value, error) { cancel(); return vmapi.Value{}, nil }), nil
}

// connectionObject is the handle of a connection.
func (h *Host) connectionObject(c *vmapi.Call, conn net.Conn) (vmapi.Value, error) {
	n := &connection{h: h, conn: conn, raw: conn, keep: keeper{h: h}}
	n.keep.set(true)
	h.open[conn] = true
	o := c.NewObject()
	err := defineMethods(c, o, []method{
		{"read", 1, n.read}, {"write", 2, n.write}, {"shutdown", 1, n.shutdown}, {"secure", 2, n.secure},
		{"close", 0, func(*vmapi.Call) (vmapi.Value, error) { n.close(); return vmapi.Value{}, nil }},
		{"reset", 0, func(*vmapi.Call) (vmapi.Value, error) {
			if tcp, ok := n.conn.(*net.TCPConn); ok {
				_ = tcp.SetLinger(0) // then closing resets
			}
			n.close()
			return vmapi.Value{}, nil
		}},
		{"ref", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			n.keep.set(c.Arg(0).Bool() && !n.closed)
			return vmapi.Value{}, nil
		}},
		{"noDelay", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if tcp, ok := n.conn.(*net.TCPConn); ok {
				_ = tcp.SetNoDelay(c.Arg(0).Bool()) // a wish
			}
			return vmapi.Value{}, nil
		}},
		{"keepAlive", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			if tcp, ok := n.conn.(*net.TCPConn); ok {
				_ = tcp.SetKeepAlive(c.Arg(0).Bool()) // a wish
				if ms := c.Arg(1).Number(); ms > 0 {
					_ = tcp.SetKeepAlivePeriod(time.Duration(ms) * time.Millisecond)
				}
			}
			return vmapi.Value{}, nil
		}},
	})
	if err != nil {
		return o, err
	}
	local, err := addressObject(c, conn.LocalAddr())
	if err != nil {
		return o, err
	}
	remote, err := addressObject(c, conn.RemoteAddr())
	if err != nil {
		return o, err
	}
	return o, setAll(c, o, "local", local, "remote", remote)
}

// addressObject is { address, family, port }, in Node's order.
func addressObject(c *vmapi.Call, a net.Addr) (vmapi.Value, error) {
	o := c.NewObject()
	tcp, ok := a.(*net.TCPAddr)
	if !ok {
		return o, nil
	}
	family := "IPv6"
	if tcp.IP.To4() != nil {
		family = "IPv4"
	}
	return o, setAll(c, o, "address", tcp.IP.String(), "family", family, "port", tcp.Port)
}

func (n *connection) close() {
	n.keep.set(false)
	if !n.closed {
		n.closed = true
		conn := n.conn
		delete(n.h.open, n.raw)
		go conn.Close() // it may wait
	}
}

// later runs work on a goroutine and done as an event, without keeping the loop alive.
func (n *connection) later(work func(), done func(c *vmapi.Call) error) {
	go func() {
		work()
		n.h.post(done)
	}()
}

// reply calls back with an error, if there is one.
func (n *connection) reply(c *vmapi.Call, callback vmapi.Value, call string, err error) error {
	if err == nil || n.closed {
		_, err = c.Call(callback, nil)
		return err
	}
	e, setErr := netFailure(c, err, call, "", -1)
	if setErr == nil {
		_, setErr = c.Call(callback, nil, e)
	}
	return setErr
}

// read is read ( callback ): (error, bytes), no bytes at the end.
func (n *connection) read(c *vmapi.Call) (vmapi.Value, error) {
	callback, conn := c.Arg(0), n.conn
	var data []byte
	var err error
	n.later(func() {
		buf := make([]byte, 1<<16)
		var k int
		for k == 0 && err == nil {
			k, err = conn.Read(buf)
		}
		data = buf[:k]
	}, func(c *vmapi.Call) error {
		if n.closed {
			return nil
		}
		if len(data) == 0 && err != nil && err != io.EOF {
			return n.reply(c, callback, "read", err)
		}
		chunk, err := newBytes(c, data)
		if err == nil {
			_, err = c.Call(callback, nil, n.h.vm.Null(), chunk)
		}
		return err
	})
	return vmapi.Value{}, nil
}

// write is write ( bytes, callback ).
func (n *connection) write(c *vmapi.Call) (vmapi.Value, error) {
	data, callback, conn := bytesOf(c.Arg(0)), c.Arg(1), n.conn
	if n.queued == 0 && conn == n.raw && len(data) <= writeAtOnce {
		rest, err := writeNow(conn, data)
		if len(rest) == 0 || err != nil {
			return vmapi.Value{}, n.reply(c, callback, "write", err)
		}
		data = rest
	}
	n.queued++
	var err error
	n.later(func() {
		n.writes.Lock()
		defer n.writes.Unlock()
		_, err = conn.Write(data)
	}, func(c *vmapi.Call) error {
		n.queued--
		return n.reply(c, callback, "write", err)
	})
	return vmapi.Value{}, nil
}

// writeNow writes what conn takes without delay and returns what is left.
func writeNow(conn net.Conn, data []byte) (rest []byte, err error) {
	if err := conn.SetWriteDeadline(time.Now().Add(writePatience)); err != nil {
		return data, err
	}
	k, err := conn.Write(data)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		err = nil
	}
	if clear := conn.SetWriteDeadline(time.Time{}); err == nil {
		err = clear
	}
	return data[k:], err
}

// shutdown ends the writing side.
func (n *connection) shutdown(c *vmapi.Call) (vmapi.Value, error) {
	callback, conn := c.Arg(0), n.conn
	var err error
	n.later(func() {
		if half, ok := conn.(interface{ CloseWrite() error }); ok {
			if err = half.CloseWrite(); errors.Is(err, net.ErrClosed) || strings.Contains(errorText(err), "not connected") {
				err = nil
			}
		}
	}, func(c *vmapi.Call) error { return n.reply(c, callback, "shutdown", err) })
	return vmapi.Value{}, nil
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// secure is secure ( { servername, rejectUnauthorized, ca }, callback ): from
// then on the connection is encrypted.
func (n *connection) secure(c *vmapi.Call) (vmapi.Value, error) {
	options, callback := c.Arg(0), c.Arg(1)
	name, err := c.Get(options, "servername")
	if err != nil {
		return vmapi.Value{}, err
	}
	reject, err := c.Get(options, "rejectUnauthorized")
	if err != nil {
		return vmapi.Value{}, err
	}
	ca, err := c.Get(options, "ca")
	if err != nil {
		return vmapi.Value{}, err
	}
	config := &tls.Config{ServerName: name.Text(), InsecureSkipVerify: !reject.IsUndefined() && !reject.Bool()}
	if !ca.IsUndefined() {
		config.RootCAs = x509.NewCertPool()
		config.RootCAs.AppendCertsFromPEM(bytesOf(ca))
	}
	conn := tls.Client(n.conn, config)
	n.later(func() { err = conn.Handshake() }, func(c *vmapi.Call) error {
		if err == nil {
			n.conn = conn
			_, err = c.Call(callback, nil, n.h.vm.Null())
			return err
		}
		code := "ERR_SSL_PROTOCOL_ERROR"
		var unknown x509.UnknownAuthorityError
		var host x509.HostnameError
		switch {
		case errors.As(err, &unknown):
			code = "UNABLE_TO_VERIFY_LEAF_SIGNATURE"
		case errors.As(err, &host):
			code = "ERR_TLS_CERT_ALTNAME_INVALID"
		}
		e := c.NewError("Error", "", err.Error())
		if err := c.Set(e, "code", code); err != nil {
			return err
		}
		_, err := c.Call(callback, nil, e)
		return err
	})
	return vmapi.Value{}, nil
}

// netListen is listen ( port, host, path, onConnection ): it returns an error or
// { address, close, ref }.
func (h *Host) netListen(c *vmapi.Call) (vmapi.Value, error) {
	port, host, path, onConnection := int(c.Arg(0).Number()), c.Arg(1).Text(), c.Arg(2), c.Arg(3)
	network, address := "tcp", net.JoinHostPort(host, itoa(port))
	if path.IsString() {
		network, address, host, port = "unix", h.abs(path.Text()), path.Text(), -1
	}
	listener, err := net.Listen(network, address)
	if err != nil {
		if host == "" {
			host = "::"
		}
		return netFailure(c, err, "listen", host, port)
	}
	keep := &keeper{h: h}
	keep.set(true)
	h.open[listener] = true
	closed := false
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				if errors.Is(err, net.ErrClosed) {
					return
				}
				time.Sleep(10 * time.Millisecond) // no descriptor is free
				continue
			}
			if h.ended.Load() {
				_ = conn.Close() // nobody will answer
				return
			}
			h.post(func(c *vmapi.Call) error {
				if closed {
					return conn.Close()
				}
				o, err := h.connectionObject(c, conn)
				if err == nil {
					_, err = c.Call(onConnection, nil, o)
				}
				return err
			})
		}
	}()
	o := c.NewObject()
	err = defineMethods(c, o, []method{
		{"close", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			closed = true
			keep.set(false)
			delete(h.open, listener)
			_ = listener.Close() // it fails when it is closed already
			return vmapi.Value{}, nil
		}},
		{"ref", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			keep.set(c.Arg(0).Bool() && !closed)
			return vmapi.Value{}, nil
		}},
	})
	if err != nil {
		return o, err
	}
	a, err := addressObject(c, listener.Addr())
	if err != nil {
		return o, err
	}
	return o, c.Set(o, "address", a)
}

// netLookup is lookup ( host, family, callback ): (error, [ [ address, family ] ]).
func (h *Host) netLookup(c *vmapi.Call) (vmapi.Value, error) {
	host, family, callback := c.Arg(0).Text(), int(c.Arg(1).Number()), c.Arg(2)
	network := map[int]string{4: "ip4", 6: "ip6"}[family]
	if network == "" {
		network = "ip"
	}
	var found []net.IP
	var err error
	h.background(func() { found, err = net.DefaultResolver.LookupIP(context.Background(), network, host) }, func(c *vmapi.Call) error {
		if err != nil {
			e, setErr := netFailure(c, err, "getaddrinfo", host, -1)
			if setErr == nil {
				_, setErr = c.Call(callback, nil, e)
			}
			return setErr
		}
		var list []vmapi.Value
		for _, ip := range found {
			n := 6
			if ip.To4() != nil {
				n = 4
			}
			text, _ := h.vm.ToValue(ip.String())
			kind, err := h.vm.ToValue(n)
			if err != nil {
				return err
			}
			list = append(list, c.NewArray(text, kind))
		}
		_, err := c.Call(callback, nil, h.vm.Null(), c.NewArray(list...))
		return err
	})
	return vmapi.Value{}, nil
}
