function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
var d=new Date(Date.UTC(2021,6,4,5,6,7,8));
show(() => ['getDate','getDay','getFullYear','getHours','getMilliseconds','getMinutes','getMonth','getSeconds','getTime','getTimezoneOffset','getUTCDate','getUTCDay','getUTCFullYear','getUTCHours','getUTCMilliseconds','getUTCMinutes','getUTCMonth','getUTCSeconds','getYear','valueOf'].map(k=>k+' '+d[k]()+' '+new Date(NaN)[k]()).join('\n'));
show(() => Date.prototype.getTime.call({}));
