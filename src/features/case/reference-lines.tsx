import { referenceLine, shareFrame, type PlacedImage } from '../../domain/imaging/reference-line.ts';
import { toScreen, type ImagePlacement } from '../../domain/imaging/placement.ts';
import type { ViewState } from '../../engine/index.ts';
import styles from './reference-lines.module.css';

type Image = NonNullable<ViewState['image']>;

interface ReferenceLinesProps {
  /** Whose plane is drawn: the image of the active viewport. */
  readonly of: Image;
  readonly on: Image;
  readonly placement: ImagePlacement;
}

const placed = ({ pixels, attributes }: Image): PlacedImage => ({
  columns: pixels.columns,
  rows: pixels.rows,
  attributes,
});

/** Where the active viewport's image cuts through this one, where both are filed in one frame of reference. */
export function ReferenceLines({ of, on, placement }: ReferenceLinesProps) {
  const line = shareFrame(of.attributes, on.attributes) ? referenceLine(placed(of), placed(on)) : undefined;
  if (!line) return null;
  const [[x1, y1], [x2, y2]] = [toScreen(placement, line[0]), toScreen(placement, line[1])];
  return (
    <svg
      aria-hidden
      className={styles.overlay}
      data-testid="reference-line"
      data-line={line.flat().join(' ')}
    >
      <line {...{ x1, y1, x2, y2 }} className={styles.casing} />
      <line {...{ x1, y1, x2, y2 }} className={styles.line} />
    </svg>
  );
}
