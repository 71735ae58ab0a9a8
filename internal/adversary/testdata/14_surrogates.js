// expect: ok 55357,1,true,8232
[eval('"\ud83d"').charCodeAt(0), eval('"\udc00"').length, eval('var \u2118 = 1; true'), eval('"\u2028"').charCodeAt(0)].join()
