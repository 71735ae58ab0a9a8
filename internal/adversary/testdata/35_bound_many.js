// expect: stops
(function () {}).bind(null, ...Array(3e6).fill(1))()
