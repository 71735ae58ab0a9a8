function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setUTCMinutes(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMinutes(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMinutes(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMinutes(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMinutes(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMinutes(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMinutes(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMinutes(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMinutes(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMinutes(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMinutes('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMinutes(1e20),x.getTime()]})());
show(() => new Date(NaN).setUTCMinutes(1));
show(() => Date.prototype.setUTCMinutes.call({}));
show(() => Date.prototype.setUTCMinutes.length);
