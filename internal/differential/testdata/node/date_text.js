function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
var d=new Date(Date.UTC(2021,6,4,5,6,7,8));
show(() => d.toString());
show(() => d.toDateString());
show(() => d.toTimeString());
show(() => d.toISOString());
show(() => d.toUTCString());
show(() => d.toGMTString===d.toUTCString);
show(() => d.toJSON());
show(() => Date.prototype.toJSON.call({toISOString(){return 'I'}}));
show(() => new Date(NaN).toJSON());
show(() => [String(new Date(NaN)),new Date(NaN).toDateString(),new Date(NaN).toTimeString(),new Date(NaN).toUTCString()]);
show(() => new Date(Date.UTC(-1,0)).toUTCString());
show(() => new Date(Date.UTC(12345,0)).toString());
show(() => new Date(Date.UTC(-12345,0)).toISOString());
show(() => d[Symbol.toPrimitive]('number'));
show(() => d[Symbol.toPrimitive]('default'));
show(() => d[Symbol.toPrimitive]('x'));
show(() => d+1);
show(() => d-1);
show(() => typeof d.toLocaleString()+typeof d.toLocaleDateString()+typeof d.toLocaleTimeString());
show(() => d.toLocaleString());
show(() => d.toLocaleDateString());
show(() => d.toLocaleTimeString());
