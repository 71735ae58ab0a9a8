function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => 'hello'.slice(1,-1));
show(() => 'hello'.slice(-3));
show(() => 'hello'.substring(3,1));
show(() => 'hello'.substring(-1,2));
show(() => 'hello'.substr(-3,2));
show(() => 'hello'.substr(1));
show(() => 'a,b,c'.split(','));
show(() => 'abc'.split(''));
show(() => 'abc'.split());
show(() => 'a1b2'.split(/\d/));
show(() => 'a1b2'.split(/(\d)/));
show(() => 'a,b,c'.split(',',2));
show(() => ''.split(''));
show(() => ''.split(','));
show(() => '😀'.split(''));
