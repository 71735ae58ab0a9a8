// expect: ok true
/^a{0,99999999999999999999}$/.test('aaa')
