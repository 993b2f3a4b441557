import { useEffect, useRef, useState, type CSSProperties, type RefObject } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useWorkspace } from '../../session/session-context.tsx';
import { lungsOf, placeCard, type Box, type Place, type Size } from './place-card.ts';
import { pageOf, placeInTour } from './step-machine.ts';
import type { TourCases, TourStep } from './steps.ts';
import { TourCard } from './tour-card.tsx';
import styles from './tour.module.css';
import { useMarks, type Marks } from './use-marks.ts';

interface TourProps {
  readonly cases: TourCases;
  /** Name of the step in front. */
  readonly stepId: string;
}

/** The guided tour: a card beside what it speaks of, and a ring on it. The page below can be used meanwhile. */
export function Tour({ cases, stepId }: TourProps) {
  const { tour } = useWorkspace();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const place = placeInTour(stepId);
  const { step, after } = place;
  const marks = useMarks(step.marks(cases), step.also);
  const card = useRef<HTMLElement>(null);
  const at = useCardPlace(card, marks);
  useFocusOnCard(card, step.id);

  const go = (to: TourStep | undefined): void => {
    if (!to) return;
    tour.go(to.id);
    void navigate(to.address(cases));
  };

  const page = pageOf(pathname);
  const home = pageOf(step.address(cases));
  // The page of a step comes a moment after the step.
  const [arrived, setArrived] = useState<string>();
  if (page === home && arrived !== step.id) setArrived(step.id);
  const isAway = page !== home && arrived === step.id;

  // Whoever does what the step asks for has taken it.
  const isDone = isAway && step.leadsOn === true && page === pageOf(after?.address(cases) ?? '');
  useEffect(() => {
    if (isDone && after) tour.go(after.id);
  }, [isDone, after, tour]);

  const isElsewhere = !isDone && (isAway || (page !== home && marks.isMissing));
  return (
    <>
      <Ring box={marks.target} />
      <Ring box={marks.also} />
      <TourCard
        ref={card}
        place={place}
        style={at ? { translate: `${at.x}px ${at.y}px` } : { opacity: 0 }}
        onBack={place.before && (() => go(place.before))}
        onNext={after && (() => go(after))}
        onShow={isElsewhere ? () => go(step) : undefined}
        onEnd={() => tour.end()}
      />
    </>
  );
}

/** Where the card is, once it is known; while the page of a new step is coming, it stays where it was. */
function useCardPlace(
  card: RefObject<HTMLElement | null>,
  { target, also, films, isMissing }: Marks,
): Place | undefined {
  const size = useSize(card);
  const [last, setLast] = useState<Place>();
  if (!size || (last && !target && !isMissing)) return last;
  const keep = [...films.map(lungsOf), ...(also ? [also] : [])];
  const next = placeCard(target, size, { width: innerWidth, height: innerHeight }, keep);
  if (last?.x !== next.x || last.y !== next.y) setLast(next);
  return next;
}

/** The size of an element, as it grows and shrinks. */
function useSize(element: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useEffect(() => {
    const sized = element.current;
    if (!sized) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: sized.offsetWidth, height: sized.offsetHeight }),
    );
    observer.observe(sized);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** The focus goes to the card with every step, and at the end back to where it was. */
function useFocusOnCard(card: RefObject<HTMLElement | null>, stepId: string): void {
  useEffect(() => {
    // A page that has just come has the focus as a whole, which is nowhere to go back to.
    const before = document.activeElement?.matches('#content') ? null : document.activeElement;
    return () => {
      // Whoever is elsewhere on the page stays there.
      if (document.activeElement !== document.body) return;
      const isHere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      // The page it was on may be gone, and its buttons with it.
      const start = document.querySelector<HTMLElement>('[data-testid=start-tour]');
      (isHere ? before : (start ?? document.querySelector<HTMLElement>('#content')))?.focus();
    };
  }, []);
  useEffect(() => {
    const { current } = card;
    if (current?.dataset['step'] === stepId) current.focus({ preventScroll: true });
  }, [card, stepId]);
}

/** A ring on what the step is about; it takes no press. */
function Ring({ box }: { readonly box: Box | undefined }) {
  if (!box) return null;
  // A ring at the edge of the window stays inside it.
  const x = Math.max(2, box.x - 4);
  const y = Math.max(2, box.y - 4);
  const style: CSSProperties = {
    translate: `${x}px ${y}px`,
    width: Math.min(innerWidth - 2, box.x + box.width + 4) - x,
    height: Math.min(innerHeight - 2, box.y + box.height + 4) - y,
  };
  return <div aria-hidden className={styles.ring} style={style} data-testid="tour-ring" />;
}
