function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => (()=>{var k={},m=new WeakMap([[k,1]]); return [m.get(k),m.has(k),m.set(k,2)===m,m.get(k),m.delete(k),m.has(k),m.get(1)]})());
show(() => new WeakMap().set(1,1));
show(() => (()=>{var k={},s=new WeakSet([k]); return [s.has(k),s.delete(k),s.delete(k),s.add(k)===s,s.has(1)]})());
show(() => new WeakSet().add('a'));
show(() => new WeakRef({a:1}).deref());
show(() => (()=>{var f=new FinalizationRegistry(()=>1),k={}; return [f.register({},1,k),f.unregister(k),f.unregister(k)]})());
show(() => new FinalizationRegistry(1));
show(() => (()=>{var f=new FinalizationRegistry(()=>1),k={}; f.register(k,k)})());
show(() => [String(new WeakMap),String(new WeakSet),String(new WeakRef({})),String(new FinalizationRegistry(()=>1))]);
