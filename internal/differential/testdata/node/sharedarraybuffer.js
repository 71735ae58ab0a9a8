function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => new SharedArrayBuffer(4));
show(() => new SharedArrayBuffer(8).slice(2,5).byteLength);
show(() => (()=>{var b=new SharedArrayBuffer(4,{maxByteLength:8}); var r=[b.growable,b.maxByteLength]; b.grow(6); r.push(b.byteLength); return r})());
show(() => new SharedArrayBuffer(4).grow(2));
show(() => SharedArrayBuffer[Symbol.species]===SharedArrayBuffer);
