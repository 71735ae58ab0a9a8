// Imported by constants.mjs.
export const hello = 1;
