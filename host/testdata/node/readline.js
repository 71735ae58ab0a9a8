'use strict';
const readline = require('node:readline');
const { Readable, PassThrough } = require('node:stream');
(async () => {
  const rl = readline.createInterface({ input: Readable.from(['one\ntw', 'o\r\nthr', 'ee\n\nlast']) });
  rl.on('line', (l) => console.log('line', JSON.stringify(l))); await new Promise((r) => rl.on('close', r)); console.log('closed', rl.closed);
  const lines = []; for await (const l of readline.createInterface({ input: Readable.from(['a\nb\n', 'c']) })) lines.push(l); console.log(lines);
  const input = new PassThrough(); const output = new PassThrough(); let shown = ''; output.on('data', (d) => { shown += d; });
  const q = readline.createInterface({ input, output, prompt: '? ' }); setTimeout(() => input.write('Bob\n'), 2);
  console.log(await new Promise((r) => q.question('Name: ', r))); q.prompt(); await new Promise((r) => setTimeout(r, 2)); console.log(JSON.stringify(shown), q.getPrompt()); q.setPrompt('! '); q.close();
  try { q.question('x', () => {}); } catch (e) { console.log(e.code, e.message); }
  const rp = require('node:readline/promises'); const i2 = new PassThrough(); const p = rp.createInterface({ input: i2, output: new PassThrough() }); setTimeout(() => i2.write('42\n'), 2); console.log(await p.question('? ')); p.close();
  const esc = new PassThrough(); readline.clearLine(esc, 0); readline.cursorTo(esc, 2, 3); readline.moveCursor(esc, -1, 1); readline.clearScreenDown(esc); esc.end(); console.log(JSON.stringify(String(await esc.toArray())));
  const br = readline.createInterface({ input: Readable.from(['1\n2\n3\n']) }); for await (const l of br) { console.log(l); break; } console.log(br.closed);
})();
