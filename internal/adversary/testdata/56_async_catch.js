// expect: timeout
// limits: timeout=200ms
(async () => { try { await 0; for (;;); } catch { for (;;); } })()
