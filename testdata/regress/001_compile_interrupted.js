// A long sum in eval is parsed and compiled without recursion.
var one = 1;
assertSame(eval('one' + '+one'.repeat(50000)), 50001);
