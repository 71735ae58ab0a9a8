// expect: ok true,true,false
[/\u{10400}/iu.test('\u{10428}'), /\u212a/iu.test('k'), /\u212a/i.test('k')].join()
