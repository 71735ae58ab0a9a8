function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => encodeURIComponent('a b&c/é😀~!*()\''));
show(() => encodeURI('http://x/a b?q=é#h[]'));
show(() => decodeURIComponent('%F0%9F%98%80%20'));
show(() => decodeURI('%2Fa%20b%23'));
show(() => decodeURIComponent('%'));
show(() => decodeURIComponent('%C3%28'));
show(() => encodeURIComponent('\ud800'));
show(() => escape('a b+é€😀@*_-./'));
show(() => unescape('%u20AC%E9%zz%u12'));
