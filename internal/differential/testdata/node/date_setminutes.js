function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setMinutes(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMinutes(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMinutes(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMinutes(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMinutes(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMinutes(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMinutes(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMinutes(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMinutes(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMinutes(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMinutes('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMinutes(1e20),x.getTime()]})());
show(() => new Date(NaN).setMinutes(1));
show(() => Date.prototype.setMinutes.call({}));
show(() => Date.prototype.setMinutes.length);
