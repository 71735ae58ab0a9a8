function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Object.isFrozen(Object.freeze([1])));
show(() => Object.isSealed(Object.seal({a:1})));
show(() => Object.isExtensible(Object.preventExtensions({})));
show(() => Object.isFrozen('a'));
show(() => Object.isSealed(1), Object.isExtensible(1));
show(() => (function(){'use strict'; Object.freeze([1]).push(2)})());
show(() => (function(){'use strict'; Object.freeze({a:1}).a=2})());
show(() => (function(){'use strict'; Object.seal({a:1}).b=2})());
show(() => (function(){'use strict'; delete Object.seal({a:1}).a})());
show(() => (function(){var o=Object.freeze({a:1}); o.a=2; delete o.a; return o})());
