// expect: stops
// limits: timeout=2s memory=128
for (var i = 0; i < 500; i++) vm.runInNewContext('var x = [1, 2, 3].map(y => y)')
