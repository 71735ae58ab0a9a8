// faithful: escapes
// The RangeError may be born in a frame of the host.
let found = [];
function deep() { try { callback(deep) } catch (e) { found.push(e) } }
for (let i = 0; i < 50; i++) { try { (function down(n) { n ? down(n - 1) : deep() })(i) } catch (e) { found.push(e) } }
found.find((e) => !(e instanceof Error)) ?? found[0]
