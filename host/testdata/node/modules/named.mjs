export let n = 0; export const more = () => ++n;
