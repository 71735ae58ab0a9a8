'use strict';
// The reports of node:test: TAP for files and pipes, a list for terminals.

const { inspect } = require('util');

const list = () => Boolean(process.stdout.isTTY);
const write = (text) => process.stdout.write(`${text}\n`);

// scalar writes a value in YAML.
function scalar(key, value, indent) {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : inspect(value, { depth: 5 });
  if (text.includes('\n')) return `${indent}${key}: |-\n${text.split('\n').map((l) => `${indent}  ${l}`).join('\n')}\n`;
  return `${indent}${key}: ${typeof value === 'string' ? `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : text}\n`;
}

function frames(stack) {
  return stack.split('\n').filter((l) => /^ +at /.test(l)).map((l) => l.replace(/^ +at /, '')).filter((l) => !/^(?:.*\()?node:/.test(l)).join('\n');
}

function details(t, indent) {
  let out = `${indent}---\n${scalar('duration_ms', t.duration, indent)}`;
  if (t.kind === 'suite') out += scalar('type', 'suite', indent);
  if (t.failed) {
    const { error, failureType } = t.failed;
    const isError = error instanceof Error;
    out += scalar('location', t.location, indent) + scalar('failureType', failureType, indent);
    out += scalar('error', isError ? error.message : typeof error === 'string' ? error : inspect(error), indent);
    out += scalar('code', isError && error.code || 'ERR_TEST_FAILURE', indent);
    if (isError && error.name !== 'Error') out += scalar('name', error.name, indent);
    if (isError && error.code === 'ERR_ASSERTION') {
      for (const key of ['expected', 'actual', 'operator']) out += scalar(key, error[key], indent);
    }
    if (isError && error.stack) out += scalar('stack', frames(error.stack), indent);
  }
  return `${out}${indent}...`;
}

const reason = (mark, value) => value === undefined || value === false ? '' : ` # ${mark}${typeof value === 'string' && value ? ` ${value}` : ''}`;
const directive = (t) => reason('SKIP', t.skipped) || reason('TODO', t.todo);
const escape = (name) => name.replaceAll('\\', '\\\\').replaceAll('#', '\\#').replaceAll('\n', '\\n');

function tap(t, number, indent) {
  write(`${indent}# Subtest: ${escape(t.name)}`);
  const inner = `${indent}    `;
  t.children.forEach((child, i) => tap(child, i + 1, inner));
  if (t.children.length > 0) {
    for (const d of t.diagnostics) write(`${inner}# ${d}`);
    write(`${inner}1..${t.children.length}`);
  }
  write(`${indent}${t.failed ? 'not ok' : 'ok'} ${number} - ${escape(t.name)}${directive(t)}`);
  write(details(t, `${indent}  `));
  if (t.children.length === 0) for (const d of t.diagnostics) write(`${indent}# ${d}`);
}

const colored = (color, text) => `\u001b[${inspect.colors[color][0]}m${text}\u001b[39m`;

function spec(t, indent) {
  const time = colored('gray', `(${t.duration}ms)`);
  const skipped = t.skipped !== undefined && t.skipped !== false;
  const line = skipped ? colored('gray', `﹣ ${t.name} ${time}`) : t.failed ? `${colored('red', `✖ ${t.name}`)} ${time}` : `${colored('green', '✔')} ${t.name} ${time}`;
  if (t.children.length > 0) {
    write(`${indent}${colored('white', `▶ ${t.name}`)}`);
    for (const child of t.children) spec(child, `${indent}  `);
    write(`${indent}${colored('white', `▶ ${t.name}`)} ${time}`);
  } else {
    write(`${indent}${line}${directive(t)}`);
  }
  for (const d of t.diagnostics) write(`${indent}${colored('blue', `ℹ ${d}`)}`);
  if (t.failed && t.failed.failureType !== 'subtestsFailed') write(`${inspect(t.failed.error)}`.replace(/^/gm, `${indent}  `));
}

exports.start = () => { if (!list()) write('TAP version 13'); };
exports.test = (t) => {
  if (list()) spec(t, '');
  else tap(t, t.index, '');
};
exports.end = (root, counters, duration) => {
  if (!list()) write(`1..${root.children.length}`);
  const mark = (text) => write(list() ? colored('blue', `ℹ ${text}`) : `# ${text}`);
  for (const d of root.diagnostics) mark(d);
  for (const [name, n] of Object.entries(counters)) mark(`${name} ${n}`);
  mark(`duration_ms ${duration}`);
};
