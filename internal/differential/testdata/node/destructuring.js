function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => (()=>{let {a,b:{c=5,...r}={d:1},...rest}={a:1,x:2,y:3}; return [a,c,r,rest]})());
show(() => (()=>{let [a,,b=3,[c]=[4],...d]=[1,2,undefined,undefined,5,6]; return [a,b,c,d]})());
show(() => (()=>{let a=1,b=2; [a,b]=[b,a]; return [a,b]})());
show(() => (()=>{let o={}; ({a:o.x,b:o['y']}={a:1,b:2}); return o})());
show(() => (({a=1,b=a+1}={})=>[a,b])());
show(() => ((a,b=a,[c,d]=[b,2])=>[a,b,c,d])(1));
show(() => (()=>{let k='z',{[k]:v=9}={}; return v})());
show(() => (()=>{let {length}='hello'; return length})());
show(() => (()=>{let {0:a,[1]:b}=[7,8]; return a+b})());
show(() => (()=>{for (let [k,v] of Object.entries({a:1})) return k+v})());
show(() => (()=>{try { throw {m:1} } catch ({m}) { return m }})());
show(() => (function(a,b=2,...c){return [arguments.length,a,b,c]})(1,undefined,3,4));
show(() => (function f(a,b=2,...c){}).length);
