function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => ({a:1}).hasOwnProperty('a'));
show(() => Object.prototype.isPrototypeOf.call(Array.prototype,[]));
show(() => [1].propertyIsEnumerable('length'));
show(() => ({}).toString());
show(() => [null,undefined,1,'s',true,[],()=>1,/x/,new Date(0),new Error('e'),Symbol(),1n,new Map,Math,JSON,Promise.resolve(),function*(){}(),(function(){return arguments})()].map(x=>Object.prototype.toString.call(x)));
show(() => ({toString(){return 'T'}}).toLocaleString());
show(() => Object.prototype.valueOf.call(3));
show(() => Object.prototype.valueOf.call(null));
show(() => Object.prototype.hasOwnProperty.call(undefined,'a'));
show(() => ({get [Symbol.toStringTag](){return 'Tagged'}})+'');
