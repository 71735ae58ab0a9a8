/*---
description: an early error stops the text before it runs
negative:
  phase: parse
  type: SyntaxError
---*/
$DONOTEVALUATE();
let a;
let a;
