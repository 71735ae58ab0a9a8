// expect: ok true,true,true,true
[/^(?:)*$/.test(''), /^(a?)*?$/.test('aaa'), /^(?:a*)*$/.test('aaa'), /^(?:(?=a))*a$/.test('a')].join()
