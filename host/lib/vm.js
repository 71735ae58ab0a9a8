'use strict';
// node:vm: the classes and functions of the module over those of the binding,
// which are package vmapi's. Arguments are checked here, in Node's order.

const check = require('internal/validators');
const { kModule } = require('internal/vm_module');

const kScript = Symbol('kScript');

// ContextifyScript has what is not in the list of Script.prototype's own names.
class ContextifyScript {
  createCachedData() {
    return cachedDataOf(receiver(this));
  }
}

class Script extends ContextifyScript {
  #handle;

  constructor(code, options = {}) {
    code = `${code}`;
    if (typeof options === 'string') options = { filename: options };
    else check.object(options, 'options');
    const {
      filename = 'evalmachine.<anonymous>', lineOffset = 0, columnOffset = 0,
      cachedData, produceCachedData = false, importModuleDynamically,
    } = options;
    check.string(filename, 'options.filename');
    check.int32(lineOffset, 'options.lineOffset');
    check.int32(columnOffset, 'options.columnOffset');
    if (cachedData !== undefined && !ArrayBuffer.isView(cachedData))
      check.typeError('options.cachedData', 'an instance of Buffer, TypedArray, or DataView', cachedData);
    check.boolean(produceCachedData, 'options.produceCachedData');
    super();
    this.#handle = binding.compileScript(
      code, filename, lineOffset, columnOffset, importer(importModuleDynamically, this),
      bytesOf(cachedData));
    if (cachedData !== undefined) this.cachedDataRejected = binding.cachedDataRejected(this.#handle);
    if (produceCachedData) {
      this.cachedData = cachedDataOf(this.#handle);
      this.cachedDataProduced = true;
    }
    this.sourceMapURL = binding.sourceMapURL(this.#handle);
  }

  runInThisContext(options) {
    const handle = receiver(this);
    const { timeout, breakOnSigint, displayErrors } = runOptions(options);
    return binding.runScript(handle, null, timeout, displayErrors, breakOnSigint);
  }

  runInContext(contextifiedObject, options) {
    checkContext(contextifiedObject);
    const handle = receiver(this);
    const { timeout, breakOnSigint, displayErrors } = runOptions(options);
    return binding.runScript(handle, contextifiedObject, timeout, displayErrors, breakOnSigint);
  }

  runInNewContext(contextObject, options) {
    const context = createContext(contextObject, contextOptions(options));
    return this.runInContext(context, options);
  }

  static [kScript](v) {
    return #handle in v ? v.#handle : undefined;
  }
}
const handleOf = Script[kScript];
delete Script[kScript];

// bytesOf makes any view one that the binding takes.
function bytesOf(view) {
  if (view === undefined) return undefined;
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
kModule.bytesOf = bytesOf;

const cachedDataOf = (handle) => require('buffer').Buffer.from(binding.createCachedData(handle));

function receiver(script) {
  const handle = script !== null && typeof script === 'object' ? handleOf(script) : undefined;
  if (handle === undefined) throw new TypeError('Illegal invocation');
  return handle;
}

function checkContext(object) {
  check.objectNoFunction(object, 'object');
  if (!binding.isContext(object)) check.typeError('contextifiedObject', 'an vm.Context', object);
}

function runOptions(options = {}) {
  check.object(options, 'options');
  let { timeout, displayErrors = true, breakOnSigint = false } = options;
  if (timeout === undefined) timeout = -1;
  else check.uint32(timeout, 'options.timeout', true);
  check.boolean(displayErrors, 'options.displayErrors');
  check.boolean(breakOnSigint, 'options.breakOnSigint');
  return { timeout, displayErrors, breakOnSigint };
}

// contextOptions picks the options of runInNewContext that are about the context.
function contextOptions(options) {
  if (!options) return {};
  const o = {
    name: options.contextName, origin: options.contextOrigin,
    codeGeneration: undefined, microtaskMode: options.microtaskMode,
  };
  if (o.name !== undefined) check.string(o.name, 'options.contextName');
  if (o.origin !== undefined) check.string(o.origin, 'options.contextOrigin');
  if (options.contextCodeGeneration !== undefined) {
    check.object(options.contextCodeGeneration, 'options.contextCodeGeneration');
    const { strings, wasm } = options.contextCodeGeneration;
    if (strings !== undefined) check.boolean(strings, 'options.contextCodeGeneration.strings');
    if (wasm !== undefined) check.boolean(wasm, 'options.contextCodeGeneration.wasm');
    o.codeGeneration = { strings, wasm };
  }
  if (o.microtaskMode !== undefined) check.string(o.microtaskMode, 'options.microtaskMode');
  return o;
}

let contextIndex = 1;

function isContext(object) {
  check.objectNoFunction(object, 'object');
  return binding.isContext(object);
}

function createContext(contextObject = {}, options = {}) {
  const plain = contextObject === constants.DONT_CONTEXTIFY;
  if (!plain && isContext(contextObject)) return contextObject;
  check.object(options, 'options');
  const { name = `VM Context ${contextIndex++}`, origin, codeGeneration, microtaskMode } = options;
  check.string(name, 'options.name');
  if (origin !== undefined) check.string(origin, 'options.origin');
  if (codeGeneration !== undefined) check.object(codeGeneration, 'options.codeGeneration');
  let strings = true;
  let wasm = true;
  if (codeGeneration !== undefined) {
    ({ strings = true, wasm = true } = codeGeneration);
    check.boolean(strings, 'options.codeGeneration.strings');
    check.boolean(wasm, 'options.codeGeneration.wasm');
  }
  if (microtaskMode !== undefined) check.oneOf(microtaskMode, 'options.microtaskMode', ['afterEvaluate', undefined]);
  const sandbox = plain ? undefined : contextObject;
  return binding.makeContext(sandbox, name, origin, strings, wasm, microtaskMode === 'afterEvaluate', plain);
}

function createScript(code, options) {
  return new Script(code, options);
}

function runInContext(code, contextifiedObject, options) {
  checkContext(contextifiedObject);
  if (typeof options === 'string') options = { filename: options };
  else options = { ...options };
  return inContext(createParsed(code, options, contextifiedObject), contextifiedObject, options);
}

const inContext = (script, context, options) => script.runInContext(context, options);

// createParsed compiles for a context: its SyntaxErrors belong there.
function createParsed(code, options, context) {
  binding.parseIn(context);
  try {
    return new Script(code, options);
  } finally {
    binding.parseIn(null);
  }
}

function runInNewContext(code, contextObject, options) {
  if (typeof options === 'string') options = { filename: options };
  contextObject = createContext(contextObject, contextOptions(options));
  options = { ...options };
  return inContext(createParsed(code, options, contextObject), contextObject, options);
}

function runInThisContext(code, options) {
  if (typeof options === 'string') options = { filename: options };
  return createScript(code, options).runInThisContext(options);
}

function compileFunction(code, params, options = {}) {
  check.string(code, 'code');
  if (params !== undefined) {
    check.array(params, 'params');
    params.forEach((param, i) => check.string(param, `params[${i}]`));
  }
  check.object(options, 'options');
  const {
    filename = '', columnOffset = 0, lineOffset = 0, cachedData, produceCachedData = false,
    parsingContext, contextExtensions = [], importModuleDynamically,
  } = options;
  check.string(filename, 'options.filename');
  check.int32(columnOffset, 'options.columnOffset');
  check.int32(lineOffset, 'options.lineOffset');
  if (cachedData !== undefined && !ArrayBuffer.isView(cachedData))
    check.typeError('options.cachedData', 'an instance of Buffer, TypedArray, or DataView', cachedData);
  check.boolean(produceCachedData, 'options.produceCachedData');
  if (parsingContext !== undefined &&
      (typeof parsingContext !== 'object' || parsingContext === null || !binding.isContext(parsingContext)))
    check.typeError('options.parsingContext', 'an instance of Context', parsingContext);
  check.array(contextExtensions, 'options.contextExtensions');
  contextExtensions.forEach((extension, i) => {
    const name = `options.contextExtensions[${i}]`;
    if (extension === null || typeof extension !== 'object') check.typeError(name, 'of type object', extension);
  });
  const owner = {};
  const f = binding.compileFunction(code, params ?? [], filename, lineOffset, columnOffset, parsingContext ?? null,
    contextExtensions, importer(importModuleDynamically, owner), bytesOf(cachedData));
  owner.value = f;
  if (produceCachedData) {
    f.cachedDataProduced = true;
    f.cachedData = cachedDataOf(f);
  }
  if (cachedData !== undefined) f.cachedDataRejected = binding.cachedDataRejected(f);
  return f;
}

// importer wraps importModuleDynamically; for functions the referrer is known
// only later, so it is passed in an object.
function importer(callback, owner) {
  if (callback === undefined) return undefined;
  if (callback === constants.USE_MAIN_CONTEXT_DEFAULT_LOADER) return true;
  check.function(callback, 'options.importModuleDynamically');
  return wrapImport(callback, () => owner instanceof Script ? owner : owner.value);
}

function wrapImport(callback, owner) {
  return async function importModuleDynamicallyWrap(specifier, attributes) {
    const m = await callback(specifier, owner(), attributes);
    if (binding.isNamespace(m)) return m;
    if (m === null || m === undefined || typeof m !== 'object' || !kModule.is(m))
      throw check.make(Error, 'ERR_VM_MODULE_NOT_MODULE', 'Provided module is not an instance of Module');
    if (m.status === 'errored') throw m.error;
    return m.namespace;
  };
}
kModule.wrapImport = wrapImport;

let warnedOfMeasuring = false;

function measureMemory(options = {}) {
  check.object(options, 'options');
  const { mode = 'summary', execution = 'default' } = options;
  check.oneOf(mode, 'options.mode', ['summary', 'detailed']);
  check.oneOf(execution, 'options.execution', ['default', 'eager']);
  if (!warnedOfMeasuring) process.emitWarning('vm.measureMemory is an experimental feature and might change at any time', 'ExperimentalWarning');
  warnedOfMeasuring = true;
  return new Promise((resolve) => binding.measureMemory(mode === 'detailed', execution === 'eager', resolve));
}

const constants = Object.freeze({
  __proto__: null,
  USE_MAIN_CONTEXT_DEFAULT_LOADER: Symbol('vm_dynamic_import_main_context_default'),
  DONT_CONTEXTIFY: Symbol('vm_context_no_contextify'),
});

module.exports = {
  Script, createContext, createScript, runInContext, runInNewContext, runInThisContext,
  isContext, compileFunction, measureMemory, constants,
};
if (binding.modules) {
  const { Module, SourceTextModule, SyntheticModule } = require('internal/vm_module');
  Object.assign(module.exports, { Module, SourceTextModule, SyntheticModule });
}
