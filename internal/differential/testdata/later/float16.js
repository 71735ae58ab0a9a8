function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => new Float16Array([1.1,65504,65520,NaN,-0,5.96e-8]).join());
show(() => Math.f16round(1.337));
show(() => (()=>{var v=new DataView(new ArrayBuffer(2)); v.setFloat16(0,1.5); return [v.getFloat16(0),v.getUint16(0)]})());
show(() => Float16Array.BYTES_PER_ELEMENT);
show(() => Float16Array.from([1,2]).map(x=>x/3).join());
