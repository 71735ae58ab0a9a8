function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setFullYear(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setFullYear(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setFullYear(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setFullYear(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setFullYear(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setFullYear(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setFullYear(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setFullYear(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setFullYear(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setFullYear(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setFullYear('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setFullYear(1e20),x.getTime()]})());
show(() => new Date(NaN).setFullYear(1));
show(() => Date.prototype.setFullYear.call({}));
show(() => Date.prototype.setFullYear.length);
