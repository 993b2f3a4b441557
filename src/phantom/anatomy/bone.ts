/** Density of compact bone as grains take it, for average mineral content. */
export const CORTEX = 0.88;
/** Density of spongy bone. */
export const MARROW = 0.17;
