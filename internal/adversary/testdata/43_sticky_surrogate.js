// expect: ok null,1
var r = /\udf06/yu; r.lastIndex = 1; var m = r.exec('\ud834\udf06'); var q = /\udf06/y; q.lastIndex = 1; String(m) + ',' + q.exec('\ud834\udf06').length
