import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { movedBy, onImage, scaledBy, type GuidePlacement } from '../../../domain/thorax/guide-placement.ts';
import { toImage, toScreen, type ImagePlacement } from '../../../domain/imaging/placement.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { pointerOn } from '../pointer-on.ts';
import styles from './film-guide.module.css';

interface GuideHandlesProps {
  readonly name: string;
  readonly guide: GuidePlacement;
  readonly placement: ImagePlacement;
  /** Undefined: back to where it first lay. */
  readonly onChange: (next: GuidePlacement | undefined) => void;
}

/** The outline of the lungs' box in units of the schematic, which handles hang on; and its middle, which scaling keeps. */
const BOX = { left: 84, top: 84, right: 518, bottom: 520 } as const;
const MIDDLE = [300, 302] as const;

/** CSS pixels of one press of an arrow, and with Shift; the factor of one of plus or minus. */
const STEP = 4;
const LEAP = 20;
const FACTOR = 1.03;

const factor = (now: number, then: number): number => (Math.abs(then) < 1 ? 1 : now / then);

/** What moves and scales a guide, by pointer and by keys: a plate that says what it is, and a corner. */
export function GuideHandles({ name, guide, placement, onChange }: GuideHandlesProps) {
  const { t } = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const last = useRef<readonly [number, number]>(undefined);
  const corners = [
    [BOX.left, BOX.top],
    [BOX.right, BOX.top],
    [BOX.right, BOX.bottom],
    [BOX.left, BOX.bottom],
  ].map(([x = 0, y = 0]) => toScreen(placement, onImage(guide, [x, y])));
  const top = corners.reduce((least, one) => (one[1] < least[1] ? one : least));
  const middleX = corners.reduce((sum, [x]) => sum + x, 0) / corners.length;
  const corner = corners[2] ?? top;

  const hold = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = host.current ? toImage(placement, pointerOn(host.current, event)) : undefined;
  };
  const drag =
    (change: (from: readonly [number, number], to: readonly [number, number]) => GuidePlacement) =>
    (event: PointerEvent<HTMLElement>): void => {
      const from = last.current;
      if (!host.current || !from || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const to = toImage(placement, pointerOn(host.current, event));
      last.current = to;
      onChange(change(from, to));
    };
  const letGo = (): void => {
    last.current = undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyChange(event, guide, placement);
    if (next === 'none') return;
    event.preventDefault();
    onChange(next);
  };
  const scaleTo = (from: readonly [number, number], to: readonly [number, number]): GuidePlacement => {
    const [mx, my] = onImage(guide, MIDDLE);
    return scaledBy(guide, factor(to[0] - mx, from[0] - mx), factor(to[1] - my, from[1] - my), MIDDLE);
  };
  return (
    <div ref={host} className={styles.handles}>
      <button
        type="button"
        aria-label={name}
        className={styles.plate}
        style={{ left: middleX, top: Math.max(14, top[1]) }}
        data-testid="guide-move"
        onPointerDown={hold}
        onPointerMove={drag((from, to) => movedBy(guide, to[0] - from[0], to[1] - from[1]))}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyDown={onKeyDown}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {t.thorax.guideLabel}
      </button>
      <button
        type="button"
        aria-label={t.thorax.guideScale}
        className={styles.corner}
        style={{ left: corner[0], top: corner[1] }}
        data-testid="guide-scale"
        onPointerDown={hold}
        onPointerMove={drag(scaleTo)}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyDown={onKeyDown}
        onDoubleClick={(event) => event.stopPropagation()}
      />
    </div>
  );
}

/** What a key makes of a guide: moved on screen, scaled, put back (undefined), or nothing. */
function keyChange(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  guide: GuidePlacement,
  placement: ImagePlacement,
): GuidePlacement | undefined | 'none' {
  if (ctrlKey || metaKey || altKey) return 'none';
  const by = shiftKey ? LEAP : STEP;
  const move = (dx: number, dy: number): GuidePlacement => {
    const [from, to] = [toImage(placement, [0, 0]), toImage(placement, [dx, dy])];
    return movedBy(guide, to[0] - from[0], to[1] - from[1]);
  };
  switch (key) {
    case 'ArrowLeft':
      return move(-by, 0);
    case 'ArrowRight':
      return move(by, 0);
    case 'ArrowUp':
      return move(0, -by);
    case 'ArrowDown':
      return move(0, by);
    case '+':
      return scaledBy(guide, FACTOR, FACTOR, MIDDLE);
    case '-':
      return scaledBy(guide, 1 / FACTOR, 1 / FACTOR, MIDDLE);
    case 'Home':
      return undefined;
    default:
      return 'none';
  }
}
