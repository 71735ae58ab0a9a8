'use strict';
// console.table: rows and columns of a value in a frame.

const { inspect, types } = require('util');

const width = binding.textWidth;

function frame(head, columns) {
  const rows = Math.max(...columns.map((c) => c.length));
  const widths = head.map((h, i) => {
    let w = width(h);
    for (const cell of columns[i]) if (cell !== undefined) w = Math.max(w, width(cell));
    return w + 2;
  });
  const line = (left, middle, right) => left + widths.map((w) => '─'.repeat(w)).join(middle) + right;
  const row = (cells) => `│${cells.map((cell, i) => {
    return ` ${cell}${' '.repeat(widths[i] - 1 - width(cell))}`;
  }).join('│')}│`;
  const out = [line('┌', '┬', '┐'), row(head), line('├', '┼', '┤')];
  for (let i = 0; i < rows; i++) out.push(row(columns.map((c) => c[i] ?? '')));
  out.push(line('└', '┴', '┘'));
  return out.join('\n');
}

module.exports = function table(data, properties, options) {
  const show = (v) => {
    const large = v !== null && typeof v === 'object' && !Array.isArray(v) && Object.keys(v).length > 2;
    return inspect(v, { maxArrayLength: 3, breakLength: Infinity, ...options, depth: large ? -1 : 0 });
  };
  const indices = (n) => Array.from({ length: n }, (_, i) => inspect(i));

  if (types.isMap(data) || types.isMapIterator(data) || types.isSet(data) || types.isSetIterator(data)) {
    const iterator = types.isMapIterator(data) || types.isSetIterator(data);
    const [rest, ofPairs] = iterator ? binding.iteratorRest(data) : [[...data], types.isMap(data)];
    const pairs = types.isMap(data) || types.isMapIterator(data) && ofPairs;
    const list = iterator && pairs ? rest.flatMap((_, i) => i % 2 === 0 ? [rest.slice(i, i + 2)] : []) : rest;
    if (pairs) return frame(['(iteration index)', 'Key', 'Values'], [indices(list.length), list.map((e) => show(e[0])), list.map((e) => show(e[1]))]);
    return frame(['(iteration index)', 'Values'], [indices(list.length), list.map(show)]);
  }

  const columns = { __proto__: null };
  const values = [];
  let primitives = false;
  const keys = Object.keys(data);
  keys.forEach((key, i) => {
    const item = data[key];
    const primitive = item === null || typeof item !== 'function' && typeof item !== 'object';
    if (primitive && properties === undefined) {
      primitives = true;
      values[i] = show(item);
      return;
    }
    for (const k of properties ?? Object.keys(item)) {
      columns[k] ??= [];
      columns[k][i] = !primitive && Object.hasOwn(item, k) ? show(item[k]) : '';
    }
  });
  const head = ['(index)', ...Object.keys(columns)];
  const cells = [keys, ...Object.values(columns)];
  if (primitives) {
    head.push('Values');
    cells.push(values);
  }
  return frame(head, cells);
};
