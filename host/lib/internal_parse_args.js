'use strict';
// util.parseArgs

const check = require('internal/validators');
const error = (code, message) => check.make(TypeError, code, message);

function tokenize(args, options) {
  const tokens = [];
  const rest = [...args];
  let index = -1;
  let group = 0;
  while (rest.length > 0) {
    const arg = rest.shift();
    const next = rest[0];
    if (group > 0) group--;
    else index++;
    if (arg === '--') {
      tokens.push({ kind: 'option-terminator', index });
      for (const a of rest) tokens.push({ kind: 'positional', index: ++index, value: a });
      break;
    }
    if (/^-[^-]$/.test(arg)) {
      const name = byShort(arg[1], options);
      let value;
      let inlineValue;
      if (typeOf(options, name) === 'string' && next !== undefined) {
        value = rest.shift();
        inlineValue = false;
      }
      tokens.push({ kind: 'option', name, rawName: arg, index, value, inlineValue });
      if (value != null) ++index;
    } else if (/^-[^-]./.test(arg) && typeOf(options, byShort(arg[1], options)) !== 'string') {
      const expanded = [];
      for (let i = 1; i < arg.length; i++) {
        const name = byShort(arg[i], options);
        if (typeOf(options, name) !== 'string' || i === arg.length - 1) {
          expanded.push(`-${arg[i]}`);
        } else {
          expanded.push(`-${arg.slice(i)}`);
          break;
        }
      }
      rest.unshift(...expanded);
      group = expanded.length;
    } else if (/^-[^-]./.test(arg)) {
      tokens.push({ kind: 'option', name: byShort(arg[1], options), rawName: arg.slice(0, 2), index, value: arg.slice(2), inlineValue: true });
    } else if (/^--[^=]+$/s.test(arg)) {
      const name = arg.slice(2);
      let value;
      let inlineValue;
      if (typeOf(options, name) === 'string' && next !== undefined) {
        value = rest.shift();
        inlineValue = false;
      }
      tokens.push({ kind: 'option', name, rawName: arg, index, value, inlineValue });
      if (value != null) ++index;
    } else if (/^--[^=]+=/s.test(arg)) {
      const at = arg.indexOf('=');
      tokens.push({ kind: 'option', name: arg.slice(2, at), rawName: arg.slice(0, at), index, value: arg.slice(at + 1), inlineValue: true });
    } else {
      tokens.push({ kind: 'positional', index, value: arg });
    }
  }
  return tokens;
}

const typeOf = (options, name) => Object.hasOwn(options, name) ? options[name].type : undefined;
const byShort = (short, options) => Object.keys(options).find((n) => options[n].short === short) ?? short;

function checkUsage({ token, options, allowPositionals }) {
  if (!Object.hasOwn(options, token.name)) {
    const hint = allowPositionals ? `. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- ${JSON.stringify(token.rawName)}` : '';
    throw error('ERR_PARSE_ARGS_UNKNOWN_OPTION', `Unknown option '${token.rawName}'${hint}`);
  }
  const { short, type } = options[token.name];
  const shown = `${short ? `-${short}, ` : ''}--${token.name}`;
  if (type === 'string' && typeof token.value !== 'string')
    throw error('ERR_PARSE_ARGS_INVALID_OPTION_VALUE', `Option '${shown} <value>' argument missing`);
  if (type === 'boolean' && token.value != null)
    throw error('ERR_PARSE_ARGS_INVALID_OPTION_VALUE', `Option '${shown}' does not take an argument`);
  if (type === 'string' && token.inlineValue === false && token.value.length > 1 && token.value[0] === '-') {
    const example = token.rawName.startsWith('--') ? `'${token.rawName}=-XYZ'` : `'--${token.name}=-XYZ' or '${token.rawName}-XYZ'`;
    throw error('ERR_PARSE_ARGS_INVALID_OPTION_VALUE', `Option '${token.rawName}' argument is ambiguous.
Did you forget to specify the option argument for '${token.rawName}'?
To specify an option argument starting with a dash use ${example}.`);
  }
}

function store(name, value, options, values) {
  if (name === '__proto__') return;
  value ??= true;
  if (options[name]?.multiple) (values[name] ??= []).push(value);
  else values[name] = value;
}

function parseArgs(config = {}) {
  check.object(config, 'config');
  const args = config.args ?? process.argv.slice(2 - (process.argv.length === 1 ? 1 : 0));
  const strict = config.strict ?? true;
  const allowPositionals = config.allowPositionals ?? !strict;
  const returnTokens = config.tokens ?? false;
  const options = config.options ?? {};
  check.array(args, 'args');
  check.boolean(strict, 'strict');
  check.boolean(allowPositionals, 'allowPositionals');
  check.boolean(returnTokens, 'tokens');
  check.object(options, 'options');
  for (const [name, o] of Object.entries(options)) {
    check.object(o, `options.${name}`);
    check.union(o.type, `options.${name}.type`, ['string', 'boolean']);
    if (Object.hasOwn(o, 'short')) {
      check.string(o.short, `options.${name}.short`);
      if (o.short.length !== 1) check.argumentValue(`options.${name}.short`, o.short, 'must be a single character');
    }
    if (Object.hasOwn(o, 'multiple')) check.boolean(o.multiple, `options.${name}.multiple`);
    if (o.default !== undefined) {
      const one = (v, n) => o.type === 'string' ? check.string(v, n) : check.boolean(v, n);
      if (o.multiple) {
        check.array(o.default, `options.${name}.default`);
        o.default.forEach((v, i) => one(v, `options.${name}.default[${i}]`));
      } else {
        one(o.default, `options.${name}.default`);
      }
    }
  }
  const tokens = tokenize(args, options);
  const result = { values: { __proto__: null }, positionals: [] };
  if (returnTokens) result.tokens = tokens;
  for (const token of tokens) {
    if (token.kind === 'option') {
      if (strict) checkUsage({ token, options, allowPositionals });
      store(token.name, token.value, options, result.values);
    } else if (token.kind === 'positional') {
      if (!allowPositionals)
        throw error('ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', `Unexpected argument '${token.value}'. This command does not take positional arguments`);
      result.positionals.push(token.value);
    }
  }
  for (const [name, o] of Object.entries(options))
    if (o.default !== undefined && result.values[name] === undefined) result.values[name] = o.default;
  return result;
}

module.exports = { parseArgs };
