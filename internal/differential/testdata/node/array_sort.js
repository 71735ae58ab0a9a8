function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [3,1,10,2].sort());
show(() => [3,1,10,2].sort((a,b)=>a-b));
show(() => [3,undefined,1,,2].sort());
show(() => ['b','a','C',null].sort());
show(() => [5,1,4].sort(()=>0));
show(() => [{k:1,v:'a'},{k:0,v:'b'},{k:1,v:'c'},{k:0,v:'d'}].sort((x,y)=>x.k-y.k).map(x=>x.v).join(''));
show(() => Array.from({length:100},(_, i)=>(i*37)%101).sort((a,b)=>b-a).join());
show(() => ['é','z','a','😀','\uffff'].sort());
show(() => Array.prototype.sort.call({length:3,0:3,1:1,2:2}));
show(() => [2,1].sort(undefined));
show(() => [2,1].sort(null));
