// expect: ok 100
function f() { try { [1].map(f); } catch {} } f(); [].concat(...Array(100).fill([1])).length
