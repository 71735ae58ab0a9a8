'use strict';
// Where errors were emitted that no listener took, for the report of the error
// when it ends the program.

const places = new WeakMap();

// note remembers the place of a call of emit.
exports.note = (err, emitter, emit) => {
  const own = {};
  Error.captureStackTrace(own, emit);
  places.set(err, { stack: own.stack, name: emitter.constructor?.name });
};

// shared finds a run of more than three lines that both lists have.
function shared(a, b) {
  for (let i = 0; i < a.length - 3; i++) {
    const at = b.indexOf(a[i]);
    if (at < 0 || b.length - at <= 3) continue;
    const most = Math.min(a.length - i, b.length - at);
    let n = 1;
    while (n < most && a[i + n] === b[at + n]) n++;
    if (n > 3) return [i, n];
  }
  return [0, 0];
}

exports.of = (err) => {
  const place = places.get(err);
  if (place === undefined || typeof err.stack !== 'string') return undefined;
  const lines = place.stack.split('\n').slice(1);
  const [at, n] = shared(lines, err.stack.split('\n').slice(1));
  if (n > 0) lines.splice(at + 1, n - 2, '    [... lines matching original stack trace ...]');
  return `\nEmitted 'error' event${place.name && place.name !== 'EventEmitter' ? ` on ${place.name} instance` : ''} at:\n${lines.join('\n')}`;
};
