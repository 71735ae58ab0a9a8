function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
for (const x of [0n,-1n,2n**63n,2n**64n+5n,-(2n**63n),true]) console.log(x, new BigInt64Array([x]));
show(() => [BigInt64Array.BYTES_PER_ELEMENT,BigInt64Array.name,BigInt64Array.length,BigInt64Array.prototype.BYTES_PER_ELEMENT]);
show(() => new BigInt64Array([1]));
show(() => BigInt64Array(1));
show(() => new BigInt64Array(3));
show(() => new BigInt64Array([1n,2n,3n]).buffer);
show(() => Object.prototype.toString.call(new BigInt64Array(1)));
show(() => (()=>{const t=new BigInt64Array(new ArrayBuffer(32),8,2); return [t.length,t.byteLength,t.byteOffset,t.buffer.byteLength]})());
