function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [0,-0,1.5,123.456,1e21,1e-7,123456789012,0.000001,5e-324,1.7976931348623157e308,100,0.1+0.2].map(String));
show(() => [0,1.005,123.456,1e21,-1.5,0.5,2.5,1.45].map(x=>x.toFixed(1)));
show(() => [0,1.005,123.456,1e21,-1.5,0.00001].map(x=>x.toPrecision(3)));
show(() => [0,1.005,123.456,1e21,-1.5,0.00001].map(x=>x.toExponential(2)));
show(() => [0,255,-255,0.5,3.14159,1e21].map(x=>x.toString(16)));
show(() => [0.1,1/3,123.625].map(x=>x.toString(2)));
show(() => (1e21).toString(36));
show(() => (25).toString(36));
show(() => (1.5).toExponential());
show(() => (NaN).toFixed(2));
show(() => (1).toPrecision(0));
show(() => (1).toExponential(-1));
show(() => (1000).toLocaleString===undefined);
show(() => (1234567.891).toFixed(2));
show(() => (123.456).toPrecision());
show(() => Number.prototype.toString.call('x'));
show(() => (12).toLocaleString());
