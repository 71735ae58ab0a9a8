// Package regress runs testdata/regress at the root of the module: one script
// for each bug that was found, numbered in the order of finding. A file passes
// when it throws nothing. The scripts have assert(condition, message),
// assertSame(got, want) and assertThrows(constructor, function).
package regress
