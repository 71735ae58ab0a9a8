function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => (()=>{function* g(){var x=yield 1; var y=yield x*2; return x+y} var i=g(); return [i.next(),i.next(5),i.next(6),i.next()]})());
show(() => (()=>{function* g(){try{yield 1}finally{yield 'f'}} var i=g(); i.next(); return [i.return(9),i.next(),i.next()]})());
show(() => (()=>{function* g(){try{yield 1}catch(e){yield e}} var i=g(); i.next(); return [i.throw('E'),i.next()]})());
show(() => (()=>{function* a(){var r=yield* b(); yield r} function* b(){yield 1; return 2} return [...a()]})());
show(() => (function*(){})().throw(new Error('early')));
show(() => (function*(){})().return(5));
show(() => (function*(){}).prototype);
show(() => Object.prototype.toString.call(function*(){}()));
show(() => (function*(){}()));
show(() => (()=>{var g=function*(){yield arguments.length}; return [...g(1,2,3)]})());
show(() => (()=>{class A{*[Symbol.iterator](){yield* [1,2]}}; return [...new A]})());
show(() => (()=>{function* f(){yield* 5} return [...f()]})());
show(() => new (function*(){}));
show(() => (()=>{function* inf(){let n=0; while(true) yield n++} let [a,b,c]=inf(); return a+b+c})());
show(() => typeof function*(){}().next);
