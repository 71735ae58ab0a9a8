/*---
description: an uncaught exception has the expected constructor
negative:
  phase: runtime
  type: TypeError
---*/
null.property;
