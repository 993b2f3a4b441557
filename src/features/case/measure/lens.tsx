import { useEffect, useRef } from 'react';
import type { DisplayChain } from '../../../domain/imaging/display-chain.ts';
import { renderLens } from '../../../domain/imaging/render-lens.ts';
import { toImage, type ImagePlacement } from '../../../domain/imaging/placement.ts';
import type { ViewState } from '../../../engine/index.ts';
import styles from './marks-layer.module.css';

interface LensProps {
  /** Where the pointer is, in CSS pixels of the element. */
  readonly at: readonly [number, number];
  readonly image: NonNullable<ViewState['image']>;
  readonly chain: DisplayChain;
  readonly placement: ImagePlacement;
}

/** CSS pixels of its side, and how much larger it shows what is below. */
const SIDE = 200;
const POWER = 3;

/** The image around the pointer, enlarged: pixel by pixel out of the values, as the window has them. */
export function Lens({ at, image, chain, placement }: LensProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const step = 1 / POWER;
    const corner: readonly [number, number] = [at[0] - (SIDE / 2) * step, at[1] - (SIDE / 2) * step];
    const origin = toImage(placement, corner);
    const along = (dx: number, dy: number): readonly [number, number] => {
      const [x, y] = toImage(placement, [corner[0] + dx * step, corner[1] + dy * step]);
      return [x - origin[0], y - origin[1]];
    };
    const shown = context.createImageData(SIDE, SIDE);
    renderLens(image.pixels, chain, { origin, right: along(1, 0), down: along(0, 1) }, shown);
    context.putImageData(shown, 0, 0);
  }, [at, image, chain, placement]);
  return (
    <canvas
      ref={canvas}
      width={SIDE}
      height={SIDE}
      className={styles.lens}
      style={{ left: at[0] - SIDE / 2, top: at[1] - SIDE / 2 }}
      data-testid="lens"
      aria-hidden
    />
  );
}
