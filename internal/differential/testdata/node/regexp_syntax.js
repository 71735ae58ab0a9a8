function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => /(?=a)a(?!b)./.exec('ac'));
show(() => /(?<=\$)\d+/.exec('a$42')[0]);
show(() => /(?<!\$)\b\d+/.exec('$42 17')[0]);
show(() => /(a*)*/.exec('b'));
show(() => /(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac'));
show(() => /(?:a|ab)(?:c|bcd)(?:d*)/.exec('abcd')[0]);
show(() => /a{2,3}?/.exec('aaaa')[0]);
show(() => /\1(a)/.exec('aa'));
show(() => /(?<a>.)\k<a>/.exec('xaab')[0]);
show(() => /[^]/.exec('\n')[0].length);
show(() => /[]/.exec('a'));
show(() => /\cJ/.test('\n'));
show(() => /\0/.test('\0'));
show(() => /[\b]/.test('\b'));
show(() => /\w\W\s\S\d\D/.test('a-\n-1-'));
show(() => /\p{L}+/u.exec('12éß3')[0]);
show(() => /\p{Script=Greek}/u.test('α'));
show(() => /\P{Lu}/u.exec('Ab')[0]);
show(() => /[\p{Emoji}--[0-9]]/v.test('5'));
show(() => /[[a-z]&&[aeiou]]/v.exec('xyze')[0]);
show(() => /\u212a/i.test('k'));
show(() => /\u212a/iu.test('k'));
show(() => /[^x]/iu.exec('X'));
show(() => /a|ab/.exec('ab')[0]);
show(() => /(?:)/.exec('a'));
show(() => /x*/y.exec('aaa'));
show(() => /^(?:\d{3}|\(\d{3}\))([-/.])\d{3}\1\d{4}$/.test('(555)-555-5555'));
show(() => /\x41\u0042\103/.test('ABC'));
show(() => /a{,2}/.test('a{,2}'));
show(() => /]/.test(']'));
show(() => /{/.test('{'));
show(() => /\c/.test('\\c'));
show(() => /(?=(a))\1/.exec('aa'));
show(() => /((a)|(b))+/.exec('ab'));
show(() => /\bfoo\B/.test('foobar'));
