function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [1,2,3].every(x=>x>0));
show(() => [].every(x=>false));
show(() => [1,2,3].some(x=>x>2));
show(() => [1,,3].filter(()=>true));
show(() => [1,,3].map(x=>x*2));
show(() => (()=>{var r=[]; [1,,3].forEach(function(v,i,a){r.push(v,i,a.length,this.q)},{q:1}); return r})());
show(() => (()=>{var a=[1,2,3],r=[]; a.forEach(v=>{r.push(v); a.pop()}); return r})());
show(() => (()=>{var a=[1,2],r=[]; a.map(v=>{r.push(v); if(a.length<5)a.push(9)}); return r})());
show(() => [1,2,3].reduce((a,b)=>a+b));
show(() => [1,2,3].reduceRight((a,b)=>a+'-'+b));
show(() => [1,2,3].reduce((a,b,i)=>a+i,'x'));
show(() => [,1,,2].reduce((a,b)=>a+b));
show(() => [[3]].reduceRight((a,b)=>1));
show(() => [].reduceRight(()=>1));
