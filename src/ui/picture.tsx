import { useEffect, useRef } from 'react';
import type { Thumbnail } from '../domain/imaging/thumbnail.ts';
import styles from './picture.module.css';

interface PictureProps {
  /** Undefined while it is made; the place is kept. */
  readonly picture: Thumbnail | undefined;
}

/** Display values as RGBA. */
function toImageData({ kind, columns, rows, data }: Thumbnail): ImageData {
  const rgba = new Uint8ClampedArray(4 * columns * rows).fill(255);
  const step = kind === 'rgb' ? 3 : 1;
  for (let pixel = 0; pixel < columns * rows; pixel++)
    for (let channel = 0; channel < 3; channel++)
      rgba[4 * pixel + channel] = data[pixel * step + (kind === 'rgb' ? channel : 0)] ?? 0;
  return new ImageData(rgba, columns, rows);
}

/** A small picture without a name of its own; what it shows is said beside it. */
export function Picture({ picture }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (picture) canvas.current?.getContext('2d')?.putImageData(toImageData(picture), 0, 0);
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      aria-hidden
      width={picture?.columns ?? 1}
      height={picture?.rows ?? 1}
      className={styles.picture}
      data-ready={picture !== undefined}
    />
  );
}
