function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMilliseconds(1e20),x.getTime()]})());
show(() => new Date(NaN).setUTCMilliseconds(1));
show(() => Date.prototype.setUTCMilliseconds.call({}));
show(() => Date.prototype.setUTCMilliseconds.length);
