import d, { a as b } from 'm'; import * as ns from 'n'; export let x = d + b; export default function () { return x } export { ns };
---
export default class { static m() {} } let local = 1; local++; await local; export function f() { return g } const g = () => local;
