/*---
description: raw text runs without the harness
flags: [raw]
---*/
'use strict';

if (typeof assert !== "undefined") throw "the harness was loaded";
if ((function () { return this; })() !== undefined) throw "the directive was ignored";
