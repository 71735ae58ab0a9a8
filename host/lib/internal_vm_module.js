'use strict';
// vm.Module, vm.SourceTextModule and vm.SyntheticModule over module records.

const check = require('internal/validators');
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

const kNoError = Symbol('kNoError');
const kCreate = Symbol('kCreate');
const fail = check.fail;
const statusError = (message) => check.make(Error, 'ERR_VM_MODULE_STATUS', `Module status ${message}`);

let is, link, wrapOf;
let warned = false;
const kModule = { wrapImport: undefined, bytesOf: undefined };

class Module {
  #wrap;
  #context;
  #error = kNoError;
  #statusOverride;

  constructor(make) {
    if (make?.token !== kCreate) throw new TypeError('Module is not a constructor');
    if (!warned) {
      warned = true;
      process.emitWarning('VM Modules is an experimental feature and might change at any time', 'ExperimentalWarning');
    }
    const { context, options } = make;
    this.#context = context;
    this.#wrap = make.wrap(this, options);
  }

  get identifier() { return internals(this).wrap.identifier(); }
  get context() { return internals(this).context; }

  get namespace() {
    const { wrap } = internals(this);
    if (wrap.status() === 'unlinked' || wrap.status() === 'linking') throw statusError('must not be unlinked or linking');
    return wrap.namespace();
  }

  get status() {
    const { wrap, module } = internals(this);
    if (module.#error !== kNoError) return 'errored';
    return module.#statusOverride ?? wrap.status();
  }

  get error() {
    const { wrap, module } = internals(this);
    if (module.#error !== kNoError) return module.#error;
    if (wrap.status() !== 'errored') throw statusError('must be errored');
    return wrap.error();
  }

  async link(linker) {
    const { module } = internals(this);
    check.function(linker, 'linker');
    if (module.status === 'linked') throw check.make(Error, 'ERR_VM_MODULE_ALREADY_LINKED', 'Module has already been linked');
    if (module.status !== 'unlinked') throw statusError('must be unlinked');
    await link(module, linker);
    module.#wrap.instantiate();
  }

  async evaluate(options = {}) {
    const { module } = internals(this);
    check.object(options, 'options');
    let { timeout, breakOnSigint = false } = options;
    if (timeout === undefined) timeout = -1;
    else check.uint32(timeout, 'options.timeout', true);
    check.boolean(breakOnSigint, 'options.breakOnSigint');
    const status = module.#wrap.status();
    if (status !== 'linked' && status !== 'evaluated' && status !== 'errored')
      throw statusError('must be one of linked, evaluated, or errored');
    await module.#wrap.evaluate(timeout, breakOnSigint);
  }

  [inspectCustom](depth, options, inspect) {
    const { module } = internals(this);
    const constructor = module.constructor ?? Module;
    if (typeof depth === 'number' && depth < 0) return `[${constructor.name}]`;
    const shown = (value) => ({ value, enumerable: true });
    const o = Object.create(constructor.prototype, {
      [inspectCustom]: { value: undefined },
      status: shown(module.status),
      identifier: shown(module.identifier),
      context: shown(module.context),
    });
    return inspect(o, options);
  }

  static [kCreate]() {
    is = (v) => v !== null && typeof v === 'object' && #wrap in v && v.#wrap !== undefined;
    wrapOf = (v) => v.#wrap;
    link = async (module, linker) => {
      if (module instanceof SyntheticModule) return;
      module.#statusOverride = 'linking';
      const requests = module.#wrap.requests();
      // As in Node, a linker that throws at once leaves the module linking.
      const pending = requests.map(({ specifier, attributes }) =>
        resolve(module, linker, specifier, linker(specifier, module, { attributes, assert: attributes })));
      try {
        module.#wrap.linkRequests((await Promise.all(pending)).map((m) => m.#wrap));
      } catch (e) {
        module.#error = e;
        throw e;
      } finally {
        module.#statusOverride = undefined;
      }
    };
    const internalsOf = (v) => ({ wrap: v.#wrap, context: v.#context, module: v });
    return internalsOf;
  }
}
const internalsOf = Module[kCreate]();
delete Module[kCreate];

function internals(v) {
  if (!is(v)) check.typeError('this', 'an instance of Module', v);
  return internalsOf(v);
}

async function resolve(module, linker, specifier, result) {
  const m = await result;
  if (m === null || m === undefined || !is(m))
    throw check.make(Error, 'ERR_VM_MODULE_NOT_MODULE', 'Provided module is not an instance of Module');
  if (m.context !== module.context)
    throw check.make(Error, 'ERR_VM_MODULE_DIFFERENT_CONTEXT', 'Linked modules must use the same context');
  if (m.status === 'errored') {
    const e = check.make(Error, 'ERR_VM_MODULE_LINK_FAILURE', `request for '${specifier}' resolved to an errored module`);
    Object.defineProperty(e, 'cause', { value: m.error, writable: true, configurable: true, enumerable: false });
    throw e;
  }
  if (m.status === 'unlinked') await link(m, linker);
  return m;
}

class SourceTextModule extends Module {
  #dependencySpecifiers;
  #moduleRequests;

  constructor(sourceText, options = {}) {
    check.string(sourceText, 'sourceText');
    check.object(options, 'options');
    const {
      lineOffset = 0, columnOffset = 0, initializeImportMeta, importModuleDynamically,
      context, identifier, cachedData,
    } = options;
    check.int32(lineOffset, 'options.lineOffset');
    check.int32(columnOffset, 'options.columnOffset');
    if (initializeImportMeta !== undefined) check.function(initializeImportMeta, 'options.initializeImportMeta');
    if (importModuleDynamically !== undefined) check.function(importModuleDynamically, 'options.importModuleDynamically');
    if (cachedData !== undefined && !ArrayBuffer.isView(cachedData))
      check.typeError('options.cachedData', 'an instance of Buffer, TypedArray, or DataView', cachedData);
    checkOptions(identifier, context);
    super({ token: kCreate,
      context,
      wrap: (module) => binding.sourceTextModule(sourceText, identifier, lineOffset, columnOffset, context ?? null,
        importModuleDynamically && kModule.wrapImport(importModuleDynamically, () => module),
        initializeImportMeta && ((meta) => { initializeImportMeta(meta, module); }), kModule.bytesOf(cachedData)),
    });
  }

  get dependencySpecifiers() {
    own(this);
    // The text asks for a frozen array; Node 20's is not.
    this.#dependencySpecifiers ??= Object.freeze(wrapOf(this).specifiers());
    return this.#dependencySpecifiers;
  }

  get moduleRequests() {
    own(this);
    this.#moduleRequests ??= Object.freeze(wrapOf(this).requests().map(({ specifier, attributes }) =>
      Object.freeze({ __proto__: null, specifier, attributes: Object.freeze(attributes), phase: 'evaluation' })));
    return this.#moduleRequests;
  }

  // linkRequests and instantiate link without promises (Node 24).
  linkRequests(modules) {
    own(this);
    if (this.status !== 'unlinked') throw statusError('must be unlinked');
    check.array(modules, 'modules');
    wrapOf(this).linkRequests(modules.map((m) => {
      if (!is(m)) throw check.make(Error, 'ERR_VM_MODULE_NOT_MODULE', 'Provided module is not an instance of Module');
      if (m.context !== this.context)
        throw check.make(Error, 'ERR_VM_MODULE_DIFFERENT_CONTEXT', 'Linked modules must use the same context');
      return wrapOf(m);
    }));
  }

  instantiate() {
    own(this);
    if (this.status !== 'unlinked') throw statusError('must be unlinked');
    wrapOf(this).instantiate();
  }

  hasTopLevelAwait() {
    own(this);
    return wrapOf(this).hasTopLevelAwait();
  }

  hasAsyncGraph() {
    own(this);
    const status = wrapOf(this).status();
    if (status === 'unlinked' || status === 'linking') throw statusError('must be instantiated');
    return wrapOf(this).hasAsyncGraph();
  }

  get status() {
    own(this);
    return super.status;
  }

  get error() {
    own(this);
    return super.error;
  }

  createCachedData() {
    own(this);
    const { wrap } = internals(this);
    const status = wrap.status();
    if (status === 'evaluating' || status === 'evaluated' || status === 'errored')
      throw check.make(Error, 'ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA', 'Cached data cannot be created for a module which has been evaluated');
    return require('buffer').Buffer.from(wrap.createCachedData());
  }
}

// own checks a receiver.
function own(v) {
  if (!is(v) || v instanceof SyntheticModule) check.typeError('this', 'an instance of SourceTextModule', v);
}

function checkOptions(identifier, context) {
  if (identifier !== undefined) check.string(identifier, 'options.identifier');
  if (context !== undefined) {
    check.object(context, 'context');
    if (!binding.isContext(context)) check.typeError('options.context', 'an vm.Context', context);
  }
}

class SyntheticModule extends Module {
  constructor(exportNames, evaluateCallback, options = {}) {
    if (!Array.isArray(exportNames) || exportNames.some((e) => typeof e !== 'string'))
      check.typeError('exportNames', 'an Array of unique strings', exportNames);
    exportNames.forEach((name, i) => {
      if (exportNames.indexOf(name, i + 1) !== -1) check.argumentValue(`exportNames.${name}`, name, 'is duplicated');
    });
    check.function(evaluateCallback, 'evaluateCallback');
    check.object(options, 'options');
    const { context, identifier } = options;
    checkOptions(identifier, context);
    super({ token: kCreate,
      context,
      wrap: (module) => binding.syntheticModule(exportNames, () => { evaluateCallback.call(module); }, identifier, context ?? null),
    });
  }

  setExport(name, value) {
    if (!is(this)) check.typeError('this', 'an instance of SyntheticModule', this);
    const { wrap } = internals(this);
    check.string(name, 'name');
    if (wrap.status() === 'unlinked' || wrap.status() === 'linking') throw statusError('must be linked');
    wrap.setExport(name, value);
  }
}

kModule.is = (v) => is(v);
module.exports = { Module, SourceTextModule, SyntheticModule, kModule };
