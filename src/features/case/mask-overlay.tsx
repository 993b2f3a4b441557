import { useId } from 'react';
import { branchOf, type Branch } from '../../domain/vocabulary/branch.ts';
import type { ImagePlacement, ViewState } from '../../engine/index.ts';
import { useVocabulary } from '../../session/session-context.tsx';
import styles from './mask-overlay.module.css';
import type { ImageMask } from './use-masks.ts';
import type { Reading } from './use-reading.ts';

interface MaskOverlayProps {
  readonly image: NonNullable<ViewState['image']>;
  readonly masks: readonly ImageMask[];
  readonly placement: ImagePlacement;
  readonly reading: Reading;
}

/** Distance between hatch lines, in CSS pixels. */
const HATCH = 6;

/** Segments of one mask are told apart by their angle too. */
const hatchAngle = (at: number): number => (45 + 40 * at) % 180;

export const segmentKey = (mask: ImageMask, value: number): string => `${mask.path} ${value}`;

/** Whether a mask lies on the pixels of the image. */
export const fits = (image: NonNullable<ViewState['image']>, { mask }: ImageMask): boolean =>
  mask?.columns === image.pixels.columns && mask.rows === image.pixels.rows;

/** The outlines of an image's masks, moved and turned with the image. */
export function MaskOverlay({ image, masks, placement, reading }: MaskOverlayProps) {
  const vocabulary = useVocabulary();
  const id = useId();
  if (reading.masks === 'off') return null;
  const { origin, right, down } = placement;
  const scale = Math.hypot(...right) || 1;
  const segments = masks
    .filter((mask) => fits(image, mask))
    .flatMap((mask) =>
      (mask.mask?.segments ?? []).map((segment) => ({ segment, key: segmentKey(mask, segment.value) })),
    );
  return (
    <svg aria-hidden className={styles.overlay} data-mode={reading.masks}>
      <g transform={`matrix(${[...right, ...down, ...origin].join(' ')})`}>
        {segments.map(({ segment, key }, at) => {
          if (reading.hiddenSegments.has(key)) return null;
          const branch: Branch = branchOf(vocabulary, segment.label);
          return (
            <g key={key} data-branch={branch}>
              <pattern
                id={`${id}-${at}`}
                patternUnits="userSpaceOnUse"
                width={HATCH / scale}
                height={HATCH / scale}
                patternTransform={`rotate(${hatchAngle(at)})`}
              >
                <rect width={HATCH / scale} height={HATCH / scale} className={styles.ink} />
                <rect width={1 / scale} height={HATCH / scale} className={styles.hatch} />
              </pattern>
              <path
                d={segment.outline}
                fillRule="evenodd"
                fill={reading.masks === 'outline' ? `url(#${id}-${at})` : undefined}
                className={styles.shape}
              />
            </g>
          );
        })}
      </g>
    </svg>
  );
}
