function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => new Set([1,'a',[2],1]));
show(() => [...new Set('hello')]);
show(() => (()=>{var s=new Set([1,2]); return [s.has(1),s.add(3)===s,s.delete(1),s.delete(1),s.size,[...s.entries()],[...s.values()],[...s.keys()]]})());
show(() => new Set([1]).values());
show(() => new Set([1]).entries());
show(() => (()=>{var r=[]; new Set([1,2]).forEach((v,k)=>r.push([v,k])); return r})());
show(() => (()=>{var s=new Set([1]); s.clear(); return s})());
show(() => Set.prototype.add.call(new Map,1));
show(() => Set.prototype.keys===Set.prototype.values);
show(() => Set[Symbol.species]===Set);
show(() => (()=>{var s=new Set([1,2,3]),r=[]; for(var v of s){r.push(v); if(v<3){s.delete(v);s.add(v+10)}} return r})());
show(() => new Set([1])[Symbol.iterator]().next());
show(() => Set.prototype.size);
