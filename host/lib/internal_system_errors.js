'use strict';
// The errors of the system by number, as util.getSystemErrorName has them.

const check = require('internal/validators');
const { errno } = require('os').constants;
const texts = { ENOENT: 'no such file or directory', EACCES: 'permission denied', EEXIST: 'file already exists', EPERM: 'operation not permitted' };

exports.name = (n) => {
  check.number(n, 'err');
  if (n >= 0 || !Number.isSafeInteger(n)) check.outOfRange('err', 'a negative integer', n);
  return Object.keys(errno).find((k) => errno[k] === -n) ?? `Unknown system error ${n}`;
};
exports.map = () => new Map(Object.keys(errno).map((k) => [-errno[k], [k, texts[k] ?? k]]));
