// faithful: escapes
// A thenable gets the resolving functions of the one that awaits it.
let found;
takes({ then(resolve) { found = resolve } }), found
