let a = 1
let b = 2
;[a, b] = [b, a]
console.log(a, b)
const f = () => {
  return
  5
}
console.log(f())
let i = 0
i
++
b
console.log(i, b)
var x = 5, y
=6
console.log(x, y)
do x--; while (x > 0) console.log(x)
const o = {
  get
  x() { return 1 },
  async: 1, get: 2, set: 3, static: 4, of: 5, let: 6, yield: 7, await: 8
}
console.log(o)
