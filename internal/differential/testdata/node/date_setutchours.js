function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setUTCHours(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCHours(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCHours(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCHours(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCHours(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCHours(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCHours(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCHours(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCHours(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCHours(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCHours('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCHours(1e20),x.getTime()]})());
show(() => new Date(NaN).setUTCHours(1));
show(() => Date.prototype.setUTCHours.call({}));
show(() => Date.prototype.setUTCHours.length);
