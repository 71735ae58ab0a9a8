// expect: timeout
// limits: memory=64 timeout=500ms
for (;;) ({ [Symbol()]: 1 })
