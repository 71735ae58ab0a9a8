function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => 'hello'.includes('ell'));
show(() => 'hello'.includes('h',1));
show(() => 'hello'.startsWith('ell',1));
show(() => 'hello'.endsWith('ell',4));
show(() => 'hello'.indexOf('l'));
show(() => 'hello'.indexOf('',10));
show(() => 'hello'.lastIndexOf('l'));
show(() => 'hello'.lastIndexOf('l',2));
show(() => 'hello'.search(/l+/));
show(() => 'hello'.search('x'));
show(() => 'a'.localeCompare('b'));
show(() => 'a'.localeCompare('a'));
show(() => 'hello'.endsWith(''));
show(() => 'hello'.lastIndexOf(''));
show(() => 'abc'.includes(/a/));
