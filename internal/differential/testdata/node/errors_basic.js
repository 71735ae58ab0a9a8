function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => new TypeError('m').toString());
show(() => Error('x') instanceof Error);
show(() => String(new RangeError));
show(() => Object.assign(new Error('a'),{name:'N'}).toString());
show(() => Error.prototype.toString.call({name:'A',message:''}));
show(() => Error.prototype.toString.call({name:'',message:'b'}));
show(() => Error.prototype.toString.call(1));
show(() => new Error('x',{cause:5}).cause);
show(() => Object.getOwnPropertyDescriptor(new Error('x',{cause:5}),'cause'));
show(() => 'cause' in new Error('x',{}));
show(() => new AggregateError([1,2],'m').errors);
show(() => new AggregateError(1));
show(() => Object.prototype.hasOwnProperty.call(new Error,'message'));
show(() => [EvalError,RangeError,ReferenceError,SyntaxError,TypeError,URIError].map(E=>[E.name,E.length,E('q').message,E.prototype.name,Object.getPrototypeOf(E)===Error]));
show(() => typeof Error.captureStackTrace);
show(() => typeof Error.stackTraceLimit);
show(() => (()=>{var o={}; Error.captureStackTrace(o); return typeof o.stack})());
show(() => new Error('line').stack.split('\n')[0]);
