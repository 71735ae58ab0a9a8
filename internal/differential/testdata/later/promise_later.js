Promise.try((a)=>a+1,1).then(console.log); var w=Promise.withResolvers(); w.promise.then(console.log); w.resolve('w'); Array.fromAsync([1,Promise.resolve(2)]).then(v=>console.log(v.join()));
(async()=>{ console.log((await Array.fromAsync((async function*(){yield 1; yield 2})(),x=>x*2)).join()) })();
Promise.try(()=>{throw 'thrown'}).catch(console.log);
