function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => new ArrayBuffer(4));
show(() => new ArrayBuffer(8).slice(2,5).byteLength);
show(() => ArrayBuffer.isView(new DataView(new ArrayBuffer(1))));
show(() => ArrayBuffer.isView(1));
show(() => (()=>{var b=new ArrayBuffer(4,{maxByteLength:8}); var r=[b.resizable,b.maxByteLength]; b.resize(6); r.push(b.byteLength); return r})());
show(() => new ArrayBuffer(4).resize(2));
show(() => new ArrayBuffer(4,{maxByteLength:8}).resize(9));
show(() => new ArrayBuffer(5,{maxByteLength:4}));
show(() => ArrayBuffer[Symbol.species]===ArrayBuffer);
show(() => ArrayBuffer(1));
show(() => new Uint8Array([1,2,3]).buffer);
show(() => (()=>{var b=new ArrayBuffer(4,{maxByteLength:8}),t=new Uint8Array(b); b.resize(8); var n=t.length; b.resize(1); return [n,t.length]})());
show(() => (()=>{var b=new ArrayBuffer(8,{maxByteLength:8}),t=new Uint8Array(b,4); b.resize(2); return [t.length,t.byteOffset,t[0]]})());
