function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
for (const x of [0,-0,1.5,2.5,-1.5,127,128,255,256,-129,32768,65536,2**31,2**32,1e20,NaN,Infinity,'7',null,true,1e39,0.1]) console.log(x, new Int16Array([x]));
show(() => [Int16Array.BYTES_PER_ELEMENT,Int16Array.name,Int16Array.length,Int16Array.prototype.BYTES_PER_ELEMENT]);
show(() => new Int16Array([1n]));
show(() => Int16Array(1));
show(() => new Int16Array(3));
show(() => new Int16Array([1,2,3]).buffer);
show(() => Object.prototype.toString.call(new Int16Array(1)));
show(() => (()=>{const t=new Int16Array(new ArrayBuffer(32),8,2); return [t.length,t.byteLength,t.byteOffset,t.buffer.byteLength]})());
