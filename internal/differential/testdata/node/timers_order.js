setTimeout(() => console.log("t2"), 12); setTimeout(() => console.log("t1"), 1); Promise.resolve().then(() => console.log("micro")); queueMicrotask(() => console.log("micro2")); console.log("sync");
