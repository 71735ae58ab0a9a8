function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setUTCFullYear(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCFullYear(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCFullYear(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCFullYear(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCFullYear(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCFullYear(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCFullYear(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCFullYear(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCFullYear(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCFullYear(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCFullYear('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCFullYear(1e20),x.getTime()]})());
show(() => new Date(NaN).setUTCFullYear(1));
show(() => Date.prototype.setUTCFullYear.call({}));
show(() => Date.prototype.setUTCFullYear.length);
