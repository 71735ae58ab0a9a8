// expect: stops
// limits: memory=64
RegExp.escape ? RegExp.escape('-'.repeat(3e7)).length : 0
