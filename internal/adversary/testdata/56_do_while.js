// expect: timeout
// limits: timeout=200ms
do; while (true)
