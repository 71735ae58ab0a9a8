function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => (()=>{var log=[],s=new DisposableStack; s.use({[Symbol.dispose](){log.push('use')}}); s.adopt(1,v=>log.push('adopt'+v)); s.defer(()=>log.push('defer')); var m=s.move(); log.push(s.disposed); m.dispose(); return log.join()})());
show(() => (()=>{var e=new SuppressedError(1,2,'m'); return [e.error,e.suppressed,e.message].join()})());
show(() => (()=>{var log=[]; { using x={[Symbol.dispose](){log.push('disposed')}}; log.push('body') } return log.join()})());
show(() => new DisposableStack()[Symbol.toStringTag]);
var log=[]; (async()=>{ var s=new AsyncDisposableStack; s.use({[Symbol.asyncDispose](){log.push('use')}}); s.adopt(1,v=>log.push('adopt'+v)); s.defer(()=>log.push('defer')); var m=s.move(); log.push(s.disposed); await m.disposeAsync(); { await using y={async [Symbol.asyncDispose](){log.push('y')}}; } await (async function*(){})()[Symbol.asyncDispose](); console.log(log.join()) })();
