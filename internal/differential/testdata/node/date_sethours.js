function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setHours(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setHours(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setHours(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setHours(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setHours(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setHours(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setHours(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setHours(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setHours(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setHours(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setHours('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setHours(1e20),x.getTime()]})());
show(() => new Date(NaN).setHours(1));
show(() => Date.prototype.setHours.call({}));
show(() => Date.prototype.setHours.length);
