'use strict';
// DOMException

const check = require('internal/validators');
const names = ['IndexSizeError', , 'HierarchyRequestError', 'WrongDocumentError', 'InvalidCharacterError', , 'NoModificationAllowedError',
  'NotFoundError', 'NotSupportedError', 'InUseAttributeError', 'InvalidStateError', 'SyntaxError', 'InvalidModificationError', 'NamespaceError',
  'InvalidAccessError', , 'TypeMismatchError', 'SecurityError', 'NetworkError', 'AbortError', 'URLMismatchError', 'QuotaExceededError',
  'TimeoutError', 'InvalidNodeTypeError', 'DataCloneError'];
const constants = ['INDEX_SIZE_ERR', 'DOMSTRING_SIZE_ERR', 'HIERARCHY_REQUEST_ERR', 'WRONG_DOCUMENT_ERR', 'INVALID_CHARACTER_ERR',
  'NO_DATA_ALLOWED_ERR', 'NO_MODIFICATION_ALLOWED_ERR', 'NOT_FOUND_ERR', 'NOT_SUPPORTED_ERR', 'INUSE_ATTRIBUTE_ERR', 'INVALID_STATE_ERR',
  'SYNTAX_ERR', 'INVALID_MODIFICATION_ERR', 'NAMESPACE_ERR', 'INVALID_ACCESS_ERR', 'VALIDATION_ERR', 'TYPE_MISMATCH_ERR', 'SECURITY_ERR',
  'NETWORK_ERR', 'ABORT_ERR', 'URL_MISMATCH_ERR', 'QUOTA_EXCEEDED_ERR', 'TIMEOUT_ERR', 'INVALID_NODE_TYPE_ERR', 'DATA_CLONE_ERR'];

class DOMException {
  #message;
  #name;
  constructor(message = '', options = 'Error') {
    Error.captureStackTrace(this);
    if (options !== null && typeof options === 'object') {
      this.#name = `${options.name ?? 'Error'}`;
      if ('cause' in options) Object.defineProperty(this, 'cause', { value: options.cause, writable: true, configurable: true });
    } else {
      this.#name = `${options}`;
    }
    this.#message = `${message}`;
    const { stack } = this;
    if (typeof stack === 'string') {
      const head = this.#message ? `${this.#name}: ${this.#message}` : this.#name;
      const at = stack.indexOf('\n    at');
      Object.defineProperty(this, 'stack', { value: head + (at < 0 ? '' : stack.slice(at)), writable: true, configurable: true });
    }
  }
  static #of(e) {
    if (e === null || typeof e !== 'object' || !(#name in e))
      throw check.make(TypeError, 'ERR_INVALID_THIS', 'Value of "this" must be of DOMException');
    return e;
  }
  get name() { return DOMException.#of(this).#name; }
  get message() { return DOMException.#of(this).#message; }
  get code() { return names.indexOf(DOMException.#of(this).#name) + 1; }
}
Object.setPrototypeOf(DOMException.prototype, Error.prototype);
for (const n of ['name', 'message', 'code']) Object.defineProperty(DOMException.prototype, n, { enumerable: true });
Object.defineProperty(DOMException.prototype, Symbol.toStringTag, { value: 'DOMException', configurable: true });
constants.forEach((n, i) => {
  for (const o of [DOMException, DOMException.prototype]) Object.defineProperty(o, n, { value: i + 1, enumerable: true });
});

module.exports = { DOMException };
