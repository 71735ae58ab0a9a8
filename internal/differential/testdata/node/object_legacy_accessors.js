function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => (()=>{var o={}; o.__defineGetter__('g',()=>5); o.__defineSetter__('s',function(v){this.q=v}); o.s=3; return [o.g,o.q,typeof o.__lookupGetter__('g'),typeof o.__lookupSetter__('s'),o.__lookupGetter__('zz')]})());
show(() => ({}).__proto__===Object.prototype);
show(() => ({__proto__:null}).__proto__);
show(() => (()=>{var o={}; o.__proto__={x:1}; return o.x})());
show(() => ({}).__defineGetter__('a',1));
show(() => Object.setPrototypeOf({}, {z:1}).z);
show(() => Object.setPrototypeOf({},1));
show(() => Object.setPrototypeOf(Object.preventExtensions({}),null));
show(() => (()=>{var a={},b={__proto__:a}; a.__proto__=b})());
show(() => Object.getPrototypeOf(1)===Number.prototype);
show(() => Object.getPrototypeOf(null));
