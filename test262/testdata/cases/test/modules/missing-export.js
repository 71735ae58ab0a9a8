/*---
description: a missing export is an error at link time
flags: [module]
negative:
  phase: resolution
  type: SyntaxError
---*/
$DONOTEVALUATE();
import { absent } from "./dep_FIXTURE.js";
