package realm

import (
	"github.com/burrowjs/burrow/realm/fundamental"
)

func init() {
	globals = append(globals, fundamental.Globals)
}
