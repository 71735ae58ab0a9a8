const vm = require('node:vm');
// Create an initial module
const module1 = new vm.SourceTextModule('const a = 1;');

// Create cached data from this module
const cachedData = module1.createCachedData();

// Create a new module using the cached data. The code must be the same.
const module2 = new vm.SourceTextModule('const a = 1;', { cachedData });
console.log(Buffer.isBuffer(cachedData), module2.status); // true unlinked
