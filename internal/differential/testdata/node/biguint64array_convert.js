function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
for (const x of [0n,-1n,2n**63n,2n**64n+5n,-(2n**63n),true]) console.log(x, new BigUint64Array([x]));
show(() => [BigUint64Array.BYTES_PER_ELEMENT,BigUint64Array.name,BigUint64Array.length,BigUint64Array.prototype.BYTES_PER_ELEMENT]);
show(() => new BigUint64Array([1]));
show(() => BigUint64Array(1));
show(() => new BigUint64Array(3));
show(() => new BigUint64Array([1n,2n,3n]).buffer);
show(() => Object.prototype.toString.call(new BigUint64Array(1)));
show(() => (()=>{const t=new BigUint64Array(new ArrayBuffer(32),8,2); return [t.length,t.byteLength,t.byteOffset,t.buffer.byteLength]})());
