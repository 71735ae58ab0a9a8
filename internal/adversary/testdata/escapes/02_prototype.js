// faithful: escapes
Object.getPrototypeOf(config)
