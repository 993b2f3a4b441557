import type { KeyboardEvent, PointerEvent } from 'react';
import { PLANE_AXES, type BodyGrid, type PatientPlane } from '../../domain/imaging/reslice-grid.ts';
import { fromGrid } from '../../domain/imaging/reslice-grid.ts';
import type { Vector } from '../../domain/imaging/vector.ts';
import { toImage, toScreen, type ImagePlacement } from '../../domain/imaging/placement.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import styles from './crosshair.module.css';
import { pointerOn } from './pointer-on.ts';

export type BodyAxis = 0 | 1 | 2;

/** The plane that a line stands for: the one whose layers its axis counts. */
const PLANE_OF: Readonly<Record<BodyAxis, PatientPlane>> = { 0: 'sagittal', 1: 'coronal', 2: 'axial' };
const AXES = ['x', 'y', 'z'] as const;

/** A coordinate with its sign, to a tenth of a millimetre: `z −142.5 mm`. */
export function coordinateText({ t, format }: Language, grid: BodyGrid, g: Vector, axis: BodyAxis): string {
  const mm = fromGrid(grid, g)[axis];
  const shown = format.fixed(Math.abs(mm), 1);
  const sign = Math.abs(mm) < 0.05 ? '' : mm < 0 ? '−' : '+';
  return t.ct.place(t.ct.axes[AXES[axis]], sign + shown);
}

interface CrosshairProps {
  readonly plane: PatientPlane;
  readonly grid: BodyGrid;
  /** The point, in voxels of the grid. */
  readonly point: Vector;
  readonly placement: ImagePlacement;
  /** Moves the point along one axis, to a voxel of the grid. */
  readonly onMove: (axis: BodyAxis, to: number) => void;
}

/** CSS pixels that the lines leave free around the point. */
const FREE = 9;
/** Longer than any screen. */
const FAR = 10_000;
/** Voxels of a press with Shift. */
const LEAP = 10;

/** Two lines through the point, where the other planes cut this one; each can be dragged, and moved by arrow keys. */
export function Crosshair({ plane, grid, point, placement, onMove }: CrosshairProps) {
  const { t } = useLanguage();
  const axes = PLANE_AXES[plane];
  const middle = toScreen(placement, [point[axes.column] + 0.5, point[axes.row] + 0.5]);
  return (
    <svg className={styles.overlay} data-testid="crosshair" aria-label={t.ct.lines} role="group">
      <CrossLine
        {...{ grid, point, placement, onMove, middle }}
        axis={axes.column}
        along={placement.down}
        part={0}
      />
      <CrossLine
        {...{ grid, point, placement, onMove, middle }}
        axis={axes.row}
        along={placement.right}
        part={1}
      />
      <circle cx={middle[0]} cy={middle[1]} r={FREE} className={styles.casing} />
      <circle cx={middle[0]} cy={middle[1]} r={FREE} className={styles.line} />
    </svg>
  );
}

interface CrossLineProps extends Omit<CrosshairProps, 'plane'> {
  readonly middle: readonly [number, number];
  /** The axis that the line moves along. */
  readonly axis: BodyAxis;
  /** Where the line runs, on screen. */
  readonly along: readonly [number, number];
  /** Which of the image's coordinates the line moves along: 0 columns, 1 rows. */
  readonly part: 0 | 1;
}

function CrossLine({ grid, point, placement, onMove, middle, axis, along, part }: CrossLineProps) {
  const language = useLanguage();
  const length = Math.hypot(...along) || 1;
  const [ux, uy] = [along[0] / length, along[1] / length];
  const end = (from: number) => [middle[0] + ux * from, middle[1] + uy * from] as const;
  const segments = [
    [end(FREE), end(FAR)],
    [end(-FREE), end(-FAR)],
  ] as const;
  const last = grid.size[axis] - 1;
  const onPointerMove = (event: PointerEvent<SVGGElement>): void => {
    const svg = event.currentTarget.ownerSVGElement;
    if (!svg || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onMove(axis, Math.floor(toImage(placement, pointerOn(svg, event))[part]));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = keyTarget(event, point[axis], last);
    if (to === undefined) return;
    event.preventDefault();
    onMove(axis, to);
  };
  return (
    <g
      role="slider"
      tabIndex={0}
      aria-label={language.t.ct.line(language.t.ct.planes[PLANE_OF[axis]])}
      aria-orientation={Math.abs(ux) > Math.abs(uy) ? 'vertical' : 'horizontal'}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={point[axis]}
      aria-valuetext={coordinateText(language, grid, point, axis)}
      className={styles.handle}
      data-axis={AXES[axis]}
      onPointerDown={hold}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      // A double click there is none on the image.
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {segments.map(([from, to], at) => {
        const place = { x1: from[0], y1: from[1], x2: to[0], y2: to[1] };
        return (
          <g key={at}>
            <line {...place} className={styles.casing} />
            <line {...place} className={styles.line} />
            <line {...place} className={styles.grip} data-testid="crosshair-grip" />
          </g>
        );
      })}
    </g>
  );
}

/** Keeps a pointer that went down on a line, so that the line follows it wherever it goes. */
function hold(event: PointerEvent<SVGGElement>): void {
  // What is drawn over it comes first.
  if (event.button !== 0 || event.defaultPrevented) return;
  event.currentTarget.setPointerCapture(event.pointerId);
}

/** Where a key leads along an axis of the grid. */
function keyTarget({ key, shiftKey }: KeyboardEvent, now: number, last: number): number | undefined {
  const by = shiftKey ? LEAP : 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return now + by;
    case 'ArrowLeft':
    case 'ArrowUp':
      return now - by;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
