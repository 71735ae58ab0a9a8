import './cjs/log.mjs';import './cjs/log.cjs';console.log('main');import {v} from './cjs/log.cjs';console.log(v);import * as c from './cjs/cyc.cjs';console.log(c)
