function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [1,,3].reverse());
show(() => [1,2,3].slice(-2));
show(() => [1,2,3].slice(0,-1));
show(() => [1,,3].slice());
show(() => Array.prototype.slice.call('abc',1));
show(() => (()=>{var a=[1,2,3,4]; return [a.splice(1,2,'a','b','c'),a]})());
show(() => (()=>{var a=[1,2,3,4]; return [a.splice(-1),a]})());
show(() => (()=>{var a=[1,2]; return [a.splice(),a]})());
show(() => (()=>{var a=[1,,3,,5]; return [a.splice(1,1),a]})());
