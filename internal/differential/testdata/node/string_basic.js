function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [String(1),String(null),String(Symbol('s')),String([1,[2]]),String({}),new String('ab'),String(-0)]);
show(() => String.fromCharCode(65,0x1F600,66));
show(() => String.fromCodePoint(128512,65));
show(() => String.fromCodePoint(1.5));
show(() => String.raw`a\n${1}b`);
show(() => String.raw({raw:'abc'},1,2));
show(() => 'abc'.at(-1));
show(() => 'abc'.charAt(1)+'abc'.charAt(9));
show(() => 'abc'.charCodeAt(5));
show(() => '😀'.codePointAt(0));
show(() => '😀'.codePointAt(1));
show(() => 'a'.concat(1,null));
show(() => 'abc'.length);
show(() => 'abc'[1]);
show(() => [...'a😀\ud800']);
show(() => 'a'[Symbol.iterator]().next());
show(() => ''[Symbol.iterator]());
show(() => String.prototype.toString.call(1));
show(() => new String('x').valueOf());
