package host

import (
	"encoding/base64"
	"net/url"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// dataModule is the module of a data: URL: JavaScript or JSON.
func (h *Host) dataModule(c *vmapi.Call, specifier, kind string) (*esModule, error) {
	if m := h.esm[specifier]; m != nil {
		return m, nil
	}
	head, body, ok := strings.Cut(strings.TrimPrefix(specifier, "data:"), ",")
	if !ok {
		return nil, c.Throw(c.NewError("TypeError", "ERR_INVALID_URL", "Invalid URL"))
	}
	text, err := url.PathUnescape(body)
	if err != nil {
		text = body
	}
	mime, encoded := strings.CutSuffix(head, ";base64")
	if encoded {
		data, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			return nil, c.Throw(c.NewError("TypeError", "ERR_INVALID_URL", "Invalid URL"))
		}
		text = string(data)
	}
	mime, _, _ = strings.Cut(mime, ";")
	switch mime {
	case "text/javascript", "application/javascript":
		return h.sourceModule(c, specifier, specifier, text)
	case "application/json":
		if kind != "json" {
			return nil, c.Throw(c.NewError("TypeError", "ERR_IMPORT_ASSERTION_TYPE_MISSING", "Module \""+specifier+"\" needs an import attribute of type \"json\""))
		}
		v, err := h.parseJSON(c, specifier, text)
		if err != nil {
			return nil, err
		}
		return h.synthetic(c, specifier, specifier, []string{"default"}, func(c *vmapi.Call, m *vmapi.Module) error {
			m.SetExport("default", v)
			return nil
		}), nil
	}
	return nil, c.Throw(c.NewError("RangeError", "ERR_UNKNOWN_MODULE_FORMAT", "Unknown module format: "+mime+" for URL "+specifier))
}
