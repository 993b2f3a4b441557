/** CSS pixels of one pixel of the ordinary type size: 1, and 1.2 on wide pages. */
export const pageScale = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
