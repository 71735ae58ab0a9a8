function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => new Uint8Array([1,2,250]).toBase64());
show(() => new Uint8Array([1,2,250]).toHex());
show(() => Uint8Array.fromBase64('AQL6').join());
show(() => Uint8Array.fromHex('0102fa').join());
show(() => (()=>{var t=new Uint8Array(4),r=t.setFromBase64('AQL6'); return [r.read,r.written,...t].join()})());
show(() => (()=>{var t=new Uint8Array(4),r=t.setFromHex('0102'); return [r.read,r.written,...t].join()})());
show(() => new Uint8Array([255,254]).toBase64({alphabet:'base64url',omitPadding:true}));
