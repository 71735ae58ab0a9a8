// expect: stops
// limits: memory=64 timeout=1s
JSON.parse('[' + '{},'.repeat(3e6) + '1]').length
