// expect: stops
// limits: memory=64
'a'.anchor('"'.repeat(3e7)).length
