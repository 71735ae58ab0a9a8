// expect: timeout
// limits: timeout=300ms
(async () => { for (;;) await 0; })()
