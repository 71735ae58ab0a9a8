// expect: stops
(function () { return arguments.length; })(...Array(3e6).fill(1))
