function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
for (const x of [0,-0,1.5,2.5,-1.5,127,128,255,256,-129,32768,65536,2**31,2**32,1e20,NaN,Infinity,'7',null,true,1e39,0.1]) console.log(x, new Uint8ClampedArray([x]));
show(() => [Uint8ClampedArray.BYTES_PER_ELEMENT,Uint8ClampedArray.name,Uint8ClampedArray.length,Uint8ClampedArray.prototype.BYTES_PER_ELEMENT]);
show(() => new Uint8ClampedArray([1n]));
show(() => Uint8ClampedArray(1));
show(() => new Uint8ClampedArray(3));
show(() => new Uint8ClampedArray([1,2,3]).buffer);
show(() => Object.prototype.toString.call(new Uint8ClampedArray(1)));
show(() => (()=>{const t=new Uint8ClampedArray(new ArrayBuffer(32),8,2); return [t.length,t.byteLength,t.byteOffset,t.buffer.byteLength]})());
