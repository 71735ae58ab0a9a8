function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => 'aaa'.replace('a','b'));
show(() => 'aaa'.replaceAll('a','b'));
show(() => 'abc'.replace('b',"[$&$`$'$$$1]"));
show(() => 'abc'.replace(/(b)(c)?/,'<$1$2$3$01>'));
show(() => 'abc'.replace(/(?<x>b)/,'<$<x>>'));
show(() => 'abc'.replace(/b/g,(m,i,s)=>m+i+s));
show(() => 'aXbX'.replaceAll('X',(m,i)=>i));
show(() => 'abab'.replaceAll(/a/g,'$&$&'));
show(() => 'abc'.replaceAll('','-'));
show(() => 'abc'.replace('','-'));
show(() => 'x'.replace('x',()=>'$&'));
show(() => '2020-01'.replace(/(\d+)-(\d+)/,'$2/$1'));
show(() => 'aa'.replace(/a/gy,'b'));
