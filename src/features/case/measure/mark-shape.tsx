import type { KeyboardEvent } from 'react';
import { evaluate, type Value } from '../../../domain/measure/evaluate.ts';
import type { ImagePoint } from '../../../domain/measure/image-point.ts';
import type { Mark } from '../../../domain/measure/measurement.ts';
import type { Scale } from '../../../domain/measure/scale.ts';
import { handlesOf, strokesOf } from '../../../domain/measure/shapes.ts';
import { toScreen, type ImagePlacement } from '../../../domain/imaging/placement.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { HANDLE_REACH } from './hit-test.ts';
import { briefLines, isReference, labelOf, valueLines } from './mark-text.ts';
import styles from './marks-layer.module.css';
import { LINE, placeText } from './place-text.ts';

/** What is drawn: a mark that is kept, or one on its way. */
export type DrawnMark = Pick<Mark, 'tool' | 'points' | 'text' | 'statistics' | 'statedMm' | 'picture'>;

interface MarkShapeProps {
  readonly mark: DrawnMark;
  readonly id?: string;
  readonly scale: Scale;
  readonly placement: ImagePlacement;
  readonly isSelected: boolean;
  /** Of the element, in CSS pixels: texts stay inside. */
  readonly size: { readonly width: number; readonly height: number };
}

/** Half of the cross of a probe, and the length of an arrow's head, in CSS pixels. */
const CROSS = 6;
const HEAD = 10;

/** The lines of a mark with their casing, and what they measure beside them. */
export function MarkShape({ mark, id, scale, placement, isSelected, size }: MarkShapeProps) {
  const on = (point: ImagePoint) => toScreen(placement, point);
  const strokes = strokesOf(mark.tool, mark.points, scale);
  const path = strokes.map(({ points, closed }) => pathOf(points.map(on), closed)).join('');
  const guides = strokes.filter(({ role }) => role === 'guide').map(({ points }) => pathOf(points.map(on)));
  const plain = strokes
    .filter(({ role }) => role === undefined)
    .map(({ points, closed }) => pathOf(points.map(on), closed));
  const extra = extraPath(mark, placement);
  const value = evaluate(mark, scale);
  return (
    <g className={styles.mark} data-mark={id} data-tool={mark.tool} data-selected={isSelected}>
      <path d={path + extra} className={styles.casing} />
      <path d={plain.join('') + extra} className={styles.line} />
      {guides.length > 0 && <path d={guides.join('')} className={styles.guide} />}
      <MarkText {...{ mark, value, scale, placement, isSelected, size }} />
    </g>
  );
}

const pathOf = (points: readonly (readonly [number, number])[], closed = false): string =>
  points.length === 0
    ? ''
    : `M${points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join('L')}${closed ? 'Z' : ''}`;

/** The head of an arrow, at its first point; the cross of a probe. */
function extraPath({ tool, points }: DrawnMark, placement: ImagePlacement): string {
  const [tip, tail] = points.map((point) => toScreen(placement, point));
  if (!tip) return '';
  const [x, y] = tip;
  if (tool === 'probe') return `M${x - CROSS},${y}H${x + CROSS}M${x},${y - CROSS}V${y + CROSS}`;
  if (tool !== 'arrow' || !tail) return '';
  const angle = Math.atan2(tail[1] - y, tail[0] - x);
  const wing = (turn: number): readonly [number, number] => [
    x + HEAD * Math.cos(angle + turn),
    y + HEAD * Math.sin(angle + turn),
  ];
  return pathOf([wing(0.42), tip, wing(-0.42)]);
}

interface MarkTextProps extends Pick<MarkShapeProps, 'mark' | 'scale' | 'placement' | 'size' | 'isSelected'> {
  readonly value: Value;
}

/** What a mark measures, beside it: in short, and in full while it is selected. */
function MarkText({ mark, value, scale, placement, size, isSelected }: MarkTextProps) {
  const language = useLanguage();
  const places = handlesOf(mark.tool, mark.points).map((point) => toScreen(placement, point));
  const name = mark.text === '' ? [] : [labelOf(language, mark)];
  const all = valueLines(language, value, scale);
  const lines = [...name, ...(isSelected ? all : briefLines(value, all))];
  if (places.length === 0 || lines.length === 0) return null;
  const { x, y, anchor } = placeText(mark.tool, places, lines, size);
  const warning = value.kind === 'ctr' && !isReference(value.basis) ? all.at(-1) : undefined;
  return (
    <text className={styles.text} textAnchor={anchor} x={x} y={y}>
      {lines.map((line, at) => (
        <tspan
          key={line}
          x={x}
          dy={at === 0 ? '0.35em' : LINE}
          {...(line === warning && { className: styles.warning })}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}

interface HandlesProps {
  readonly mark: Mark;
  readonly placement: ImagePlacement;
  /** Moves a point by so many CSS pixels; `done` when the key is let go. */
  readonly onStep: (handle: number, by: readonly [number, number]) => void;
  readonly onDone: () => void;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Pixels of a press with Shift. */
const LEAP = 10;

/** The points of the selected mark: one tab stop each, moved by the arrow keys; the mouse takes them by their place. */
export function MarkHandles({ mark, placement, onStep, onDone }: HandlesProps) {
  const language = useLanguage();
  const { t, format } = language;
  const handles = handlesOf(mark.tool, mark.points);
  const scale = Math.hypot(...placement.right);
  const onKeyDown = (event: KeyboardEvent, handle: number): void => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // A pixel of the image, in the direction of the screen.
    const by = scale * (event.shiftKey ? LEAP : 1);
    onStep(handle, [step[0] * by, step[1] * by]);
  };
  return handles.map((point, at) => {
    const [x, y] = toScreen(placement, point);
    const [column, row] = point.map((value) => format.fixed(value, 1)) as [string, string];
    return (
      <g
        // Handles have no identity but their order.
        key={at}
        role="button"
        tabIndex={0}
        aria-label={t.measure.point(labelOf(language, mark), at + 1, handles.length, column, row)}
        aria-roledescription={t.measure.handle}
        className={styles.handle}
        data-handle={at}
        onKeyDown={(event) => onKeyDown(event, at)}
        onKeyUp={(event) => event.key in STEPS && onDone()}
        onBlur={onDone}
      >
        <circle cx={x} cy={y} r={HANDLE_REACH} className={styles.reach} />
        <circle cx={x} cy={y} r={4} className={styles.ringCasing} />
        <circle cx={x} cy={y} r={4} className={styles.ring} />
      </g>
    );
  });
}
