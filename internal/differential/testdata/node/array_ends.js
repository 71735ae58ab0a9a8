function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => (()=>{var a=[1]; return [a.push(2,3),a.pop(),a.shift(),a.unshift(8,9),a,[].pop(),[].shift()]})());
show(() => Array.prototype.push.call({length:2**53-1},1));
show(() => (()=>{var o={}; Array.prototype.push.call(o,'a'); return o})());
show(() => (()=>{var a=[,1]; a.shift(); return a})());
show(() => (()=>{var a=[,1]; a.unshift(0); return a})());
