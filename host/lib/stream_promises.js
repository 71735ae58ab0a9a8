'use strict';
// node:stream/promises
module.exports = { finished: require('internal/streams/end').finished, pipeline: require('internal/streams/pipeline').promised };
