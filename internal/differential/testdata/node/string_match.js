function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => 'a1b22'.match(/\d+/g));
show(() => 'a1b22'.match(/\d+/));
show(() => 'a1b22'.match(/(?<l>[a-z])(\d+)/));
show(() => 'abc'.match(/x/g));
show(() => 'abc'.match());
show(() => [...'a1b22'.matchAll(/([a-z])(\d+)/g)]);
show(() => [...'a.b'.matchAll('.')].length);
show(() => 'a'.matchAll(/a/g));
show(() => 'abc'.match('b').index);
