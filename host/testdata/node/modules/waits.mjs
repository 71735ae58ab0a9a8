await 1; export const b=1
