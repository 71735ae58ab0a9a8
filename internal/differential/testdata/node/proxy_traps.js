var log=[];
var p=new Proxy(function target(a){},new Proxy({},{get(t,k){return (...a)=>{log.push(k); return Reflect[k](...a)}}}));
p.x=1; p.x; delete p.x; 'x' in p; Object.keys(p); Object.getPrototypeOf(p); Object.setPrototypeOf(p,Function.prototype); Object.isExtensible(p); Object.defineProperty(p,'q',{value:1,configurable:true}); Object.getOwnPropertyDescriptor(p,'q'); p(1); new p(2); Object.preventExtensions(p); for (var k in p);
console.log(log.join());
