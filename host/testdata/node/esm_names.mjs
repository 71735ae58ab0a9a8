import * as n from './cjs/names.cjs';import * as o from './cjs/obj.cjs';import * as r from './cjs/re.cjs';import * as t from './cjs/ts.cjs';import * as p from './cjs/prim.cjs';import d,{a,b} from './cjs/names.cjs';
console.log(n,o,r,t,p,d,a,b);
