// faithful: escapes
// A built-in of the host as a callback runs in its realm.
config.list.map.call([1], (x) => x)
