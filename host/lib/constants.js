'use strict';
// node:constants, an old name for the constants of several modules.

const os = require('os').constants;

module.exports = Object.freeze(Object.assign({}, os.dlopen, os.errno, os.priority, os.signals, require('fs').constants, require('crypto').constants));
