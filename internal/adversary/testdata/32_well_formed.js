// expect: stops
// limits: memory=64
'\ud800'.repeat(3e7).toWellFormed().length
