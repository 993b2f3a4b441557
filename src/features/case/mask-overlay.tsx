import { useId } from 'react';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import type { ImagePlacement } from '../../engine/index.ts';
import { useVocabulary } from '../../session/session-context.tsx';
import styles from './mask-overlay.module.css';
import type { Reading } from './use-reading.ts';
import type { ShownSegment } from './use-masks.ts';

interface MaskOverlayProps {
  readonly segments: readonly ShownSegment[];
  readonly placement: ImagePlacement;
  readonly reading: Reading;
}

/** Distance between hatch lines, in CSS pixels. */
const HATCH = 6;

/** Share of the fill's strength that ink and hatch of an outline have. */
const INK = 0.32;
const HATCHED = 1.07;

/** Segments of one mask are told apart by their angle too. */
const hatchAngle = (at: number): number => (45 + 40 * at) % 180;

/** The outlines of an image's masks, moved and turned with the image. */
export function MaskOverlay({ segments, placement, reading }: MaskOverlayProps) {
  const vocabulary = useVocabulary();
  const id = useId();
  const { maskOpacity, masks: mode } = reading;
  if (mode === 'off' || reading.masksHeld) return null;
  const { origin, right, down } = placement;
  const scale = Math.hypot(...right) || 1;
  return (
    <svg aria-hidden className={styles.overlay} data-testid="mask-overlay">
      <g transform={`matrix(${[...right, ...down, ...origin].join(' ')})`}>
        {segments.map(({ key, label, outline }, at) =>
          outline === '' || reading.hiddenSegments.has(key) ? null : (
            <g key={key} data-branch={branchOf(vocabulary, label)}>
              <pattern
                id={`${id}-${at}`}
                patternUnits="userSpaceOnUse"
                width={HATCH / scale}
                height={HATCH / scale}
                patternTransform={`rotate(${hatchAngle(at)})`}
              >
                <rect
                  width={HATCH / scale}
                  height={HATCH / scale}
                  className={styles.ink}
                  fillOpacity={INK * maskOpacity}
                />
                <rect
                  width={1 / scale}
                  height={HATCH / scale}
                  className={styles.ink}
                  fillOpacity={HATCHED * maskOpacity}
                />
              </pattern>
              <path
                d={outline}
                fillRule="evenodd"
                className={styles.shape}
                {...(mode === 'outline' ? { fill: `url(#${id}-${at})` } : { fillOpacity: maskOpacity })}
              />
            </g>
          ),
        )}
      </g>
    </svg>
  );
}
