var log=[];
var it={[Symbol.iterator](){log.push('iter'); var n=0; return {next(){log.push('next'); return {value:n,done:n++>2}}, return(v){log.push('return'); return {}}}}};
for (var x of it) { log.push(x); if (x===1) break; }
var [a]=it; var [b,...c]=it; [...it]; Math.max(...it); new Set(it); Array.from(it);
try { for (x of it) throw 'boom' } catch (e) { log.push(e) }
(function(){ for (x of it) return 1 })();
l: for (var q of [1,2]) { for (x of it) continue l; }
console.log(log.join(' '));
console.log(c);
