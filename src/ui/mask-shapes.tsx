import { useId, type CSSProperties } from 'react';
import type { SegmentLook } from '../domain/segmentation/segment-look.ts';
import styles from './mask-shapes.module.css';

/** A segment on one slice, ready to be drawn in image pixel space. */
export interface MaskShape {
  readonly key: string;
  readonly look: SegmentLook;
  /** SVG path data, even-odd; empty where it has no pixel. */
  readonly outline: string;
  readonly marks?: readonly (readonly [x: number, y: number])[] | undefined;
  /** Stands out from the others, or behind them. */
  readonly emphasis?: 'lit' | 'dim';
}

interface MaskShapesProps {
  readonly shapes: readonly MaskShape[];
  /** Screen pixels of an image pixel. */
  readonly scale: number;
  /** How strongly they are filled, 0 to 1. */
  readonly opacity: number;
  /** Hatched inside an outline, or filled evenly. */
  readonly isHatched: boolean;
}

/** Distance between hatch lines, in CSS pixels. */
const HATCH = 6;

/** Share of the fill's strength that ink and hatch of an outline have. */
const INK = 0.32;
const HATCHED = 1.07;

/** Segments of one mask are told apart by their angle too. */
const hatchAngle = (at: number): number => (45 + 40 * at) % 180;

/** The colour of a segment where its file has one; without it the branch decides. */
const markStyle = ({ colour }: SegmentLook): CSSProperties | undefined =>
  colour === undefined ? undefined : ({ '--mark': colour } as CSSProperties);

/** Segments as outlines with hatch, or filled; inside a group of an SVG in image pixel space. */
export function MaskShapes({ shapes, scale, opacity, isHatched }: MaskShapesProps) {
  const id = useId();
  return shapes.map(({ key, look, outline, marks = [], emphasis }, at) => (
    <g
      key={key}
      className={styles.segment}
      data-branch={look.branch}
      data-segment={key}
      data-emphasis={emphasis}
      style={markStyle(look)}
    >
      {outline !== '' && isHatched && (
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
            fillOpacity={INK * opacity}
          />
          <rect
            width={1 / scale}
            height={HATCH / scale}
            className={styles.ink}
            fillOpacity={HATCHED * opacity}
          />
        </pattern>
      )}
      {outline !== '' && (
        <path
          d={outline}
          fillRule="evenodd"
          className={styles.shape}
          {...(isHatched ? { fill: `url(#${id}-${at})` } : { fillOpacity: opacity })}
        />
      )}
      {marks.length > 0 && <Marks marks={marks} />}
    </g>
  ));
}

/** Points that a mask marks without an area. */
function Marks({ marks }: { readonly marks: NonNullable<MaskShape['marks']> }) {
  const path = marks.map(([x, y]) => `M${x},${y}h0`).join('');
  return (
    <>
      <path d={path} className={styles.casing} />
      <path d={path} className={styles.dot} />
    </>
  );
}
