var x = 1;
<!-- html open
x = 2;
--> html close
console.log(x);
/* a
*/ --> after a multi-line comment
console.log(x-->0);
