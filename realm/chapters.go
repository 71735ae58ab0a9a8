package realm

import (
	"github.com/burrowjs/burrow/realm/fundamental"
	"github.com/burrowjs/burrow/realm/reflection"
	"github.com/burrowjs/burrow/realm/text"
)

func init() {
	globals = append(globals, fundamental.Globals, reflection.Globals, text.Globals)
}
