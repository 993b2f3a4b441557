import { useEffect, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { toScreen, type ImagePlacement } from '../../domain/imaging/placement.ts';
import { useVocabulary } from '../../session/session-context.tsx';
import styles from './leaders.module.css';
import { useLinking } from './link/linking.ts';

/** What a label on the image points at. */
export interface Leader {
  readonly label: string;
  /** In image pixel space. */
  readonly at: readonly [x: number, y: number];
  /** It is a place of the schematic, not of a mask. */
  readonly isSchematic: boolean;
}

interface LeadersProps {
  /** The element of the image, with the labels in it. */
  readonly over: RefObject<HTMLElement | null>;
  readonly leaders: readonly Leader[];
  readonly placement: ImagePlacement;
}

/** Where a label begins on the image, in CSS pixels: the middle of its upper edge. */
interface Start {
  readonly x: number;
  readonly y: number;
}

/** Radius of the ring that a line ends in, in CSS pixels. */
const RING = 3;

/** Lines from labels to what they point at: straight up, and with one right angle to the side. */
export function Leaders({ over, leaders, placement }: LeadersProps) {
  const starts = useStarts(over);
  const { store } = useLinking();
  const lit = useStore(store.state, (state) => state.lit.labels);
  const vocabulary = useVocabulary();
  return (
    <svg aria-hidden className={styles.layer}>
      {leaders.map(({ label, at, isSchematic }) => {
        const start = starts.get(label);
        const [x, y] = toScreen(placement, at);
        // Below its label there is no way up to it.
        if (!start || y > start.y - RING) return null;
        const end = x < start.x ? x + RING : x - RING;
        const isStraight = Math.abs(x - start.x) < 1;
        const d = isStraight ? `M${x} ${start.y}V${y + RING}` : `M${start.x} ${start.y}V${y}H${end}`;
        return (
          <g
            key={label}
            className={styles.leader}
            data-testid="leader"
            data-label={label}
            data-branch={branchOf(vocabulary, label)}
            data-lit={lit.has(label)}
            data-schematic={isSchematic}
          >
            <path d={d} className={styles.casing} />
            <path d={d} className={styles.line} />
            <circle cx={x} cy={y} r={RING} className={styles.ring} />
          </g>
        );
      })}
    </svg>
  );
}

/** Where the labels on an image are, by label. */
function startsIn(element: HTMLElement): ReadonlyMap<string, Start> {
  const { left, top } = element.getBoundingClientRect();
  const found = new Map<string, Start>();
  for (const chip of element.querySelectorAll<HTMLElement>('[data-testid=overlay-label]')) {
    const box = chip.getBoundingClientRect();
    if (box.width > 0)
      found.set(chip.dataset['label'] ?? '', { x: box.left + box.width / 2 - left, y: box.top - top });
  }
  return found;
}

/** Where the labels on an image are now: they come, go and wrap with what is drawn and with the size of the image. */
function useStarts(over: RefObject<HTMLElement | null>): ReadonlyMap<string, Start> {
  const [starts, setStarts] = useState<ReadonlyMap<string, Start>>(new Map());
  useEffect(() => {
    const element = over.current;
    if (!element) return undefined;
    let known = '';
    const measure = (): void => {
      const found = startsIn(element);
      const text = JSON.stringify([...found]);
      if (text !== known) setStarts(found);
      known = text;
    };
    const resizing = new ResizeObserver(measure);
    resizing.observe(element);
    const changing = new MutationObserver(measure);
    changing.observe(element, { subtree: true, childList: true, characterData: true });
    return () => {
      resizing.disconnect();
      changing.disconnect();
    };
  }, [over]);
  return starts;
}
