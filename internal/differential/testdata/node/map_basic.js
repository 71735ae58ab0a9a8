function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => new Map([[1,'a'],['b',{c:1}]]));
show(() => (()=>{var m=new Map([[NaN,1],[-0,2]]); return [m.get(NaN),m.get(0),m.has(-0),m.size,m.delete(NaN),m.delete(NaN),[...m.keys()]]})());
show(() => [...new Map([[1,2]]).entries()]);
show(() => [...new Map([[1,2]]).values()]);
show(() => new Map([[1,2]]).entries());
show(() => new Map([[1,2],[3,4]]).keys());
show(() => new Map().set(1,2).set(1,3));
show(() => (()=>{var m=new Map([[1,1],[2,2],[3,3]]),r=[]; m.forEach(function(v,k,mm){r.push(k,this.t); if(k===1){m.delete(2);m.set(9,9)}},{t:7}); return r})());
show(() => (()=>{var m=new Map([[1,1]]); m.clear(); return m.size})());
show(() => Map.prototype.get.call(new Set,1));
show(() => Map.prototype.size);
show(() => Map[Symbol.species]===Map);
show(() => new Map([[1,2]])[Symbol.iterator]().next());
show(() => Object.prototype.toString.call(new Map().entries()));
show(() => (()=>{var m=new Map([[1,1],[2,2],[3,3]]),i=m.keys(); i.next(); m.delete(1); m.delete(2); return [i.next(),i.next(),i.next()]})());
