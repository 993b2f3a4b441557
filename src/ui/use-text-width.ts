import { useEffect, useState } from 'react';

/** Width of a text in the small type size, in CSS pixels at the ordinary type size. */
export type TextWidth = (text: string) => number;

/** Pixels. */
const SIZE = 12;

function createTextWidth(): TextWidth {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? context?.measureText(text).width ?? text.length * SIZE * 0.52;
    known.set(text, width);
    return width;
  };
}

/** Measures texts without laying them out; each text once, and again when a font has come in the place of another. */
export function useTextWidth(): TextWidth {
  const [textWidth, setTextWidth] = useState(createTextWidth);
  useEffect(() => {
    const { fonts } = document;
    let isOver = false;
    const measureAgain = (): void => {
      if (!isOver) setTextWidth(createTextWidth);
    };
    // The font may have come between the first measure and now; parts of it come later, with their first letter.
    void fonts.ready.then(measureAgain);
    fonts.addEventListener('loadingdone', measureAgain);
    return () => {
      isOver = true;
      fonts.removeEventListener('loadingdone', measureAgain);
    };
  }, []);
  return textWidth;
}
