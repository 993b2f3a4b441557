import { memo, useMemo, useState, type CSSProperties } from 'react';
import { choiceOf, chooseFacet, type Choice } from '../../domain/dataset/library-query.ts';
import { shapesOfPlace } from '../../domain/thorax/place-shapes.ts';
import {
  drawingOrder,
  partOfPlace,
  THORAX_PARTS,
  type ThoraxPart,
} from '../../domain/thorax/thorax-parts.ts';
import { isLocation } from '../../domain/vocabulary/vocabulary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { isInView, RegionShapes, ThoraxMap, type ThoraxView } from '../../ui/thorax/thorax-map.tsx';
import { useRoving } from '../../ui/use-roving.ts';
import { placeName } from '../../ui/facet-names.ts';
import styles from './location-map.module.css';
import type { Library } from './use-library.ts';
import { useStable } from '../../ui/use-stable.ts';

/** Percent of the hue in the least and in the most sessions: one hue for all quantities. */
const PALEST = 4;
const STRONGEST = 72;

const VIEWS: readonly ThoraxView[] = ['frontal', 'lateral'];

/** The places of the sessions that the filters leave, on the schematic; a press filters by a place and all below it. */
export function LocationMap({ library }: { readonly library: Library }) {
  const { query, setQuery, result } = library;
  const counts = result.facets.location;
  const onChoose = useStable((place: string, choice: Choice) =>
    setQuery(chooseFacet(query, 'location', place, choice)),
  );
  const { t, format } = useLanguage();
  const vocabulary = useVocabulary();
  const [part, setPart] = useState<ThoraxPart>('zones');
  const [view, setView] = useState<ThoraxView>('frontal');
  const byPlace = useMemo(
    () =>
      new Map(
        [...vocabulary.terms.keys()].filter(isLocation).map((place) => {
          const shapes = shapesOfPlace(vocabulary, place);
          return [place, { shapes, part: partOfPlace(vocabulary, place) }];
        }),
      ),
    [vocabulary],
  );
  const shown = counts
    .filter(({ value }) => {
      const place = byPlace.get(value);
      return place?.part === part && isInView(view, place.shapes);
    })
    .toSorted((a, b) => drawingOrder(vocabulary, a.value) - drawingOrder(vocabulary, b.value));
  const unplaced = counts.filter(({ value }) => (byPlace.get(value)?.shapes.length ?? 0) === 0);
  // What is general has the sum of what is below it, which lies on top of it.
  const narrow = shown.filter(
    ({ value }) => !shown.some((other) => vocabulary.terms.get(other.value)?.parents.includes(value)),
  );
  const most = Math.max(1, ...narrow.map(({ count }) => count));
  const roving = useRoving(shown.length);
  const { right, left, anterior, posterior } = t.thorax.letters;
  return (
    <div className={styles.map}>
      <div className={styles.parts}>
        <Segmented
          name={t.thorax.part}
          value={part}
          onChange={setPart}
          options={THORAX_PARTS.map((one) => ({
            value: one,
            label: t.thorax.parts[one],
            name: t.thorax.partNames[one],
          }))}
        />
      </div>
      <div className={styles.parts}>
        <Segmented
          name={t.thorax.view}
          value={view}
          onChange={setView}
          options={VIEWS.map((one) => ({
            value: one,
            label: t.thorax.views[one],
          }))}
        />
      </div>
      <div {...roving.group}>
        <ThoraxMap
          view={view}
          name={t.thorax[view]}
          letters={view === 'frontal' ? [right, left] : [anterior, posterior]}
          linesOnTop
        >
          {shown.map(({ value, count }, at) => (
            <Region
              key={value}
              view={view}
              place={value}
              count={count}
              shapes={byPlace.get(value)?.shapes ?? NO_SHAPES}
              share={Math.min(1, count / most)}
              choice={choiceOf(query, 'location', value)}
              onChoose={onChoose}
              stop={roving.item(at).tabIndex}
              onFocus={roving.item(at).onFocus}
            />
          ))}
        </ThoraxMap>
      </div>
      <p className={styles.note}>
        {shown.length === 0
          ? t.thorax.noneInPart
          : unplaced.length > 0 &&
            `${t.thorax.notPlaced}: ${unplaced.map(({ value, count }) => t.thorax.counted(placeName(value), format.number(count))).join(' · ')}`}
      </p>
    </div>
  );
}

const NO_SHAPES: readonly string[] = [];

interface RegionProps {
  readonly view: ThoraxView;
  readonly place: string;
  readonly count: number;
  readonly shapes: readonly string[];
  /** Part of the largest count of the part, 0 to 1. */
  readonly share: number;
  readonly choice: Choice;
  readonly onChoose: (value: string, choice: Choice) => void;
  readonly stop: number;
  readonly onFocus: () => void;
}

const Region = memo(
  function Region({ view, place, count, shapes, share, choice, onChoose, stop, onFocus }: RegionProps) {
    const { t, format } = useLanguage();
    const name = t.thorax.counted(placeName(place), format.number(count));
    const toggle = (to: Choice): void => onChoose(place, choice === to ? 'off' : to);
    return (
      <g
        role="checkbox"
        aria-checked={choice === 'on'}
        aria-label={choice === 'not' ? t.library.not(name) : name}
        className={styles.region}
        style={
          {
            '--share': `${PALEST + (STRONGEST - PALEST) * share}%`,
          } as CSSProperties
        }
        tabIndex={stop}
        data-stop=""
        data-testid="thorax-region"
        data-label={place}
        data-count={count}
        data-choice={choice}
        onFocus={onFocus}
        onClick={(event) => toggle(event.altKey ? 'not' : 'on')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') toggle('on');
          else if (event.key === '-') toggle('not');
          else return;
          event.preventDefault();
        }}
      >
        <title>{name}</title>
        <RegionShapes view={view} shapes={shapes} />
      </g>
    );
  },
  // The function that takes the focus is another one each time, and does the same.
  (a, b) =>
    a.view === b.view &&
    a.place === b.place &&
    a.count === b.count &&
    a.shapes === b.shapes &&
    a.share === b.share &&
    a.choice === b.choice &&
    a.stop === b.stop &&
    a.onChoose === b.onChoose,
);
