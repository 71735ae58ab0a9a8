package host

import (
	"strings"

	"github.com/burrowjs/burrow/host/weburl"
	"github.com/burrowjs/burrow/vmapi"
)

// urlBinding is the URL Standard for lib/internal_url.js: URL records are host
// objects, which get and set take as their first argument.
func (h *Host) urlBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	record := func(v vmapi.Value) *weburl.URL {
		u, _ := v.HostData().(*weburl.URL)
		return u
	}
	text := func(s string) (vmapi.Value, error) { return h.vm.ToValue(s) }
	return o, defineMethods(c, o, []method{
		// parse ( input, base record or undefined ) returns a record or undefined
		{"parse", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			u, ok := weburl.Parse(c.Arg(0).Text(), record(c.Arg(1)))
			if !ok {
				return vmapi.Value{}, nil
			}
			return c.NewHostObject(h.vm.Null(), u), nil
		}},
		{"get", 2, func(c *vmapi.Call) (vmapi.Value, error) { return text(urlPart(record(c.Arg(0)), c.Arg(1).Text())) }},
		{"set", 3, func(c *vmapi.Call) (vmapi.Value, error) {
			u := record(c.Arg(0))
			return h.vm.ToValue(u.Set(c.Arg(1).Text(), c.Arg(2).Text()))
		}},
		// format ( record, auth, fragment, search, unicode )
		{"format", 5, func(c *vmapi.Call) (vmapi.Value, error) {
			u := *record(c.Arg(0))
			if c.Arg(4).Bool() && u.Host != nil {
				if s := weburl.ToUnicode(*u.Host); s != "" {
					u.Host = &s
				}
			}
			return text(u.Format(c.Arg(1).Bool(), c.Arg(2).Bool(), c.Arg(3).Bool()))
		}},
		// parseForm ( text ) returns names and values in turn
		{"parseForm", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			var out []vmapi.Value
			for _, part := range strings.Split(c.Arg(0).Text(), "&") {
				if part == "" {
					continue
				}
				name, value, _ := strings.Cut(strings.ReplaceAll(part, "+", " "), "=")
				for _, s := range []string{name, value} {
					s, _ = decodeUTF8(weburl.Decode(s))
					v, err := text(s)
					if err != nil {
						return v, err
					}
					out = append(out, v)
				}
			}
			return c.NewArray(out...), nil
		}},
		{"encodeForm", 1, func(c *vmapi.Call) (vmapi.Value, error) { return text(weburl.EncodeForm(c.Arg(0).Text())) }},
		{"decodePath", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			s, _ := decodeUTF8(weburl.Decode(c.Arg(0).Text()))
			return text(s)
		}},
		{"domainToASCII", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			u, ok := weburl.Parse("ws://"+c.Arg(0).Text(), nil)
			if !ok {
				return text("")
			}
			return text(*u.Host)
		}},
		{"domainToUnicode", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			u, ok := weburl.Parse("ws://"+c.Arg(0).Text(), nil)
			if !ok {
				return text("")
			}
			return text(weburl.ToUnicode(*u.Host))
		}},
	})
}

func urlPart(u *weburl.URL, part string) string {
	switch part {
	case "href":
		return u.Href()
	case "origin":
		return u.Origin()
	case "protocol":
		return u.Scheme + ":"
	case "username":
		return u.Username
	case "password":
		return u.Password
	case "host":
		return u.HostPort()
	case "hostname":
		if u.Host != nil {
			return *u.Host
		}
		return ""
	case "port":
		_, port, _ := strings.Cut(u.HostPort()[strings.LastIndexByte(u.HostPort(), ']')+1:], ":")
		return port
	case "pathname":
		return u.Pathname()
	case "search":
		return u.Search()
	case "hash":
		return u.Hash()
	}
	return ""
}
