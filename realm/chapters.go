package realm

import (
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm/control"
	"github.com/burrowjs/burrow/realm/fundamental"
	"github.com/burrowjs/burrow/realm/indexed"
	"github.com/burrowjs/burrow/realm/keyed"
	"github.com/burrowjs/burrow/realm/memory"
	"github.com/burrowjs/burrow/realm/numeric"
	"github.com/burrowjs/burrow/realm/reflection"
	"github.com/burrowjs/burrow/realm/structured"
	"github.com/burrowjs/burrow/realm/text"
	"github.com/burrowjs/burrow/realm/webassembly"
)

// globals are the properties of every global object (19), by chapter.
var globals = [][]object.Prop{
	fundamental.Globals,
	numeric.Globals,
	text.Globals,
	indexed.Globals,
	keyed.Globals,
	structured.Globals,
	memory.Globals,
	control.Globals,
	reflection.Globals,
	webassembly.Globals,
}
