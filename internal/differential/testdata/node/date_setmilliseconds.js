function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setMilliseconds(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMilliseconds(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMilliseconds(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMilliseconds(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMilliseconds(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMilliseconds(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMilliseconds(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMilliseconds(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMilliseconds(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMilliseconds(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMilliseconds('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMilliseconds(1e20),x.getTime()]})());
show(() => new Date(NaN).setMilliseconds(1));
show(() => Date.prototype.setMilliseconds.call({}));
show(() => Date.prototype.setMilliseconds.length);
