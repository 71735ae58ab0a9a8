// faithful: escapes
config.__proto__.__proto__ === null ? config.__proto__ : config.list.__proto__
