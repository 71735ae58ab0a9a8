// expect: ok true
/^a{0,4294967295}$/.test('aaa')
