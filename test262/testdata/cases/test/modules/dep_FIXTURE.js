export let count = 0;
export function increment() { count++; }
export default function (a, b) { return a + b; }
