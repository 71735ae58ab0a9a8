// expect: stops
JSON.parse('['.repeat(1e6))
