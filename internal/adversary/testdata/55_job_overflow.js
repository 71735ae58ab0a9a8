// expect: ok #<Promise>
Promise.resolve().then(function f() { f(); }).catch(() => 0)
