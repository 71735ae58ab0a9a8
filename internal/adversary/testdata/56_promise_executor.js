// expect: timeout
// limits: timeout=200ms
new Promise(() => { for (;;); }).catch(() => 0)
