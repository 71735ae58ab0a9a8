// expect: timeout
// limits: timeout=200ms
(async () => { for await (var x of [{ get then() { for (;;); } }]); })().catch(() => 0)
