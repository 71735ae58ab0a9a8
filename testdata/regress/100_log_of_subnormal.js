// The logarithm of a subnormal number is below that of the smallest normal one.
if (Math.abs(Math.log(1e-310) + 713.8013788281542) > 1e-9) throw new Error(String(Math.log(1e-310)));
if (Math.abs(Math.log(5e-324) + 744.4400719213812) > 1e-9) throw new Error(String(Math.log(5e-324)));
if (Math.log(0) !== -Infinity || Math.log(-1) === Math.log(-1)) throw new Error("special values");
