import { useStore } from 'zustand';
import { useShownKey } from '../../../commands/command-scope.tsx';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import type { CaseRegion } from '../../../domain/thorax/case-regions.ts';
import { branchOf, type Branch } from '../../../domain/vocabulary/branch.ts';
import type { Vocabulary } from '../../../domain/vocabulary/vocabulary.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { useDataset, useVocabulary } from '../../../session/session-context.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { isInView, RegionShapes, ThoraxMap, type ThoraxView } from '../../../ui/thorax/thorax-map.tsx';
import { useRoving, type RovingItem } from '../../../ui/use-roving.ts';
import { useLinkedStop } from '../link/linking.ts';
import { placeName } from '../../../ui/facet-names.ts';
import { useCaseRegions } from './use-case-regions.ts';
import styles from './case-thorax.module.css';

/** The places of a session on the schematic thorax, in the colours of the findings that they go with. */
export function CaseThorax({ index, row }: { readonly index: DatasetIndex; readonly row: number }) {
  const { t } = useLanguage();
  const { regions, unplaced } = useCaseRegions(index, row);
  const { guides } = useDataset();
  const isGuided = useStore(guides.state, ({ isOn }) => isOn);
  const guideKey = useShownKey()('toggle-guide');
  const { right, left, anterior, posterior } = t.thorax.letters;
  return (
    <>
      <div className={styles.views}>
        <View view="frontal" name={t.thorax.frontal} letters={[right, left]} regions={regions} />
        <View view="lateral" name={t.thorax.lateral} letters={[anterior, posterior]} regions={regions} />
      </div>
      <div className={styles.guide}>
        <Switch isSelected={isGuided} onChange={guides.toggle}>
          {t.thorax.guideHow}
        </Switch>
        <KeyCap keys={guideKey} />
      </div>
      {unplaced.length > 0 && (
        <p className={styles.note} data-testid="thorax-unplaced">
          {t.thorax.notPlaced}: {unplaced.map(placeName).join(', ')}
        </p>
      )}
    </>
  );
}

interface ViewProps {
  readonly view: ThoraxView;
  readonly name: string;
  readonly letters: readonly [string, string];
  readonly regions: readonly CaseRegion[];
}

function View({ view, name, letters, regions }: ViewProps) {
  const { t } = useLanguage();
  const shown = regions.filter(({ shapes }) => isInView(view, shapes));
  const roving = useRoving(shown.length);
  return (
    <figure className={styles.view} {...roving.group}>
      <ThoraxMap view={view} name={name} letters={letters}>
        {shown.map((region, at) => (
          <Region key={region.place} view={view} region={region} stop={roving.item(at)} />
        ))}
      </ThoraxMap>
      <figcaption className={styles.caption}>{t.thorax.schematic}</figcaption>
    </figure>
  );
}

/** The colour of a region: that of its first finding that has one of its own. */
function branchOfRegion(vocabulary: Vocabulary, { findings }: CaseRegion): Branch {
  const branches = findings.map((finding) => branchOf(vocabulary, finding));
  return branches.find((branch) => branch !== 'neutral') ?? 'neutral';
}

interface RegionProps {
  readonly view: ThoraxView;
  readonly region: CaseRegion;
  readonly stop: RovingItem;
}

function Region({ view, region, stop }: RegionProps) {
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  const { place, shapes, findings } = region;
  const linked = useLinkedStop({ kind: 'place', label: place }, stop);
  const name = t.thorax.region(placeName(place), findings.join(', '));
  return (
    <g
      aria-label={name}
      className={styles.region}
      data-testid="thorax-region"
      data-label={place}
      data-findings={findings.join('; ')}
      data-branch={branchOfRegion(vocabulary, region)}
      {...linked}
    >
      <title>{name}</title>
      <RegionShapes view={view} shapes={shapes} />
    </g>
  );
}
