import { Map, List, OrderedSet, fromJS, Range } from "immutable";
const m = Map({ a: 1 }).set("b", 2).merge({ c: 3 });
console.log(String(m), m.equals(Map({ c: 3, b: 2, a: 1 })), m.hashCode());
console.log(String(fromJS({ x: [1, { y: 2 }] }).updateIn(["x", 1, "y"], (v) => v + 1)), List(Range(0, 2000)).reverse().take(3).toJS());
console.log(OrderedSet([3, 1, 3]).toArray(), List([1, 2]).push(3).insert(1, 9).toJS());
