// expect: ok string
Error.prepareStackTrace = () => { throw 1; }; var s; try { null.x; } catch (e) { try { s = typeof e.stack; } catch { s = 'string'; } } s
