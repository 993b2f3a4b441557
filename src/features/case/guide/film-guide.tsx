import { useMemo, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import type { FoundSeries } from '../../../domain/dataset/patient-sessions.ts';
import { firstPlacement, onImage, type GuidePlacement } from '../../../domain/thorax/guide-placement.ts';
import type { ImagePlacement } from '../../../domain/imaging/placement.ts';
import type { ViewState } from '../../../engine/index.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { useDataset } from '../../../session/session-context.tsx';
import { RegionShapes, ThoraxDrawing } from '../../../ui/thorax/thorax-map.tsx';
import { anchorIn } from '../../../ui/thorax/region-anchor.ts';
import { Leaders, type Leader } from '../leaders.tsx';
import { useLinking } from '../link/linking.ts';
import { useCaseRegions } from '../thorax/use-case-regions.ts';
import styles from './film-guide.module.css';
import { GuideHandles } from './guide-handles.tsx';

interface FilmGuideProps {
  readonly index: DatasetIndex;
  readonly found: FoundSeries;
  readonly image: NonNullable<ViewState['image']>;
  readonly placement: ImagePlacement;
  /** The element of the image, with the labels that leaders begin at. */
  readonly over: RefObject<HTMLElement | null>;
  /** Findings that masks on the image show already. */
  readonly masked: ReadonlySet<string>;
  /** Labels are written over this image. */
  readonly isLabelled: boolean;
}

/** The schematic thorax over a frontal film, translucent, to be laid on it by hand. It measures nothing, and says so. */
export function FilmGuide({ index, found, image, placement, over, masked, isLabelled }: FilmGuideProps) {
  const { t } = useLanguage();
  const { guides } = useDataset();
  const kept = useStore(guides.state, ({ placements }) => placements.get(image.path));
  const { columns, rows } = image.pixels;
  const first = firstPlacement(columns, rows, image.orientation?.letters.left === 'L');
  const guide = kept ?? first;
  const { regions } = useCaseRegions(index, found.session.row);
  // Other regions are another element, so that what is read of it is of its own regions.
  const [drawing, setDrawing] = useState<SVGGElement | null>(null);
  const drawn = regions.map(({ place, shapes }) => [place, ...shapes].join(' ')).join(', ');
  const anchors = useMemo(() => anchorsIn(drawing), [drawing]);
  const leaders = schematicLeaders(anchors, regions, guide, masked);
  const { store } = useLinking();
  const lit = useStore(store.state, (state) => state.lit.labels);
  const { origin, right, down } = placement;
  return (
    <>
      <svg aria-hidden className={styles.guide} data-testid="thorax-guide" {...guideAttributes(guide)}>
        <g transform={`matrix(${[...right, ...down, ...origin].join(' ')})`}>
          <g
            key={drawn}
            ref={setDrawing}
            transform={`matrix(${guide.scaleX} 0 0 ${guide.scaleY} ${guide.x} ${guide.y})`}
            className={styles.drawing}
          >
            <ThoraxDrawing view="frontal" />
            {regions.map(({ place, shapes }) => (
              <g key={place} className={styles.region} data-place={place} data-lit={lit.has(place)}>
                <RegionShapes view="frontal" shapes={shapes} />
              </g>
            ))}
          </g>
        </g>
      </svg>
      {isLabelled && <Leaders over={over} leaders={leaders} placement={placement} />}
      <GuideHandles
        name={t.thorax.guideMove}
        guide={guide}
        placement={placement}
        onChange={(next) => guides.place(image.path, next)}
      />
    </>
  );
}

const guideAttributes = ({ x, y, scaleX, scaleY }: GuidePlacement) => ({
  'data-x': x.toFixed(1),
  'data-y': y.toFixed(1),
  'data-scale-x': scaleX.toFixed(3),
  'data-scale-y': scaleY.toFixed(3),
});

/** Where the regions of a drawing are pointed at, by place, in its own units. */
function anchorsIn(drawing: SVGGElement | null): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (const group of drawing?.querySelectorAll<SVGGElement>('[data-place]') ?? []) {
    const anchor = anchorIn(group);
    if (anchor) found.set(group.dataset['place'] ?? '', anchor);
  }
  return found;
}

/** Lines from the labels of findings that have no mask to the regions that they go with. */
function schematicLeaders(
  anchors: ReadonlyMap<string, readonly [number, number]>,
  regions: ReturnType<typeof useCaseRegions>['regions'],
  guide: GuidePlacement,
  masked: ReadonlySet<string>,
): readonly Leader[] {
  const leaders = new Map<string, Leader>();
  for (const { place, findings } of regions) {
    const anchor = anchors.get(place);
    if (!anchor) continue;
    for (const finding of findings)
      if (!masked.has(finding) && !leaders.has(finding))
        leaders.set(finding, { label: finding, at: onImage(guide, anchor), isSchematic: true });
  }
  return [...leaders.values()];
}
