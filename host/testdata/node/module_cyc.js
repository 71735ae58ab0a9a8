console.log(require('./files/c1'),require('./files/a'),require('./files/noext'),require('./files/dir'),require('./files/dir2/'),require('./files/esm.mjs'));
