import { of, from, interval, merge, map, filter, scan, take, mergeMap, delay, toArray, concatMap } from "rxjs";
from([1, 2, 3, 4]).pipe(filter((x) => x % 2 === 0), map((x) => x * 10), scan((a, b) => a + b)).subscribe((x) => console.log(x));
merge(interval(20).pipe(take(3)), of("now")).pipe(toArray()).subscribe((x) => console.log(x));
of(1, 2).pipe(concatMap((x) => of(x).pipe(delay(5))), mergeMap((x) => [x, x])).subscribe({ next: (x) => console.log("n", x), complete: () => console.log("done") });
