var log=[];
async function f(x){ log.push('in'+x); if(x) throw x; return 'v' }
f(0).then(v=>log.push(v)); f(1).catch(e=>log.push('e'+e));
(async()=>{ for await (var x of [1,Promise.resolve(2)]) log.push('fa'+x) })();
(async()=>{ for await (var x of (async function*(){ yield 'g1'; yield Promise.resolve('g2'); return 3 })()) log.push(x) })();
(async()=>{ var g=(async function*(){ try { yield 1; yield 2 } finally { log.push('cleanup') } })(); for await (var x of g) break; log.push(await g.next()) })();
(async()=>{ var g=(async function*(){ try { yield 1 } catch(e) { log.push('gc'+e); yield 'y' } })(); await g.next(); log.push(await g.throw('T'),await g.return('R'),await g.next()) })();
(async()=>{ var o={m:async()=>this===undefined, async *g(){ yield* [1,2] }}; log.push(await o.m()); for await (var q of o.g()) log.push('q'+q) })();
(async()=>{ var gs=(async function*(){ log.push(await (yield 'a')) })(); var a=gs.next(),b=gs.next('sent'),c=gs.next(); log.push(await a,await b,await c) })();
setTimeout(()=>{ for (var l of log) console.log(l) },5);
