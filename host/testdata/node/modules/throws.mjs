export const named = 1; throw new Error('broken');
