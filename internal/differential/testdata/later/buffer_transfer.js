function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => (()=>{var b=new ArrayBuffer(4),c=b.transfer(8); return [b.detached,b.byteLength,c.byteLength].join()})());
show(() => (()=>{var b=new ArrayBuffer(4,{maxByteLength:8}),c=b.transferToFixedLength(); return [c.resizable,c.byteLength].join()})());
show(() => (()=>{var b=new ArrayBuffer(4),t=new Uint8Array(b); b.transfer(); return [t.length,t[0],t.byteOffset].join()})());
show(() => (()=>{var b=new ArrayBuffer(4); b.transfer(); b.slice(0)})());
show(() => Atomics.pause());
