// expect: stops
// limits: memory=64
JSON.stringify('\u0001'.repeat(3e7)).length
