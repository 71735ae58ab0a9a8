function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => new Function('a','b','return a+b')(1,2));
show(() => Function('a,b','/*x*/','return a').toString());
show(() => Function('return this')()===globalThis);
show(() => new Function('a b',''));
show(() => new Function('','}, function(){'));
show(() => Object.getPrototypeOf(function*(){}).constructor('yield 1; yield 2')().next());
show(() => [...Object.getPrototypeOf(function*(){}).constructor('a','yield a; yield 2')(7)]);
show(() => Object.getPrototypeOf(async function(){}).constructor('return 1').toString());
show(() => Object.getPrototypeOf(async function*(){}).constructor('yield 1').toString());
show(() => (function(){return typeof arguments.callee})());
show(() => (function(){'use strict'; return arguments.callee})());
show(() => (()=>{}).caller);
show(() => Object.getOwnPropertyNames(Function.prototype).sort());
