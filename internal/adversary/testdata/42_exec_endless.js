// expect: stops
// limits: timeout=500ms memory=64
var r = /a/g; r.exec = () => ({ index: 0, 0: '', length: 1 }); 'aaa'.replace(r, 'b')
