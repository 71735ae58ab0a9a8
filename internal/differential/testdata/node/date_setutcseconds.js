function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setUTCSeconds(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCSeconds(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCSeconds(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCSeconds(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCSeconds(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCSeconds(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCSeconds(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCSeconds(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCSeconds(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCSeconds(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCSeconds('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCSeconds(1e20),x.getTime()]})());
show(() => new Date(NaN).setUTCSeconds(1));
show(() => Date.prototype.setUTCSeconds.call({}));
show(() => Date.prototype.setUTCSeconds.length);
