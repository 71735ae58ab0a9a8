// expect: ok #<Promise>
Promise.resolve().then(() => ({ get then() { throw 1; } })).catch(() => 0)
