// expect: stops
RegExp('[' + '[a-z]--['.repeat(1e4) + ']'.repeat(1e4) + ']', 'v')
