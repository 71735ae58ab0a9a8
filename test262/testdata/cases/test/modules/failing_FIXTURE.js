throw new RangeError("evaluated");
export let nothing;
