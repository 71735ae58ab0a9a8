// expect: timeout
// limits: timeout=200ms
try { for (;;); } catch { 1; } finally { 2; }
