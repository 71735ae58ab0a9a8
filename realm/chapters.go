package realm

import (
	"github.com/burrowjs/burrow/realm/fundamental"
	"github.com/burrowjs/burrow/realm/indexed"
	"github.com/burrowjs/burrow/realm/reflection"
)

func init() {
	globals = append(globals, fundamental.Globals, indexed.Globals, reflection.Globals)
}
