// expect: ok 99999
eval('switch(99999){' + Array.from({ length: 1e5 }, (_, i) => 'case ' + i + ':' + (i == 99999 ? i + ';' : 'break;')).join('') + '}')
