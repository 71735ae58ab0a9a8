// faithful: escapes
config.nested
