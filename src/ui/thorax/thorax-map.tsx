import { useId, type ReactNode } from 'react';
import { lateralShape } from '../../domain/thorax/place-shapes.ts';
import { cx } from '../cx.ts';
import { FRONTAL, LEFT_LUNG, RIGHT_LUNG } from './frontal.ts';
import { LATERAL, LATERAL_LUNG } from './lateral.ts';
import { sidesOf, VIEW_BOX, type ThoraxShape } from './shapes.ts';
import styles from './thorax-map.module.css';

export type ThoraxView = 'frontal' | 'lateral';

const SHAPES: Readonly<Record<ThoraxView, readonly ThoraxShape[]>> = { frontal: FRONTAL, lateral: LATERAL };

/** Width of the lateral's own part of the view box, and where it begins. */
const LATERAL_BOX = [80, 40, 440, 560] as const;

/** A shape, or its mirror image, by the name that places have for it. */
interface NamedShape {
  readonly shape: ThoraxShape;
  readonly isMirrored: boolean;
}

const byName = (shapes: readonly ThoraxShape[]): ReadonlyMap<string, NamedShape> =>
  new Map(shapes.flatMap((shape) => sidesOf(shape).map(({ id, isMirrored }) => [id, { shape, isMirrored }])));

const NAMED = { frontal: byName(FRONTAL), lateral: byName(LATERAL) };

/** The shapes of one view that shapes of the frontal one stand for, each once. */
function shapesIn(view: ThoraxView, shapes: readonly string[]): readonly NamedShape[] {
  const names = view === 'lateral' ? shapes.map(lateralShape) : shapes;
  return [...new Set(names)].flatMap((name) => NAMED[view].get(name) ?? []);
}

/** Whether any of the shapes can be seen in a view. */
export const isInView = (view: ThoraxView, shapes: readonly string[]): boolean =>
  shapesIn(view, shapes).length > 0;

interface ThoraxMapProps {
  readonly view: ThoraxView;
  /** Accessible name of the whole. */
  readonly name: string;
  /** Letters at the left and the right edge: what the patient has there. */
  readonly letters: readonly [left: string, right: string];
  /** The lines are drawn over the regions, which cover each other. */
  readonly linesOnTop?: boolean;
  /** Regions, the last one on top. */
  readonly children?: ReactNode;
}

/** The schematic thorax with regions on it. A drawing, not a measurement. */
export function ThoraxMap({ view, name, letters, linesOnTop = false, children }: ThoraxMapProps) {
  const [left, top, width, height] = view === 'lateral' ? LATERAL_BOX : VIEW_BOX;
  return (
    <svg
      viewBox={`${left} ${top} ${width} ${height}`}
      role="group"
      aria-label={name}
      className={styles.map}
      data-testid="thorax-map"
      data-view={view}
    >
      {!linesOnTop && <ThoraxDrawing view={view} />}
      <text aria-hidden x={left + 24} y="330" className={styles.letter}>
        {letters[0]}
      </text>
      <text aria-hidden x={left + width - 24} y="330" className={styles.letter}>
        {letters[1]}
      </text>
      {children}
      {linesOnTop && <ThoraxDrawing view={view} />}
    </svg>
  );
}

/** The lines of the schematic alone. */
export function ThoraxDrawing({ view }: { readonly view: ThoraxView }) {
  const id = useId();
  return (
    <g aria-hidden className={styles.drawing}>
      <Clips id={id} />
      {SHAPES[view].map((shape) =>
        shape.look === 'none'
          ? null
          : sidesOf(shape).map((side) => (
              <path
                key={side.id}
                className={styles[shape.look]}
                {...pathOf({ shape, isMirrored: side.isMirrored }, id)}
              />
            )),
      )}
    </g>
  );
}

function Clips({ id }: { readonly id: string }) {
  return (
    <>
      {Object.entries({ right: RIGHT_LUNG, left: LEFT_LUNG, lateral: LATERAL_LUNG }).map(([lung, d]) => (
        <clipPath key={lung} id={`${id}${lung}`}>
          <path d={d} />
        </clipPath>
      ))}
    </>
  );
}

const pathOf = ({ shape, isMirrored }: NamedShape, id: string) => ({
  d: shape.d,
  ...(isMirrored && { transform: `matrix(-1 0 0 1 ${VIEW_BOX[2]} 0)` }),
  ...(shape.clip && { clipPath: `url(#${id}${shape.clip})` }),
});

/** The shapes of a region, as areas and lines of the colour that is set around them. */
export function RegionShapes({
  view,
  shapes,
}: {
  readonly view: ThoraxView;
  readonly shapes: readonly string[];
}) {
  const id = useId();
  const found = shapesIn(view, shapes);
  return (
    <>
      {found.some(({ shape }) => shape.clip) && <Clips id={id} />}
      {found.map((one) => (
        <path
          key={`${one.shape.id} ${one.isMirrored}`}
          className={cx(styles.region, one.shape.isLine && styles.regionLine)}
          {...pathOf(one, id)}
        />
      ))}
      {found.map((one) =>
        one.shape.isLine ? (
          <path key={`${one.shape.id} ${one.isMirrored}`} className={styles.grip} {...pathOf(one, id)} />
        ) : null,
      )}
    </>
  );
}
