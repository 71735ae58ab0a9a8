// Prepending makes ropes, whose nodes alone are charged.
var s = '';
for (var i = 0; i < 200000; i++) s = 'a' + s;
assertSame(s, 'a'.repeat(200000));
assertSame(('x' + s).charCodeAt(1), 97);
