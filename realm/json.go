package realm

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm/structured"
)

// ParseJSON is ParseJSON (25.5.2.1) in realm r, for hosts that load JSON modules (16.2.1.8.2).
func ParseJSON(r *object.Realm, text *jstring.String) (v object.Value, err error) {
	err = interp.MachineOf(r.Agent).WithRealm(r, func() error {
		v, err = structured.ParseJSON(r.Agent, text)
		return err
	})
	return v, err
}
