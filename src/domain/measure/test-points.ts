import type { ImagePoint } from './image-point.ts';

/** For tests: points as SVG writes them, `0,0 3,4`. */
export const pts = (text: string): readonly ImagePoint[] =>
  text.split(' ').map((pair): ImagePoint => {
    const [x = NaN, y = NaN] = pair.split(',').map(Number);
    return [x, y];
  });
