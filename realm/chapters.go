package realm

import (
	"github.com/burrowjs/burrow/realm/control"
	"github.com/burrowjs/burrow/realm/fundamental"
	"github.com/burrowjs/burrow/realm/indexed"
	"github.com/burrowjs/burrow/realm/reflection"
)

func init() {
	globals = append(globals, control.Globals, indexed.Globals, fundamental.Globals, reflection.Globals)
}
