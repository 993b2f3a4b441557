import { useRef, type RefObject } from 'react';
import type { ImagePlacement } from '../../domain/imaging/placement.ts';
import { MaskShapes } from '../../ui/mask-shapes.tsx';
import { useSegmentBelow } from './link/use-segment-below.ts';
import { useLitSegments } from './link/use-lit-segments.ts';
import styles from './mask-overlay.module.css';
import type { ShownSegment } from './use-masks.ts';
import type { MaskMode, Reading } from './use-reading.ts';

interface MaskOverlayProps {
  readonly segments: readonly ShownSegment[];
  readonly placement: ImagePlacement;
  readonly mode: MaskMode;
  readonly reading: Reading;
  /** The element of the image, over which the pointer is heard. */
  readonly over: RefObject<HTMLElement | null>;
}

/** The outlines of an image's masks, moved and turned with the image. */
export function MaskOverlay(props: MaskOverlayProps) {
  return props.mode === 'off' ? null : <Outlines {...props} />;
}

function Outlines({ segments, placement, mode, reading, over }: MaskOverlayProps) {
  const svg = useRef<SVGSVGElement>(null);
  const shown = segments.filter(({ key }) => !reading.hiddenSegments.has(key));
  useSegmentBelow(over, svg, placement, shown);
  const shapes = useLitSegments(shown);
  const { origin, right, down } = placement;
  return (
    <svg ref={svg} aria-hidden className={styles.overlay} data-testid="mask-overlay">
      <g transform={`matrix(${[...right, ...down, ...origin].join(' ')})`}>
        <MaskShapes
          shapes={shapes}
          scale={Math.hypot(...right) || 1}
          opacity={reading.maskOpacity}
          isHatched={mode === 'outline'}
        />
      </g>
    </svg>
  );
}
