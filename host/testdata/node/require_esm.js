'use strict';
// require of ES modules.
const attempt = (f) => { try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message.split('\n')[0]); } };
attempt(() => require('./modules/default.mjs'));
attempt(() => require('./modules/default.mjs') === require('./modules/default.mjs'));
attempt(() => require('./modules/default.mjs').default.name);
attempt(() => require('./modules/waits.mjs'));
attempt(() => require('./modules/chooses.mjs'));
attempt(() => require('./modules/throws.mjs'));
const named = require('./modules/named.mjs');
console.log(named.n, named.more(), named.n, Object.keys(named), named.__esModule);
import('./modules/named.mjs').then((ns) => console.log(ns === named, ns.n));
