'use strict';
// The errors of streams.

const { make } = require('internal/validators');
const { typeError } = require('internal/validators');

exports.notImplemented = (method) => make(Error, 'ERR_METHOD_NOT_IMPLEMENTED', `The ${method} method is not implemented`);
exports.multipleCallback = () => make(Error, 'ERR_MULTIPLE_CALLBACK', 'Callback called multiple times');
exports.pushAfterEOF = () => make(Error, 'ERR_STREAM_PUSH_AFTER_EOF', 'stream.push() after EOF');
exports.unshiftAfterEnd = () => make(Error, 'ERR_STREAM_UNSHIFT_AFTER_END_EVENT', 'stream.unshift() after end event');
exports.writeAfterEnd = () => make(Error, 'ERR_STREAM_WRITE_AFTER_END', 'write after end');
exports.nullValues = () => make(TypeError, 'ERR_STREAM_NULL_VALUES', 'May not write null values to stream');
exports.destroyed = (what) => make(Error, 'ERR_STREAM_DESTROYED', `Cannot call ${what} after a stream was destroyed`);
exports.alreadyFinished = (what) => make(Error, 'ERR_STREAM_ALREADY_FINISHED', `Cannot call ${what} after a stream was finished`);
exports.prematureClose = () => make(Error, 'ERR_STREAM_PREMATURE_CLOSE', 'Premature close');
exports.cannotPipe = () => make(Error, 'ERR_STREAM_CANNOT_PIPE', 'Cannot pipe, not readable');
exports.unknownEncoding = (name) => make(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${name}`);
exports.missingArgs = (what) => make(TypeError, 'ERR_MISSING_ARGS', `The ${what} argument must be specified`);
exports.invalidReturn = (want, name, value) => make(TypeError, 'ERR_INVALID_RETURN_VALUE',
  `Expected ${want} to be returned from the "${name}" function but got ${describe(value)}.`);

function describe(value) {
  if (value === null || value === undefined) return String(value);
  const name = value.constructor?.name;
  return typeof value === 'object' && name ? `an instance of ${name}` : `type ${typeof value}`;
}

// argumentType returns, not throws, the error of a wrong argument.
exports.argumentType = (name, want, value) => {
  try {
    typeError(name, want, value);
  } catch (e) {
    return e;
  }
  return undefined;
};
exports.chunkType = (value) => exports.argumentType('chunk', 'of type string or an instance of Buffer, TypedArray, or DataView', value);

class AbortError extends Error {
  constructor(message = 'The operation was aborted', options = undefined) {
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}
exports.AbortError = AbortError;
exports.aborted = (signal) => new AbortError(undefined, { cause: signal.reason });

// aggregate joins the error of cleaning up with the one that led to it.
exports.aggregate = (inner, outer) => {
  if (!inner || !outer || inner === outer) return inner || outer;
  if (Array.isArray(outer.errors)) {
    outer.errors.push(inner);
    return outer;
  }
  const e = new AggregateError([outer, inner], outer.message);
  e.code = outer.code;
  return e;
};
