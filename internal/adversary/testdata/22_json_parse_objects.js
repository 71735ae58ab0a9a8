// expect: stops
JSON.parse('{"a":'.repeat(3e5) + '1' + '}'.repeat(3e5))
