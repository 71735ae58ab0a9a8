// faithful: escapes
config.list.constructor = { [Symbol.species]: function () { return config.list } };
config.list.concat([host])[1] ?? config.list
