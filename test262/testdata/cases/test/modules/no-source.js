/*---
description: a module of text has no source
flags: [module]
features: [source-phase-imports]
negative:
  phase: resolution
  type: SyntaxError
---*/
$DONOTEVALUATE();
import source code from "./log_FIXTURE.js";
