import { useState } from 'react';

/** Width of a text in the small type size, in CSS pixels. */
export type TextWidth = (text: string) => number;

function createTextWidth(): TextWidth {
  const context = document.createElement('canvas').getContext('2d');
  const root = getComputedStyle(document.documentElement);
  const size = (parseFloat(root.fontSize) * 12) / 16;
  if (context) context.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? context?.measureText(text).width ?? text.length * size * 0.52;
    known.set(text, width);
    return width;
  };
}

/** Measures texts without laying them out; each text once. */
export const useTextWidth = (): TextWidth => useState(createTextWidth)[0];
