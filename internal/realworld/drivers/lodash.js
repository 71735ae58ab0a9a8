import _ from "lodash";
console.log(_.chunk(_.range(10), 3), _.groupBy(["a", "bb", "cc"], "length"), _.merge({ a: { b: 1 } }, { a: { c: 2 } }));
console.log(_.camelCase("foo-bar baz"), _.template("<% for (const x of xs) { %>[<%- x %>]<% } %>")({ xs: ["<", 1] }));
console.log(_(_.range(50)).filter((x) => x % 3).map((x) => x * x).take(5).value(), _.isEqual(_.cloneDeep({ a: [new Date(0), /x/g] }), { a: [new Date(0), /x/g] }));
console.log(_.orderBy([{ a: 2, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 3 }], ["a", "b"], ["asc", "desc"]), _.sortBy("hello world".split("")).join(""));
