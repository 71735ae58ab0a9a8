// expect: timeout
// limits: timeout=200ms
(async function* () { try { for (;;); } finally { for (;;); } })().next().catch(() => 0)
