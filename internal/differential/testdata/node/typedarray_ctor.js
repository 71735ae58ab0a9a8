function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Int8Array.from([1,300,-200]));
show(() => Uint8ClampedArray.of(1.5,2.5,300,-1,NaN));
show(() => new Float32Array([1.1,NaN,-0]));
show(() => Object.getPrototypeOf(Int8Array)());
show(() => new (Object.getPrototypeOf(Int8Array)));
show(() => Object.getPrototypeOf(Int8Array).from.call(Array,[1]));
show(() => Uint8Array.from({length:2},(v,i)=>i+5));
show(() => new Uint8Array(new Set([1,2])));
show(() => new Uint8Array(new Uint16Array([1,257])));
show(() => new Uint8Array(new ArrayBuffer(8),2,3).byteOffset);
show(() => new BigInt64Array([1]));
show(() => new Uint8Array([1n]));
show(() => Uint8Array(1));
show(() => Object.getPrototypeOf(Int8Array)[Symbol.species]===Object.getPrototypeOf(Int8Array));
show(() => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Int8Array.prototype),Symbol.toStringTag).get.call(1));
show(() => (()=>{var t=new Uint8Array(2); t[5]=1; t['-0']=1; t.foo=2; t[1.5]=3; return [t,'-0' in t,1 in t,Object.keys(t)]})());
show(() => (function(){'use strict'; var t=new Uint8Array(1); t[5]=1; delete t[0]})());
show(() => Object.freeze(new Uint8Array(1)));
show(() => Object.freeze(new Uint8Array(0)));
show(() => Object.defineProperty(new Uint8Array(1),0,{value:1,configurable:false}));
