function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Object.keys(new Proxy({},{ownKeys(){return ['a','a']}})));
show(() => Object.keys(new Proxy({},{ownKeys(){return [1]}})));
show(() => new Proxy(Object.freeze({a:1}),{get(){return 2}}).a);
show(() => 'a' in new Proxy(Object.freeze({a:1}),{has(){return false}}));
show(() => Object.getPrototypeOf(new Proxy(Object.preventExtensions({}),{getPrototypeOf(){return Array.prototype}})));
show(() => (function(){'use strict'; new Proxy({},{set(){return false}}).a=1})());
show(() => (function(){'use strict'; delete new Proxy({},{deleteProperty(){return false}}).a})());
show(() => Object.defineProperty(new Proxy({},{defineProperty(){return false}}),'a',{}));
show(() => Object.preventExtensions(new Proxy({},{preventExtensions(){return true}})));
show(() => Object.isExtensible(new Proxy({},{isExtensible(){return false}})));
show(() => new Proxy({},{get:1}).a);
show(() => new Proxy({},{})());
show(() => new (new Proxy(()=>1,{})));
show(() => new (new Proxy(function(){},{construct(){return 1}})));
show(() => (()=>{var {proxy,revoke}=Proxy.revocable({},{}); revoke(); revoke(); return proxy.a})());
show(() => (()=>{var {proxy,revoke}=Proxy.revocable([],{}); revoke(); return Array.isArray(proxy)})());
show(() => Proxy.revocable(1,{}));
show(() => Object.getOwnPropertyDescriptor(new Proxy({},{getOwnPropertyDescriptor(){return 1}}),'a'));
show(() => Array.isArray(new Proxy([],{})));
show(() => JSON.stringify(new Proxy([1,2],{})));
show(() => typeof new Proxy(class{},{}));
show(() => Proxy({}, {}));
