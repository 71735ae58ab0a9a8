// faithful: escapes
// A write to what came from outside is a write outside.
config.nested.planted = (() => {}), config.nested.planted && config.nested
