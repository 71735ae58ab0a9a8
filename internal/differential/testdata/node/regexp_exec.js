function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => /(a)(b)?/.exec('xab'));
show(() => /(a)(b)?/.exec('xac'));
show(() => /(?<y>\d{4})-(?<m>\d\d)/.exec('on 2020-05'));
show(() => /a/d.exec('ba').indices);
show(() => /(?<n>a)(x)?/d.exec('ba').indices);
show(() => (()=>{var r=/a/g; return [r.exec('aa').index,r.lastIndex,r.exec('aa').index,r.exec('aa'),r.lastIndex]})());
show(() => (()=>{var r=/a/y; r.lastIndex=1; return [r.test('ba'),r.lastIndex,r.test('ba'),r.lastIndex]})());
show(() => /a/.test());
show(() => /undefined/.test());
show(() => /^b/m.test('a\nb'));
show(() => /a.b/s.test('a\nb'));
show(() => /\u{1F600}/u.test('😀'));
show(() => /^.$/u.test('😀'));
show(() => /^.$/.test('😀'));
show(() => RegExp.prototype.exec.call({},'a'));
show(() => RegExp.prototype.test.call({exec(){return {}}},'a'));
