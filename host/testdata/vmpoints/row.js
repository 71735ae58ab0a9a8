'use strict';
// Prints a row: its name, and the value or error of each function.
const util = require('util');

function one(f) {
  try {
    return f();
  } catch (e) {
    return show(e);
  }
}

function show(e) {
  if (e === null || typeof e !== 'object') return `threw ${String(e)}`;
  return `${e.name}${e.code ? `[${e.code}]` : ''}: ${e.message}`;
}

exports.show = show;
// What the table writes for a call that ought to fail and does not.
exports.tried = (f) => {
  try {
    const v = f();
    return `no error, but ${typeof v === 'string' ? JSON.stringify(v) : util.inspect(v)}`;
  } catch (e) {
    return show(e);
  }
};
exports.row = (name, ...fs) => {
  const values = fs.map((f) => one(f));
  console.log(`## ${name}\n%s`, util.inspect(values.length === 1 ? values[0] : values, { depth: 4, breakLength: 200 }));
};
const tail = [];
exports.later = (name, f) => { tail.push([name, f]); };
exports.run = async () => {
  for (const [name, f] of tail) {
    let v;
    try { v = await f(); } catch (e) { v = show(e); }
    console.log(`## ${name}\n%s`, util.inspect(v, { depth: 4, breakLength: 200 }));
  }
};
