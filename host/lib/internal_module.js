'use strict';
// The parts of node:module that are JavaScript.

const check = require('internal/validators');

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

// numbers decodes the base 64 VLQ numbers of a segment.
function numbers(segment) {
  const out = [];
  let value = 0;
  let shift = 0;
  for (const ch of segment) {
    const digit = digits.indexOf(ch);
    value += (digit & 31) * 2 ** shift;
    shift += 5;
    if (digit & 32) continue;
    out.push(value % 2 === 1 ? -Math.floor(value / 2) : value / 2);
    value = shift = 0;
  }
  return out;
}

class SourceMap {
  #payload;
  #mappings = [];
  #lineLengths;

  constructor(payload, { lineLengths } = {}) {
    check.object(payload, 'payload');
    this.#payload = structuredClone(payload);
    this.#lineLengths = lineLengths;
    for (const s of payload.sections ?? [{ offset: { line: 0, column: 0 }, map: payload }]) this.#read(s.map, s.offset.line, s.offset.column);
    this.#mappings.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  }
  #read(map, line, column) {
    let [source, originalLine, originalColumn, name] = [0, 0, 0, 0];
    map.mappings.split(';').forEach((segments, i) => {
      let at = i === 0 ? column : 0;
      for (const segment of segments.split(',')) {
        if (segment === '') continue;
        const n = numbers(segment);
        at += n[0];
        if (n.length === 1) {
          this.#mappings.push([line + i, at]);
          continue;
        }
        source += n[1];
        originalLine += n[2];
        originalColumn += n[3];
        if (n.length > 4) name += n[4];
        this.#mappings.push([line + i, at, map.sources[source], originalLine, originalColumn, n.length > 4 ? map.names?.[name] : undefined]);
      }
    });
  }
  get payload() { return structuredClone(this.#payload); }
  get lineLengths() { return this.#lineLengths ? [...this.#lineLengths] : undefined; }

  findEntry(line, column) {
    let entry;
    for (const m of this.#mappings) {
      if (m[0] > line || m[0] === line && m[1] > column) break;
      entry = m;
    }
    if (!entry) return {};
    const [generatedLine, generatedColumn, originalSource, originalLine, originalColumn, name] = entry;
    return { generatedLine, generatedColumn, originalSource, originalLine, originalColumn, name };
  }
  findOrigin(line, column) {
    const e = this.findEntry(line - 1, column - 1);
    if (e.originalSource === undefined) return {};
    return { name: e.name, fileName: e.originalSource, lineNumber: e.originalLine + line - e.generatedLine, columnNumber: e.originalColumn + column - e.generatedColumn };
  }
}

exports.SourceMap = SourceMap;
exports.borrowed = {
  wrap: (script) => `${require('module').wrapper[0]}${script}${require('module').wrapper[1]}`,
  findSourceMap: () => undefined,
  register() { check.fail(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', 'Loader hooks are not available in this host'); },
};
