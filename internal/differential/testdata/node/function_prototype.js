function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => (function(){return [this,...arguments]}).apply({x:1},[1,2]));
show(() => (function(){return [this,...arguments]}).call('s',1,2));
show(() => Math.max.apply(null,{length:2,0:5,1:9}));
show(() => Math.max.apply(null,1));
show(() => (function f(a,b){}).bind(null,1).name);
show(() => (function f(a,b,c){}).bind(null,1).length);
show(() => new (function P(a,b){this.s=a+b}).bind(null,1)(2).constructor);
show(() => (function(){}).bind.call(1));
show(() => (function   spaced ( a,b ) { /* c */ }).toString());
show(() => class   A { x = 1 } .toString());
show(() => Math.max.toString());
show(() => (()=>1).toString());
show(() => Function.prototype.toString.call({}));
show(() => Function.prototype());
show(() => Function.prototype[Symbol.hasInstance].call(Array,[]));
show(() => ({}) instanceof (()=>1));
show(() => 1 instanceof 1);
show(() => Object.getOwnPropertyDescriptor(Function.prototype,Symbol.hasInstance));
