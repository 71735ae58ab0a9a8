function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Promise.resolve(4));
show(() => Promise.reject(3).catch(()=>1));
show(() => new Promise(()=>1));
show(() => Promise.resolve(Promise.resolve(1)));
show(() => Promise[Symbol.species]===Promise);
show(() => Promise.resolve.call(1));
show(() => Promise.reject.call(1));
show(() => Promise.prototype.then.call(1));
show(() => (()=>{var e=Promise.reject(new TypeError('x')); e.catch(()=>1); return typeof e})());
show(() => {
  class P extends Promise{}
  return P.resolve(1) instanceof P;
});
show(() => (()=>{class P extends Promise{}; return P.resolve(1).then(()=>1) instanceof P})());
