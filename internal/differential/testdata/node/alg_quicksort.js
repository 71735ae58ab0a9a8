const qs = ([p, ...t]) => p === undefined ? [] : [...qs(t.filter((x) => x < p)), p, ...qs(t.filter((x) => x >= p))];
console.log(qs([5, 3, 8, 1, 9, 2, 7, 3]));
