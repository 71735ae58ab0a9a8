'use strict';
// node:tty
const { ReadStream, WriteStream } = require('internal/stdio');
module.exports = {
  isatty: (fd) => fd === 0 ? process.stdin.isTTY === true : fd === 1 ? process.stdout.isTTY === true : fd === 2 ? process.stderr.isTTY === true : false,
  ReadStream, WriteStream,
};
