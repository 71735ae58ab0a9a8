// faithful: escapes
Object.setPrototypeOf(config, { get found() { return this } }), config.list.concat
